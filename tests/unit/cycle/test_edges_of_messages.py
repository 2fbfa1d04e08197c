"""Edges of the cycle that mutation testing brought to light: what is said to people, to the letter."""

from datetime import date
from typing import Any

import attrs
import pytest

from pmm_core.calendar import Period, Phase
from pmm_core.cycle import (
    PROCESS_2024,
    TEACHER_INDICATORS,
    Behaviour,
    CompetenceCompleted,
    CompetenceItem,
    CompetenceKind,
    CycleClosed,
    CycleEvent,
    EventKind,
    Finding,
    Frame,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanSubmitted,
    Policies,
    PreparationDiscussed,
    Progress,
    Side,
    StageRuns,
    State,
    audit,
    graphviz,
    markdown,
)
from pmm_core.errors import InvalidValueError, Refusal
from pmm_core.people import Role

GURU, KEPALA, DINAS = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD), Party("D-1", Role.OFFICE_HEAD)
FRAME = Frame(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"), process=PROCESS_2024)
ITEMS = tuple(CompetenceItem(key, CompetenceKind.SELF_TRAINING, 2) for key in ("k1", "k2", "k3"))
PLAN = Plan(indicator=TEACHER_INDICATORS[1], competence=ITEMS)
JANUARY = date(2024, 1, 11)
PLANNED = (
    PlanSubmitted(on=JANUARY, by=GURU, plan=PLAN),
    PlanApproved(on=JANUARY, by=KEPALA),
    PlanAgreed(on=JANUARY, by=GURU),
)
FINDING = Finding(
    number=3,
    event=EventKind.PLAN_AGREED,
    on=JANUARY,
    state=State.DRAFT,
    progress=Progress.NOT_STARTED,
    refusals=(Refusal("wrong-state", "does not follow"),),
)


def said(refusal: Refusal) -> tuple[str, str, tuple[str, ...]]:
    return refusal.code, refusal.message, refusal.possible


@pytest.mark.parametrize(
    ("value", "changes", "expected"),
    [
        (FINDING, {"refusals": ()}, "invalid Finding: refusals: must hold at least one reason [empty]"),
        (
            FRAME,
            {"employee": KEPALA, "superior": GURU},
            (
                "invalid PerformanceCycle: superior: of a head of school can be: head of the education office or "
                "school supervisor [wrong-superior]"
            ),
        ),
        (
            FRAME,
            {"employee": DINAS},
            "invalid PerformanceCycle: superior: of a head of the education office can be: nobody [wrong-superior]",
        ),
        (
            PLAN,
            {"expectations": ((Behaviour.LOYAL,), ("loyal", "a"), *((Behaviour.LOYAL, "a"),) * 2)},
            (
                "invalid Plan: expectations[0]: must be a pair of a Behaviour and a text [malformed]; "
                "expectations[1][0]: must be a Behaviour, not str [wrong-type]; "
                "expectations[3]: one behaviour has two expectations [duplicate]"
            ),
        ),
        (PROCESS_2024.rows[0], {"by": ()}, "invalid Row: by: must not be empty [empty]"),
        (
            PROCESS_2024.rows[0],
            {"by": (Side.OFFICE, Side.OFFICE)},
            "invalid Row: by: holds something twice [duplicate]",
        ),
        (
            PROCESS_2024,
            {"rows": PROCESS_2024.rows[:1] * 2},
            "invalid Process: rows[1]: two rows hold for plan-drafted [duplicate]",
        ),
    ],
    ids=["finding", "head", "nobody", "plan", "empty", "twice", "process"],
)
def test_what_is_wrong_with_a_value_is_said(value: Any, changes: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(value, **changes)
    assert expected == str(caught.value)


class TestFindings:
    """A line tells every reason, and what is missing where something is."""

    def test_with_nothing_missing(self) -> None:
        assert "no. 3, 2024-01-11, plan-agreed: does not follow [wrong-state]" == str(FINDING)

    def test_with_two_reasons_and_two_events_missing(self) -> None:
        (finding,) = audit(FRAME, (attrs.evolve(PLANNED[2], by=KEPALA),)).findings
        assert (
            "no. 1, 2024-01-11, plan-agreed: plan-agreed does not follow drafting the plan [wrong-state] "
            "(possible: plan-drafted; plan-submitted; superior-changed); "
            "plan-agreed is recorded by the employee [wrong-actor] (possible: employee); "
            "missing before it: plan-submitted, plan-approved"
        ) == str(finding)


class TestRefusals:
    @pytest.mark.parametrize(
        ("on", "scheduled", "expected"),
        [
            (
                date(2024, 2, 5),
                date(2024, 7, 1),
                ("2024-07-01 is outside 2024-02-01..2024-06-30", ("a day in 2024-02-05..2024-06-30",)),
            ),
            (
                date(2024, 2, 5),
                date(2024, 2, 4),
                ("2024-02-04 is before 2024-02-05", ("a day in 2024-02-05..2024-06-30",)),
            ),
            (
                JANUARY,
                date(2024, 1, 12),
                ("2024-01-12 is outside 2024-02-01..2024-06-30", ("a day in 2024-02-01..2024-06-30",)),
            ),
            (
                date(2024, 6, 30),
                date(2024, 7, 1),
                ("2024-07-01 is outside 2024-02-01..2024-06-30", ("a day in 2024-06-30..2024-06-30",)),
            ),
            (date(2024, 7, 1), date(2024, 7, 1), ("2024-07-01 is outside 2024-02-01..2024-06-30", ())),
        ],
        ids=["after", "past", "before", "last day", "too late"],
    )
    def test_of_a_day_that_no_observation_can_be_set_for(
        self, on: date, scheduled: date, expected: tuple[str, tuple[str, ...]]
    ) -> None:
        cycle = PerformanceCycle(frame=FRAME, events=PLANNED)
        refusal = cycle.refusals(PreparationDiscussed(on=on, by=GURU, scheduled=scheduled, aim="-"))[-1]
        assert ("schedule-outside-window", *expected) == said(refusal)

    def test_of_an_item_that_is_completed_with_those_that_are_not(self) -> None:
        done = CompetenceCompleted(on=date(2024, 3, 7), by=GURU, item="k2")
        cycle = PerformanceCycle(frame=FRAME, events=(*PLANNED, done))
        (refusal,) = cycle.refusals(attrs.evolve(done, on=date(2024, 3, 8)))
        assert ("item-completed", "the item is completed already", ("k1", "k3")) == said(refusal)

    def test_of_the_wrong_side_with_all_sides_that_may(self) -> None:
        process = PROCESS_2024.choosing(
            Policies()
        )  # at work and not at import, so that the code that builds it is tried
        assert (
            "wrong-actor",
            "cycle-closed is recorded by the superior or office",
            ("superior", "office"),
        ) == said(process.actors[CycleClosed])


class TestDrawings:
    def test_the_stages_end_before_the_states_go_on(self) -> None:
        lines = graphviz(PROCESS_2024).splitlines()
        end = lines.index('        "reflected" -> "concluded" [label="final-note-given"];')
        assert ["    }", '    "draft" -> "submitted" [label="plan-submitted"];'] == lines[end + 1 : end + 3]

    def test_a_table_shows_every_move_of_the_stages(self) -> None:
        table = markdown(PROCESS_2024.choosing(Policies(runs=StageRuns.MANY))).splitlines()
        moves = "not-started → prepared; concluded → prepared"
        assert [
            (
                f"| preparation-discussed | employee | execution | agreed | {moves} | the schedule lies in the window "
                "| seed article |"
            )
        ] == [line for line in table if line.startswith("| preparation-discussed ")]


class TestACycleAsPeopleReadIt:
    def cycle(self, *events: CycleEvent) -> PerformanceCycle:
        apart = [
            attrs.evolve(row, within=(Phase.ASSESSMENT, Phase.PLANNING)) if row.event is PlanApproved else row
            for row in PROCESS_2024.rows
        ]
        process = attrs.evolve(PROCESS_2024, rows=tuple(apart))
        return PerformanceCycle(frame=attrs.evolve(FRAME, process=process), events=events)

    def test_every_window_is_told(self) -> None:
        windows = "2024-01-01..2024-03-31, 2024-06-01..2024-06-30"
        assert f"  next: plan approved by the superior ({windows})" in str(self.cycle(PLANNED[0])).splitlines()

    def test_what_is_done_is_told_in_a_notebook(self) -> None:
        shown = self.cycle(PLANNED[0])._repr_html_().splitlines()
        assert '<tr><th scope="row">plan submitted</th><td>2024-01-11</td><td>done</td></tr>' in shown
