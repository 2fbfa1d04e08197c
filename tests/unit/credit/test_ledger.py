"""The ledger: running totals, rises, diplomas, and every reason why something cannot be recorded."""

import copy
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest

from pmm_core.appraisal import Predicate
from pmm_core.calendar import Period
from pmm_core.credit import (
    CreditEntry,
    CreditLedger,
    Degree,
    DiplomaBonus,
    Earned,
    Golongan,
    Grade,
    ReachedBy,
    Rise,
)
from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError
from pmm_core.people import EmploymentStatus

ANY = cast("Any", CreditLedger)
SB, BAIK, KURANG = Predicate.VERY_GOOD, Predicate.GOOD, Predicate.POOR


def ledger(start: Golongan = Golongan.III_A, opening: str = "0.00", **changes: object) -> CreditLedger:
    fields = {"start": start, "employment": EmploymentStatus.PNS, "opening": Decimal(opening)}
    built: CreditLedger = ANY(**(fields | changes))
    return built


def years(first: int, *predicates: Predicate) -> tuple[Earned, ...]:
    return tuple(Earned.in_year(year, predicate) for year, predicate in enumerate(predicates, start=first))


class TestTotals:
    """Figures are added exactly and written once."""

    def test_four_quarters(self) -> None:
        quarters = tuple(Earned(year=2024, first_month=month, months=3, predicate=SB) for month in (1, 4, 7, 10))
        lines = ledger(entries=quarters).running()
        assert ["4.69", "9.38", "14.06", "18.75"] == [str(line.balance) for line in lines]
        assert {Fraction("4.6875")} == {line.added for line in lines}
        assert list(quarters) == [line.entry for line in lines]
        assert Fraction("18.75") == lines[-1].exact

    def test_a_junior_expert_with_100_and_a_very_good_year_has_137_50(self) -> None:
        found = ledger(Golongan.III_C, "100").earn(Earned.in_year(2024, SB))
        assert ("137.50", Fraction(275, 2)) == (str(found.balance), found.exact)

    def test_two_semesters_of_needs_improvement_are_9_375(self) -> None:
        found = ledger()
        for period in ("2024-S1", "2024-S2"):
            found = found.earn(Earned.in_period(Period.parse(period), Predicate.NEEDS_IMPROVEMENT))
        assert ["4.69", "9.38"] == [str(line.balance) for line in found.running()]
        assert Fraction("9.375") == found.exact

    def test_an_empty_ledger_holds_what_was_brought_along(self) -> None:
        found = ledger(opening="12.345")
        assert (Fraction("12.345"), "12.35", ()) == (found.exact, str(found.balance), found.running())
        assert (Golongan.III_A, Grade.PERTAMA) == (found.golongan, found.grade)


