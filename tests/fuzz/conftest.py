"""Every public reader of texts, for all files of this folder: a test that asks for ``reader`` is run for each.

A reader here takes anything and gives nothing back: it lets one of our errors pass, once that has been looked at, and
nothing else.
"""

from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from types import MappingProxyType
from typing import Any, Final

import pytest

from pmm_core import appraisal, calendar, codec, communities, credit, cycle, json, people, ranking, regions
from pmm_core.errors import PmmError
from pmm_core.frames import TEACHERS
from pmm_core.ics import cycle_deadlines
from pmm_core.plots import rank_history, standings

DAY: Final = date(2024, 3, 7)
STAMP: Final = datetime(2024, 3, 7, tzinfo=UTC)
KEY: Final = bytes(range(32))
LONGEST_MESSAGE: Final = 700
"""No error grows with what was given; the longest of them name all that there is to choose from."""

BATANG: Final = regions.find("33.25")
TABLE: Final = ranking.rank([ranking.Measurement.count(BATANG, ranking.COMMUNITIES_REGISTERED, 5, on=DAY)])
EARLIER: Final = ranking.rank(
    [ranking.Measurement.count(BATANG, ranking.COMMUNITIES_REGISTERED, 5, on=date(2024, 1, 1))]
)
TEAMS: Final = ranking.rank(
    [ranking.Measurement.share(ranking.Group(BATANG, "t", "T"), ranking.SCHOOLS_LOGGED_IN, 5, of=9, on=DAY)]
)
COMMUNITY: Final = communities.LearningCommunity(id="k-1", name="Berbagi", kind=communities.CommunityKind.ONLINE)
TEACHER: Final = cycle.Party("G-17", people.Role.TEACHER)
CYCLE: Final = cycle.PerformanceCycle.open(
    employee=TEACHER, superior=cycle.Party("K-3", people.Role.HEAD), period=calendar.Period.parse("2024-S1")
)
ALLOCATION: Final = TABLE.target("33.25", rank=1, by=date(2024, 4, 1)).allocate(
    [ranking.Team(kecamatan="Kandeman", level=people.SchoolLevel.SD, left=9)]
)
WIRED: Final = "nip", "nik", "nuptk", "npsn", "belajar-account", "period", "window", "kabupaten-code", "province-code"


def of_all(*questions: Callable[[str], object]) -> Callable[[str], None]:
    """Ask several questions about one text, each for itself."""

    def ask(text: str) -> None:
        for question in questions:
            tried(question, text)

    return ask


def tried(read: Callable[[Any], object], data: object) -> None:
    """Read something, and look at the error if there is one; any other than ours comes out of here."""
    refused: PmmError | None = None
    try:
        read(data)
    except PmmError as error:
        refused = error
    if refused is not None:
        assert refused.codes
        assert len(str(refused)) <= LONGEST_MESSAGE
        # no half character, no control character, nothing that turns a line of a log around
        assert f"{refused} {refused!r}".isprintable()


def document(text: Any) -> None:
    """A text as a whole document, as a kind, as a key, and as what a document of one text holds."""
    keyed: Any = {text: text} if isinstance(text, Hashable) else {}
    for data in (text, keyed, [text], {"kind": text, "format": 1}, {"kind": "pace", "format": text}):
        tried(codec.from_plain, data)
    tried(lambda kind: codec.from_plain({}, kind), text)
    for kind in WIRED:
        tried(codec.from_plain, {"kind": kind, "format": 1, "text": text})


def readers_of(kind: Any, *names: str) -> dict[str, Callable[[str], object]]:
    home = kind.__module__.split(".")[1]
    return {f"{home}.{kind.__name__}.{name}": getattr(kind, name) for name in names}


READERS: Final[dict[str, Callable[[str], object]]] = {
    **readers_of(appraisal.OrganisationPredicate, "parse"),
    **readers_of(appraisal.Predicate, "parse"),
    **readers_of(appraisal.Rating, "parse"),
    **readers_of(calendar.Period, "parse", "is_valid"),
    **readers_of(calendar.Window, "parse"),
    "calendar.parse_date": of_all(partial(calendar.parse_date, year=2024), calendar.parse_date),
    "codec.from_plain": document,
    "codec.schema": codec.schema,
    "communities.LearningCommunity.leave": COMMUNITY.leave,
    "communities.LearningCommunity.step_down": COMMUNITY.step_down,
    **readers_of(credit.Golongan, "parse", "is_valid"),
    "cycle.PerformanceCycle.evidence_of": CYCLE.evidence_of,
    "frames.Schema.column": TEACHERS.column,
    "ics.cycle_deadlines": lambda text: cycle_deadlines(CYCLE, on=DAY, stamp=STAMP, key=text, label=text).to_ical(),
    "json.loads": of_all(json.loads, lambda text: json.loads("{}", text)),
    "json.parse": json.parse,
    **{
        name: read
        for kind in (people.BelajarAccount, people.Nik, people.Nip, people.Npsn, people.Nuptk)
        for name, read in readers_of(kind, "parse", "is_valid").items()
    },
    "people.pseudonym": of_all(
        partial(people.pseudonym, key=KEY),
        lambda text: people.pseudonym("t-1", key=text),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] -- a text where bytes belong, on purpose
    ),
    "plots.rank_history": lambda text: rank_history(ranking.History.of_tables([TABLE]), highlight=[text]),
    "plots.standings": lambda text: standings(TABLE, highlight=[text]),
    "ranking.Allocation.of": ALLOCATION.of,
    "ranking.History.of": ranking.History.of_tables([TABLE]).of,
    "ranking.Movements.of": TABLE.compare(EARLIER).of,
    "ranking.Scope.named": ranking.Scope.named,
    **{
        f"ranking.Standings.{name}": of_all(getattr(TEAMS, name), getattr(TABLE, name))
        for name in ("band", "find", "index_of", "neighbours", "of", "tied_with")
    },
    "ranking.Standings.target": lambda text: TABLE.target(text, rank=1, by=date(2024, 4, 1)),
    "regions.find": of_all(lambda text: regions.find("Batang", province=text), regions.find),
    "regions.find_province": regions.find_province,
    "regions.kabupatens": lambda text: regions.kabupatens(province=text),
    "regions.resolve": regions.resolve,
    **readers_of(regions.KabupatenCode, "parse", "is_valid"),
    **readers_of(regions.ProvinceCode, "parse", "is_valid"),
}
"""Every public callable that reads a text, by its public name."""

ELSEWHERE: Final[dict[str, str]] = {
    "codec.to_plain": "takes a value; what it makes of texts inside one is held to come back by the laws of documents",
    "frames.composite": "takes a choice; see test_columns",
    "frames.standings": "takes a choice; see test_columns",
    "frames.tally": "takes names of columns; see test_columns",
    "frames.targets": "takes a choice; see test_columns",
    "json.dump_bytes": "takes a value, as to_plain does",
    "json.dumps": "takes a value, as to_plain does",
}
"""Those that are tried elsewhere, and where."""

Reader = Callable[[object], None]


def guarded(read: Callable[[Any], object]) -> Reader:
    return partial(tried, read)


GUARDED: Final[Mapping[str, Reader]] = MappingProxyType({name: guarded(read) for name, read in READERS.items()})


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test for every reader where it asks for one."""
    if "reader" in metafunc.fixturenames:
        metafunc.parametrize("reader", GUARDED.values(), ids=GUARDED)


@pytest.fixture(scope="session")
def readers() -> Mapping[str, Reader]:
    return GUARDED


@pytest.fixture(scope="session")
def elsewhere() -> Mapping[str, str]:
    return ELSEWHERE
