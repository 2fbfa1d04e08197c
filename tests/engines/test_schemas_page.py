"""The page of the schemas says what the schemas say.

``PMM_UPDATE_GOLDEN=1`` rewrites it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from goldens import assert_part_kept

from pmm_core.frames import SCHEMAS, Column, Schema
from pmm_core.frames._row_rules import NUMBERED, rules_of

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "reference" / "frames-schemas.md"
FEW: Final = 12


def holds(column: Column) -> str:
    """Write what may stand in a column."""
    if column.codes:
        some = ", ".join(f"`{code}`" for code in column.codes[:FEW])
        rest = len(column.codes) - FEW
        return some if rest <= 0 else f"`{column.codes[0]}` to `{column.codes[-1]}`, {len(column.codes)} codes"
    if column.form is not None:
        return column.form.label_en
    return "" if column.minimum is None else f"from {column.minimum}"


def section(schema: Schema) -> Iterator[str]:
    """Write one schema: its columns, its key, and its rules across columns."""
    yield f"## {schema.name.upper()}\n\n{schema.about}\nThe key is {', '.join(f'`{name}`' for name in schema.key)}."
    lines = ["| Column | Kind | Gaps | Optional | Holds | About |", "| --- | --- | --- | --- | --- | --- |"]
    for column in schema.columns:
        gaps, optional = ("yes" if each else "" for each in (column.nullable, column.optional))
        cells = (f"`{column.name}`", column.kind.label_en, gaps, optional, holds(column), column.about)
        lines.append(f"| {' | '.join(cells)} |")
    yield "\n".join(lines)
    told = [f"- {rule.about}: `{rule.code}`, told of `{rule.column}`" for rule in rules_of(schema)]
    if schema.name in NUMBERED:
        home, number = NUMBERED[schema.name]
        told.append(f"- a gap in the numbers of one {home}: `missing-number`, told of `{number}`")
    if told:
        yield "\n".join(["Across columns, these are faults:", "", *dict.fromkeys(told)])


def content() -> str:
    return "\n\n".join(part for schema in SCHEMAS for part in section(schema))


def test_the_page_is_up_to_date() -> None:
    assert_part_kept(PAGE, content())


def test_every_column_of_every_schema_stands_in_the_text() -> None:
    text = content()
    assert [] == [column.name for schema in SCHEMAS for column in schema.columns if f"| `{column.name}` |" not in text]
    assert [] == [schema.name for schema in SCHEMAS if f"## {schema.name.upper()}\n" not in text]
