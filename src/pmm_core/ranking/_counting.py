"""Measurements out of teachers and communities: counted below, given their metric and day here."""

from collections.abc import Callable, Iterable
from datetime import date
from types import MappingProxyType
from typing import Final

from pmm_core._checks import Problems, items
from pmm_core.communities import CommunityKind, LearningCommunity, count_communities
from pmm_core.people import COUNTED_ROLES, AdoptionTally, Role, Teacher, count_adoption
from pmm_core.ranking._funnel import ADOPTION
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._metric import Metric
from pmm_core.ranking._standard import (
    ACCOUNTS_ACTIVATED,
    COMMUNITIES_REGISTERED,
    TEACHERS_LOGGED_IN,
    TOPICS_COMPLETED,
)
from pmm_core.regions import Kabupaten


def _accounts(tally: AdoptionTally) -> int:
    return tally.accounts


def _logged_in(tally: AdoptionTally) -> int:
    return tally.logged_in


def _topic(index: int) -> Callable[[AdoptionTally], int]:
    return lambda tally: tally.topics[index]


_STEPS: Final[MappingProxyType[str, Callable[[AdoptionTally], int]]] = MappingProxyType(
    {
        ACCOUNTS_ACTIVATED.key: _accounts,
        TEACHERS_LOGGED_IN.key: _logged_in,
        **{metric.key: _topic(index) for index, metric in enumerate(TOPICS_COMPLETED)},
    }
)


def measure_adoption(
    teachers: Iterable[Teacher],
    *,
    on: date,
    metrics: Iterable[Metric] = ADOPTION.steps,
    roles: Iterable[Role] = COUNTED_ROLES,
    among: Iterable[Kabupaten] = (),
) -> tuple[Measurement, ...]:
    """Measure the steps of the adoption funnel per kabupaten, in one pass over the teachers.

    Args:
        teachers: whom to count, each once, with the progress that holds on the day.
        on: the day the figures hold for.
        metrics: which steps; ask for one to rank by it.
        roles: whose progress counts; teachers only where it is left out.
        among: kabupaten that are measured in any case, on an empty base where nobody works there.

    Returns:
        One share for each metric and kabupaten, metric by metric, in the order of the codes.

    Raises:
        InvalidValueError: ``wrong-metric`` for a metric that is no step, ``duplicate`` for an id that occurs twice.
        WrongTypeError: ``datetime-for-date`` for the day, ``wrong-type`` for anything else.

    >>> from datetime import date
    >>> from pmm_core.people import PmmProgress, Role, Teacher
    >>> from pmm_core.regions import find
    >>> batang, inside = find("Kab. Batang"), PmmProgress(account_registered=True, logged_in=True)
    >>> one = Teacher(id="t-1", role=Role.TEACHER, workplace=batang, progress=inside)
    >>> two = Teacher(id="t-2", role=Role.TEACHER, workplace=batang)
    >>> measure_adoption([one, two], on=date(2022, 12, 23), metrics=[TEACHERS_LOGGED_IN])
    (<Measurement 33.25 teachers-logged-in 2022-12-23: 1 of 2>,)
    """
    problems = Problems("measure_adoption")
    problems.day("on", on)
    steps = items(problems, "metrics", metrics, "metrics")
    for index, metric in enumerate(steps):
        known = problems.instance(f"metrics[{index}]", metric, Metric, "a Metric")
        if known and metric not in ADOPTION.steps:
            problems.add(f"metrics[{index}]", "wrong-metric", f"{metric.key} is no step of the adoption funnel")
    problems.done()
    tallies = count_adoption(teachers, roles=roles, topics=len(TOPICS_COMPLETED), among=among)
    return tuple(
        Measurement.share(tally.kabupaten, metric, _STEPS[metric.key](tally), of=tally.people, on=on)
        for metric in steps
        for tally in tallies
    )


def measure_communities(
    communities: Iterable[LearningCommunity],
    *,
    on: date,
    kind: CommunityKind | None = None,
    among: Iterable[Kabupaten] = (),
) -> tuple[Measurement, ...]:
    """Measure the learning communities registered in PMM per kabupaten, in one pass.

    Args:
        communities: which to count, each once; those not registered by that day are passed over.
        on: the day.
        kind: only this kind; all where it is left out.
        among: kabupaten that are measured in any case, with 0 where there is none.

    Returns:
        One count per kabupaten, in the order of the codes.

    Raises:
        InvalidValueError: ``duplicate`` for an id that occurs twice.
        WrongTypeError: ``datetime-for-date`` for the day, ``wrong-type`` for anything else.

    >>> from datetime import date
    >>> from pmm_core.regions import find
    >>> measure_communities([], on=date(2022, 11, 24), among=[find("Batanghari")])
    (<Measurement 15.04 communities-registered 2022-11-24: 0>,)
    """
    tallies = count_communities(communities, on=on, kind=kind, among=among)
    return tuple(
        Measurement.count(tally.kabupaten, COMMUNITIES_REGISTERED, tally.communities, on=on) for tally in tallies
    )
