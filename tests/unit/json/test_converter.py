"""Our values inside classes of others: strict both ways, one error with all paths, and nothing of theirs is changed."""

import enum
import sys
import traceback
from collections.abc import Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypedDict, cast

import attrs
import cattrs
import pytest
from cattrs.errors import StructureHandlerNotFoundError
from cattrs.preconf.json import make_converter as make_json
from cattrs.preconf.orjson import make_converter as make_orjson

from pmm_core import Kabupaten, Period, Role, School, SchoolLevel, Teacher, find
from pmm_core.codec import DecodeError, Limits
from pmm_core.cycle import CycleClosed, CycleEvent, Party
from pmm_core.errors import InvalidValueError, UnknownNameError, WrongTypeError
from pmm_core.json import converter, parse
from pmm_core.people import Npsn

PERIOD = Period.parse("2024-S1")
BATANG = find("Kab. Batang")
SCHOOL = School(npsn=Npsn("20300001"), level=SchoolLevel.SMP, kabupaten=BATANG)
TEACHER = Teacher(id="t-17", role=Role.TEACHER, workplace=SCHOOL, name="Siti Nur Aini")
DAY = date(2024, 3, 7)
EVENT = CycleClosed(on=date(2024, 6, 30), by=Party("K-3", Role.HEAD))
MARK = "Zulaikha"  # made up; among the data and in no message


class Colour(enum.Enum):
    RED = 1
    BLUE = "blue"
    BOTH = (1, 2)


class Size(enum.IntEnum):
    SMALL = 1


class Slug(str):
    __slots__ = ()


SLUG = Slug("a")


class Note(TypedDict):
    on: date
    text: str


@dataclass(frozen=True)
class Spot:
    x: int


@attrs.frozen
class Item:
    period: Period
    count: int = 0


@attrs.frozen(kw_only=True)
class Visit:
    period: Period
    by: Role
    who: Teacher | School
    minutes: int
    done: bool
    note: str
    on: date
    weight: float = 1
    cost: Decimal = Decimal("1.50")
    part: Fraction = Fraction(1, 2)
    score: int | Fraction | Decimal = 7
    again: Period | None = None
    roles: frozenset[Role] = frozenset()
    tags: set[str] = attrs.Factory(set[str])
    days: AbstractSet[date] = frozenset()
    places: list[Kabupaten] = attrs.Factory(list[Kabupaten])
    items: tuple[Item, ...] = ()
    pair: tuple[int, str] = (0, "")
    more: Sequence[Period] = ()
    by_name: dict[str, Period] = attrs.Factory(dict[str, Period])
    by_role: Mapping[Role, int] = attrs.Factory(dict[Role, int])
    events: list[CycleEvent] = attrs.Factory(list[CycleEvent])
    anything: Any = None
    bare: list = attrs.Factory(list)  # type: ignore[type-arg] # pyright: ignore[reportMissingTypeArgument, reportUnknownVariableType]
    loose: dict = attrs.Factory(dict)  # type: ignore[type-arg] # pyright: ignore[reportMissingTypeArgument, reportUnknownVariableType]
    colour: Colour = Colour.RED
    size: Size = Size.SMALL
    slug: Slug = SLUG
    told: Note | None = None
    spot: Spot | None = None


FULL = Visit(
    period=PERIOD,
    by=Role.HEAD,
    who=TEACHER,
    minutes=40,
    done=True,
    note="é",
    on=DAY,
    weight=1.5,
    cost=Decimal("12.50"),
    part=Fraction(7, 2),
    score=Fraction(3, 4),
    again=PERIOD,
    roles=frozenset({Role.TEACHER, Role.HEAD}),
    tags={"b", "a"},
    days=frozenset({DAY}),
    places=[BATANG],
    items=(Item(PERIOD, 3),),
    pair=(1, "x"),
    more=(PERIOD,),
    by_name={"first": PERIOD},
    by_role={Role.HEAD: 2},
    events=[EVENT],
    anything={"free": [1]},
    bare=[1, "a"],
    loose={"a": 1},
    colour=Colour.BLUE,
    told={"on": DAY, "text": "t"},
    spot=Spot(3),
)
LEAST: dict[str, Any] = {
    "period": "2024-S1",
    "by": "head",
    "who": {"kind": "school", "npsn": "20300001", "level": "smp", "kabupaten": converter().unstructure(BATANG)},
    "minutes": 40,
    "done": True,
    "note": "",
    "on": "2024-03-07",
}


def told(error: DecodeError) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in error.problems]


def refused(data: Any, kind: Any, ours: cattrs.Converter | None = None) -> DecodeError:
    with pytest.raises(DecodeError) as caught:
        (ours or converter()).structure(data, kind)
    return caught.value


