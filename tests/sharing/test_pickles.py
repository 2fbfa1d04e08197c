"""Pickles that some release of this minor version has written, under some Python, in every protocol.

``PMM_UPDATE_GOLDEN=1`` writes those of the Python that runs, where they are not there yet, and never touches one that
is: within a minor version a pickle that was written stays readable.  A new minor version begins a folder of its own.
"""

import base64
import pickle
import sys
import tomllib
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from goldens import is_rewriting

from pmm_core.codec import to_plain

GOLDEN: Final = Path(__file__).with_name("golden")
PROJECT: Final = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MINOR: Final = ".".join(PROJECT["version"].split(".")[:2])
PROTOCOLS: Final = range(2, pickle.HIGHEST_PROTOCOL + 1)
WIDTH: Final = 120


def text_of(data: bytes) -> str:
    """Write bytes as lines of base64, packed first, since a cycle brings its process along."""
    text = base64.b64encode(zlib.compress(data, 9)).decode()
    return "".join(f"{text[at : at + WIDTH]}\n" for at in range(0, len(text), WIDTH))


def kept() -> list[Path]:
    return sorted((GOLDEN / MINOR).glob("python*-protocol*.txt"))


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_protocol_has_its_pickle(protocol: int, pinned: Mapping[str, Any]) -> None:
    if is_rewriting():
        own = f"python{sys.version_info.major}.{sys.version_info.minor}-protocol{protocol}.txt"
        path = GOLDEN / MINOR / own
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text(text_of(pickle.dumps(dict(pinned), protocol=protocol)), encoding="ascii")
    assert [path for path in kept() if path.stem.endswith(f"-protocol{protocol}")], "PMM_UPDATE_GOLDEN=1 writes it"


@pytest.mark.parametrize("path", kept(), ids=lambda path: path.stem)
def test_a_pickle_of_this_minor_version_is_read_whoever_wrote_it(path: Path, pinned: Mapping[str, Any]) -> None:
    values = pickle.loads(zlib.decompress(base64.b64decode(path.read_text(encoding="ascii"))))  # noqa: S301 -- ours
    assert values.keys() <= pinned.keys(), "a kind is never taken back"
    for kind, value in values.items():
        assert pinned[kind] == value, kind
        assert hash(pinned[kind]) == hash(value), kind
        assert to_plain(pinned[kind], personal=True) == to_plain(value, personal=True)
