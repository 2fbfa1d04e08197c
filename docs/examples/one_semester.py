"""What may this teacher do today, by when, and why not more?

Walks one made-up teacher through the first semester of 2024 on the dates of the press articles that the project started
from, and asks on each day what is open, whose turn it is, and why the rest is refused.  There is no teacher G-17 and no
head K-3; the windows and the rules are real where their sources are, and say so at the end.

    python docs/examples/one_semester.py
"""

import io
import sys
import textwrap
from collections.abc import Iterable
from datetime import date

from pmm_core import CALENDAR, Certainty, Party, PerformanceCycle, Period, Phase, Plan, Predicate, Rating, Role, rules
from pmm_core.appraisal import MATRIX
from pmm_core.calendar import Weekday, format_date
from pmm_core.cycle import (
    ADVISED_POINTS,
    PRACTICE_ITEM,
    TEACHER_INDICATORS,
    AppraisalSent,
    Appraised,
    ApprovalDays,
    AspectJudgement,
    Awareness,
    CompetenceCompleted,
    CompetenceItem,
    CompetenceKind,
    CycleClosed,
    CycleEvent,
    EkinerjaSynchronised,
    EventKind,
    EvidenceAttached,
    ExtraDuty,
    FinalNoteGiven,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    NextStep,
    ObservationHeld,
    ObservationRescheduled,
    PlanAgreed,
    PlanApproved,
    PlanDrafted,
    PlanSubmitted,
    Policies,
    PracticeAspect,
    PreparationDiscussed,
    RevisionRequested,
    RubricLevel,
    Side,
    SuperiorChanged,
)
from pmm_core.errors import Refusal, codes

WIDTH = 100
MARGIN = 12
MADE_UP = "MADE-UP PEOPLE (orang rekaan)"
SEMESTER, YEAR = Period.parse("2024-S1"), Period.parse("2025-A1")

# Nobody has a name here: a role and an id of one's own are all that a cycle takes.
GURU, LATE = Party("G-17", Role.TEACHER), Party("G-18", Role.TEACHER)
HEAD, OTHER_HEAD = Party("K-3", Role.HEAD), Party("K-4", Role.HEAD)
OFFICE = Party("D-1", Role.OFFICE_STAFF)

PLAN = Plan(
    indicator=TEACHER_INDICATORS[1],
    competence=(
        CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 2),
        CompetenceItem("k2", CompetenceKind.PEER_OBSERVATION),
        CompetenceItem("k3", CompetenceKind.SHARING_PARTICIPANT, 2),
    ),
    duties=(ExtraDuty("t1", "guru piket"),),
)
RATINGS = (
    FocusRating("agrees on rules with the class", RubricLevel.EFFECTIVE),
    FocusRating("reminds of the rules without anger", RubricLevel.EFFECTIVE),
    FocusRating("lets students reflect on what they did", RubricLevel.NOT_EFFECTIVE),
)
ASPECTS = tuple(AspectJudgement(aspect, Rating.ABOVE) for aspect in PracticeAspect)
BESIDE = (
    EventKind.PLAN_DRAFTED,
    EventKind.EVIDENCE_ATTACHED,
    EventKind.COMPETENCE_COMPLETED,
    EventKind.SUPERIOR_CHANGED,
)


# -- printing


def say(text: str, *, first: str = "", then: str | None = None) -> None:
    """Print prose, wrapped."""
    after = first if then is None else then
    print(textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=after, break_on_hyphens=False))


def chapter(title: str) -> None:
    """Print the heading of a part."""
    print(f"\n{'=' * WIDTH}\n{title}\n{'=' * WIDTH}")


def row(label: str, text: str) -> None:
    """Print a line with a word in the margin, wrapped beside it."""
    say(text, first=f"{label:<{MARGIN}}", then=" " * MARGIN)


def block(label: str, lines: Iterable[str]) -> None:
    """Print lines beside one word in the margin."""
    for line in lines:
        row(label, line)
        label = ""


def both(word: EventKind | Side | Phase | Predicate | Rating) -> str:
    """Write a word in both languages."""
    return f"{word.label_en} ({word.label_id})"


def left(phase: Phase, period: Period, day: date) -> str:
    days = CALENDAR.days_left(period, phase, on=day)
    return f"{days} day{'' if days == 1 else 's'} left" if days else "the last day"


