"""Examples per second: our strategies beside a hand-tuned `builds` of the same class."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from timing import Call, Plan, Row, compare

from pmm_core import Kabupaten, Measurement, Metric, kabupatens
from pmm_core.ranking import STANDARD_METRICS, Scale

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


def rows(plan: Plan) -> list[Row]:
    """Measure all of it."""
    from pmm_core import testing as pmm

    shares = [metric for metric in STANDARD_METRICS if metric.scale is Scale.SHARE]
    days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
    numbers = st.integers(0, 1000)
    tuned = st.builds(_share, st.sampled_from(kabupatens()), st.sampled_from(shares), days, numbers, numbers)
    same = pmm.measurements(area=pmm.kabupatens(), metric=st.sampled_from(shares), on=days, scale=Scale.SHARE)
    examples = EXAMPLES if plan.rounds > 3 else 20
    peer = drawing(tuned, examples)
    return [
        compare(
            "measurements(area=, metric=, on=, scale=)",
            {"ours": drawing(same, examples), "builds": peer},
            plan,
            goal=0.8,
            stretch=1.0,
            note="the same choices as the peer; examples per second",
            at_least=True,
        ),
        compare(
            "measurements()",
            {"ours": drawing(pmm.measurements(), examples), "builds": peer},
            plan,
            note="everything a measurement can be, metrics of your own and small groups too; examples per second",
            at_least=True,
        ),
    ]
