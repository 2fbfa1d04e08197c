"""What stands in a calendar file, before it is one."""

from datetime import date
from typing import Final, final

import attrs

from pmm_core._checks import Problems

_DOMAIN: Final = "@pmm-core"


@final
@attrs.frozen(kw_only=True)
class Entry:
    """One event of whole days.

    Args:
        key: what it is, in words that never change; the same thing has the same key in every file.
        first: its first day.
        last: its last day.
        summary: the line that a calendar shows.
        description: what stands behind it.
        categories: what it belongs to.
        private: whether it is for its owner only.
    """

    key: str
    first: date
    last: date
    summary: str
    description: str
    categories: tuple[str, ...]
    private: bool = False

    def __attrs_post_init__(self) -> None:
        if self.last == date.max:
            problems = Problems("calendar file")
            problems.add("period", "out-of-range", f"must end before {date.max}, since the file names the day after")
            problems.done()

    @property
    def uid(self) -> str:
        """The name by which calendars know it again."""
        return f"{self.key}{_DOMAIN}"


@final
@attrs.frozen
class Sheet:
    """A whole file: how it is called, in which language, and its entries in order.

    Args:
        name: what a calendar calls it.
        code: the code of its language.
        entries: what stands in it.
    """

    name: str
    code: str
    entries: tuple[Entry, ...]


def in_order(entries: list[Entry]) -> tuple[Entry, ...]:
    """By day; of one day, in the order in which they were found."""
    return tuple(sorted(entries, key=lambda entry: (entry.first, entry.last)))
