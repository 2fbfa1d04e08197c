"""Pseudonyms for numbers and addresses: the same value and key give the same text, and nobody else gets back.

A NIP is a birth date, a month, a sex and a serial: some ten thousand million possibilities, which a computer walks
through within the hour if it is hashed without a key.  So there is no bare hash here.
"""

import hmac
from typing import Final

from pmm_core._checks import Problems, kind_of
from pmm_core.people._account import BelajarAccount
from pmm_core.people._identifier import IdentifierBase
from pmm_core.people._nik import Nik
from pmm_core.people._nip import Nip
from pmm_core.people._npsn import Npsn
from pmm_core.people._nuptk import Nuptk

Identifier = Nip | Nuptk | Nik | Npsn | BelajarAccount
"""Any identifier."""

MINIMUM_KEY_BYTES: Final = 32
"""The shortest key, in bytes: as long as the result of SHA-256."""


def pseudonym(value: Identifier | str, *, key: bytes) -> str:
    """Replace an identifier or an id by a text that tells nothing without the key (nama samaran).

    It is HMAC-SHA-256 over the kind of the value, a colon and the canonical text, so that a NIK and a NUPTK with the
    same digits differ.  The kind of a plain text is ``str``; texts are taken as they are, so parse numbers first.

    Args:
        value: the identifier, or any text with something in it.
        key: the secret, at least `MINIMUM_KEY_BYTES` long; the library stores none.  Make it once with
            ``secrets.token_bytes(32)`` and keep it apart from the data.

    Returns:
        64 hexadecimal digits, which serve as an id.

    Raises:
        InvalidValueError: ``too-small`` for a short key, ``empty`` for an empty text.
        WrongTypeError: ``wrong-type`` for a key that is not bytes or a value of another kind.

    >>> from pmm_core.people import Nip, pseudonym
    >>> key = bytes(range(32))
    >>> pseudonym(Nip.parse("19900101 2022 21 2 001"), key=key)[:16]
    'c6c462c62b690586'
    """
    problems = Problems("pseudonym")
    message = ""
    if isinstance(value, IdentifierBase):
        message = f"{type(value).__name__}:{value.text}"
    elif problems.text("value", value):
        message = f"str:{value}"
    if not isinstance(key, bytes):  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without a type checker
        problems.add("key", "wrong-type", f"must be bytes, not {kind_of(key)}")
    elif len(key) < MINIMUM_KEY_BYTES:
        problems.add("key", "too-small", f"must be at least {MINIMUM_KEY_BYTES} bytes long")
    problems.done()
    return hmac.digest(key, message.encode("utf-8", "surrogatepass"), "sha256").hex()
