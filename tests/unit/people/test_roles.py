"""Roles, employment, and what performance management asks of whom."""

from typing import Any, cast

import pytest

from pmm_core.errors import WrongTypeError
from pmm_core.people import EmploymentStatus, NipForm, Obligation, Role, Sex, obligation

MUST = {(role, status) for role in ("teacher", "head", "supervisor") for status in ("pns", "pppk")}
MAY = {("teacher", "non-asn"), ("head", "non-asn")}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("status", EmploymentStatus)
def test_the_table_of_obligations(role: Role, status: EmploymentStatus) -> None:
    pair = (role.value, status.value)
    expected = "required" if pair in MUST else "encouraged" if pair in MAY else "not-covered"
    assert Obligation(expected) is obligation(role, status)


def test_only_roles_and_statuses_are_asked() -> None:
    with pytest.raises(WrongTypeError) as caught:
        obligation(cast("Any", "teacher"), cast("Any", None))
    assert ["role", "status"] == [problem.path for problem in caught.value.problems]


def test_pns_and_pppk_are_asn() -> None:
    assert [True, True, False] == [status.is_asn for status in EmploymentStatus]


def test_the_wordings() -> None:
    assert [
        ("guru", "teacher"),
        ("kepala sekolah", "head of school"),
        ("pengawas sekolah", "school supervisor"),
    ] == [(role.label_id, role.label_en) for role in list(Role)[:3]]
    assert ["wajib", "dianjurkan", "tidak diatur"] == [each.label_id for each in Obligation]
    assert ["NIP PNS", "NI PPPK"] == [each.label_id for each in NipForm]
    assert ["laki-laki", "perempuan"] == [each.label_id for each in Sex]
