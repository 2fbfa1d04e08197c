"""The laws of the communities: joining and leaving undo each other, attendance adds up, counting is counting."""

from collections import Counter
from datetime import date
from itertools import combinations, product
from typing import Any

import attrs
import pytest
from hypothesis import example, given, strategies as st

from pmm_core.communities import (
    Attendance,
    AttendanceMode,
    CommunityKind,
    Headcount,
    LearningCommunity,
    count_communities,
)
from pmm_core.errors import InvalidValueError, RefusedError
from pmm_core.people import Npsn, Role, School, SchoolLevel, Teacher
from pmm_core.ranking._counting import measure_communities
from pmm_core.regions import Kabupaten, find
from pmm_core.testing._communities import attendances, learning_communities
from pmm_core.testing._people import schools, teachers

OFFLINE, ONLINE = AttendanceMode.OFFLINE, AttendanceMode.ONLINE
MGMP = LearningCommunity(id="k", name="MGMP", kind=CommunityKind.BETWEEN_SCHOOLS, seat=find("33.25"))
IPS = Teacher(id="t-1", role=Role.TEACHER, workplace=find("33.25"))
SCHOOL = School(npsn=Npsn("20300001"), level=SchoolLevel.SMP, kabupaten=find("33.25"))
OTHER_SCHOOL = School(npsn=Npsn("20300002"), level=SchoolLevel.SMP, kabupaten=find("33.76"))


def expected_reasons(where: LearningCommunity, who: Teacher) -> set[str]:
    """Say why somebody may not join, written from the table of kinds and not from the code."""
    reasons = {"role-excluded"} if who.role.value not in {"teacher", "head", "supervisor"} else set[str]()
    if who.id in where.members:
        reasons.add("already-member")
    if where.kind is CommunityKind.WITHIN_SCHOOL and (who.school and str(who.school.npsn)) != (
        where.school and str(where.school.npsn)
    ):
        reasons.add("other-school")
    if where.kind is CommunityKind.BETWEEN_SCHOOLS and who.kabupaten.key != (where.kabupaten and where.kabupaten.key):
        reasons.add("other-kabupaten")
    return reasons


def done(way: str, where: LearningCommunity, who: Teacher) -> tuple[LearningCommunity, Teacher]:
    """Do what a refusal says is possible: who would then join which community."""
    if way == "leave":
        return where.leave(who.id), who
    if way.startswith("join as "):
        return where, attrs.evolve(who, role=next(role for role in Role if role.label_en in way))
    kind, seat = {
        "join the community of the own school": (CommunityKind.WITHIN_SCHOOL, who.school),
        f"join a community between schools of {who.kabupaten}": (CommunityKind.BETWEEN_SCHOOLS, who.kabupaten),
        "join a community that is online in PMM": (CommunityKind.ONLINE, None),
    }[way]
    return LearningCommunity(id="other", name="B", kind=kind, seat=seat), who


