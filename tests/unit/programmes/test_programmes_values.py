"""What holds for every value of the programmes: it comes back whole, it is checked again, it tells no secrets."""

import copy
import pickle
from typing import Any

import attrs
import pytest

from pmm_core import cycle, programmes
from pmm_core._labels import Labelled
from pmm_core.errors import InvalidValueError
from pmm_core.people import Npsn, Role, School, SchoolLevel
from pmm_core.programmes import (
    PBD_STEPS,
    TEACHER_INDICATORS,
    Achievement,
    AnMode,
    AnParticipation,
    AnSite,
    AnTally,
    BudgetLine,
    Candidate,
    DataBasedPlanning,
    PublishedDate,
    RaporIndicator,
    RaporReading,
    RaporReport,
    RootCause,
    ScoreDifference,
    Solution,
    WorkLine,
    cohort,
)
from pmm_core.programmes._rules import RULES
from pmm_core.regions import find
from pmm_core.sources import Certainty, works

MARK = "rahasia"
READING = RaporReading(indicator=RaporIndicator.TEACHING_QUALITY, achievement=Achievement.POOR, score=41)
REPORT = RaporReport(unit=MARK, year=2023, readings=(READING,))
SCHOOL = School(npsn=Npsn("10500001"), level=SchoolLevel.SD, kabupaten=find("15.04"), name=MARK)
CAUSE = RootCause(key="c1", indicator=RaporIndicator.TEACHING_QUALITY, text=MARK)
VALUES: list[tuple[Any, dict[str, Any]]] = [
    (PublishedDate(2022, 5), {"day": 31}),
    (cohort(4), {"number": 12}),
    (Candidate(role=Role.HEAD), {"has_sk": True}),
    (AnParticipation(school=SCHOOL, year=2022, mode=AnMode.ONLINE, site=AnSite.OWN), {"site": AnSite.HOSTED}),
    (AnTally(year=2022, own_online=3), {"own_online": 4}),
    (READING, {"score": 42}),
    (REPORT, {"year": 2024}),
    (ScoreDifference(RaporIndicator.LITERACY, 1, 2), {"after": 3}),
    (CAUSE, {"practice": TEACHER_INDICATORS[0]}),
    (Solution("s1", "c1", MARK), {"text": "lain"}),
    (WorkLine("w1", "s1", MARK), {"solution": "s2"}),
    (BudgetLine("b1", "w1", 5), {"amount": 6}),
    (PBD_STEPS[0], {"needs": "lain"}),
    (TEACHER_INDICATORS[0], {"key": "lain"}),
    (
        DataBasedPlanning(report=REPORT, indicators=(RaporIndicator.TEACHING_QUALITY,), root_causes=(CAUSE,)),
        {"root_causes": ()},
    ),
]
each = pytest.mark.parametrize(("value", "change"), VALUES, ids=[type(value).__name__ for value, _ in VALUES])


def test_every_value_is_looked_at() -> None:
    listed = [getattr(programmes, name) for name in programmes.__all__]
    kinds = {thing for thing in listed if isinstance(thing, type) and attrs.has(thing)}
    assert kinds == {type(value) for value, _ in VALUES}


@each
def test_it_comes_back_whole(value: Any, change: dict[str, Any]) -> None:
    for same in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301 -- our own
        assert value == same
        assert hash(value) == hash(same)
    assert value != attrs.evolve(value, **change)
    assert value != "value"


@each
def test_it_is_checked_again_when_it_is_changed(value: Any, change: dict[str, Any]) -> None:
    for path in change:
        with pytest.raises(InvalidValueError):
            attrs.evolve(value, **{path: 0.5})
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, path, None)


@each
def test_it_tells_no_name_number_id_or_text(value: Any, change: dict[str, Any]) -> None:
    changed = attrs.evolve(value, **change)
    assert MARK not in repr(value) + str(value) + repr(changed)
    assert "10500001" not in repr(value)


def test_a_wrong_secret_is_not_repeated() -> None:
    with pytest.raises(InvalidValueError) as caught:
        RaporReport(unit=f"{MARK} {MARK}", year=0, readings=())
    assert MARK not in str(caught.value) + repr(caught.value)


ENUMS = [thing for name in programmes.__all__ if isinstance(thing := getattr(programmes, name), type)]
MEMBERS = [member for kind in ENUMS if issubclass(kind, Labelled) for member in kind]


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_members_come_back_and_have_words_in_both_languages(member: Labelled) -> None:
    assert member is pickle.loads(pickle.dumps(member))  # noqa: S301 -- our own bytes
    assert member is type(member)(member.value)
    assert member.label_id.strip()
    assert member.label_en.strip()


def test_wire_texts_are_told_apart() -> None:
    assert len(MEMBERS) == len({(type(member).__name__, member.value) for member in MEMBERS}) > 50


def test_the_cycle_offers_the_very_same_indicators() -> None:
    names = ("HEAD_INDICATORS", "TEACHER_INDICATORS", "IndicatorFamily", "PracticeIndicator")
    for name in names:
        assert getattr(programmes, name) is getattr(cycle, name)
        assert name in cycle.__all__


def test_every_rule_rests_on_a_listed_work() -> None:
    assert [] == [rule.key for rule in RULES if rule.source not in works()]
    assert {"programmes"} == {rule.key.split(".")[0] for rule in RULES}


@pytest.mark.parametrize(
    ("key", "certainty"),
    [
        ("cohort-months", Certainty.SEED),
        ("cohort-dates", Certainty.SECONDARY),
        ("learning-mix", Certainty.SECONDARY),
        ("conditions", Certainty.SECONDARY),
        ("an-instruments", Certainty.OFFICIAL),
        ("an-takers", Certainty.OFFICIAL),
        ("an-grades", Certainty.SECONDARY),
        ("an-sites", Certainty.RECALLED),
        ("an-tally", Certainty.SEED),
        ("rapor-indicators", Certainty.OFFICIAL),
        ("rapor-readings", Certainty.SECONDARY),
        ("weakest-first", Certainty.DESIGN),
        ("pbd", Certainty.OFFICIAL),
        ("pbd-outcome", Certainty.SEED),
    ],
)
def test_rules_are_as_sure_as_the_notes_say(key: str, certainty: Certainty) -> None:
    assert [certainty] == [rule.certainty for rule in RULES if rule.key == f"programmes.{key}"]


def test_the_door_shows_what_it_lists() -> None:
    assert sorted(programmes.__all__) == dir(programmes)
