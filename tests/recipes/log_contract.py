"""What every log must do; the test file of each log inherits it."""

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Protocol

import attrs
import pytest
from cycle_log import ChangedMeanwhileError, CycleLog, NoSuchCycleError, record

from pmm_core import Party, PerformanceCycle, Period, Plan, RefusedError, Role
from pmm_core.cycle import (
    TEACHER_INDICATORS,
    CycleEvent,
    ExtraDuty,
    PlanApproved,
    PlanDrafted,
    PlanSubmitted,
    RevisionRequested,
)
from pmm_core.testing import CycleMachine

KEY = "guru 17 / 2024-S1"
GURU, KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
OPENED = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"))
DAY = date(2024, 1, 11)
PLAN = Plan(indicator=TEACHER_INDICATORS[0], competence=())
DRAFTED = PlanDrafted(on=DAY, by=GURU, plan=PLAN)
DRAFTS = [PlanDrafted(on=DAY, by=GURU, plan=attrs.evolve(PLAN, indicator=other)) for other in TEACHER_INDICATORS]
SUBMITTED = PlanSubmitted(on=DAY, by=GURU, plan=PLAN)
RETURNED = RevisionRequested(on=date(2024, 1, 15), by=KEPALA, reason="sebutkan kelasnya: “7 É” 🙂")
APPROVED = PlanApproved(on=date(2024, 1, 22), by=KEPALA)


class ClosingLog(CycleLog, Protocol):
    """A log over a file, which has to be closed."""

    path: Path
    db: Any

    def close(self) -> None: ...


