"""Whether a period may be closed, and everything that speaks against it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, Final, cast, final

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar import Period
from pmm_core.cycle import EventKind, Party, PerformanceCycle
from pmm_core.errors import Refusal, RefusedError
from pmm_core.overview._agenda import Agenda
from pmm_core.overview._milestones import REQUIRED_EVENTS, Milestone
from pmm_core.overview._reading import check_ids_asked, check_question, read, read_parties
from pmm_core.overview._turns import FORMS, ORDER, Turn, Unfinished, by_id, possible, turn_of
from pmm_core.overview._words import words_for
from pmm_core.ranking import Language

_PAIR: Final = 2


@final
@attrs.frozen(kw_only=True)
class Closing:
    """Whether a period may be closed at the end of a day (penutupan periode), and why not.

    `closing` finds out.  Ids are data here: they stand in the fields for whoever follows them up, and never in a
    `repr`, a refusal or an error.

    Args:
        period: which period.
        on: the day.
        until: the milestone at which a cycle counts as finished.
        cycles: how many cycles of the period there are.
        expected: how many people were expected to have one.
        missing: the ids of those who were expected and have none.
        unfinished: the id of the employee of each cycle that is not finished, with the events that it still needs.
        open_steps: the id of the employee of each of those in which something can be recorded on that day that brings
            it further, with the event.
        later_steps: the same where it can be recorded on a later day only, since its window begins after that day.
        past_steps: the same where the last window is past, so that its own calendar lets it come no further.
        repeated: the ids of those who have more than one cycle of the period.
        foreign: the id of the employee of each cycle of another period, with that period.

    Raises:
        InvalidValueError: ``negative``, ``empty`` for an unfinished cycle that needs nothing, ``over-full`` where the
            numbers do not fit each other: more missing than expected, more unfinished or repeated than there are,
            more that is open, later or past than is unfinished.
        WrongTypeError: for a field of the wrong kind.

    >>> from datetime import date
    >>> Closing(period=Period.parse("2024-S1"), on=date(2024, 7, 1), cycles=3).may_close
    True
    """

    period: Period
    on: date
    until: Milestone = Milestone.SENT
    cycles: int
    expected: int = 0
    missing: tuple[str, ...] = attrs.field(default=(), repr=False)
    unfinished: tuple[Unfinished, ...] = attrs.field(default=(), repr=False)
    open_steps: tuple[Turn, ...] = attrs.field(default=(), repr=False)
    later_steps: tuple[Turn, ...] = attrs.field(default=(), repr=False)
    past_steps: tuple[Turn, ...] = attrs.field(default=(), repr=False)
    repeated: tuple[str, ...] = attrs.field(default=(), repr=False)
    foreign: tuple[tuple[str, Period], ...] = attrs.field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("Closing")
        problems.instance("period", self.period, Period, "a Period")
        problems.day("on", self.on)
        problems.instance("until", self.until, Milestone, "a Milestone")
        problems.integer("cycles", self.cycles)
        problems.integer("expected", self.expected)
        for path in ("missing", "repeated"):
            _check_ids(problems, path, getattr(self, path))
        _check_pairs(problems, "unfinished", self.unfinished, tuple, "a tuple of kinds of event")
        for path in FORMS:
            _check_pairs(problems, path, getattr(self, path), EventKind, "an EventKind")
        _check_pairs(problems, "foreign", self.foreign, Period, "a Period")
        problems.done()
        people = self.cycles - len(self.repeated)  # at most
        steps = sum(len(getattr(self, path)) for path in FORMS)
        for path, number, base, name in (
            ("unfinished", len(self.unfinished), self.cycles, "the cycles"),
            (
                "past_steps",
                steps,
                len(self.unfinished),
                "the cycles that are not finished, open and later ones counted",
            ),
            ("repeated", 2 * len(self.repeated), self.cycles, "the cycles, two for each"),
            ("missing", len(self.missing), self.expected, "those who were expected"),
            ("expected", self.expected - len(self.missing), people, "those who are missing or have a cycle"),
        ):
            if number > base:
                problems.add(path, "over-full", f"must not exceed {name}")
        problems.done()

    @property
    def may_close(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.refusals

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Everything that speaks against closing, with numbers only, and what would be possible."""
        found: list[Refusal] = []
        if self.cycles == 0 and self.expected == 0:
            found.append(Refusal("empty", f"there is no cycle of {self.period}, and nobody was expected to have one"))
        if self.missing:
            why = f"{len(self.missing)} of {self.expected} expected have no cycle of {self.period}"
            found.append(Refusal("missing-cycles", why, ("open a cycle for each", "expect only those who need one")))
        if self.unfinished:
            why = f"{len(self.unfinished)} of {self.cycles} cycles have not come to: {self.until.label_en}"
            ways = possible({path: getattr(self, path) for path in FORMS}, self.unfinished)
            found.append(Refusal("unfinished-cycles", why, ways))
        if self.repeated:
            why = f"more than one cycle of {self.period}: {len(self.repeated)}"
            found.append(Refusal("repeated-cycles", why, ("keep one cycle each",)))
        if self.foreign:
            periods = ", ".join(sorted({str(period) for _, period in self.foreign}))
            why = f"cycles of {periods}: {len(self.foreign)}"
            found.append(Refusal("other-period", why, (f"give cycles of {self.period} only",)))
        return tuple(found)

    def require(self) -> None:
        """Do nothing if the period may be closed, and refuse otherwise.

        Raises:
            RefusedError: with every reason: ``missing-cycles``, ``unfinished-cycles``, ``repeated-cycles``,
                ``other-period``, or ``empty`` for no cycles at all.
        """
        if self.refusals:
            raise RefusedError(f"close {self.period}", self.refusals)

    def text(self, *, language: Language = "en", ids: bool = False) -> str:
        """The answer as lines of text.

        Args:
            language: ``"en"`` or ``"id"``.
            ids: whether to tell the ids, with what is missing; otherwise only numbers.

        Raises:
            InvalidValueError: ``malformed`` for another language.
            WrongTypeError: ``wrong-type`` for anything but True or False.
        """
        check_ids_asked(ids)
        words = words_for(language)
        label, number = words.common.label, words.common.number
        if self.may_close:
            cycles = words.counted(words.cycles, self.cycles)
            return words.may_close.format(period=self.period, day=self.on, cycles=cycles)
        needs = [f"{who}: {', '.join(map(label, kinds))}" for who, kinds in self.unfinished]
        foreign = [f"{who}: {period}" for who, period in self.foreign]
        lines = [words.may_not_close.format(period=self.period, day=self.on)]
        for form, base, rows in (
            (words.missing, self.expected, self.missing),
            (words.unfinished, self.cycles, needs),
            (words.repeated, 0, self.repeated),
            (words.foreign, 0, foreign),
        ):
            if rows:
                lines.append("  " + form.format(n=number(len(rows)), all=number(base)))
                lines += [f"    {row}" for row in rows if ids]
        return "\n".join(lines if len(lines) > 1 else (*lines, f"  {words.nothing}"))

    def __str__(self) -> str:
        return self.text()


