"""What the core says of one row: its own constructors are called, and their problems told by column and code.

Of a frame come the columns that are no field of a value: a gap where none may be, a word that is no member of an enum,
a number that is too large for exact products.  Such a row is told here, in plain Python, and goes no further.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from pmm_core.calendar import Period
from pmm_core.communities import CommunityKind, LearningCommunity
from pmm_core.cycle import PROCESSES, EventKind, Frame, IndicatorFamily, Party
from pmm_core.errors import InvalidValueError, UnknownNameError, codes
from pmm_core.people import Npsn, PmmProgress, Role, School, SchoolLevel, Teacher
from pmm_core.ranking import POINTS, STANDARD_METRICS, TEACHERS as PEOPLE, Measurement, Metric, Scale
from pmm_core.regions import Kabupaten, kabupatens, provinces
from pmm_core.sources import works

Row = Mapping[str, Any]
Fault = tuple[str, str]
"""A column and a code."""

_KABUPATENS: Final = {kabupaten.key: kabupaten for kabupaten in kabupatens()}
_AREAS: Final = {**_KABUPATENS, **{province.key: province for province in provinces()}}
_METRICS: Final = {metric.key: metric for metric in STANDARD_METRICS}
_PROCESSES: Final = {process.key: process for process in PROCESSES}
_ANYWHERE: Final = _KABUPATENS["33.25"]
_DAY: Final = date(2024, 3, 7)


class Reader:
    """Reads the cells of one row and collects what is wrong with them."""

    def __init__(self, row: Row, **columns: str) -> None:
        """Take the row, and the columns by other paths of problems."""
        self.row = row
        self.columns = columns
        self.found: list[Fault] = []

    def gap(self, *names: str) -> None:
        self.found += [(name, "missing-value") for name in names if self.row[name] is None]

    def word(self, name: str, words: Mapping[str, Any] | type[Any], code: str = "unknown-choice") -> Any:
        text = self.row.get(name)
        if text is None:
            return None
        try:
            return words[text] if isinstance(words, Mapping) else words(text)
        except (KeyError, ValueError):
            self.found.append((name, code))
            return None

    def numbers(self, *names: str) -> None:
        large = [name for name in names if abs(self.row.get(name) or 0) >= 2**31]
        self.found += [(name, "out-of-range") for name in large]

    def build(self, make: Callable[..., Any], column: str = "", **given: Any) -> Any:
        try:
            return make(**given)
        except InvalidValueError as error:
            for problem in error.problems:
                path = self.columns.get(problem.path, problem.path)
                self.found.append((column or path, problem.code))
        return None

    def party(self, prefix: str) -> Party | None:
        """Check somebody by id and role; a role that is none leaves the id to be checked alone."""
        role = self.word(f"{prefix}_role", Role)
        if self.row.get(f"{prefix}_id") is None:
            return None
        party = self.build(Party, f"{prefix}_id", id=self.row[f"{prefix}_id"], role=role or Role.TEACHER)
        return party if role else None


def teacher(row: Row) -> list[Fault]:
    reader = Reader(row)
    reader.gap("id", "role", "kabupaten", "account_registered", "logged_in", "topics_completed")
    role = reader.word("role", Role)
    home = reader.word("kabupaten", _KABUPATENS, "unknown-region")
    level = reader.word("level", SchoolLevel)
    if row.get("school") is not None:
        reader.build(Npsn, "school", text=row["school"])
    reader.numbers("topics_completed")
    if row["id"] is not None:
        reader.build(Teacher, id=row["id"], role=role or Role.TEACHER, workplace=home or _ANYWHERE, level=level)
    progress = {name: row[name] for name in ("account_registered", "logged_in", "topics_completed")}
    if None not in progress.values():
        reader.build(PmmProgress, **progress, topic_count=max(4, row["topics_completed"]))
    return reader.found


def school(row: Row) -> list[Fault]:
    reader = Reader(row)
    reader.gap("npsn", "level", "kabupaten")
    level = reader.word("level", SchoolLevel)
    home = reader.word("kabupaten", _KABUPATENS, "unknown-region")
    if row["npsn"] is not None:
        reader.build(Npsn, "npsn", text=row["npsn"])
    npsn, kecamatan = Npsn("20300001"), row.get("kecamatan")
    reader.build(School, npsn=npsn, level=level or SchoolLevel.SD, kabupaten=home or _ANYWHERE, kecamatan=kecamatan)
    return reader.found


def community(row: Row) -> list[Fault]:
    reader = Reader(row, seat="kabupaten")
    reader.gap("id", "kind")
    kind = reader.word("kind", CommunityKind)
    home: Any = reader.word("kabupaten", _KABUPATENS, "unknown-region")
    if home is not None and kind is CommunityKind.WITHIN_SCHOOL:  # a frame tells where its school is
        home = School(npsn=Npsn("20300001"), level=SchoolLevel.SD, kabupaten=home)
    on = row["registered_on"]
    if row["id"] is not None and ("kabupaten", "unknown-region") not in reader.found:
        online = kind or CommunityKind.ONLINE
        reader.build(LearningCommunity, id=row["id"], name="Berbagi", kind=online, seat=home, registered_on=on)
    return reader.found


def _metric(key: str, *, is_share: bool) -> Metric:
    """The standard metric of this key, or one of the caller's own: a share where there is a base, else a score."""
    own: dict[str, Any] = {"scale": Scale.SHARE, "base": PEOPLE} if is_share else {"scale": Scale.SCORE}
    named: dict[str, Any] = {"key": key, "label_id": "a", "label_en": "a", "unit": POINTS, "source": works()[0]}
    return _METRICS.get(key) or Metric(**named, **own)


