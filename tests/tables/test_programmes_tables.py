"""The tables of the programmes, typed again by hand from sections 7 and 8 of the domain notes; closed and total."""

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest

from pmm_core.people import Role
from pmm_core.programmes import (
    AN_GRADES,
    AN_MEASURES,
    AN_SAMPLED,
    AN_TAKES,
    APPLYING_ROLES,
    CLASS_COACHES,
    CONDITIONS,
    GRADERS,
    HEAD_INDICATORS,
    INDIVIDUAL_VISITS,
    LEARNING_MIX,
    MINIMUM_YEARS,
    PBD_STEPS,
    PRACTICE_FAMILIES,
    PRACTICES,
    PRIORITY_INDICATORS,
    SELECTION,
    SUFFICIENT_QUALIFICATIONS,
    TEACHER_INDICATORS,
    AnDimension,
    AnInstrument,
    AnTaker,
    Condition,
    IndicatorFamily,
    LearningPart,
    PbdStep,
    ProgrammeRole,
    RaporIndicator,
    SelectionPart,
    SelectionStage,
)
from pmm_core.programmes._candidate import _TESTS
from pmm_core.programmes._pbd_steps import _LINKS, KEYS, NOUNS, ROWS

TAKES_IN_WORDS = """
                             AKM   survei karakter   survei lingkungan belajar
    kepala sekolah           -     -                 ya
    guru                     -     -                 ya
    murid                    ya    ya                ya
"""

PRACTICE_NAMES = {
    "D.1": [
        "keteraturan suasana kelas",
        "penerapan disiplin positif",
        "ekspektasi pada peserta didik",
        "perhatian dan kepedulian",
        "umpan balik konstruktif",
        "instruksi adaptif",
        "instruksi pembelajaran",
        "aktivitas interaktif",
    ],
    "D.3": [
        "menceritakan praktik baik kepemimpinan instruksional",
        "memaparkan program sekolah",
        "refleksi pengelolaan kurikulum",
        "mengaktifkan komunitas belajar",
        "siklus penguatan praktik mengajar",
        "refleksi program kompetensi guru",
    ],
}


def test_who_takes_which_instrument() -> None:
    lines = TAKES_IN_WORDS.strip().splitlines()[1:]
    for line, taker in zip(lines, (AnTaker.HEAD, AnTaker.TEACHER, AnTaker.STUDENT), strict=True):
        *name, akm, character, environment = line.split()
        assert taker.label_id == " ".join(name)
        told = [word == "ya" for word in (akm, character, environment)]
        assert told == [AN_TAKES[taker, instrument] for instrument in AnInstrument]
    assert set(product(AnTaker, AnInstrument)) == set(AN_TAKES)


def test_everybody_takes_something_and_only_students_are_drawn() -> None:
    assert all(any(AN_TAKES[taker, instrument] for instrument in AnInstrument) for taker in AnTaker)
    assert {"student"} == {taker.value for taker in AN_SAMPLED}
    assert (5, 8, 11) == AN_GRADES


def test_what_the_instruments_measure() -> None:
    told = {instrument.value: [each.label_id for each in parts] for instrument, parts in AN_MEASURES.items()}
    expected = {
        "akm": ["literasi", "numerasi"],
        "character-survey": ["karakter"],
        "environment-survey": ["lingkungan belajar"],
    }
    assert expected == told
    assert list(AnDimension) == [part for parts in AN_MEASURES.values() for part in parts]


def test_learning_is_mixed_of_70_20_and_10() -> None:
    assert {"on-the-job": 70, "with-peers": 20, "with-experts": 10} == {k.value: v for k, v in LEARNING_MIX.items()}
    assert 100 == sum(LEARNING_MIX.values())
    assert set(LearningPart) == set(LEARNING_MIX)


def test_visits_classes_and_graders() -> None:
    assert (6, (2, 3)) == (INDIVIDUAL_VISITS, CLASS_COACHES)
    assert {"pengajar-praktik", "facilitator"} == {role.value for role in GRADERS}


def test_the_two_stages_of_the_selection() -> None:
    told = {stage.value: [part.value for part in parts] for stage, parts in SELECTION.items()}
    assert {"first": ["cv", "essay"], "second": ["interview", "teaching-simulation"]} == told
    assert list(SelectionPart) == [part for stage in SelectionStage for part in SELECTION[stage]]


