"""What every event of a cycle has: a day, somebody who recorded it, and a payload that checks itself.

Free texts stay out of every `repr`, since people write names into them.
"""

from datetime import date
from typing import ClassVar

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import check_id
from pmm_core.cycle._kinds import EventKind
from pmm_core.cycle._party import Party


def need(problems: Problems, path: str, value: object) -> bool:
    """Note a payload that was left out; returns whether it is there."""
    return value is not None or problems.add(path, "missing-payload", "must be given")


def need_text(problems: Problems, path: str, value: object) -> None:
    if need(problems, path, value):
        problems.text(path, value)


def need_id(problems: Problems, path: str, value: object) -> None:
    if need(problems, path, value):
        check_id(problems, path, value)


@attrs.frozen(kw_only=True)
class CycleEvent:
    """Something that happened in a cycle.

    Args:
        on: the day.
        by: who did it.

    Raises:
        InvalidValueError: ``missing-payload``, ``empty`` and others, all at once.
        WrongTypeError: for a field of the wrong kind, ``datetime-for-date`` among them.
    """

    kind: ClassVar[EventKind]
    on: date
    by: Party = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems(type(self).__name__)
        problems.day("on", self.on)
        problems.instance("by", self.by, Party, "a Party")
        self._check(problems)
        problems.done()

    def _check(self, problems: Problems) -> None:
        """Check the payload; events without one have nothing to check."""
