"""Where a rule comes from and how sure it is.

Every table and constant that states a rule is described by a `Rule`, which cannot exist without its `Source`.
`pmm_core.rulebook.rules` lists them all; a result names the rules that produced it.
"""

from pmm_core.sources._source import Certainty, Rule, Source
from pmm_core.sources._works import works

__all__ = [
    "Certainty",
    "Rule",
    "Source",
    "works",
]


def __dir__() -> list[str]:
    return __all__