def test_everything_comes_back() -> None:
    ours = converter()
    assert ours.structure(ours.unstructure(FULL), Visit) == FULL


def test_our_values_stand_as_inside_our_documents() -> None:
    plain = converter().unstructure(FULL)
    expected: dict[str, Any] = {
        "period": "2024-S1",
        "by": "head",
        "minutes": 40,
        "on": "2024-03-07",
        "cost": "12.50",
        "part": "7/2",
        "score": "3/4",
        "roles": ["head", "teacher"],
        "tags": ["a", "b"],
        "days": ["2024-03-07"],
        "items": [{"period": "2024-S1", "count": 3}],
        "pair": [1, "x"],
        "by_role": {"head": 2},
        "events": [{"kind": "cycle-closed", "on": "2024-06-30", "by": {"id": "K-3", "role": "head"}}],
        "told": {"on": "2024-03-07", "text": "t"},
    }
    assert expected == {key: plain[key] for key in expected}
    assert ("teacher", "t-17") == (plain["who"]["kind"], plain["who"]["id"])


def test_what_names_a_person_can_be_left_out() -> None:
    assert "name" in converter().unstructure(TEACHER)
    assert "name" not in converter(personal=False).unstructure(TEACHER)


def test_a_value_alone_and_lists_of_values_are_read() -> None:
    ours = converter()
    assert PERIOD == ours.structure("2024-S1", Period)
    assert [PERIOD] == ours.structure(["2024-S1"], list[Period])
    assert TEACHER == ours.structure(ours.unstructure(TEACHER), Teacher)
    assert None is ours.structure(None, cast("Any", Period | None))


def test_the_least_is_enough() -> None:
    assert Role.HEAD is converter().structure(LEAST, Visit).by


WRONG: list[tuple[str, Any, str, str]] = [
    ("period", "2024", "period", "malformed"),
    ("period", 2024, "period", "wrong-type"),
    ("by", "guru", "by", "unknown-choice"),
    ("by", 3, "by", "wrong-type"),
    ("who", {"kind": "period"}, "who.kind", "unexpected-kind"),
    ("who", {"id": "t-17"}, "who.kind", "missing-key"),
    ("who", {"kind": "teacher", "id": "t-17", "role": "head", "workplace": 5}, "who.workplace", "wrong-type"),
    ("minutes", "40", "minutes", "wrong-type"),
    ("minutes", True, "minutes", "bool-for-int"),
    ("minutes", 40.0, "minutes", "float-for-exact"),
    ("minutes", 10**60, "minutes", "out-of-range"),
    ("done", 1, "done", "wrong-type"),
    ("done", "true", "done", "wrong-type"),
    ("note", 5, "note", "wrong-type"),
    ("note", None, "note", "wrong-type"),
    ("on", "07/03/2024", "on", "malformed"),
    ("on", "2024-02-30", "on", "no-such-day"),
    ("weight", "1.5", "weight", "wrong-type"),
    ("weight", True, "weight", "wrong-type"),
    ("cost", 12.5, "cost", "float-for-exact"),
    ("cost", "7/2", "cost", "malformed"),
    ("part", "0.5", "part", "malformed"),
    ("score", 7, "score", "wrong-type"),
    ("again", "x", "again", "malformed"),
    ("roles", "head", "roles", "wrong-type"),
    ("roles", ["head", "head"], "roles", "duplicate"),
    ("roles", ["head", "x"], "roles[1]", "unknown-choice"),
    ("tags", "abc", "tags", "wrong-type"),
    ("days", ["2024-03-07", 5], "days[1]", "wrong-type"),
    ("places", {"code": "33.25"}, "places", "wrong-type"),
    ("places", [{}, 5], "places[1]", "wrong-type"),
    ("items", [{"period": "2024-S1"}, {"period": "x"}], "items[1].period", "malformed"),
    ("items", [{"count": 3}], "items[0].period", "missing-key"),
    ("items", [{"period": "2024-S1", "size": 3}], "items[0].size", "unknown-key"),
    ("items", [{"period": "2024-S1", "Ny. Zulaikha": 3}], "items[0]", "unknown-key"),
    ("items", [["period"]], "items[0]", "wrong-type"),
    ("items", [None], "items[0]", "wrong-type"),
    ("pair", [1], "pair", "wrong-type"),
    ("pair", [1, 2], "pair[1]", "wrong-type"),
    ("more", "2024-S1", "more", "wrong-type"),
    ("by_name", ["first"], "by_name", "wrong-type"),
    ("by_name", {"first": 5}, "by_name.first", "wrong-type"),
    ("by_name", {"Ny. Zulaikha": 5}, "by_name", "wrong-type"),
    ("by_name", {5: "2024-S1"}, "by_name[5]", "wrong-type"),
    ("by_role", {"x": 1}, "by_role.x", "unknown-choice"),
    ("events", [{"kind": "cycle-closed"}], "events[0].on", "missing-key"),
    ("bare", "abc", "bare", "wrong-type"),
    ("loose", [], "loose", "wrong-type"),
    ("colour", True, "colour", "unknown-choice"),
    ("colour", 1.0, "colour", "unknown-choice"),
    ("colour", "red", "colour", "unknown-choice"),
    ("colour", [1, 2], "colour", "unknown-choice"),
    ("size", "1", "size", "wrong-type"),
    ("size", 2, "size", "malformed"),
    ("slug", 5, "slug", "wrong-type"),
    ("told", {"on": "x", "text": "t"}, "told.on", "malformed"),
    ("told", {"on": "2024-03-07"}, "told.text", "missing-key"),
    ("told", {"on": "2024-03-07", "text": "t", "a": 1}, "told.a", "unknown-key"),
    ("told", ["on"], "told", "wrong-type"),
    ("spot", {"x": "1"}, "spot.x", "wrong-type"),
    ("spot", [1], "spot", "wrong-type"),
    ("surplus", 1, "surplus", "unknown-key"),
]


