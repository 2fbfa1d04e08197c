"""The page on documents names every kind with its class and its keys; ``PMM_UPDATE_GOLDEN=1`` rewrites its table."""

import os
from pathlib import Path

from pmm_core.codec import kinds
from pmm_core.codec._derive import shape_of_kind
from pmm_core.codec._shapes import RecordShape

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "codec.md"
HEAD = "| Kind | Class | Keys |\n| --- | --- | --- |\n"


def keys_of(kind: str) -> str:
    shape = shape_of_kind(kind)
    if not isinstance(shape, RecordShape):
        return "`text`"
    return ", ".join(f"`{field.key}`" + ("" if field.required else "?") for field in shape.fields)


def row(kind: str) -> str:
    builds = kinds()[kind]
    home = builds.__module__.split(".")[1]
    return f"| `{kind}` | `{home}.{builds.__name__}` | {keys_of(kind)} |\n"


def test_the_page_lists_every_kind_with_its_class_and_its_keys() -> None:
    text, _, table = PAGE.read_text(encoding="utf-8").partition(HEAD)
    expected = "".join(map(row, kinds()))
    if os.environ.get("PMM_UPDATE_GOLDEN"):
        PAGE.write_text(f"{text}{HEAD}{expected}", encoding="utf-8")
        table = expected
    assert expected == table