def test_conditions_are_told_for_candidates_only() -> None:
    assert {role: len(conditions) for role, conditions in CONDITIONS.items()} == {
        role: 6 if role is ProgrammeRole.CALON_GURU_PENGGERAK else 0 for role in ProgrammeRole
    }
    assert 5 == MINIMUM_YEARS
    assert {"d4", "s1", "s2", "s3"} == {each.value for each in SUFFICIENT_QUALIFICATIONS}
    assert {Role.TEACHER, Role.HEAD} == APPLYING_ROLES


def test_every_condition_is_decided_by_something_and_has_a_reason_of_its_own() -> None:
    assert set(Condition) == set(_TESTS)
    failed = [test.failed for test in _TESTS.values()]
    assert len(failed) == len({reason.code for reason in failed})
    assert all(reason.possible for reason in failed)


def test_six_indicators_have_priority() -> None:
    assert ["A.1", "A.2", "A.3", "D.1", "D.4", "D.8"] == [each.value for each in PRIORITY_INDICATORS]
    assert {"D.3"} == {each.value for each in set(RaporIndicator) - set(PRIORITY_INDICATORS)}


def test_labels_begin_with_the_code() -> None:
    for each in RaporIndicator:
        assert each.label_id.startswith(f"{each.value} ")
        assert each.label_en.startswith(f"{each.value} ")


def test_practices_stand_behind_d1_and_d3() -> None:
    told = {each.value: [one.label_id for one in practices] for each, practices in PRACTICES.items() if practices}
    assert PRACTICE_NAMES == told
    assert set(RaporIndicator) == set(PRACTICES) == set(PRACTICE_FAMILIES)
    assert (TEACHER_INDICATORS, HEAD_INDICATORS) == tuple(PRACTICES[RaporIndicator(code)] for code in PRACTICE_NAMES)
    for each, family in PRACTICE_FAMILIES.items():
        assert {family} >= {practice.family for practice in PRACTICES[each]}
        assert (family is not None) is (each.value in PRACTICE_NAMES)
    assert set(IndicatorFamily) == {family for family in PRACTICE_FAMILIES.values() if family}


def test_the_steps_of_planning() -> None:
    expected = [
        ("identifikasi", "RaporIndicator", False, "official"),
        ("refleksi", "RootCause", True, "official"),
        ("benahi", "Solution", True, "official"),
        ("rencana kerja tahunan (RKT)", "WorkLine", True, "official"),
        ("rencana anggaran (ARKAS)", "BudgetLine", True, "official"),
        ("rencana kerja guru dalam SKP", "", False, "seed"),
    ]
    told = [
        (row.step.label_id, row.takes.__name__ if row.takes else "", row.answers_all, row.source.certainty.value)
        for row in PBD_STEPS
    ]
    assert expected == told
    assert list(PbdStep) == [row.step for row in PBD_STEPS] == list(ROWS)
    assert set(PbdStep) == set(NOUNS)
    assert set(PbdStep) - {PbdStep.OUTCOME} == set(KEYS) == set(_LINKS)


def test_what_each_step_needs_and_yields() -> None:
    expected = [
        ("the report", "the indicators to work on"),
        ("the indicators to work on", "a root cause of each"),
        ("the root causes", "a solution for each"),
        ("the solutions", "a line of the work plan (RKT) for each"),
        ("the lines of the work plan", "a line of the budget (ARKAS) for each"),
        ("work plan and budget", "the practices that plans of teachers and heads can pick"),
    ]
    assert expected == [(row.needs, row.yields) for row in PBD_STEPS]


TABLES: dict[str, Mapping[Any, Any]] = {
    "AN_MEASURES": AN_MEASURES,
    "AN_TAKES": AN_TAKES,
    "CONDITIONS": CONDITIONS,
    "LEARNING_MIX": LEARNING_MIX,
    "PRACTICES": PRACTICES,
    "PRACTICE_FAMILIES": PRACTICE_FAMILIES,
    "SELECTION": SELECTION,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_only(name: str) -> None:
    table: Any = TABLES[name]
    with pytest.raises(TypeError):
        table[next(iter(table))] = None
