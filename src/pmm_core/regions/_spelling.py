"""How people write the names of regions: one normal form, the squashed key, and the bundled other spellings."""

import re
import unicodedata
from collections.abc import Collection
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import Final, final

import attrs

from pmm_core.regions._code import KabupatenCode
from pmm_core.regions._data import made_once
from pmm_core.regions._region import Kabupaten, table

_LONGEST: Final = 1000
_LONGEST_NAME: Final = 60  # no name comes near it, and difflib is slow on what is longer
_CLOSE: Final = 3
_APART: Final = re.compile(r"[\W_]+")


def normal(text: str) -> str:
    """Bring a name into one form: no case, single blanks.

    Compatibility forms are folded (NFKC), since text pasted out of a PDF holds ligatures and wide letters.  Codes are
    never read from this form: a wide ``33.25`` must not become a code.
    """
    if len(text) > _LONGEST:
        return text  # no name; to sort the marks on a letter takes the square of their number
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().split())


def squashed(text: str) -> str:
    """Reduce a name in its normal form to letters and digits: "fak-fak" and "fak fak" are "fakfak"."""
    return _APART.sub("", text)


def close_names(text: str, names: Collection[str]) -> tuple[str, ...]:
    """Give the names that a name in its normal form could be: itself, those that begin with it, those close to it.

    "Tidore" and "Lampung" are close to none of the names that begin with them, since those are so much longer.
    """
    if len(text) > _LONGEST_NAME:
        return ()
    same = (text,) if text in names else ()
    longer = (name for name in names if name.startswith(f"{text} "))
    return tuple(dict.fromkeys((*same, *islice(longer, _CLOSE), *get_close_matches(text, names, n=_CLOSE))))


@final
@attrs.frozen
class Alias:
    """Another spelling, former name or usual abbreviation of a kabupaten or kota (nama lain).

    Args:
        text: the spelling.
        kabupaten: the one region that it names.
        source: where the spelling was seen.

    >>> next(str(alias.kabupaten) for alias in aliases() if alias.text == "Bartim")
    'Kabupaten Barito Timur'
    """

    text: str
    kabupaten: Kabupaten
    source: str


@final
@attrs.frozen
class FormerCode:
    """A code from before the Papua laws of 2022 (kode lama).

    A NIK keeps the code of its first registration for life, so that these codes go on turning up.

    Args:
        code: the former code; no region has it today.
        kabupaten: the region that had it, with its code of today.
        law: the law that made the new province.

    >>> former = former_codes()[0]
    >>> former.code.text, former.kabupaten.key, former.law
    ('91.01', '93.01', 'UU 14/2022')
    """

    code: KabupatenCode
    kabupaten: Kabupaten
    law: str


@cache
def by_code() -> dict[str, Kabupaten]:
    """Index the bundled regions by the text of their codes."""
    return {kabupaten.key: kabupaten for kabupaten in table().kabupatens}


@cache
def aliases() -> tuple[Alias, ...]:
    """List the bundled other spellings of kabupaten and kota (nama lain).

    Returns:
        The spellings in the order of the codes; compared without case, each names one region and is nobody's name.

    >>> [alias.text for alias in aliases() if alias.kabupaten.name == "Makassar"]
    ['Makasar', 'Ujung Pandang']
    """
    found: tuple[Alias, ...] = made_once("_bundled", "ALIASES")
    return found


@cache
def former_codes() -> tuple[FormerCode, ...]:
    """List the codes that were given up with the Papua laws of 2022 (kode lama).

    Splits before 2022 are not in the list: old codes 64.xx of Kalimantan Utara, for instance, are unknown here.

    Returns:
        The former codes, in their own order.

    >>> len({former.law for former in former_codes()})
    4
    """
    found: tuple[FormerCode, ...] = made_once("_bundled", "FORMER_CODES")
    return found