class TestRises:
    """Within a grade credit goes on adding up; with the next grade it restarts."""

    def test_a_whole_career_to_the_first_rank_of_the_second_grade(self) -> None:
        found = ledger()
        for entry in years(2023, SB, SB, SB):
            found = found.earn(entry)
        found = found.rise()
        assert (Golongan.III_B, "56.25") == (found.golongan, str(found.balance))
        for entry in years(2026, SB, SB):
            found = found.earn(entry)
        assert "93.75" == str(found.balance)
        assert ("credit-short",) == tuple(reason.code for reason in found.refusals(Rise(Golongan.III_C)))
        found = found.earn(Earned.in_year(2028, BAIK)).rise()
        assert (Golongan.III_C, Grade.MUDA, "0.00") == (found.golongan, found.grade, str(found.balance))
        assert Fraction(-425, 4) == found.running()[-1].added
        assert "37.50" == str(found.earn(Earned.in_year(2029, SB)).balance), "by the coefficient of the new grade"

    @pytest.mark.parametrize(
        ("start", "need"),
        [
            *((Golongan.III_A, 50), (Golongan.III_B, 100), (Golongan.III_C, 100), (Golongan.III_D, 200)),
            *((Golongan.IV_A, 150), (Golongan.IV_B, 300), (Golongan.IV_C, 450), (Golongan.IV_D, 200)),
        ],
    )
    def test_each_step_needs_its_figure_and_not_a_hundredth_less(self, start: Golongan, need: int) -> None:
        reached = ledger(start, str(need)).rise()
        assert list(Golongan).index(start) + 1 == list(Golongan).index(reached.golongan)
        restarts = reached.grade is not ledger(start).grade
        assert (0 if restarts else need) == reached.exact
        with pytest.raises(RefusedError) as caught:
            ledger(start, str(need - Decimal("0.01"))).rise()
        assert ("credit-short",) == caught.value.codes
        assert "0.01 are missing" in str(caught.value)

    def test_a_refused_rise_tells_what_is_missing_and_how_long_it_takes(self) -> None:
        with pytest.raises(RefusedError) as caught:
            ledger(opening="18.75").rise()
        (reason,) = caught.value.refusals
        assert "III/b needs 50, and 31.25 are missing" == reason.message
        assert ("20 months at Sangat Baik", "30 months at Baik") == reason.possible
        assert "rise" == caught.value.action

    def test_two_steps_at_once_are_refused_with_every_reason(self) -> None:
        reasons = ledger().refusals(Rise(Golongan.III_C))
        assert ["wrong-golongan", "credit-short"] == [reason.code for reason in reasons]
        assert ("rise to III/b",) == reasons[0].possible

    @pytest.mark.parametrize("to", Golongan)
    def test_nothing_follows_the_highest(self, to: Golongan) -> None:
        highest = ledger(Golongan.IV_E, "9999")
        assert ["top-golongan"] == [reason.code for reason in highest.refusals(Rise(to))]
        with pytest.raises(RefusedError) as caught:
            highest.rise()
        assert ("top-golongan",) == caught.value.codes

    @pytest.mark.parametrize(
        ("opening", "exact", "written"),
        [("49.994", False, False), ("49.995", False, True), ("49.999", False, True), ("50", True, True)],
    )
    def test_which_figure_must_reach_the_need_is_a_reading(self, opening: str, exact: bool, written: bool) -> None:  # noqa: FBT001 -- drawn or listed
        rise = Rise(Golongan.III_B)
        assert exact is ledger(opening=opening).can(rise)
        assert exact is ledger(opening=opening, reached_by=ReachedBy.EXACT).can(rise)
        assert written is ledger(opening=opening, reached_by=ReachedBy.WRITTEN).can(rise)
        assert written is (Decimal(50) <= ledger(opening=opening).balance)


class TestDiplomas:
    """A quarter of the need of a rise of rank, once a level, from Baik on."""

    @pytest.mark.parametrize(
        ("start", "bonus"),
        [(Golongan.III_A, "12.5"), (Golongan.III_D, "25"), (Golongan.IV_B, "37.5"), (Golongan.IV_E, "50")],
    )
    def test_it_adds_its_figure(self, start: Golongan, bonus: str) -> None:
        before = ledger(start, entries=years(2024, BAIK))
        assert Fraction(bonus) == before.add_diploma(Degree.MASTER).exact - before.exact

    def test_each_level_counts_once_and_upwards(self) -> None:
        found = ledger(entries=years(2024, BAIK)).add_diploma(Degree.MASTER)
        for degree in (Degree.BACHELOR, Degree.MASTER):
            (reason,) = found.refusals(DiplomaBonus(degree))
            assert ("degree-not-higher", ("doctor (S3)",)) == (reason.code, reason.possible)
        assert "37.50" == str(found.add_diploma(Degree.DOCTOR).balance)
        (reason,) = found.add_diploma(Degree.DOCTOR).refusals(DiplomaBonus(Degree.DOCTOR))
        assert () == reason.possible

    def test_the_degree_held_at_the_start_is_no_new_one(self) -> None:
        found = ledger(entries=years(2024, BAIK), degree=Degree.MASTER)
        assert not found.can(DiplomaBonus(Degree.MASTER))
        assert found.can(DiplomaBonus(Degree.DOCTOR))

    @pytest.mark.parametrize("predicate", Predicate)
    def test_the_last_evaluation_decides(self, predicate: Predicate) -> None:
        found = ledger(entries=years(2023, SB, predicate))
        codes = [reason.code for reason in found.refusals(DiplomaBonus(Degree.MASTER))]
        assert ([] if predicate in {BAIK, SB} else ["predicate-too-low"]) == codes

    def test_the_reasons_come_together(self) -> None:
        without = ledger(degree=Degree.DOCTOR).refusals(DiplomaBonus(Degree.MASTER))
        assert ["no-evaluation", "degree-not-higher"] == [reason.code for reason in without]
        low = ledger(entries=years(2024, KURANG), degree=Degree.DOCTOR).refusals(DiplomaBonus(Degree.MASTER))
        assert ["predicate-too-low", "degree-not-higher"] == [reason.code for reason in low]
        assert "the last evaluation is Kurang" == low[0].message

    def test_it_helps_to_rise(self) -> None:
        found = ledger(entries=years(2023, SB, SB))
        assert not found.can(Rise(Golongan.III_B))
        assert Golongan.III_B is found.add_diploma(Degree.MASTER).rise().golongan


