"""Values and tables shared between threads: everybody sees the same, and what is loaded late is loaded once."""

import json
import pickle
import sys
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import pytest

from pmm_core.codec import from_plain, to_plain

from .conftest import Started

CROWD: Final = 8
FEW: Final = 4
TABLES: Final = {"kabupaten_kota.csv": 1, "kabupaten_aliases.csv": 1, "kabupaten_former_codes.csv": 1}


@pytest.fixture(scope="module")
def alone(started: Started) -> Any:
    """Give what one thread is answered that has the library to itself."""
    return json.loads(started("contention.py", "1"))


@pytest.fixture(scope="module")
def crowded(started: Started) -> Any:
    return json.loads(started("contention.py", str(CROWD)))


@pytest.fixture
def hurried() -> Iterator[None]:
    """Change between threads as often as the interpreter can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def test_one_thread_alone_opens_each_table_once(alone: Any) -> None:
    assert [] == alone["failures"]
    assert TABLES == alone["opened"]
    assert 1 == len(alone["answers"])
    assert all(alone["answers"][0].values()), "every question has an answer"


def test_threads_that_ask_first_at_the_same_time_are_answered_as_one_alone(alone: Any, crowded: Any) -> None:
    assert [] == crowded["failures"]
    assert alone["answers"] == crowded["answers"]


def test_a_table_is_loaded_once_however_many_threads_ask_for_it_first(crowded: Any) -> None:
    assert TABLES == crowded["opened"]


def seen(value: Any) -> tuple[object, ...]:
    """Use a value in every way that does not change it."""
    document = to_plain(value)
    same = from_plain(document) == value == pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own bytes
    return same, hash(value), repr(value), str(value), json.dumps(document, sort_keys=True)


@pytest.mark.usefixtures("hurried")
def test_a_value_that_threads_share_answers_each_of_them_as_if_it_were_alone(pinned: Mapping[str, Any]) -> None:
    expected = {kind: seen(value) for kind, value in pinned.items()}
    assert all(answers[0] for answers in expected.values())
    before = pickle.dumps(dict(pinned))
    barrier = threading.Barrier(FEW)

    def work(own: int) -> dict[str, tuple[object, ...]]:
        kinds = sorted(pinned)
        start = own * len(kinds) // FEW
        barrier.wait()
        return {kind: seen(pinned[kind]) for kind in (*kinds[start:], *kinds[:start])}

    with ThreadPoolExecutor(FEW) as pool:
        for answers in pool.map(work, range(FEW)):
            assert expected == answers
    assert before == pickle.dumps(dict(pinned)), "nobody left a trace in them"
