"""Edges of the cycle that mutation testing brought to light: the drawings and refusals to the letter, odd rows."""

from datetime import date

import attrs
import pytest

from pmm_core.appraisal import Rating
from pmm_core.calendar import Period
from pmm_core.cycle import (
    PROCESS_2024,
    PROCESS_2025,
    TEACHER_INDICATORS,
    Frame,
    Guard,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    Policies,
    PreparationDiscussed,
    Process,
    Progress,
    State,
    graphviz,
    markdown,
    mermaid,
)
from pmm_core.cycle._audit import _along
from pmm_core.cycle._facts import Facts
from pmm_core.cycle._guards import OUTLOOKS
from pmm_core.errors import WrongTypeError
from pmm_core.people import Role

GURU, KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
FRAME = Frame(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"), process=PROCESS_2024)

HEAD = """\
digraph "2025" {
    rankdir=TB;
    node [shape=box, style=rounded];
    "draft" [label="draf RHK\\ndrafting the plan"];
    "submitted" [label="diajukan\\nsubmitted"];
    "returned" [label="perlu revisi\\nsent back for revision"];
    "approved" [label="disetujui\\napproved"];
    "agreed" [label="disepakati, pelaksanaan\\nagreed, in execution"];
    "rated" [label="dinilai\\nrated"];
    "sent" [label="dikirim ke dinas\\nsent to the office"];
    "synchronised" [label="tersinkron ke e-Kinerja BKN\\nsynchronised to e-Kinerja BKN"];
    "closed" [label="selesai\\nclosed"];
    subgraph cluster_stages {
        label="disepakati, pelaksanaan";
        "not-started" [label="belum mulai"];
        "prepared" [label="persiapan selesai"];
"""
CHART = """\
stateDiagram-v2
    [*] --> draft
    draft : drafting the plan
    submitted : submitted
    returned : sent back for revision
    approved : approved
    rated : rated
    sent : sent to the office
    synchronised : synchronised to e-Kinerja BKN
    closed : closed
    state "agreed, in execution" as agreed {
        [*] --> not_started
        not_started : not started
        prepared : prepared
        observed : observed
        discussed : reflection and plan recorded
        advised : follow-up talk concluded
        followed_up : follow-up done
        reflected : reflection recorded
        concluded : five stages concluded
        not_started --> prepared : preparation-discussed
        prepared --> prepared : observation-rescheduled
        prepared --> observed : observation-held
        observed --> discussed : follow-up-discussed
        discussed --> advised : follow-up-advised
        advised --> followed_up : follow-up-done
        followed_up --> reflected : follow-up-reflected
        reflected --> concluded : final-note-given
    }
    draft --> submitted : plan-submitted
    returned --> submitted : plan-submitted
    submitted --> returned : revision-requested
    submitted --> approved : plan-approved
    approved --> agreed : plan-agreed
    agreed --> rated : appraised
    rated --> sent : appraisal-sent
    sent --> synchronised : ekinerja-synchronised
    sent --> closed : cycle-closed
    synchronised --> closed : cycle-closed
    closed --> [*]
    classDef here font-weight:bold,stroke-width:3px
    class agreed here
    class prepared here"""
TABLE = """\
| event | by | within | states | stages | guards | certainty |
| --- | --- | --- | --- | --- | --- | --- |
| plan-drafted | employee | planning | draft; returned | any | the indicator fits the role | secondary |
| plan-submitted | employee | planning | draft → submitted; returned → submitted | any | the indicator fits the role | secondary |
| revision-requested | superior | planning | submitted → returned | any | none | recalled |
"""  # noqa: E501 -- a row of a table
CLOSED = (
    "| cycle-closed | superior, office | any day | sent → closed; synchronised → closed | any | none | our design |"
)
APPROVED = "| plan-approved | superior | planning, execution | submitted → approved | any | none | secondary |"
ITEMS = "the item is in the plan, the next evidence of the item, the evidence is dated in the period"
EVIDENCE = f"| evidence-attached | employee | execution | agreed | any | {ITEMS} | seed article |"


def test_the_graph_begins_and_ends_to_the_letter() -> None:
    assert graphviz(PROCESS_2025).startswith(HEAD)
    assert graphviz(PROCESS_2025).endswith(
        '    "synchronised" -> "closed" [label="cycle-closed"];\n    "agreed" -> "not-started" [style=dashed];\n}'
    )


def test_the_chart_to_the_letter() -> None:
    assert CHART == mermaid(PROCESS_2025, here=(State.AGREED, Progress.PREPARED))


def test_the_table_to_the_letter() -> None:
    assert markdown(PROCESS_2024).startswith(TABLE)
    assert {CLOSED, EVIDENCE, APPROVED} < set(markdown(PROCESS_2024).splitlines())


@pytest.mark.parametrize("old", [State.DRAFT, State.APPROVED])
def test_an_event_is_taken_at_its_word_from_where_it_may_start(old: State) -> None:
    moves = ((State.DRAFT, State.DRAFT), (State.RETURNED, State.SUBMITTED))
    assert {State.DRAFT: State.DRAFT, State.APPROVED: State.SUBMITTED}[old] is _along(moves, old)


def test_moves_to_what_is_no_place_are_told_by_their_kind() -> None:
    with pytest.raises(WrongTypeError) as caught:
        attrs.evolve(PROCESS_2024.rows[0], states=((State.DRAFT, Rating.ABOVE),))  # type: ignore[arg-type]
    assert "invalid Row: states: must be of kind State, not Rating [wrong-type]" == str(caught.value)


def refused(process: Process, kind: type, state: State, progress: Progress) -> tuple[str, str, tuple[str, ...]]:
    built = process.choosing(Policies())  # at work and not at import, so that the code that builds it is tried
    (place,) = [each for each in built.situations if each.place == (state, progress)]
    refusal = place.refusals[kind]
    return refusal.code, refusal.message, refusal.possible


def test_what_does_not_follow_is_told_with_what_would() -> None:
    assert (
        "wrong-stage",
        "preparation-discussed does not follow prepared",
        (
            "observation-rescheduled",
            "observation-held",
            "superior-changed",
            "evidence-attached",
            "competence-completed",
        ),
    ) == refused(PROCESS_2024, PreparationDiscussed, State.AGREED, Progress.PREPARED)
    assert (
        "wrong-state",
        "plan-agreed does not follow submitted",
        ("revision-requested", "plan-approved", "superior-changed"),
    ) == refused(PROCESS_2024, PlanAgreed, State.SUBMITTED, Progress.NOT_STARTED)


def test_who_may_record_it_is_told() -> None:
    process = PROCESS_2024.choosing(Policies())
    refusal = process.actors[PlanApproved]
    assert ("wrong-actor", "plan-approved is recorded by the superior") == (refusal.code, refusal.message)
    assert ("superior",) == refusal.possible
    assert ("superior", "office") == next(
        each.possible for kind, each in process.actors.items() if kind.kind.value == "cycle-closed"
    )


def test_without_an_open_item_nothing_can_be_completed() -> None:
    plan = Plan(indicator=TEACHER_INDICATORS[0], competence=())
    refusal = OUTLOOKS[Guard.OPEN_ITEM](Facts(KEPALA, plan), date(2024, 3, 7))
    assert refusal is not None
    assert ("item-completed", "no competence item is open", ()) == (refusal.code, refusal.message, refusal.possible)
    assert OUTLOOKS[Guard.OPEN_ITEM](Facts(KEPALA), date(2024, 3, 7)) is None


def test_a_cycle_in_a_notebook_is_a_table_of_its_kind() -> None:
    cycle = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=FRAME.period)
    head = "<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in ("event", "when", "where it stands"))
    shown = cycle._repr_html_()
    assert shown.startswith('<table class="pmm-cycle" lang="en">\n<caption>')
    assert head in shown
