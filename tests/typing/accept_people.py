"""What users write with the people; checked, never run."""

from datetime import date
from typing import Literal, assert_never, assert_type

from pmm_core.people import (
    AccountRole,
    AdoptionTally,
    BelajarAccount,
    EmploymentStatus,
    Identifier,
    Nik,
    Nip,
    NipForm,
    Npsn,
    Nuptk,
    Obligation,
    PmmProgress,
    Role,
    School,
    SchoolLevel,
    Sex,
    Teacher,
    count_adoption,
    obligation,
    pseudonym,
)
from pmm_core.regions import Kabupaten, find

assert_type(SchoolLevel("sd"), SchoolLevel)
assert_type(SchoolLevel.SD.label_id, str)
assert_type(SchoolLevel.SD.label_en, str)
sd: Literal[SchoolLevel.SD] = SchoolLevel.SD


def every(level: SchoolLevel) -> int:
    match level:
        case SchoolLevel.TK | SchoolLevel.SD:
            return 1
        case SchoolLevel.SMP | SchoolLevel.SMA | SchoolLevel.SMK | SchoolLevel.SLB:
            return 2
        case _:
            assert_never(level)


nip = Nip.parse("19900101 2022 21 2 001", on=date(2024, 1, 1))
assert_type(nip, Nip)
assert_type(Nip.is_valid(3), bool)
assert_type(nip.form, NipForm)
assert_type(nip.birth_date, date)
assert_type(nip.appointment_month, int | None)
assert_type(nip.sex, Sex)
assert_type(str(nip), str)

nik = Nik.parse("3325010101900001")
assert_type(nik, Nik)
assert_type(nik.region, Kabupaten | None)
assert_type(nik.birth_date(on=date(2024, 1, 1)), date)

account = BelajarAccount.parse("ani@guru.sd.belajar.id")
assert_type(account, BelajarAccount)
assert_type(account.role, AccountRole | None)
assert_type(account.level, SchoolLevel | None)

numbers: list[Identifier] = [nip, nik, Nuptk("1" * 16), Npsn("20300001"), account]
assert_type(pseudonym(numbers[0], key=bytes(32)), str)
assert_type(pseudonym("t-1", key=bytes(32)), str)

school = School(npsn=Npsn("20300001"), level=SchoolLevel.SD, kabupaten=find("33.25"))
teacher = Teacher(id="t-1", role=Role.TEACHER, workplace=school, employment=EmploymentStatus.PPPK, nip=nip)
assert_type(teacher.workplace, School | Kabupaten)
assert_type(teacher.school, School | None)
assert_type(teacher.kabupaten, Kabupaten)
assert_type(teacher.obligation, Obligation | None)
assert_type(teacher.move(find("35.05")), Teacher)
assert_type(teacher.advance(PmmProgress().register_account()), Teacher)
assert_type(obligation(Role.HEAD, EmploymentStatus.PNS), Obligation)
assert_type(PmmProgress().log_in().complete_topic().step, int)
assert_type(count_adoption([teacher]), tuple[AdoptionTally, ...])
assert_type(count_adoption(iter([teacher]), roles=Role, topics=2, among=[find("33.25")])[0].topics, tuple[int, ...])
