"""Gathers the rules from the concepts; this file is the only one that knows them all."""

from collections.abc import Iterable

import pmm_core.appraisal  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
import pmm_core.calendar  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
import pmm_core.communities  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
import pmm_core.credit  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
import pmm_core.cycle  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
import pmm_core.overview  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
import pmm_core.people  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
import pmm_core.programmes  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
import pmm_core.ranking  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
import pmm_core.regions  # noqa: F401  # pyright: ignore[reportUnusedImport] -- the door first, see test_import_order
from pmm_core.appraisal._rules import RULES as APPRAISAL
from pmm_core.calendar._rules import RULES as CALENDAR
from pmm_core.communities._rules import RULES as COMMUNITIES
from pmm_core.credit._rules import RULES as CREDIT
from pmm_core.cycle._rules import RULES as CYCLE
from pmm_core.overview._rules import RULES as OVERVIEW
from pmm_core.people._rules import RULES as PEOPLE
from pmm_core.programmes._rules import RULES as PROGRAMMES
from pmm_core.ranking._rules import RULES as RANKING
from pmm_core.regions._rules import RULES as REGIONS
from pmm_core.sources import Certainty, Rule


def rules(*, certainty: Certainty | None = None) -> tuple[Rule, ...]:
    """List the rules of the library, each with where it applies and what it rests on.

    Args:
        certainty: only the rules of this certainty; all where it is left out.

    Returns:
        The rules in the order of the layers.

    >>> from pmm_core.sources import Certainty
    >>> all(rule.source.title for rule in rules())
    True
    >>> any(rule.certainty.is_law for rule in rules(certainty=Certainty.DESIGN))
    False
    """
    known: Iterable[Rule] = (
        *REGIONS,
        *CALENDAR,
        *PEOPLE,
        *COMMUNITIES,
        *APPRAISAL,
        *CREDIT,
        *PROGRAMMES,
        *CYCLE,
        *RANKING,
        *OVERVIEW,
    )
    return tuple(rule for rule in known if certainty is None or rule.certainty is certainty)
