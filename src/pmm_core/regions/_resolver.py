"""Finding a kabupaten or kota by what people write."""

from functools import cache
from typing import Final

from pmm_core._checks import Problems, shown
from pmm_core.errors import AmbiguousNameError, UnknownNameError
from pmm_core.regions._code import BARE, KabupatenCode, check_text
from pmm_core.regions._index import KIND_OF_WORD, Found, MatchedBy, Resolution, index, unique
from pmm_core.regions._kinds import RegionKind
from pmm_core.regions._province import find_province
from pmm_core.regions._region import Kabupaten, Province
from pmm_core.regions._spelling import close_names, normal, squashed

_SUGGESTIONS: Final = 3


def _asked_kind(key: str) -> tuple[RegionKind | None, str]:
    """Split a kind word off a name in its normal form, for what must not be contradicted and for suggestions."""
    word, _, rest = key.partition(" ")
    kind = KIND_OF_WORD.get(word)
    return (kind, rest) if kind and rest else (None, key)


def _look_up(text: str) -> Found:
    writings = index()
    found = writings.codes.get(text.strip())  # as typed: no folding may turn other characters into a code
    if found:
        return found
    key = normal(text)
    found = writings.names.get(key)
    if found:
        return found
    if BARE.fullmatch(text.strip()):
        KabupatenCode.parse(text)  # says whose code it may be
    kind, _ = _asked_kind(key)
    return tuple(
        each for each in writings.squashed.get(squashed(key), ()) if kind is None or each.kabupaten.kind is kind
    )


def _suggestions(text: str, kind: RegionKind | None, province: Province | None) -> tuple[str, ...]:
    asked, name = _asked_kind(normal(text))
    names: dict[str, list[Kabupaten]] = {}
    for key, rows in _plain_names().items():
        fitting = [row for row in rows if _fits(row, kind, province)]
        if fitting:
            names[key] = sorted(fitting, key=lambda row: asked not in (None, row.kind))
    rows_near = dict.fromkeys(row for close in close_names(name, names) for row in names[close])
    return tuple(str(row) for row in rows_near)[:_SUGGESTIONS]


@cache
def _plain_names() -> dict[str, tuple[Kabupaten, ...]]:
    plain = (MatchedBy.NAME, MatchedBy.ALIAS)
    return {
        key: tuple(each.kabupaten for each in found)
        for key, found in index().names.items()
        if found[0].matched in plain and _asked_kind(key)[0] is None
    }


def _check_arguments(text: object, kind: object, province: object) -> None:
    problems = Problems("kabupaten")
    if not isinstance(text, Kabupaten | KabupatenCode):
        check_text(problems, "text", text)
    if kind is not None:
        problems.instance("kind", kind, RegionKind, "a RegionKind")
    if province is not None:
        problems.instance("province", province, (Province, str), "a Province or a text")
    problems.done()


def _fits(row: Kabupaten, kind: RegionKind | None, province: Province | None) -> bool:
    return kind in (None, row.kind) and province in (None, row.province)


def _refuse_mismatch(found: Found, kind: RegionKind | None, province: Province | None) -> None:
    problems = Problems("kabupaten")
    for row in (each.kabupaten for each in found):
        if kind not in (None, row.kind):
            problems.add("kind", "kind-mismatch", f"{row.key} is {row}")
        if province not in (None, row.province):
            problems.add("province", "province-mismatch", f"{row.key} is {row} in {row.province}")
    problems.done()


