"""Strategies for official numbers and addresses: made up, of the right form, nobody's as far as anybody can tell."""

from datetime import date
from functools import cache, partial
from typing import Final

from hypothesis import strategies as st

from pmm_core.people import AccountRole, BelajarAccount, Nik, Nip, NipForm, Npsn, Nuptk
from pmm_core.regions import former_codes, kabupatens
from pmm_core.testing._shared import check_member, digits, keys

_FIRST_BIRTH: Final = date(1950, 1, 1)
_LAST_BIRTH: Final = date(2005, 12, 31)
_LEVELS: Final = ("sd", "smp", "sma", "smk", "paud", "slb")
_DOMAINS: Final = {
    AccountRole.TEACHER: tuple(f"guru.{word}" for word in _LEVELS),
    AccountRole.ADMIN: tuple(f"admin.{word}" for word in _LEVELS),
    AccountRole.OFFICE: ("dinas",),
    AccountRole.INSTRUCTOR: ("instruktur",),
    AccountRole.PUPIL: _LEVELS[:4],
}
_OTHERS: Final = ("ppg", "pendidik.kesetaraan")
_ENDINGS: Final = ("", ".contoh", "-99", ".a_b.1")
_MONTHS: Final = 12
_MIDDLES: Final = (*range(1, _MONTHS + 1), *range(21, 100))  # months, and what marks a work agreement
_YOUNGEST, _YEARS, _SERIALS = 17, 24, 999


def nips(*, form: NipForm | None = None) -> st.SearchStrategy[Nip]:
    """Generate numbers of civil servants (NIP) and of servants by work agreement (NI PPPK).

    Args:
        form: only this form; both where it is left out.

    Returns:
        A strategy for numbers; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> str(simplest(nips(form=NipForm.PPPK), lambda nip: True))
    '200001012017211001'
    """
    return st.deferred(lambda: _nips(form))


def _nips(form: NipForm | None) -> st.SearchStrategy[Nip]:
    check_member("form", form, NipForm)
    return _nips_of(form)


@cache
def _nips_of(form: NipForm | None) -> st.SearchStrategy[Nip]:
    middles = _MIDDLES if form is None else _MIDDLES[:_MONTHS] if form is NipForm.PNS else _MIDDLES[_MONTHS:]
    choices = st.integers(0, len(middles) * _YEARS * 2 * _SERIALS - 1)
    return st.tuples(st.dates(_FIRST_BIRTH, _LAST_BIRTH), choices).map(partial(_nip, middles))


def _nip(middles: tuple[int, ...], drawn: tuple[date, int]) -> Nip:
    born, choice = drawn
    middle, years, sex, serial = digits(choice, len(middles), _YEARS, 2, _SERIALS)
    appointed = max(1970, born.year + _YOUNGEST + years)
    return Nip(f"{born:%Y%m%d}{appointed}{middles[middle]:02}{sex + 1}{serial + 1:03}")


def niks() -> st.SearchStrategy[Nik]:
    """Generate numbers of residents (NIK), with current, former and unknown regions.

    Returns:
        A strategy for numbers.

    >>> from hypothesis import find as simplest
    >>> simplest(niks(), lambda nik: not nik.region_known).region is None
    True
    """
    return _niks()


@cache
def _niks() -> st.SearchStrategy[Nik]:
    known = [each.key for each in kabupatens()] + [each.code.text for each in former_codes()]
    codes = st.sampled_from(known).map(_undotted) | st.integers(0, 9999).map("{:04}".format)
    days = st.dates(_FIRST_BIRTH, _LAST_BIRTH)
    return st.builds(_nik, codes, st.integers(0, 99), days, st.sampled_from((0, 40)), st.integers(1, 9999))


def _undotted(code: str) -> str:
    return code.replace(".", "")


def _nik(code: str, kecamatan: int, born: date, more: int, serial: int) -> Nik:
    return Nik(f"{code}{kecamatan:02}{born.day + more:02}{born:%m%y}{serial:04}")


def nuptks() -> st.SearchStrategy[Nuptk]:
    """Generate numbers of educators (NUPTK).

    Returns:
        A strategy for numbers.

    >>> from hypothesis import find as simplest
    >>> str(simplest(nuptks(), lambda nuptk: True))
    '0000000000000001'
    """
    return st.integers(1, 10**16 - 1).map("{:016}".format).map(Nuptk)


def npsns() -> st.SearchStrategy[Npsn]:
    """Generate numbers of schools (NPSN), of community units and courses too.

    Returns:
        A strategy for numbers.

    >>> from hypothesis import find as simplest
    >>> str(simplest(npsns(), lambda npsn: not str(npsn).isdigit()))
    'P0000000'
    """
    return st.builds("{}{:07}".format, st.sampled_from("0123456789PK"), st.integers(0, 10**7 - 1)).map(Npsn)


def belajar_accounts(*, role: AccountRole | None = None) -> st.SearchStrategy[BelajarAccount]:
    """Generate accounts of belajar.id.

    Args:
        role: only accounts for these; where it is left out, all but those of pupils, and those of unknown domains too.

    Returns:
        A strategy for accounts; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(belajar_accounts(), lambda account: True).domain
    'guru.sd.belajar.id'
    """
    return st.deferred(lambda: _belajar_accounts(role))


def _belajar_accounts(role: AccountRole | None) -> st.SearchStrategy[BelajarAccount]:
    check_member("role", role, AccountRole)
    return _accounts_of(role)


@cache
def _accounts_of(role: AccountRole | None) -> st.SearchStrategy[BelajarAccount]:
    staff = (role for role in _DOMAINS if role is not AccountRole.PUPIL)
    domains = (*(domain for role in staff for domain in _DOMAINS[role]), *_OTHERS) if role is None else _DOMAINS[role]
    choices = st.integers(0, len(domains) * len(_ENDINGS) - 1)
    return st.tuples(keys(), choices).map(partial(_account, domains))


def _account(domains: tuple[str, ...], drawn: tuple[str, int]) -> BelajarAccount:
    word, choice = drawn
    domain, ending = digits(choice, len(domains), len(_ENDINGS))
    return BelajarAccount(f"{word}{_ENDINGS[ending]}@{domains[domain]}.belajar.id")
