"""The national assessment: who takes part how and where, and the count of the seed."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import Npsn, School, SchoolLevel
from pmm_core.programmes import AnMode, AnParticipation, AnSite, AnTally, count_participations
from pmm_core.regions import find

BATANGHARI = find("Kabupaten Batanghari")


def school(number: int, level: SchoolLevel = SchoolLevel.SD) -> School:
    return School(npsn=Npsn(f"105{number:05}"), level=level, kabupaten=BATANGHARI)


def taken(number: int, **changes: Any) -> AnParticipation:
    fields: dict[str, Any] = {"school": school(number), "year": 2022, "mode": AnMode.ONLINE, "site": AnSite.OWN}
    return AnParticipation(**(fields | changes))


def test_the_seed_all_primary_schools_at_their_own_site_in_two_modes() -> None:
    primary = [taken(number, mode=AnMode.SEMI_ONLINE if number % 3 else AnMode.ONLINE) for number in range(9)]
    other = taken(9, school=school(9, SchoolLevel.SMP), site=AnSite.HOSTED)
    tally = count_participations([*primary, other], year=2022, level=SchoolLevel.SD)
    assert tally.all_own
    assert (9, 3, 6) == (tally.schools, tally.of(mode=AnMode.ONLINE), tally.of(mode=AnMode.SEMI_ONLINE))
    everybody = count_participations([*primary, other], year=2022)
    assert (10, 1, False) == (everybody.schools, everybody.of(site=AnSite.HOSTED), everybody.all_own)


def test_every_cell_is_counted_apart() -> None:
    wanted = {
        (AnSite.OWN, AnMode.ONLINE): 1,
        (AnSite.OWN, AnMode.SEMI_ONLINE): 2,
        (AnSite.HOSTED, AnMode.ONLINE): 3,
        (AnSite.HOSTED, AnMode.SEMI_ONLINE): 4,
    }
    cells = [cell for cell, times in wanted.items() for _ in range(times)]
    tally = count_participations(
        (taken(number, site=site, mode=mode) for number, (site, mode) in enumerate(cells)), year=2022
    )
    assert wanted == {(site, mode): tally.of(site=site, mode=mode) for site in AnSite for mode in AnMode}
    expected = AnTally(year=2022, own_online=1, own_semi_online=2, hosted_online=3, hosted_semi_online=4)
    assert expected == tally
    assert (3, 7) == (tally.of(site=AnSite.OWN), tally.of(site=AnSite.HOSTED))


def test_an_empty_count_is_a_count() -> None:
    assert AnTally(year=2022) == count_participations([], year=2022)
    assert AnTally(year=2022).all_own


def test_years_are_counted_apart_and_a_school_may_come_every_year() -> None:
    both = [taken(1), taken(1, year=2023, site=AnSite.HOSTED)]
    assert (True, False) == tuple(count_participations(both, year=year).all_own for year in (2022, 2023))


def test_it_goes_through_a_stream_once() -> None:
    def stream() -> Iterator[AnParticipation]:
        yield from (taken(number) for number in range(3))

    once = stream()
    assert 3 == count_participations(once, year=2022).schools
    assert [] == list(once)


def test_a_school_twice_is_refused_without_its_number() -> None:
    with pytest.raises(InvalidValueError) as caught:
        count_participations([taken(1), taken(2), taken(1), taken(1)], year=2022)
    assert ["participations[2]", "participations[3]"] == [problem.path for problem in caught.value.problems]
    assert ("duplicate",) == caught.value.codes
    assert "10500001" not in str(caught.value)


def test_a_school_of_another_level_that_comes_twice_is_refused_too() -> None:
    twice = [taken(1), taken(1)]
    with pytest.raises(InvalidValueError):
        count_participations(twice, year=2022, level=SchoolLevel.SMA)


def test_its_number_is_not_shown() -> None:
    assert "10500001" not in repr(taken(1))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"school": Npsn("10500001")}, [("school", "wrong-type")]),
        ({"year": 0}, [("year", "too-small")]),
        ({"year": 10_000}, [("year", "too-large")]),
        ({"mode": "online", "site": "own"}, [("mode", "wrong-type"), ("site", "wrong-type")]),
    ],
    ids=str,
)
def test_a_participation_that_cannot_be(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        taken(1, **changes)
    assert expected == [(problem.path, problem.code) for problem in caught.value.problems]


def test_a_tally_that_cannot_be() -> None:
    wrong: Any = {"year": "2022", "own_online": -1, "hosted_online": True, "hosted_semi_online": 0.5}
    with pytest.raises(WrongTypeError) as caught:
        AnTally(**wrong)
    codes = {problem.path: problem.code for problem in caught.value.problems}
    expected = ["wrong-type", "negative", "bool-for-int", "float-for-exact"]
    assert dict(zip(wrong, expected, strict=True)) == codes
    with pytest.raises(InvalidValueError):
        attrs.evolve(AnTally(year=2022), own_semi_online=-1)


def test_questions_of_the_wrong_kind() -> None:
    wrong: Any = "own"
    with pytest.raises(WrongTypeError) as caught:
        AnTally(year=2022).of(site=wrong, mode=wrong)
    assert ["site", "mode"] == [problem.path for problem in caught.value.problems]
    with pytest.raises(WrongTypeError) as caught:
        count_participations(wrong, year=wrong, level=wrong)
    assert ["year", "level", "participations"] == [problem.path for problem in caught.value.problems]
    nothing: Any = [None, taken(1)]
    with pytest.raises(WrongTypeError) as caught:
        count_participations(nothing, year=2022)
    assert ["participations[0]"] == [problem.path for problem in caught.value.problems]
