"""What communities and offices do together, and who came.

Press reports give what they know: 40 + 3 + 1 = 44; 100 + 35 in four meetings; 207 in person and an unknown number
online.  So a number may be unknown (None), while what is known must add up exactly to every total that is given.
"""

from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core._texts import check_id, check_line
from pmm_core.communities._sums import check_asked, check_between, only
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


_OTHER: Final = MappingProxyType(dict(zip(AttendanceMode, reversed(AttendanceMode), strict=True)))


@final
@attrs.frozen(kw_only=True)
class Attendance:
    """Who attended, by role and mode, with the totals that are known (kehadiran).

    A total need not be given.  Where it is, there must be a way to fill in what is unknown so that everything adds up.
    What is asked for is known where all such ways agree on it, and None where they do not.

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

    def _parts(self, mode: AttendanceMode | None, role: Role | None = None, *, others: bool = False) -> tuple[int, int]:
        """The fewest and the most that the parts hold, in one mode or in all; of one role, of all others, or of all."""
        mine = [each for each in self.counts if role is None or (each.role is role) is not others]
        able = [each.number for each in mine if mode is None or each.mode in {mode, None}]
        least = sum(each.number or 0 for each in mine if mode is None or each.mode is mode)
        if self.counts and None not in able:
            return least, sum(number or 0 for number in able)
        figures = (self.total, self.offline, self.online, *(each.number for each in self.counts))
        return least, 1 + 2 * sum(number or 0 for number in figures)  # no bound: more than all of them can force

    def _check_sums(self, problems: Problems) -> None:
        """Compare each total, given or following from the two others, with what the parts allow."""
        total, offline, online = self.total, self.offline, self.online
        sound = total is None or check_between(problems, "total", total, self._parts(None))
        for mode, given, beside in (
            (AttendanceMode.OFFLINE, offline, online),
            (AttendanceMode.ONLINE, online, offline),
        ):
            number = total - beside if given is None and total is not None and beside is not None else given
            if number is not None and (sound or given is not None):
                path = "total" if given is None else mode.value
                sound = check_between(problems, path, number, self._parts(mode)) and sound
        if not sound or offline is None or online is None:
            return
        if total is None:
            check_between(problems, "offline", offline + online, self._parts(None))
        elif offline + online != total:
            problems.add("total", "attendance-sum", f"must be {offline} + {online}, which is {offline + online}")

    def _bounds(self, mode: AttendanceMode | None) -> tuple[int, int]:
        """The fewest and the most that all figures allow, in one mode or in all: offline and online are the total."""
        given = {None: self.total, AttendanceMode.OFFLINE: self.offline, AttendanceMode.ONLINE: self.online}
        told = {each: self._parts(each) if number is None else (number, number) for each, number in given.items()}
        least, most = told.pop(mode)
        (one_least, one_most), (other_least, other_most) = told.values()
        if mode is None:
            return max(least, one_least + other_least), min(most, one_most + other_most)
        return max(least, one_least - other_most), min(most, one_most - other_least)  # the total stands first

    def of_mode(self, mode: AttendanceMode) -> int | None:
        """How many attended in this way.

        Args:
            mode: offline or online.

        Returns:
            The number of people; None where the figures allow several.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a mode.
        """
        check_asked("mode", mode, AttendanceMode, "an AttendanceMode")
        return only(*self._bounds(mode))

    def of_role(self, role: Role) -> int | None:
        """How many of this role attended.

        Args:
            role: which role, in whatever mode.

        Returns:
            The number of people; None where the figures allow several.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a role.
        """
        check_asked("role", role, Role, "a Role")
        least, most = self._parts(None, role)
        for mode in (None, *AttendanceMode):
            (fewest, largest), rest = self._bounds(mode), self._parts(mode, role, others=True)
            beside = (0, 0) if mode is None else self._parts(_OTHER[mode], role)
            least = max(least, fewest - rest[1] + beside[0])
            most = min(most, largest - rest[0] + beside[1])
        return only(least, most)

    @property
    def size(self) -> int | None:
        """How many attended in all; None where the figures allow several."""
        return only(*self._bounds(None))


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