class TestMonths:
    """Each month once, and in order."""

    FIRST = Earned(year=2024, first_month=4, months=3, predicate=BAIK)
    SECOND = Earned(year=2025, first_month=1, months=12, predicate=BAIK)

    @pytest.mark.parametrize(
        ("year", "month", "months", "expected"),
        [
            (2026, 1, 12, []),
            (2027, 5, 2, []),
            (2025, 12, 1, ["months-overlap"]),
            (2025, 1, 12, ["months-overlap"]),
            (2024, 6, 1, ["months-overlap", "out-of-order"]),
            (2024, 7, 6, ["out-of-order"]),
            (2024, 1, 3, ["out-of-order"]),
            (2023, 1, 12, ["out-of-order"]),
        ],
    )
    def test_months_are_recorded_or_refused(self, year: int, month: int, months: int, expected: list[str]) -> None:
        entry = Earned(year=year, first_month=month, months=months, predicate=SB)
        found = ledger(entries=(self.FIRST, self.SECOND))
        reasons = found.refusals(entry)
        assert expected == [reason.code for reason in reasons]
        assert {("months after 2025-12",)} >= {reason.possible for reason in reasons}
        if expected:
            with pytest.raises(RefusedError) as caught:
                found.earn(entry)
            assert ("earn credit", tuple(expected)) == (caught.value.action, caught.value.codes)
        else:
            assert entry == found.earn(entry).entries[-1]

    @pytest.mark.parametrize(
        ("year", "month", "months", "expected"),
        [
            (2023, 12, 1, ["out-of-order"]),
            (2024, 1, 1, ["months-overlap", "out-of-order"]),
            (2023, 6, 7, ["out-of-order"]),
            (2024, 2, 1, ["out-of-order"]),
            (2024, 2, 2, ["months-overlap", "out-of-order"]),
            (2024, 12, 1, ["out-of-order"]),
            (2024, 1, 12, ["months-overlap", "out-of-order"]),
            (2025, 1, 1, ["months-overlap"]),
            (2025, 2, 11, []),
        ],
    )
    def test_a_gap_between_credited_months_is_no_overlap(
        self, year: int, month: int, months: int, expected: list[str]
    ) -> None:
        found = ledger(
            entries=tuple(
                Earned(year=when, first_month=first, months=1, predicate=BAIK)
                for when, first in ((2024, 1), (2024, 3), (2024, 11), (2025, 1))
            )
        )
        entry = Earned(year=year, first_month=month, months=months, predicate=SB)
        assert expected == [reason.code for reason in found.refusals(entry)]

    def test_a_rise_or_a_diploma_between_does_not_free_months(self) -> None:
        found = ledger(opening="100", entries=(self.SECOND, DiplomaBonus(Degree.MASTER), Rise(Golongan.III_B)))
        assert not found.can(self.SECOND)