@pytest.mark.parametrize(
    ("key", "data", "path", "code"), WRONG, ids=[f"{at} {row[0]} {row[3]}" for at, row in enumerate(WRONG)]
)
def test_nothing_is_converted_and_the_place_is_told(key: str, data: Any, path: str, code: str) -> None:
    error = refused({**LEAST, key: data}, Visit)
    assert (path, code) in told(error)
    assert MARK not in str(error)


def test_all_problems_come_at_once() -> None:
    data = {**LEAST, "period": 5, "items": [{}, {"period": "x", "a": 1}], "by_name": {"a": 1, "b": 2}, "zzz": 1}
    del data["minutes"]
    expected = {
        ("period", "wrong-type"),
        ("minutes", "missing-key"),
        ("items[0].period", "missing-key"),
        ("items[1].period", "malformed"),
        ("items[1].a", "unknown-key"),
        ("by_name.a", "wrong-type"),
        ("by_name.b", "wrong-type"),
        ("zzz", "unknown-key"),
    }
    error = refused(data, Visit)
    assert expected == set(told(error))
    assert str(error).startswith("invalid Visit: ")


def test_the_whole_is_called_document() -> None:
    assert [("document", "wrong-type")] == told(refused([], Visit))
    assert [("document", "wrong-type")] == told(refused(None, Item))
    assert [("document", "malformed")] == told(refused("x", Period))
    assert [("[0]", "malformed"), ("[1]", "wrong-type")] == told(refused(["x", 5], list[Period]))


@attrs.frozen
class Picky:
    name: str
    how: str = "value"

    def __attrs_post_init__(self) -> None:
        match self.how:
            case "ours":
                raise InvalidValueError("Picky", (_problem("name", "empty"), _problem("document", "negative")))
            case "lookup":
                raise UnknownNameError("kabupaten", repr(self.name), "unknown-region")
            case "key":
                raise KeyError(self.name)
            case "deep":
                raise RecursionError(self.name)
            case _:
                raise ValueError(f"not {self.name}")


def _problem(path: str, code: str) -> Any:
    from pmm_core.errors import Problem  # noqa: PLC0415 -- here only

    return Problem(path, code, "is not right")


@attrs.frozen
class Around:
    picky: Picky
    all: list[Picky] = attrs.Factory(list[Picky])


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("value", [("picky", "malformed"), ("all[0]", "malformed")]),
        ("key", [("picky", "malformed"), ("all[0]", "malformed")]),
        ("deep", [("picky", "over-limit"), ("all[0]", "over-limit")]),
        ("lookup", [("picky", "unknown-region"), ("all[0]", "unknown-region")]),
        ("ours", [("picky.name", "empty"), ("picky", "negative"), ("all[0].name", "empty"), ("all[0]", "negative")]),
    ],
)
def test_what_a_class_of_others_refuses_is_told_without_its_words(how: str, expected: list[tuple[str, str]]) -> None:
    picky = {"name": MARK, "how": how}
    error = refused({"picky": picky, "all": [picky]}, Around)
    assert expected == told(error)
    assert MARK not in "".join(traceback.format_exception(error))
    assert None is error.__cause__
    assert None is error.__context__


def test_limits_hold_for_each_of_our_values() -> None:
    assert PERIOD == converter(limits=Limits(text=7)).structure("2024-S1", Period)
    assert ("over-limit",) == refused("2024-S1", Period, converter(limits=Limits(text=6))).codes
    few = converter(limits=Limits(items=3))
    assert [("document", "over-limit")] == told(refused(few.unstructure(BATANG), Kabupaten, few))