def day(on: date, text: str) -> None:
    """Print the heading of a day, what happens, and which phases are open."""
    print(f"\n{Weekday.of(on).label_en}, {on.day} {on:%B %Y} ({format_date(on, weekday=True)})\n{'-' * WIDTH}")
    say(text)
    print()
    block(
        "open",
        (
            f"{both(found.phase):<25} {found.window}{', extended' if found.extension else ''}: "
            f"{left(found.phase, found.period, on)}"
            for found in CALENDAR.phases_on(on)
        ),
    )


def when(step: NextStep) -> str:
    """Say by when a step must be taken."""
    if step.window is None:
        return "its window is past" if step.missed else "any day"
    return f"until {step.window.end}" if step.open else f"from {step.window.start} to {step.window.end}"


def turns(cycle: PerformanceCycle, on: date) -> None:
    """Print where a cycle stands, whose turn it is, and by when."""
    done = f"; {len(cycle.stages_done)} of the 5 stages done" if cycle.stages_done else ""
    row("now", f"{cycle.state.label_en} ({cycle.state.label_id}){done}")
    steps = cycle.next_steps(on=on)
    block(
        "next",
        (
            f"{both(step.kind)}, {when(step)}: by the {' or the '.join(map(both, step.by))}"
            for step in steps
            if step.kind not in BESIDE
        ),
    )
    beside = [f"{step.kind.label_en} ({when(step)})" for step in steps if step.kind in BESIDE and step.open]
    if beside:
        row("besides", "; ".join(beside))


def record(cycle: PerformanceCycle, *events: CycleEvent) -> PerformanceCycle:
    """Apply events, printing each."""
    label = "recorded"
    for event in events:
        cycle = cycle.apply(event)
        on = "" if event.on == events[-1].on else f"{event.on} "
        row(label, f"{on}{both(event.kind)}, by the {event.by.role.label_en}")
        label = ""
    return cycle


def reasons(refusals: Iterable[Refusal]) -> None:
    """Print every reason with what would be possible."""
    for refusal in refusals:
        say(f"- {refusal.message} [{refusal.code}]", first=" " * MARGIN, then=" " * (MARGIN + 2))
        if refusal.possible:
            say(f"possible: {'; '.join(refusal.possible)}", first=" " * (MARGIN + 2))


def refuse(cycle: PerformanceCycle, event: CycleEvent, question: str) -> None:
    """Ask for what must be refused, and print why."""
    refusals = cycle.refusals(event)
    row("refused" if refusals else "possible", question)
    reasons(refusals)


# -- the story


def all_kinds(on: date) -> tuple[CycleEvent, ...]:
    """Build every kind of event for one day, each by whoever records it and with a payload that can pass."""
    return (
        PlanDrafted(on=on, by=GURU, plan=PLAN),
        PlanSubmitted(on=on, by=GURU, plan=PLAN),
        RevisionRequested(on=on, by=HEAD, reason="say which class"),
        PlanApproved(on=on, by=HEAD),
        PlanAgreed(on=on, by=GURU),
        PreparationDiscussed(on=on, by=GURU, scheduled=on, aim="rules that the class keeps"),
        ObservationRescheduled(on=on, by=HEAD, scheduled=on, reason="a meeting"),
        ObservationHeld(on=on, by=HEAD, ratings=RATINGS),
        FollowUpDiscussed(on=on, by=GURU, reflection="reflection comes too short", follow_up="a round at the end"),
        FollowUpAdvised(on=on, by=HEAD, note="try it in two classes"),
        FollowUpDone(on=on, by=GURU, effort="tried in two classes"),
        FollowUpReflected(on=on, by=GURU, reflection="they remind each other", awareness=Awareness.AWARE_OF_EFFECT),
        FinalNoteGiven(on=on, by=HEAD, note="show it in the MGMP"),
        EvidenceAttached(on=on, by=GURU, item="k1", number=1, title="certificate of a topic", dated=on),
        CompetenceCompleted(on=on, by=GURU, item="k1"),
        SuperiorChanged(on=on, by=OFFICE, superior=OTHER_HEAD, reason="the head moves"),
        Appraised(on=on, by=HEAD, results=Rating.ABOVE, behaviour=Rating.AS_EXPECTED, aspects=ASPECTS),
        AppraisalSent(on=on, by=HEAD),
        EkinerjaSynchronised(on=on, by=OFFICE, reference="made-up-1"),
        CycleClosed(on=on, by=HEAD),
    )


