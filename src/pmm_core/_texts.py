"""Checks of short texts and of ids, shared by the people and whatever refers to or counts them.

An id stands in a `repr`, in errors and in tables, so that it must not be somebody's number or address.
"""

import re
from collections.abc import Iterable
from typing import Final

from pmm_core._checks import Problems, kind_of

ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/\-]{0,63}")
SHORT_ID: Final = 15  # below every personal number, so that a short id needs no second look
_PERSONAL: Final = re.compile(r"(?:[0-9]{16}|[0-9]{18})")
_JOINERS: Final = str.maketrans("", "", "._:/-")
_LONGEST: Final = 200


def check_id(problems: Problems, path: str, value: object) -> bool:
    """Check that the value is an id of the caller's own and nobody's NIK, NUPTK or NIP."""
    if not problems.text(path, value):
        return False
    text = str(value)
    if not ID.fullmatch(text):
        return problems.add(path, "malformed", "must be up to 64 letters, digits and . _ : / - after a letter or digit")
    if _PERSONAL.fullmatch(text.translate(_JOINERS)):
        message = "must not have the form of a NIK, NUPTK or NIP; take an id of your own, or a pseudonym"
        return problems.add(path, "personal-id", message)
    return True


def check_line(problems: Problems, path: str, value: object) -> bool:
    """Check that the value is one tidy line; the message never repeats it."""
    if not problems.text(path, value):
        return False
    text = str(value)
    if not is_line(text):
        message = f"must be one line of at most {_LONGEST} characters with single blanks between its words"
        return problems.add(path, "malformed", message)
    return True


def is_line(value: object) -> bool:
    """Tell whether a value is one tidy line, without collecting anything; of all blanks only " " is printable."""
    return (
        isinstance(value, str)
        and 0 < len(value) <= _LONGEST
        and value.isprintable()
        and value[0] != " " != value[-1]
        and "  " not in value
    )


def check_stream(problems: Problems, path: str, values: object, name: str) -> bool:
    """Check that the value can be gone through, without reading it: it may be long and give its things only once."""
    if isinstance(values, Iterable) and not isinstance(values, str | bytes):
        return True
    return problems.add(path, "wrong-type", f"must be an iterable of {name}, not {kind_of(values)}")
