"""What is counted, on which base, and whether more or less of it is better."""

import re
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.sources import Source

_KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@final
@labelled(HIGHER=("makin tinggi makin baik", "higher is better"), LOWER=("makin rendah makin baik", "lower is better"))
class Direction(Labelled):
    """Which end of the scores is the good one."""

    HIGHER = "higher"
    LOWER = "lower"


@final
@labelled(COUNT=("jumlah", "count"), SHARE=("persentase", "share"), SCORE=("skor", "score"))
class Scale(Labelled):
    """What kind of number is ranked: a count, a share of a base, or a score that counts nothing."""

    COUNT = "count"
    SHARE = "share"
    SCORE = "score"


def _check_key(problems: Problems, key: object) -> None:
    if problems.text("key", key) and not _KEY.fullmatch(str(key)):
        problems.add("key", "malformed", "must be lower-case words and numbers joined by hyphens")


@final
@attrs.frozen
class Unit:
    """A thing that is counted, named in the plural.

    Args:
        key: short and stable, lower case: ``teachers``.
        label_id: the Indonesian wording: ``guru``.
        label_en: the English wording: ``teachers``.

    Raises:
        InvalidValueError: ``malformed`` for a key of another form, ``empty`` for an empty text.
        WrongTypeError: for a field of the wrong kind.

    >>> Unit("schools", "satuan pendidikan", "schools").label_id
    'satuan pendidikan'
    """

    key: str
    label_id: str
    label_en: str

    def __attrs_post_init__(self) -> None:
        problems = Problems("Unit")
        _check_key(problems, self.key)
        problems.text("label_id", self.label_id)
        problems.text("label_en", self.label_en)
        problems.done()


@final
@attrs.frozen(kw_only=True, repr=False)
class Metric:
    """What a table ranks: what is counted, on which base, and which direction is the good one.

    A metric with a base is ranked by share where the bases are known, and by count where only counts were published;
    one table never mixes the two.

    Args:
        key: short and stable, lower case: ``teachers-logged-in``.
        label_id: the Indonesian wording.
        label_en: the English wording.
        unit: what the numerator counts.
        base: what the denominator counts, or None for a plain count.
        scale: `Scale.SHARE` with a base, `Scale.COUNT` without one, `Scale.SCORE` for a number that counts nothing.
        direction: which end is the good one.
        source: where the metric comes from.

    Raises:
        InvalidValueError: ``missing-base`` for a share without a base, ``unexpected-base`` for a count or score with
            one, ``malformed`` or ``empty`` for a text.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core.ranking import SCHOOLS_LOGGED_IN
    >>> SCHOOLS_LOGGED_IN.base.label_en
    'schools implementing Kurikulum Merdeka'
    """

    key: str
    label_id: str
    label_en: str
    unit: Unit
    source: Source
    base: Unit | None = None
    scale: Scale = Scale.COUNT
    direction: Direction = Direction.HIGHER

    def __attrs_post_init__(self) -> None:
        problems = Problems("Metric")
        _check_key(problems, self.key)
        problems.text("label_id", self.label_id)
        problems.text("label_en", self.label_en)
        problems.instance("unit", self.unit, Unit, "a Unit")
        problems.instance("source", self.source, Source, "a Source")
        problems.instance("direction", self.direction, Direction, "a Direction")
        problems.instance("base", self.base, (Unit, type(None)), "a Unit or None")
        if problems.instance("scale", self.scale, Scale, "a Scale"):
            if self.scale is Scale.SHARE and self.base is None:
                problems.add("base", "missing-base", "must be named for a share")
            if self.scale is not Scale.SHARE and self.base is not None:
                problems.add("base", "unexpected-base", f"must be left out for a {self.scale.label_en}")
        problems.done()

    @property
    def more_is_better(self) -> bool:
        """Whether a larger number is a better one."""
        return self.direction is Direction.HIGHER

    def __repr__(self) -> str:
        return f"<Metric {self.key}>"

    def __str__(self) -> str:
        return self.label_en
