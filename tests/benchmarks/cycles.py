"""Steps of a cycle, refusals, whole cycles and their weight: beside automat, transitions and python-statemachine."""

from collections.abc import Callable
from typing import Any, Protocol

from automat import NoTransition, TypeMachineBuilder
from statemachine import State, StateMachine
from statemachine.exceptions import TransitionNotAllowed
from timing import Call, Plan as Timing, Row, bytes_each, compare
from transitions import Machine, MachineError
from whole_cycle import HEAD, ON, PLAN, RATINGS, opened, twenty

from pmm_core import Party, PerformanceCycle, RefusedError, Role
from pmm_core.cycle import (
    PROCESS_2024,
    CycleEvent,
    EvidenceAttached,
    ObservationHeld,
    PlanAgreed,
    PlanSubmitted,
    RevisionRequested,
)

# -- the peers: the plan's machine with four states, no actor, no window, no payload, no history


class Planning(Protocol):
    """What can be done with a plan."""

    def submit(self) -> None:
        """Submit it."""

    def send_back(self) -> None:
        """Send it back."""

    def approve(self) -> None:
        """Approve it."""


class Core:
    """What automat keeps beside the state: nothing here."""


def by_automat() -> Any:
    """Build the machine with automat, as submitted."""
    builder = TypeMachineBuilder(Planning, Core)
    draft, submitted = builder.state("draft"), builder.state("submitted")
    returned, approved = builder.state("returned"), builder.state("approved")
    draft.upon(Planning.submit).to(submitted).returns(None)
    returned.upon(Planning.submit).to(submitted).returns(None)
    submitted.upon(Planning.send_back).to(returned).returns(None)
    submitted.upon(Planning.approve).to(approved).returns(None)
    machine = builder.build()(Core())
    machine.submit()
    return machine


class Bare:
    """A model for transitions."""


def by_transitions() -> Any:
    """Build the machine with transitions, as submitted."""
    model = Bare()
    moves = [
        ["submit", "draft", "submitted"],
        ["submit", "returned", "submitted"],
        ["send_back", "submitted", "returned"],
        ["approve", "submitted", "approved"],
    ]
    states = ["draft", "submitted", "returned", "approved"]
    Machine(model, states=states, transitions=moves, initial="submitted", auto_transitions=False)
    return model


class ByStatemachine(StateMachine):
    """The machine as python-statemachine writes it."""

    draft = State(initial=True)
    submitted = State()
    returned = State()
    approved = State(final=True)
    submit = draft.to(submitted) | returned.to(submitted)
    send_back = submitted.to(returned)
    approve = submitted.to(approved)


def by_statemachine() -> Any:
    """Build it, as submitted."""
    machine = ByStatemachine()
    machine.submit()
    return machine


def there_and_back(machine: Any) -> Call:
    """Return a call of two transitions that ends where it began."""

    def call() -> None:
        machine.send_back()
        machine.submit()

    return call


def refused(machine: Any, error: type[Exception]) -> Call:
    """Return a call that is refused and caught."""

    def call() -> None:
        try:
            machine.submit()
        except error:
            return
        raise SystemExit(f"{type(machine).__name__} submits twice")

    return call


# -- the whole graph for transitions, with a history


def with_history() -> Callable[[list[CycleEvent]], Any]:
    """Return a builder of models that went through the same events in the same graph and remember them."""
    moves = [
        [event.kind.value.replace("-", "_"), repr(place), repr(target)]
        for place in PROCESS_2024.situations
        for event, target in place.exits.items()
    ]
    names = [repr(place) for place in PROCESS_2024.situations]
    machine = Machine(None, states=names, transitions=moves, initial=names[0], auto_transitions=False)

    def build(events: list[CycleEvent]) -> Any:
        model: Any = Bare()
        machine.add_model(model)
        model.history = []
        for event in events:
            name = event.kind.value.replace("-", "_")
            getattr(model, name)()
            model.history.append((name, event.on, event.by))
        return model

    return build


# -- the rows