class TestOpening:
    """Whose ledger it can be, and what it can begin with."""

    @pytest.mark.parametrize("status", [EmploymentStatus.PPPK, EmploymentStatus.NON_ASN])
    def test_others_than_civil_servants_have_none(self, status: EmploymentStatus) -> None:
        with pytest.raises(RefusedError) as caught:
            ledger(employment=status)
        assert ("collects-no-credit",) == caught.value.codes

    @pytest.mark.parametrize(
        ("fields", "problems"),
        [
            ({"opening": 50}, [("opening", "wrong-type")]),
            ({"opening": Fraction(50)}, [("opening", "wrong-type")]),
            ({"opening": 18.75}, [("opening", "float-for-exact")]),
            ({"opening": True}, [("opening", "bool-for-int")]),
            ({"opening": Decimal(-1)}, [("opening", "negative")]),
            ({"opening": Decimal("NaN")}, [("opening", "not-finite")]),
            ({"opening": Decimal("1e99")}, [("opening", "out-of-range")]),
            ({"entries": [Rise(Golongan.III_B)]}, [("entries", "wrong-type")]),
            ({"entries": (Rise(Golongan.III_B), "rise")}, [("entries[1]", "wrong-type")]),
            (
                {"start": "III/a", "employment": "pns", "degree": "s1", "reached_by": "exact"},
                [
                    ("start", "wrong-type"),
                    ("employment", "wrong-type"),
                    ("degree", "wrong-type"),
                    ("reached_by", "wrong-type"),
                ],
            ),
        ],
    )
    def test_every_wrong_field_is_told(self, fields: dict[str, Any], problems: list[tuple[str, str]]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            ANY(**({"start": Golongan.III_A, "employment": EmploymentStatus.PNS} | fields))
        assert problems == [(each.path, each.code) for each in caught.value.problems]

    def test_entries_given_to_the_constructor_are_judged_like_any_other(self) -> None:
        twice = (*years(2024, BAIK), Earned(year=2024, first_month=12, months=1, predicate=BAIK))
        with pytest.raises(RefusedError) as caught:
            ledger(entries=twice)
        assert ("record entries[1]", ("months-overlap",)) == (caught.value.action, caught.value.codes)

    @pytest.mark.parametrize(
        ("verb", "value"),
        [
            ("refusals", "rise"),
            ("can", None),
            ("record", Golongan.III_B),
            ("earn", Rise(Golongan.III_B)),
            ("earn", SB),
            ("add_diploma", "s2"),
        ],
    )
    def test_a_verb_takes_its_kind_only(self, verb: str, value: object) -> None:
        with pytest.raises(WrongTypeError) as caught:
            getattr(ledger(), verb)(value)
        assert ("wrong-type",) == caught.value.codes


ENTRIES: tuple[CreditEntry, ...] = (*years(2024, BAIK), DiplomaBonus(Degree.MASTER), Rise(Golongan.III_B))


def test_the_text_is_a_table() -> None:
    expected = """credit of a PNS since III/a
  opening                   III/a   90.00
  2024-01..2024-12 good     III/a  102.50
  new diploma: master (S2)  III/a  115.00
  rise to III/b             III/b  115.00"""
    assert expected == str(ledger(opening="90", entries=ENTRIES))
    assert "<CreditLedger III/b 115.00, 3 entries>" == repr(ledger(opening="90", entries=ENTRIES))


def test_it_is_a_value() -> None:
    value, other = ledger(opening="90", entries=ENTRIES), ledger(opening="90")
    assert value != other
    for each in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)):  # noqa: S301 -- our own bytes
        assert value == each
        assert 2 == len({value, each, other})
        assert (value.exact, value.running(), value.golongan) == (each.exact, each.running(), each.golongan)
    assert pickle.loads(pickle.dumps(value)).refusals(ENTRIES[0]) == value.refusals(ENTRIES[0])  # noqa: S301 -- our own bytes
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cast("Any", value).opening = Decimal(500)
    with pytest.raises(RefusedError):
        attrs.evolve(value, employment=EmploymentStatus.PPPK)
    line = value.running()[0]
    assert line == pickle.loads(pickle.dumps(line)) == copy.deepcopy(line)  # noqa: S301 -- our own bytes


def pickled(value: CreditLedger) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own bytes


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, pickled],
    ids=("copy", "deepcopy", "pickle"),
)
def test_what_comes_out_of_a_copy_or_a_pickle_was_checked(again: Callable[[CreditLedger], object]) -> None:
    forged = ledger(opening="90", entries=ENTRIES)
    object.__setattr__(forged, "entries", (*ENTRIES, ENTRIES[0]))
    with pytest.raises(RefusedError) as caught:
        again(forged)
    assert ("record entries[3]", ("months-overlap",)) == (caught.value.action, caught.value.codes)


def test_a_step_goes_on_from_the_lines_before_it() -> None:
    before = ledger(opening="90", entries=ENTRIES)
    found = before.earn(Earned.in_year(2025, SB))
    assert [True] * 3 == [one is other for one, other in zip(before.running(), found.running(), strict=False)]
    assert ledger(opening="90", entries=found.entries).running() == found.running()
    assert 3 == len(before.running())


def test_it_tells_its_rules_and_sources() -> None:
    found = ledger()
    assert {"credit.rounding", "credit.restart", "credit.collectors"} <= {rule.key for rule in found.rules}
    assert "bkn-3-2023-slides" == found.sources[0].key
    assert len(set(found.sources)) == len(found.sources)
