"""The laws of credit: it adds up before it is rounded, grows with what earns it, and a projection is minimal."""

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import TypeVar

import attrs
import pytest
from hypothesis import example, given, strategies as st

from pmm_core.appraisal import Predicate
from pmm_core.credit import (
    CreditEntry,
    CreditLedger,
    Degree,
    DiplomaBonus,
    Earned,
    Golongan,
    Grade,
    Need,
    Outlook,
    ReachedBy,
    Rise,
    credit,
    exact_credit,
    golongan_of,
)
from pmm_core.errors import RefusedError
from pmm_core.people import EmploymentStatus
from pmm_core.testing._credit import credit_entries, credit_ledgers, credit_needs, golongans, grades

M = TypeVar("M", Grade, Predicate)
SB, BAIK = Predicate.VERY_GOOD, Predicate.GOOD
MONTHS, PREDICATES = st.integers(1, 12), st.sampled_from(Predicate)
OPEN = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS)
JUNIOR = CreditLedger(start=Golongan.III_C, employment=EmploymentStatus.PNS, opening=Decimal(100))
ALMOST = CreditLedger(
    start=Golongan.III_A,
    employment=EmploymentStatus.PNS,
    opening=Decimal("49.99"),
    reached_by=ReachedBy.WRITTEN,
    entries=(Earned(year=2024, first_month=1, months=1, predicate=BAIK),),
)

GAPS = attrs.evolve(
    OPEN,
    entries=tuple(Earned(year=2024, first_month=month, months=1, predicate=BAIK) for month in (1, 3, 11)),
)
FORTY = attrs.evolve(OPEN, opening=Decimal(40))

# The oracle: whole numbers only, one unit being 1/9600 of a credit, so that a month of every kind is a whole number.
UNIT = 9_600
EIGHTHS = {"pertama": 100, "muda": 200, "madya": 300, "utama": 400}  # of the coefficient of a year
QUARTERS = {"very-poor": 1, "poor": 2, "needs-improvement": 3, "good": 4, "very-good": 6}  # of the whole coefficient
STEPS = ("III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e")
GRADE_OF = ("pertama",) * 2 + ("muda",) * 2 + ("madya",) * 3 + ("utama",) * 2
NEED_OF = (50, 100, 100, 200, 150, 300, 450, 200)
BONUS_OF = {"pertama": 12_500, "muda": 25_000, "madya": 37_500, "utama": 50_000}  # in thousandths


def units(months: int, predicate: str, grade: str) -> int:
    """Return what some months earn: eighths × quarters × twelfths are 384 parts, and 9600 is 25 times that."""
    return 25 * months * QUARTERS[predicate] * EIGHTHS[grade]


def cents(number: int) -> int:
    """Return whole hundredths of so many units, half up."""
    whole, rest = divmod(100 * number, UNIT)
    return whole + (2 * rest >= UNIT)


def text(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}"


class Book:
    """A ledger kept by the oracle: units, and the number of the step."""

    def __init__(self, start: Golongan, opening: Decimal) -> None:
        self.step = STEPS.index(start.value)
        self.units = Fraction(opening) * UNIT

    @property
    def grade(self) -> str:
        return GRADE_OF[self.step]

    def write(self, entry: CreditEntry) -> None:
        if isinstance(entry, Earned):
            self.units += units(entry.months, entry.predicate.value, self.grade)
        elif isinstance(entry, DiplomaBonus):
            self.units += Fraction(BONUS_OF[self.grade] * UNIT, 1000)
        else:
            before, self.step = self.grade, STEPS.index(entry.to.value)
            self.units = self.units if self.grade == before else Fraction(0)

    def reaches(self, reading: ReachedBy) -> bool:
        """Tell whether the next step is earned; by the written figure where that is asked."""
        if reading is ReachedBy.EXACT:
            return self.units >= NEED_OF[self.step] * UNIT
        return self.units * 200 // UNIT + 1 >= NEED_OF[self.step] * 200