def steps(plan: Timing) -> list[Row]:
    """One allowed step, one refused."""
    guru = Party("G-17", Role.TEACHER)
    start = opened(guru)
    day = ON(1, 11)
    submitted = start.apply(PlanSubmitted(on=day, by=guru, plan=PLAN))
    sent_back = RevisionRequested(on=day, by=HEAD, reason="say which class")
    again = PlanSubmitted(on=day, by=guru, plan=PLAN)
    machines = {"automat": by_automat(), "transitions": by_transitions(), "python-statemachine": by_statemachine()}
    peers = {name: there_and_back(machine) for name, machine in machines.items()}

    def anew() -> PerformanceCycle:
        back = submitted.apply(RevisionRequested(on=day, by=HEAD, reason="say which class"))
        return back.apply(PlanSubmitted(on=day, by=guru, plan=PLAN))

    errors = {"automat": NoTransition, "transitions": MachineError, "python-statemachine": TransitionNotAllowed}
    refusing = {name: refused(machine, errors[name]) for name, machine in machines.items()}
    early = ObservationHeld(on=ON(1, 12), by=guru, ratings=RATINGS)
    codes = [refusal.code for refusal in submitted.refusals(early)]
    if codes != ["wrong-state", "wrong-actor", "own-approval", "outside-window"]:
        raise SystemExit(f"other reasons: {codes}")

    def rejected(event: CycleEvent) -> Call:
        def call() -> None:
            try:
                submitted.apply(event)
            except RefusedError:
                return
            raise SystemExit("not refused")

        return call

    misplaced = PlanAgreed(on=day, by=guru)
    two = "two transitions, there and back"
    allowed = {"automat": (1.5, 0.6), "transitions": (0.3, 0.1), "python-statemachine": (0.03, 0.01)}
    not_allowed = {"automat": (1.0, 0.3), "transitions": (1.0, 0.3)}
    return [
        compare(
            "apply(), allowed",
            {"ours": lambda: submitted.apply(sent_back).apply(again), **peers},
            plan,
            note=f"{two}; the peers check no actor, window or payload and keep no history",
            aims=allowed,
        ),
        compare("the same with the events built anew", {"ours": anew, **peers}, plan, note=f"{two}; each is checked"),
        compare(
            "apply(), refused for four reasons",
            {"ours": rejected(early), **refusing},
            plan,
            note="raised and caught; the peers give one reason",
            aims=not_allowed,
        ),
        compare(
            "apply(), refused for one reason",
            {"ours": rejected(misplaced), **refusing},
            plan,
            note="raised and caught, as the peers do it",
            aims=not_allowed,
        ),
    ]


def wholes(plan: Timing) -> list[Row]:
    """Whole cycles: replayed, grown long, weighed."""
    guru = Party("G-17", Role.TEACHER)
    start, events = opened(guru), twenty(guru)

    def one_by_one() -> PerformanceCycle:
        cycle = start
        for event in events:
            cycle = cycle.apply(event)
        return cycle

    whole = one_by_one()
    if len(whole.events) != 20 or start.replay(events) != whole:
        raise SystemExit("the two do not agree")
    agreed = start.replay(events[:6])
    attached = [
        EvidenceAttached(on=ON(4, 2), by=guru, item="k1", number=number, title="certificate", dated=ON(4, 1))
        for number in range(1, 2003)
    ]
    short, long = agreed.replay([*events[:6], *attached[:14]]), agreed.replay([*events[:6], *attached[:1994]])
    if (len(short.events), len(long.events)) != (20, 2000):
        raise SystemExit("other lengths")
    build = with_history()
    weights = {
        "ours": bytes_each(
            lambda index: (p := Party(f"G-{index}", Role.TEACHER)) and opened(p).replay(twenty(p)), plan
        ),
        "transitions": bytes_each(lambda index: build(twenty(Party(f"G-{index}", Role.TEACHER))), plan),
    }
    return [
        compare(
            "replay() of 20 events",
            {"ours": lambda: start.replay(events), "apply": one_by_one},
            plan,
            goal=1.0,
            stretch=0.7,
            note="the peer is our own apply(), twenty times",
        ),
        compare(
            "apply() after 2,000 events",
            {"ours": lambda: long.apply(attached[1994]), "20 events": lambda: short.apply(attached[14])},
            plan,
            note="the peer is the same after 20: flat is 1",
        ),
        Row(
            "bytes of a cycle of 20 events",
            weights["ours"],
            {"transitions": weights["transitions"]},
            goal=0.5,
            stretch=0.2,
            note="ours keeps whole events with payloads, the peer name, day and person of each",
            unit="bytes",
        ),
    ]


def rows(plan: Timing) -> list[Row]:
    """Measure all of it."""
    return [*steps(plan), *wholes(plan)]