def one_of(kind: EventKind, on: date) -> CycleEvent:
    """Pick the example of one kind."""
    return next(event for event in all_kinds(on) if event.kind is kind)


def planning() -> PerformanceCycle:
    """Print January: drafted, submitted, sent back, approved, agreed, and nothing by the wrong person or too early."""
    cycle = PerformanceCycle.open(employee=GURU, superior=HEAD, period=SEMESTER)

    on = date(2024, 1, 11)
    day(
        on,
        "On this day MGMP IPS SMP Kabupaten Batang trains its members to plan in PMM and to collect evidence (seed "
        "article). The teacher drafts a plan (RHK) and submits it.",
    )
    cycle = record(cycle, PlanDrafted(on=on, by=GURU, plan=PLAN), PlanSubmitted(on=on, by=GURU, plan=PLAN))
    low, high = ADVISED_POINTS
    items = ", ".join(f"{item.count} x {item.kind.label_en} ({item.points})" for item in PLAN.competence)
    row("the plan", f"practice: {PLAN.indicator.label_en} ({PLAN.indicator.label_id})")
    row("", f"competence: {items}: {PLAN.points} points, {low} to {high} are advised")
    row("", f"extra duty: guru piket; behaviour: all {len(PLAN.behaviours)} values of BerAKHLAK")
    turns(cycle, on)

    on = date(2024, 1, 12)
    day(on, "The teacher is in a hurry and wants to record the observation (observasi kinerja) the next day.")
    refuse(
        cycle, ObservationHeld(on=on, by=GURU, ratings=RATINGS), "observation held by the teacher? For four reasons:"
    )
    refuse(cycle, ObservationHeld(on=on, by=HEAD, ratings=RATINGS), "by the head, then? Two reasons remain:")

    on = date(2024, 1, 23)
    day(on, "The head sends the plan back once, approves it, and the teacher agrees: agreed by both (disepakati).")
    refuse(cycle, PlanApproved(on=on, by=GURU), "may the teacher approve it?")
    cycle = record(
        cycle,
        RevisionRequested(on=date(2024, 1, 15), by=HEAD, reason="say which class"),
        PlanSubmitted(on=date(2024, 1, 17), by=GURU, plan=PLAN),
        PlanApproved(on=date(2024, 1, 22), by=HEAD),
        PlanAgreed(on=on, by=GURU),
    )
    turns(cycle, on)
    return cycle


def execution(cycle: PerformanceCycle) -> PerformanceCycle:
    """Print February and March: the preparation, the observation, the talk."""
    window = cycle.window(Phase.EXECUTION)
    on = window.start
    day(
        on,
        f"Execution (pelaksanaan) opens: {window}, {window.days} days, the first and the last one counted. The day "
        "before, nothing of it could be done; today, stage 1 can.",
    )
    early = date(2024, 1, 31)
    refuse(
        cycle,
        PreparationDiscussed(on=early, by=GURU, scheduled=date(2024, 2, 29), aim="rules that the class keeps"),
        "preparation on 31 January?",
    )
    preparation = PreparationDiscussed(on=on, by=GURU, scheduled=date(2024, 2, 29), aim="rules that the class keeps")
    cycle = record(cycle, preparation)
    row("", f"the observation is set for {cycle.scheduled}")
    turns(cycle, on)

    on = date(2024, 3, 7)
    day(
        on,
        "On this day MGMP Informatika SMP Kabupaten Blitar visits BBGP Jawa Timur and hears that the month lies in the "
        "execution of the RHK agreed by both, that the head observes as superior, and that there are five stages (seed "
        "article). The head had to move the observation to this day.",
    )
    moved = ObservationRescheduled(on=date(2024, 2, 28), by=HEAD, scheduled=on, reason="a meeting at the office")
    cycle = record(cycle, moved)
    turns(cycle, on)
    cycle = record(cycle, ObservationHeld(on=on, by=HEAD, ratings=RATINGS))
    block("rubric", (f"{rating.behaviour}: {rating.level.label_en} ({rating.level.label_id})" for rating in RATINGS))
    rest(cycle, on)

    on = date(2024, 3, 18)
    day(on, "The follow-up talk (diskusi tindak lanjut): the teacher reflects and plans, the head adds a note.")
    reflection = "reflection comes too short"
    cycle = record(
        cycle,
        FollowUpDiscussed(
            on=date(2024, 3, 14), by=GURU, reflection=reflection, follow_up="a round", awareness=Awareness.AWARE
        ),
        FollowUpAdvised(on=on, by=HEAD, note="try it in two classes"),
    )
    turns(cycle, on)
    return cycle


