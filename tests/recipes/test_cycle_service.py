"""The web service says what the library says, whatever it is sent."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from cycle_service import make_app
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings, strategies as st
from log_contract import APPROVED, DRAFTED, OPENED, RETURNED, SUBMITTED

from pmm_core import RefusedError
from pmm_core.codec import from_plain, to_plain
from pmm_core.cycle import EVENT_TYPES, CycleEvent, NextStep, PerformanceCycle
from pmm_core.errors import Refusal
from pmm_core.json import dump_bytes
from pmm_core.testing import CycleMachine


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(make_app(tmp_path / "log")) as client:
        yield client


def send(client: TestClient, event: CycleEvent, **asked: int) -> Any:
    return client.post("/cycles/one/events", content=dump_bytes(event), params=asked)


def opened(client: TestClient) -> TestClient:
    assert 201 == client.put("/cycles/one", content=dump_bytes(OPENED.frame)).status_code
    return client


def test_what_is_sent_is_kept(client: TestClient) -> None:
    answers = [send(opened(client), SUBMITTED), send(client, RETURNED)]
    assert ["submitted", "returned"] == [answer.json()["state"] for answer in answers]
    assert [1, 2] == [answer.json()["events"] for answer in answers]
    found = client.get("/cycles/one").json()
    assert OPENED.replay([SUBMITTED, RETURNED]) == from_plain(found, PerformanceCycle)
    past = client.get("/cycles/one", params={"as_of": "2024-01-12"}).json()
    assert OPENED.apply(SUBMITTED) == from_plain(past, PerformanceCycle)


def test_the_next_steps_are_those_of_the_cycle(client: TestClient) -> None:
    send(opened(client), SUBMITTED)
    found = client.get("/cycles/one/next", params={"on": "2024-01-20"}).json()
    day = RETURNED.on.replace(day=20)
    assert list(OPENED.apply(SUBMITTED).next_steps(on=day)) == [from_plain(step, NextStep) for step in found]


def test_a_refusal_comes_with_all_its_reasons(client: TestClient) -> None:
    answer = send(opened(client), APPROVED)
    assert 409 == answer.status_code
    assert OPENED.refusals(APPROVED) == tuple(from_plain(each, Refusal) for each in answer.json()["refusals"])


def test_what_cannot_be_read_is_told_with_its_path_and_without_its_value(client: TestClient) -> None:
    plain = to_plain(SUBMITTED) | {"on": "31-01-2024", "by": {"id": "Budi Santoso", "role": "guru"}}
    answer = opened(client).post("/cycles/one/events", json=plain)
    told = [(problem["path"], problem["code"]) for problem in answer.json()["problems"]]
    assert (422, [("on", "malformed"), ("by.role", "unknown-choice")]) == (answer.status_code, told)
    assert "Budi" not in answer.text


def test_whoever_has_seen_an_older_state_is_told(client: TestClient) -> None:
    send(opened(client), DRAFTED)
    assert 412 == send(client, SUBMITTED, expected=0).status_code
    assert 201 == send(client, SUBMITTED, expected=1).status_code
    assert 412 == client.put("/cycles/one", content=dump_bytes(OPENED.frame)).status_code


def test_a_cycle_that_nobody_opened_is_not_found(client: TestClient) -> None:
    asked = {"on": "2024-01-20"}
    answers = [client.get("/cycles/one"), client.get("/cycles/one/next", params=asked), send(client, SUBMITTED)]
    assert [404, 404, 404] == [answer.status_code for answer in answers]


def test_the_description_refers_to_the_schema_that_is_served(client: TestClient) -> None:
    description = client.get("/openapi.json").text
    told = set(re.findall(r'"pmm-core\.schema\.json#/\$defs/([^"]+)"', description))
    assert {"frame", *(kind.kind.value for kind in EVENT_TYPES)} == told
    assert told <= set(client.get("/pmm-core.schema.json").json()["$defs"])


@settings(max_examples=20, deadline=None)
@given(body=st.binary() | st.recursive(st.none(), st.lists).map(str).map(str.encode))
def test_any_bytes_are_answered(body: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, TestClient(make_app(Path(folder) / "log")) as client:
        assert 422 == client.post("/cycles/one/events", content=body).status_code


def test_brackets_without_end_are_answered(client: TestClient) -> None:
    assert 422 == client.post("/cycles/one/events", content=b"[" * 100_000).status_code


class ServiceMachine(CycleMachine):
    """The whole service, from the request to the file."""

    def make_store(self) -> TestClient:
        self.folder = tempfile.TemporaryDirectory()
        client = TestClient(make_app(Path(self.folder.name) / "log"))
        client.put("/cycles/one", content=dump_bytes(self.opened.frame))
        return client

    def record(self, store: TestClient, event: CycleEvent) -> None:
        answer = send(store, event)
        if answer.status_code == 409:
            raise RefusedError("record", tuple(from_plain(each, Refusal) for each in answer.json()["refusals"]))
        assert 201 == answer.status_code

    def load(self, store: TestClient) -> Iterable[CycleEvent]:
        return from_plain(store.get("/cycles/one").json(), PerformanceCycle).events

    def close(self, store: TestClient) -> None:
        store.close()
        self.folder.cleanup()


TestServiceMachine: Any = cast("Any", ServiceMachine).TestCase
TestServiceMachine.settings = settings(
    max_examples=4, stateful_step_count=6, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
