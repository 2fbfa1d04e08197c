"""Rapor Pendidikan: the indicators that are read here, what the report says of each, and what stands behind them.

The codes are the report's own.  Six indicators have priority in primary and secondary education.  D.3 is none of these;
it is here because the practice of heads of school is taken from it, as that of teachers is from D.1.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Exact, Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.programmes._indicator import (
    HEAD_INDICATORS,
    TEACHER_INDICATORS,
    IndicatorFamily,
    PracticeIndicator,
)


@final
@labelled(
    LITERACY=("A.1 kemampuan literasi", "A.1 literacy"),
    NUMERACY=("A.2 kemampuan numerasi", "A.2 numeracy"),
    CHARACTER=("A.3 karakter", "A.3 character"),
    TEACHING_QUALITY=("D.1 kualitas pembelajaran", "D.1 quality of teaching"),
    INSTRUCTIONAL_LEADERSHIP=("D.3 kepemimpinan instruksional", "D.3 instructional leadership"),
    SAFETY_CLIMATE=("D.4 iklim keamanan", "D.4 climate of safety"),
    DIVERSITY_CLIMATE=("D.8 iklim kebinekaan", "D.8 climate of diversity"),
)
class RaporIndicator(Labelled):
    """Indicators of Rapor Pendidikan (indikator), by their codes.

    >>> RaporIndicator("D.1").label_en
    'D.1 quality of teaching'
    """

    LITERACY = "A.1"
    NUMERACY = "A.2"
    CHARACTER = "A.3"
    TEACHING_QUALITY = "D.1"
    INSTRUCTIONAL_LEADERSHIP = "D.3"
    SAFETY_CLIMATE = "D.4"
    DIVERSITY_CLIMATE = "D.8"


PRIORITY_INDICATORS: Final = (
    RaporIndicator.LITERACY,
    RaporIndicator.NUMERACY,
    RaporIndicator.CHARACTER,
    RaporIndicator.TEACHING_QUALITY,
    RaporIndicator.SAFETY_CLIMATE,
    RaporIndicator.DIVERSITY_CLIMATE,
)
"""The six that have priority in primary and secondary education (indikator prioritas dasmen)."""

PRACTICE_FAMILIES: Final[Mapping[RaporIndicator, IndicatorFamily | None]] = MappingProxyType(
    {
        RaporIndicator.LITERACY: None,
        RaporIndicator.NUMERACY: None,
        RaporIndicator.CHARACTER: None,
        RaporIndicator.TEACHING_QUALITY: IndicatorFamily.TEACHER,
        RaporIndicator.INSTRUCTIONAL_LEADERSHIP: IndicatorFamily.HEAD,
        RaporIndicator.SAFETY_CLIMATE: None,
        RaporIndicator.DIVERSITY_CLIMATE: None,
    }
)
"""Whose practice stands behind each indicator; None where nobody's does."""

_KNOWN: Final = MappingProxyType(
    {None: (), IndicatorFamily.TEACHER: TEACHER_INDICATORS, IndicatorFamily.HEAD: HEAD_INDICATORS}
)
PRACTICES: Final[Mapping[RaporIndicator, tuple[PracticeIndicator, ...]]] = MappingProxyType(
    {indicator: _KNOWN[family] for indicator, family in PRACTICE_FAMILIES.items()}
)
"""The practices that stand behind each indicator, as far as their names are known."""


@final
@labelled(POOR=("kurang", "poor"), FAIR=("sedang", "fair"), GOOD=("baik", "good"))
class Achievement(Labelled):
    """The word for how an indicator was achieved (capaian), from the worst to the best.

    >>> [word.label_id for word in Achievement]
    ['kurang', 'sedang', 'baik']
    """

    POOR = "poor"
    FAIR = "fair"
    GOOD = "good"


@final
@labelled(DOWN=("turun", "down"), SAME=("tetap", "unchanged"), UP=("naik", "up"))
class Change(Labelled):
    """The word for how an indicator changed since last year (perubahan), as the report prints it.

    >>> Change("up").label_id
    'naik'
    """

    DOWN = "down"
    SAME = "same"
    UP = "up"


@final
@attrs.frozen(kw_only=True)
class RaporReading:
    """What a report says of one indicator (capaian indikator).

    Word, score and change are the report's own; none of them is worked out here.

    Args:
        indicator: which one.
        achievement: the word.
        score: the score (skor), an exact number.
        change: the word for the change since last year, or None where there is none.

    Raises:
        InvalidValueError: ``negative`` for the score.
        WrongTypeError: ``float-for-exact`` and others.

    >>> from decimal import Decimal
    >>> read = RaporReading(indicator=RaporIndicator.LITERACY, achievement=Achievement.FAIR, score=Decimal("62.5"))
    >>> read.achievement.label_id, read.change
    ('sedang', None)
    """

    indicator: RaporIndicator
    achievement: Achievement
    score: Exact
    change: Change | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("RaporReading")
        problems.instance("indicator", self.indicator, RaporIndicator, "a RaporIndicator")
        problems.instance("achievement", self.achievement, Achievement, "an Achievement")
        problems.exact("score", self.score)
        problems.instance("change", self.change, (Change, type(None)), "a Change or None")
        problems.done()