class TestMembership:
    """Whoever may join joins, and leaving undoes it; a refusal names every reason and changes nothing."""

    @given(st.data(), learning_communities(), teachers())
    @example(None, MGMP, IPS)
    def test_join_and_leave_undo_each_other(self, data: Any, where: LearningCommunity, who: Teacher) -> None:
        if data and where.seat is not None and data.draw(st.booleans()):
            who = who.move(where.seat)
        reasons = expected_reasons(where, who)
        assert reasons == {reason.code for reason in where.refusals(who)}
        if reasons:
            with pytest.raises(RefusedError) as caught:
                where.join(who)
            assert reasons == set(caught.value.codes)
        else:
            joined = where.join(who)
            assert where.size + 1 == joined.size
            assert where == joined.leave(who.id)
            assert where.members | {who.id} == joined.members

    @given(st.sampled_from(CommunityKind), schools(), teachers(), st.booleans())
    @example(CommunityKind.WITHIN_SCHOOL, SCHOOL, attrs.evolve(IPS, role=Role.SUPERVISOR), True)
    @example(CommunityKind.WITHIN_SCHOOL, OTHER_SCHOOL, attrs.evolve(IPS, workplace=SCHOOL), False)
    @example(CommunityKind.BETWEEN_SCHOOLS, OTHER_SCHOOL, attrs.evolve(IPS, role=Role.OFFICE_STAFF), False)
    def test_whatever_a_refusal_calls_possible_is_not_refused(
        self,
        kind: CommunityKind,
        school: School,
        who: Teacher,
        inside: bool,  # noqa: FBT001 -- drawn
    ) -> None:
        """A community that it names takes the very same person; what it asks to change does away with the reason."""
        seats: dict[CommunityKind, School | Kabupaten] = {
            CommunityKind.WITHIN_SCHOOL: school,
            CommunityKind.BETWEEN_SCHOOLS: school.kabupaten,
        }
        members = frozenset({who.id} if inside else ())
        where = LearningCommunity(id="k", name="A", kind=kind, seat=seats.get(kind), members=members)
        for reason in where.refusals(who):
            for way in reason.possible:
                here, person = done(way, where, who)
                assert reason.code not in {each.code for each in here.refusals(person)}
                assert here.id == where.id or not here.refusals(person)

    @given(learning_communities(), teachers(role=Role.HEAD))
    @example(MGMP, IPS)
    def test_appointing_and_stepping_down_undo_each_other(self, where: LearningCommunity, who: Teacher) -> None:
        if who.id not in where.movers:
            assert where == where.appoint(who).step_down(who.id)


def fillings(parts: list[Headcount], most: int) -> set[tuple[int, int]]:
    """List every (offline, online) that some filling of the unknown parts gives, by trying them all."""
    ways: list[set[tuple[int, int]]] = []
    for part in parts:
        numbers = range(most + 1) if part.number is None else (part.number,)
        ways.append(
            {
                (number - online, online)
                for number in numbers
                for online in range(number + 1)
                if part.mode is None or online == (number if part.mode is ONLINE else 0)
            }
        )
    return {(sum(pair[0] for pair in way), sum(pair[1] for pair in way)) for way in product(*ways)}


SMALL = st.none() | st.integers(0, 4)
SORTS = [(role, mode) for role in (Role.TEACHER, Role.HEAD) for mode in (None, OFFLINE, ONLINE)]


Completion = tuple[int, int, int]  # how many in all, offline, and of teachers
TOTALS = (None, 0, 1, 2)
MORE_THAN_FORCED = 5  # no total above and no sum of the parts below forces an unknown number to be as large


def completions(parts: tuple[Headcount, ...]) -> set[Completion]:
    """List what every completion of the parts amounts to; without any parts, anything may be."""
    found: set[Completion] = {(0, 0, 0)}
    for part in parts or (Headcount(Role.TEACHER, None), Headcount(Role.HEAD, None)):
        numbers = range(MORE_THAN_FORCED + 1) if part.number is None else (part.number,)
        offline = {
            number: range(number + 1) if part.mode is None else (number * (part.mode is OFFLINE),) for number in numbers
        }
        found = {
            (size + number, before + here, taught + number * (part.role is Role.TEACHER))
            for size, before, taught in found
            for number in numbers
            for here in offline[number]
        }
    return found


def only(values: set[int]) -> int | None:
    """The value where there is one only."""
    return next(iter(values)) if len(values) == 1 else None


