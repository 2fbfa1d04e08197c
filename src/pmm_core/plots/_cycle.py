"""Cycle progress: the outer line of a cycle and its five stages, what is done, and what comes next by when."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final, final

import attrs
from matplotlib.axes import Axes

from pmm_core._checks import Problems
from pmm_core.cycle import PerformanceCycle
from pmm_core.overview import REACHED, REQUIRED_EVENTS, Milestone, Outstanding, milestones_of, outstanding
from pmm_core.overview._reading import as_on
from pmm_core.plots._canvas import BLUE, FAINT, GROUND, INK, MUTED, ORANGE, VERMILION, Canvas, check_call
from pmm_core.plots._words import Words, words_for
from pmm_core.ranking import Language

_STAGES: Final = (Milestone.STAGE_1, Milestone.STAGE_2, Milestone.STAGE_3, Milestone.STAGE_4, Milestone.STAGE_5)
_OUTER: Final = 1.0
_INNER: Final = 2.2
_TEXT: Final = 3.2
_TOLD: Final = 11.0
_WIDTH: Final = 30.0
_ROW: Final = 0.27  # inches
_NONE: Final = "–"


@final
@attrs.frozen
class _Stop:
    """A milestone in its row."""

    milestone: Milestone
    row: int
    reached: bool
    left: tuple[Outstanding, ...]
    on: date | None

    @property
    def x(self) -> float:
        """On which of the two lines it stands."""
        return _INNER if self.milestone in _STAGES else _OUTER

    @property
    def following(self) -> Outstanding | None:
        """What can be done right now to come here."""
        return next((step for step in self.left if step.is_next), None)

    @property
    def is_late(self) -> bool:
        """Whether the last day of something that it takes is past."""
        return any(step.is_late for step in self.left)


def cycle_progress(
    cycle: PerformanceCycle, *, on: date | None = None, ax: Axes | None = None, language: Language = "en"
) -> Axes:
    """Draw how far a cycle is: the line from the plan to the end, and the five stages beside it (kemajuan siklus).

    A full dot is done, with its day; a diamond comes next, with who has the turn and by when; a triangle is late; a
    hollow dot is still to come.  Nobody is named, by an id either.

    Args:
        cycle: which one.
        on: the day from which it is seen, so that days are counted; what happened later is left out.  Without one the
            whole cycle is drawn, and no days are counted.
        ax: what to draw into; a Figure of its own where it is left out.
        language: ``"en"`` or ``"id"``.

    Returns:
        The Axes.

    Raises:
        InvalidValueError: ``malformed`` for another language, ``unexpected-kind`` for an Axes with angles or depth.
        WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

    >>> from datetime import date
    >>> from pmm_core import CALENDAR, Party, PerformanceCycle, Role
    >>> guru, kepala, day = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD), date(2024, 3, 7)
    >>> cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=CALENDAR.period_on(day))
    >>> ax = cycle_progress(cycle, on=day)
    >>> [text.get_text() for text in ax.texts if "left" in text.get_text()][0]
    'next: plan submitted by the employee, by 31 March 2024, 24 days left'
    """
    problems = Problems("cycle_progress")
    problems.instance("cycle", cycle, PerformanceCycle, "a PerformanceCycle")
    if on is not None:
        problems.day("on", on)
    check_call(problems, ax, language)
    problems.done()
    words = words_for(language)
    seen = cycle if on is None else as_on(cycle, on)
    stops = _stops(seen, on)
    canvas = Canvas(ax, words, (8.4, 0.9 + _ROW * len(stops)))
    canvas.limits((0, _WIDTH), (len(stops) - 0.4, -0.6))
    canvas.ticks("x", [], [])
    canvas.ticks("y", [], [])
    _lines(canvas, stops)
    for stop in stops:
        _mark(canvas, stop)
        strong = stop.following is not None
        colour = INK if stop.reached or strong or stop.is_late else MUTED
        canvas.text(_TEXT, stop.row, words.label(stop.milestone), colour=colour, bold=strong)
        canvas.text(_TOLD, stop.row, _told(stop, words, counted=on is not None), colour=colour, bold=strong)
    below = f"{words.label(seen.state)}; {words.label(seen.progress)}"
    name = f"{words.cycle} {seen.period}"
    canvas.title(name if on is None else f"{name} · {words.day(on)}", below)
    return canvas.ax


def _stops(cycle: PerformanceCycle, on: date | None) -> list[_Stop]:
    """The milestones of a cycle, in order, with what each still takes."""
    reached = REACHED[cycle.place]
    done = {REQUIRED_EVENTS[event.kind]: event.on for event in cycle.events if event.kind in REQUIRED_EVENTS}
    last = cycle.events.last
    day = on or (cycle.frame.span.start if last is None else last.on)
    left = tuple(outstanding([cycle], on=day))
    return [
        _Stop(
            milestone,
            row,
            milestone in reached,
            tuple(step for step in left if step.milestone is milestone),
            done.get(milestone),
        )
        for row, milestone in enumerate(milestones_of(cycle.process))
    ]


def _lines(canvas: Canvas, stops: Sequence[_Stop]) -> None:
    """Draw the outer line, and the inner one that leaves it and comes back; strong as far as the cycle has come."""
    outer = [stop for stop in stops if stop.x == _OUTER]
    inner = [stop for stop in stops if stop.x == _INNER]
    pairs = [*pairwise(outer), *pairwise(inner)]
    if inner:
        pairs += [(stop, inner[0]) for stop in outer if stop.row == inner[0].row - 1]
        pairs += [(inner[-1], stop) for stop in outer if stop.row == inner[-1].row + 1]
    for one, other in pairs:
        strong = one.reached and other.reached
        colour, width, order = (BLUE, 3, 2) if strong else (FAINT, 1.5, 1)
        canvas.line((one.x, other.x), (one.row, other.row), colour=colour, width=width, order=order)


def _mark(canvas: Canvas, stop: _Stop) -> None:
    """Draw the mark of a milestone; its shape says all that its colour does."""
    if stop.reached:
        canvas.mark(stop.x, stop.row, "o", size=10, fill=BLUE, edge=BLUE)
    elif stop.is_late:
        canvas.mark(stop.x, stop.row, "^", size=11, fill=VERMILION, edge=INK, width=0.8)
    elif stop.following is not None:
        canvas.mark(stop.x, stop.row, "D", size=10, fill=ORANGE, edge=INK, width=0.8)
    else:
        canvas.mark(stop.x, stop.row, "o", size=8, fill=GROUND, edge=MUTED, width=1.2)


def _told(stop: _Stop, words: Words, *, counted: bool) -> str:
    """What stands beside the name of a milestone."""
    if stop.reached:
        return "" if stop.on is None else words.day(stop.on)
    if not stop.left:
        return _NONE
    step = stop.following or stop.left[-1]
    when = _when(step, words, counted=counted)
    if stop.following is None:
        return when
    sides = words.overview.sides.join(map(words.label, step.by))
    return words.next.format(what=words.label(step.kind), sides=sides, when=when)


def _when(step: Outstanding, words: Words, *, counted: bool) -> str:
    left = step.days_left
    if step.deadline is None or left is None:
        return words.overview.any_day
    if not counted:
        return words.by.format(day=words.day(step.deadline))
    form = words.overview.days_left if left >= 0 else words.overview.days_late
    days = words.overview.counted(words.overview.days, max(left, -left))
    return form.format(day=words.day(step.deadline), days=days)
