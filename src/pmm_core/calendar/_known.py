"""What is known of the periods: three schemes, the other reading of the first, and one extension.

Semesters of 2024.  The seed says that execution can be done from February to June 2024, and SE 0559 that it runs to the
end of June and that later periods have the same shape.  One school's leaflet (SMAN 1 Cepu) ends execution in May and in
November, since it gives June and December to assessment.  The seed is followed, so that the two phases overlap; the
other reading is a scheme of its own.

Annual period from 2025.  Sources speak of the year 2025 only: planning in January, observation and the rest from
February, assessment from 13 November.  That execution and assessment end with the year, and that the annual evaluation
is due as before, is our design; so is, until a source says otherwise, that later years have the same days.  Hence two
schemes with the same days: in that of 2025 planning rests on the guides alone, in that from 2026 on every day names our
design among its sources.  No end of the second is known, and none is made up.
"""

from datetime import date
from typing import Final

from pmm_core.calendar._period import Extension, Period
from pmm_core.calendar._phase import DeadlineKind, DeadlineRule, Phase, PhaseSpan, YearDay
from pmm_core.calendar._scheme import PeriodPattern, PeriodScheme
from pmm_core.sources import Source
from pmm_core.sources._works import (
    ANNUAL_2025_PRESS,
    CEPU,
    OUR_DESIGN,
    PD7607,
    PD7607_EVALUATION,
    SE0559,
    SEED_BLITAR,
    SIARAN_14119,
)

# Each row: phase, first day, last day, sources
_Row = tuple[Phase, tuple[int, int], tuple[int, int], tuple[Source, ...]]
_NEXT_JANUARY: Final = YearDay(1, 31, years_later=1)


def _spans(*rows: _Row) -> tuple[PhaseSpan, ...]:
    return tuple(
        PhaseSpan(phase=phase, first=YearDay(*first), last=YearDay(*last), sources=sources)
        for phase, first, last, sources in rows
    )


def _semesters(key: str, *, june: bool, note: str) -> PeriodScheme:
    """The two readings differ in the last month of execution only."""
    first_end, second_end = ((6, 30), (12, 31)) if june else ((5, 31), (11, 30))
    second_source = SE0559 if june else CEPU
    first_sources = (SEED_BLITAR, SE0559) if june else (CEPU,)
    first = PeriodPattern(
        label_id="semester 1",
        label_en="first semester",
        first=YearDay(1, 1),
        last=YearDay(6, 30),
        phases=_spans(
            (Phase.PLANNING, (1, 1), (1, 31), (CEPU,)),
            (Phase.EXECUTION, (2, 1), first_end, first_sources),
            (Phase.ASSESSMENT, (6, 1), (6, 30), (CEPU, PD7607_EVALUATION)),
        ),
        deadlines=(
            DeadlineRule(DeadlineKind.PLANNING, YearDay(1, 31), CEPU),
            DeadlineRule(DeadlineKind.EXECUTION, YearDay(*first_end), second_source),
            DeadlineRule(DeadlineKind.EVALUATION, YearDay(6, 30), PD7607_EVALUATION),
        ),
    )
    second = PeriodPattern(
        label_id="semester 2",
        label_en="second semester",
        first=YearDay(7, 1),
        last=YearDay(12, 31),
        phases=_spans(
            (Phase.PLANNING, (7, 1), (7, 31), (CEPU,)),
            (Phase.EXECUTION, (8, 1), second_end, (second_source,)),
            (Phase.ASSESSMENT, (12, 1), (12, 31), (CEPU, PD7607_EVALUATION)),
        ),
        deadlines=(
            DeadlineRule(DeadlineKind.PLANNING, YearDay(7, 31), CEPU),
            DeadlineRule(DeadlineKind.EXECUTION, YearDay(*second_end), second_source),
            DeadlineRule(DeadlineKind.EVALUATION, YearDay(12, 31), PD7607_EVALUATION),
            DeadlineRule(DeadlineKind.ANNUAL_EVALUATION, _NEXT_JANUARY, PD7607_EVALUATION),
        ),
    )
    return PeriodScheme(
        key=key, mark="S", patterns=(first, second), first_year=2024, last_year=2024, source=PD7607, note=note
    )


SEMESTERS_2024: Final = _semesters(
    "semesters-2024",
    june=True,
    note="Execution to the end of June by the seed and SE 0559; one leaflet ends it in May.",
)
SEMESTERS_2024_TO_MAY: Final = _semesters(
    "semesters-2024-to-may",
    june=False,
    note="The other reading, of one leaflet: execution February to May and August to November.",
)


def _annual(
    key: str, first_year: int, last_year: int | None, *, planning: tuple[Source, ...], due: Source, note: str
) -> PeriodScheme:
    """The days are the same in all years; what differs is who says when planning is."""
    pattern = PeriodPattern(
        label_id="tahunan",
        label_en="annual period",
        first=YearDay(1, 1),
        last=YearDay(12, 31),
        phases=_spans(
            (Phase.PLANNING, (1, 1), (1, 31), planning),
            (Phase.EXECUTION, (2, 1), (12, 31), (ANNUAL_2025_PRESS, OUR_DESIGN)),
            (Phase.ASSESSMENT, (11, 13), (12, 31), (SIARAN_14119, OUR_DESIGN)),
        ),
        deadlines=(
            DeadlineRule(DeadlineKind.PLANNING, YearDay(1, 31), due),
            DeadlineRule(DeadlineKind.EXECUTION, YearDay(12, 31), OUR_DESIGN),
            DeadlineRule(DeadlineKind.EVALUATION, YearDay(12, 31), OUR_DESIGN),
            DeadlineRule(DeadlineKind.ANNUAL_EVALUATION, _NEXT_JANUARY, OUR_DESIGN),
        ),
    )
    return PeriodScheme(
        key=key,
        mark="A",
        patterns=(pattern,),
        first_year=first_year,
        last_year=last_year,
        source=ANNUAL_2025_PRESS,
        note=note,
    )


ANNUAL_2025: Final = _annual(
    "annual-2025",
    2025,
    2025,
    planning=(ANNUAL_2025_PRESS,),
    due=ANNUAL_2025_PRESS,
    note="Sources tell when each phase of 2025 begins; that execution and assessment end with the year is our design.",
)
ANNUAL_FROM_2026: Final = _annual(
    "annual-from-2026",
    2026,
    None,
    planning=(ANNUAL_2025_PRESS, OUR_DESIGN),
    due=OUR_DESIGN,
    note="Sources speak of 2025 only; that later years have the same days is our design.",
)
PLANNING_2024_S1_EXTENDED: Final = Extension(
    period=Period(2024, "S", 1),
    phase=Phase.PLANNING,
    until=date(2024, 3, 31),
    reason="7 % of the teachers had not filed a plan by 1 February",
    source=SE0559,
)