class TestFigures:
    """What months earn: months/12 × percent × coefficient, written with two places, half up, rounded once."""

    @given(MONTHS, PREDICATES, grades())
    @example(12, Predicate.VERY_POOR, Grade.PERTAMA)
    @example(5, SB, Grade.MADYA)
    @example(2, BAIK, Grade.PERTAMA)
    def test_they_equal_whole_number_arithmetic(self, months: int, predicate: Predicate, grade: Grade) -> None:
        number = units(months, predicate.value, grade.value)
        assert Fraction(number, UNIT) == exact_credit(months, predicate, grade)
        assert text(cents(number)) == str(credit(months, predicate, grade))

    @given(MONTHS, PREDICATES, grades())
    @example(12, Predicate.NEEDS_IMPROVEMENT, Grade.PERTAMA)
    def test_the_written_figure_is_within_half_a_hundredth(
        self, months: int, predicate: Predicate, grade: Grade
    ) -> None:
        apart = Fraction(credit(months, predicate, grade)) - exact_credit(months, predicate, grade)
        assert Fraction(-1, 200) < apart <= Fraction(1, 200)

    @given(MONTHS, PREDICATES, grades())
    @example(11, Predicate.GOOD, Grade.MADYA)
    def test_more_months_a_better_predicate_and_a_higher_grade_earn_more(
        self, months: int, predicate: Predicate, grade: Grade
    ) -> None:
        here = exact_credit(months, predicate, grade)
        better = [exact_credit(more, predicate, grade) for more in range(months + 1, 13)]
        better += [exact_credit(months, each, grade) for each in after(predicate)]
        better += [exact_credit(months, predicate, each) for each in after(grade)]
        assert all(here < each for each in better)

    @given(st.lists(MONTHS, min_size=1, max_size=6), PREDICATES, grades())
    @example([3, 3, 3, 3], SB, Grade.PERTAMA)
    @example([1] * 5, SB, Grade.MADYA)
    def test_any_split_of_months_earns_the_same(self, parts: list[int], predicate: Predicate, grade: Grade) -> None:
        whole = sum(parts) * exact_credit(1, predicate, grade)
        assert whole == sum(exact_credit(part, predicate, grade) for part in parts)


def after(member: M) -> list[M]:
    members = list(type(member))
    return members[members.index(member) + 1 :]