def rest(cycle: PerformanceCycle, on: date) -> None:
    """Print for every kind of event whether it can happen now, asked by the right side with a good payload."""
    print()
    say("And everything else on this day, asked by whoever records it, with a payload that could pass:")
    print()
    seen: set[str] = set()
    possible = 0
    asked = all_kinds(on)
    for event in asked:
        refusals = cycle.refusals(event)
        found = [refusal.code for refusal in refusals]
        seen.update(found)
        possible += not refusals
        by = " and ".join(side.label_en for side in cycle.side_of(event.by))
        print(f"  {event.kind.label_en:<34}{by:<10}{'no:  ' + ', '.join(found) if found else 'YES'}")
    print()
    say(f"{possible} of {len(asked)} are possible. The codes mean:")
    for code in codes():
        if code.text in seen:
            say(f"{code.text}: {code.meaning} ({code.meaning_id})", first="  ", then="    ")


def late_planning() -> None:
    """Print what the extension means for somebody who has not planned yet."""
    cycle = PerformanceCycle.open(employee=LATE, superior=HEAD, period=SEMESTER)
    on = date(2024, 3, 31)
    day(
        on,
        "Another made-up teacher, G-18, has not planned. SE 0559 extended planning to this day, since 7 % had not "
        "filed by 1 February.",
    )
    filed = PlanSubmitted(on=on, by=LATE, plan=PLAN)
    refuse(cycle, filed, f"may G-18 submit a plan on {on}? {'Yes.' if cycle.can(filed) else 'No.'}")

    after = date(2024, 4, 1)
    day(after, "The day after.")
    refuse(cycle, PlanSubmitted(on=after, by=LATE, plan=PLAN), f"may G-18 submit a plan on {after}? No.")
    closed = CALENDAR.why_closed(SEMESTER, Phase.PLANNING, on=after)
    if closed:
        row("", f"the calendar: {closed.message}")

    # whether the extension covers the approval as well, no source says: each reading has a name
    strict = cycle.process.choosing(Policies(approval=ApprovalDays.PLANNING_ONLY))
    other = PerformanceCycle.open(employee=LATE, superior=HEAD, period=SEMESTER, process=strict)
    approval = PlanApproved(on=after, by=HEAD)
    row("if in time", "filed on 31 March, may the head approve on 1 April? No source says. The two readings:")
    for known, mark in ((cycle, "our choice"), (other, "the other")):
        answer = "yes" if known.apply(filed).can(approval) else "no"
        policy = known.process.policies.approval
        row("", f"- {policy.label_en} ({policy.label_id}), {mark}: {answer}")


def follow_up(cycle: PerformanceCycle) -> PerformanceCycle:
    """Print April to June: effort, evidence, competence, reflection."""
    on = date(2024, 4, 22)
    day(
        on,
        "The follow-up effort (upaya tindak lanjut), and the first items of competence with evidence (bukti dukung).",
    )
    effort = FollowUpDone(on=on, by=GURU, effort="tried in two classes")
    certificate = EvidenceAttached(
        on=on, by=GURU, item="k1", number=1, title="certificate of a topic", dated=date(2024, 4, 19)
    )
    sheet = EvidenceAttached(
        on=on, by=GURU, item=PRACTICE_ITEM, number=1, title="observation sheet", dated=date(2024, 3, 7)
    )
    cycle = record(cycle, effort, certificate, sheet, CompetenceCompleted(on=on, by=GURU, item="k1"))
    refuse(
        cycle,
        EvidenceAttached(on=on, by=GURU, item="k9", number=1, title="an older one", dated=date(2023, 12, 15)),
        "a certificate of December, for an item that is not in the plan?",
    )
    refuse(cycle, certificate, "the same certificate once more?")
    refuse(cycle, CompetenceCompleted(on=on, by=GURU, item="k1"), "the same item completed twice?")
    row("evidence", ", ".join(f"{item}: {cycle.evidence_of(item)}" for item in PLAN.item_keys))
    turns(cycle, on)

    on = date(2024, 6, 3)
    day(
        on,
        "Execution and assessment (penilaian) are open together: a day has a set of phases. The teacher looks back "
        "(refleksi tindak lanjut); the head wants to rate at once.",
    )
    cycle = record(
        cycle,
        CompetenceCompleted(on=date(2024, 5, 13), by=GURU, item="k2"),
        CompetenceCompleted(on=date(2024, 5, 27), by=GURU, item="k3"),
        FollowUpReflected(on=on, by=GURU, reflection="they remind each other", awareness=Awareness.AWARE_OF_EFFECT),
    )
    row("completed", f"{', '.join(sorted(cycle.completed))}: {PLAN.points} points")
    refuse(cycle, one_of(EventKind.APPRAISED, on), "appraised before the five stages are concluded?")
    turns(cycle, on)
    return cycle


