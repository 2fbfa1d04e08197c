"""Strategies for schools, people and their progress, and calls about people that are almost right."""

from datetime import date, datetime
from functools import cache, partial
from math import prod
from typing import Any, Final, cast

from hypothesis import strategies as st

from pmm_core import people
from pmm_core.people import (
    EmploymentStatus,
    Nik,
    Nip,
    NipForm,
    Npsn,
    Nuptk,
    PmmProgress,
    Role,
    School,
    SchoolLevel,
    Teacher,
)
from pmm_core.regions import Kabupaten, find
from pmm_core.testing._identifiers import belajar_accounts, nips, npsns, nuptks
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._regions import kabupatens
from pmm_core.testing._shared import check_member, check_size, check_strategies, digits

_SUBJECTS: Final = ("IPS", "IPA", "Informatika", "Bahasa Indonesia", "Matematika")
_NAMES: Final = ("Guru Contoh", "Ani Contoh, S.Pd.", "Budi Contoh")
_KECAMATANS: Final = ("Kandeman", "Bandar", "Limpung")
_NUMBERS: Final = 99
_FORMS: Final = {EmploymentStatus.PNS: NipForm.PNS, EmploymentStatus.PPPK: NipForm.PPPK}


def teacher_ids() -> st.SearchStrategy[str]:
    """Generate the opaque ids of `teachers`, few enough that two of them meet; shrinks to ``t-1``.

    Returns:
        A strategy for ids.

    >>> from hypothesis import find as simplest
    >>> simplest(teacher_ids(), lambda each: True)
    't-1'
    """
    return _IDS


_IDS: Final = st.integers(1, 999).map("t-{}".format)


@cache
def _anywhere() -> st.SearchStrategy[Kabupaten]:
    return kabupatens()


@cache
def _workplaces() -> st.SearchStrategy[School | Kabupaten]:
    return kabupatens() | schools()


def schools(
    *, kabupaten: st.SearchStrategy[Kabupaten] | None = None, level: SchoolLevel | None = None
) -> st.SearchStrategy[School]:
    """Generate schools (satuan pendidikan).

    Args:
        kabupaten: where they lie; anywhere where it is left out.
        level: only of this level; any where it is left out.

    Returns:
        A strategy for schools; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(schools(), lambda school: True)
    <School TK/PAUD in Kabupaten Aceh Selatan>
    """
    return st.deferred(lambda: _schools(kabupaten, level))


def _schools(kabupaten: st.SearchStrategy[Kabupaten] | None, level: SchoolLevel | None) -> st.SearchStrategy[School]:
    check_strategies(kabupaten=kabupaten)
    check_member("level", level, SchoolLevel)
    choices = st.integers(0, len(SchoolLevel) * (len(_KECAMATANS) + 1) * _NUMBERS * 2 - 1)
    where = _anywhere() if kabupaten is None else kabupaten
    return st.tuples(npsns(), where, choices).map(partial(_school_of, level))


def _school_of(level: SchoolLevel | None, drawn: tuple[Npsn, Kabupaten, int]) -> School:
    """All small choices are one number, since a draw for each costs more than the school."""
    npsn, kabupaten, choice = drawn
    sort, where, named, number = digits(choice, len(SchoolLevel), len(_KECAMATANS) + 1, 2, _NUMBERS)
    return School(
        npsn=npsn,
        level=tuple(SchoolLevel)[sort] if level is None else level,
        kabupaten=kabupaten,
        kecamatan=(None, *_KECAMATANS)[where],
        name=f"SDN {number + 1} Contoh" if named else None,
    )


def progresses(*, topic_count: int = people.TOPICS) -> st.SearchStrategy[PmmProgress]:
    """Generate how far somebody has come in the platform, every step as often as any other.

    Args:
        topic_count: how many topics there are.

    Returns:
        A strategy for progresses; drawing from it raises ``InvalidArgument`` for a wrong number.

    >>> from hypothesis import find as simplest
    >>> simplest(progresses(), lambda progress: progress.logged_in).step
    2
    """
    return _progresses(topic_count)


@st.composite
def _progresses(draw: st.DrawFn, topic_count: int) -> PmmProgress:
    check_size("topic_count", 0, topic_count)
    step = draw(st.integers(0, topic_count + 2))
    return PmmProgress(
        account_registered=step > 0,
        logged_in=step > 1,
        topics_completed=max(0, step - 2),
        topic_count=topic_count,
    )