def closing(
    cycles: Iterable[PerformanceCycle],
    *,
    period: Period,
    on: date,
    expected: Iterable[Party] = (),
    until: Milestone = Milestone.SENT,
) -> Closing:
    """Find out whether a period may be closed at the end of a day, in one pass over its cycles.

    What is kept is the id of each employee, since nobody may have two cycles and nobody may be missing.  Whether the
    window of what comes next is open, later or past, `pmm_core.cycle.PerformanceCycle.next_steps` of each cycle tells.

    Args:
        cycles: the cycles of the period; any iterable.
        period: which period.
        on: the day; what happened later does not count.
        expected: those who must have a cycle, each once; nobody in particular where it is left out.
        until: the milestone at which a cycle counts as finished.

    Returns:
        The answer, with all that speaks against it.

    Raises:
        InvalidValueError: ``duplicate`` for somebody who is expected twice.
        WrongTypeError: ``datetime-for-date`` for the day, ``wrong-type`` for anything else.

    >>> from datetime import date
    >>> from pmm_core.people import Role
    >>> guru, kepala, period = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD), Period.parse("2024-S1")
    >>> cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=period)
    >>> print(closing([cycle], period=period, on=date(2024, 6, 30), expected=[guru, Party("G-18", Role.TEACHER)]))
    2024-S1 may not be closed on 2024-06-30
      without a cycle: 1 of 2
      cycles that are not finished: 1 of 1
    """
    problems = Problems("closing")
    check_question(problems, cycles, on)
    problems.instance("period", period, Period, "a Period")
    problems.instance("until", until, Milestone, "a Milestone")
    wanted = read_parties(problems, "expected", expected)
    problems.done()
    agenda = Agenda(lambda step: ORDER[REQUIRED_EVENTS[step.kind]] <= ORDER[until])
    counts: Counter[str] = Counter()
    unfinished: list[Unfinished] = []
    turns: dict[str, list[Turn]] = {path: [] for path in FORMS}
    foreign: list[tuple[str, Period]] = []
    for cycle in read(problems, cycles, on):
        who = cycle.employee.id
        if cycle.period != period:
            foreign.append((who, cycle.period))
            continue
        counts[who] += 1
        left = agenda.left(cycle)
        if left:
            unfinished.append((who, tuple(step.kind for step in left)))
            path, kind = turn_of(cycle, left, on)
            turns[path].append((who, kind))
    problems.done()
    return Closing(
        period=period,
        on=on,
        until=until,
        cycles=counts.total(),
        expected=len(wanted),
        missing=tuple(sorted(who for who in wanted if who not in counts)),
        unfinished=tuple(sorted(unfinished, key=by_id)),
        open_steps=tuple(sorted(turns["open_steps"], key=by_id)),
        later_steps=tuple(sorted(turns["later_steps"], key=by_id)),
        past_steps=tuple(sorted(turns["past_steps"], key=by_id)),
        repeated=tuple(sorted(who for who, number in counts.items() if number > 1)),
        foreign=tuple(sorted(foreign)),
    )


def _check_ids(problems: Problems, path: str, ids: object) -> None:
    if problems.instance(path, ids, tuple, "a tuple of ids"):
        for index, each in enumerate(cast("tuple[object, ...]", ids)):
            problems.text(f"{path}[{index}]", each)


def _check_pairs(problems: Problems, path: str, pairs: object, kind: type[Any], name: str) -> None:
    if problems.instance(path, pairs, tuple, "a tuple of pairs"):
        for index, pair in enumerate(cast("tuple[object, ...]", pairs)):
            where = f"{path}[{index}]"
            parts: tuple[Any, ...] = pair if isinstance(pair, tuple) else ()  # pyright: ignore[reportUnknownVariableType] -- of anything
            if len(parts) != _PAIR:
                problems.add(where, "wrong-type", "must be a pair of an id and what is said of it")
                continue
            problems.text(where, parts[0])
            if problems.instance(where, parts[1], kind, name) and isinstance(parts[1], tuple):
                _check_kinds(problems, where, parts[1])  # pyright: ignore[reportUnknownArgumentType] -- of anything


def _check_kinds(problems: Problems, where: str, kinds: tuple[object, ...]) -> None:
    if not kinds:
        problems.add(where, "empty", "must name what is missing")
    for each in kinds:
        problems.instance(where, each, EventKind, "an EventKind")
