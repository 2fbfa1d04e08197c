"""Roles, employment, and what performance management asks of whom."""

from typing import Any, cast

import pytest

from pmm_core.errors import WrongTypeError
from pmm_core.people import EmploymentStatus, NipForm, Obligation, Role, Sex, obligation

# SE 0559 says "must" of teachers and heads who are ASN, and of no supervisor; Kepdirjen 4242/2024 only widens the
# guidance to supervisors, whatever their employment, and what it asks of them was not readable
MUST = {(role, status) for role in ("teacher", "head") for status in ("pns", "pppk")}
MAY = {("teacher", "non-asn"), ("head", "non-asn")}
TOLD = {("supervisor", status) for status in ("pns", "pppk", "non-asn")}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("status", EmploymentStatus)
def test_the_table_of_obligations(role: Role, status: EmploymentStatus) -> None:
    pair = (role.value, status.value)
    found = [name for name, pairs in (("required", MUST), ("encouraged", MAY), ("covered", TOLD)) if pair in pairs]
    assert [Obligation(name) for name in found or ["not-covered"]] == [obligation(role, status)]


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
    assert ["wajib", "dianjurkan", "diatur", "tidak diatur"] == [each.label_id for each in Obligation]
    assert ["NIP PNS", "NI PPPK"] == [each.label_id for each in NipForm]
    assert ["laki-laki", "perempuan"] == [each.label_id for each in Sex]
