"""Deadlines as a calendar file (berkas kalender, ``.ics``) that the usual calendars open.

Needs icalendar: ``pip install "pmm-core[ics]"``.  `period_deadlines` writes the windows and deadlines of a period,
`cycle_deadlines` what one teacher's cycle still needs.  Both give an ``icalendar.Calendar``; its ``to_ical()`` are the
bytes of the file, and where they go is the caller's.
"""

from pmm_core.ics._deadlines import cycle_deadlines, period_deadlines

__all__ = ["cycle_deadlines", "period_deadlines"]


def __dir__() -> list[str]:
    return __all__
