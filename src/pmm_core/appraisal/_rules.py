"""The rules of appraisal, each with its source."""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._works import PERMENPANRB_6_2022

_DOOR: Final = "pmm_core.appraisal."

MATRIX_RULE: Final = Rule(
    key="appraisal.matrix",
    statement="Ratings of results and behaviour on three levels yield one of five predicates by a table of nine cells.",
    applies_to=tuple(_DOOR + name for name in ("MATRIX", "Predicate", "Rating", "predicate_of")),
    source=PERMENPANRB_6_2022,
    note="The annex was not readable: five of nine public implementations agree cell for cell, four differ.",
)

RULES: Final = (MATRIX_RULE,)
