"""Period timeline, cycle progress and credit ledger: what stands on them, where, and in which order."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from matplotlib import dates
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from pmm_core import CALENDAR, CreditLedger, Party, PerformanceCycle, Period, Plan, Predicate, Role
from pmm_core.appraisal import Rating
from pmm_core.calendar import ANNUAL_2025, Extension, PeriodCalendar, Phase
from pmm_core.credit import Degree, Earned, Golongan
from pmm_core.cycle import (
    PROCESS_2024,
    TEACHER_INDICATORS,
    AppraisalAfter,
    Appraised,
    AspectJudgement,
    FocusRating,
    FollowUpDiscussed,
    ObservationHeld,
    PlanAgreed,
    PlanApproved,
    PlanSubmitted,
    Policies,
    PracticeAspect,
    PreparationDiscussed,
    Process,
    RevisionRequested,
    RubricLevel,
)
from pmm_core.errors import InvalidValueError, UnknownNameError
from pmm_core.overview import REQUIRED_EVENTS
from pmm_core.people import EmploymentStatus
from pmm_core.plots import _canvas, credit_ledger, cycle_progress, period_timeline
from pmm_core.ranking import Language
from pmm_core.sources import works

FIRST, ANNUAL = Period.parse("2024-S1"), Period.parse("2025-A1")
GURU, KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
PLAN = Plan(indicator=TEACHER_INDICATORS[0], competence=())
PLANNED = (
    PlanSubmitted(on=date(2024, 1, 11), by=GURU, plan=PLAN),
    PlanApproved(on=date(2024, 1, 22), by=KEPALA),
    PlanAgreed(on=date(2024, 1, 23), by=GURU),
)
OPENED = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=FIRST)


def texts(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts]


def bold(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts if text.get_fontweight() == "bold"]


def bars(ax: Axes) -> list[Rectangle]:
    return [patch for patch in ax.patches if isinstance(patch, Rectangle)]


def marks(ax: Any, shape: str) -> list[Any]:
    return [line for line in ax.findobj(Line2D) if line.get_marker() == shape]


def lines(ax: Any, dashes: str) -> list[Any]:
    return [line for line in ax.lines if line.get_linestyle() == dashes]


def day_of(x: float) -> date:
    number: Any = dates
    found: date = number.num2date(x).date()
    return found


# -- period timeline


def test_each_phase_has_a_bar_from_its_first_day_to_the_end_of_its_last() -> None:
    ax = period_timeline(Period.parse("2024-S2"))
    found = [(day_of(bar.get_x()), day_of(bar.get_x() + bar.get_width())) for bar in bars(ax)]
    assert [
        (date(2024, 7, 1), date(2024, 8, 1)),
        (date(2024, 8, 1), date(2025, 1, 1)),
        (date(2024, 12, 1), date(2025, 1, 1)),
    ] == found
    assert ["planning", "execution", "assessment"] == [label.get_text() for label in ax.get_yticklabels()]
    bottom, top = ax.get_ylim()
    assert bottom > top


def test_the_extension_is_hatched_and_told() -> None:
    ax = period_timeline(FIRST)
    (hatched,) = (bar for bar in bars(ax) if bar.get_hatch())
    assert (date(2024, 2, 1), date(2024, 4, 1)) == (
        day_of(hatched.get_x()),
        day_of(hatched.get_x() + hatched.get_width()),
    )
    assert "1 January 2024 – 31 March 2024, 91 days (extended from 31 January 2024)" in texts(ax)


def test_a_period_that_is_not_extended_has_no_hatch() -> None:
    assert [] == [bar for bar in bars(period_timeline(ANNUAL)) if bar.get_hatch()]


@pytest.mark.parametrize(
    ("period", "on", "language", "expected", "opened"),
    [
        ("2024-S1", date(2024, 1, 1), "en", "1 January 2024: planning", 1),
        ("2024-S1", date(2024, 3, 31), "en", "31 March 2024: planning, execution", 2),
        ("2024-S1", date(2024, 4, 1), "en", "1 April 2024: execution", 1),
        ("2024-S1", date(2024, 6, 30), "id", "30 Juni 2024: pelaksanaan, penilaian", 2),
        ("2025-A1", date(2025, 11, 12), "id", "12 November 2025: pelaksanaan", 1),
        ("2025-A1", date(2025, 11, 13), "id", "13 November 2025: pelaksanaan, penilaian", 2),
    ],
)
def test_a_day_tells_every_phase_that_is_open(
    period: str, on: date, language: Language, expected: str, opened: int
) -> None:
    ax = period_timeline(Period.parse(period), on=on, language=language)
    assert [expected] == bold(ax)
    assert opened == len(marks(ax, "D"))
    assert {on} == {day_of(mark.get_xdata()[0]) for mark in marks(ax, "D")}


def test_a_day_on_which_nothing_is_open_says_so() -> None:
    pattern = attrs.evolve(ANNUAL_2025.patterns[0], phases=ANNUAL_2025.patterns[0].phases[:1])
    calendar = PeriodCalendar((attrs.evolve(ANNUAL_2025, patterns=(pattern,)),))
    ax = period_timeline(ANNUAL, calendar=calendar, on=date(2025, 5, 1))
    assert ["1 May 2025: no phase is open"] == bold(ax)
    assert [] == marks(ax, "D")


def test_an_extension_beyond_the_period_widens_the_picture() -> None:
    later = Extension(
        period=ANNUAL, phase=Phase.ASSESSMENT, until=date(2026, 1, 31), reason="a flood", source=works()[0]
    )
    ax = period_timeline(ANNUAL, calendar=CALENDAR.extend(later), on=date(2026, 1, 15))
    assert date(2026, 2, 1) == day_of(ax.get_xlim()[1])
    labels = [label.get_text() for label in ax.get_xticklabels()]
    assert (13, "Jan\n2025", "Jan\n2026") == (len(labels), labels[0], labels[-1])
    assert ["15 January 2026: assessment"] == bold(ax)


def test_the_title_names_the_period_and_its_span() -> None:
    ax = period_timeline(ANNUAL, language="id")
    assert "2025-A1 · tahunan" == ax.get_title(loc="left")
    assert "1 Januari 2025 – 31 Desember 2025, 365 hari" in texts(ax)
    assert "Agu" in [label.get_text() for label in ax.get_xticklabels()]


def test_a_period_of_another_calendar_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        period_timeline(Period.parse("2023-S1"))


@pytest.mark.parametrize(
    ("on", "paths"), [(None, ["period"]), (date(9999, 12, 31), ["period"]), (date(2025, 1, 1), ["period", "on"])]
)
def test_what_is_open_to_the_end_of_all_days_is_refused(on: date | None, paths: list[str]) -> None:
    last = Period.parse("9998-A1")
    forever = Extension(period=last, phase=Phase.PLANNING, until=date.max, reason="a flood", source=works()[0])
    with pytest.raises(InvalidValueError) as caught:
        period_timeline(last, calendar=CALENDAR.extend(forever), on=on)
    assert ("out-of-range",) == caught.value.codes
    assert paths == [problem.path for problem in caught.value.problems]


def test_the_day_before_the_last_of_all_is_drawn() -> None:
    last, until = Period.parse("9998-A1"), date(9999, 12, 30)
    long = Extension(period=last, phase=Phase.ASSESSMENT, until=until, reason="a flood", source=works()[0])
    ax = period_timeline(last, calendar=CALENDAR.extend(long), on=until)
    assert date.max == day_of(ax.get_xlim()[1])
    assert ["30 December 9999: assessment"] == bold(ax)


# -- cycle progress


def stage_two() -> PerformanceCycle:
    prepared = PreparationDiscussed(on=date(2024, 2, 5), by=GURU, scheduled=date(2024, 3, 14), aim="-")
    ratings = tuple(FocusRating(text, RubricLevel.EFFECTIVE) for text in "abc")
    return OPENED.replay([*PLANNED, prepared, ObservationHeld(on=date(2024, 3, 14), by=KEPALA, ratings=ratings)])


def test_what_is_done_has_a_full_dot_and_its_day() -> None:
    ax = cycle_progress(stage_two(), on=date(2024, 4, 1))
    full = [mark for mark in marks(ax, "o") if mark.get_markerfacecolor() == _canvas.BLUE]
    assert 6 == len(full)
    days = ["11 January 2024", "22 January 2024", "23 January 2024", "5 February 2024", "14 March 2024"]
    assert days == [text for text in texts(ax) if text in days]
    assert 5 == len([mark for mark in marks(ax, "o") if mark.get_markerfacecolor() == _canvas.GROUND])
    assert "agreed, in execution; observed" in texts(ax)
    assert "Performance cycle 2024-S1 · 1 April 2024" == ax.get_title(loc="left")


def test_what_comes_next_has_a_diamond_the_side_and_the_day() -> None:
    ax = cycle_progress(stage_two(), on=date(2024, 4, 1))
    assert 1 == len(marks(ax, "D"))
    assert [
        "stage 3, follow-up talk",
        "next: follow-up discussed by the employee, by 30 June 2024, 90 days left",
    ] == bold(ax)


def test_the_second_half_of_a_stage_is_told() -> None:
    half = stage_two().apply(FollowUpDiscussed(on=date(2024, 3, 20), by=GURU, reflection="-", follow_up="-"))
    ax = cycle_progress(half, language="id")
    assert "berikutnya: catatan tindak lanjut atasan oleh atasan, paling lambat 30 Juni 2024" in bold(ax)
    assert "disepakati, pelaksanaan; refleksi dan rencana tercatat" in texts(ax)


def test_what_is_late_has_a_triangle() -> None:
    ax = cycle_progress(OPENED, on=date(2024, 4, 3))
    assert 1 == len(marks(ax, "^"))
    assert "next: plan submitted by the employee, by 31 March 2024, 3 days late" in bold(ax)
    assert [] == marks(ax, "D")
    after = cycle_progress(OPENED, on=date(2024, 7, 1), language="id")
    assert 9 == len(marks(after, "^"))
    assert "paling lambat 30 Juni 2024, terlambat 1 hari" in texts(after)


def test_what_was_sent_back_has_to_be_submitted_again() -> None:
    back = OPENED.replay([PLANNED[0], RevisionRequested(on=date(2024, 1, 15), by=KEPALA, reason="-")])
    ax = cycle_progress(back, on=date(2024, 1, 20))
    assert "sent back for revision; not started" in texts(ax)
    assert 1 == len([mark for mark in marks(ax, "o") if mark.get_markerfacecolor() == _canvas.BLUE])


def test_what_happened_after_the_day_is_left_out() -> None:
    ax = cycle_progress(stage_two(), on=date(2024, 1, 22))
    assert "approved; not started" in texts(ax)
    assert "23 January 2024" not in texts(ax)


def test_without_a_day_the_whole_cycle_is_drawn_and_no_days_are_counted() -> None:
    ax = cycle_progress(stage_two())
    assert "Performance cycle 2024-S1" == ax.get_title(loc="left")
    assert "next: follow-up discussed by the employee, by 30 June 2024" in bold(ax)
    assert [] == [text for text in texts(ax) if "left" in text or "late" in text]
    assert "next: plan submitted by the employee, by 31 March 2024" in bold(cycle_progress(OPENED))


def test_the_stages_stand_on_a_line_of_their_own_that_leaves_and_comes_back() -> None:
    ax = cycle_progress(stage_two(), on=date(2024, 4, 1))
    dots = [mark for shape in "oD" for mark in marks(ax, shape)]
    columns = {mark.get_xdata()[0] for mark in dots}
    assert 2 == len(columns)
    slanted = [line for line in lines(ax, "-") if len(set(line.get_xdata())) == 2]
    assert [(3, 4), (8, 9)] == sorted(tuple(line.get_ydata()) for line in slanted)


def test_what_was_overtaken_is_neither_done_nor_to_come() -> None:
    any_time = PROCESS_2024.choosing(Policies(appraisal=AppraisalAfter.ANY_TIME))
    opened = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=FIRST, process=any_time)
    rated = Appraised(
        on=date(2024, 6, 20),
        by=KEPALA,
        aspects=tuple(AspectJudgement(aspect, Rating.ABOVE) for aspect in PracticeAspect),
        results=Rating.ABOVE,
        behaviour=Rating.ABOVE,
    )
    ax = cycle_progress(opened.replay([*PLANNED, rated]), on=date(2024, 6, 25))
    assert 5 == texts(ax).count("–")
    assert {"next: appraisal sent by the superior, any day", "any day"} <= set(texts(ax))


def test_a_process_without_the_stages_has_one_line() -> None:
    stages = {f"stage-{number}" for number in range(1, 6)}
    named = {kind for kind, milestone in REQUIRED_EVENTS.items() if milestone.value in stages}
    rows = tuple(row for row in PROCESS_2024.rows if row.event.kind not in named)
    process = Process(key="x", mark="S", rows=rows, policies=Policies(appraisal=AppraisalAfter.ANY_TIME))
    opened = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=FIRST, process=process)
    ax = cycle_progress(opened.replay(PLANNED))
    assert 7 == len([*marks(ax, "o"), *marks(ax, "D")])
    assert 1 == len({mark.get_xdata()[0] for shape in "oD" for mark in marks(ax, shape)})


# -- credit ledger


def ledger(start: Golongan = Golongan.III_A, opening: str = "0") -> CreditLedger:
    return CreditLedger(start=start, employment=EmploymentStatus.PNS, opening=Decimal(opening))


def years(of: CreditLedger, *numbers: int) -> CreditLedger:
    for year in numbers:
        of = of.earn(Earned.in_year(year, Predicate.VERY_GOOD))
    return of


def test_a_column_shows_what_was_there_and_what_was_added() -> None:
    ax = credit_ledger(years(ledger(), 2024, 2025))
    found = [(round(bar.get_x(), 2), bar.get_y(), bar.get_height()) for bar in bars(ax) if bar.get_height()]
    assert [(0.64, 0, 18.75), (1.64, 0, 18.75), (1.64, 18.75, 18.75)] == found
    assert ["opening\nIII/a", "2024", "2025"] == [label.get_text() for label in ax.get_xticklabels()]
    assert ["0.00", "18.75", "37.50"] == [text for text in bold(ax) if text[0].isdigit()]


def test_the_needs_of_the_next_step_and_grade_are_lines() -> None:
    ax = credit_ledger(years(ledger(), 2023, 2024, 2025), language="id")
    assert {"III/b perlu 50: tercapai", "III/c perlu 100: kurang 43,75"} <= set(texts(ax))
    assert "III/b perlu 50: tercapai" not in bold(ax)
    dashed = [line.get_ydata()[0] for line in lines(ax, "--")]
    assert [50, 100] == dashed


def test_where_step_and_grade_are_the_same_there_is_one_line() -> None:
    ax = credit_ledger(ledger(Golongan.III_B, "60"))
    assert ["III/c needs 100: 40.00 missing"] == [text for text in texts(ax) if "needs" in text]
    assert "60.00" in texts(ax)


def test_a_rise_has_a_column_and_ends_the_line_of_the_need() -> None:
    ax = credit_ledger(years(ledger(), 2023, 2024, 2025).rise())
    assert "rise to\nIII/b" == ax.get_xticklabels()[-1].get_text()
    assert 2 == texts(ax).count("56.25")
    assert "III/b needs 50" in texts(ax)
    assert 1 == len(lines(ax, ":"))


def test_after_a_rise_of_grade_the_balance_begins_again() -> None:
    risen = years(ledger(Golongan.III_B, "90"), 2024).rise()
    ax = credit_ledger(risen)
    assert ["90.00", "108.75", "0.00"] == [text for text in bold(ax) if text[0].isdigit()]
    assert "III/c, junior expert: 0.00" in texts(ax)
    assert {"III/c needs 100", "III/d needs 100: 100.00 missing", "IV/a needs 200: 200.00 missing"} <= set(texts(ax))


def test_a_diploma_is_hatched() -> None:
    ax = credit_ledger(years(ledger(), 2024).add_diploma(Degree.MASTER), language="id")
    (hatched,) = (bar for bar in bars(ax) if bar.get_hatch())
    assert (18.75, 12.5) == (hatched.get_y(), hatched.get_height())
    assert "ijazah\nS2" == ax.get_xticklabels()[-1].get_text()


def test_months_of_a_year_are_named() -> None:
    of = ledger().earn(Earned(year=2024, first_month=1, months=6, predicate=Predicate.GOOD))
    of = of.earn(Earned(year=2024, first_month=8, months=1, predicate=Predicate.GOOD))
    ax = credit_ledger(of, language="id")
    assert ["awal\nIII/a", "Jan–Jun\n2024", "Agu\n2024"] == [label.get_text() for label in ax.get_xticklabels()]


def test_at_the_top_nothing_is_needed() -> None:
    ax = credit_ledger(ledger(Golongan.IV_E))
    assert [] == [text for text in texts(ax) if "needs" in text]
    assert ["0.00"] == bold(ax)
