"""The tables of appraisal: total, closed, as the notes have them, and drawn on their page as they are."""

from fractions import Fraction
from itertools import pairwise, product
from pathlib import Path

import pytest

from pmm_core.appraisal import (
    DISTRIBUTION,
    MATRIX,
    MATRIX_WITNESSES,
    SYNONYMS,
    MostReading,
    OrganisationPredicate,
    Predicate,
    Rating,
    Stance,
    Wording,
    clauses_of,
    matrix_markdown,
)
from pmm_core.errors import WrongTypeError
from pmm_core.rulebook import rules

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "appraisal.md"
PER_CENT = Fraction(1, 100)

DRAWN = """\
| hasil kerja \\ perilaku kerja | di bawah ekspektasi | sesuai ekspektasi | di atas ekspektasi |
| --- | --- | --- | --- |
| di atas ekspektasi | Kurang | Baik | Sangat Baik |
| sesuai ekspektasi | Kurang | Baik | Baik |
| di bawah ekspektasi | Sangat Kurang | Butuh Perbaikan | Butuh Perbaikan |"""

# organisation: predicates together, bound, per cent or heads, source, only under the other reading
CIRCULAR, DESIGN = "se-menpanrb-3-2023", "pmm-core-design"
Line = tuple[str, str, Fraction | int, str, bool]
CLAUSES: dict[str, list[Line]] = {
    "Istimewa": [
        ("Sangat Baik", "at-most", 70 * PER_CENT, CIRCULAR, False),
        ("Sangat Baik", "more-than", 50 * PER_CENT, DESIGN, True),
    ],
    "Baik": [
        ("Baik", "at-most", 70 * PER_CENT, CIRCULAR, False),
        ("Baik", "more-than", 50 * PER_CENT, DESIGN, True),
        ("Kurang, Butuh Perbaikan", "at-least", 1, CIRCULAR, False),
    ],
    "Butuh Perbaikan": [
        ("Butuh Perbaikan", "at-least", 60 * PER_CENT, CIRCULAR, False),
        ("Sangat Baik", "at-most", 10 * PER_CENT, CIRCULAR, False),
    ],
    "Kurang": [
        ("Kurang", "at-least", 60 * PER_CENT, CIRCULAR, False),
        ("Butuh Perbaikan", "at-least", 10 * PER_CENT, CIRCULAR, False),
        ("Sangat Baik", "at-most", 10 * PER_CENT, CIRCULAR, False),
    ],
    "Sangat Kurang": [
        ("Sangat Kurang", "at-least", 60 * PER_CENT, CIRCULAR, False),
        ("Kurang, Butuh Perbaikan", "at-least", 10 * PER_CENT, CIRCULAR, False),
        ("Sangat Baik", "at-most", 0, CIRCULAR, False),
    ],
}


def test_the_tables_are_total() -> None:
    assert set(OrganisationPredicate) == set(DISTRIBUTION)
    assert set(product(Rating, repeat=2)) == set(MATRIX)
    assert list(Stance) == list(MATRIX_WITNESSES)


@pytest.mark.parametrize("organisation", OrganisationPredicate)
def test_the_clauses_are_those_of_the_notes(organisation: OrganisationPredicate) -> None:
    found: list[Line] = []
    for clause in DISTRIBUTION[organisation]:
        limit = clause.heads if clause.share is None else clause.share
        assert limit is not None
        names = ", ".join(each.label_id for each in clause.predicates)
        other = clause.reading is MostReading.MORE_THAN_HALF
        found.append((names, clause.bound.value, limit, clause.source.key, other))
    assert CLAUSES[organisation.label_id] == found


@pytest.mark.parametrize("reading", MostReading)
@pytest.mark.parametrize("organisation", OrganisationPredicate)
def test_clauses_are_about_the_same_predicates_or_about_none_in_common(
    organisation: OrganisationPredicate, reading: MostReading
) -> None:
    """Whether all clauses can be met is worked out on this ground."""
    groups = {clause.predicates for clause in clauses_of(organisation, reading=reading)}
    named = [each for group in groups for each in group]
    assert len(set(named)) == len(named)
    assert set(named) < set(Predicate), "some predicate must be free to take the rest"


