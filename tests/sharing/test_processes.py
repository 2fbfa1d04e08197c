"""Values and tables shared between processes and interpreters: forked, spawned, with other hash seeds, within one."""

import base64
import json
import multiprocessing
import pickle
from collections.abc import Mapping
from typing import Any

import pytest

from pmm_core.codec import to_plain

from .conftest import Started


@pytest.mark.parametrize("how", multiprocessing.get_all_start_methods())
def test_a_process_started_before_or_after_the_tables_were_loaded_answers_as_this_one(
    how: str, started: Started
) -> None:
    assert [True, True, True] == json.loads(started("crossing.py", how))


def test_values_pass_between_processes_that_hash_differently(started: Started, pinned: Mapping[str, Any]) -> None:
    lines = [base64.b64encode(pickle.dumps(value)).decode() for value in pinned.values()]
    for seed in (1, 2):
        answers = [json.loads(line) for line in started("relay.py", given="\n".join(lines), seed=seed).splitlines()]
        assert len(pinned) == len(answers)
        for value, (document, again) in zip(pinned.values(), answers, strict=True):
            assert json.dumps(to_plain(value, personal=True), sort_keys=True) == document
            returned = pickle.loads(base64.b64decode(again))  # noqa: S301 -- our own bytes
            assert value == returned
            assert hash(value) == hash(returned), "what hashes were kept in it would be those of the other process"
        lines = [again for _, again in answers]


def test_interpreters_of_one_process_do_not_meet(started: Started) -> None:
    told = json.loads(started("interpreters.py"))
    if told == "none":
        pytest.skip("this Python has no module for interpreters")
    assert ["['64.01', '64.71', '64.03'] 2024-S1"] * 5 == told
