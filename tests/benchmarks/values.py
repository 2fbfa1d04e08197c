"""Building one value and finding one region."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from timing import Plan, Row, bytes_each, compare

from pmm_core import Kabupaten, Measurement, Metric, Role, School, SchoolLevel, Teacher, find, kabupatens
from pmm_core.people import BelajarAccount, EmploymentStatus, Nip, Npsn, Nuptk, PmmProgress
from pmm_core.ranking import TEACHERS_LOGGED_IN
from pmm_core.regions import aliases

DAY = date(2022, 12, 23)


class Peer(BaseModel):
    """The checks of a measurement as pydantic does them: strict, frozen, nothing extra."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True)
    area: Kabupaten
    metric: Metric
    on: date
    numerator: Annotated[int, Field(ge=0)]
    denominator: Annotated[int, Field(ge=0)] | None = None
    size: Annotated[int, Field(ge=0)] | None = None

    @model_validator(mode="after")
    def fits(self) -> "Peer":
        """Refuse more than the base holds, and a base where the metric has none."""
        if self.denominator is not None:
            if self.metric.base is None:
                raise ValueError("denominator: must be left out")
            if self.numerator > self.denominator:
                raise ValueError("numerator: must not exceed the denominator")
        return self


def one_line(text: str) -> str:
    """Refuse what is not one tidy line."""
    if not text.isprintable() or text != " ".join(text.split()):
        raise ValueError("must be one line with single blanks between its words")
    return text


Line = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(one_line)]
PERSONAL = re.compile(r"[0-9]{16}|[0-9]{18}")
JOINERS = str.maketrans("", "", "._:/-")


class TeacherPeer(BaseModel):
    """The checks of a teacher as pydantic does them."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True)
    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:/\-]{0,63}$")]
    role: Role
    workplace: School | Kabupaten
    level: SchoolLevel | None = None
    subject: Line | None = None
    employment: EmploymentStatus | None = None
    nip: Nip | None = None
    nuptk: Nuptk | None = None
    account: BelajarAccount | None = None
    name: Line | None = None
    progress: PmmProgress = PmmProgress()

    @model_validator(mode="after")
    def fits(self) -> "TeacherPeer":
        """Refuse a personal number as id, a number that is not of the employment, and the account of a pupil."""
        if len(self.id) > 15 and PERSONAL.fullmatch(self.id.translate(JOINERS)):
            raise ValueError("id: must not have the form of a personal number")
        if self.nip is not None and self.employment is not None:
            wanted = EmploymentStatus.PPPK if self.nip.has_agreement else EmploymentStatus.PNS
            if self.employment is not wanted:
                raise ValueError("nip: must be of the form of the employment")
        if self.account is not None and self.account.text.endswith((".pelajar.belajar.id", "@belajar.id")):
            raise ValueError("account: must not be the account of a pupil")
        return self


def teachers(plan: Plan) -> list[Row]:
    """Build one teacher by keywords, made up, and weigh it."""
    school = School(npsn=Npsn("20300001"), level=SchoolLevel.SMP, kabupaten=find("Kab. Batang"))
    fields: dict[str, Any] = {
        "id": "t-17",
        "role": Role.TEACHER,
        "workplace": school,
        "level": SchoolLevel.SMP,
        "subject": "IPS",
        "employment": EmploymentStatus.PPPK,
        "nip": Nip.parse("199001012022212001"),
        "progress": PmmProgress(account_registered=True, logged_in=True),
    }
    for wrong in (
        {"id": "1990 0101"},
        {"id": "199001012022212001"},
        {"role": "teacher"},
        {"workplace": "SMP"},
        {"subject": " IPS"},
        {"employment": EmploymentStatus.PNS},
        {"nip": "199001012022212001"},
    ):
        for kind in (Teacher, TeacherPeer):
            try:
                kind(**{**fields, **wrong})
            except ValueError:
                continue
            raise SystemExit(f"{kind.__name__} takes {wrong}")
    calls = {"ours": lambda: Teacher(**fields), "pydantic": lambda: TeacherPeer(**fields)}
    weights = {name: bytes_each(lambda _, call=call: call(), plan) for name, call in calls.items()}  # type: ignore[misc]
    note = "what both refer to, such as school and number, is shared and not counted"
    return [
        compare("Teacher(**fields), 8 fields given", calls, plan, goal=1.1, stretch=0.7),
        Row(
            "bytes of a Teacher",
            weights["ours"],
            {"pydantic": weights["pydantic"]},
            goal=0.15,
            stretch=0.1,
            note=note,
            unit="bytes",
        ),
    ]


def rows(plan: Plan) -> list[Row]:
    """Measure all of it."""
    area = find("Kab. Batang")
    fields: dict[str, Any] = {
        "area": area,
        "metric": TEACHERS_LOGGED_IN,
        "on": DAY,
        "numerator": 3960,
        "denominator": 6000,
    }
    for wrong in ({"numerator": 6001}, {"numerator": -1}, {"numerator": 1.0}, {"on": "2022-12-23"}):
        for kind in (Measurement, Peer):
            try:
                kind(**{**fields, **wrong})
            except ValueError:
                continue
            raise SystemExit(f"{kind.__name__} takes {wrong}")
    note = "the goal is that of a Teacher"
    found = [
        *teachers(plan),
        compare(
            "Measurement(**fields)",
            {"ours": lambda: Measurement(**fields), "pydantic": lambda: Peer(**fields)},
            plan,
            goal=1.1,
            stretch=0.7,
            note=note,
        ),
        compare(
            "Measurement.share(...)",
            {
                "ours": lambda: Measurement.share(area, TEACHERS_LOGGED_IN, 3960, of=6000, on=DAY),
                "pydantic": lambda: Peer(
                    area=area, metric=TEACHERS_LOGGED_IN, on=DAY, numerator=3960, denominator=6000
                ),
            },
            plan,
            goal=1.1,
            stretch=0.7,
            note=note,
        ),
    ]
    alias = aliases()[0].text
    names = {row.official_name: row for row in kabupatens()}
    for how, text in (("name", "Kab. Batang"), ("alias", alias), ("squashed", "kab-batang"), ("code", "33.25")):
        names[text] = find(text)
        calls = {"ours": lambda text=text: find(text), "dict": lambda text=text: names[text]}  # type: ignore[misc]
        found.append(compare(f"find() by {how}", calls, plan, note="the peer knows this one spelling and no other"))
    return found
