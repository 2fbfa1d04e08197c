"""Windows: unbroken runs of whole days.

The theory: a window has both ends in and holds at least one day.  So adjacency, overlap and difference each have one
meaning, there is no empty window and no infinity to explain, and what could be empty is None or an empty tuple.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, Self, final

import attrs

from pmm_core._checks import Problems
from pmm_core.errors import Refusal, RefusedError

# [0-9] and never \d, which takes the digits of every script
_FORM: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")


def check_day(subject: str, path: str, value: object) -> None:
    """Refuse at once what is no calendar day."""
    if type(value) is not date:  # the common case pays for one comparison only
        problems = Problems(subject)
        problems.day(path, value)
        problems.done()


def check_window(subject: str, path: str, value: object) -> None:
    """Refuse at once what is no window."""
    problems = Problems(subject)
    problems.instance(path, value, Window, "a Window")
    problems.done()


@final
@attrs.frozen(order=True, repr=False)
class Window:
    """A window (jendela waktu): whole days in a row, both ends in, never empty.

    Windows are ordered by their first day, then by their last.

    Args:
        start: the first day.
        end: the last day, the first at the earliest.

    Raises:
        InvalidValueError: ``window-reversed`` where it would end before it begins.
        WrongTypeError: ``datetime-for-date`` or ``wrong-type`` for anything but days.

    >>> from datetime import date
    >>> execution = Window(date(2024, 2, 1), date(2024, 6, 30))
    >>> execution.days, date(2024, 6, 30) in execution, date(2024, 7, 1) in execution
    (151, True, False)
    >>> march = Window(date(2024, 3, 1), date(2024, 3, 31))
    >>> execution.contains(march), march.overlaps(execution), march.is_before(execution)
    (True, True, False)
    """

    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        if type(self.start) is date and type(self.end) is date and self.start <= self.end:
            return
        problems = Problems("Window")
        if problems.day("start", self.start) & problems.day("end", self.end) and self.end < self.start:
            problems.add("end", "window-reversed", f"must not lie before {self.start}, where the window begins")
        problems.done()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a window as `str` writes it, with blanks around it allowed.

        Args:
            text: two days in the form of ISO 8601 with two dots between them.

        Returns:
            The window.

        Raises:
            InvalidValueError: ``empty``, ``malformed``, ``no-such-day`` or ``window-reversed``.
            WrongTypeError: ``wrong-type`` for anything but a text.

        >>> Window.parse("2024-02-01..2024-06-30")
        <Window 2024-02-01..2024-06-30>
        """
        problems = Problems("Window")
        if not problems.text("text", text):
            problems.done()
        found = _FORM.fullmatch(text.strip())
        ends: list[date] = []
        if found is None:
            problems.add("text", "malformed", "must be two days such as 2024-02-01..2024-06-30")
        else:
            for path, part in zip(("start", "end"), found.groups(), strict=True):
                try:
                    ends.append(date.fromisoformat(part))
                except ValueError:
                    problems.add(path, "no-such-day", f"{part} is no day of the calendar")
        problems.done()
        return cls(*ends)

    @property
    def days(self) -> int:
        """How many days it holds, both ends counted."""
        return self.end.toordinal() - self.start.toordinal() + 1

    def __contains__(self, day: date) -> bool:
        check_day("Window", "day", day)
        return self.start <= day <= self.end

    def __iter__(self) -> Iterator[date]:
        """Go through the days, the first one first."""
        return map(date.fromordinal, range(self.start.toordinal(), self.end.toordinal() + 1))

    def day_number(self, day: date) -> int:
        """Count the days of the window up to a day: 1 for the first, `days` for the last.

        Args:
            day: a day of the window.

        Raises:
            InvalidValueError: ``out-of-range`` for a day outside.
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

        >>> Window.parse("2024-02-01..2024-06-30").day_number(date(2024, 3, 7))
        36
        """
        if day not in self:
            problems = Problems("day of a window")
            problems.add("day", "out-of-range", f"must lie in {self}")
            problems.done()
        return day.toordinal() - self.start.toordinal() + 1

    def contains(self, other: "Window") -> bool:
        """Tell whether every day of the other window lies in this one.

        Args:
            other: any window.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a window.
        """
        check_window("contains", "other", other)
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Window") -> bool:
        """Tell whether the two share a day.

        Args:
            other: any window.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a window.
        """
        check_window("overlaps", "other", other)
        return self.start <= other.end and other.start <= self.end

    def is_before(self, other: "Window") -> bool:
        """Tell whether this one ends before the other begins.

        Args:
            other: any window.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a window.
        """
        check_window("is_before", "other", other)
        return self.end < other.start

    def is_after(self, other: "Window") -> bool:
        """Tell whether this one begins after the other has ended.

        Args:
            other: any window.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a window.
        """
        check_window("is_after", "other", other)
        return other.end < self.start

    def adjacent(self, other: "Window") -> bool:
        """Tell whether one begins on the day after the other ends.

        Args:
            other: any window.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a window.
        """
        check_window("adjacent", "other", other)
        return _step(self, other) == 1 or _step(other, self) == 1

    def intersection(self, other: "Window") -> "Window | None":
        """The days that the two share.

        Args:
            other: any window.

        Returns:
            The window of the shared days; None where there are none.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a window.

        >>> june = Window.parse("2024-06-01..2024-06-30")
        >>> june.intersection(Window.parse("2024-02-01..2024-06-15"))
        <Window 2024-06-01..2024-06-15>
        """
        if not self.overlaps(other):
            return None
        return Window(max(self.start, other.start), min(self.end, other.end))

    def enclosure(self, other: "Window") -> "Window":
        """The smallest window that contains both, the days between them too.

        Args:
            other: any window.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a window.
        """
        check_window("enclosure", "other", other)
        return Window(min(self.start, other.start), max(self.end, other.end))

    def gap(self, other: "Window") -> "Window | None":
        """The days between the two; None where they overlap or are adjacent.

        Args:
            other: any window.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a window.

        >>> Window.parse("2024-01-01..2024-01-31").gap(Window.parse("2024-03-01..2024-03-31"))
        <Window 2024-02-01..2024-02-29>
        """
        check_window("gap", "other", other)
        first, second = sorted((self, other))
        if _step(first, second) <= 1:
            return None
        return Window(date.fromordinal(first.end.toordinal() + 1), date.fromordinal(second.start.toordinal() - 1))

    def union(self, other: "Window") -> "Window":
        """The window of the days that lie in either; they must overlap or be adjacent.

        Args:
            other: any window.

        Raises:
            RefusedError: ``windows-apart`` where days lie between the two.
            WrongTypeError: ``wrong-type`` for anything but a window.

        >>> Window.parse("2024-01-01..2024-01-31").union(Window.parse("2024-02-01..2024-06-30"))
        <Window 2024-01-01..2024-06-30>
        """
        between = self.gap(other)
        if between is not None:
            why = f"the {between.days} days of {between} lie between them"
            possible = f"the enclosure {self.enclosure(other)}"
            raise RefusedError("unite two windows", (Refusal("windows-apart", why, (possible,)),))
        return self.enclosure(other)

    def minus(self, other: "Window") -> tuple["Window", ...]:
        """The days of this window that are not in the other.

        Args:
            other: any window.

        Returns:
            No window, one or two, the earlier first.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a window.

        >>> Window.parse("2024-02-01..2024-06-30").minus(Window.parse("2024-03-01..2024-05-31"))
        (<Window 2024-02-01..2024-02-29>, <Window 2024-06-01..2024-06-30>)
        """
        if not self.overlaps(other):
            return (self,)
        rest: list[Window] = []
        if self.start < other.start:
            rest.append(Window(self.start, date.fromordinal(other.start.toordinal() - 1)))
        if other.end < self.end:
            rest.append(Window(date.fromordinal(other.end.toordinal() + 1), self.end))
        return tuple(rest)

    def __str__(self) -> str:
        return f"{self.start.isoformat()}..{self.end.isoformat()}"

    def __repr__(self) -> str:
        return f"<Window {self}>"


def _step(first: Window, second: Window) -> int:
    return second.start.toordinal() - first.end.toordinal()
