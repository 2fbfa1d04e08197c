"""Marks in every personal field: they occur in nothing that is shown unless somebody asks for it.

The tables of the fields are checked against the doors, so that no field and no class can be left out.
"""

import io
import logging
import re
from collections.abc import Callable, Iterator
from inspect import signature
from typing import Any, Final

import attrs
import pytest

from pmm_core.codec import to_plain
from pmm_core.cycle import Trail
from pmm_core.json import dumps
from pmm_core.people import Teacher

Build = Callable[[], Any]
Seen = Callable[[str], list[str]]

# --- nothing is left out ---------------------------------------------------------------------------------------------


def test_every_text_is_said_to_be_personal_or_not(book: Any) -> None:
    unsaid = {f"{name}.{field}" for name, field in book.texts if not book.is_open(name, field)} - book.personal.keys()
    assert set() == unsaid
    assert book.personal.keys() <= {f"{name}.{field}" for name, field in book.texts}
    assert [] == [name for name in book.personal if book.is_open(*name.rsplit(".", 1))]


def test_what_is_hidden_from_a_repr_is_personal(book: Any) -> None:
    """The other way round: a text that somebody thought worth hiding is in the table, or is only long."""
    hidden = {
        f"{name}.{field.name}"
        for name, kind in book.public.items()
        for field in attrs.fields(kind)
        if not field.repr and re.search(r"\bstr\b", str(field.type))
    }
    only_long = {"cycle.Plan.item_keys", "programmes.Cohort.note", "frames.Column.codes", "frames.Column.unknown"}
    assert only_long == hidden - book.personal.keys()


def test_no_class_is_left_out(book: Any) -> None:
    assert book.holders.keys() - book.no_values.keys() == book.table.keys()
    assert book.no_values.keys() <= book.holders.keys()
    assert 40 < len(book.table)


def raw(value: Any) -> str:
    """Everything that a value holds."""
    return repr([raw(each) for each in value] if isinstance(value, Trail) else to_plain(value))


def test_the_marks_are_there_and_would_be_seen(marked: Build, book: Any, seen: Seen) -> None:
    value = marked()
    assert seen(raw(value))
    home = next(name for name, kind in book.table.items() if kind is marked)
    for name, mark in book.personal.items():
        if name.startswith(f"{home}."):
            held = getattr(value, name.rpartition(".")[2])
            assert held in raw(value) if mark == "itself" else mark in repr(held), name


# --- what is shown ---------------------------------------------------------------------------------------------------

QUESTIONS: Final = ("text", "html", "_repr_html_", "_repr_markdown_", "_repr_latex_", "_repr_svg_")


class Printer:
    """What a notebook gives to those who print themselves: parts of them it prints by their repr.

    Hypothesis prints every field of what it has drawn, so that a failure can be repeated; nobody is meant by those.
    """

    def __init__(self) -> None:
        self.said: list[str] = []
        self.text = self.said.append

    def pretty(self, part: object) -> None:
        self.text(repr(part))


def shows(value: Any) -> Iterator[tuple[str, str]]:
    """All that a value shows of itself without being asked for more, in both languages."""
    yield "repr", repr(value)
    yield "repr in a list", repr([value, {1: (value,)}])
    yield "format with !r", f"{value!r:>40}"
    yield "ascii", ascii(value)
    if hasattr(value, "_repr_pretty_"):
        printer = Printer()
        value._repr_pretty_(printer, False)
        yield "as a notebook prints it", "".join(printer.said)
    for name in QUESTIONS:
        ask = getattr(value, name, None)
        if callable(ask):
            options_of: dict[bool, list[dict[str, str]]] = {True: [{"language": "en"}, {"language": "id"}], False: [{}]}
            for options in options_of["language" in signature(ask).parameters]:
                yield f"{name} {options}", str(ask(**options))


def without_own_id(value: Any, text: str) -> str:
    """A teacher is known by an id of the caller's own, which its repr shows, as the pages say."""
    return text.replace(value.id, "") if isinstance(value, Teacher) else text


def test_nothing_personal_is_shown(marked: Build, seen: Seen) -> None:
    value = marked()
    for what, text in shows(value):
        assert [] == seen(without_own_id(value, text)), what


def test_nothing_personal_is_written_as_text(marked: Build, book: Any, seen: Seen) -> None:
    """`str` of a number or an address is that number, which is how it is asked for; of nothing else."""
    value = marked()
    if type(value) in book.numbers:
        assert value.text == str(value) == f"{value}"
    else:
        assert [] == seen(without_own_id(value, f"{value!s} {value}"))


def test_nothing_personal_comes_into_a_log(marked: Build, seen: Seen) -> None:
    """As arguments of a message, as the message itself, and beside it; the record holds what formatters write."""
    value, stream = marked(), io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s %(args)s"))
    logger = logging.Logger("privacy")  # noqa: LOG001 -- one of its own, that nobody else hears
    logger.addHandler(handler)
    logger.info("row %d: %r", 17, value)
    logger.info("%r", [value])
    logger.info("row %(row)r", {"row": value})
    said = stream.getvalue()
    assert 3 == said.count("INFO")
    assert [] == seen(without_own_id(value, said))


# --- what is asked for -----------------------------------------------------------------------------------------------

ALWAYS: Final = frozenset({"people.BelajarAccount", "people.Nik", "people.Nip", "people.Nuptk"})
"""Personal as a whole, so that nothing is left."""


def test_what_is_left_out_on_request(marked: Build, book: Any, seen: Seen) -> None:
    """``personal=False`` leaves out names and numbers of persons; ids, free texts and what a school is called stay."""
    value = marked()
    home = next(name for name, kind in book.table.items() if kind is marked)
    if home in ALWAYS or isinstance(value, Trail):
        return
    persons = {str(each) for kind, each in book.numbers.items() if kind.__name__ != "Npsn"} | {book.name}
    for text in (repr(to_plain(value, personal=False)), dumps(value, personal=False)):
        assert [] == [mark for mark in persons if mark in text]
    assert seen(dumps(value))


@pytest.mark.parametrize("name", ["overview.Closing", "overview.Overview"])
def test_ids_stand_in_texts_for_those_who_ask(name: str, book: Any, seen: Seen) -> None:
    value = book.table[name]()
    for language in ("en", "id"):
        assert [] == seen(value.text(language=language))
        assert ["zq"] == seen(value.text(language=language, ids=True))
