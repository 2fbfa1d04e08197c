"""Examples per second: our strategies beside a hand-tuned `builds` of the same class."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from timing import Call, Plan, Row, compare

from pmm_core import (
    Kabupaten,
    Measurement,
    Metric,
    Role,
    School,
    SchoolLevel,
    Standings,
    Teacher,
    kabupatens,
    provinces,
    rank,
)
from pmm_core.cycle import TEACHER_INDICATORS, CompetenceItem, CompetenceKind, ExtraDuty, Plan as PlanOfWork
from pmm_core.people import EmploymentStatus, Nip, Npsn, Nuptk, PmmProgress
from pmm_core.ranking import STANDARD_METRICS, TEACHERS, Direction, Group, Scale, TieMethod
from pmm_core.sources import works

EXAMPLES = 200


def drawing(strategy: st.SearchStrategy[Any], examples: int) -> Call:
    """Return a call that draws so many examples and does nothing with them."""

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def test(_value: object) -> None: ...

    return test


def _share(area: Kabupaten, metric: Metric, on: date, one: int, other: int) -> Measurement:
    low, high = sorted((one, other))
    return Measurement.share(area, metric, low, of=high, on=on)


def _figure(area: Kabupaten, metric: Metric, on: date, number: int, base: int) -> Measurement:
    if metric.scale is not Scale.SHARE:
        return Measurement.count(area, metric, number, on=on)
    return Measurement.share(area, metric, number % (base + 1), of=base, on=on)


def _table(metric: Metric, on: date, ties: TieMethod, found: list[tuple[Kabupaten, int, int]]) -> Standings:
    figures = [_figure(area, metric, on, number, base) for area, number, base in found]
    return rank(figures, metric=metric, on=on, ties=ties)


def _key(row: tuple[Kabupaten, int, int]) -> str:
    return row[0].key


def _nip(born: date, month: int, sex: int, serial: int) -> Nip:
    return Nip(f"{born:%Y%m%d}{born.year + 25}{month:02}{sex}{serial:03}")


def _progress(step: int) -> PmmProgress:
    return PmmProgress(account_registered=step > 0, logged_in=step > 1, topics_completed=max(0, step - 2))


def _tuned() -> dict[str, st.SearchStrategy[Any]]:
    """What a careful user of Hypothesis would write for these classes, field by field, without a filter."""
    days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
    words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
    own = st.builds(
        Metric,
        key=words,
        label_id=words,
        label_en=words,
        unit=st.just(TEACHERS),
        base=st.just(TEACHERS),
        scale=st.just(Scale.SHARE),
        direction=st.sampled_from(Direction),
        source=st.sampled_from(works()),
    )
    metrics = st.sampled_from(STANDARD_METRICS) | own
    regions = st.sampled_from(kabupatens())
    numbers = st.integers(0, 1000)
    areas = st.one_of(regions, st.sampled_from(provinces()), st.builds(Group, regions, words, words))
    schools = st.builds(
        School,
        npsn=st.integers(0, 10**8 - 1).map("{:08}".format).map(Npsn),
        level=st.sampled_from(SchoolLevel),
        kabupaten=regions,
        kecamatan=st.none() | words,
        name=st.none() | words,
    )
    asn = st.sampled_from((None, EmploymentStatus.PNS))
    nips = st.builds(
        _nip, st.dates(date(1950, 1, 1), date(1990, 1, 1)), st.integers(1, 12), st.integers(1, 2), st.integers(1, 999)
    )
    teachers = st.builds(
        Teacher,
        id=st.integers(1, 999).map("t-{}".format),
        role=st.sampled_from(Role),
        workplace=regions | schools,
        level=st.none() | st.sampled_from(SchoolLevel),
        subject=st.none() | words,
        employment=asn,
        nip=st.none() | nips,
        nuptk=st.none() | st.integers(1, 10**16 - 1).map("{:016}".format).map(Nuptk),
        name=st.none() | words,
        progress=st.integers(0, 6).map(_progress),
    )
    found = st.lists(st.tuples(regions, numbers, numbers), max_size=8, unique_by=_key)
    items = st.builds(CompetenceItem, words.map("k-{}".format), st.sampled_from(CompetenceKind), st.integers(1, 16))
    duties = st.builds(ExtraDuty, words.map("t-{}".format), words)
    return {
        "measurements()": st.builds(_figure, areas, metrics, days, numbers, numbers),
        "schools()": schools,
        "teachers()": teachers,
        "standings()": st.builds(_table, metrics, days, st.sampled_from(TieMethod), found),
        "plans()": st.builds(
            PlanOfWork,
            indicator=st.sampled_from(TEACHER_INDICATORS),
            competence=st.lists(items, max_size=4, unique_by=lambda item: item.key).map(tuple),
            duties=st.lists(duties, max_size=2, unique_by=lambda duty: duty.key).map(tuple),
        ),
    }


def rows(plan: Plan) -> list[Row]:
    """Measure all of it."""
    from pmm_core import testing as pmm

    shares = [metric for metric in STANDARD_METRICS if metric.scale is Scale.SHARE]
    days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
    numbers = st.integers(0, 1000)
    tuned = st.builds(_share, st.sampled_from(kabupatens()), st.sampled_from(shares), days, numbers, numbers)
    same = pmm.measurements(area=pmm.kabupatens(), metric=st.sampled_from(shares), on=days, scale=Scale.SHARE)
    examples = EXAMPLES if plan.rounds > 3 else 20
    walks, few = pmm.cycles(min_events=20, max_events=20), examples // 4
    twenty = st.lists(_tuned()["plans()"], min_size=20, max_size=20)
    ours = {
        "measurements()": pmm.measurements(),
        "schools()": pmm.schools(),
        "teachers()": pmm.teachers(),
        "standings()": pmm.standings(),
        "plans()": pmm.plans(),
    }
    return [
        compare(
            "measurements(area=, metric=, on=, scale=)",
            {"ours": drawing(same, examples), "builds": drawing(tuned, examples)},
            plan,
            goal=0.8,
            stretch=1.0,
            note="the same choices as the peer; examples per second",
            at_least=True,
        ),
        *(
            compare(
                name,
                {"ours": drawing(ours[name], examples), "builds": drawing(peer, examples)},
                plan,
                goal=0.8,
                stretch=1.0,
                note=NOTES.get(name, "as rich as the peer, or richer; examples per second"),
                at_least=True,
            )
            for name, peer in _tuned().items()
        ),
        compare(
            "cycles() of twenty events",
            {"ours": drawing(walks, few), "builds": drawing(twenty, few)},
            plan,
            note="a walk that could have happened against twenty plans that have nothing to do with each other",
            at_least=True,
        ),
    ]


NOTES = {"standings()": "ours breaks ties, leaves areas out, hides small groups; the peer counts and ranks"}
