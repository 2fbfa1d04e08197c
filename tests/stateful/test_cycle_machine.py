"""The shipped machine: against a model written another way, over a real SQLite file, and over broken stores."""

import pickle
import re
import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, Phase, settings, stateful
from hypothesis.stateful import invariant

from pmm_core.cycle import CycleEvent, PerformanceCycle
from pmm_core.errors import RefusedError
from pmm_core.testing._cycle_machine import CycleMachine

run_machine: Any = cast("Any", stateful).run_state_machine_as_test  # its own types are incomplete
SIZE = settings(max_examples=30, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# what a history may look like, one letter an event; s: beside the stages, x: the office names another superior
LETTERS = {
    "plan-drafted": "d",
    "plan-submitted": "S",
    "revision-requested": "R",
    "plan-approved": "A",
    "plan-agreed": "G",
    "preparation-discussed": "1",
    "observation-rescheduled": "r",
    "observation-held": "2",
    "follow-up-discussed": "3",
    "follow-up-advised": "4",
    "follow-up-done": "5",
    "follow-up-reflected": "6",
    "final-note-given": "7",
    "evidence-attached": "s",
    "competence-completed": "s",
    "superior-changed": "x",
    "appraised": "P",
    "appraisal-sent": "Z",
    "ekinerja-synchronised": "Y",
    "cycle-closed": "C",
}
RUN = "1[rsx]*2[sx]*3[sx]*4[sx]*5[sx]*6[sx]*7[sx]*"
HALF_A_RUN = "(1[rsx]*(2[sx]*(3[sx]*(4[sx]*(5[sx]*(6[sx]*(7[sx]*)?)?)?)?)?)?)?"
GRAMMAR = re.compile(f"[dx]*(S[x]*R[dx]*)*(S[x]*(A[x]*(G[sx]*({RUN})*{HALF_A_RUN}(P[x]*(Z(Y?C|Y)?)?)?)?)?)?")


class GrammarMachine(CycleMachine):
    """A model written another way: a history is a text, and what may happen is a regular expression over it."""

    @invariant()
    def follows_the_grammar(self) -> None:
        text = "".join(LETTERS[event.kind.value] for event in self.cycle.events)
        assert GRAMMAR.fullmatch(text), text

    @invariant()
    def stands_where_the_letters_say(self) -> None:
        told = [event.kind.value for event in self.cycle.events]
        letters = "".join(letter for letter in map(LETTERS.__getitem__, told) if letter not in "dsxr1234567")
        names = {"": "draft", "S": "submitted", "R": "returned", "A": "approved", "G": "agreed", "P": "rated"}
        assert (names | {"Z": "sent", "Y": "synchronised", "C": "closed"})[letters[-1:]] == self.cycle.state.value
        stages = [letter for letter in map(LETTERS.__getitem__, told) if letter in "1234567"]
        done = {"": 0, "1": 1, "2": 2, "3": 2, "4": 3, "5": 4, "6": 4, "7": 5}[stages[-1] if stages else ""]
        assert done == len(self.cycle.stages_done)

    @invariant()
    def days_do_not_go_back_and_nobody_decides_alone(self) -> None:
        days = [event.on for event in self.cycle.events]
        assert sorted(days) == days
        deciding = {"plan-approved", "revision-requested", "observation-held", "appraised", "cycle-closed"}
        assert not any(
            event.by.id == self.cycle.employee.id for event in self.cycle.events if event.kind.value in deciding
        )


class SqliteMachine(CycleMachine):
    """A real file: one row for each event, read back by a new connection."""

    def make_store(self) -> sqlite3.Connection:
        self.folder = tempfile.TemporaryDirectory()
        store = self.connect()
        store.execute("create table events (number integer primary key, body blob)")
        return store

    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(Path(self.folder.name) / "events.sqlite")

    def append(self, store: sqlite3.Connection, event: CycleEvent) -> None:
        with store:
            store.execute("insert into events (body) values (?)", (pickle.dumps(event),))

    def load(self, store: sqlite3.Connection) -> list[CycleEvent]:
        rows = store.execute("select body from events order by number").fetchall()
        return [pickle.loads(body) for (body,) in rows]  # noqa: S301 -- our own bytes

    def reopen(self, store: sqlite3.Connection) -> sqlite3.Connection:
        store.close()
        return self.connect()

    def close(self, store: sqlite3.Connection) -> None:
        store.close()
        self.folder.cleanup()


class Forgetful(CycleMachine):
    """A store that loses every third event."""

    def load(self, store: Any) -> Iterable[CycleEvent]:
        return [event for number, event in enumerate(store, 1) if number % 3]


class Hasty(CycleMachine):
    """A service that keeps whatever it is told, without asking the cycle."""

    def record(self, store: Any, event: CycleEvent) -> None:
        self.append(store, event)


class KeepsRefused(CycleMachine):
    """A service that writes first and asks later."""

    def record(self, store: Any, event: CycleEvent) -> None:
        before: PerformanceCycle = self.opened.replay(self.load(store))
        self.append(store, event)
        before.apply(event)


class ForgetsOnReopening(CycleMachine):
    """A store that writes nothing to disk."""

    def reopen(self, store: Any) -> Any:
        return store[:-1]


TestGrammar: Any = cast("Any", GrammarMachine).TestCase
TestGrammar.settings = SIZE
TestSqlite: Any = cast("Any", SqliteMachine).TestCase
TestSqlite.settings = SIZE


@pytest.mark.parametrize("machine", [Forgetful, Hasty, KeepsRefused, ForgetsOnReopening])
def test_a_broken_store_is_caught(machine: type[CycleMachine]) -> None:
    looking = settings(
        max_examples=200, stateful_step_count=10, deadline=None, database=None, phases=[Phase.explicit, Phase.generate]
    )
    with pytest.raises((AssertionError, RefusedError)):
        run_machine(machine, settings=looking)


def test_a_run_that_never_began_closes_nothing() -> None:
    CycleMachine().teardown()
