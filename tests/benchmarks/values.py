"""Building one value and finding one region."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator
from timing import Plan, Row, compare

from pmm_core import Kabupaten, Measurement, Metric, find, kabupatens
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
    note = "the goal is that of a Teacher, which is not there yet"
    found = [
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
