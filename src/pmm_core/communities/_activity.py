"""What communities and offices do together, and who came.

Press reports give what they know: 40 + 3 + 1 = 44; 100 + 35 in four meetings; 207 in person and an unknown number
online.  So a number may be unknown (None), while what is known must add up exactly to every total that is given.
"""

from datetime import date
from itertools import pairwise
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core._texts import check_id, check_line
from pmm_core.people import Role
from pmm_core.regions import Kabupaten


@final
@labelled(
    COACHING_CLINIC=("coaching clinic", "coaching clinic"),
    BIMTEK=("bimbingan teknis", "technical training"),
    STUDY_VISIT=("kunjungan studi", "study visit"),
    WEBINAR=("webinar", "webinar"),
    SHARING=("berbagi praktik baik", "sharing of good practice"),
    OTHER=("kegiatan lain", "other activity"),
)
class ActivityKind(Labelled):
    """Kinds of activities (jenis kegiatan).

    >>> ActivityKind("bimtek").label_en
    'technical training'
    """

    COACHING_CLINIC = "coaching-clinic"
    BIMTEK = "bimtek"
    STUDY_VISIT = "study-visit"
    WEBINAR = "webinar"
    SHARING = "sharing"
    OTHER = "other"


@final
@labelled(OFFLINE=("luring", "in person"), ONLINE=("daring", "online"))
class AttendanceMode(Labelled):
    """How somebody attends (moda): in person (luring) or online (daring).

    >>> AttendanceMode("online").label_id
    'daring'
    """

    OFFLINE = "offline"
    ONLINE = "online"


@final
@attrs.frozen
class Headcount:
    """How many of one sort attended (jumlah peserta).

    Args:
        role: what they are.
        number: how many, or None where unknown.
        mode: how they attended, or None where it is not said.
        group: what tells them from others of the same role and mode, for instance their subject; one line or empty.

    Raises:
        InvalidValueError: ``negative``, or ``malformed`` for the group.
        WrongTypeError: for a field of the wrong kind.

    >>> Headcount(Role.TEACHER, 100, group="IPS").number
    100
    """

    role: Role
    number: int | None
    mode: AttendanceMode | None = attrs.field(default=None, kw_only=True)
    group: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = Problems("Headcount")
        problems.instance("role", self.role, Role, "a Role")
        if self.number is not None:
            problems.integer("number", self.number)
        if self.mode is not None:
            problems.instance("mode", self.mode, AttendanceMode, "an AttendanceMode")
        if self.group != "":
            check_line(problems, "group", self.group)
        problems.done()


_MODES: Final = (AttendanceMode.OFFLINE, AttendanceMode.ONLINE)


@final
@attrs.frozen(kw_only=True)
class Attendance:
    """Who attended, by role and mode, with the totals that are known (kehadiran).

    A total need not be given.  Where it is, there must be a way to fill in what is unknown so that everything adds up.

    Args:
        counts: the parts, each role, mode and group once.
        total: how many in all, or None.
        offline: how many in person (luring), or None.
        online: how many online (daring), or None.

    Raises:
        InvalidValueError: ``attendance-sum`` for every total that does not add up, ``duplicate``, ``negative``.
        WrongTypeError: for a field of the wrong kind.

    >>> parts = (Headcount(Role.TEACHER, 40), Headcount(Role.HEAD, 3), Headcount(Role.SUPERVISOR, 1))
    >>> Attendance(counts=parts, total=44).size
    44
    """

    counts: tuple[Headcount, ...] = ()
    total: int | None = None
    offline: int | None = None
    online: int | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Attendance")
        if problems.instance("counts", self.counts, tuple, "a tuple of headcounts"):
            seen: set[tuple[Role, AttendanceMode | None, str]] = set()
            for index, each in enumerate(self.counts):
                if problems.instance(f"counts[{index}]", each, Headcount, "a Headcount"):
                    sort = (each.role, each.mode, each.group)
                    if sort in seen:
                        problems.add(f"counts[{index}]", "duplicate", "role, mode and group occur twice")
                    seen.add(sort)
        for path, number in (("total", self.total), ("offline", self.offline), ("online", self.online)):
            if number is not None:
                problems.integer(path, number)
        problems.done()
        self._check_sums(problems)
        problems.done()

    def _known(self, *modes: AttendanceMode | None) -> int:
        return sum(each.number or 0 for each in self.counts if each.mode in modes)

    def _open(self, *modes: AttendanceMode | None) -> bool:
        """Whether an unknown number may stand behind these modes; without any parts, everything is unknown."""
        return not self.counts or any(each.number is None for each in self.counts if each.mode in modes)

    def _check_sums(self, problems: Problems) -> None:
        """Compare each total, given or following from the others, with the least and the most that the parts allow."""
        everything = self._known(*_MODES, None)
        most = None if self._open(*_MODES, None) else everything
        sound = self.total is None or _check_between(problems, "total", self.total, everything, most)
        for mode, given in ((AttendanceMode.OFFLINE, self.offline), (AttendanceMode.ONLINE, self.online)):
            number = self.of_mode(mode)
            if number is not None and (sound or given is not None):
                path = "total" if given is None else mode.value
                upper = None if self._open(mode, None) else self._known(mode, None)
                sound = _check_between(problems, path, number, self._known(mode), upper) and sound
        offline, online = self.of_mode(AttendanceMode.OFFLINE), self.of_mode(AttendanceMode.ONLINE)
        if not sound or offline is None or online is None:
            return
        if self.total is None:
            path = "online" if self.offline is None else "offline"
            _check_between(problems, path, offline + online, everything, most)
        elif offline + online != self.total:
            problems.add("total", "attendance-sum", f"must be {offline} + {online}, which is {offline + online}")

    def of_mode(self, mode: AttendanceMode) -> int | None:
        """How many attended in this way.

        Args:
            mode: offline or online.

        Returns:
            The number of people; None where the figures do not tell.
        """
        mine, other = (self.offline, self.online) if mode is AttendanceMode.OFFLINE else (self.online, self.offline)
        if mine is not None:
            return mine
        if self.total is not None and other is not None:
            return self.total - other
        return None if self._open(mode, None) or self._known(None) else self._known(mode)

    def of_role(self, role: Role) -> int | None:
        """How many of this role attended.

        Args:
            role: which role, in whatever mode.

        Returns:
            The number of people; None where a part of them is unknown.
        """
        mine = [each.number for each in self.counts if each.role is role]
        known = [number for number in mine if number is not None]
        return sum(known) if self.counts and len(known) == len(mine) else None

    @property
    def size(self) -> int | None:
        """How many attended in all; None where the figures do not tell."""
        if self.total is not None:
            return self.total
        if self.offline is not None and self.online is not None:
            return self.offline + self.online
        return None if self._open(*_MODES, None) else self._known(*_MODES, None)


