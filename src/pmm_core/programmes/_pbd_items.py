"""What data-based planning is made of: root causes, solutions, lines of the work plan and of the budget.

Each answers one thing of the step before by its key, so that from any line of the budget the way leads back to an
indicator of the report.  Keys are the caller's own; texts are shown nowhere.
"""

from typing import final

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import check_id, check_line
from pmm_core.programmes._indicator import PracticeIndicator
from pmm_core.programmes._rapor import PRACTICE_FAMILIES, RaporIndicator


@final
@attrs.frozen(kw_only=True)
class RootCause:
    """Why an indicator is as it is (akar masalah).

    Args:
        key: the planning's own id for it.
        indicator: which indicator of the report it explains.
        text: what it is, one line; not shown.
        practice: the practice that is to get better, where it is one of D.1 or D.3; None otherwise.

    Raises:
        InvalidValueError: ``practice-mismatch`` for a practice that does not stand behind the indicator; ``empty``,
            ``malformed`` or ``personal-id`` for key or text.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core.programmes import TEACHER_INDICATORS
    >>> cause = RootCause(
    ...     key="c1",
    ...     indicator=RaporIndicator.TEACHING_QUALITY,
    ...     text="umpan balik jarang diberikan",
    ...     practice=TEACHER_INDICATORS[4],
    ... )
    >>> cause.practice.key
    'feedback'
    """

    key: str
    indicator: RaporIndicator
    text: str = attrs.field(repr=False)
    practice: PracticeIndicator | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("RootCause")
        check_id(problems, "key", self.key)
        known = problems.instance("indicator", self.indicator, RaporIndicator, "a RaporIndicator")
        check_line(problems, "text", self.text)
        if self.practice is not None:
            given = problems.instance("practice", self.practice, PracticeIndicator, "a PracticeIndicator or None")
            if known and given and self.practice.family is not PRACTICE_FAMILIES[self.indicator]:
                problems.add("practice", "practice-mismatch", f"must be a practice behind {self.indicator.value}")
        problems.done()


@final
@attrs.frozen
class Solution:
    """What mends a root cause (solusi, benahi).

    Args:
        key: the planning's own id for it.
        root_cause: the key of the root cause.
        text: what is done, one line; not shown.

    Raises:
        InvalidValueError: ``empty``, ``malformed`` or ``personal-id`` for a key or the text.
        WrongTypeError: for a field of the wrong kind.

    >>> Solution("s1", "c1", "berlatih memberi umpan balik")
    Solution(key='s1', root_cause='c1')
    """

    key: str
    root_cause: str
    text: str = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("Solution")
        check_id(problems, "key", self.key)
        check_id(problems, "root_cause", self.root_cause)
        check_line(problems, "text", self.text)
        problems.done()


@final
@attrs.frozen
class WorkLine:
    """A line of the annual work plan (kegiatan dalam rencana kerja tahunan, RKT).

    Args:
        key: the planning's own id for it.
        solution: the key of the solution that it carries out.
        text: what is done, one line; not shown.

    Raises:
        InvalidValueError: ``empty``, ``malformed`` or ``personal-id`` for a key or the text.
        WrongTypeError: for a field of the wrong kind.

    >>> WorkLine("w1", "s1", "lokakarya umpan balik")
    WorkLine(key='w1', solution='s1')
    """

    key: str
    solution: str
    text: str = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("WorkLine")
        check_id(problems, "key", self.key)
        check_id(problems, "solution", self.solution)
        check_line(problems, "text", self.text)
        problems.done()


@final
@attrs.frozen
class BudgetLine:
    """A line of the budget (mata anggaran dalam ARKAS).

    Args:
        key: the planning's own id for it.
        work: the key of the line of the work plan that it pays for.
        amount: how much, in whole rupiah; 0 for what costs nothing.

    Raises:
        InvalidValueError: ``negative`` for the amount; ``empty``, ``malformed`` or ``personal-id`` for a key.
        WrongTypeError: ``float-for-exact`` and others.

    >>> BudgetLine("b1", "w1", 1_500_000).amount
    1500000
    """

    key: str
    work: str
    amount: int

    def __attrs_post_init__(self) -> None:
        problems = Problems("BudgetLine")
        check_id(problems, "key", self.key)
        check_id(problems, "work", self.work)
        problems.integer("amount", self.amount)
        problems.done()


PbdItem = RaporIndicator | RootCause | Solution | WorkLine | BudgetLine
"""What a step of the planning takes."""
