"""From rows of teachers to shares of kabupaten: the adoption funnel of the nation in one pass.

The large frame is read once, for sums over the kabupaten; all that follows works on the few hundred rows of sums.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Final, cast

import attrs
import narwhals.stable.v2 as nw

from pmm_core._checks import Problems, items
from pmm_core.frames._areas import any_of, is_kabupaten, listed_codes, with_listed
from pmm_core.frames._engine import Frame, IntoFrameT, day_of, given_back, how_many, small
from pmm_core.frames._entry import read, settled
from pmm_core.frames._places import in_one_piece
from pmm_core.frames._schemas import TEACHERS
from pmm_core.frames._steps import named
from pmm_core.people import COUNTED_ROLES, Role, SchoolLevel
from pmm_core.ranking import ACCOUNTS_ACTIVATED, ADOPTION, TEACHERS_LOGGED_IN, TOPICS_COMPLETED, Metric
from pmm_core.regions import Kabupaten

PEOPLE: Final = "people"
_ACCOUNT: Final = "account_registered"
_LOGGED_IN: Final = "logged_in"
_TOPICS: Final = "topics_completed"
_KABUPATEN: Final = "kabupaten"
_NONE: Final = ""  # stands for the metric where none is asked for, since no engine likes a table without rows

_STEPS: Final[Mapping[str, tuple[str, int]]] = MappingProxyType(
    {
        ACCOUNTS_ACTIVATED.key: (_ACCOUNT, 0),
        TEACHERS_LOGGED_IN.key: (_LOGGED_IN, 0),
        **{metric.key: (_TOPICS, number) for number, metric in enumerate(TOPICS_COMPLETED, start=1)},
    }
)
"""For each metric the column that tells it, and how many topics it takes."""


@attrs.frozen(kw_only=True)
class Question:
    """What is asked of the teachers, once it is known to make sense."""

    on: date
    metrics: tuple[str, ...]
    roles: tuple[str, ...]
    among: tuple[str, ...]
    level: str | None

    @property
    def steps(self) -> tuple[str, ...]:
        """The metrics in the order of the funnel, each once."""
        return tuple(key for key in _STEPS if key in self.metrics)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the answer needs."""
        told = {_STEPS[key][0] for key in self.metrics}
        return ("role", _KABUPATEN, *told, *(("level",) if self.level else ()))


def ask(  # noqa: PLR0917 -- one for each argument of those who ask
    problems: Problems,
    on: date,
    metrics: Iterable[Metric],
    roles: Iterable[Role],
    among: Iterable[Kabupaten],
    level: SchoolLevel | None,
) -> Question:
    """Check the arguments that are no frames, and note what is wrong with them."""
    problems.day("on", on)
    steps = items(problems, "metrics", metrics, "metrics")
    known: list[str] = []
    for index, metric in enumerate(steps):
        if problems.instance(f"metrics[{index}]", metric, Metric, "a Metric"):
            if metric in ADOPTION.steps:
                known.append(metric.key)
            else:
                problems.add(f"metrics[{index}]", "wrong-metric", f"{metric.key} is no step of the adoption funnel")
    chosen = items(problems, "roles", roles, "roles")
    for index, role in enumerate(chosen):
        problems.instance(f"roles[{index}]", role, Role, "a Role")
    listed = listed_codes(problems, among)
    if level is not None:
        problems.instance("level", level, SchoolLevel, "a SchoolLevel")
    return Question(
        on=on,
        metrics=tuple(known),
        roles=tuple(sorted({role.value for role in chosen if isinstance(role, Role)})),
        among=listed,
        level=level.value if isinstance(level, SchoolLevel) else None,
    )


def sums(teachers: Frame, question: Question) -> Frame:
    """Count the people and their steps per kabupaten: the only thing that is done to the large frame."""
    wanted = any_of("role", question.roles)
    if question.level is not None:
        wanted &= nw.col("level") == question.level
    told = {key: _taken(key) for key in question.steps}
    chosen = teachers.filter(wanted).select(_KABUPATEN, *[taken.alias(key) for key, taken in told.items()])
    counts = [how_many(teachers, nw.col(key)).alias(key) for key in told]
    return chosen.group_by(_KABUPATEN).agg(nw.len().alias(PEOPLE), *counts)


