"""What all identifiers have in common: the verbs, the mask, and messages that never hold the value."""

import re
from datetime import date
from typing import Any, ClassVar, Final, Self, final

import attrs

from pmm_core._checks import Problems, kind_of
from pmm_core._labels import Labelled, labelled
from pmm_core.errors import InvalidValueError

Fault = tuple[str, str]
"""A code and its message."""

LONGEST_INPUT: Final = 100  # grouped digits stay far below; what is longer is no number and need not be read through
_FILLERS: Final = str.maketrans("", "", " \t\r\n\u00a0.-\u2010\u2011\u2013")  # as numbers are grouped when typed
_AS_TEXT: Final = "; a number loses its leading zeros, so keep it as a text"


@final
@labelled(MALE=("laki-laki", "male"), FEMALE=("perempuan", "female"))
class Sex(Labelled):
    """The sex (jenis kelamin) as the numbers of the administration write it.

    >>> Sex("female").label_id
    'perempuan'
    """

    MALE = "male"
    FEMALE = "female"


def check_text(problems: Problems, value: object) -> bool:
    """Check that the value is a text with something in it; a number is told why it is none."""
    if isinstance(value, str):
        return problems.text("text", value)
    hint = _AS_TEXT if isinstance(value, int | float) else ""
    return problems.add("text", "wrong-type", f"must be a text, not {kind_of(value)}{hint}")


def without_fillers(text: str) -> str:
    """Take out blanks, dots and dashes; what is too long for any number is left as it is."""
    return text.translate(_FILLERS) if len(text) <= LONGEST_INPUT else text


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day; no error may carry the digits of a birth date."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@attrs.frozen(repr=False)
class IdentifierBase:
    """A checked text that stands for a person or a school, shown only when it is asked for by ``str``.

    Args:
        text: the canonical text.
    """

    text: str

    _form: ClassVar[re.Pattern[str]]
    _rule: ClassVar[str]

    def __attrs_post_init__(self) -> None:
        text: Any = self.text  # whatever a caller without a type checker gave
        faults: tuple[Fault, ...] = (("malformed", self._rule),)
        if isinstance(text, str) and self._form.fullmatch(text):
            faults = self._faults(text)
            if not faults:
                return
        problems = Problems(type(self).__name__)
        if check_text(problems, text):
            for code, message in faults:
                problems.add("text", code, message)
        problems.done()

    @classmethod
    def _faults(cls, text: str) -> tuple[Fault, ...]:
        """List what is wrong inside a text of the right form; nothing where the form is all that is known."""
        del text
        return ()

    @classmethod
    def _canonical(cls, text: str) -> str:
        """Turn what people write into the canonical text, without any check."""
        return without_fillers(text)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read it as people write it.

        Args:
            text: the number or address; blanks around it are dropped, and blanks, dots and dashes inside a number.

        Returns:
            The identifier.

        Raises:
            InvalidValueError: every problem at once, see the class; no message holds the text.
            WrongTypeError: ``wrong-type`` for anything but a text.
        """
        problems = Problems(cls.__name__)
        check_text(problems, text)
        problems.done()
        return cls(cls._canonical(text))

    @classmethod
    def is_valid(cls, text: object) -> bool:
        """Tell whether `parse` would read it.

        Args:
            text: anything; what is no text is not valid.
        """
        if not isinstance(text, str):
            return False
        try:
            cls.parse(text)
        except InvalidValueError:
            return False
        return True

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"
