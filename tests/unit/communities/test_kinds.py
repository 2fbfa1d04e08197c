"""The closed lists and the table of who may belong to which kind."""

from typing import Any, cast

import pytest

from pmm_core.communities import (
    EDUCATORS,
    MEMBERSHIP_RULES,
    ActivityKind,
    AttendanceMode,
    CommunityKind,
    Forum,
    Reach,
    membership_rule,
)
from pmm_core.errors import WrongTypeError
from pmm_core.people import Role
from pmm_core.sources import Certainty

EXPECTED = {
    CommunityKind.ONLINE: (Reach.ANYWHERE, Certainty.SEED),
    CommunityKind.WITHIN_SCHOOL: (Reach.SAME_SCHOOL, Certainty.SECONDARY),
    CommunityKind.BETWEEN_SCHOOLS: (Reach.SAME_KABUPATEN, Certainty.SECONDARY),
}


@pytest.mark.parametrize("kind", CommunityKind)
def test_there_is_one_rule_for_each_kind(kind: CommunityKind) -> None:
    rule = membership_rule(kind)
    assert EXPECTED[kind] == (rule.reach, rule.source.certainty)
    assert kind is rule.kind
    assert [rule] == [each for each in MEMBERSHIP_RULES if each.kind is kind]
    assert rule.note


def test_educators_are_teachers_heads_and_supervisors() -> None:
    assert {Role.TEACHER, Role.HEAD, Role.SUPERVISOR} == EDUCATORS
    assert [EDUCATORS] * 6 == [roles for rule in MEMBERSHIP_RULES for roles in (rule.members, rule.movers)]


def test_only_a_kind_has_a_rule() -> None:
    with pytest.raises(WrongTypeError):
        membership_rule(cast("Any", "online"))


def test_the_wordings() -> None:
    assert ["daring di PMM", "dalam sekolah", "antar-sekolah"] == [kind.label_id for kind in CommunityKind]
    assert ["kkg", "mgmp", "mgbk", "kkks", "mkks", "pkg", "guru-penggerak"] == [forum.value for forum in Forum]
    assert ["luring", "daring"] == [mode.label_id for mode in AttendanceMode]
    assert "kunjungan studi" == ActivityKind.STUDY_VISIT.label_id
    assert "satu kabupaten/kota" == Reach.SAME_KABUPATEN.label_id
