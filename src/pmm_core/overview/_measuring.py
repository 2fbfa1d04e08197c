"""From cycles to rankings: per kabupaten, the share of teachers whose cycle has come to a milestone.

The base is all teachers of a kabupaten, those without a cycle too: somebody for whom none was opened has not come to
stage 1.  No source publishes such a figure; that it is counted so is our design.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from pmm_core._checks import Problems, items
from pmm_core._texts import check_stream
from pmm_core.calendar import Period
from pmm_core.cycle import PerformanceCycle
from pmm_core.overview._milestones import REACHED, Milestone, Place
from pmm_core.overview._reading import check_question, read
from pmm_core.people import COUNTED_ROLES, Role, Teacher
from pmm_core.ranking import TEACHERS, Funnel, Measurement, Metric, Scale
from pmm_core.regions import Kabupaten
from pmm_core.sources import _works


def _metric(key: str, label_id: str, label_en: str) -> Metric:
    return Metric(
        key=key,
        label_id=f"guru {label_id}",
        label_en=f"teachers {label_en}",
        unit=TEACHERS,
        base=TEACHERS,
        scale=Scale.SHARE,
        source=_works.OUR_DESIGN,
    )


PLANS_AGREED: Final = _metric("plan-agreed", "dengan RHK yang disepakati", "with an agreed plan")
"""Teachers whose plan was agreed by both, of all teachers."""

STAGE_METRICS: Final = tuple(
    _metric(f"stage-{number}-reached", f"yang menuntaskan tahap {number}", f"who concluded stage {number}")
    for number in range(1, 6)
)
"""The five stages, each as the share of teachers who concluded it."""
TEACHERS_RATED: Final = _metric("rated", "yang sudah dinilai", "who were rated")
"""Teachers whose performance was rated, of all teachers."""

STAGE_FUNNEL: Final = Funnel((PLANS_AGREED, *STAGE_METRICS))
"""From the agreed plan through the five stages; the steps only narrow."""

_MILESTONES: Final[Mapping[str, Milestone]] = MappingProxyType(
    dict(
        zip(
            (metric.key for metric in (*STAGE_FUNNEL.steps, TEACHERS_RATED)),
            (
                Milestone.PLAN_AGREED,
                Milestone.STAGE_1,
                Milestone.STAGE_2,
                Milestone.STAGE_3,
                Milestone.STAGE_4,
                Milestone.STAGE_5,
                Milestone.RATED,
            ),
            strict=True,
        )
    )
)
_KNOWN: Final = frozenset((*STAGE_FUNNEL.steps, TEACHERS_RATED))
_Standing = dict[Place | None, int]


def measure_stages(
    teachers: Iterable[Teacher],
    cycles: Iterable[PerformanceCycle],
    *,
    on: date,
    metrics: Iterable[Metric] = STAGE_METRICS,
    roles: Iterable[Role] = COUNTED_ROLES,
    among: Iterable[Kabupaten] = (),
) -> tuple[Measurement, ...]:
    """Measure per kabupaten how many of the teachers have come how far, in one pass over each.

    A cycle belongs to the teacher with the id of its employee.  What is kept is one place for each cycle and the ids.

    Args:
        teachers: whom to count, each once.
        cycles: their cycles of one period, at most one each; whoever has none stays in the base.
        on: the day; what happened later does not count.
        metrics: which figures, of `STAGE_METRICS`, `PLANS_AGREED` and `TEACHERS_RATED`; ask for one to rank by it.
        roles: whose cycles count; teachers only where it is left out.
        among: kabupaten that are measured in any case, on an empty base where nobody works there.

    Returns:
        One share for each metric and kabupaten, metric by metric, in the order of the codes.

    Raises:
        InvalidValueError: ``wrong-metric`` for another metric, ``duplicate`` for an id that occurs twice,
            ``other-period`` for cycles of two periods, ``unknown-teacher`` for the cycle of somebody who is not there.
        WrongTypeError: ``datetime-for-date`` for the day, ``wrong-type`` for anything else.

    >>> from datetime import date
    >>> from pmm_core.people import Role, Teacher
    >>> from pmm_core.regions import find
    >>> guru = Teacher(id="t-1", role=Role.TEACHER, workplace=find("Kab. Batang"))
    >>> measure_stages([guru], [], on=date(2024, 3, 7), metrics=[PLANS_AGREED])
    (<Measurement 33.25 plan-agreed 2024-03-07: 0 of 1>,)
    """
    problems = Problems("measure_stages")
    check_question(problems, cycles, on)
    wanted = _checked(problems, "metrics", metrics, Metric)
    for index, metric in enumerate(wanted):
        if isinstance(metric, Metric) and metric not in _KNOWN:
            problems.add(f"metrics[{index}]", "wrong-metric", f"{metric.key} is not read off a cycle")
    asked = _checked(problems, "roles", roles, Role)
    listed = _checked(problems, "among", among, Kabupaten)
    check_stream(problems, "teachers", teachers, "teachers")
    problems.done()
    chosen = frozenset(asked)
    places = _places(problems, cycles, on)
    found: dict[Kabupaten, _Standing] = {kabupaten: {} for kabupaten in listed}
    seen: set[str] = set()
    for index, teacher in enumerate(teachers):
        if not problems.instance(f"teachers[{index}]", teacher, Teacher, "a Teacher"):
            continue
        if teacher.id in seen:
            problems.add(f"teachers[{index}]", "duplicate", "has the id of one before")
        seen.add(teacher.id)
        if teacher.role in chosen:
            standing = found.setdefault(teacher.kabupaten, {})
            place = places.get(teacher.id)
            standing[place] = standing.get(place, 0) + 1
    strangers = sum(who not in seen for who in places)
    if strangers:
        problems.add("cycles", "unknown-teacher", f"of people who are not among the teachers: {strangers}")
    problems.done()
    areas = sorted(found, key=_code)
    return tuple(_share(area, metric, found[area], on) for metric in wanted for area in areas)


def _checked(problems: Problems, path: str, values: Iterable[object], kind: type[object]) -> tuple[Any, ...]:
    given = items(problems, path, values, path)
    for index, value in enumerate(given):
        problems.instance(f"{path}[{index}]", value, kind, f"a {kind.__name__}")
    return given


def _places(problems: Problems, cycles: Iterable[PerformanceCycle], on: date) -> dict[str, Place]:
    """Where the cycle of each employee stands."""
    places: dict[str, Place] = {}
    period: Period | None = None
    for number, cycle in enumerate(read(problems, cycles, on), 1):
        period = period or cycle.period
        if cycle.period != period:
            problems.add(f"cycles (no. {number})", "other-period", f"is of {cycle.period}, not of {period}")
        elif cycle.employee.id in places:
            problems.add(f"cycles (no. {number})", "duplicate", f"is a second one of {period} of one person")
        places[cycle.employee.id] = cycle.place
    return places


def _code(kabupaten: Kabupaten) -> str:
    return kabupaten.key


def _share(kabupaten: Kabupaten, metric: Metric, standing: _Standing, on: date) -> Measurement:
    milestone = _MILESTONES[metric.key]
    reached = sum(number for place, number in standing.items() if place and milestone in REACHED[place])
    return Measurement.share(kabupaten, metric, reached, of=sum(standing.values()), on=on)
