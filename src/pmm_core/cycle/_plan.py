"""The plan of a cycle (RHK in the SKP): one practice indicator, competence items, extra duties, seven behaviours."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core._texts import check_id
from pmm_core.cycle._terms import Behaviour
from pmm_core.programmes import HEAD_INDICATORS, TEACHER_INDICATORS, IndicatorFamily, PracticeIndicator

__all__ = [  # the indicators live in programmes, and whoever writes a plan finds them here as well
    "ADVISED_POINTS",
    "HEAD_INDICATORS",
    "MOVER_EVENTS",
    "POINTS",
    "PRACTICE_ITEM",
    "TEACHER_INDICATORS",
    "CompetenceItem",
    "CompetenceKind",
    "ExtraDuty",
    "IndicatorFamily",
    "Plan",
    "PracticeIndicator",
]


@final
@labelled(
    SELF_TRAINING=("peserta pelatihan mandiri", "self-training with real action"),
    PEER_OBSERVATION=("partisipan observasi praktik", "peer observation"),
    COMMUNITY_MOVER=("penggerak komunitas belajar", "mover of a learning community"),
    SPEAKER=("narasumber berbagi praktik baik", "speaker sharing good practice"),
    SHARING_PARTICIPANT=("peserta berbagi praktik baik", "participant of a sharing event"),
    COURSE=("peserta pelatihan/bimtek bersertifikat", "course with certificate"),
    PROGRAMME=("peserta program jangka pendek/menengah", "participant of a programme such as PGP"),
)
class CompetenceKind(Labelled):
    """The kinds of competence development that a plan may hold (RHK pengembangan kompetensi)."""

    SELF_TRAINING = "self-training"
    PEER_OBSERVATION = "peer-observation"
    COMMUNITY_MOVER = "community-mover"
    SPEAKER = "speaker"
    SHARING_PARTICIPANT = "sharing-participant"
    COURSE = "course"
    PROGRAMME = "programme"


POINTS: Final[Mapping[CompetenceKind, int | None]] = MappingProxyType(
    {
        CompetenceKind.SELF_TRAINING: 8,
        CompetenceKind.PEER_OBSERVATION: 8,
        CompetenceKind.COMMUNITY_MOVER: 36,
        CompetenceKind.SPEAKER: 8,
        CompetenceKind.SHARING_PARTICIPANT: 4,
        CompetenceKind.COURSE: 8,
        CompetenceKind.PROGRAMME: None,
    }
)
"""Points of one unit of each kind in 2024 (poin statis); None where the figure was not visible."""
MOVER_EVENTS: Final = 3
"""A mover's points are earned once, by at least so many sharing events in all; fewer earn nothing (our reading)."""
ADVISED_POINTS: Final = (32, 128)
"""The points that are advised to a teacher for a semester; a recommendation, not a bound."""


@final
@attrs.frozen
class CompetenceItem:
    """One item of competence development in a plan.

    Args:
        key: the plan's own id for it, up to 64 letters, digits and ``. _ : / -``; nobody's number.
        kind: what is done.
        count: how many units, for instance self-trainings, or the sharing events of a mover.

    Raises:
        InvalidValueError: ``empty``, ``malformed`` or ``personal-id`` for the key, ``too-small`` for the count.
        WrongTypeError: for a field of the wrong kind.

    >>> CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 2).points
    16
    """

    key: str
    kind: CompetenceKind
    count: int = 1

    def __attrs_post_init__(self) -> None:
        problems = Problems("CompetenceItem")
        check_id(problems, "key", self.key)
        problems.instance("kind", self.kind, CompetenceKind, "a CompetenceKind")
        problems.integer("count", self.count, minimum=1)
        problems.done()

    @property
    def points(self) -> int | None:
        """What it earns by itself by the table of 2024; None where the table has no figure."""
        return _points_of(self.kind, self.count)


def _points_of(kind: CompetenceKind, count: int) -> int | None:
    each = POINTS[kind]
    if each is None:
        return None
    if kind is CompetenceKind.COMMUNITY_MOVER:
        return each if count >= MOVER_EVENTS else 0
    return each * count


@final
@attrs.frozen
class ExtraDuty:
    """One extra duty in a plan (tugas tambahan).

    Args:
        key: the plan's own id for it, as in `CompetenceItem`.
        title: what it is, for instance "pembina ekstrakurikuler".

    Raises:
        InvalidValueError: ``empty``; ``malformed`` or ``personal-id`` for the key.
        WrongTypeError: for a field of the wrong kind.
    """

    key: str
    title: str = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("ExtraDuty")
        check_id(problems, "key", self.key)
        problems.text("title", self.title)
        problems.done()


