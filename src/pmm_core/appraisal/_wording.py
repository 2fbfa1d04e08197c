"""Words for ratings and predicates, and how they are read.

A text is read where it is one of the words that are listed for a member, whatever its case and the blanks around it.
Nothing is guessed: a word that nearly fits is refused with all that there are, since the nearest in letters can be the
farthest in meaning (*Sangat Baik*, *Sangat Kurang*).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeVar, final

from pmm_core._checks import Problems, shown
from pmm_core._labels import Labelled, labelled
from pmm_core.errors import UnknownNameError

_E = TypeVar("_E", bound=Labelled)
_NONE: Final[Mapping[str, Labelled]] = MappingProxyType({})


@final
@labelled(REGULATION=("istilah peraturan", "word of the regulation"), SYNONYM=("istilah lain", "synonym"))
class Wording(Labelled):
    """Which word is written where there are two: *Butuh Perbaikan* or *Cukup*.

    >>> Wording.SYNONYM.label_id
    'istilah lain'
    """

    REGULATION = "regulation"
    SYNONYM = "synonym"


def words_of(kind: type[_E], synonyms: Mapping[str, Labelled] = _NONE) -> Mapping[str, _E]:
    """Put together every word that a member is known by; one word for two members fails at import."""
    table: dict[str, _E] = {}
    for member in kind:
        others = [word for word, meant in synonyms.items() if meant is member]
        for word in (member.value, member.label_id, member.label_en, *others):
            if table.setdefault(word.casefold(), member) is not member:
                raise TypeError(f"{kind.__name__}: {word} names two members")
    return MappingProxyType(table)


def read_word(what: str, table: Mapping[str, _E], text: object) -> _E:
    """Find the member that a text names, or say which ones there are."""
    problems = Problems(what)
    problems.text("text", text)
    problems.done()
    word = str(text).strip()
    found = table.get(word.casefold())
    if found is None:
        possible = tuple(dict.fromkeys(member.label_id for member in table.values()))
        raise UnknownNameError(what, shown(word), "unknown-word", possible)
    return found
