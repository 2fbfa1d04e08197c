"""The laws of sharing units out: adding up, within what is left, near the exact part, whatever the order."""

from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import assume, example, given, strategies as st

from pmm_core.people import SchoolLevel
from pmm_core.ranking import Allocation, Team, allocate
from pmm_core.testing import allocations, check_apportionment, team_lists


def team(kecamatan: str, left: int, weight: int | None = None) -> Team:
    return Team(kecamatan=kecamatan, level=SchoolLevel.SD, left=left, weight=weight)


CAPPED = allocate(9, [team("Batang", 2, 9), team("Bawang", 20, 1), team("Blado", 20, 2)])


def exact_shares(units: int, teams: list[Team]) -> dict[str, Fraction]:
    """Fill the teams like vessels: pour by weight until one is full, then go on without it."""
    weight = {team.key: Fraction(team.left if team.weight is None else team.weight) for team in teams}
    left = {team.key: Fraction(team.left) for team in teams}
    got = {key: Fraction(0) for key in left}
    rest = Fraction(units)
    while rest:
        thirsty = [key for key in got if got[key] < left[key] and weight[key] > 0]
        total = sum(weight[key] for key in thirsty)
        step = min([rest / total, *((left[key] - got[key]) / weight[key] for key in thirsty)])
        for key in thirsty:
            got[key] += step * weight[key]
        rest -= step * total
    return got


def shuffle(values: list[Any], random: Random | None) -> None:
    """Change the order: by chance, or backwards for the pinned example."""
    if random is None:
        values.reverse()
    else:
        random.shuffle(values)


class TestAnAllocationAddsUp:
    """The shares add up exactly, none exceeds what its team has left, and a weight of 0 asks for nothing."""

    @given(allocations())
    @example(CAPPED)
    def test_it(self, found: Allocation) -> None:
        assert found.units == sum(share.units for share in found)
        assert all(0 <= share.units <= share.team.left for share in found)
        assert all(share.rest == share.team.left - share.units for share in found)
        assert all(share.units == 0 for share in found if share.team.weight == 0)
        assert found.of() == found.units

    @given(allocations())
    @example(CAPPED)
    def test_kecamatan_and_levels_add_up_too(self, found: Allocation) -> None:
        kecamatan = {share.team.kecamatan for share in found}
        assert found.units == sum(found.of(each) for each in kecamatan)
        assert found.units == sum(found.of(level=level) for level in SchoolLevel)
        assert all(found.of(share.team.kecamatan, share.team.level) == share.units for share in found)


class TestAShareIsNearItsExactPart:
    """Each share is less than one unit away from the exact part, which is reckoned by filling vessels."""

    @given(allocations())
    @example(CAPPED)
    def test_any(self, found: Allocation) -> None:
        exact = exact_shares(found.units, [share.team for share in found])
        assert all(abs(share.units - exact[share.team.key]) < 1 for share in found)

    @given(
        st.lists(st.integers(0, 50), max_size=8).flatmap(
            lambda left: st.tuples(st.just(left), st.integers(0, sum(left)))
        )
    )
    @example(([50, 25], 10))
    @example(([2, 30], 8))
    @example(([], 0))
    def test_the_shipped_law(self, question: tuple[list[int], int]) -> None:
        left, units = question

        def share(wanted: int, rooms: list[int]) -> list[int]:
            teams = [team(f"{index:03}", room) for index, room in enumerate(rooms)]
            return [each.units for each in allocate(wanted, teams)]

        check_apportionment(share, units, left)


class TestTheOrderOfTeamsNeverMatters:
    """Each team gets the same wherever it stands in the list."""

    @given(allocations(), st.randoms(use_true_random=False))
    @example(CAPPED, None)
    def test_it(self, found: Allocation, random: Random | None) -> None:
        teams = [share.team for share in found]
        shuffle(teams, random)
        again = allocate(found.units, teams)
        assert {share.team: share.units for share in found} == {share.team: share.units for share in again}
        assert [share.team for share in again] == teams


class TestEverythingCanBeAskedFor:
    """As many units as there are left fill every team."""

    @given(team_lists(weighted=False))
    @example([team("Batang", 3)])
    def test_it(self, teams: list[Team]) -> None:
        found = allocate(sum(each.left for each in teams), teams)
        assert all(share.rest == 0 for share in found)


class TestMoreUnitsTakeNothingAway:
    """With one unit more, the exact part of nobody falls; no team loses two."""

    @given(allocations())
    @example(CAPPED)
    def test_it(self, found: Allocation) -> None:
        teams = [share.team for share in found]
        assume(found.units < sum(each.left for each in teams if each.weight != 0))
        before, after = exact_shares(found.units, teams), exact_shares(found.units + 1, teams)
        assert all(before[key] <= after[key] for key in before)
        again = allocate(found.units + 1, teams)
        assert all(now.units >= then.units - 1 for then, now in zip(found, again, strict=True))
