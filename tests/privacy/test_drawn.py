"""Nothing personal is drawn, written into a calendar file, or told about a frame, unless somebody asks for it."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any, Final

import pytest
from matplotlib.text import Text

from pmm_core.cycle import graphviz, markdown, mermaid
from pmm_core.errors import PmmError
from pmm_core.frames import SCHEMAS, ColumnKind, Schema, faults, verify
from pmm_core.ics import cycle_deadlines
from pmm_core.plots import cycle_progress

pa: Any = import_module("pyarrow")
mpl: Any = import_module("matplotlib")

Seen = Callable[[str], list[str]]

DAY: Final = date(2024, 3, 7)
LATE: Final = date(2024, 8, 1)
STAMP: Final = datetime(2024, 3, 7, tzinfo=UTC)
NUMBER, ADDRESS, NAME = "198609262015052009", "zqani@guru.sd.belajar.id", "Zqani Zqcontoh"  # as in the tables


@pytest.fixture(scope="module")
def cycle(book: Any) -> Any:
    """One with marks on everybody and in every note."""
    return book.table["cycle.PerformanceCycle"]()


def as_svg(figure: Any) -> str:
    with mpl.rc_context({"svg.fonttype": "none"}), io.BytesIO() as file:  # texts as texts
        figure.savefig(file, format="svg")
        written = file.getvalue().decode()
    assert "<text" in written
    return written


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_picture_names_nobody(language: Any, cycle: Any, seen: Seen) -> None:
    """Neither in what can be seen nor in what only the file holds."""
    for on in (None, DAY, LATE):
        figure: Any = cycle_progress(cycle, on=on, language=language).figure
        artists: list[Any] = figure.findobj()
        told = [artist.get_text() for artist in artists if isinstance(artist, Text)]
        told += [f"{artist.get_label()} {artist.get_gid()} {artist.get_url()}" for artist in artists]
        assert [] == seen(" ".join(told))
        if on is DAY:  # one is enough: the others are drawn alike
            assert [] == seen(as_svg(figure))


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_calendar_file_names_nobody_who_is_not_given(language: Any, cycle: Any, seen: Seen) -> None:
    for on in (DAY, LATE):
        plain = cycle_deadlines(cycle, on=on, stamp=STAMP, language=language).to_ical().decode()
        assert [] == seen(plain)
        asked = (
            cycle_deadlines(cycle, on=on, stamp=STAMP, language=language, key="kelas-7", label="Zqani")
            .to_ical()
            .decode()
        )
        assert ["Zq"] == seen(asked)
        assert asked.count("Zqani") == asked.count("SUMMARY:") + asked.count("\r\nNAME:") + asked.count("X-WR-CALNAME:")


def test_a_diagram_names_nobody(cycle: Any, seen: Seen) -> None:
    here = cycle.state, cycle.progress
    for text in (mermaid(cycle.process, here=here), graphviz(cycle.process), markdown(cycle.process)):
        assert text
        assert [] == seen(text)


# --- frames ----------------------------------------------------------------------------------------------------------

BAD: Final = (
    NUMBER,
    ADDRESS,
    NAME,
    f"{NUMBER} ",
    f"g-{NUMBER}",
    "1986.0926.2015.05.2.009",
    "19860926/201505/2/009",
    f"{NAME}\n",
    ADDRESS.upper(),
)


def rows(schema: Schema) -> Any:
    """Rows in whose every text a person stands, under keys that are all different."""
    found: dict[str, Any] = {}
    for column in schema.columns:
        if column.kind in {ColumnKind.TEXT, ColumnKind.CODE}:
            found[column.name] = pa.array(BAD, pa.string())
        elif column.kind is ColumnKind.INTEGER:
            found[column.name] = pa.array(range(-1, len(BAD) - 1), pa.int64())
        else:
            kind = pa.bool_() if column.kind is ColumnKind.FLAG else pa.date32()
            found[column.name] = pa.nulls(len(BAD), kind)
    return pa.table(found)


def named(text: str) -> list[str]:
    return [part for part in ("19860926", "1986.0926", "zqani", "Zqani", "ZQANI") if part in text]


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_what_is_wrong_with_a_frame_names_nobody(schema: Schema) -> None:
    frame = rows(schema)
    found = faults(frame, schema).to_pylist()
    assert len(found) >= len(schema.key)
    assert [] == named(repr(found))
    with pytest.raises(PmmError) as caught:
        verify(frame, schema)
    assert [] == named(f"{caught.value} {caught.value!r} {caught.value.args}")
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_an_opaque_id_is_told_so_that_the_row_is_found() -> None:
    """What is asked for: an id of the caller's own, which is nobody's number."""
    teachers = next(schema for schema in SCHEMAS if schema.name == "teachers")
    frame = rows(teachers).set_column(0, "id", pa.array([f"t-{n}" for n in range(len(BAD))]))
    found = faults(frame, teachers).to_pylist()
    assert {"t-0"} == {fault["first_key"] for fault in found if fault["column"] == "role"}
