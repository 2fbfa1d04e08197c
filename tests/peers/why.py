"""Why this and not: what peers answer, what we answer, and what they do better; features, no times.

``python tests/peers/why.py`` asks every peer and us, prints the table with the versions that are installed, and fails
where an answer is not the one that is written down here.  ``nox --session why`` installs the peers for it.

``python tests/peers/why.py table`` prints what the README holds and needs no peer.

The peers are general and asked as they come; what takes one word more of theirs is told where they are better.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NamedTuple, Protocol

from pmm_core import (
    Certainty,
    Measurement,
    Party,
    PerformanceCycle,
    Period,
    Plan,
    RefusedError,
    Role,
    Source,
    Window,
    composite,
    find,
    kabupatens,
    rank,
)
from pmm_core.calendar import parse_date
from pmm_core.cycle import TEACHER_INDICATORS, FocusRating, ObservationHeld, PlanSubmitted, RubricLevel
from pmm_core.holidays import NationalCalendar
from pmm_core.ranking import COMMUNITIES_REGISTERED, TEACHERS_LOGGED_IN, TOPIC_1_COMPLETED, Component, Index

HEADINGS = ("peer", "you ask", "it says", "`pmm_core` says", "it does better")
THURSDAY, NEXT = date(2022, 12, 22), date(2022, 12, 29)


class Claim(NamedTuple):
    """One row: a peer, what somebody asks, the three answers as they are written down, and how to get each of them."""

    peer: str
    asked: str
    theirs: str
    ours: str
    better: str
    ask_them: Callable[[], str]
    ask_us: Callable[[], str]
    ask_for_more: Callable[[], str]


# -- pandas: an index of two shares


def index_by_pandas() -> Any:
    import pandas as pd

    shares = pd.DataFrame({"logins": [0.4, 0.2], "topic 1": [0.4, 0.7]})
    return 0.6 * shares["logins"] + 0.4 * shares["topic 1"]


def pandas_ranks_an_index() -> str:
    return "places {:.0f} and {:.0f}".format(*index_by_pandas().rank(method="min", ascending=False))


def we_rank_an_index() -> str:
    ours = Source(key="ours", title="Made up", locator="tests/peers/why.py", certainty=Certainty.DESIGN)
    index = Index(
        key="index",
        label_id="indeks",
        label_en="index",
        source=ours,
        components=(
            Component(metric=TEACHERS_LOGGED_IN, weight=Fraction(3, 5)),
            Component(metric=TOPIC_1_COMPLETED, weight=Fraction(2, 5)),
        ),
    )
    table = composite(
        index,
        [
            Measurement.share(find(name), metric, number, of=1000, on=THURSDAY)
            for name, logins, topic in (("Kudus", 400, 400), ("Jepara", 200, 700))
            for metric, number in ((TEACHERS_LOGGED_IN, logins), (TOPIC_1_COMPLETED, topic))
        ],
    )
    return f"places {table.of('Kudus').rank} and {table.of('Jepara').rank}"


def pandas_ranks_anything() -> str:
    import pandas as pd

    assert [2.0, 1.0] == pd.Series(["b", "a"]).rank().tolist()
    assert [0.5, 1.0] == pd.Series([3, 4]).rank(pct=True).tolist()
    assert [1.0, 1.0] == index_by_pandas().round(9).rank(method="min").tolist()
    return "places of any column, also as percentiles; `round` first, and both are 1"


# -- pandas: from one place to another


def pandas_subtracts_places() -> str:
    import pandas as pd

    there, back = pd.Series([1, 27, 1]).diff().iloc[1:]
    return f"`{there}`, and `{back}` for the way back"


def we_compare_places() -> str:
    batang = find("Batang")
    others = [area for area in kabupatens(province=batang.province) if area != batang][:26]

    def table(count: int, on: date) -> Any:
        figures = [Measurement.count(area, COMMUNITIES_REGISTERED, 10, on=on) for area in others]
        return rank([Measurement.count(batang, COMMUNITIES_REGISTERED, count, on=on), *figures])

    first, last = table(99, THURSDAY), table(1, NEXT)
    again = table(99, NEXT + timedelta(7))
    there, back = last.compare(first).of(batang), again.compare(last).of(batang)
    return ", and ".join(str(move).partition(", ")[2] for move in (there, back))


def pandas_rolls() -> str:
    import pandas as pd

    assert [1.5, 2.5] == pd.Series([1, 2, 3]).rolling(2).mean().iloc[1:].tolist()
    return "windows that roll over long series"


# -- SciPy: an empty base


def scipy_ranks_nothing_of_nothing() -> str:
    from scipy.stats import rankdata

    found = rankdata([0.8, float("nan"), 0.5])
    return f"`{'`, `'.join(map(str, found))}`"


def we_rank_nothing_of_nothing() -> str:
    counted = {"Kudus": (800, 1000), "Demak": (0, 0), "Jepara": (500, 1000)}
    table = rank(
        Measurement.share(find(name), TEACHERS_LOGGED_IN, number, of=base, on=THURSDAY)
        for name, (number, base) in counted.items()
    )
    (left,) = table.unranked
    return f"places {' and '.join(str(row.rank) for row in table)}; one without: `{left.reason.value}`"


def scipy_ranks_arrays() -> str:
    from scipy.stats import kendalltau, rankdata

    assert [2.0, 1.0] == rankdata([0.8, float("nan"), 0.5], nan_policy="omit")[[0, 2]].tolist()
    assert [[1.0, 2.0], [2.0, 1.0]] == rankdata([[1, 2], [4, 3]], axis=1).tolist()
    assert kendalltau([1, 2, 3], [1, 2, 3]).statistic > 0.99
    return "`nan_policy`, arrays of any shape, statistics on ranks"


# -- dateutil: dates as people write them

DATES = ("7 Maret 2024", "01/02/2024")


def each_date(parse: Callable[[str], date]) -> str:
    said: list[str] = []
    for text in DATES:
        try:
            said.append(f"{parse(text):%Y-%m-%d}")
        except ValueError as error:
            said.append(f"`{type(error).__name__}`")
    return ", ".join(said)


def dateutil_reads_dates() -> str:
    from dateutil import parser

    return each_date(parser.parse)


def we_read_dates() -> str:
    return each_date(parse_date)


def dateutil_repeats() -> str:
    from dateutil import parser
    from dateutil.rrule import WEEKLY, rrule

    assert parser.parse("01/02/2024", dayfirst=True).month == 2
    assert parser.parse("Thu Mar 7 2024 08:00 +0700").utcoffset() == timedelta(hours=7)
    assert [7, 14] == [day.day for day in rrule(WEEKLY, count=2, dtstart=date(2024, 3, 7))]
    return "`dayfirst`, times, zones, what recurs"


# -- holidays: a year without a decree


def holidays_of_2035() -> str:
    from holidays import GOVERNMENT, PUBLIC, country_holidays

    found = country_holidays("ID", years=2035, categories=(PUBLIC, GOVERNMENT), language="en_US")
    return f"{len(found)} days, {sum('estimated' in name for name in found.values())} of them called estimated"


def we_on_2035() -> str:
    try:
        return str(NationalCalendar().is_working_day(date(2035, 11, 30)))
    except RefusedError as error:
        possible = error.refusals[0].possible
        return f"`{error.codes[0]}`; there are {possible[0]} to {possible[-1]}"


def holidays_elsewhere() -> str:
    from holidays import list_supported_countries, list_supported_financial

    countries = list_supported_countries()
    assert len(countries) > 200
    assert len(list_supported_financial()) > 2
    return "over 200 countries and codes of them, stock exchanges"


# -- portion: days in a row

ENDS = ((date(2024, 1, 1), date(2024, 3, 31)), (date(2024, 4, 1), date(2024, 6, 30)))


def portion_joins_days() -> str:
    import portion

    planned, rest = (portion.closed(*ends) for ends in ENDS)
    return f"{len(planned | rest)} intervals, adjacent: `{planned.adjacent(rest)}`"


def we_join_days() -> str:
    planned, rest = (Window(*ends) for ends in ENDS)
    return f"one window of {planned.union(rest).days} days, adjacent: `{planned.adjacent(rest)}`"


def portion_opens_ends() -> str:
    import portion

    class Days(portion.AbstractDiscreteInterval):
        _step = timedelta(days=1)

    whole = portion.create_api(Days)
    assert len(whole.closed(*ENDS[0]) | whole.closed(*ENDS[1])) == 1
    assert date(2099, 1, 1) in portion.open(ENDS[0][0], portion.inf)
    return "open and endless intervals of anything; whole days by a subclass"


# -- three machines: a teacher would observe themselves, in January, before there is a plan

TEACHER, HEAD = Party("g-17", Role.TEACHER), Party("k-3", Role.HEAD)
RULES = ("wrong-actor", "own-approval", "outside-window")


def opened() -> PerformanceCycle:
    return PerformanceCycle.open(employee=TEACHER, superior=HEAD, period=Period.parse("2024-S1"))


def observed() -> ObservationHeld:
    ratings = tuple(FocusRating(name, RubricLevel.EFFECTIVE) for name in "abc")
    return ObservationHeld(on=date(2024, 1, 12), by=TEACHER, ratings=ratings)


def transitions_refuses() -> str:
    from transitions import Machine, MachineError

    class Model:
        state: str
        observe: Callable[[], bool]
        agree: Callable[[], bool]

    model = Model()
    for rule in RULES:
        setattr(model, rule, lambda: False)
    moves = [
        {"trigger": "agree", "source": "draft", "dest": "agreed"},
        {"trigger": "observe", "source": "agreed", "dest": "observed", "conditions": list(RULES)},
    ]
    Machine(model, states=["draft", "agreed", "observed"], transitions=moves, initial="draft")
    try:
        model.observe()
    except MachineError as error:
        assert "from state draft" in str(error)
        model.agree()
        return f"`{type(error).__name__}` on the state; when that fits, `{model.observe()}`"
    return "no refusal"


def we_refuse() -> str:
    return f"`{'`, `'.join(refusal.code for refusal in opened().refusals(observed()))}`"


def transitions_nests() -> str:
    import asyncio

    from transitions.extensions import HierarchicalMachine
    from transitions.extensions.asyncio import AsyncMachine

    class Model:
        state: str
        agree: Callable[[], Any]

    called: list[str] = []
    model = Model()
    states = ["draft", {"name": "agreed", "children": ["waiting"], "initial": "waiting"}]
    moves = [{"trigger": "agree", "source": "draft", "dest": "agreed", "after": lambda: called.append("after")}]
    HierarchicalMachine(model, states=states, transitions=moves, initial="draft")
    model.agree()
    assert ("agreed_waiting", ["after"]) == (model.state, called)
    later = Model()
    AsyncMachine(later, states=["draft", "agreed"], transitions=[["agree", "draft", "agreed"]], initial="draft")
    assert asyncio.run(later.agree())
    return "any machine: nested states, callbacks, async"


def statemachine_refuses() -> str:
    from statemachine import State, StateMachine
    from statemachine.exceptions import TransitionNotAllowed

    def rule(code: str) -> Callable[[], None]:
        def check() -> None:
            raise ValueError(code)

        return check

    class Observing(StateMachine):
        draft = State(initial=True)
        agreed = State()
        seen = State(final=True)
        agree = draft.to(agreed)
        observe = agreed.to(seen, validators=[rule(code) for code in RULES])

    machine = Observing()
    try:
        machine.observe()
    except TransitionNotAllowed as error:
        machine.agree()
        try:
            machine.observe()
        except ValueError as first:
            return f"`{type(error).__name__}`; when the state fits, `{first}` alone"
    return "no refusal"


def we_say_what_is_possible() -> str:
    by_code = {refusal.code: refusal.possible for refusal in opened().refusals(observed())}
    possible = (by_code["wrong-actor"][0], by_code["outside-window"][0])
    return f"all {len(by_code)} at once; possible: `{'`, `'.join(possible)}`"


def statemachine_runs_in_parallel() -> str:
    from statemachine import State, StateChart

    class Both(StateChart):
        class year(State.Parallel):  # noqa: N801 -- the peer takes the name for the state's
            class plan(State.Compound):  # noqa: N801
                draft = State(initial=True)
                agreed = State(final=True)
                agree = draft.to(agreed)

            class practice(State.Compound):  # noqa: N801
                waiting = State(initial=True)
                seen = State(final=True)
                observe = waiting.to(seen)

    machine = Both()
    machine.agree()
    assert {"agreed", "waiting"} < {state.id for state in machine.configuration}
    assert ["observe"] == [event.id for event in machine.allowed_events]
    return "any chart: `allowed_events`, parallel states"


class Planning(Protocol):
    """What automat is told of a plan."""

    def submit(self, text: str) -> None:
        """Submit it."""

    def where(self) -> str:
        """Name the state."""

    def read(self) -> str:
        """Return the text."""


def by_automat() -> Any:
    from automat import TypeMachineBuilder

    def keep(machine: Planning, core: object, text: str) -> str:  # noqa: ARG001 -- the peer passes all three
        return text

    def read(machine: Planning, core: object, text: str) -> str:  # noqa: ARG001
        return text

    builder = TypeMachineBuilder(Planning, object)
    draft, submitted = builder.state("draft"), builder.state("submitted", keep)
    draft.upon(Planning.submit).to(submitted).returns(None)
    draft.upon(Planning.where).loop().returns("draft")
    submitted.upon(Planning.where).loop().returns("submitted")
    submitted.upon(Planning.read).loop()(read)
    return builder.build()(object())


def automat_moves() -> str:
    before = after = by_automat()
    after.submit("one class at a time")
    return f"`{before.where()}`: it is the same object"


def we_move() -> str:
    before = opened()
    plan = Plan(indicator=TEACHER_INDICATORS[4], competence=())
    after = before.apply(PlanSubmitted(on=date(2024, 1, 10), by=TEACHER, plan=plan))
    assert before == after.as_of(date(2024, 1, 9))
    return f"`{before.state.value}`; the new value is `{after.state.value}`"


def automat_keeps_data() -> str:
    from automat import NoTransition

    machine = by_automat()
    try:
        machine.read()
    except NoTransition:
        machine.submit("one class at a time")
    assert machine.read() == "one class at a time"
    return "any machine, typed by a `Protocol`; data that only some states have"


CLAIMS = (
    Claim(
        peer="pandas",
        asked="0.6 × logins + 0.4 × topic 1: places of (40 %, 40 %) and (20 %, 70 %)",
        theirs="places 1 and 2",
        ours="places 1 and 1",
        better="places of any column, also as percentiles; `round` first, and both are 1",
        ask_them=pandas_ranks_an_index,
        ask_us=we_rank_an_index,
        ask_for_more=pandas_ranks_anything,
    ),
    Claim(
        peer="pandas",
        asked="from place 1 to place 27?",
        theirs="`26.0`, and `-26.0` for the way back",
        ours="down 26 places, and up 26 places",
        better="windows that roll over long series",
        ask_them=pandas_subtracts_places,
        ask_us=we_compare_places,
        ask_for_more=pandas_rolls,
    ),
    Claim(
        peer="scipy",
        asked="places of three shares, one of them 0 of 0",
        theirs="`nan`, `nan`, `nan`",
        ours="places 1 and 2; one without: `empty-base`",
        better="`nan_policy`, arrays of any shape, statistics on ranks",
        ask_them=scipy_ranks_nothing_of_nothing,
        ask_us=we_rank_nothing_of_nothing,
        ask_for_more=scipy_ranks_arrays,
    ),
    Claim(
        peer="python-dateutil",
        asked="read “7 Maret 2024” and “01/02/2024”",
        theirs="`ParserError`, 2024-01-02",
        ours="2024-03-07, 2024-02-01",
        better="`dayfirst`, times, zones, what recurs",
        ask_them=dateutil_reads_dates,
        ask_us=we_read_dates,
        ask_for_more=dateutil_repeats,
    ),
    Claim(
        peer="holidays",
        asked="days off in 2035, which nobody has decreed",
        theirs="17 days, 8 of them called estimated",
        ours="`no-decree`; there are 2022 to 2027",
        better="over 200 countries and codes of them, stock exchanges",
        ask_them=holidays_of_2035,
        ask_us=we_on_2035,
        ask_for_more=holidays_elsewhere,
    ),
    Claim(
        peer="portion",
        asked="January to 31 March, with 1 April to June",
        theirs="2 intervals, adjacent: `False`",
        ours="one window of 182 days, adjacent: `True`",
        better="open and endless intervals of anything; whole days by a subclass",
        ask_them=portion_joins_days,
        ask_us=we_join_days,
        ask_for_more=portion_opens_ends,
    ),
    Claim(
        peer="transitions",
        asked="a teacher observes themselves, in January, before there is a plan: why not?",
        theirs="`MachineError` on the state; when that fits, `False`",
        ours="`wrong-state`, `wrong-actor`, `own-approval`, `outside-window`",
        better="any machine: nested states, callbacks, async",
        ask_them=transitions_refuses,
        ask_us=we_refuse,
        ask_for_more=transitions_nests,
    ),
    Claim(
        peer="python-statemachine",
        asked="the same: which rules forbid it, and what would they allow?",
        theirs="`TransitionNotAllowed`; when the state fits, `wrong-actor` alone",
        ours="all 4 at once; possible: `superior`, `2024-02-01..2024-06-30`",
        better="any chart: `allowed_events`, parallel states",
        ask_them=statemachine_refuses,
        ask_us=we_say_what_is_possible,
        ask_for_more=statemachine_runs_in_parallel,
    ),
    Claim(
        peer="automat",
        asked="in which state was the plan before it was submitted?",
        theirs="`submitted`: it is the same object",
        ours="`draft`; the new value is `submitted`",
        better="any machine, typed by a `Protocol`; data that only some states have",
        ask_them=automat_moves,
        ask_us=we_move,
        ask_for_more=automat_keeps_data,
    ),
)


def table(claims: Iterable[Claim], versions: Mapping[str, str] | None = None) -> str:
    """Write the claims as a table in Markdown, with the versions of the peers where they are given."""
    told = versions or {}
    rows = [HEADINGS, tuple("---" for _ in HEADINGS)]
    rows += [
        (f"{claim.peer} {told.get(claim.peer, '')}".strip(), claim.asked, claim.theirs, claim.ours, claim.better)
        for claim in claims
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def answer(ask: Callable[[], str]) -> str:
    """Ask; whatever goes wrong with a peer is an answer as well, and not the one that is written down."""
    try:
        return ask()
    except Exception as error:  # noqa: BLE001 -- a peer may raise anything, or not be there
        return f"{type(error).__name__}: {error}"


def differences(claim: Claim) -> list[str]:
    """Ask both sides of a claim; tell what is not as it is written down."""
    asked = (
        ("it says", claim.theirs, claim.ask_them),
        ("pmm_core says", claim.ours, claim.ask_us),
        ("it does better", claim.better, claim.ask_for_more),
    )
    found = [(column, written, answer(ask)) for column, written, ask in asked]
    return [
        f"{claim.peer}, {claim.asked}: {column} {now!r}, and not {written!r}"
        for column, written, now in found
        if now != written
    ]


def installed(claims: Iterable[Claim]) -> dict[str, str]:
    """Find the versions of the peers."""
    found: dict[str, str] = {}
    for claim in claims:
        try:
            found[claim.peer] = version(claim.peer)
        except PackageNotFoundError:
            found[claim.peer] = "(not installed)"
    return found


def main(words: Sequence[str], claims: Sequence[Claim] = CLAIMS) -> int:
    """Carry out the command; 1 where a claim does not hold."""
    match words:
        case []:
            print(table(claims, installed(claims)), end="\n\n")
        case ["table"]:
            print(table(claims))
            return 0
        case _:
            print(__doc__)
            return 2
    wrong = [line for claim in claims for line in differences(claim)]
    print("\n".join(wrong) or f"{len(claims)} claims hold, {3 * len(claims)} answers as they are written down")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
