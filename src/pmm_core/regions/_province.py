"""Finding a province by its code, its name, or one of the short forms that everybody uses."""

from functools import cache
from typing import Final

from pmm_core._checks import Problems, shown
from pmm_core.errors import UnknownNameError
from pmm_core.regions._code import ProvinceCode, check_text
from pmm_core.regions._region import Province, table
from pmm_core.regions._spelling import close_names, normal, squashed

_WORDS: Final = ("provinsi", "propinsi", "prov.", "prov", "prop.", "prop")
_SUGGESTIONS: Final = 3

# General knowledge, no source collected: see the rule "regions.province-short-forms".
# Dots and blanks need no entry of their own, since "D.I. Yogyakarta" squashes to what "DI Yogyakarta" does.
SHORT_FORMS: Final = (
    ("11", ("NAD", "Nanggroe Aceh Darussalam")),
    ("12", ("Sumut", "Sumatra Utara")),
    ("13", ("Sumbar", "Sumatra Barat")),
    ("16", ("Sumsel", "Sumatra Selatan")),
    ("19", ("Babel", "Bangka Belitung", "Kep. Bangka Belitung")),
    ("21", ("Kepri", "Kep. Riau")),
    ("31", ("Jakarta", "DKI", "DKI Jakarta", "DKJ", "Daerah Khusus Jakarta")),
    ("32", ("Jabar",)),
    ("33", ("Jateng",)),
    ("34", ("DIY", "DI Yogyakarta", "Yogyakarta", "Jogja", "Jogjakarta")),
    ("35", ("Jatim",)),
    ("52", ("NTB",)),
    ("53", ("NTT",)),
    ("61", ("Kalbar",)),
    ("62", ("Kalteng",)),
    ("63", ("Kalsel",)),
    ("64", ("Kaltim",)),
    ("65", ("Kaltara",)),
    ("71", ("Sulut",)),
    ("72", ("Sulteng",)),
    ("73", ("Sulsel",)),
    ("74", ("Sultra",)),
    ("76", ("Sulbar",)),
    ("82", ("Malut",)),
)


@cache
def _codes() -> dict[str, Province]:
    return {province.key: province for province in table().provinces}


@cache
def _names() -> dict[str, Province]:
    known = _codes()
    written = [(province.name, province) for province in known.values()]
    written += [(text, known[code]) for code, texts in SHORT_FORMS for text in texts]
    found: dict[str, Province] = {}
    for text, province in written:
        for form in (text, *(f"{word} {text}" for word in _WORDS)):
            key = normal(form)
            found[key] = found[squashed(key)] = province
    return found


def find_province(text: str | ProvinceCode | Province) -> Province:
    """Find a province (provinsi) by what people write.

    Args:
        text: the two digits of Kemendagri's code; the name, with or without "Provinsi" or "Prov.", without regard to
            case, blanks and punctuation; a usual short form such as NTB, Jateng or DIY; a `ProvinceCode`; or a
            `Province`, which is given back.

    Returns:
        The province.

    Raises:
        UnknownNameError: ``unknown-region``, with the closest names.
        InvalidValueError: ``empty``.
        WrongTypeError: ``wrong-type``.

    >>> find_province("Prov. Jateng").official_name
    'Provinsi Jawa Tengah'
    """
    if isinstance(text, Province):
        return text
    if isinstance(text, ProvinceCode):
        text = text.text
    problems = Problems("province")
    check_text(problems, "text", text)
    problems.done()
    found = _codes().get(text.strip())
    if found is None:
        key = normal(text)
        found = _names().get(key) or _names().get(squashed(key))
        if found is None:
            raise UnknownNameError("province", shown(text), "unknown-region", _close(key))
    return found


def _close(key: str) -> tuple[str, ...]:
    names = {normal(province.name): province.name for province in table().provinces}
    first, _, rest = key.partition(" ")
    asked = rest if first in _WORDS else key
    return tuple(names[close] for close in close_names(asked, names)[:_SUGGESTIONS])
