"""Nothing personal is said where something goes wrong, nor drawn, nor written into a calendar file or about a frame.

Looked at is whatever a caller, a log or a tracker of errors can get hold of: the error and all those behind it, with
their arguments and notes, and the tracebacks of all, without local variables.
"""

import io
import logging
import traceback
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from pmm_core import Measurement, Party, PerformanceCycle, Period, Role, find, json, rank
from pmm_core.appraisal import OrganisationPredicate, Predicate, Rating
from pmm_core.calendar import Window, parse_date
from pmm_core.codec import from_plain, schema, to_plain
from pmm_core.communities import CommunityKind, LearningCommunity
from pmm_core.credit import Golongan
from pmm_core.cycle import Trail
from pmm_core.errors import PmmError
from pmm_core.frames import SCHEMAS, tally, verify
from pmm_core.ics import cycle_deadlines
from pmm_core.overview import review
from pmm_core.people import BelajarAccount, Nik, Nip, Npsn, Nuptk, Teacher
from pmm_core.plots import cycle_progress
from pmm_core.ranking import COMMUNITIES_REGISTERED
from pmm_core.regions import KabupatenCode, ProvinceCode, find_province

pa: Any = import_module("pyarrow")

Build = Callable[[], Any]
Seen = Callable[[str], list[str]]

