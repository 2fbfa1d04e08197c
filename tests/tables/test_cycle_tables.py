"""The tables of the cycle: total, closed, without dead ends, and cell by cell what is typed here by hand.

The expectation below was typed from sections 3.2, 3.3 and (b) of the domain notes, never generated.  A loop over small
changes of the library's rows shows that no cell of them can change unnoticed.  ``PMM_UPDATE_GOLDEN=1`` rewrites the
golden copies.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest
from goldens import assert_kept

from pmm_core.calendar import Period, Phase
from pmm_core.cycle import (
    EVENT_TYPES,
    PROCESS_2024,
    PROCESS_2025,
    PROCESSES,
    AppraisalAfter,
    ApprovalDays,
    CycleEvent,
    EventKind,
    Frame,
    Guard,
    Move,
    ObservationDays,
    Party,
    PointsBound,
    Policies,
    Process,
    Progress,
    Row,
    Side,
    StageRuns,
    State,
    graphviz,
    inner_moves,
    markdown,
    mermaid,
    outer_moves,
)
from pmm_core.cycle._facts import EFFECTS
from pmm_core.cycle._guards import CHECKS, OUTLOOKS
from pmm_core.errors import InvalidValueError
from pmm_core.people import Role
from pmm_core.rulebook import rules

GOLDEN = Path(__file__).parent / "golden"
Place = tuple[str, str]

# -- typed by hand

OUTER = {
    "draft": {"plan-drafted": "draft", "plan-submitted": "submitted", "superior-changed": "draft"},
    "submitted": {"revision-requested": "returned", "plan-approved": "approved", "superior-changed": "submitted"},
    "returned": {"plan-drafted": "returned", "plan-submitted": "submitted", "superior-changed": "returned"},
    "approved": {"plan-agreed": "agreed", "superior-changed": "approved"},
    "agreed": {"evidence-attached": "agreed", "competence-completed": "agreed", "superior-changed": "agreed"},
    "rated": {"appraisal-sent": "sent", "superior-changed": "rated"},
    "sent": {"ekinerja-synchronised": "synchronised", "cycle-closed": "closed"},
    "synchronised": {"cycle-closed": "closed"},
    "closed": {},
}
STAGES = {
    "not-started": {"preparation-discussed": "prepared"},
    "prepared": {"observation-rescheduled": "prepared", "observation-held": "observed"},
    "observed": {"follow-up-discussed": "discussed"},
    "discussed": {"follow-up-advised": "advised"},
    "advised": {"follow-up-done": "followed-up"},
    "followed-up": {"follow-up-reflected": "reflected"},
    "reflected": {"final-note-given": "concluded"},
    "concluded": {},
}
WHO = {
    "plan-drafted": "employee",
    "plan-submitted": "employee",
    "revision-requested": "superior",
    "plan-approved": "superior",
    "plan-agreed": "employee",
    "preparation-discussed": "employee",
    "observation-rescheduled": "superior",
    "observation-held": "superior",
    "follow-up-discussed": "employee",
    "follow-up-advised": "superior",
    "follow-up-done": "employee",
    "follow-up-reflected": "employee",
    "final-note-given": "superior",
    "evidence-attached": "employee",
    "competence-completed": "employee",
    "superior-changed": "office",
    "appraised": "superior",
    "appraisal-sent": "superior",
    "ekinerja-synchronised": "office",
    "cycle-closed": "superior office",
}
WHEN = {
    "plan-drafted": "planning",
    "plan-submitted": "planning",
    "revision-requested": "planning",
    "plan-approved": "planning execution",
    "plan-agreed": "planning execution",
    "preparation-discussed": "execution",
    "observation-rescheduled": "execution",
    "observation-held": "execution",
    "follow-up-discussed": "execution",
    "follow-up-advised": "execution",
    "follow-up-done": "execution",
    "follow-up-reflected": "execution",
    "final-note-given": "execution",
    "evidence-attached": "execution",
    "competence-completed": "execution",
    "superior-changed": "",
    "appraised": "assessment",
    "appraisal-sent": "",
    "ekinerja-synchronised": "",
    "cycle-closed": "",
}
PAYLOAD = {
    "plan-drafted": "fitting-indicator",
    "plan-submitted": "fitting-indicator",
    "preparation-discussed": "schedule-in-window",
    "observation-rescheduled": "schedule-in-window",
    "evidence-attached": "known-item next-number dated-in-period",
    "competence-completed": "open-item",
    "superior-changed": "fitting-superior",
}


@cache
def leads_to(key: str, policies: Policies, state: str, progress: str, event: str) -> Place | None:
    """Where an event leads from a place; None where it may not follow."""
    if key == "2025" and event == "evidence-attached":
        return None
    place = (OUTER[state][event], progress) if event in OUTER[state] else None
    if state == "agreed":
        if event in STAGES[progress]:
            place = "agreed", STAGES[progress][event]
        if event == "preparation-discussed" and progress == "concluded" and policies.runs is StageRuns.MANY:
            place = "agreed", "prepared"
        if event == "appraised" and (progress == "concluded" or policies.appraisal is AppraisalAfter.ANY_TIME):
            place = "rated", progress
    return place


def asked_of(key: str, policies: Policies, event: str) -> tuple[set[str], set[str], list[str]]:
    """Who may record an event, in which phases, and what its payload must pass."""
    when, payload = WHEN[event].split(), PAYLOAD.get(event, "").split()
    if when == ["planning", "execution"] and policies.approval is ApprovalDays.PLANNING_ONLY:
        when = ["planning"]
    if event == "observation-held" and policies.observation is ObservationDays.AS_SCHEDULED:
        payload = ["on-schedule"]
    if event == "plan-submitted" and key == "2024" and policies.points is PointsBound.REQUIRED:
        payload = ["fitting-indicator", "enough-points"]
    if event == "competence-completed" and key == "2025":
        payload = ["open-item", "reflection"]
    return set(WHO[event].split()), set(when), payload


def reached(key: str, policies: Policies) -> set[Place]:
    """Every place that a walk through the typed tables comes to."""
    found = [("draft", "not-started")]
    for state, progress in found:  # grows while it is read
        for event in WHO:
            place = leads_to(key, policies, state, progress, event)
            if place is not None and place not in found:
                found.append(place)
    return set(found)


def differences(key: str, policies: Policies, event: str, row: Row | None) -> Iterator[str]:
    """Every way in which a row, or that there is none, is not what was typed."""
    if row is not None:
        cells = {each.value for each in row.by}, {each.value for each in row.within}, [g.value for g in row.guards]
        if cells != asked_of(key, policies, event):
            yield f"who records {event}, when, or what it is held against"
    for state, progress in PLACES:
        after = None if row is None else row.after(state, progress)
        found = None if after is None else (after[0].value, after[1].value)
        if found != leads_to(key, policies, state.value, progress.value, event):
            yield f"{event} in {state.value}/{progress.value}"


def combinations() -> Iterator[Policies]:
    for approval, observation, appraisal, runs, points in product(
        ApprovalDays, ObservationDays, AppraisalAfter, StageRuns, PointsBound
    ):
        yield Policies(approval=approval, observation=observation, appraisal=appraisal, runs=runs, points=points)


PLACES = list(product(State, Progress))
COMBINED = [process.choosing(policies) for process in PROCESSES for policies in combinations()]
both = pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
every = pytest.mark.parametrize("process", COMBINED, ids=repr)


class TestEveryCellIsAsTyped:
    """Who may do what, when and where it leads, for both schemes and every combination of readings."""

    @every
    def test_the_rows_for_all_seventy_two_places(self, process: Process) -> None:
        for kind in EVENT_TYPES:
            row = process.valid.get(kind)
            assert [] == list(differences(process.key, process.policies, kind.kind.value, row))

    @every
    def test_the_compiled_graph(self, process: Process) -> None:
        key, policies = process.key, process.policies
        exits = {
            (here.state.value, here.progress.value): {
                kind.kind.value: (target.state.value, target.progress.value) for kind, target in here.exits.items()
            }
            for here in process.situations
        }
        typed = {
            place: {event: after for event in WHO if (after := leads_to(key, policies, *place, event)) is not None}
            for place in reached(key, policies)
        }
        assert typed == exits

    def test_there_are_sixteen_places_and_forty_four_where_the_appraisal_may_come_at_any_time(self) -> None:
        sizes = {len(process.situations) for process in COMBINED}
        assert {16, 44} == sizes
        assert 16 == len(PROCESS_2024.situations) == len(PROCESS_2025.situations)


class TestTheTablesAreWhole:
    """Total, closed, without dead ends, and every place reaches the end."""

    @every
    def test_every_state_is_reached(self, process: Process) -> None:
        assert set(State) == {place.state for place in process.situations}
        assert set(Progress) == {place.progress for place in process.situations}

    @every
    def test_closed(self, process: Process) -> None:
        places = {id(place) for place in process.situations}
        assert [] == [place for place in process.situations for to in place.exits.values() if id(to) not in places]

    @every
    def test_only_the_end_has_no_exits_and_everything_comes_to_it(self, process: Process) -> None:
        assert {State.CLOSED} == {place.state for place in process.situations if not place.exits}
        ends = {id(place) for place in process.situations if place.state is State.CLOSED}
        for _ in process.situations:
            ends |= {id(place) for place in process.situations if ends & {id(to) for to in place.exits.values()}}
        assert len(process.situations) == len(ends)

    @every
    def test_no_step_that_is_allowed_on_a_day_takes_away_the_way_to_the_end(self, process: Process) -> None:
        """Read backwards from the last day: where the end can still be come to, every open step leaves it so.

        Without a way is only a plan that can be submitted no more or, where planning alone approves, not be agreed.
        """
        text = "2024-S1" if process.key == "2024" else "2025-A1"
        guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
        frame = Frame(employee=guru, superior=kepala, period=Period.parse(text), process=process)
        with_a_way = {id(place) for place in process.situations if place.state is State.CLOSED}
        asked = 0
        stuck = set[State]()
        for day in reversed(list(frame.span)):
            open_now = {
                kind for kind, windows in frame.windows.items() if not windows or any(day in w for w in windows)
            }
            before = 0
            while before != len(with_a_way):
                before = len(with_a_way)
                with_a_way |= {
                    id(place)
                    for place in process.situations
                    if any(id(to) in with_a_way for kind, to in place.exits.items() if kind in open_now)
                }
            for place in process.situations:
                steps = [to for kind, to in place.exits.items() if kind in open_now and id(place) in with_a_way]
                assert [] == [to for to in steps if id(to) not in with_a_way], (day, place)
                asked += len(steps)
            stuck |= {place.state for place in process.situations if id(place) not in with_a_way}
        assert asked > 7_000
        expected = {State.DRAFT, State.RETURNED}
        if process.policies.approval is ApprovalDays.PLANNING_ONLY:
            expected |= {State.SUBMITTED, State.APPROVED}
        assert expected == stuck

    @every
    def test_one_row_holds_for_each_kind(self, process: Process) -> None:
        holding = [row for row in process.rows if process.policies.chose(row.choice)]
        assert len({row.event for row in holding}) == len(holding) == len(process.valid)
        assert set(EVENT_TYPES) - set(process.valid) <= {EVENT_TYPES[13]}  # evidence, which 2025 does not take

    @both
    def test_two_readings_of_one_kind_differ_in_what_they_choose_only(self, process: Process) -> None:
        told_apart = {
            ApprovalDays: "within",
            ObservationDays: "guards",
            AppraisalAfter: "progress",
            StageRuns: "progress",
            PointsBound: "guards",
        }
        chosen = [row for row in process.rows if row.choice is not None]
        for row in chosen:
            (other,) = [each for each in chosen if each.event is row.event and each is not row]
            assert type(row.choice) is type(other.choice)
            assert {row.choice, other.choice} == set(type(row.choice))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
            unlike = [f.name for f in attrs.fields(Row) if getattr(row, f.name) != getattr(other, f.name)]
            assert [told_apart[type(row.choice)], "choice"] == unlike  # type: ignore[index]  # pyright: ignore[reportArgumentType]

    def test_every_kind_of_event_has_one_class(self) -> None:
        assert list(EventKind) == [kind.kind for kind in EVENT_TYPES]
        assert [kind.value for kind in EventKind] == list(WHO)

    def test_every_guard_is_used_and_checked(self) -> None:
        used = {guard for process in PROCESSES for row in process.rows for guard in row.guards}
        assert set(Guard) == used == set(CHECKS)
        assert {Guard.ON_SCHEDULE, Guard.OPEN_ITEM} == set(OUTLOOKS)

    def test_every_effect_belongs_to_an_event_with_facts(self) -> None:
        """What moves the cycle and tells nothing that is asked for later has no effect."""
        without = {
            *("revision-requested", "plan-approved", "plan-agreed", "observation-held", "follow-up-discussed"),
            *("follow-up-advised", "follow-up-done", "follow-up-reflected", "final-note-given", "appraisal-sent"),
            *("ekinerja-synchronised", "cycle-closed"),
        }
        assert set(WHO) - without == {kind.kind.value for kind in EFFECTS}

    @both
    def test_every_row_has_a_rule_with_its_source(self, process: Process) -> None:
        listed = rules()
        for row in process.rows:
            assert row.rule in listed
            assert row.rule.source.title


def evolved(row: Row, **changes: Any) -> Row:
    return attrs.evolve(row, **changes)


def changed_moves(row: Row, name: str, places: Iterable[Any]) -> Iterator[Row]:
    """Each move dropped, led elsewhere, and one added from each place that has none."""
    moves: tuple[tuple[Any, Any], ...] = getattr(row, name)
    for index, (old, new) in enumerate(moves):
        rest = (*moves[:index], *moves[index + 1 :])
        targets = [(*rest, (old, place)) for place in places if place is not new]
        for changed in (*([rest] if rest or name == "progress" else []), *targets):
            yield evolved(row, **{name: changed})
    for place in places:
        if place not in dict(moves):
            yield evolved(row, **{name: (*moves, (place, place))})


def changed_rows(row: Row) -> Iterator[Row]:
    """Every small change of one row: each of its cells otherwise."""
    yield from changed_moves(row, "states", State)
    yield from changed_moves(row, "progress", Progress)
    for name, members in (("by", Side), ("within", Phase), ("guards", Guard)):
        cell: tuple[Any, ...] = getattr(row, name)
        for member in members:
            changed = tuple(each for each in cell if each is not member) if member in cell else (*cell, member)
            if changed or name != "by":
                with suppress(InvalidValueError):  # a guard that asks for what the event does not hold is no row at all
                    yield evolved(row, **{name: changed})
    for choice in (None, *(member for question in OPEN for member in question)):
        if choice is not row.choice:
            yield attrs.evolve(row, choice=choice)


class TestNoCellCanChangeUnnoticed:
    """A row dropped, a target, a side, a window, a guard or a reading changed: the typed expectation differs."""

    @both
    def test_small_changes_of_every_row(self, process: Process) -> None:
        shown = 0
        for index, row in enumerate(process.rows):
            before, after = process.rows[:index], process.rows[index + 1 :]
            assert self.is_noticed(process, (*before, *after), row.event), ("dropped", row)
            for changed in changed_rows(row):
                assert self.is_noticed(process, (*before, changed, *after), row.event), changed
                shown += 1
        assert {"2024": 1277, "2025": 1182}[process.key] == shown

    @staticmethod
    def is_noticed(process: Process, rows: tuple[Row, ...], event: type[CycleEvent]) -> bool:
        for policies in SINGLE:
            holding = [row for row in rows if row.event is event and policies.chose(row.choice)]
            if len(holding) > 1:  # `Process` refuses that, see its own test
                return True
            row = holding[0] if holding else None
            if any(differences(process.key, policies, event.kind.value, row)):
                return True
        return False


OPEN = (ApprovalDays, ObservationDays, AppraisalAfter, StageRuns, PointsBound)
OTHERS: Mapping[str, Any] = {
    "approval": ApprovalDays.PLANNING_ONLY,
    "observation": ObservationDays.AS_SCHEDULED,
    "appraisal": AppraisalAfter.ANY_TIME,
    "runs": StageRuns.MANY,
    "points": PointsBound.REQUIRED,
}
SINGLE = [Policies(), *(attrs.evolve(Policies(), **{name: other}) for name, other in OTHERS.items())]


def table_of(process: Process) -> str:
    """Write the whole table, both readings of every question, as Markdown."""
    lines = [
        f"# Process {process.key}, for periods marked {process.mark}",
        "",
        "| event | by | within | states | stages | guards | reading | rule | source | certainty |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in process.rows:
        cells = (
            row.event.kind.value,
            ", ".join(side.value for side in row.by),
            ", ".join(phase.value for phase in row.within) or "any day",
            "; ".join(f"{old.value} → {new.value}" for old, new in row.states),
            "; ".join(f"{old.value} → {new.value}" for old, new in row.progress) or "any",
            ", ".join(guard.value for guard in row.guards) or "none",
            "every" if row.choice is None else row.choice.value,
            row.rule.key,
            row.rule.source.key,
            row.rule.certainty.value,
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


@both
def test_the_whole_table_is_as_it_was_committed(process: Process) -> None:
    assert_kept(GOLDEN / f"cycle_process_{process.key}.md", table_of(process))


class TestTheDrawingsShowTheTables:
    """Every move occurs exactly once in each drawing, and nothing else does."""

    @every
    def test_moves_are_those_of_the_rows(self, process: Process) -> None:
        typed = {Move(old, new, event) for old, exits in OUTER.items() for event, new in exits.items() if old != new}
        assert {*typed, Move("agreed", "rated", "appraised")} == set(outer_moves(process))
        stages = {Move(old, new, event) for old, exits in STAGES.items() for event, new in exits.items()}
        if process.policies.runs is StageRuns.MANY:
            stages.add(Move("concluded", "prepared", "preparation-discussed"))
        assert stages == set(inner_moves(process))
        assert len(inner_moves(process)) == len(stages)
        assert len(outer_moves(process)) == len(typed) + 1

    @every
    def test_every_move_is_drawn_once(self, process: Process) -> None:
        moves = (*outer_moves(process), *inner_moves(process))
        chart = [line.strip() for line in mermaid(process).splitlines()]
        graph = [line.strip() for line in graphviz(process).splitlines()]
        for move in moves:
            ends = move.source.replace("-", "_"), move.target.replace("-", "_")
            assert 1 == chart.count(f"{ends[0]} --> {ends[1]} : {move.event}")
            assert 1 == graph.count(f'"{move.source}" -> "{move.target}" [label="{move.event}"];')
        begin_and_end = 3
        assert len(moves) + begin_and_end == sum("-->" in line for line in chart)
        assert len(moves) + 1 == sum("->" in line for line in graph)

    def test_here_is_marked(self) -> None:
        plain = mermaid(PROCESS_2024)
        assert "class " not in plain
        marked = mermaid(PROCESS_2024, here=(State.AGREED, Progress.PREPARED))
        assert marked.startswith(plain)
        assert ["class agreed here", "class prepared here"] == [line.strip() for line in marked.splitlines()[-2:]]
        marked = mermaid(PROCESS_2024, here=(State.SENT, Progress.CONCLUDED))
        assert ["class sent here"] == [
            line.strip() for line in marked.splitlines() if line.strip().startswith("class ")
        ]

    @every
    def test_markdown_has_one_line_for_each_kind(self, process: Process) -> None:
        lines = markdown(process).splitlines()
        assert {7} == {line.count(" | ") + 1 for line in lines}
        assert [kind.kind.value for kind in process.valid] == [line.split(" | ")[0][2:] for line in lines[2:]]