def _taken(key: str) -> nw.Expr:
    """Whether somebody has taken the step."""
    column, topics = _STEPS[key]
    return nw.col(column) >= topics if topics else nw.col(column)


def shares(counts: Frame, question: Question) -> Frame:
    """One row per kabupaten and metric, out of one row per kabupaten."""
    return in_one_piece(counts, partial(_shares, question))


def _shares(question: Question, counts: Frame) -> Frame:
    steps = question.steps
    counts = with_listed(counts, question.among, PEOPLE, *steps)
    asked = question.metrics or (_NONE,)
    places = [steps.index(key) for key in question.metrics] or [-1]
    rows = counts.join(small(counts, {"metric": asked, "_step": places}), how="cross").filter(nw.col("metric") != _NONE)
    numerator, before = nw.col(PEOPLE), nw.col(PEOPLE)
    for index, key in enumerate(steps):
        at = nw.col("_step") == index
        numerator = nw.when(at).then(nw.col(key)).otherwise(numerator)
        if index:
            before = nw.when(at).then(nw.col(steps[index - 1])).otherwise(before)
    rows, step = named(rows, numerator=numerator, _before=before)
    widens = nw.when(step["numerator"] > step["_before"]).then(nw.lit("funnel-widens"))
    return rows.select(
        nw.col(_KABUPATEN).alias("area"),
        nw.col("metric"),
        day_of(counts, question.on).alias("on"),
        step["numerator"].alias("numerator"),
        nw.col(PEOPLE).alias("denominator"),
        nw.when(~is_kabupaten(counts, _KABUPATEN)).then(nw.lit("unknown-region")).otherwise(widens).alias("reason"),
    )


def adoption(
    teachers: IntoFrameT,
    *,
    on: date,
    metrics: Iterable[Metric] = ADOPTION.steps,
    roles: Iterable[Role] = COUNTED_ROLES,
    among: Iterable[Kabupaten] = (),
    level: SchoolLevel | None = None,
) -> IntoFrameT:
    """Measure the steps of the adoption funnel per kabupaten, as `pmm_core.ranking.measure_adoption` does for objects.

    What is lazy stays lazy.  The frame is read once; `verify` tells beforehand whether its rows can be trusted.

    Args:
        teachers: one row per person as in `TEACHERS`: ``role``, ``kabupaten``, and the columns that the metrics need.
        on: the day the figures hold for.
        metrics: which steps; ask for one to rank by it.
        roles: whose progress counts; teachers only where it is left out.
        among: kabupaten that are measured in any case, on an empty base where nobody works there.
        level: only those of this level of school (jenjang), by the column ``level``; all where it is left out.

    Returns:
        A frame of the same engine with one row per kabupaten and metric, in any order: ``area``, ``metric``, ``on``,
        ``numerator`` (how many took the step), ``denominator`` (out of how many), and ``reason``: null, or
        ``unknown-region`` for a code that is none, or ``funnel-widens`` where a step counts more than the one before
        it among those asked for.

    Raises:
        InvalidValueError: ``missing-column``, ``duplicate`` or ``unknown-engine`` for the frame, ``wrong-metric`` for a
            metric that is no step.
        WrongTypeError: ``wrong-type`` or ``float-for-exact`` for a column, ``datetime-for-date`` for the day,
            ``wrong-type`` for anything else.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> from pmm_core.ranking import TEACHERS_LOGGED_IN
    >>> teachers = pa.table({
    ...     "role": ["teacher", "teacher", "head"],
    ...     "kabupaten": ["33.25", "33.25", "33.25"],
    ...     "logged_in": [True, False, True],
    ... })
    >>> found = adoption(teachers, on=date(2022, 12, 23), metrics=[TEACHERS_LOGGED_IN])
    >>> found.select(["area", "numerator", "denominator"]).to_pylist()
    [{'area': '33.25', 'numerator': 1, 'denominator': 2}]
    """
    problems = Problems("adoption")
    question = ask(problems, on, metrics, roles, among, level)
    frame = read(problems, "teachers", teachers, TEACHERS, only=question.columns)
    (frame,) = settled(problems, frame)
    return cast("IntoFrameT", given_back(shares(sums(frame, question), question), teachers))