def test_each_reading_has_a_clause_of_its_own_or_is_the_common_one() -> None:
    only = {clause.reading for clauses in DISTRIBUTION.values() for clause in clauses}
    assert {None, MostReading.MORE_THAN_HALF} == only


def test_the_organisation_s_words_are_the_employees_but_for_the_best() -> None:
    assert [each.label_id for each in Predicate][:4] == [each.label_id for each in OrganisationPredicate][:4]
    assert [each.value for each in Predicate][:4] == [each.value for each in OrganisationPredicate][:4]
    assert ["Sangat Baik", "Istimewa"] == [Predicate.VERY_GOOD.label_id, OrganisationPredicate.OUTSTANDING.label_id]


def test_synonyms_are_new_words() -> None:
    known = {word.casefold() for each in Predicate for word in (each.value, each.label_id, each.label_en)}
    assert not known & {word.casefold() for word in SYNONYMS}
    assert {
        "Cukup": Predicate.NEEDS_IMPROVEMENT,
        "Kurang/Misconduct": Predicate.POOR,
        "Misconduct": Predicate.POOR,
    } == dict(SYNONYMS)


def test_the_witnesses_are_those_of_the_rule() -> None:
    (rule,) = [rule for rule in rules() if rule.key == "appraisal.matrix"]
    assert {Stance.AGREES: 5, Stance.DIFFERS: 4, Stance.UNREADABLE: 1} == dict(MATRIX_WITNESSES)
    assert "annex was not readable: five of nine public implementations agree cell for cell, four differ" in rule.note
    assert 9 == MATRIX_WITNESSES[Stance.AGREES] + MATRIX_WITNESSES[Stance.DIFFERS]


def test_the_matrix_is_drawn() -> None:
    assert DRAWN == matrix_markdown()
    with_synonyms = DRAWN.replace("Butuh Perbaikan", "Cukup").replace("| Kurang |", "| Kurang/Misconduct |")
    assert with_synonyms == matrix_markdown(wording=Wording.SYNONYM)
    with pytest.raises(WrongTypeError):
        matrix_markdown(wording="synonym")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def tables(page: str) -> list[list[str]]:
    """List the tables of a page, each as its lines."""
    lines = page.splitlines()
    starts = [index for index, (before, line) in enumerate(pairwise(["", *lines])) if line[:1] == "|" != before[:1]]
    return [list(_rows(lines[start:])) for start in starts]


def _rows(lines: list[str]) -> list[str]:
    end = next((index for index, line in enumerate(lines) if line[:1] != "|"), len(lines))
    return lines[:end]


def test_the_page_shows_the_matrix_as_it_is() -> None:
    assert matrix_markdown().splitlines() in tables(PAGE.read_text(encoding="utf-8"))


def clause_in_words(line: Line) -> str:
    names, bound, limit, _, _ = line
    who = names.replace(", ", " or ")
    if isinstance(limit, Fraction):
        return f"{who}: {bound.replace('-', ' ')} {limit * 100} %"
    return f"{who}: nobody" if limit == 0 else f"{who}: at least one employee"


def test_the_page_shows_the_clauses_as_they_are() -> None:
    expected = [
        f"| {organisation} | {'; '.join(clause_in_words(line) for line in lines if not line[4])} |"
        for organisation, lines in CLAUSES.items()
    ]
    (found,) = [table for table in tables(PAGE.read_text(encoding="utf-8")) if "predikat organisasi" in table[0]]
    assert expected == found[2:]


def test_a_page_that_shows_another_matrix_is_caught() -> None:
    other = f"# Page\n\n{DRAWN.replace('Sangat Kurang', 'Kurang')}\n\ntext\n"
    assert matrix_markdown().splitlines() not in tables(other)
    assert 1 == len(tables(other))
