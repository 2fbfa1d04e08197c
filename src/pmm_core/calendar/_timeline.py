"""From schemes and extensions to days: rows of periods, built once, and the table that answers for a single day.

The table holds one entry for each day of a run of years, so that a day is answered by a look-up instead of by
arithmetic.  Days outside the run are worked out when they are asked for, with the same result.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar._period import LAST_YEAR, Deadline, Extension, OpenPhase, Period
from pmm_core.calendar._phase import DeadlineRule, Phase
from pmm_core.calendar._scheme import PeriodPattern, PeriodScheme
from pmm_core.calendar._window import Window

YEARS: Final = 16  # how many years the table holds; more cost memory, fewer cost time for later days
Extensions = Mapping[tuple[Period, Phase], Extension]
Entry = tuple[Period | None, tuple[OpenPhase, ...]]
_ORDER: Final = tuple(Phase)


@final
@attrs.frozen
class Row:
    """All that is known of one period."""

    period: Period
    scheme: PeriodScheme
    pattern: PeriodPattern
    span: Window
    openings: tuple[OpenPhase, ...]
    deadlines: tuple[Deadline, ...]

    def opening(self, phase: Phase) -> OpenPhase | None:
        """The opening of a phase; None where the period has no such phase."""
        for found in self.openings:
            if found.phase is phase:
                return found
        return None


def coverage(scheme: PeriodScheme) -> tuple[date, date | None]:
    """The first and the last day of a scheme; None where no end is known."""
    start = scheme.patterns[0].first.in_year(scheme.first_year)
    return start, None if scheme.last_year is None else scheme.patterns[-1].last.in_year(scheme.last_year)


def build_row(scheme: PeriodScheme, pattern: PeriodPattern, period: Period, extensions: Extensions) -> Row:
    """Work out the days of one period."""
    openings: list[OpenPhase] = []
    for span in sorted(pattern.phases, key=lambda span: _ORDER.index(span.phase)):
        regular = span.window(period.year)
        extension = extensions.get((period, span.phase))
        window = regular if extension is None else Window(regular.start, extension.until)
        openings.append(
            OpenPhase(
                period=period,
                phase=span.phase,
                window=window,
                regular=regular,
                sources=span.sources if extension is None else (*span.sources, extension.source),
                extension=extension,
            )
        )
    deadlines = [_deadline(rule, period, extensions) for rule in pattern.deadlines]
    deadlines.sort(key=lambda deadline: deadline.on)  # stable: of one day, the order of the rules
    return Row(period, scheme, pattern, pattern.window(period.year), tuple(openings), tuple(deadlines))


def _deadline(rule: DeadlineRule, period: Period, extensions: Extensions) -> Deadline:
    on, source = rule.on.in_year(period.year), rule.source
    extension = None if rule.kind.phase is None else extensions.get((period, rule.kind.phase))
    if extension is not None and extension.until > on:
        on, source = extension.until, extension.source
    return Deadline(period=period, kind=rule.kind, on=on, source=source)


def rows_of(schemes: Sequence[PeriodScheme], extensions: Extensions) -> tuple[Row, ...]:
    """Work out the periods of the first years, in order."""
    first = schemes[0].first_year
    return tuple(
        build_row(scheme, scheme.patterns[period.ordinal - 1], period, extensions)
        for scheme in schemes
        for year in range(max(first, scheme.first_year), first + YEARS)
        for period in scheme.periods(year)
    )


def table_of(rows: Sequence[Row]) -> tuple[Entry, ...]:
    """Write down, for each day from the first of the first row to the last of the last, what holds on it."""
    end = rows[-1].span.end.toordinal() + 1
    runs = [(row.span.start.toordinal(), row.span.end.toordinal(), row.period) for row in rows]
    opens = [(o.window.start.toordinal(), o.window.end.toordinal(), o) for row in rows for o in row.openings]
    # the answer changes only where a period or a phase begins, or on the day after its end
    changes = {first for first, _, _ in runs} | {last + 1 for _, last, _ in runs}
    changes |= {first for first, _, _ in opens} | {last + 1 for _, last, _ in opens}
    table: list[Entry] = []
    for here, following in pairwise(sorted(day for day in changes if day <= end)):
        period = next((period for first, last, period in runs if first <= here <= last), None)
        openings = tuple(opening for first, last, opening in opens if first <= here <= last)
        table.extend(((period, openings),) * (following - here))
    return tuple(table)


def check_schemes(problems: Problems, schemes: Sequence[PeriodScheme]) -> None:
    """Check that each scheme begins after the one before has ended; one without an end must be the last."""
    end: date | None = date.min
    for index, scheme in enumerate(schemes):
        start, following = coverage(scheme)
        if end is None or start <= end:
            problems.add(f"schemes[{index}]", "schemes-overlap", "must begin after the scheme before it has ended")
        end = following


def check_extensions(problems: Problems, schemes: Sequence[PeriodScheme], extensions: Sequence[Extension]) -> None:
    """Check that each extension moves the end of a known phase later, and each phase once."""
    seen = set[tuple[Period, Phase]]()
    for index, each in enumerate(extensions):
        path = f"extensions[{index}]"
        pattern = next(filter(None, (scheme.pattern(each.period) for scheme in schemes)), None)
        span = None if pattern is None else pattern.span(each.phase)
        if pattern is None:
            problems.add(path, "unknown-period", f"must be of a period of these schemes, not {each.period}")
        elif span is None:
            problems.add(path, "no-such-phase", f"{each.period} has no {each.phase.label_en}")
        elif each.until <= (end := span.last.in_year(each.period.year)):
            problems.add(path, "not-later", f"must end after {end}, the regular last day")
        if (each.period, each.phase) in seen:
            problems.add(path, "duplicate", f"{each.phase.label_en} of {each.period} is extended already")
        seen.add((each.period, each.phase))


def _distance(day: date, span: Window) -> int:
    return max((span.start - day).days, (day - span.end).days, 0)


@final
@attrs.frozen
class Timeline:
    """The periods of sound schemes, in order, and what holds on a day."""

    schemes: tuple[PeriodScheme, ...]
    extensions: Extensions
    rows: Mapping[Period, Row]
    first: int
    table: tuple[Entry, ...]

    @classmethod
    def build(cls, schemes: tuple[PeriodScheme, ...], extensions: Sequence[Extension]) -> "Timeline":
        """Work everything out, once."""
        extended = {(each.period, each.phase): each for each in extensions}
        rows = rows_of(schemes, extended)
        first = rows[0].span.start.toordinal()
        built = {row.period: row for row in rows}
        return cls(schemes, extended, built, first, table_of(rows))

    def row(self, period: Period) -> Row | None:
        """What is known of a period; None where no scheme has it."""
        row = self.rows.get(period)
        if row is not None:
            return row
        for scheme in self.schemes:
            pattern = scheme.pattern(period)
            if pattern is not None:
                return build_row(scheme, pattern, period, self.extensions)
        return None

    def rows_in(self, year: int) -> Iterator[Row]:
        """The periods of a year."""
        for scheme in self.schemes:
            for period in scheme.periods(year):
                yield self.rows.get(period) or build_row(
                    scheme, scheme.patterns[period.ordinal - 1], period, self.extensions
                )

    def near(self, day: date) -> dict[Period, Row]:
        """The periods that can matter on a day: those of its year and the one before, and the extended ones."""
        near = {row.period: row for year in (day.year - 1, day.year) for row in self.rows_in(year)}
        extended = {period: self.row(period) for period, _ in self.extensions}
        near |= {period: row for period, row in extended.items() if row is not None}
        return dict(sorted(near.items()))

    def upcoming(self, period: Period, phase: Phase, day: date) -> OpenPhase | None:
        """The first opening of a phase, of the periods after one, that is not over on a day; None where there is none.

        Nobody walks to a day that is far away: of years before the last one only what was extended is not over, and of
        each scheme three years from there are enough, since the third begins after the day.
        """
        early = max(period.year, day.year - 1)
        extended = sorted({each for each, _ in self.extensions if each.year < early})
        years = sorted({max(scheme.first_year, early) + more for scheme in self.schemes for more in range(3)})
        for row in chain(filter(None, map(self.row, extended)), chain.from_iterable(map(self.rows_in, years))):
            found = row.opening(phase)
            if row.period > period and found is not None and found.window.end >= day:
                return found
        return None

    def entry(self, day: date) -> Entry:
        """What holds on a day, worked out without the table; the table says the same for its days."""
        rows = self.near(day).values()
        period = next((row.period for row in rows if day in row.span), None)
        return period, tuple(opening for row in rows for opening in row.openings if day in opening.window)

    def nearest(self, day: date) -> Period:
        """The period that a day lies in, or else the nearest one; of two equally near the earlier."""
        found: list[tuple[int, Period]] = []
        for scheme in self.schemes:
            last = LAST_YEAR if scheme.last_year is None else scheme.last_year
            for year in {min(max(near, scheme.first_year), last) for near in (day.year - 1, day.year, day.year + 1)}:
                found += [(_distance(day, row.span), row.period) for row in self.rows_in(year)]
        return min(found)[1]

    def beside(self, row: Row, step: int) -> Period | None:
        """The period after (step 1) or before (step -1) one that is known; None where there is none."""
        period, ordinal = row.period, row.period.ordinal + step
        if 1 <= ordinal <= len(row.scheme.patterns):
            return Period(period.year, period.mark, ordinal)
        year = period.year + step
        if row.scheme.holds_in(year):
            return row.scheme.periods(year)[0 if step == 1 else -1]
        index = self.schemes.index(row.scheme) + step
        if not 0 <= index < len(self.schemes):
            return None
        other = self.schemes[index]
        # the scheme before has an end, since another follows it
        return other.periods(other.first_year)[0] if step == 1 else other.periods(other.last_year or LAST_YEAR)[-1]
