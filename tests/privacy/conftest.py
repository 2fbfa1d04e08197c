"""Values with marks in every personal field, for all of this folder: a test that asks for ``marked`` is run for each.

Two tables say of every text that a public value holds whether it is about a person; who holds a person inside is worked
out from the types.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Final

import attrs
import pytest

import pmm_core
from pmm_core import PerformanceCycle, Period
from pmm_core.codec import from_plain, kinds
from pmm_core.cycle import EventKind
from pmm_core.people import BelajarAccount, Nik, Nip, Npsn, Nuptk

KEPT: Final = Path(__file__).parents[1] / "contract" / "golden" / "codec" / "v1"

# made up; none of them can stand in a text by chance
ID, NAME, NOTE = "zq-id", "Zqani Zqcontoh", "zqnote of Zqani"
Seen = Callable[[str], list[str]]
NUMBERS: Final[Mapping[type[Any], Any]] = {
    BelajarAccount: BelajarAccount("zqani@guru.sd.belajar.id"),
    Nik: Nik("3325016609860007"),
    Nip: Nip("198609262015052009"),
    Npsn: Npsn("20398765"),
    Nuptk: Nuptk("8173950264130027"),
}
MARKS: Final = ("zq", "Zq", *(str(number) for number in NUMBERS.values()))

PERSONAL: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("appraisal.AnnualEvaluation.employee", "appraisal.PeriodicEvaluation.employee", "cycle.Party.id"),
            *("communities.LearningCommunity.members", "communities.LearningCommunity.movers", "people.Teacher.id"),
            *("overview.Closing.missing", "overview.Closing.unfinished", "overview.Closing.repeated"),
            "cycle.FocusRating.behaviour",
            *("overview.Closing.open_steps", "overview.Closing.later_steps", "overview.Closing.past_steps"),
            *("overview.Closing.foreign", "overview.Overview.missing", "programmes.RaporReport.unit"),
        ),
        ID,
    ),
    "people.School.name": "Zqsekolah Satu",
    "people.Teacher.name": NAME,
    **dict.fromkeys((f"people.{number.__name__}.text" for number in NUMBERS), "itself"),
    **dict.fromkeys(
        (
            *("cycle.Appraised.notes", "cycle.CompetenceCompleted.reflection", "cycle.EkinerjaSynchronised.reference"),
            *("cycle.EvidenceAttached.title", "cycle.ExtraDuty.title", "cycle.FinalNoteGiven.note"),
            *("cycle.FocusRating.note", "cycle.FollowUpAdvised.note", "cycle.FollowUpDiscussed.reflection"),
            *("cycle.FollowUpDiscussed.follow_up", "cycle.FollowUpDone.effort", "cycle.FollowUpReflected.reflection"),
            *("cycle.ObservationHeld.recommendation", "cycle.ObservationRescheduled.reason", "cycle.Plan.expectations"),
            *("cycle.PreparationDiscussed.aim", "cycle.RevisionRequested.reason", "cycle.SuperiorChanged.reason"),
            *("programmes.RootCause.text", "programmes.Solution.text", "programmes.WorkLine.text"),
        ),
        NOTE,
    ),
}
"""The texts that name a person, lead to one, or were written freely about one: what marks them."""

OPEN: Final[Mapping[str, tuple[str, ...]]] = {
    "the name of a rule, a metric or a thing in a table": ("key", "label", "label_en", "label_id", "mark"),
    "what a decree says": (
        *("calendar.Extension.reason", "calendar.PeriodScheme.note"),
        *("communities.MembershipRule.note", "programmes.Cohort.note"),
    ),
    "of groups and events, without names of persons": (
        *("communities.Activity.name", "communities.LearningCommunity.name", "communities.Headcount.group"),
    ),
    "leads to a community, not to a person": ("communities.Activity.community", "communities.LearningCommunity.id"),
    "the key of an item": ("cycle.CompetenceCompleted.item", "cycle.EvidenceAttached.item", "cycle.Plan.item_keys"),
    "a word of a list": ("people.Teacher.subject", "people.School.kecamatan", "ranking.Team.kecamatan"),
    "arrows of a drawing": ("cycle.Move.source", "cycle.Move.target", "cycle.Move.event"),
    "the key of another line": (
        *("programmes.BudgetLine.work", "programmes.Solution.root_cause", "programmes.WorkLine.solution"),
    ),
    "our own table": ("programmes.PbdRow.needs", "programmes.PbdRow.yields", "programmes.PbdRow.note"),
    "of areas": ("ranking.Group.code", "ranking.Group.name", "ranking.Standings._keys"),
    "of concepts that know no person; what errors hold is looked at by itself": (
        "errors",
        "frames",
        "regions",
        "sources",
    ),
}
"""The other texts, by why they are not: names of fields, of concepts, or of both."""

# --- which classes hold a person -------------------------------------------------------------------------------------


@cache
def public() -> Mapping[str, type[Any]]:
    """Every public class of values, but for the kit for tests."""
    found: dict[str, type[Any]] = {}
    for module in iter_modules(pmm_core.__path__, "pmm_core."):
        concept = module.name.split(".")[1]
        if not concept.startswith("_") and concept != "testing":
            door = import_module(module.name)
            named = ((name, getattr(door, name)) for name in door.__all__)
            found |= {
                f"{concept}.{name}": thing
                for name, thing in named
                if isinstance(thing, type) and attrs.has(thing) and not issubclass(thing, BaseException)
            }
    return found


def fields() -> Iterator[tuple[str, str, Any]]:
    """The class, the name and the type of every field of every public class."""
    for name, kind in public().items():
        for field in attrs.fields(kind):
            yield name, field.name, str(field.type)


def is_open(name: str, field: str) -> bool:
    listed = {each for names in OPEN.values() for each in names}
    return bool(listed & {name.partition(".")[0], field, f"{name}.{field}"})


@cache
def holders() -> Mapping[str, type[Any]]:
    """Who holds something personal, or somebody who does."""
    found = {name.rsplit(".", 1)[0] for name in PERSONAL}
    size = 0
    while size < len(found):
        size = len(found)
        words = {name.split(".")[1] for name in found}
        found |= {name for name, _, kind in fields() if words & set(re.findall(r"\w+", kind))}
    return {name: kind for name, kind in public().items() if name in found}


NO_VALUES: Final[Mapping[str, str]] = {
    "cycle.CycleEvent": "what all events have in common",
    "cycle.Process": "holds classes of events, and no event",
    "cycle.Row": "the same",
}

# --- values with marks -----------------------------------------------------------------------------------------------


def text_marked(text: str, mark: str) -> str:
    """A text with its mark; different texts stay different, so that who was somebody else still is."""
    return f"{mark}-{text}" if mark == ID else mark


def deep(value: Any, mark: str) -> Any:
    """Marks on all texts, in whatever holds them."""
    if isinstance(value, str):
        return text_marked(value, mark)
    if isinstance(value, tuple | frozenset):
        return type(value)(deep(each, mark) for each in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] -- a container of any kind
    return value


def with_marks(value: Any) -> Any:
    """The same value, with marks in every personal field however deep inside."""
    if type(value) in NUMBERS:
        return NUMBERS[type(value)]
    if isinstance(value, PerformanceCycle):
        return PerformanceCycle(frame=with_marks(value.frame), events=tuple(map(with_marks, value.events)))
    if isinstance(value, tuple | frozenset):
        return type(value)(map(with_marks, value))  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] -- a container of any kind
    own_kind: Any = value.__class__
    if isinstance(value, Enum | str) or not attrs.has(own_kind):
        return value
    home = next((name for name, kind in public().items() if kind is type(value)), "")
    changes: dict[str, Any] = {}
    for field in attrs.fields(own_kind):
        if field.init:
            own = getattr(value, field.name)
            mark = PERSONAL.get(f"{home}.{field.name}")
            changes[field.alias or field.name] = with_marks(own) if mark is None else deep(own, mark)
    return attrs.evolve(value, **changes)


MORE: Final[Mapping[str, Mapping[str, Any]]] = {
    "closing": {
        "cycles": 9,
        "unfinished": tuple((f"g-{number}", (EventKind.PLAN_SUBMITTED,)) for number in range(3)),
        "open_steps": (("g-0", EventKind.PLAN_SUBMITTED),),
        "later_steps": (("g-1", EventKind.PLAN_SUBMITTED),),
        "past_steps": (("g-2", EventKind.PLAN_SUBMITTED),),
        "repeated": ("g-8",),
        "foreign": (("g-9", Period.parse("2024-S2")),),
    },
}
"""What the documents that are kept have nothing of."""


def kept(kind: str) -> Any:
    value = from_plain(json.loads((KEPT / f"{kind}.json").read_text(encoding="utf-8")), kind)
    return attrs.evolve(value, **MORE[kind]) if kind in MORE else value


def table() -> Mapping[str, Callable[[], Any]]:
    """How each of them is built with marks: from its document, or, where it has none, from that of who holds it."""
    known = {builds: kind for kind, builds in kinds().items()}
    documented = {name: known[kind] for name, kind in holders().items() if kind in known and name not in NO_VALUES}
    found: dict[str, Callable[[], Any]] = {name: partial(marked_of, kind) for name, kind in documented.items()}
    return {**found, "cycle.Trail": lambda: marked_of("performance-cycle").events}


def marked_of(kind: str) -> Any:
    return with_marks(kept(kind))


TABLE: Final = table()


@attrs.frozen
class Book:
    """What tests need to know about the tables."""

    personal: Mapping[str, str]
    public: Mapping[str, type[Any]]
    holders: Mapping[str, type[Any]]
    table: Mapping[str, Callable[[], Any]]
    no_values: Mapping[str, str]
    numbers: Mapping[type[Any], Any]
    is_open: Callable[[str, str], bool]
    texts: frozenset[tuple[str, str]]
    name: str


BOOK: Final = Book(
    PERSONAL,
    public(),
    holders(),
    TABLE,
    NO_VALUES,
    NUMBERS,
    is_open,
    frozenset((name, field) for name, field, kind in fields() if re.search(r"\bstr\b", kind)),
    NAME,
)


def marks_in(text: str) -> list[str]:
    return [mark for mark in MARKS if mark in text]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test for every value where it asks for one."""
    if "marked" in metafunc.fixturenames:
        metafunc.parametrize("marked", TABLE.values(), ids=TABLE)


@pytest.fixture(scope="session")
def book() -> Book:
    return BOOK


@pytest.fixture(scope="session")
def seen() -> Seen:
    """Which of the marks a text shows."""
    return marks_in
