"""A state machine that drives a store of events, ours or yours, through what can and cannot happen in a cycle."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pmm_core.cycle import CycleEvent, PerformanceCycle
from pmm_core.errors import RefusedError
from pmm_core.testing._cycle import cycles, exits_of, next_events, refused_events
from pmm_core.testing._shared import days


class CycleMachine(RuleBasedStateMachine):
    """Drives a store of events: whatever it is given, it must give back, and nothing that was refused may stay in it.

    Subclass it with your own storage and hand its ``TestCase`` to the test runner.  Override `make_store`, `append` and
    `load`; where your service decides by itself, `record` too.  As it is, it keeps the events in a list.

    After each step the machine loads the events, replays them, and compares the cycle with its own; for a number of
    days it asks what the cycle was.  ``opened`` is the cycle as it was opened, ``cycle`` as it stands, for
    invariants of your own.

    >>> class MyMachine(CycleMachine):
    ...     def make_store(self):
    ...         return {}
    ...     def append(self, store, event):
    ...         store[len(store)] = event
    ...     def load(self, store):
    ...         return store.values()
    >>> TestMyStore = MyMachine.TestCase
    >>> from hypothesis import settings
    >>> from hypothesis.stateful import run_state_machine_as_test
    >>> run_state_machine_as_test(MyMachine, settings=settings(max_examples=3, stateful_step_count=5, database=None))
    """

    opened: PerformanceCycle
    cycle: PerformanceCycle
    store: Any

    # -- what you override

    def make_store(self) -> Any:
        """Build an empty store; called once for every run, after ``opened`` is known."""
        return []

    def append(self, store: Any, event: CycleEvent) -> None:
        """Keep an event that the cycle took.

        Args:
            store: what `make_store` built.
            event: what happened.
        """
        store.append(event)

    def load(self, store: Any) -> Iterable[CycleEvent]:
        """Give back all events, in order.

        Args:
            store: what `make_store` built.
        """
        return tuple(store)

    def record(self, store: Any, event: CycleEvent) -> None:
        """Do what your service does when somebody records an event: by default load, ask the cycle, and append.

        Args:
            store: what `make_store` built.
            event: what is to be recorded.

        Raises:
            RefusedError: where the cycle refuses it; nothing may have been kept then.
        """
        self.opened.replay(self.load(store)).apply(event)
        self.append(store, event)

    def reopen(self, store: Any) -> Any:
        """Close a store and open it again; by default the same goes on.

        Args:
            store: what `make_store` built.
        """
        return store

    def close(self, store: Any) -> None:
        """Free what a store holds, at the end of a run; by default nothing.

        Args:
            store: what `make_store` built.
        """

    # -- what the machine does

    @initialize(begun=cycles(max_events=15))
    def open_cycle(self, begun: PerformanceCycle) -> None:
        """Begin with an empty store and record what has happened in a cycle so far; the simplest was just opened.

        Args:
            begun: the cycle whose events are recorded, drawn by Hypothesis.
        """
        self.opened = self.cycle = begun.replay(())
        self.store = self.make_store()
        for event in begun.events:
            self._record(event)

    def _record(self, event: CycleEvent) -> None:
        after = self.cycle.apply(event)
        self.record(self.store, event)
        self.cycle = after

    @precondition(lambda self: bool(exits_of(self.cycle)))
    @rule(data=st.data())
    def record_allowed(self, data: st.DataObject) -> None:
        """Record something that can follow.

        Args:
            data: what draws the event, handed in by Hypothesis.
        """
        self._record(data.draw(next_events(self.cycle), label="event"))

    @rule(data=st.data())
    def record_refused(self, data: st.DataObject) -> None:
        """Try to record something that cannot follow.

        Args:
            data: what draws the event, handed in by Hypothesis.
        """
        _, event, codes = data.draw(refused_events(cycle=st.just(self.cycle)), label="refused")
        assert codes <= {refusal.code for refusal in self.cycle.refusals(event)}
        assert codes <= set(self._codes_of(event)), f"the store must refuse this for {sorted(codes)}"

    def _codes_of(self, event: CycleEvent) -> tuple[str, ...]:
        """For what the store refuses an event; nothing where it takes it."""
        try:
            self.record(self.store, event)
        except RefusedError as error:
            return error.codes
        return ()

    @rule()
    def reopen_store(self) -> None:
        """Close the store and open it again."""
        self.store = self.reopen(self.store)

    @rule(day=days())
    def look_back(self, day: date) -> None:
        """Ask what the cycle was at the end of a day.

        Args:
            day: any, drawn by Hypothesis.
        """
        assert self.opened.replay(self.load(self.store)).as_of(day) == self.cycle.as_of(day)

    @invariant()
    def gives_back_what_it_got(self) -> None:
        """Compare the cycle of the stored events with the machine's own."""
        assert self.opened.replay(self.load(self.store)) == self.cycle, "the store does not give back what it got"

    def teardown(self) -> None:
        """Free the store."""
        if hasattr(self, "store"):
            self.close(self.store)
