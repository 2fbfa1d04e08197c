"""Checks that every value is put through: one message shape, all problems at once, no value of a personal field.

A check returns whether its value may be used by the next check; what it found stays with the collector until
`done` raises it.  Callers test the common, valid case inline first, so that a good value pays nothing.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from pmm_core.errors import InvalidValueError, Problem, WrongTypeError

Exact = int | Fraction | Decimal
"""The exact numbers: whole, fraction, decimal.  Never a float."""

_TYPE_CODES: Final = frozenset({"wrong-type", "bool-for-int", "float-for-exact", "datetime-for-date"})
_DIGITS: Final = 60  # far above anything that is counted or published, far below what slows arithmetic down
MOST: Final = 10**_DIGITS
"""No whole number from here on is taken; ways past the checks ask for it themselves."""
_PERSONAL: Final = re.compile(r"\d(?:[\W_]{0,3}\d){5}|[@＠﹫]")  # digits of any script
_SHOWN: Final = 60


def kind_of(value: object) -> str:
    """Name the kind of a value for a message, never the value itself."""
    return "None" if value is None else type(value).__name__


def shown(text: str) -> str:
    """Quote a text for a message: shortened, and hidden where it could be a personal number or an address."""
    if _PERSONAL.search(text):
        return f"a text of {len(text)} characters"
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


class Problems:
    """Collects what is wrong with one value and raises it all at once."""

    __slots__ = ("_found", "_subject")

    def __init__(self, subject: str) -> None:
        self._subject = subject
        self._found: list[Problem] = []

    def add(self, path: str, code: str, message: str) -> bool:
        """Note a problem; returns False, so that a check can end with it."""
        self._found.append(Problem(path, code, message))
        return False

    @property
    def clean(self) -> bool:
        """Whether nothing was found so far."""
        return not self._found

    def done(self) -> None:
        """Raise everything that was found, or do nothing."""
        if self._found:
            found = tuple(self._found)
            wrong = any(problem.code in _TYPE_CODES for problem in found)
            raise (WrongTypeError if wrong else InvalidValueError)(self._subject, found)

    def instance(self, path: str, value: object, kind: type[Any] | tuple[type[Any], ...], name: str) -> bool:
        """Check that the value is of the given kind; *name* is how the message calls it."""
        if isinstance(value, kind):
            return True
        return self.add(path, "wrong-type", f"must be {name}, not {kind_of(value)}")

    def each_of(self, path: str, values: Iterable[Any], check: "Callable[[Problems, str, Any], object]") -> None:
        """Check each element of a set; what is found stands in an order of its own, since a set has none that stays."""
        first = len(self._found)
        for value in values:
            check(self, path, value)
        self._found[first:] = sorted(self._found[first:], key=_by_code)

    def text(self, path: str, value: object) -> bool:
        """Check that the value is a text with something in it."""
        if not isinstance(value, str):
            return self.add(path, "wrong-type", f"must be a text, not {kind_of(value)}")
        return bool(value.strip()) or self.add(path, "empty", "must not be empty")

    def integer(self, path: str, value: object, *, minimum: int | None = 0, maximum: int | None = None) -> bool:
        """Check that the value is a whole number within its bounds; a bool is none."""
        if isinstance(value, bool):
            return self.add(path, "bool-for-int", "must be a whole number, not bool")
        if isinstance(value, float):
            return self.add(path, "float-for-exact", "must be a whole number, not float; write it as an int")
        if not isinstance(value, int):
            return self.add(path, "wrong-type", f"must be a whole number, not {kind_of(value)}")
        return self._too_long(path) if _is_long(value) else self._bounds(path, value, minimum, maximum)

    def exact(self, path: str, value: object, *, minimum: int | None = 0, maximum: int | None = None) -> bool:
        """Check that the value is an exact, finite number within its bounds."""
        if isinstance(value, bool):
            return self.add(path, "bool-for-int", "must be an exact number, not bool")
        if isinstance(value, float):
            hint = "must be an exact number, not float; write Decimal('67.82') or Fraction(1414, 2085)"
            return self.add(path, "float-for-exact", hint)
        if isinstance(value, Decimal) and not value.is_finite():
            return self.add(path, "not-finite", "must be a finite number")
        if not isinstance(value, int | Fraction | Decimal):
            return self.add(path, "wrong-type", f"must be an exact number, not {kind_of(value)}")
        return self._too_long(path) if _is_long(value) else self._bounds(path, value, minimum, maximum)

    def _too_long(self, path: str) -> bool:
        return self.add(path, "out-of-range", f"must have at most {_DIGITS} digits and places")

    def _bounds(self, path: str, value: Exact, minimum: int | None, maximum: int | None) -> bool:
        if minimum is not None and value < minimum:
            if minimum == 0:
                return self.add(path, "negative", "must not be negative")
            return self.add(path, "too-small", f"must be at least {minimum}")
        if maximum is not None and value > maximum:
            return self.add(path, "too-large", f"must be at most {maximum}")
        return True

    def day(self, path: str, value: object) -> bool:
        """Check that the value is a calendar day; a datetime is none."""
        if isinstance(value, datetime):
            return self.add(path, "datetime-for-date", "must be a date, not datetime; take its .date()")
        if not isinstance(value, date):
            return self.add(path, "wrong-type", f"must be a date, not {kind_of(value)}")
        return True


def _by_code(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def _is_long(value: Exact) -> bool:
    if isinstance(value, Decimal):
        return abs(value.adjusted()) > _DIGITS or len(value.as_tuple().digits) > _DIGITS
    return not -MOST < value.numerator < MOST or value.denominator >= MOST


def items(problems: Problems, path: str, values: Iterable[Any], name: str) -> tuple[Any, ...]:
    """Read an iterable once; a text or a single value is no collection of things.

    The things of a set are sorted by their kind, so that those of a wrong kind have the same places every time.
    """
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without a type checker
        problems.add(path, "wrong-type", f"must be an iterable of {name}, not {kind_of(values)}")
        return ()
    return tuple(sorted(values, key=kind_of) if isinstance(values, set | frozenset) else values)