class TestLedger:
    """The balance is the exact sum since the start of the grade, and is rounded once."""

    @given(credit_ledgers())
    @example(OPEN)
    @example(JUNIOR.earn(Earned.in_year(2024, SB)).rise())
    @example(ALMOST)
    def test_it_equals_a_book_kept_in_whole_numbers(self, ledger: CreditLedger) -> None:
        book = Book(ledger.start, ledger.opening)
        for line in ledger.running():
            assert not isinstance(line.entry, Rise) or book.reaches(ledger.reached_by)
            book.write(line.entry)
            assert (book.units, STEPS[book.step]) == (line.exact * UNIT, line.golongan.value)
            assert text(cents_of(book.units)) == str(line.balance)
        assert (book.units, STEPS[book.step]) == (ledger.exact * UNIT, ledger.golongan.value)
        assert text(cents_of(book.units)) == str(ledger.balance)

    @given(credit_ledgers())
    @example(JUNIOR.earn(Earned.in_year(2024, SB)))
    def test_what_was_added_adds_up(self, ledger: CreditLedger) -> None:
        opening = Fraction(ledger.opening)
        assert ledger.exact == opening + sum(line.added for line in ledger.running())
        sums = accumulate((line.added for line in ledger.running()), initial=opening)
        assert [*sums][1:] == [line.exact for line in ledger.running()]

    @given(st.lists(st.integers(1, 11), max_size=4, unique=True), PREDICATES, golongans())
    @example([3, 6, 9], SB, Golongan.III_A)
    @example([1, 2, 5], Predicate.NEEDS_IMPROVEMENT, Golongan.IV_A)
    def test_a_year_is_worth_the_same_however_it_is_split(
        self, cuts: list[int], predicate: Predicate, golongan: Golongan
    ) -> None:
        ledger = CreditLedger(start=golongan, employment=EmploymentStatus.PNS)
        parts = [
            Earned(year=2024, first_month=first + 1, months=end - first, predicate=predicate)
            for first, end in pairwise([0, *sorted(cuts), 12])
        ]
        split = ledger
        for part in parts:
            split = split.earn(part)
        assert ledger.earn(Earned.in_year(2024, predicate)).exact == split.exact
        assert ledger.earn(Earned.in_year(2024, predicate)).balance == split.balance

    @given(credit_ledgers())
    @example(ALMOST)
    def test_the_verbs_lead_where_the_constructor_does(self, ledger: CreditLedger) -> None:
        again = CreditLedger(
            start=ledger.start,
            employment=ledger.employment,
            opening=ledger.opening,
            degree=ledger.degree,
            reached_by=ledger.reached_by,
        )
        for entry in ledger.entries:
            assert () == again.refusals(entry)
            again = again.record(entry)
        assert ledger == again
        assert ledger.running() == again.running()
        assert (ledger.golongan, ledger.exact, str(ledger)) == (again.golongan, again.exact, str(again))
        assert ledger.outlook() == again.outlook()

    @given(credit_ledgers(), st.lists(credit_entries(), max_size=4))
    @example(ALMOST, [])
    @example(GAPS, [Earned(year=2024, first_month=2, months=1, predicate=BAIK), DiplomaBonus(Degree.MASTER)])
    @example(GAPS, [Earned(year=2024, first_month=2, months=2, predicate=BAIK)])
    def test_steps_refuse_what_a_ledger_built_at_once_refuses(
        self, ledger: CreditLedger, entries: list[CreditEntry]
    ) -> None:
        for entry in (*ledger.entries, *entries):
            at_once = attrs.evolve(ledger)
            assert at_once.refusals(entry) == ledger.refusals(entry)
            if ledger.can(entry):
                ledger = ledger.record(entry)
            else:
                with pytest.raises(RefusedError) as caught:
                    attrs.evolve(ledger, entries=(*ledger.entries, entry))
                assert ledger.refusals(entry) == caught.value.refusals


def cents_of(number: Fraction) -> int:
    return (200 * number.numerator + UNIT * number.denominator) // (2 * UNIT * number.denominator)


class TestRefusals:
    """What is refused changes nothing, and is refused by every way alike."""

    @given(credit_ledgers(max_size=4), credit_entries())
    @example(OPEN, Rise(Golongan.III_B))
    @example(OPEN, DiplomaBonus(Degree.MASTER))
    @example(ALMOST, Earned(year=2024, first_month=1, months=1, predicate=BAIK))
    @example(ALMOST, Earned.in_year(2023, BAIK))
    def test_an_entry_is_recorded_or_refused(self, ledger: CreditLedger, entry: CreditEntry) -> None:
        before = (ledger.entries, ledger.exact, str(ledger))
        reasons = ledger.refusals(entry)
        assert ledger.can(entry) is not bool(reasons)
        assert set(expected_reasons(ledger, entry)) == {reason.code for reason in reasons}
        if reasons:
            with pytest.raises(RefusedError) as caught:
                ledger.record(entry)
            assert reasons == caught.value.refusals
        else:
            assert (*ledger.entries, entry) == ledger.record(entry).entries
        assert before == (ledger.entries, ledger.exact, str(ledger))