def measurement(row: Row) -> list[Fault]:
    reader = Reader(row, key="metric")
    reader.gap("area", "metric", "on", "numerator")
    area = reader.word("area", _AREAS, "unknown-region")
    reader.word("reason", {code.text: code for code in codes()})
    reader.numbers("numerator", "denominator")
    metric = None
    if row["metric"] is not None:
        metric = reader.build(_metric, key=row["metric"], is_share=row["denominator"] is not None)
    metric = metric or _metric("other", is_share=row["denominator"] is not None)
    if row["numerator"] is not None:
        number = {"numerator": row["numerator"], "denominator": row["denominator"]}
        reader.build(Measurement, area=area or _ANYWHERE, metric=metric, on=row["on"] or _DAY, **number)
    return reader.found


def cycle(row: Row) -> list[Fault]:
    reader = Reader(row, superior="superior_id", text="period")
    reader.gap(*(name for name in row if name != "body"))
    if row["cycle"] is not None:
        reader.build(Party, "cycle", id=row["cycle"], role=Role.TEACHER)
    process = reader.word("process", _PROCESSES)
    employee, superior = reader.party("employee"), reader.party("superior")
    period = reader.build(Period.parse, text=row["period"]) if row["period"] is not None else None
    reader.found = [_of_a_frame(fault) for fault in reader.found]
    if employee and superior and process and period:
        try:
            reader.build(Frame, employee=employee, superior=superior, process=process, period=period)
        except UnknownNameError:
            reader.found.append(("period", "unknown-period"))
    # the core tells both of the superior by one path
    return [("superior_role" if code == "wrong-superior" else name, code) for name, code in reader.found]


def _of_a_frame(fault: Fault) -> Fault:
    """A period is read from its text, whatever is wrong with that; a frame takes it without blanks around it only."""
    return ("period", "unknown-period") if fault in {("period", "malformed"), ("year", "too-large")} else fault


def event(row: Row) -> list[Fault]:
    reader = Reader(row)
    reader.gap("cycle", "number", "kind", "on", "by_id", "by_role")
    if row["cycle"] is not None:
        reader.build(Party, "cycle", id=row["cycle"], role=Role.TEACHER)
    reader.word("kind", EventKind)
    reader.word("indicator", IndicatorFamily)
    reader.party("by")
    reader.party("superior")
    reader.numbers("number", "points")
    if row["number"] is not None and row["number"] < 1:
        reader.found.append(("number", "too-small"))
    if (row.get("points") or 0) < 0:
        reader.found.append(("points", "negative"))
    return reader.found


CORE: Final[Mapping[str, Callable[[Row], list[Fault]]]] = {
    "teachers": teacher,
    "schools": school,
    "communities": community,
    "measurements": measurement,
    "cycles": cycle,
    "events": event,
}


def shown_key(parts: list[Any]) -> str | None:
    """The key of a row as it may be told; None where it may not."""
    texts = [part.isoformat() if isinstance(part, date) else str(part) for part in parts if part is not None]
    sound = all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._:/\-]{0,63}", text) for text in texts)
    bare = [re.sub(r"[._:/\-]", "", text) for text in texts]
    if len(texts) < len(parts) or not sound or any(re.search("[0-9]{16}", text) for text in bare):
        return None
    return "#".join(texts)


def shown_value(text: Any) -> str | None:
    """The unknown word as it may be told; None where it may not."""
    looks = re.fullmatch(r"[a-z0-9.\-]{1,40}", text) and not re.search(r"[0-9]([.\-]?[0-9]){5}", text)
    return text if looks else None


def kabupaten_of(key: str) -> Kabupaten:
    return _KABUPATENS[key]
