"""How far somebody has come: every step, every refusal."""

import copy
import pickle
from typing import Any, cast

import attrs
import pytest

from pmm_core.errors import InvalidValueError, PmmError, RefusedError, WrongTypeError
from pmm_core.people import TOPICS, PmmProgress

NEW = PmmProgress()
INSIDE = NEW.register_account().log_in()
ANY = cast("Any", PmmProgress)


def test_four_topics_at_the_end_of_2022() -> None:
    assert 4 == TOPICS
    assert 4 == NEW.topic_count


def test_the_whole_way() -> None:
    progress, steps = NEW, [NEW.step]
    for verb in ("register_account", "log_in", *["complete_topic"] * 4):
        progress = getattr(progress, verb)()
        steps.append(progress.step)
    assert [0, 1, 2, 3, 4, 5, 6] == steps
    assert PmmProgress(account_registered=True, logged_in=True, topics_completed=4) == progress
    assert progress.is_complete
    assert not INSIDE.is_complete


def test_a_step_that_is_taken_changes_nothing_again() -> None:
    assert INSIDE is INSIDE.register_account()
    assert INSIDE is INSIDE.log_in()


@pytest.mark.parametrize(
    ("progress", "verb", "code", "possible"),
    [
        (NEW, "log_in", "skipped-step", ("register the account",)),
        (NEW, "complete_topic", "skipped-step", ("register the account",)),
        (NEW.register_account(), "complete_topic", "skipped-step", ("log in",)),
        (attrs.evolve(INSIDE, topics_completed=4), "complete_topic", "no-topic-left", ()),
        (attrs.evolve(INSIDE, topic_count=0), "complete_topic", "no-topic-left", ()),
    ],
)
def test_a_refused_step_says_what_is_possible(
    progress: PmmProgress, verb: str, code: str, possible: tuple[str, ...]
) -> None:
    with pytest.raises(RefusedError) as caught:
        getattr(progress, verb)()
    assert (code, possible) == (caught.value.refusals[0].code, caught.value.refusals[0].possible)


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"logged_in": True}, ("skipped-step",)),
        ({"topics_completed": 1}, ("skipped-step",)),
        ({"logged_in": True, "topics_completed": 1}, ("skipped-step",)),
        ({"account_registered": True, "logged_in": True, "topics_completed": 5}, ("too-large",)),
        ({"topics_completed": -1, "topic_count": -1}, ("negative",)),
        ({"topics_completed": True}, ("bool-for-int",)),
        ({"topics_completed": 1.0, "topic_count": 4.0}, ("float-for-exact",)),
        ({"account_registered": 1, "logged_in": "yes"}, ("wrong-type",)),
    ],
)
def test_what_is_no_progress_is_refused(fields: dict[str, Any], codes: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        ANY(**fields)
    assert codes == caught.value.codes


def test_what_was_found_later_is_taken_over() -> None:
    more = attrs.evolve(INSIDE, topic_count=6)
    assert more == INSIDE.advance(more)
    assert INSIDE == INSIDE.advance(INSIDE)


def test_going_back_is_refused_with_every_reason() -> None:
    with pytest.raises(RefusedError) as caught:
        INSIDE.advance(PmmProgress(topic_count=3))
    assert ["at least 2", "at least 4"] == [reason.possible[0] for reason in caught.value.refusals]
    assert ("goes-back",) == caught.value.codes


def test_only_a_progress_is_taken_over() -> None:
    with pytest.raises(WrongTypeError):
        INSIDE.advance(cast("Any", 3))


def test_progress_is_a_value() -> None:
    twin = PmmProgress(account_registered=True, logged_in=True)
    assert twin == INSIDE
    assert 2 == len({twin, INSIDE, NEW})
    expected = "PmmProgress(account_registered=True, logged_in=True, topics_completed=0, topic_count=4)"
    for each in (copy.copy(twin), copy.deepcopy(twin), pickle.loads(pickle.dumps(twin)), attrs.evolve(twin)):  # noqa: S301 -- our own bytes
        assert twin == each
        assert expected == repr(each)
    with pytest.raises(PmmError):
        attrs.evolve(twin, topics_completed=5)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cast("Any", twin).logged_in = False