PRACTICE_ITEM: Final = "practice"
"""The item that evidence of the practice indicator belongs to."""


@final
@attrs.frozen(kw_only=True)
class Plan:
    """What is planned for one period (rencana SKP): results of work and behaviour at work.

    Args:
        indicator: the one indicator of practice.
        competence: the items of competence development.
        duties: the extra duties.
        expectations: what the superior expects of single behaviours beyond the seven values themselves, as pairs.

    Raises:
        InvalidValueError: ``duplicate`` for two items of one key or two expectations of one behaviour, ``empty``.
        WrongTypeError: for a field of the wrong kind.

    >>> plan = Plan(indicator=TEACHER_INDICATORS[1], competence=(
    ...     CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 2),
    ...     CompetenceItem("k2", CompetenceKind.SHARING_PARTICIPANT, 2),
    ...     CompetenceItem("k3", CompetenceKind.PEER_OBSERVATION)))
    >>> plan.points, plan.shortfall
    (32, 0)
    """

    indicator: PracticeIndicator
    competence: tuple[CompetenceItem, ...]
    duties: tuple[ExtraDuty, ...] = ()
    expectations: tuple[tuple[Behaviour, str], ...] = attrs.field(default=(), repr=False)
    item_keys: tuple[str, ...] = attrs.field(init=False, eq=False, repr=False)
    """Everything that evidence can belong to: the practice, the competence items, the duties."""

    def __attrs_post_init__(self) -> None:
        problems = Problems("Plan")
        problems.instance("indicator", self.indicator, PracticeIndicator, "a PracticeIndicator")
        keys = {PRACTICE_ITEM}
        for name, kind in (("competence", CompetenceItem), ("duties", ExtraDuty)):
            values = getattr(self, name)
            if problems.instance(name, values, tuple, "a tuple"):
                for index, item in enumerate(values):
                    if problems.instance(f"{name}[{index}]", item, kind, f"a {kind.__name__}"):
                        if item.key in keys:
                            problems.add(f"{name}[{index}].key", "duplicate", "two items have this key")
                        keys.add(item.key)
        if problems.instance("expectations", self.expectations, tuple, "a tuple of pairs"):
            self._check_expectations(problems)
        problems.done()
        found = (PRACTICE_ITEM, *(item.key for item in self.competence), *(duty.key for duty in self.duties))
        object.__setattr__(self, "item_keys", found)

    def _check_expectations(self, problems: Problems) -> None:
        seen: set[Behaviour] = set()
        for index, pair in enumerate(self.expectations):
            where = f"expectations[{index}]"
            if not problems.instance(where, pair, tuple, "a pair") or len(pair) != len(("behaviour", "text")):
                problems.add(where, "malformed", "must be a pair of a Behaviour and a text")
                continue
            behaviour, text = pair
            if problems.instance(f"{where}[0]", behaviour, Behaviour, "a Behaviour"):
                if behaviour in seen:
                    problems.add(where, "duplicate", "one behaviour has two expectations")
                seen.add(behaviour)
            problems.text(f"{where}[1]", text)

    @property
    def behaviours(self) -> tuple[Behaviour, ...]:
        """The seven values; every plan holds them all."""
        return tuple(Behaviour)

    @property
    def points(self) -> int:
        """The points of all competence items that have a figure in the table of 2024.

        The sharing events of a mover count together, whichever items they stand in, and earn their points once.
        """
        counts: dict[CompetenceKind, int] = {}
        for item in self.competence:
            counts[item.kind] = counts.get(item.kind, 0) + item.count
        return sum(_points_of(kind, count) or 0 for kind, count in counts.items())

    @property
    def shortfall(self) -> int | None:
        """How many points are missing to what is advised to a teacher at least; 0 where nothing is.

        None where nobody knows it: for the plan of a head of school, whose least points no source tells, and where an
        item has no figure in the table of 2024 and the others do not reach what is advised by themselves.
        """
        if self.indicator.family is not IndicatorFamily.TEACHER:
            return None
        missing = max(0, ADVISED_POINTS[0] - self.points)
        if missing and any(POINTS[item.kind] is None for item in self.competence):
            return None
        return missing
