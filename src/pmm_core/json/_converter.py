"""The door to cattrs, which is imported when it is asked for."""

from typing import TYPE_CHECKING, Any

from pmm_core._checks import Problems
from pmm_core.codec import Limits
from pmm_core.codec._limits import USUAL

if TYPE_CHECKING:
    from cattrs import Converter


def converter(base: "Converter | None" = None, *, personal: bool = True, limits: Limits = USUAL) -> "Converter":
    """Make a converter of cattrs that knows every public value, for the reader's own classes with our values inside.

    A value is written as it stands inside our documents: without ``kind`` and ``format``, because its class says what
    it is; where a field takes several of our classes, with its ``kind``.  Keep `pmm_core.codec.FORMAT` beside what is
    stored.

    Reading is strict: texts, whole numbers, truth values, days and exact numbers are what they should be and never
    converted, a list is a list, and an object has no unknown keys.  Whatever is wrong comes as one
    `pmm_core.codec.DecodeError` with all paths, without the values.  Messages of the reader's own classes are not
    repeated in it, since they may hold what they complain about.

    Args:
        base: a converter whose other hooks are kept; it stays as it was.  A new one where it is left out; the global
            converter of cattrs is never touched.
        personal: False leaves out what names or identifies a person when our values are written.
        limits: how much is read of each of our values.

    Returns:
        A converter; further hooks can be registered with it.

    Raises:
        ModuleNotFoundError: where cattrs is not installed; the message names the extra.
        WrongTypeError: ``wrong-type`` for a base that is no Converter, and for options of another type.

    >>> import attrs
    >>> from pmm_core import Period, Role
    >>> @attrs.frozen
    ... class Visit:
    ...     period: Period
    ...     by: Role
    ...     minutes: int
    >>> ours = converter()
    >>> ours.unstructure(Visit(Period.parse("2024-S1"), Role.SUPERVISOR, 40))
    {'period': '2024-S1', 'by': 'supervisor', 'minutes': 40}
    >>> ours.structure({"period": "2024-S1", "by": "supervisor", "minutes": "40"}, Visit)
    Traceback (most recent call last):
        ...
    pmm_core.codec.DecodeError: invalid Visit: minutes: must be a whole number, not str [wrong-type]
    """
    try:
        from cattrs import Converter as Known  # noqa: PLC0415 -- optional

        from pmm_core.json._strict import strict  # noqa: PLC0415 -- needs it
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            'pmm_core.json.converter needs cattrs; install it with: pip install "pmm-core[json]"', name=error.name
        ) from error
    given: Any = base
    problems = Problems("question to JSON")
    if given is not None:
        problems.instance("base", given, Known, "a Converter of cattrs")
    problems.instance("personal", personal, bool, "True or False")
    problems.instance("limits", limits, Limits, "Limits")
    problems.done()
    return strict(given, personal, limits)
