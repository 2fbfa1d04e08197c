"""What may be chosen when tables are ranked, checked before anything is asked of the engine."""

from collections.abc import Iterable
from typing import Final, TypeVar

import attrs

from pmm_core._checks import Problems, items, kind_of
from pmm_core._labels import Labelled
from pmm_core.errors import Refusal, RefusedError
from pmm_core.overview import STAGE_FUNNEL, TEACHERS_RATED
from pmm_core.ranking import STANDARD_METRICS, Metric, Scale, ScopeKind, TieBreak, TieBreakKey, TieMethod

_E = TypeVar("_E", bound=Labelled)

KNOWN_METRICS: Final = (*STANDARD_METRICS, *STAGE_FUNNEL.steps, TEACHERS_RATED)
"""What is ranked where nothing else is said: every metric of the library."""


@attrs.frozen(kw_only=True)
class Options:
    """How tables are ranked, once it is known to make sense."""

    within: ScopeKind
    ties: TieMethod
    tie_breaks: tuple[TieBreak, ...] = ()
    metrics: tuple[Metric, ...] = KNOWN_METRICS

    @property
    def keys(self) -> tuple[str, ...]:
        """The metrics that have a table."""
        return tuple(metric.key for metric in self.metrics)

    @property
    def lower(self) -> tuple[str, ...]:
        """Those where less is better."""
        return tuple(metric.key for metric in self.metrics if not metric.more_is_better)

    @property
    def scores(self) -> tuple[str, ...]:
        """Those that count nothing: numerator and denominator are one exact number."""
        return tuple(metric.key for metric in self.metrics if metric.scale is Scale.SCORE)

    @property
    def counts(self) -> tuple[str, ...]:
        """Those that have no base."""
        return tuple(metric.key for metric in self.metrics if metric.scale is Scale.COUNT)

    @property
    def by_base(self) -> bool:
        """Whether a tie is broken by the base, so that whatever has none cannot be ranked."""
        return any(tie.key is TieBreakKey.BASE for tie in self.tie_breaks)

    @property
    def place(self) -> str:
        """The column of the places: halves are carried as twice the place."""
        return "rank_doubled" if self.ties is TieMethod.FRACTIONAL else "rank"


def options(
    problems: Problems,
    *,
    within: ScopeKind | str,
    ties: TieMethod | str,
    tie_breaks: Iterable[TieBreak] = (),
    metrics: Iterable[Metric] = KNOWN_METRICS,
) -> Options:
    """Check the choices, and note what is wrong with them; what frames cannot do is refused by `refuse`."""
    breaks = items(problems, "tie_breaks", tie_breaks, "tie-breaks")
    for index, tie in enumerate(breaks):
        problems.instance(f"tie_breaks[{index}]", tie, TieBreak, "a TieBreak")
    known = items(problems, "metrics", metrics, "metrics")
    seen: set[str] = set()
    for index, metric in enumerate(known):
        if problems.instance(f"metrics[{index}]", metric, Metric, "a Metric"):
            if metric.key in seen:
                problems.add(f"metrics[{index}]", "duplicate", f"{metric.key} occurs twice")
            seen.add(metric.key)
    kind = _choice(problems, "within", within, ScopeKind, "a ScopeKind")
    if kind is ScopeKind.NAMED:
        problems.add("within", "malformed", "must be a region: a name does not say who belongs to it")
    method = _choice(problems, "ties", ties, TieMethod, "a TieMethod")
    return Options(
        within=kind or ScopeKind.PROVINCE, ties=method or TieMethod.COMPETITION, tie_breaks=breaks, metrics=known
    )


def _choice(problems: Problems, path: str, given: object, kind: type[_E], name: str) -> _E | None:
    if isinstance(given, kind):
        return given
    if not isinstance(given, str):
        problems.add(path, "wrong-type", f"must be {name} or its text, not {kind_of(given)}")
        return None
    found = next((member for member in kind if member.value == given), None)
    if found is None:
        texts = ", ".join(str(member.value) for member in kind)
        problems.add(path, "unknown-choice", f"must be one of {texts}")
    return found


def refuse(action: str, asked: Options) -> None:
    """Refuse, with every reason, what makes sense and cannot be said in the columns of a frame."""
    refusals: list[Refusal] = []
    if asked.within is ScopeKind.KABUPATEN:
        wider = tuple(
            f"within {kind.label_en}" for kind in (ScopeKind.PROVINCE, ScopeKind.ISLAND_GROUP, ScopeKind.NATION)
        )
        why = "a frame holds no groups within a kabupaten"
        refusals.append(Refusal("not-over-frames", why, (*wider, "rank_within, with measurements of groups")))
    for tie in asked.tie_breaks:
        if tie.key is TieBreakKey.METRIC:
            why = f"{tie.name} is not in the frame of the metric that is ranked"
            refusals.append(Refusal("not-over-frames", why, ("LARGER_COUNT", "LARGER_BASE", "rank, with measurements")))
    if refusals:
        raise RefusedError(action, tuple(refusals))