def _check_between(problems: Problems, path: str, number: int, least: int, most: int | None) -> bool:
    if number < least:
        return problems.add(path, "attendance-sum", f"leaves {number}, but the parts hold {least}")
    if most is not None and number > most:
        return problems.add(path, "attendance-sum", f"leaves {number}, but the parts hold {most} at most")
    return True


_NONE_COUNTED: Final = Attendance()


@final
@attrs.frozen(kw_only=True)
class Activity:
    """An event for educators (kegiatan): on a day, on several, or on days that nobody wrote down.

    Args:
        kind: what sort of event.
        name: what it was called, one line without names of persons.
        days: the days that are known, in order, each once.
        day_count: how many days it took, or None where unknown.
        sessions: how many sessions or meetings (sesi, pertemuan) were held, or None; at least one a day.
        attendance: who came.
        kabupaten: where, or None.
        community: the id of the learning community that held it, or None.

    Raises:
        InvalidValueError: ``malformed`` for days out of order or a text, ``too-small`` for fewer days than are known or
            fewer sessions than days, ``empty``, ``personal-id``.
        WrongTypeError: ``datetime-for-date`` and others.

    >>> clinic = Activity(kind=ActivityKind.COACHING_CLINIC, name="Angkatan 7", day_count=1, sessions=2)
    >>> clinic.first_day is None, clinic.sessions
    (True, 2)
    """

    kind: ActivityKind
    name: str
    days: tuple[date, ...] = ()
    day_count: int | None = None
    sessions: int | None = None
    attendance: Attendance = _NONE_COUNTED
    kabupaten: Kabupaten | None = None
    community: str | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Activity")
        problems.instance("kind", self.kind, ActivityKind, "an ActivityKind")
        check_line(problems, "name", self.name)
        least = self._check_days(problems)
        if self.day_count is not None and problems.integer("day_count", self.day_count, minimum=least):
            least = self.day_count
        if self.sessions is not None:
            problems.integer("sessions", self.sessions, minimum=least)
        problems.instance("attendance", self.attendance, Attendance, "an Attendance")
        if self.kabupaten is not None:
            problems.instance("kabupaten", self.kabupaten, Kabupaten, "a Kabupaten")
        if self.community is not None:
            check_id(problems, "community", self.community)
        problems.done()

    def _check_days(self, problems: Problems) -> int:
        """Check the days; returns the least number of days that it took."""
        if not problems.instance("days", self.days, tuple, "a tuple of dates"):
            return 1
        dated = [problems.day(f"days[{index}]", day) for index, day in enumerate(self.days)]
        if all(dated) and any(one >= other for one, other in pairwise(self.days)):
            problems.add("days", "malformed", "must be in order, each day once")
        return max(1, len(self.days))

    @property
    def first_day(self) -> date | None:
        """The first day that is known."""
        return self.days[0] if self.days else None

    @property
    def last_day(self) -> date | None:
        """The last day that is known."""
        return self.days[-1] if self.days else None