class TestAttendance:
    """Totals are accepted exactly where some filling of what is unknown adds up, and tell what all fillings share."""

    def test_whatever_only_one_completion_has_is_known_and_nothing_else(self) -> None:
        cases = 0
        for number_of_parts in range(4):
            numbers = (None, 1, 0) if number_of_parts < 2 else (None, 1)
            for sorts in combinations(SORTS, number_of_parts):
                for chosen in product(numbers, repeat=number_of_parts):
                    parts = tuple(
                        Headcount(role, number, mode=mode) for (role, mode), number in zip(sorts, chosen, strict=True)
                    )
                    cases += self.check_against_all_completions(parts)
        assert cases > 4_000

    def check_against_all_completions(self, parts: tuple[Headcount, ...]) -> int:
        fitting: dict[tuple[int | None, ...], set[Completion]] = {}
        for completion in completions(parts):
            size, here, _ = completion
            for told in product((None, size), (None, here), (None, size - here)):
                if set(told) <= set(TOTALS):
                    fitting.setdefault(told, set()).add(completion)
        for total, offline, online in product(TOTALS, repeat=3):
            ways = fitting.get((total, offline, online))
            if ways is None:
                with pytest.raises(InvalidValueError):
                    Attendance(counts=parts, total=total, offline=offline, online=online)
                continue
            came = Attendance(counts=parts, total=total, offline=offline, online=online)
            assert only({size for size, _, _ in ways}) == came.size, came
            assert only({here for _, here, _ in ways}) == came.of_mode(OFFLINE), came
            assert only({size - here for size, here, _ in ways}) == came.of_mode(ONLINE), came
            assert only({taught for _, _, taught in ways}) == came.of_role(Role.TEACHER), came
            assert only({size - taught for size, _, taught in ways}) == came.of_role(Role.HEAD), came
        return len(fitting)

    @given(
        st.lists(
            st.tuples(st.sampled_from(SORTS), st.none() | st.integers(0, 3)), max_size=3, unique_by=lambda x: x[0]
        ),
        SMALL,
        SMALL,
        SMALL,
    )
    @example([((Role.TEACHER, OFFLINE), 2), ((Role.HEAD, None), 1)], 3, 3, None)
    @example([((Role.TEACHER, OFFLINE), None), ((Role.HEAD, ONLINE), 1)], None, None, 2)
    @example([((Role.TEACHER, OFFLINE), 2)], None, None, 1)
    def test_it_is_accepted_where_a_filling_exists(
        self,
        parts: list[tuple[tuple[Role, AttendanceMode | None], int | None]],
        total: int | None,
        offline: int | None,
        online: int | None,
    ) -> None:
        counts = [Headcount(role, number, mode=mode) for (role, mode), number in parts]
        most = 8  # every total is reached by parts of at most that size
        found = fillings(counts, most) if counts else set(product(range(most + 1), repeat=2))
        fits = {
            pair
            for pair in found
            if total in {None, sum(pair)} and offline in {None, pair[0]} and online in {None, pair[1]}
        }
        if fits:
            built = Attendance(counts=tuple(counts), total=total, offline=offline, online=online)
            assert only({sum(pair) for pair in fits}) == built.size
            assert only({pair[0] for pair in fits}) == built.of_mode(OFFLINE)
            assert only({pair[1] for pair in fits}) == built.of_mode(ONLINE)
        else:
            with pytest.raises(InvalidValueError) as caught:
                Attendance(counts=tuple(counts), total=total, offline=offline, online=online)
            assert caught.value.codes == ("attendance-sum",)

    @given(attendances(), st.integers(1, 50))
    @example(Attendance(counts=(Headcount(Role.TEACHER, 40), Headcount(Role.HEAD, 3)), total=43), 1)
    def test_one_more_in_a_total_is_refused_where_all_parts_are_known(self, came: Attendance, more: int) -> None:
        if came.counts and all(part.number is not None for part in came.counts) and came.size is not None:
            with pytest.raises(InvalidValueError):
                Attendance(counts=came.counts, total=came.size + more)


DAY = date(2025, 1, 1)


class TestCounting:
    """A count is the number of those for which it is true."""

    @given(
        st.lists(learning_communities(), max_size=8, unique_by=lambda each: each.id),
        st.none() | st.sampled_from(CommunityKind),
    )
    @example([], None)
    @example([MGMP], None)
    def test_counting_equals_a_naive_count(
        self, given_ones: list[LearningCommunity], kind: CommunityKind | None
    ) -> None:
        expected = Counter(
            each.kabupaten.key
            for each in given_ones
            if each.kabupaten and each.registered_on and each.registered_on <= DAY and kind in {None, each.kind}
        )
        found = count_communities(iter(given_ones), on=DAY, kind=kind)
        assert expected == {tally.kabupaten.key: tally.communities for tally in found}
        assert sorted(expected) == [tally.kabupaten.key for tally in found]
        measured = measure_communities(given_ones, on=DAY, kind=kind)
        assert [tally.communities for tally in found] == [figure.numerator for figure in measured]
