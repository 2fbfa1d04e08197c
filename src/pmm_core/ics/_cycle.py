"""What stands in the file of a cycle: the steps that are left, by the phase that they end with, and the observation."""

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType
from typing import Final

from pmm_core.calendar import OpenPhase, Phase
from pmm_core.cycle import EVENT_TYPES, EventKind, PerformanceCycle, Stage
from pmm_core.ics._entry import Entry, Sheet, in_order
from pmm_core.ics._period import extension_of
from pmm_core.ics._words import Words
from pmm_core.overview import REQUIRED_EVENTS, Outstanding, outstanding
from pmm_core.sources import Rule

_TYPES: Final = MappingProxyType({kind.kind: kind for kind in EVENT_TYPES})


def entries_of_cycle(cycle: PerformanceCycle, on: date, words: Words, *, key: str, label: str) -> Sheet:
    """One entry for each phase that steps end with, and one for the observation that is set."""
    cycle = cycle.as_of(on)
    left = tuple(outstanding([cycle], on=on))
    prefix = f"{cycle.period}-cycle{key and f'-{key}'}"
    openings = cycle.frame.calendar.phases(cycle.period)
    entries: list[Entry] = []
    for opening in openings:
        kinds = _ending_with(opening.phase, cycle)
        if kinds:
            steps = [step for step in left if step.kind in kinds]
            rules = [cycle.process.valid[_TYPES[kind]].rule for kind in kinds]
            entries.append(
                Entry(
                    key=f"{prefix}-{opening.phase.value}",
                    first=opening.window.end,
                    last=opening.window.end,
                    summary=_labelled(label, _summary(opening, len(steps), on, words), words),
                    description="\n".join(_description(opening, steps, rules, words, on=on)),
                    categories=(words.category, words.label(opening.phase)),
                    private=True,
                )
            )
    entries += _observation(cycle, words, prefix=prefix, label=label)
    name = _labelled(label, words.name.format(period=cycle.period), words)
    return Sheet(name, words.code, in_order(entries))


def _ending_with(phase: Phase, cycle: PerformanceCycle) -> tuple[EventKind, ...]:
    """The required events whose last window is that of a phase; of two that end together the earlier phase has it."""
    found: list[EventKind] = []
    for kind in REQUIRED_EVENTS:
        row = cycle.process.valid.get(_TYPES[kind])
        within = sorted(row.within, key=tuple(Phase).index) if row is not None else []
        if within and max(within, key=lambda each: cycle.frame.phases[each].end) is phase:
            found.append(kind)
    return tuple(found)


def _summary(opening: OpenPhase, number: int, on: date, words: Words) -> str:
    names = {"phase": words.label(opening.phase), "period": opening.period}
    if not number:
        return words.done.format(**names)
    forms = words.late if opening.window.end < on else words.left
    return forms[number != 1].format(**names, n=number)


def _description(
    opening: OpenPhase, steps: list[Outstanding], rules: Iterable[Rule], words: Words, *, on: date
) -> list[str]:
    lines = [
        f"- {words.label(step.kind)} ({words.by.join(map(words.label, step.by))}){words.next * step.is_next}"
        for step in steps
    ]
    return [
        words.seen.format(day=words.day(on)),
        *(lines or [words.nothing]),
        *extension_of(opening, words),
        *words.cited([*opening.sources, *(rule.source for rule in rules)]),
    ]


def _observation(cycle: PerformanceCycle, words: Words, *, prefix: str, label: str) -> list[Entry]:
    day, held = cycle.scheduled, Stage.OBSERVATION in cycle.stages_done
    if day is None:
        return []
    if held:
        day = max(event.on for event in cycle.events if event.kind is EventKind.OBSERVATION_HELD)
    rule = cycle.process.valid[_TYPES[EventKind.OBSERVATION_HELD]].rule
    text = (words.held if held else words.observation).format(period=cycle.period)
    return [
        Entry(
            key=f"{prefix}-observation",
            first=day,
            last=day,
            summary=_labelled(label, text, words),
            description="\n".join([words.day(day), *words.cited([rule.source])]),
            categories=(words.category, words.label(Stage.OBSERVATION)),
            private=True,
        )
    ]


def _labelled(label: str, text: str, words: Words) -> str:
    return words.labelled.format(label=label, text=text) if label else text
