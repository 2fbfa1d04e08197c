"""One look at many cycles: where they stand, what is late, what is due, and who has none."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from types import MappingProxyType
from typing import Final, cast, final

import attrs

from pmm_core._checks import Problems
from pmm_core._tables import html_notes, html_table
from pmm_core.cycle import EventKind, Party, PerformanceCycle
from pmm_core.overview._agenda import Agenda
from pmm_core.overview._counting import Counts
from pmm_core.overview._milestones import REQUIRED_EVENTS
from pmm_core.overview._outstanding import Outstanding, rows_of
from pmm_core.overview._reading import check_ids_asked, check_question, read, read_parties
from pmm_core.overview._tally import CycleTally
from pmm_core.overview._words import Words, words_for
from pmm_core.ranking import Language

_SOON: Final = 14


@final
@attrs.frozen(kw_only=True, repr=False)
class Overview:
    """Many cycles seen from one day (ikhtisar siklus).  `review` builds it.

    Its texts tell numbers; ids are told to those who ask for them.

    Args:
        tally: where the cycles stand.
        within: how many days ahead was looked.
        steps: what is late, or due within those days.
        expected: how many people were expected to have a cycle.
        missing: the ids of those of them who have none.

    Raises:
        InvalidValueError: ``mixed-dates`` for steps seen from another day, ``too-large`` for steps that are due later,
            ``over-full`` where the numbers of those who were expected, are missing and have a cycle do not fit,
            ``negative``.
        WrongTypeError: for a field of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core.people import Role
    >>> seen = review([], on=date(2024, 3, 25), expected=[Party("G-17", Role.TEACHER)])
    >>> seen.tally.cycles, len(seen.missing)
    (0, 1)
    """

    tally: CycleTally
    within: int
    steps: tuple[Outstanding, ...] = ()
    expected: int = 0
    missing: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        problems = Problems("Overview")
        tallied = problems.instance("tally", self.tally, CycleTally, "a CycleTally")
        ahead = problems.integer("within", self.within)
        listed = problems.integer("expected", self.expected)
        if problems.instance("steps", self.steps, tuple, "a tuple of what is outstanding"):
            for index, step in enumerate(self.steps):
                known = problems.instance(f"steps[{index}]", step, Outstanding, "an Outstanding")
                if known and tallied and step.on != self.tally.on:
                    problems.add(f"steps[{index}]", "mixed-dates", f"is seen from {step.on}, not {self.tally.on}")
                if known and ahead and (step.days_left is None or step.days_left > self.within):
                    problems.add(f"steps[{index}]", "too-large", f"must be due within {self.within} days")
        if problems.instance("missing", self.missing, tuple, "a tuple of ids"):
            for index, who in enumerate(cast("tuple[object, ...]", self.missing)):
                problems.text(f"missing[{index}]", who)
            if listed and len(self.missing) > self.expected:
                problems.add("missing", "over-full", "must not exceed those who were expected")
            elif listed and tallied and self.expected - len(self.missing) > self.tally.cycles:
                problems.add("expected", "over-full", "must not exceed those who are missing or have a cycle")
        problems.done()
        object.__setattr__(self, "steps", tuple(sorted(self.steps, key=_earliest_first)))
        object.__setattr__(self, "missing", tuple(sorted(self.missing)))

    @property
    def on(self) -> date:
        """The day from which they are seen."""
        return self.tally.on

    @property
    def late(self) -> tuple[Outstanding, ...]:
        """What is late, the oldest first."""
        return tuple(step for step in self.steps if step.is_late)

    @property
    def due(self) -> tuple[Outstanding, ...]:
        """What is due from that day on, the earliest first."""
        return tuple(step for step in self.steps if not step.is_late)

    def text(self, *, language: Language = "en", ids: bool = False) -> str:
        """The numbers as lines of text, and below them what is to be done.

        Args:
            language: ``"en"`` or ``"id"``.
            ids: whether to tell the id of each employee with what is missing; otherwise only how often it is.

        Raises:
            InvalidValueError: ``malformed`` for another language.
            WrongTypeError: ``wrong-type`` for anything but True or False.
        """
        check_ids_asked(ids)
        words = words_for(language)
        lines = [self.tally.text(language=language), ""]
        if self.expected:
            number = words.common.number
            lines.append(words.missing.format(n=number(len(self.missing)), all=number(self.expected)))
            lines += [f"  {who}" for who in self.missing if ids]
        for title, steps in self._groups(words):
            lines.append(title)
            found = _named(steps, language) if ids else map(" ".join, _counted(steps, words))
            lines += [f"  {line}" for line in found]
        return "\n".join(lines)

    def html(self, *, language: Language = "en") -> str:
        """The numbers as HTML tables for notebooks and pages, all text escaped and nobody's id among them.

        Args:
            language: ``"en"`` or ``"id"``.

        Raises:
            InvalidValueError: ``malformed`` for another language.
        """
        words = words_for(language)
        code, number = words.common.code, words.common.number
        parts = [self.tally.html(language=language)]
        if self.expected:
            parts += html_notes(code, [words.missing.format(n=number(len(self.missing)), all=number(self.expected))])
        head = (words.steps[0], words.cycles[1])
        for title, steps in self._groups(words):
            rows = tuple(_counted(steps, words))
            parts += [html_table("steps", code, title, rows, head=head)] if rows else html_notes(code, [title])
        return "\n".join(parts)

    def _groups(self, words: Words) -> Iterator[tuple[str, tuple[Outstanding, ...]]]:
        """What is late and what is due, each with what stands above it."""
        for form, steps in ((words.late, self.late), (words.due, self.due)):
            owners = len({(step.employee.id, step.period) for step in steps})
            parts = {"steps": words.counted(words.steps, len(steps)), "cycles": words.counted(words.cycles, owners)}
            yield form.format(within=words.counted(words.days, self.within), **parts), steps

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Overview {self.on}: {self.tally.cycles} cycles, {len(self.late)} late, {len(self.due)} due>"


_ORDER: Final = MappingProxyType({kind: index for index, kind in enumerate(REQUIRED_EVENTS)})


def _earliest_first(step: Outstanding) -> tuple[date | int | str, ...]:
    period = step.period
    when = step.deadline or step.on
    return when, period.year, period.mark, period.ordinal, _ORDER[step.kind], step.employee.id, step.superior.id


def _named(steps: tuple[Outstanding, ...], language: Language) -> Iterator[str]:
    for step in steps:
        yield f"{step.employee.id}: {step.text(language=language)}"


def _counted(steps: tuple[Outstanding, ...], words: Words) -> Iterator[tuple[str, str]]:
    found: Counter[EventKind] = Counter(step.kind for step in steps)
    for kind in REQUIRED_EVENTS:
        if found[kind]:
            yield words.common.label(kind), words.common.number(found[kind])


def review(
    cycles: Iterable[PerformanceCycle], *, on: date, within: int = _SOON, expected: Iterable[Party] = ()
) -> Overview:
    """Look at many cycles at once, in one pass: where they stand, what is late and what is due.

    What is kept grows with what is late or due, and where people are expected, with their number.

    Args:
        cycles: which to look at, each once; any iterable.
        on: the day; what happened later does not count.
        within: how many days ahead to look; two weeks where it is left out.
        expected: those who must have a cycle, each once; nobody in particular where it is left out.

    Returns:
        The overview; print it.

    Raises:
        InvalidValueError: ``negative`` for *within*, ``duplicate`` for somebody who is expected twice.
        WrongTypeError: ``datetime-for-date`` for the day, ``wrong-type`` and others for anything else.

    >>> from datetime import date
    >>> from pmm_core.calendar import Period
    >>> from pmm_core.people import Role
    >>> cycle = PerformanceCycle.open(
    ...     employee=Party("G-17", Role.TEACHER), superior=Party("K-3", Role.HEAD), period=Period.parse("2024-S1")
    ... )
    >>> review([cycle], on=date(2024, 3, 25))
    <Overview 2024-03-25: 1 cycles, 0 late, 1 due>
    """
    problems = Problems("review")
    check_question(problems, cycles, on)
    problems.integer("within", within)
    without = read_parties(problems, "expected", expected)
    problems.done()
    number, counts, steps = len(without), Counts(), list[Outstanding]()
    agenda = Agenda(lambda step: step.deadline is not None and (step.deadline - on).days <= within)
    for cycle in read(problems, cycles, on):
        counts.add(cycle)
        steps += rows_of(cycle, on, agenda)
        if without:
            without.pop(cycle.employee.id, None)
    problems.done()
    return Overview(tally=counts.tally(on), within=within, steps=tuple(steps), expected=number, missing=tuple(without))
