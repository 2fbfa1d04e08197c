"""Small strategies and argument checks that the strategies of every concept share.

Wrong arguments are refused when a value is drawn, never when the strategy is made, as Hypothesis asks of strategies:
so a module with a wrong strategy still imports, and the test that uses it says what is wrong.
"""

from datetime import date
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789"
_SAMPLES: Final = ("A", "guru", "Kec. Batang", "<script>alert('x')</script>", '"&amp;" <b>', "ꦲꦏ꧀ꦱꦫ", "-", "½")
_BLANKS: Final = ("Cc", "Cs", "Zl", "Zp", "Zs")
FIRST_DAY: Final = date(2020, 1, 1)
LAST_DAY: Final = date(2030, 12, 31)


@cache  # Hypothesis looks at every new strategy object again
def keys() -> st.SearchStrategy[str]:
    """Generate stable keys: lower-case words and numbers joined by hyphens."""
    word = st.text(_LETTERS, min_size=1, max_size=8)
    return word | st.tuples(word, word).map("-".join)


@cache
def labels() -> st.SearchStrategy[str]:
    """Generate texts with something to see in them, markup and quotes among them; shrinks to ``A``."""
    seen = st.characters(exclude_categories=_BLANKS, min_codepoint=65)
    rest = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)
    return st.sampled_from(_SAMPLES) | st.tuples(seen, rest).map("".join)


@cache
def days() -> st.SearchStrategy[date]:
    """Generate days of the years 2020 to 2030; shrinks to the first."""
    return st.dates(FIRST_DAY, LAST_DAY)


def check_size(name: str, low: object, high: object) -> None:
    """Refuse bounds that are no whole numbers from 0 on, or in the wrong order."""
    for end, value in (("min", low), ("max", high)):
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise InvalidArgument(f"{end}_{name} must be a whole number from 0 on, not {value!r}")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        raise InvalidArgument(f"min_{name}={low} is above max_{name}={high}")


def check_strategies(**given: Any) -> None:
    """Refuse arguments that are neither left out nor strategies."""
    for name, value in given.items():
        if value is not None and not isinstance(value, st.SearchStrategy):
            kind = type(value).__name__
            raise InvalidArgument(f"{name} must be a strategy, not {kind}; wrap a fixed value in st.just")


def check_member(name: str, value: object, kind: type[Any]) -> None:
    """Refuse an argument that is neither left out nor of its kind."""
    if value is not None and not isinstance(value, kind):
        raise InvalidArgument(f"{name} must be a {kind.__name__} or None, not {type(value).__name__}")
