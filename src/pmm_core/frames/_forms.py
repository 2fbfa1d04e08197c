r"""What texts may look like, asked of whole columns.

Each engine brings a dialect of regular expressions of its own.  What is used here means the same in all of them:
classes of characters that are written out, counted repeats and ``^``; no ``\s``, ``\d`` or ``\b``, which some read as
ASCII and some do not; and ``$``, which some let stand before a last line break, only where such a break is reported
anyway.  So a form is mostly told by what breaks it, wherever that stands in the text.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import narwhals.stable.v2 as nw

from pmm_core.calendar import CALENDAR, PeriodScheme
from pmm_core.frames._schema import TextForm

_BLANKS: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)  # as Python strips them
_UNPRINTABLE: Final = (*range(1, 9), *range(14, 28), *range(127, 160), 0xAD, *range(0x200B, 0x2010), 0xFEFF)
_NOT_IN_A_LINE: Final = _BLANKS.replace(" ", "") + "".join(map(chr, _UNPRINTABLE))
_NUMBER: Final = r"[0-9](?:[._:/\-]*[0-9]){15}"
_PERSONAL: Final = rf"^{_NUMBER}(?:[._:/\-]*[0-9][._:/\-]*[0-9])?[._:/\-]*$"  # 16 or 18 digits and nothing else

_BROKEN: Final[Mapping[TextForm, str]] = MappingProxyType(
    {
        TextForm.OPAQUE_ID: r"^[._:/\-]|[^A-Za-z0-9._:/\-]|.{65}",
        TextForm.METRIC_KEY: r"[^a-z0-9\-]|^-|--|-$",
        TextForm.NPSN: r"[^0-9PK]|^.[PK]|..[PK]|^.{0,7}$|.{9}",
        TextForm.LINE: rf"^ |  | $|[{_NOT_IN_A_LINE}]|.{{201}}",
    }
)
"""What breaks a form."""


def is_blank(name: str) -> nw.Expr:
    """Whether a text holds nothing but blanks."""
    return ~nw.col(name).str.contains(f"[^{_BLANKS}]")


def faults_of(form: TextForm, name: str) -> tuple[tuple[str, nw.Expr], ...]:
    """What can be wrong with a text of a form that is not blank: a code each, and how to tell.  One at most is true."""
    text = nw.col(name)
    if form is TextForm.PERIOD:
        return (("unknown-period", ~_is_period(name)),)
    broken = ("malformed", text.str.contains(_BROKEN[form]))
    if form is not TextForm.OPAQUE_ID:
        return (broken,)
    return broken, ("personal-id", ~broken[1] & text.str.contains(_PERSONAL))


def _is_period(name: str) -> nw.Expr:
    """Whether a text names a period of the calendar."""
    found = nw.lit(value=False)
    for scheme in CALENDAR.schemes:
        found = found | _is_period_of(scheme, name)
    return found & ~nw.col(name).str.contains("[^0-9A-Z-]")


def _is_period_of(scheme: PeriodScheme, name: str) -> nw.Expr:
    """Ids begin with the year in four digits, so that they sort as the years do."""
    text = nw.col(name)
    ordinals = "|".join(map(str, range(1, scheme.periods_per_year + 1)))
    form = f"^[0-9]{{4}}-{scheme.mark}(?:{ordinals})$"
    begun = text.str.contains(form) & (text >= str(scheme.first_year))
    return begun & (text < str(9999 if scheme.last_year is None else scheme.last_year + 1))


def has_mark(name: str, mark: str) -> nw.Expr:
    """Whether a text names a period of the scheme with these letters."""
    return nw.col(name).str.contains(f"^[1-9][0-9]{{3}}-{mark}[1-9]")


def may_be_shown(name: str) -> nw.Expr:
    """Whether a text is an opaque id, or a code, and holds no row of digits that could be somebody's number."""
    text = nw.col(name)
    return ~is_blank(name) & ~text.str.contains(rf"{_BROKEN[TextForm.OPAQUE_ID]}|{_NUMBER}")


def looks_like_a_code(name: str) -> nw.Expr:
    """Whether a text looks like a word that somebody took for a code: short, and no name, address or number."""
    return ~is_blank(name) & ~nw.col(name).str.contains(r"[^a-z0-9.\-]|.{41}|[0-9](?:[.\-]?[0-9]){5}")
