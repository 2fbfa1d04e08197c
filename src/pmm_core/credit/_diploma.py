"""When a new diploma is rewarded: what the ledger's refusal and the months of an outlook both ask."""

from typing import Final

from pmm_core.appraisal import Predicate
from pmm_core.credit._entry import Degree
from pmm_core.errors import Refusal

_REWARDED: Final = frozenset({Predicate.GOOD, Predicate.VERY_GOOD})
_DEGREES: Final = tuple(Degree)


def higher_degrees(held: Degree | None) -> tuple[Degree, ...]:
    """The degrees above one; all of them where none is known."""
    return _DEGREES if held is None else _DEGREES[_DEGREES.index(held) + 1 :]


def against_evaluation(last: Predicate | None) -> Refusal | None:
    """Why no diploma is rewarded after this predicate, or after no evaluation at all; None where one is."""
    if last is None:
        possible = ("earn credit for some months first",)
        return Refusal("no-evaluation", "a diploma is rewarded after an evaluation, and there is none", possible)
    if last not in _REWARDED:
        why = f"the last evaluation is {last.label_id}"
        return Refusal("predicate-too-low", why, ("earn credit with at least Baik first",))
    return None


def months_before(last: Predicate | None, predicate: Predicate) -> int | None:
    """How many months at a predicate must come before a diploma is rewarded; None where it is not after any number."""
    if against_evaluation(predicate) is not None:
        return None
    return 0 if against_evaluation(last) is None else 1
