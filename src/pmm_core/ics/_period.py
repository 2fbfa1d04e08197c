"""What stands in the file of a period: the windows of its phases, and its deadlines."""

from pmm_core.calendar import Deadline, OpenPhase, Period, PeriodCalendar
from pmm_core.ics._entry import Entry, Sheet, in_order
from pmm_core.ics._words import Words, begun


def entries_of_period(period: Period, calendar: PeriodCalendar, words: Words, *, windows: bool) -> Sheet:
    """The windows, where they are wanted, and the deadlines."""
    openings = calendar.phases(period)
    entries = [_window(opening, words) for opening in openings if windows]
    entries += [_deadline(deadline, openings, words) for deadline in calendar.deadlines(period)]
    return Sheet(words.name.format(period=period), words.code, in_order(entries))


def extension_of(opening: OpenPhase, words: Words) -> list[str]:
    """What moved the end of a phase, in a line; none where nothing did."""
    moved = opening.extension
    if moved is None:
        return []
    days = {"regular": words.day(opening.regular.end), "until": words.day(moved.until)}
    return [words.extended.format(**days, reason=moved.reason)]


def _window(opening: OpenPhase, words: Words) -> Entry:
    window, phase = opening.window, words.label(opening.phase)
    span = words.span.format(first=words.day(window.start), last=words.day(window.end), days=window.days)
    return Entry(
        key=f"{opening.period}-{opening.phase.value}-window",
        first=window.start,
        last=window.end,
        summary=begun(words.window.format(phase=phase, period=opening.period)),
        description="\n".join([span, *extension_of(opening, words), *words.cited(opening.sources)]),
        categories=(words.category, phase),
    )


def _deadline(deadline: Deadline, openings: tuple[OpenPhase, ...], words: Words) -> Entry:
    phase, kind = deadline.kind.phase, words.label(deadline.kind)
    # an extension moves the deadline only where it ends later than that
    moved = [
        opening
        for opening in openings
        if opening.phase is phase and opening.extension is not None and opening.extension.until == deadline.on
    ]
    lines = [line for opening in moved for line in extension_of(opening, words)]
    return Entry(
        key=f"{deadline.period}-{deadline.kind.value}-deadline",
        first=deadline.on,
        last=deadline.on,
        summary=words.deadline.format(kind=kind, period=deadline.period),
        description="\n".join([words.day(deadline.on), *lines, *words.cited([deadline.source])]),
        categories=(words.category, kind if phase is None else words.label(phase)),
    )
