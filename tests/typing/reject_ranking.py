"""What must not type-check with the rankings; a marker that is not needed is an error."""

from datetime import date

from pmm_core import find
from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    SCHOOLS_LOGGED_IN,
    Component,
    Measurement,
    MovementKind,
    Scope,
    Team,
    TieMethod,
    Unit,
    rank,
    ranks,
)

day = date(2022, 12, 23)
batang = find("Kab. Batang")
figure = Measurement.count(batang, SCHOOLS_LOGGED_IN, 5, on=day)
table = rank([figure])

Measurement.count("Batang", SCHOOLS_LOGGED_IN, 5, on=day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Measurement.count(batang, SCHOOLS_LOGGED_IN, 5.0, on=day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Measurement.count(batang, SCHOOLS_LOGGED_IN, 5, day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Measurement.share(batang, SCHOOLS_LOGGED_IN, 5, on=day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Measurement.share(batang, SCHOOLS_LOGGED_IN, 5, of=None, on=day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Measurement.count(batang, SCHOOLS_LOGGED_IN, 5, on="2022-12-23")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
figure.numerator = 6  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
rank([figure], TieMethod.DENSE)  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportCallIssue]
rank([figure], ties="dense")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
rank([figure], scope="Jawa Tengah")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
rank(figure)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
rank(table)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ranks([0.5])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
table.text(language="jv")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
table.place_of("Batang")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
table.target("Batang", 5, by=day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
table.target("Batang", rank=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
table.of("Batang").rank + "1"  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
table.compare(figure)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Scope.province("Jawa Tengah")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Component(metric=SCHOOLS_LOGGED_IN, weight=0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Team("Kandeman", SchoolLevel.SD, 3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
MovementKind.UPWARDS  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


class Mine(Unit):  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    """A final class."""