def expected_reasons(ledger: CreditLedger, entry: CreditEntry) -> list[str]:
    """Say why an entry may not be recorded, written from the rules and not from the code."""
    months = [each for each in ledger.entries if isinstance(each, Earned)]
    if isinstance(entry, Earned):
        taken = {(each.year, month) for each in months for month in range(each.first_month, each.last_month + 1)}
        mine = {(entry.year, month) for month in range(entry.first_month, entry.last_month + 1)}
        begins = [(each.year, each.first_month) for each in months]
        late = bool(begins) and min(mine) < max(begins)
        return ["months-overlap"] * bool(taken & mine) + ["out-of-order"] * late
    if isinstance(entry, DiplomaBonus):
        held = [each.degree for each in ledger.entries if isinstance(each, DiplomaBonus)]
        held += [] if ledger.degree is None else [ledger.degree]
        order = [degree.value for degree in Degree]
        found = [] if months else ["no-evaluation"]
        found += ["predicate-too-low"] * (bool(months) and months[-1].predicate.value not in {"good", "very-good"})
        return found + ["degree-not-higher"] * any(
            order.index(entry.degree.value) <= order.index(d.value) for d in held
        )
    book = Book(ledger.start, ledger.opening)
    for each in ledger.entries:
        book.write(each)
    if STEPS[book.step] == "IV/e":
        return ["top-golongan"]
    found = ["wrong-golongan"] * (entry.to.value != STEPS[book.step + 1])
    return found + ["credit-short"] * (not book.reaches(ledger.reached_by))


START = Need(golongan=Golongan.III_A, to=Golongan.III_B)


