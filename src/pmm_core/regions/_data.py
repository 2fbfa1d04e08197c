"""The bundled tables as rows of text, read once; what the rows mean is built from them elsewhere."""

import csv
from functools import cache
from importlib import import_module
from typing import Any, Final

DATA_VERSION: Final = "Kepmendagri 300.2.2-2138/2025"
"""The decree whose state the bundled tables have; it changes only together with them."""

ATTRIBUTION: Final = (
    "Kode dan nama wilayah: Kementerian Dalam Negeri RI, Kepmendagri 300.2.2-2138 Tahun 2025. "
    "Extraction: bayusamudra014/permendagri-kode-wilayah (CC0 1.0); checked against cahyadsn/wilayah (MIT). "
    "Time zones: Keppres 41/1987."
)
"""The line to print wherever the bundled data are shown or passed on."""


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Read one bundled table; only its own package data, and only once."""
    from importlib.resources import files  # noqa: PLC0415 -- pulls in tempfile and more; importing regions need not pay for it

    text = files("pmm_core.regions").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def made_once(file: str, name: str) -> Any:  # noqa: ANN401 -- the callers say what they wait for
    """Give what a file of this concept makes while it is loaded.

    A cache alone would let every thread that asks first make tables of its own, and keep some of the one and some of
    the other.  A file is loaded once, and whoever comes meanwhile waits for it.  It is asked for by its name, since it
    is made of the callers' own classes.
    """
    return getattr(import_module(f"pmm_core.regions.{file}"), name)