DAY: Final = date(2024, 3, 7)
STAMP: Final = datetime(2024, 3, 7, tzinfo=UTC)
NUMBER, ADDRESS, NAME = "198609262015052009", "zqani@guru.sd.belajar.id", "Zqani Zqcontoh"  # as in the tables
CLASSES: Final = (BelajarAccount, Nik, Nip, Npsn, Nuptk)


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and every one that it came from or came upon, also where that is not shown."""
    if error is not None:
        yield error
        yield from chain(error.__cause__)
        yield from chain(error.__context__)


def said_of(error: BaseException) -> str:
    """All that can be got out of an error but the local variables of its frames."""
    stream = io.StringIO()
    logger = logging.Logger("privacy")  # noqa: LOG001 -- one of its own, that nobody else hears
    logger.addHandler(logging.StreamHandler(stream))
    logger.error("row 18: %s", error, exc_info=error)
    parts = [stream.getvalue()]
    for each in chain(error):
        parts += [str(each), repr(each), repr(each.args), repr(vars(each)), repr(getattr(each, "__notes__", None))]
        parts += traceback.format_exception(each)
    return "\n".join(parts)


def failed(call: Callable[[], object]) -> PmmError:
    with pytest.raises(PmmError) as caught:
        call()
    return caught.value


# --- wrong values ----------------------------------------------------------------------------------------------------

_TEACHER: Final = Teacher(id="zq-id-1", role=Role.TEACHER, workplace=find("33.25"), nip=Nip(NUMBER), name=NAME)
_PARTY: Final = Party("zq-id-2", Role.TEACHER)
WRONG: Final[tuple[Any, ...]] = (
    *(f"{NAME}\n", f"{NAME}  x", f" {NUMBER}x", f"{ADDRESS}\x00", "zq" * 200),
    *(NUMBER, ADDRESS, NAME, int(NUMBER), float(NUMBER), NUMBER.encode(), [NAME], {NAME: NUMBER}, (NAME, NUMBER)),
    *(
        frozenset({NUMBER}),
        ((NAME, NUMBER),),
        _TEACHER,
        _PARTY,
        (_TEACHER,),
        (_PARTY, _PARTY),
        ValueError(NAME),
        type(NAME, (), {}),
    ),
)


def refusal(call: Callable[[], object]) -> PmmError | None:
    try:
        call()
    except PmmError as error:
        return error
    return None


def check_silent(seen: Seen, error: PmmError | None) -> None:
    """Neither the error nor one behind it shows a mark."""
    for each in chain(error):
        assert [] == seen(f"{each} {each!r} {each.args}")


def test_a_wrong_field_is_not_repeated(marked: Build, seen: Seen) -> None:
    value = marked()
    kind: Any = value.__class__
    fields = () if isinstance(value, Trail) else attrs.fields(kind)
    for field in fields:
        for wrong in WRONG if field.init else ():
            check_silent(seen, refusal(partial(attrs.evolve, value, **{field.alias or field.name: wrong})))


def test_a_wrong_document_is_not_repeated(marked: Build, seen: Seen) -> None:
    value = marked()
    if isinstance(value, Trail):
        return
    plain = to_plain(value)
    spoilt = [{**plain, key: wrong} for key in plain for wrong in ([NAME], NUMBER, {ADDRESS: NAME})]
    spoilt += [{**plain, NAME: NUMBER}, {**plain, "kind": NAME}, {key: plain[key] for key in list(plain)[:-1]}]
    for data in spoilt:
        check_silent(seen, refusal(partial(from_plain, data)))
        check_silent(seen, refusal(partial(read_text, data)))
    cut = json.dumps(value)[:-1]
    assert [] == seen(said_of(failed(lambda: json.loads(cut))))


def read_text(data: Any) -> object:
    return json.loads(PLAIN_JSON.dumps(data))


PLAIN_JSON: Final[Any] = import_module("json")

# --- calls that fail -------------------------------------------------------------------------------------------------

_TABLE: Final = rank([Measurement.count(find("33.25"), COMMUNITIES_REGISTERED, 5, on=DAY)])
_KEPALA: Final = Party("zq-id-3", Role.HEAD)
_CYCLE: Final = PerformanceCycle.open(employee=_PARTY, superior=_KEPALA, period=Period.parse("2024-S1"))
_COMMUNITY: Final = LearningCommunity(
    id="k-1", name="Berbagi", kind=CommunityKind.ONLINE, members=frozenset({"zq-id-1"})
)


def parsed(kind: Any, text: str) -> object:
    return kind.parse(f"{text}x")


def built(kind: Any, text: str) -> object:
    return kind(f" {text} ")


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    **{f"{kind.__name__}.parse": partial(parsed, kind) for kind in CLASSES},
    **{kind.__name__: partial(built, kind) for kind in CLASSES},
    **{f"{kind.__name__}.parse": kind.parse for kind in (Golongan, KabupatenCode, ProvinceCode, Period, Window)},
    **{f"{kind.__name__}.parse": kind.parse for kind in (OrganisationPredicate, Predicate, Rating)},
    "parse_date": parse_date,
    "find": find,
    "find_province": find_province,
    "find in": lambda text: find("Blitar", province=text),
    "Standings.of": _TABLE.of,
    "Standings.tied_with": _TABLE.tied_with,
    "schema": schema,
    "from_plain": from_plain,
    "loads": json.loads,
    "loads a kind": lambda text: json.loads("{}", text),
    "Party": lambda text: Party(text, Role.TEACHER),
    "evidence_of": _CYCLE.evidence_of,
    "label": lambda text: cycle_deadlines(_CYCLE, on=DAY, stamp=STAMP, label=text),
    "key": lambda text: cycle_deadlines(_CYCLE, on=DAY, stamp=STAMP, key=f"{text}/", label="x"),
}
GROUPED: Final = (
    NUMBER,
    "19860926 201505 2 009",
    "1986-0926-2015-05-2-009",
    f"  {NUMBER}\n",
    f"NIP {NUMBER}",
    f"{NUMBER}/1",
    ADDRESS,
    ADDRESS.upper(),
)


@pytest.mark.parametrize("name", _READERS)
def test_a_number_or_an_address_that_cannot_be_read_is_not_repeated(name: str) -> None:
    """However it is grouped; a name is repeated by those who look for a region, who cannot know that it is none."""
    for text in GROUPED:
        error = refusal(partial(_READERS[name], text))
        said = "" if error is None else said_of(error)
        assert [] == [part for part in ("19860926", "201505", "0926", "zqani", "ZQANI") if part in said], text


def test_a_number_with_an_impossible_part_is_not_repeated(book: Any) -> None:
    """One sign of it is another, wherever it stands: what is wrong inside is told without the number."""
    refusals = 0
    for kind, number in book.numbers.items():
        for place, other in product(range(len(number.text)), "09@"):
            text = f"{number.text[:place]}{other}{number.text[place + 1 :]}"
            error = refusal(partial(kind.parse, text))
            refusals += error is not None
            said = " ".join(f"{each} {each!r} {each.args}" for each in chain(error))
            assert text[:5] not in said
            assert kind is BelajarAccount or text[-6:] not in said  # the end of an address is that of all of them
    assert 90 < refusals


SPELT: Final = (
    "１９８６０９２６２０１５０５２００９",
    "1986/0926/2015/05/2/009",
    "1_9_8_6_0_9_2_6",
    "19 / 86 / 09 / 26",
    "zqani＠guru.sd.belajar.id",
    "١٩٨٦٠٩٢٦٢٠١٥٠٥٢٠٠٩",
)


@pytest.mark.parametrize("text", SPELT)
def test_nor_where_it_is_spelt_otherwise(text: str) -> None:
    assert text not in said_of(failed(lambda: find(text)))


FAILING: Final[Mapping[str, Callable[[], object]]] = {
    "who is superior to oneself": lambda: PerformanceCycle.open(
        employee=_PARTY, superior=_PARTY, period=Period.parse("2024-S1")
    ),
    "who is no superior": lambda: PerformanceCycle.open(
        employee=_KEPALA, superior=_PARTY, period=Period.parse("2024-S1")
    ),
    "a cycle twice": lambda: review([_CYCLE, _CYCLE], on=NAME),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] -- what does not belong there, on purpose
    "a review of persons": lambda: review([_TEACHER], on=DAY),  # type: ignore[list-item] # pyright: ignore[reportArgumentType] -- what does not belong there, on purpose
    "a party of a party": lambda: Party.of(_PARTY),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] -- what does not belong there, on purpose
    "a picture of a person": lambda: cycle_progress(_TEACHER),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] -- what does not belong there, on purpose
    "a file of a person": lambda: cycle_deadlines(_TEACHER, on=DAY, stamp=STAMP),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] -- what does not belong there, on purpose
    "a frame of persons": lambda: verify([_TEACHER], SCHEMAS[0]),  # type: ignore[type-var] # pyright: ignore[reportArgumentType] -- what does not belong there, on purpose
    "a column of a person": lambda: tally(pa.table({"x": [1]}), by=[_TEACHER]),  # type: ignore[list-item] # pyright: ignore[reportArgumentType] -- what does not belong there, on purpose
    "a table of persons": lambda: rank([_TEACHER]),  # type: ignore[list-item] # pyright: ignore[reportArgumentType] -- what does not belong there, on purpose
}


@pytest.mark.parametrize("name", FAILING)
def test_a_call_that_fails_repeats_nobody(name: str, seen: Seen) -> None:
    assert [] == [line for line in said_of(failed(FAILING[name])).splitlines() if seen(line) and not is_source(line)]


def is_source(line: str) -> bool:
    """Whether a traceback shows a line of this file, which is made of marks."""
    return line.startswith("    ") and line.strip() in SOURCE_LINES


SOURCE_LINES: Final = frozenset(map(str.strip, Path(__file__).read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    "call",
    [
        lambda: _COMMUNITY.join(_TEACHER),
        lambda: _COMMUNITY.leave("zq-id-9"),
        lambda: _COMMUNITY.step_down("zq-id-9"),
        lambda: attrs.evolve(_COMMUNITY, movers=frozenset({"zq-id-1"})).appoint(_TEACHER),
    ],
    ids=["join", "leave", "step down", "appoint"],
)
def test_a_community_that_refuses_somebody_names_nobody(call: Callable[[], object], seen: Seen) -> None:
    assert [] == seen(str(failed(call)))