def assessment(cycle: PerformanceCycle) -> PerformanceCycle:
    """Print the end: the final note, the ratings, the predicate, sent, synchronised, closed."""
    on = date(2024, 6, 20)
    day(on, "The head's final note concludes the five stages; then the head rates results and behaviour.")
    cycle = record(cycle, FinalNoteGiven(on=date(2024, 6, 10), by=HEAD, note="show it in the MGMP"))
    block("stages", (f"{stage.number} {stage.label_en} ({stage.label_id})" for stage in cycle.stages_done))
    turns(cycle, on)
    appraised = Appraised(
        on=on,
        by=HEAD,
        results=Rating.ABOVE,
        behaviour=Rating.AS_EXPECTED,
        aspects=ASPECTS,
        notes="next: the same in another class",
    )
    cycle = record(cycle, appraised)
    matrix(appraised)

    on = date(2024, 6, 28)
    day(on, "Sent to the office (dinas), taken over by e-Kinerja BKN, closed, two days before the period ends.")
    cycle = record(
        cycle,
        AppraisalSent(on=date(2024, 6, 24), by=HEAD),
        EkinerjaSynchronised(on=date(2024, 6, 26), by=OFFICE, reference="made-up-1"),
        CycleClosed(on=on, by=HEAD),
    )
    turns(cycle, on)
    asked = all_kinds(on)
    refused = [event for event in asked if "cycle-closed" in [refusal.code for refusal in cycle.refusals(event)]]
    row("refused", f"{len(refused)} of {len(asked)} kinds of event, for each of them:")
    reasons(refusal for refusal in cycle.refusals(asked[-1]) if refusal.code == "cycle-closed")
    return cycle


def matrix(appraised: Appraised) -> None:
    """Print the nine cells with the one that holds."""
    print()
    print(f"  {'results (hasil kerja)':<28}behaviour (perilaku kerja)")
    print(f"  {'':<28}{''.join(f'{behaviour.label_id:<24}' for behaviour in Rating)}".rstrip())
    for results in reversed(Rating):
        cells = ""
        for behaviour in Rating:
            here = (results, behaviour) == (appraised.results, appraised.behaviour)
            name = MATRIX[results, behaviour].label_id
            cells += f"{f'[{name}]' if here else f' {name}':<24}"
        print(f"  {results.label_id:<27}{cells}".rstrip())
    print()
    row("predicate", f"{both(appraised.predicate)}: nobody chooses it, the two ratings yield it")


def looking_back(cycle: PerformanceCycle) -> None:
    """Print what the cycle was on a day, and that it is its own history."""
    chapter(f"Looking back (jejak) -- {MADE_UP}")
    on = date(2024, 2, 1)
    then = cycle.as_of(on)
    row(
        "as of",
        f"{on}: {then.state.label_en} ({then.state.label_id}), {then.progress.label_en}; {then.events.size} events",
    )
    row("now", f"{cycle.state.label_en} ({cycle.state.label_id}); {cycle.events.size} events")
    same = cycle.replay(cycle.events) == cycle
    row("replayed", f"the {cycle.events.size} events give {'the same cycle' if same else 'ANOTHER CYCLE'}")
    print()
    for event in cycle.events:
        print(f"  {event.on}  {event.kind.label_en:<33}{event.kind.label_id}")