def teachers(
    *, role: Role | None = None, workplace: st.SearchStrategy[School | Kabupaten] | None = None
) -> st.SearchStrategy[Teacher]:
    """Generate teachers and others with a role, with and without the optional numbers.

    Args:
        role: only this role; any where it is left out.
        workplace: where they work; a school or an office anywhere where it is left out.

    Returns:
        A strategy for teachers; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(teachers(role=Role.HEAD), lambda teacher: teacher.nip is not None).nip
    Nip(***)
    """
    return _teachers(role, workplace)


@st.composite
def _teachers(draw: st.DrawFn, role: Role | None, workplace: st.SearchStrategy[School | Kabupaten] | None) -> Teacher:
    check_member("role", role, Role)
    check_strategies(workplace=workplace)
    # all small choices are one number, since a draw for each costs more than the teacher
    choice = digits(draw(_CHOICES), *(len(values) for values in _SMALL))
    job, level, subject, employment, name, step, *given = (
        values[index] for values, index in zip(_SMALL, choice, strict=True)
    )
    numbered = given[0] and employment is not EmploymentStatus.NON_ASN
    return Teacher(
        id=draw(teacher_ids()),
        role=job if role is None else role,
        workplace=draw(_workplaces() if workplace is None else workplace),
        level=level,
        subject=subject,
        employment=employment,
        nip=draw(_NUMBERS_OF[employment]) if numbered else None,
        nuptk=draw(_NUPTKS) if given[1] else None,
        account=draw(_ACCOUNTS) if given[2] else None,
        name=name,
        progress=step,
    )


_GIVEN: Final = (False, True)
_STEPS: Final = tuple(
    PmmProgress(account_registered=step > 0, logged_in=step > 1, topics_completed=max(0, step - 2))
    for step in range(people.TOPICS + 3)
)
_SMALL: Final[tuple[tuple[Any, ...], ...]] = (
    tuple(Role),
    (None, *SchoolLevel),
    (None, *_SUBJECTS),
    (None, *EmploymentStatus),
    (None, *_NAMES),
    _STEPS,
    *(_GIVEN,) * 3,
)
_CHOICES: Final = st.integers(0, prod(map(len, _SMALL)) - 1)
_NUMBERS_OF: Final = {status: nips(form=_FORMS.get(status)) for status in EmploymentStatus} | {None: nips()}
_NUPTKS, _ACCOUNTS = nuptks(), belajar_accounts()


def _teacher(**changes: Any) -> Teacher:
    fields: dict[str, Any] = {"id": "t-1", "role": Role.TEACHER, "workplace": find("33.25")}
    return Teacher(**(fields | changes))


def _school(**changes: Any) -> School:
    fields: dict[str, Any] = {"npsn": Npsn("20300001"), "level": SchoolLevel.SD, "kabupaten": find("33.25")}
    return School(**(fields | changes))


def _birth(year: int) -> date:
    return Nik("3325010101100001").birth_date(on=date(year, 1, 1))


def _twice() -> object:
    return people.count_adoption([_teacher(), _teacher()])


def _tally(**changes: Any) -> object:
    fields: dict[str, Any] = {"kabupaten": find("33.25"), "people": 2, "accounts": 1, "logged_in": 1, "topics": (1, 0)}
    return people.AdoptionTally(**(fields | changes))


_ANY: Final = cast("Any", people)  # the door without its types, for calls that a type checker would refuse
_PNS: Final = "198609262015051001"
_INSIDE: Final = PmmProgress(account_registered=True, logged_in=True, topics_completed=4)

