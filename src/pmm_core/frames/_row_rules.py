"""What must fit together within one row: the rules that the constructors of the core check, as conditions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs
import narwhals.stable.v2 as nw

from pmm_core.communities import CommunityKind
from pmm_core.cycle import PROCESSES, SUPERIORS
from pmm_core.frames._areas import any_of
from pmm_core.frames._forms import has_mark
from pmm_core.frames._schema import Schema
from pmm_core.ranking import STANDARD_METRICS, Scale


@attrs.frozen(kw_only=True)
class RowRule:
    """A rule across the columns of a row.

    Args:
        column: where it is reported.
        code: the stable code.
        needs: the columns that it looks at; without one of them, or with a gap in one, it says nothing.
        about: what the row holds, in a few words.
        broken: tells a row that breaks it.
    """

    column: str
    code: str
    needs: tuple[str, ...]
    about: str
    broken: nw.Expr


def _no_process() -> nw.Expr:
    known = nw.col("period").str.contains("^[1-9][0-9]{3}-[A-Z]{1,3}[1-9]") & (nw.col("period") < "9999")
    found = nw.lit(value=False)
    for process in PROCESSES:
        found = found | ((nw.col("process") == process.key) & ~has_mark("period", process.mark))
    return known & found


def _wrong_superior() -> nw.Expr:
    found = nw.lit(value=False)
    for role, superiors in SUPERIORS.items():
        fits = any_of("superior_role", [superior.value for superior in superiors])
        found = found | ((nw.col("employee_role") == role.value) & ~fits)
    return found & any_of("superior_role", [role.value for role in SUPERIORS])


_BASELESS: Final = tuple(metric.key for metric in STANDARD_METRICS if metric.base is None)
_COUNTING: Final = tuple(metric.key for metric in STANDARD_METRICS if metric.scale is not Scale.SCORE)

_RULES: Final[Mapping[str, tuple[RowRule, ...]]] = MappingProxyType(
    {
        "teachers": (
            RowRule(
                column="account_registered",
                code="skipped-step",
                needs=("account_registered", "logged_in"),
                about="a log-in without an account",
                broken=nw.col("logged_in") & ~nw.col("account_registered"),
            ),
            RowRule(
                column="logged_in",
                code="skipped-step",
                needs=("logged_in", "topics_completed"),
                about="a completed topic without a log-in",
                broken=(nw.col("topics_completed") > 0) & ~nw.col("logged_in"),
            ),
        ),
        "communities": (
            RowRule(
                column="kabupaten",
                code="seat-mismatch",
                needs=("kind",),
                about="no kabupaten of a community that is not online",
                broken=nw.col("kabupaten").is_null()
                & any_of("kind", sorted(kind.value for kind in CommunityKind if kind is not CommunityKind.ONLINE)),
            ),
        ),
        "measurements": (
            RowRule(
                column="numerator",
                code="over-full",
                needs=("numerator", "denominator"),
                about="a numerator above its denominator",
                broken=(nw.col("numerator") > nw.col("denominator")) & (nw.col("denominator") >= 0),
            ),
            RowRule(
                column="numerator",
                code="negative",
                needs=("numerator", "denominator"),
                about="a negative count or share",
                broken=nw.col("numerator") < 0,
            ),
            RowRule(
                column="numerator",
                code="negative",
                needs=("numerator", "metric"),
                about="a negative count or share",
                broken=(nw.col("numerator") < 0) & nw.col("denominator").is_null() & any_of("metric", _COUNTING),
            ),
            RowRule(
                column="denominator",
                code="unexpected-base",
                needs=("denominator", "metric"),
                about="a base for a standard metric that has none",
                broken=any_of("metric", _BASELESS),
            ),
        ),
        "cycles": (
            RowRule(
                column="superior_id",
                code="same-person",
                needs=("superior_id", "employee_id"),
                about="somebody as their own superior",
                broken=nw.col("superior_id") == nw.col("employee_id"),
            ),
            RowRule(
                column="superior_role",
                code="wrong-superior",
                needs=("superior_role", "employee_role"),
                about="a role that cannot be the superior of the employee's",
                broken=_wrong_superior(),
            ),
            RowRule(
                column="process",
                code="no-process",
                needs=("process", "period"),
                about="a process that is not for this kind of period",
                broken=_no_process(),
            ),
        ),
    }
)


def rules_of(schema: Schema) -> tuple[RowRule, ...]:
    """The rules across the columns of a schema; none for a schema of one's own."""
    return _RULES.get(schema.name, ())


NUMBERED: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({"events": ("cycle", "number")})
"""Where rows are numbered from 1 without gaps: within what, and by which column."""