# ---- other converters ----


@pytest.mark.parametrize(
    "make", [cattrs.Converter, make_json, make_orjson, converter], ids=["plain", "json", "orjson", "ours"]
)
def test_another_converter_gives_its_hooks_and_stays_as_it_was(make: Any) -> None:
    base = make()
    base.register_structure_hook(complex, complex_of)
    base.register_unstructure_hook(complex, str)
    ours = converter(base)
    assert 2j == ours.structure("2j", complex)
    assert "2j" == ours.unstructure(2j)
    assert ours.structure(ours.unstructure(FULL), Visit) == FULL
    assert isinstance(ours, type(base))
    assert ours is not base
    if make is not converter:
        assert 5 == base.structure("5", int)


@pytest.mark.parametrize("make", [make_json, make_orjson], ids=["json", "orjson"])
def test_the_ready_made_converters_write_and_read_text(make: Any) -> None:
    ours: Any = converter(make())
    text = ours.dumps(FULL)
    assert FULL == ours.loads(text, Visit)
    assert FULL == converter().structure(parse(text), Visit)
    with pytest.raises(DecodeError, match="minutes"):
        ours.loads(ours.dumps({**LEAST, "minutes": "5"}), Visit)


def test_a_lenient_converter_becomes_strict() -> None:
    base = cattrs.Converter(forbid_extra_keys=False, detailed_validation=False)
    assert {("period", "malformed"), ("a", "unknown-key")} == set(
        told(refused({"period": "x", "a": 1}, Item, converter(base)))
    )


def test_hooks_of_the_reader_come_last() -> None:
    ours = converter()
    ours.register_structure_hook(Slug, lambda data, _: Slug(data.upper()))
    assert "A" == ours.structure("a", Slug)


def test_a_hook_that_asks_the_converter_again_keeps_the_path() -> None:
    ours = converter()
    ours.register_structure_hook(Slug, lambda data, _: ours.structure(data, Item))
    error = refused([{"period": "x"}, {"period": "2024-S1"}, 5], list[Slug], ours)
    assert [("[0].period", "malformed"), ("[2]", "wrong-type")] == told(error)


@attrs.frozen
class Tree:
    name: str
    below: "tuple[Tree, ...]" = ()


def test_classes_that_contain_themselves_are_read() -> None:
    ours = converter()
    tree = Tree("a", (Tree("b", (Tree("c"),)), Tree("d")))
    assert ours.structure(ours.unstructure(tree), Tree) == tree
    wrong = {"name": "a", "below": [{"name": "b", "below": [{"name": 5}]}]}
    assert [("below[0].below[0].name", "wrong-type")] == told(refused(wrong, Tree))


def test_the_global_converter_is_left_alone() -> None:
    converter().structure("2024-S1", Period)
    assert 5 == cattrs.structure("5", int)


def complex_of(data: Any, _kind: Any) -> complex:
    return complex(data)


class Stranger:
    """No class that a converter knows."""


@attrs.frozen
class WithDatetime:
    at: datetime


@pytest.mark.parametrize("kind", [Stranger, datetime, WithDatetime, list[Stranger]])
def test_a_class_that_nobody_can_read_is_no_fault_of_the_data(kind: Any) -> None:
    with pytest.raises(StructureHandlerNotFoundError):
        converter().structure({"at": "2024-03-07T10:00"} if kind is WithDatetime else ["x"], kind)


def test_a_datetime_is_not_written_as_a_day() -> None:
    moment = datetime(2024, 3, 7, 10)  # noqa: DTZ001 -- no clock is read
    assert moment == converter().unstructure(moment)
    assert "2024-03-07" == converter().unstructure(DAY)


def test_sets_of_all_sorts_are_written_in_one_order() -> None:
    ours = converter()
    assert [1, 2, 10] == ours.unstructure({10, 2, 1}, unstructure_as=set[int])
    assert [False, True, 5, [1], "a"] == ours.unstructure({"a", 5, (1,), True, False}, unstructure_as=set[Any])
    assert ["2024-S1", "2024-S2"] == ours.unstructure(
        {Period.parse("2024-S2"), PERIOD}, unstructure_as=AbstractSet[Period]
    )


# ---- the door ----


def test_options_of_another_type_are_refused_together() -> None:
    wrong: Any = {"base": 5, "personal": "no", "limits": None}
    with pytest.raises(WrongTypeError) as caught:
        converter(**wrong)
    assert {"base", "personal", "limits"} == {problem.path for problem in caught.value.problems}


def test_without_cattrs_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "cattrs"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ModuleNotFoundError, match=r'pip install "pmm-core\[json\]"') as caught:
        converter()
    assert "cattrs" == caught.value.name