class TestOutlook:
    """The months of a projection get there, and one month fewer does not."""

    @given(credit_needs(), PREDICATES, st.booleans())
    @example(START, SB, False)
    @example(START, BAIK, True)
    @example(Need(golongan=Golongan.III_A, to=Golongan.III_B, balance=49, reached_by=ReachedBy.WRITTEN), BAIK, False)
    @example(Need(golongan=Golongan.III_A, to=Golongan.III_B, balance=40), BAIK, True)
    @example(Need(golongan=Golongan.III_A, to=Golongan.III_B, balance=40, last_predicate=BAIK), SB, True)
    @example(Need(golongan=Golongan.III_A, to=Golongan.III_B, balance=40, last_predicate=Predicate.POOR), SB, True)
    def test_they_are_the_fewest(self, need: Need, predicate: Predicate, diploma: bool) -> None:  # noqa: FBT001 -- drawn or listed
        months = need.months(predicate, diploma=diploma)
        if diploma and (predicate not in {SB, BAIK} or need.degree is Degree.DOCTOR):
            assert months is None
            assert need.years(predicate, diploma=True) is None
        else:
            assert months is not None
            assert reached_after(need, predicate, months, diploma=diploma)
            assert months == 0 or not reached_after(need, predicate, months - 1, diploma=diploma)
            assert -(-months // 12) == need.years(predicate, diploma=diploma)

    @given(credit_needs())
    @example(START)
    def test_a_better_predicate_or_a_diploma_never_takes_longer(self, need: Need) -> None:
        months = [need.months(predicate) or 0 for predicate in Predicate]
        assert sorted(months, reverse=True) == months
        for predicate in (BAIK, SB):
            helped = need.months(predicate, diploma=True)
            assert helped is None or helped <= (need.months(predicate) or 0)

    @given(credit_ledgers(), PREDICATES)
    @example(OPEN, SB)
    @example(OPEN, Predicate.VERY_POOR)
    @example(ALMOST, BAIK)
    def test_a_ledger_that_earns_the_months_can_rise_and_not_before(
        self, ledger: CreditLedger, predicate: Predicate
    ) -> None:
        step = ledger.outlook().next_step
        assert (step is None) is (ledger.golongan is Golongan.IV_E)
        if step is not None:
            months = step.months(predicate)
            assert months is not None
            *before, last = [ledger, *earning(ledger, predicate, months)]
            assert last.can(Rise(step.to))
            assert months == 0 or not before[-1].can(Rise(step.to))

    @given(credit_ledgers(max_size=5), PREDICATES)
    @example(FORTY, BAIK)
    @example(FORTY.earn(Earned.in_year(2024, Predicate.VERY_POOR)), BAIK)
    @example(FORTY.earn(Earned.in_year(2024, BAIK)), SB)
    @example(FORTY.earn(Earned.in_year(2024, BAIK)), Predicate.POOR)
    @example(attrs.evolve(FORTY, degree=Degree.DOCTOR), BAIK)
    @example(attrs.evolve(OPEN, opening=Decimal(50)), BAIK)
    def test_a_ledger_that_earns_the_months_and_then_a_diploma_can_rise_and_not_before(
        self, ledger: CreditLedger, predicate: Predicate
    ) -> None:
        step = ledger.outlook().next_step
        months = None if step is None else step.months(predicate, diploma=True)
        if step is None or months is None:
            a_month = earning(ledger, predicate, 1)[-1]
            assert step is None or not a_month.can(DiplomaBonus(Degree.DOCTOR))
        else:
            *before, last = [ledger, *earning(ledger, predicate, months)]
            assert can_rise_with_a_diploma(last, step.to)
            assert months == 0 or not can_rise_with_a_diploma(before[-1], step.to)

    @given(golongans(), st.integers(0, 100_000))
    @example(Golongan.III_A, 40_00)
    def test_a_bare_outlook_is_that_of_a_ledger_just_opened(self, golongan: Golongan, hundredths: int) -> None:
        opening = Decimal(text(hundredths))
        ledger = CreditLedger(start=golongan, employment=EmploymentStatus.PNS, opening=opening)
        assert ledger.outlook() == Outlook(golongan=golongan, balance=opening)

    @given(golongans())
    @example(Golongan.IV_A)
    @example(Golongan.IV_E)
    def test_what_comes_next_is_what_a_rise_leads_to(self, golongan: Golongan) -> None:
        ledger = CreditLedger(start=golongan, employment=EmploymentStatus.PNS, opening=Decimal(1000))
        outlook = ledger.outlook()
        if outlook.next_step is None:
            assert golongan is golongan_of(Grade.UTAMA)[-1]
        else:
            assert outlook.next_step.to is ledger.rise().golongan
            assert outlook.next_step.reached
        while ledger.grade is ledger.rise().grade if ledger.golongan is not Golongan.IV_E else False:
            ledger = ledger.rise()
        further = None if ledger.golongan is Golongan.IV_E else ledger.rise().golongan
        assert further is (outlook.next_grade and outlook.next_grade.to)


def can_rise_with_a_diploma(ledger: CreditLedger, to: Golongan) -> bool:
    """Tell whether the ledger itself lets somebody rise, if need be after the highest diploma."""
    bonus = DiplomaBonus(Degree.DOCTOR)
    return ledger.can(Rise(to)) or (ledger.can(bonus) and ledger.record(bonus).can(Rise(to)))


def reached_after(need: Need, predicate: Predicate, months: int, *, diploma: bool) -> bool:
    """Tell whether so many months get there, by the oracle's whole numbers."""
    book = Book(need.golongan, Decimal(0))
    book.units = Fraction(need.balance) * UNIT + units(months, predicate.value, book.grade)
    last = predicate if months else need.last_predicate
    if diploma and last in {BAIK, SB}:
        book.write(DiplomaBonus(Degree.DOCTOR))
    book.step = STEPS.index(need.to.value) - 1
    return book.reaches(need.reached_by)


def earning(ledger: CreditLedger, predicate: Predicate, months: int) -> list[CreditLedger]:
    """Return the ledger after all but the last of so many months, and after all of them."""
    year = 1 + max((each.year for each in ledger.entries if isinstance(each, Earned)), default=2023)
    found = ledger
    for _ in range((months - 1) // 12):
        found, year = found.earn(Earned.in_year(year, predicate)), year + 1
    rest = months - 12 * ((months - 1) // 12) if months else 0
    if rest > 1:
        found = found.earn(Earned(year=year, first_month=1, months=rest - 1, predicate=predicate))
    last = [found.earn(Earned(year=year, first_month=rest, months=1, predicate=predicate))] if rest else []
    return [found, *last]