def resolve(
    text: str | KabupatenCode | Kabupaten, *, kind: RegionKind | None = None, province: Province | str | None = None
) -> Resolution:
    """Find a kabupaten or kota by what people write, and say how it was recognised.

    Tried in this order: code, former code, name with its kind word ("Kab.", "Kabupaten", "Kota", "Kotamadya", "Kodya",
    and "Adm." or "Administrasi" in Jakarta), bare name, other spelling, letters and digits only.  A kota is never found
    for a text that says kabupaten, nor the reverse; the one text that only looks like it is "Kota Baru", which is how
    BPS writes Kabupaten Kotabaru.

    Args:
        text: a dotted code of Kemendagri or a name, without regard to case and blanks.  A `KabupatenCode` is looked up,
            a `Kabupaten` is given back.
        kind: the kind that it must be; decides between Kabupaten Blitar and Kota Blitar.
        province: the province (provinsi) that it must lie in, as a value or as `find_province` reads it.

    Returns:
        The kabupaten or kota, how it was recognised, and what to know about that.

    Raises:
        AmbiguousNameError: ``ambiguous-region`` where two share the name, with both; none is ever picked.
        UnknownNameError: ``unknown-region``, with the closest names, each of which is found by the same question.
        InvalidValueError: ``code-system`` for four bare digits, ``kind-mismatch`` or ``province-mismatch`` for what is
            known, but of another kind or in another province than asked for, ``empty``.
        WrongTypeError: ``wrong-type``, for numbers too: 11.10 as a number is 11.1.

    >>> found = resolve("kab. toba samosir")
    >>> found.kabupaten, found.matched
    (<Kabupaten 12.12 Kabupaten Toba>, MatchedBy.ALIAS)
    >>> found.note
    'another spelling of Kabupaten Toba (renamed: PP 14/2020; in Permendagri 72/2019)'
    """
    if not isinstance(text, str) or kind is not None or province is not None:
        _check_arguments(text, kind, province)
    place = find_province(province) if province is not None else None
    if isinstance(text, str):
        found = _look_up(text)
    elif isinstance(text, KabupatenCode):
        text = text.text
        found = index().codes.get(text, ())
    else:
        found = (Resolution(text, MatchedBy.CODE),)
        text = text.key
    fits = found
    if kind is not None or place is not None:
        fits = tuple(each for each in found if _fits(each.kabupaten, kind, place))
    if len(fits) == 1:
        return fits[0]
    _check_arguments(text, kind, province)  # again, since only a miss asks whether there was any text at all
    if fits:
        raise AmbiguousNameError("kabupaten", shown(text), _candidates(fits))
    _refuse_mismatch(found, kind, place)
    raise UnknownNameError("kabupaten", shown(text), "unknown-region", _suggestions(text, kind, place))


def _candidates(found: Found) -> tuple[str, ...]:
    rows = [each.kabupaten for each in found]
    one_province = len({row.province for row in rows}) == 1
    return tuple(str(row) if one_province else unique(row) for row in rows)


def find(
    text: str | KabupatenCode | Kabupaten, *, kind: RegionKind | None = None, province: Province | str | None = None
) -> Kabupaten:
    """Find a kabupaten or kota by what people write; `resolve` says how it was recognised as well.

    Args:
        text: a dotted code of Kemendagri, a name or other spelling, a `KabupatenCode`, or a `Kabupaten`.
        kind: the kind that it must be; decides between Kabupaten Blitar and Kota Blitar.
        province: the province (provinsi) that it must lie in, as a value or as `find_province` reads it.

    Returns:
        The kabupaten or kota.

    Raises:
        AmbiguousNameError: ``ambiguous-region`` where two share the name, with both; none is ever picked.
        UnknownNameError: ``unknown-region``, with the closest names, each of which is found by the same question.
        InvalidValueError: ``code-system`` for four bare digits, ``kind-mismatch`` or ``province-mismatch`` for what is
            known, but of another kind or in another province than asked for, ``empty``.
        WrongTypeError: ``wrong-type``, for numbers too: 11.10 as a number is 11.1.

    >>> find("Kab. Batang"), find("Blitar", kind=RegionKind.KOTA)
    (<Kabupaten 33.25 Kabupaten Batang>, <Kabupaten 35.72 Kota Blitar>)
    """
    return resolve(text, kind=kind, province=province).kabupaten
