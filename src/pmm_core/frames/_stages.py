"""From cycles to rankings over frames: per kabupaten, the share of teachers whose cycle has come to a milestone."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems, items
from pmm_core.calendar import Period
from pmm_core.frames._areas import any_of, is_kabupaten, listed_codes, with_listed
from pmm_core.frames._engine import Cell, Frame, IntoFrameT, beside, day_of, given_back, small
from pmm_core.frames._entry import read, settled
from pmm_core.frames._schemas import TEACHERS
from pmm_core.frames._states import CYCLE_STATES
from pmm_core.frames._tally import stands_at
from pmm_core.overview import PLANS_AGREED, REACHED, STAGE_METRICS, TEACHERS_RATED, Milestone
from pmm_core.people import COUNTED_ROLES, Role
from pmm_core.ranking import Metric
from pmm_core.regions import Kabupaten

_STAGES: Final = (
    Milestone.STAGE_1,
    Milestone.STAGE_2,
    Milestone.STAGE_3,
    Milestone.STAGE_4,
    Milestone.STAGE_5,
)
_MILESTONES: Final[Mapping[Metric, Milestone]] = MappingProxyType(
    {
        PLANS_AGREED: Milestone.PLAN_AGREED,
        **dict(zip(STAGE_METRICS, _STAGES, strict=True)),
        TEACHERS_RATED: Milestone.RATED,
    }
)
_PEOPLE: Final = "people"


def measure_stages(
    teachers: IntoFrameT,
    states: IntoFrameT,
    *,
    on: date,
    period: Period,
    metrics: Iterable[Metric] = STAGE_METRICS,
    roles: Iterable[Role] = COUNTED_ROLES,
    among: Iterable[Kabupaten] = (),
) -> IntoFrameT:
    """Measure per kabupaten how many of the teachers have come how far, as `pmm_core.overview.measure_stages` does.

    The base is all teachers of a kabupaten, those without a cycle too.  A teacher is counted once, also if there were
    two cycles.  Cycles of people who are not among the teachers are not counted; the objects refuse them.

    Args:
        teachers: one row per person as in `TEACHERS`: ``id``, ``role`` and ``kabupaten``.
        states: what the function `states` gave for the day.
        on: the day that was asked for there; the figures hold for it.
        period: whose cycles count.
        metrics: which figures, of `pmm_core.overview.STAGE_METRICS`, `pmm_core.overview.PLANS_AGREED` and
            `pmm_core.overview.TEACHERS_RATED`.
        roles: whose cycles count; teachers only where it is left out.
        among: kabupaten that are measured in any case, on an empty base where nobody works there.

    Returns:
        A frame of the same engine as in `MEASUREMENTS` with one row per kabupaten and metric, in any order: ``area``,
        ``metric``, ``on``, ``numerator``, ``denominator``, and ``reason``: null, or ``unknown-region``.

    Raises:
        InvalidValueError: ``missing-column``, ``duplicate``, ``unknown-engine`` or ``different-engine`` for the frames,
            ``wrong-metric`` for another metric, ``empty`` for none, ``duplicate`` for one that occurs twice.
        WrongTypeError: ``datetime-for-date`` for the day, ``wrong-type`` for anything else.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> from pmm_core.overview import PLANS_AGREED
    >>> teachers = pa.table({"id": ["t-1", "t-2"], "role": ["teacher"] * 2, "kabupaten": ["33.25"] * 2})
    >>> where = pa.table({
    ...     "period": ["2024-S1"], "employee_id": ["t-1"], "state": ["agreed"], "progress": ["prepared"],
    ... })
    >>> period = Period.parse("2024-S1")
    >>> found = measure_stages(teachers, where, on=date(2024, 3, 7), period=period, metrics=[PLANS_AGREED])
    >>> found.select(["area", "metric", "numerator", "denominator"]).to_pylist()
    [{'area': '33.25', 'metric': 'plan-agreed', 'numerator': 1, 'denominator': 2}]
    """
    problems = Problems("measure_stages")
    people = read(problems, "teachers", teachers, TEACHERS, only=("id", "role", "kabupaten"))
    found = read(problems, "states", states, CYCLE_STATES, only=("period", "employee_id", "state", "progress"))
    where = beside(problems, "states", people, found)
    problems.day("on", on)
    problems.instance("period", period, Period, "a Period")
    wanted = _metrics(problems, metrics)
    chosen = items(problems, "roles", roles, "roles")
    for index, role in enumerate(chosen):
        problems.instance(f"roles[{index}]", role, Role, "a Role")
    listed = listed_codes(problems, among)
    people, where = settled(problems, people, where)
    counted = people.filter(any_of("role", sorted({role.value for role in chosen})))
    reached = _reached(where.filter(nw.col("period") == str(period)), wanted)
    sums = counted.join(reached, on="id", how="left").group_by("kabupaten")
    counts = sums.agg(nw.len().alias(_PEOPLE), *(nw.col(metric.key).sum() for metric in wanted))
    return cast(
        "IntoFrameT",
        given_back(
            _shares(with_listed(_filled(counts, wanted), listed, _PEOPLE, *_keys(wanted)), wanted, on), teachers
        ),
    )


def _metrics(problems: Problems, metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    given = items(problems, "metrics", metrics, "metrics")
    if not given and problems.clean:
        problems.add("metrics", "empty", "must name at least one metric")
    for index, metric in enumerate(given):
        if problems.instance(f"metrics[{index}]", metric, Metric, "a Metric"):
            if metric not in _MILESTONES:
                problems.add(f"metrics[{index}]", "wrong-metric", f"{metric.key} is not read off a cycle")
            if metric in given[:index]:
                problems.add(f"metrics[{index}]", "duplicate", f"{metric.key} occurs twice")
    return given


def _keys(metrics: Iterable[Metric]) -> tuple[str, ...]:
    return tuple(metric.key for metric in metrics)


def _reached(states: Frame, metrics: tuple[Metric, ...]) -> Frame:
    """For each employee and metric 1 if the milestone is reached and 0 if not."""
    flags = [
        nw.when(stands_at(place for place, reached in REACHED.items() if _MILESTONES[metric] in reached))
        .then(nw.lit(1))
        .otherwise(nw.lit(0))
        .alias(metric.key)
        for metric in metrics
    ]
    each = states.select(nw.col("employee_id").alias("id"), *flags)
    return each.group_by("id").agg(*(nw.col(metric.key).max() for metric in metrics))


def _filled(counts: Frame, metrics: tuple[Metric, ...]) -> Frame:
    # after a join, Dask holds texts in another way than its small tables do
    return counts.with_columns(
        nw.col("kabupaten").cast(nw.String()), *(nw.col(metric.key).fill_null(0) for metric in metrics)
    )


def _shares(counts: Frame, metrics: tuple[Metric, ...], on: date) -> Frame:
    """One row per kabupaten and metric, out of one row per kabupaten."""
    asked: dict[str, list[Cell]] = {"metric": [*_keys(metrics)], "_step": [*range(len(metrics))]}
    numerator: nw.Expr = nw.lit(0)
    for index, metric in enumerate(metrics):
        numerator = nw.when(nw.col("_step") == index).then(nw.col(metric.key)).otherwise(numerator)
    reason = nw.when(~is_kabupaten(counts, "kabupaten")).then(nw.lit("unknown-region"))
    return counts.join(small(counts, asked), how="cross").select(
        nw.col("kabupaten").alias("area"),
        "metric",
        day_of(counts, on).alias("on"),
        numerator.alias("numerator"),
        nw.col(_PEOPLE).alias("denominator"),
        reason.alias("reason"),
    )