PEOPLE_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("malformed", "seventeen digits", lambda: Nip.parse(_PNS[:-1])),
    NearMiss("malformed", "nineteen digits", lambda: Nip.parse(_PNS + "1")),
    NearMiss("malformed", "Arabic-Indic digits", lambda: Nuptk.parse("١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦")),
    NearMiss("malformed", "blanks are for parse", lambda: Nip("19860926 201505 1 001")),
    NearMiss("malformed", "ten digits for a school", lambda: Npsn.parse("2030000100")),
    NearMiss("malformed", "no PMM account", lambda: people.BelajarAccount.parse("ani@example.com")),
    NearMiss(
        "malformed",
        "belajar.id is not the end",
        lambda: people.BelajarAccount.parse("x@guru.sd.belajar.id.example.com"),
    ),
    NearMiss("malformed", "belajar.id is a part of a word", lambda: people.BelajarAccount.parse("x@notbelajar.id")),
    NearMiss("malformed", "an address for an id", lambda: _teacher(id="ani@guru.sd.belajar.id")),
    NearMiss("malformed", "two lines", lambda: _school(name="SDN\nContoh")),
    NearMiss("no-such-day", "30 February", lambda: Nip.parse("198602302015051001")),
    NearMiss("no-such-day", "31 February", lambda: Nik.parse("3325013102900001")),
    NearMiss("impossible-part", "month 13", lambda: Nip.parse("198609262015131001")),
    NearMiss("impossible-part", "month 00", lambda: Nip.parse("198609262015001001")),
    NearMiss("impossible-part", "sex 3", lambda: Nip.parse("198609262015053001")),
    NearMiss("impossible-part", "serial 000", lambda: Nip.parse("198609262015051000")),
    NearMiss("impossible-part", "appointed in 1969", lambda: Nip.parse("194001011969011001")),
    NearMiss("impossible-part", "serial 0000", lambda: Nik.parse("3325010101900000")),
    NearMiss("impossible-part", "zeros only", lambda: Nuptk.parse("0" * 16)),
    NearMiss("too-young", "appointed before the birth", lambda: Nip.parse("198609261985051001")),
    NearMiss("too-young", "a child in both centuries", lambda: _birth(1911)),
    NearMiss("appointed-later", "appointed next year", lambda: Nip.parse(_PNS, on=date(2014, 12, 31))),
    NearMiss(
        "nip-mismatch", "a PNS with an NI PPPK", lambda: _teacher(employment=EmploymentStatus.PPPK, nip=Nip(_PNS))
    ),
    NearMiss("nip-mismatch", "neither and a NIP", lambda: _teacher(employment=EmploymentStatus.NON_ASN, nip=Nip(_PNS))),
    NearMiss("personal-id", "a NIP for an id", lambda: _teacher(id=_PNS)),
    NearMiss("personal-id", "a NIK with dots for an id", lambda: _teacher(id="33.25.01.010190.0001")),
    NearMiss(
        "pupil-account", "a pupil's account", lambda: _teacher(account=people.BelajarAccount("ani@smp.belajar.id"))
    ),
    NearMiss("skipped-step", "logged in without an account", lambda: PmmProgress(logged_in=True)),
    NearMiss("skipped-step", "a topic before the log-in", lambda: PmmProgress().register_account().complete_topic()),
    NearMiss("no-topic-left", "a fifth topic of four", _INSIDE.complete_topic),
    NearMiss("goes-back", "back to nothing", lambda: _INSIDE.advance(PmmProgress())),
    NearMiss("too-large", "five topics of four", lambda: PmmProgress(topics_completed=5)),
    NearMiss("too-small", "a short key", lambda: people.pseudonym("t-1", key=b"short")),
    NearMiss("negative", "fewer than no topics", lambda: PmmProgress(topics_completed=-1)),
    NearMiss("funnel-widens", "more logged in than registered", lambda: _tally(logged_in=2)),
    NearMiss("duplicate", "somebody counted twice", _twice),
    NearMiss("empty", "no number", lambda: Nip.parse(" ")),
    NearMiss("empty", "no id", lambda: _teacher(id="")),
    NearMiss("wrong-type", "a number read as a number", lambda: _ANY.Nip.parse(int(_PNS))),
    NearMiss("wrong-type", "the text of a number in a value", lambda: _teacher(nip=_PNS)),
    NearMiss("wrong-type", "the text of a role", lambda: _teacher(role="teacher")),
    NearMiss("wrong-type", "a text as key", lambda: _ANY.pseudonym("t-1", key="k" * 32)),
    NearMiss("bool-for-int", "a yes for a number", lambda: PmmProgress(topics_completed=True)),
    NearMiss("float-for-exact", "half a topic", lambda: _ANY.PmmProgress(topics_completed=0.5)),
    NearMiss(
        "datetime-for-date",
        "a moment for a day",
        lambda: Nip.parse(_PNS, on=datetime(2024, 1, 1)),  # noqa: DTZ001 -- what must be refused
    ),
)
