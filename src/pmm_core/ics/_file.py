"""The file itself; icalendar folds its lines, ends them and escapes what stands in them."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Calendar, Component, Event, vText

from pmm_core.ics._entry import Entry, Sheet

_PRODUCT: Final = "-//pmm_core//pmm_core.ics//{code}"
_FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE: Final = timedelta(minutes=1)
_MOST: Final = 2**31 - 1  # the largest number that a file may hold
_JOINERS: Final = "\u200c\u200d"  # without them some scripts and pictures of people fall apart


def file_of(sheet: Sheet, stamp: datetime) -> Calendar:
    """The calendar of a sheet."""
    made = Calendar()
    name = vText(_line(sheet.name))  # neither is known to icalendar as a text, which would leave it unescaped
    _put(
        made,
        {
            "prodid": _PRODUCT.format(code=sheet.code.upper()),
            "version": "2.0",
            "calscale": "GREGORIAN",
            "name": name,
            "x-wr-calname": name,  # what was there before NAME, and most calendars read
        },
    )
    for entry in sheet.entries:
        made.add_component(_event(entry, stamp))
    return made


def _event(entry: Entry, stamp: datetime) -> Event:
    made = Event()
    _put(
        made,
        {
            "uid": entry.uid,
            "dtstamp": stamp,
            "last-modified": stamp,
            "sequence": _sequence(stamp),
            "dtstart": entry.first,
            "dtend": entry.last + timedelta(days=1),  # the first day that is no longer in it
            "summary": _line(entry.summary),
            "description": "\n".join(map(_line, entry.description.split("\n"))),
            "categories": [_line(category) for category in entry.categories],
            "class": "PRIVATE" if entry.private else "PUBLIC",
            "transp": "TRANSPARENT",  # nobody is busy because of a deadline
        },
    )
    return made


def _sequence(stamp: datetime) -> int:
    """The minutes from 1970 to the stamp, so that a later file never has a lower number, whatever became of its days.

    How often an entry was moved would fall where an extension or an event is taken back, and calendars would keep what
    is wrong.  Seconds would not fit.  Of one minute, and before and after all numbers, the stamp itself decides.
    """
    return min(max(0, (stamp - _FIRST) // _MINUTE), _MOST)


def _put(component: Component, properties: Mapping[str, object]) -> None:
    for name, value in properties.items():
        component.add(name, value)  # pyright: ignore[reportUnknownMemberType] -- typed in part only


def _line(text: str) -> str:
    """A text without line ends and other characters that a calendar file must not hold."""
    return "".join(letter if letter.isprintable() or letter in _JOINERS else " " for letter in text)