class LogContract(ABC):
    """What every log over a file must do."""

    @abstractmethod
    def connect(self, path: Path) -> ClosingLog: ...

    @contextmanager
    def log(self, path: Path) -> Generator[ClosingLog]:
        log = self.connect(path)
        yield log
        log.close()

    def test_what_was_written_is_there_when_the_file_is_opened_again(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as log:
            log.open(KEY, OPENED.frame)
            last = [record(log, KEY, event) for event in (DRAFTED, SUBMITTED, RETURNED)][-1]
        with self.log(tmp_path / "log") as log:
            assert OPENED.replay([DRAFTED, SUBMITTED, RETURNED]) == log.load(KEY) == last

    def test_a_cycle_is_given_back_as_it_was_at_the_end_of_a_day(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as log:
            log.open(KEY, OPENED.frame)
            for event in (DRAFTED, SUBMITTED, RETURNED):
                record(log, KEY, event)
            for day, events in {
                DAY - timedelta(1): (),
                DAY: (DRAFTED, SUBMITTED),
                RETURNED.on - timedelta(1): (DRAFTED, SUBMITTED),
                RETURNED.on: (DRAFTED, SUBMITTED, RETURNED),
                date.max: (DRAFTED, SUBMITTED, RETURNED),
            }.items():
                assert events == tuple(log.load(KEY, as_of=day).events)

    def test_of_two_writers_who_read_the_same_the_second_is_turned_away(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as one, self.log(tmp_path / "log") as two:
            one.open(KEY, OPENED.frame)
            record(one, KEY, SUBMITTED)
            read = len(one.load(KEY).events)
            assert read == len(two.load(KEY).events)
            one.append(KEY, RETURNED, expected=read)
            with pytest.raises(ChangedMeanwhileError):
                two.append(KEY, APPROVED, expected=read)
            assert [SUBMITTED, RETURNED] == list(two.load(KEY).events)

    def test_the_second_writer_asks_the_cycle_again(self, tmp_path: Path) -> None:
        """Both have seen a submitted plan; when one has sent it back, the other can no longer approve it."""
        with self.log(tmp_path / "log") as one, self.log(tmp_path / "log") as two:
            one.open(KEY, OPENED.frame)
            record(one, KEY, SUBMITTED)
            late = Interrupted(two, by=lambda: one.append(KEY, RETURNED, expected=1))
            with pytest.raises(RefusedError) as refused:
                record(late, KEY, APPROVED)
            assert ("wrong-state",) == refused.value.codes
            assert [SUBMITTED, RETURNED] == list(one.load(KEY).events)

    def test_whoever_is_overtaken_every_time_is_told(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as one, self.log(tmp_path / "log") as two:
            one.open(KEY, OPENED.frame)
            faster = iter(DRAFTS)
            late = Interrupted(two, by=lambda: record(one, KEY, next(faster)))
            with pytest.raises(ChangedMeanwhileError):
                record(late, KEY, SUBMITTED, tries=3)
            assert DRAFTS[:3] == list(one.load(KEY).events)

    @pytest.mark.parametrize("expected", [0, 2, 3, -1])
    def test_no_event_is_added_at_another_place(self, tmp_path: Path, expected: int) -> None:
        with self.log(tmp_path / "log") as log:
            log.open(KEY, OPENED.frame)
            log.append(KEY, DRAFTED, expected=0)
            with pytest.raises(ChangedMeanwhileError):
                log.append(KEY, DRAFTED, expected=expected)
            assert [DRAFTED] == list(log.load(KEY).events)

    def test_many_writers_lose_nothing(self, tmp_path: Path) -> None:
        path, writers = tmp_path / "log", 3

        def write(number: int) -> None:
            log = self.connect(path)
            for draft in DRAFTS:
                duty = ExtraDuty(f"{number}", "pembina pramuka")
                own = attrs.evolve(draft, plan=attrs.evolve(draft.plan, duties=(duty,)))
                record(log, KEY, own, tries=1_000)
            log.close()

        with self.log(path) as log:
            log.open(KEY, OPENED.frame)
            with ThreadPoolExecutor(writers) as pool:
                list(pool.map(write, range(writers)))
            assert writers * len(DRAFTS) == len(set(log.load(KEY).events))

    def test_what_the_cycle_refuses_never_reaches_the_file(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as log:
            log.open(KEY, OPENED.frame)
            with pytest.raises(RefusedError):
                record(log, KEY, APPROVED)
            assert OPENED == log.load(KEY)

    def test_a_cycle_that_nobody_opened_is_not_there(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as log:
            with pytest.raises(NoSuchCycleError):
                log.load(KEY)
            with pytest.raises(ChangedMeanwhileError):
                log.append(KEY, DRAFTED, expected=0)
            log.open(KEY, OPENED.frame)
            assert OPENED == log.load(KEY)

    def test_nobody_opens_a_cycle_twice(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as one, self.log(tmp_path / "log") as two:
            one.open(KEY, OPENED.frame)
            record(one, KEY, SUBMITTED)
            with pytest.raises(ChangedMeanwhileError):
                two.open(KEY, OPENED.frame)
            assert OPENED.apply(SUBMITTED) == two.load(KEY)

    def test_whoever_has_decided_on_an_older_state_is_told(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as log:
            log.open(KEY, OPENED.frame)
            record(log, KEY, DRAFTED, expected=0)
            with pytest.raises(ChangedMeanwhileError):
                record(log, KEY, SUBMITTED, expected=0)
            assert OPENED.replay([DRAFTED, SUBMITTED]) == record(log, KEY, SUBMITTED, expected=1)

    def test_cycles_do_not_mix(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as log:
            log.open(KEY, OPENED.frame)
            log.open("other", OPENED.frame)
            record(log, KEY, SUBMITTED)
            assert OPENED == log.load("other")

    def test_the_columns_are_those_of_the_events(self, tmp_path: Path) -> None:
        with self.log(tmp_path / "log") as log:
            log.open(KEY, OPENED.frame)
            for event in (SUBMITTED, RETURNED):
                record(log, KEY, event)
            rows = log.db.execute('select cycle, number, kind, "on", by_id, by_role from event order by number')
            expected = [
                (KEY, 1, "plan-submitted", "2024-01-11", "G-17", "teacher"),
                (KEY, 2, "revision-requested", "2024-01-15", "K-3", "head"),
            ]
            assert expected == [(*row[:3], str(row[3]), *row[4:]) for row in rows.fetchall()]


def check_every_day(log: ClosingLog, cycle: PerformanceCycle, days: list[int]) -> None:
    """What is loaded for a day is what the cycle was on that day."""
    log.open(KEY, cycle.frame)
    for number, event in enumerate(cycle.events):
        log.append(KEY, event, expected=number)
    assert cycle == log.load(KEY)
    for day in (cycle.frame.span.start + timedelta(number) for number in days):
        assert cycle.as_of(day) == log.load(KEY, as_of=day)


class Interrupted:
    """A log whose writer is overtaken between reading and writing."""

    def __init__(self, log: CycleLog, by: Any) -> None:
        self.log, self.by = log, by
        self.open, self.load = log.open, log.load

    def append(self, key: str, event: CycleEvent, *, expected: int) -> None:
        self.by()
        self.log.append(key, event, expected=expected)


class LogMachine(CycleMachine):
    """The library drives a log over a file through what can and what cannot happen."""

    def connect(self, path: Path) -> ClosingLog:
        raise NotImplementedError

    def make_store(self) -> ClosingLog:
        self.folder = tempfile.TemporaryDirectory()
        log = self.connect(Path(self.folder.name) / "log")
        log.open(KEY, self.opened.frame)
        return log

    def record(self, store: ClosingLog, event: CycleEvent) -> None:
        record(store, KEY, event)

    def load(self, store: ClosingLog) -> Iterator[CycleEvent]:
        return iter(store.load(KEY).events)

    def reopen(self, store: ClosingLog) -> ClosingLog:
        store.close()
        return self.connect(store.path)

    def close(self, store: ClosingLog) -> None:
        store.close()
        self.folder.cleanup()
