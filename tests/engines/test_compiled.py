"""The compiled numbers say what the tables say, for every kind of event at every place."""

from datetime import date
from itertools import product

import attrs
import pytest

from pmm_core.calendar import CALENDAR, SEMESTERS_2024, Period, PeriodCalendar, Phase
from pmm_core.cycle import (
    EVENT_TYPES,
    PROCESS_2024,
    PROCESSES,
    AppraisalAfter,
    Frame,
    ObservationDays,
    Party,
    Policies,
    Process,
    Progress,
    StageRuns,
    State,
)
from pmm_core.cycle._audit import everywhere, ways, word_of
from pmm_core.cycle._facts import EFFECTS, _changed, _scheduled
from pmm_core.frames._compiled import (
    FOREIGN,
    GUARDS,
    KIND_BASE,
    KINDS,
    OVERS,
    PHASES,
    PLACE_BASE,
    PROGRESS,
    ROW,
    SETS_SCHEDULE,
    SETS_SUPERIOR,
    SIDES,
    STATES,
    STAYS,
    bits,
    law_of,
    layout_of,
    place_number,
)
from pmm_core.people import Role

READINGS = (
    Policies(),
    Policies(observation=ObservationDays.AS_SCHEDULED, appraisal=AppraisalAfter.ANY_TIME, runs=StageRuns.MANY),
)
PAIRS = [tuple(process.choosing(readings) for process in PROCESSES) for readings in READINGS]


@pytest.mark.parametrize("processes", PAIRS)
def test_every_step_is_lawful_or_not_as_the_row_says(processes: tuple[Process, ...]) -> None:
    law = law_of(processes)
    for number, process in enumerate(processes):
        for kind in EVENT_TYPES:
            row = process.valid.get(kind)
            told = dict(zip(ROW, law.rows.get(number * KIND_BASE + KINDS.index(kind.kind), FOREIGN), strict=True))
            for state in State:
                for progress in Progress:
                    in_state = bool(told["states"] & bits((state,), STATES))
                    lawful = in_state and bool(told["progresses"] & bits((progress,), PROGRESS))
                    after = None if row is None else row.after(state, progress)
                    assert lawful == (after is not None)
                    leads = (
                        told["to_state"] if told["to_state"] != STAYS else bits((state,), STATES),
                        told["to_progress"] if told["to_progress"] != STAYS else bits((progress,), PROGRESS),
                    )
                    word = word_of(process, kind, (state, progress))
                    assert (bits((word[0],), STATES), bits((word[1],), PROGRESS)) == leads
                    assert after is None or after == word


@pytest.mark.parametrize("processes", PAIRS)
def test_sides_and_guards_are_those_of_the_rows(processes: tuple[Process, ...]) -> None:
    law = law_of(processes)
    for number, process in enumerate(processes):
        for kind, row in process.valid.items():
            told = dict(zip(ROW, law.rows[number * KIND_BASE + KINDS.index(kind.kind)], strict=True))
            assert [side for side in SIDES if told["sides"] & bits((side,), SIDES)] == sorted(row.by, key=SIDES.index)
            assert {guard for guard in GUARDS if told["guards"] & bits((guard,), GUARDS)} == set(row.guards)
            assert set(row.guards) <= law.guards


def test_what_could_follow_and_what_is_missing_are_those_of_the_graph() -> None:
    law = law_of(PROCESSES)
    for number, process in enumerate(PROCESSES):
        for place, situation in everywhere(process).items():
            for over in product((False, True), repeat=len(PHASES)):
                ended = {phase for phase, is_over in zip(PHASES, over, strict=True) if is_over}
                possible = [
                    kind.kind.value
                    for kind in situation.exits
                    if not (within := process.valid[kind].within) or set(within) - ended
                ]
                key = (number * OVERS + bits(ended, PHASES)) * PLACE_BASE + place_number(*place)
                assert ", ".join(possible) == law.possible.get(key, "")
            for kind, between in ways(process, place).items():
                step = (number * KIND_BASE + KINDS.index(kind)) * PLACE_BASE + place_number(*place)
                assert ", ".join(each.value for each in between) == law.missing.get(step, "")


def test_places_are_all_different() -> None:
    assert 72 == len({place_number(state, progress) for state in State for progress in Progress})


def test_the_kinds_that_tell_facts_are_those_of_the_objects() -> None:
    assert {kind.kind for kind, effect in EFFECTS.items() if effect is _changed} == {KINDS[n] for n in SETS_SUPERIOR}
    assert {kind.kind for kind, effect in EFFECTS.items() if effect is _scheduled} == {KINDS[n] for n in SETS_SCHEDULE}


def test_windows_are_those_of_the_frame() -> None:
    law = law_of(PROCESSES)
    layout = layout_of(law, CALENDAR)
    table = layout.table
    rows = {key: index for index, key in enumerate(table["key"])}
    for text, process in (("2024-S1", PROCESSES[0]), ("2024-S2", PROCESSES[0]), ("2031-A1", PROCESSES[1])):
        at = next(
            index
            for index, pair in enumerate(zip(layout.processes, layout.periods, strict=True))
            if pair == (process.key, text)
        )
        frame = Frame(
            employee=Party("a", Role.TEACHER),
            superior=Party("b", Role.HEAD),
            period=Period.parse(text),
            process=process,
        )
        for kind in process.valid:
            row = rows[at * KIND_BASE + KINDS.index(kind.kind)]
            (window,) = frame.windows_of(kind) or (None,)
            ends = (table["opens_0"][row], table["ends_0"][row])
            if window is None:
                assert (0, 99_999_999) == ends
            else:
                assert (window.start.strftime("%Y%m%d"), window.end.strftime("%Y%m%d")) == tuple(map(str, ends))


def test_windows_that_lie_apart_have_columns_of_their_own() -> None:
    rows = tuple(
        attrs.evolve(row, within=(Phase.PLANNING, Phase.ASSESSMENT)) if row.within == (Phase.PLANNING,) else row
        for row in PROCESS_2024.rows
    )
    law = law_of((Process(key="own", mark="S", rows=rows),))
    layout = layout_of(law, attrs.evolve(CALENDAR, extensions=()))
    assert 2 == layout.windows
    first = layout.periods.index("2024-S1") * KIND_BASE
    row = layout.table["key"].index(first + KINDS.index(EVENT_TYPES[0].kind))
    assert (20240101, 20240131, 20240601, 20240630) == tuple(
        layout.table[name][row] for name in ("opens_0", "ends_0", "opens_1", "ends_1")
    )
    any_day = layout.table["key"].index(first + len(KINDS) - 1)
    assert (0, 99_999_999, 99_999_999, 0) == tuple(
        layout.table[name][any_day] for name in ("opens_0", "ends_0", "opens_1", "ends_1")
    )


def test_a_period_without_a_phase_is_left_out() -> None:
    scheme = attrs.evolve(
        SEMESTERS_2024,
        patterns=tuple(
            attrs.evolve(pattern, phases=pattern.phases[:2], deadlines=()) if index else pattern
            for index, pattern in enumerate(SEMESTERS_2024.patterns)
        ),
    )
    layout = layout_of(law_of(PROCESSES), PeriodCalendar((scheme,)))
    assert ("2024-S1",) == layout.periods
    assert date(2024, 6, 30) == CALENDAR.window(Period.parse("2024-S1"), Phase.ASSESSMENT).end