def next_year() -> None:
    """Print the same teacher under the scheme of 2025, three differences in three lines."""
    chapter(f"The same teacher in 2025: other tables, the same engine -- {MADE_UP}")
    start, later = date(2025, 1, 20), date(2025, 3, 7)
    cycle = PerformanceCycle.open(employee=GURU, superior=HEAD, period=YEAR)
    for event in (
        PlanSubmitted(on=start, by=GURU, plan=PLAN),
        PlanApproved(on=start, by=HEAD),
        PlanAgreed(on=start, by=GURU),
    ):
        cycle = cycle.apply(event)
    upload = EvidenceAttached(on=later, by=GURU, item="k1", number=1, title="certificate", dated=later)
    silent = CompetenceCompleted(on=later, by=GURU, item="k1")
    telling = CompetenceCompleted(on=later, by=GURU, item="k1", reflection="what I shall do differently")
    row("one year", f"{YEAR}: {', '.join(f'{phase.label_id} {cycle.window(phase)}' for phase in Phase)}")
    row("no uploads", "; ".join(f"{refusal.message} [{refusal.code}]" for refusal in cycle.refusals(upload)))
    without = "; ".join(f"{refusal.message} [{refusal.code}]" for refusal in cycle.refusals(silent))
    row("no points", f"{without}; with a reflection: {'yes' if cycle.can(telling) else 'no'}")


# what stands behind the pages beside the events themselves
BEHIND = (
    *("calendar.two-periods", "calendar.planning", "calendar.planning-extended", "calendar.execution"),
    *("calendar.assessment", "calendar.evaluation-deadlines", "calendar.annual-period", "calendar.annual-assessment"),
    *("calendar.periods-and-schemes", "calendar.whole-days", "calendar.written-dates", "appraisal.matrix"),
    *("cycle.nobody-decides-on-their-own", "cycle.superiors", "cycle.teacher-indicators", "cycle.points"),
    *("cycle.points-advice", "cycle.extra-duties", "cycle.behaviours", "cycle.practice-aspects"),
    *("cycle.order-of-days", "cycle.tables", "cycle.process-2024", "cycle.process-2025", "cycle.stage-runs"),
)
NOT_LAW = {
    Certainty.RECALLED: " -- not law: general knowledge, no source was found",
    Certainty.DESIGN: " -- not law: no source says so, this library decided it",
}
CONCEPTS = ("calendar", "cycle", "appraisal")


def origins(cycle: PerformanceCycle) -> None:
    """Print the rules behind all this with their sources, by certainty, design marked as design."""
    chapter("Where all this comes from (aturan dan sumber)")
    print("People and events are invented; the windows and rules are those of the sources below, or our design.")
    readings = cycle.process.policies
    print("\nReadings where the sources are silent (rancangan); each has another that can be chosen:")
    for reading in (readings.approval, readings.observation, readings.appraisal, readings.runs, readings.points):
        print(f"  * {type(reading).__name__}: {reading.label_en} ({reading.label_id})")
    known = {rule.key: rule for rule in rules()}
    happened = {f"pmm_core.cycle.{type(event).__name__}" for event in cycle.events}
    keys = [*BEHIND, *(rule.key for rule in known.values() if happened & {*rule.applies_to})]
    held = [known[key] for key in dict.fromkeys(keys)]
    held.sort(key=lambda rule: CONCEPTS.index(rule.key.partition(".")[0]))
    for certainty in Certainty:
        found = [rule for rule in held if rule.certainty is certainty]
        if not found:
            continue
        print(f"\nRules: {certainty.label_en} ({certainty.label_id}){NOT_LAW.get(certainty, '')}")
        for rule in found:
            say(rule.statement, first="  * ", then="    ")
            if certainty is not Certainty.DESIGN:
                say(f"from: {rule.source.title}, {rule.source.locator}", first="    ", then="          ")
            if rule.note:
                say(f"note: {rule.note}", first="    ", then="          ")
    decided = sum(rule.certainty is Certainty.DESIGN for rule in held)
    print()
    say(
        f"{decided} of the {len(held)} rules behind these pages are decisions of the library, and parts of others are, "
        "as their notes say."
    )


def main() -> int:
    """Run from the command line."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    chapter(f"One teacher, one semester ({SEMESTER}): Pengelolaan Kinerja in PMM -- {MADE_UP}")
    say(
        "Teacher G-17 and head K-3 do not exist. The days of 11 January and 7 March 2024 are those of two press "
        "articles; what the two people do on them is invented."
    )
    print("\nBy when what must be done (tenggat):")
    for deadline in CALENDAR.deadlines(SEMESTER):
        print(f"  {deadline.on}  {deadline.kind.label_en} ({deadline.kind.label_id})")
    cycle = execution(planning())
    late_planning()
    cycle = assessment(follow_up(cycle))
    looking_back(cycle)
    next_year()
    origins(cycle)
    return 0


if __name__ == "__main__":
    sys.exit(main())
