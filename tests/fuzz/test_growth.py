r"""No reading takes much longer than its text is long: told by the structure of what reads, never by a clock.

A pattern that is matched by going back, as Python's are, is slow where one text can be cut up in several ways.  Two
kinds of loops do that, and both can be told from the pattern alone.  Exponential: a loop that comes back to itself over
one text by two ways, as in ``(a+)+``.  Quadratic: a loop that can hand over to another at any place of one text, as in
``\s*-?\s*``; a search is such a loop before the whole pattern.  Both are decided here for every pattern of the package,
by walking two or three copies of its automaton over the same text.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Final, cast

import pytest

import pmm_core
from pmm_core.codec import schema
from pmm_core.frames import _forms

sre: Any = import_module("re._parser")

PACKAGE: Final = Path(pmm_core.__file__).parent
SIGNS: Final = "".join(map(chr, range(128))) + "é²½\u0300\u3000０ſ"  # some of every class that a pattern can name
COPIES: Final = 2  # of a counted repeat: it is no loop, so that two show all ways through it
ANYTHING: Final = 0  # the place where a search stands before its match
CATEGORIES: Final[dict[str, Callable[[str], bool]]] = {
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda sign: sign.isalnum() or sign == "_",
    "CATEGORY_DIGIT": str.isdecimal,
}
Places = tuple[int, ...]


class Automaton:
    """The places of a pattern at which a character is read, and which can follow which."""

    def __init__(self, parts: Iterable[tuple[Any, Any]], flags: int, *, searched: bool = False) -> None:
        self.flags = flags
        self.signs: list[frozenset[str]] = [frozenset(SIGNS)]
        self.steps: list[list[int]] = []  # from node to node without a character
        self.reads: dict[int, list[tuple[int, int]]] = defaultdict(list)  # node: place, and the node behind it
        self.ahead: list[Any] = []
        self.may_end = True  # whether a match is one without a further look at what comes next
        begin = self.node()
        end = self.sequence(parts, begin)
        self.follow: dict[int, Counter[int]] = {}
        self.last: set[int] = set()
        for place, node in [(ANYTHING, begin), *(pair for pairs in list(self.reads.values()) for pair in pairs)]:
            nodes = list(self.ways(node, frozenset()))
            self.follow[place] = Counter(after for each in nodes for after, _ in self.reads.get(each, ()))
            if end in nodes and self.may_end:
                self.last.add(place)
        if searched:
            self.follow[ANYTHING][ANYTHING] = 1

    def node(self) -> int:
        self.steps.append([])
        return len(self.steps) - 1

    def ways(self, node: int, gone: frozenset[tuple[int, int]]) -> Iterator[int]:
        """Every node that is reached without a character, once for each way there."""
        yield node
        for after in self.steps[node]:
            if (node, after) not in gone:
                yield from self.ways(after, gone | {(node, after)})

    def sequence(self, parts: Iterable[tuple[Any, Any]], node: int) -> int:
        for kind, value in parts:
            node = self.part(str(kind), value, node)
        return node

    def part(self, kind: str, value: Any, node: int) -> int:
        if kind in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
            after = self.node()
            self.reads[node].append((len(self.signs), after))
            self.signs.append(frozenset(sign for sign in SIGNS if self.matches(kind, value, sign)))
            return after
        if kind == "SUBPATTERN":
            return self.sequence(value[-1], node)
        if kind == "BRANCH":
            ends, after = [self.sequence(each, node) for each in value[1]], self.node()
            for end in ends:
                self.steps[end].append(after)
            return after
        if kind in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:  # the last goes back less than is said here
            fewest, most, inner = value
            return self.repeat(fewest, most, inner, node)
        assert kind in {"AT", "ASSERT", "ASSERT_NOT"}, f"{kind} is new here; say what it does"
        self.may_end = self.may_end and str(value) == "AT_BEGINNING"
        if kind != "AT":
            self.ahead.append(value[1])
        return node

    def repeat(self, fewest: int, most: int, inner: Any, node: int) -> int:
        for _ in range(min(fewest, COPIES)):
            node = self.sequence(inner, node)
        if most is sre.MAXREPEAT:
            begin, after = self.node(), self.node()
            self.steps[node].append(begin)
            self.steps[self.sequence(inner, begin)].append(begin)
            self.steps[begin].append(after)
            return after
        ends = [node]
        for _ in range(min(most - fewest, COPIES)):
            ends.append(self.sequence(inner, ends[-1]))
        after = self.node()
        for end in ends:
            self.steps[end].append(after)
        return after

    def matches(self, kind: str, value: Any, sign: str) -> bool:
        if kind == "ANY":
            return sign != "\n" or bool(self.flags & re.DOTALL)
        if kind != "IN":
            return (ord(sign) == value) is (kind == "LITERAL")
        negated = str(value[0][0]) == "NEGATE"
        return any(self.is_in(str(each), what, sign) for each, what in value[negated:]) is not negated

    def is_in(self, kind: str, value: Any, sign: str) -> bool:
        if kind == "RANGE":
            return int(value[0]) <= ord(sign) <= int(value[1])
        if kind == "LITERAL":
            return ord(sign) == int(value)
        name = str(value).replace("_NOT_", "_")
        told = CATEGORIES[name](sign) and (sign.isascii() or not self.flags & re.ASCII)
        return told is (name == str(value))

    def together(self, places: Places) -> Iterator[Places]:
        """Where copies that stand at these places can stand after one character that all of them read."""
        found: list[tuple[Places, frozenset[str]]] = [((), frozenset(SIGNS))]
        for place in places:
            found = [
                ((*gone, after), signs & self.signs[after])
                for gone, signs in found
                for after in self.follow[place]
                if signs & self.signs[after]
            ]
        return (gone for gone, _ in found)

    def reached(self, places: Places) -> set[Places]:
        """Where copies that stand at these places can come to, each over the same text."""
        seen: set[Places] = set()
        waiting = [places]
        while waiting:
            new = set(self.together(waiting.pop())) - seen
            seen |= new
            waiting += new
        return seen

    @cached_property
    def loops(self) -> dict[int, set[int]]:
        """The places that come back to themselves, and all that can be reached from them."""
        found = {place: {after for (after,) in self.reached((place,))} for place in self.follow}
        return {place: after for place, after in found.items() if place in after}

    @property
    def is_exponential(self) -> bool:
        for place, after in self.loops.items():
            if any(ways > 1 and place in self.loops.get(to, ()) for to, ways in self.follow[place].items()):
                return True
            apart = {pair for pair in self.reached((place, place)) if pair[0] != pair[1] and set(pair) <= after}
            if any((place, place) in self.reached(pair) for pair in apart if set(pair) <= self.loops.keys()):
                return True
        return False

    @property
    def is_quadratic(self) -> bool:
        return any(
            (one, other, other) in self.reached((one, one, other))
            for one, after in self.loops.items()
            for other in after & self.loops.keys() & self.in_vain - {one}
        )

    @cached_property
    def in_vain(self) -> set[int]:
        """The places that a reading may come to and fail; a search that has passed a possible end has found one."""
        if ANYTHING not in self.loops:
            return set(self.follow)
        seen: set[int] = set()
        waiting = [ANYTHING]
        while waiting:
            new = self.follow[waiting.pop()].keys() - self.last - seen
            seen |= new
            waiting += new
        return seen


def judged(pattern: str, flags: int = 0, *, searched: bool = False) -> str:
    """What a pattern costs, with all that it looks ahead to."""
    parsed = sre.parse(pattern, flags)
    begins = str(parsed[0][1]) == "AT_BEGINNING" and not flags & re.MULTILINE  # then there is one place to search at
    whole = Automaton(parsed, flags, searched=searched and not begins)
    parts = [whole, *(Automaton(each, flags) for each in whole.ahead)]
    if any(part.is_exponential for part in parts):
        return "exponential"
    return "quadratic" if any(part.is_quadratic for part in parts) else "linear"


def compiled() -> dict[str, tuple[re.Pattern[str], bool]]:
    """Every pattern of the package, in a file or in a class, and whether it is searched for instead of matched."""
    found: dict[str, tuple[re.Pattern[str], bool]] = {}
    for module, source in SOURCES.items():
        if "re.compile" not in source:
            continue
        named = vars(import_module(module))
        homes = [named, *(vars(each) for each in named.values() if isinstance(each, type))]
        for home in homes:
            for name, value in dict[str, Any](home).items():
                if isinstance(value, re.Pattern) and f"{name}: " in source:  # where it is at home
                    searched = re.search(rf"\b{name}\.(?:search|sub|subn|split|findall|finditer)\(", SOURCE)
                    known = cast("re.Pattern[str]", value)
                    found[f"{module}: {known.pattern}"] = (known, searched is not None)
    return found


SOURCES: Final = {
    ".".join(["pmm_core", *path.relative_to(PACKAGE).with_suffix("").parts]): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
}
SOURCE: Final = "\n".join(SOURCES.values())
COMPILED: Final = compiled()
ON_PLACE: Final = {"pmm_core.codec._schema": 1}
"""How many calls match a pattern that is written where it is used: the line of a docstring, our own text."""


@pytest.mark.parametrize("name", COMPILED)
def test_every_pattern_is_linear(name: str) -> None:
    pattern, searched = COMPILED[name]
    assert "linear" == judged(pattern.pattern, pattern.flags, searched=searched)


def test_no_pattern_is_left_out() -> None:
    """As many are compiled in the source as were found; what is matched without being compiled is listed."""
    own, on_place = Counter[str](), Counter[str]()
    for home, text in SOURCES.items():
        for call in ast.walk(ast.parse(text if re.search(r"\bre\.", text) else "")):
            match call:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr="compile")):
                    own[home] += 1
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=used)) if used != "escape":
                    on_place[home] += 1
                case _:
                    pass
    assert own == Counter(name.partition(":")[0] for name in COMPILED)
    assert ON_PLACE == on_place


def in_schema(data: Any) -> Iterator[str]:
    """Every pattern of the schemas, which validators of other languages match."""
    parts: Any = data
    if isinstance(data, dict):
        found = cast("dict[str, Any]", data)
        if isinstance(found.get("pattern"), str):
            yield found["pattern"]
        parts = found.values()
    for each in parts if isinstance(data, list | dict) else ():
        yield from in_schema(each)


def test_patterns_for_others_are_linear() -> None:
    """Those of the schemas, and those that engines match whole columns by; some of these go back as well."""
    frames = {*_forms._BROKEN.values(), _forms._NUMBER, _forms._PERSONAL}
    patterns = {*in_schema(schema()), *frames}
    assert 10 < len(patterns)
    assert {"linear"} == {judged(pattern, searched=True) for pattern in patterns}


EXPONENTIAL: Final = (r"(a+)+", r"(a*)*b", r"(a|a)*c", r"(?:a|aa)+", r"(\w+\s?)*!", r"(?:.*,)*x")
QUADRATIC: Final = (r"a*a*b", r"\s*-?\s*x", r"\d+[0-9a-f]+g", r".*,.*x", r"a+(?:b?a+)?c")
LINEAR: Final = (r"[a-z]+(?:-[a-z]+)*", r"a{2,60}a{3}", r"(?:ab)*a", r"\s*[0-9]+", r".*", r"(?=a+b)a", r"\s*(?:-\s*)?x")
SLOW_TO_SEARCH: Final = (r"[0-9]+x", r"\s+$", r"a*b", r"<.*>")
FAST_TO_SEARCH: Final = (r"[\W_]+", r"[0-9](?:[ .-]?[0-9]){5}|@", r"x[0-9]+y", r"(?:a|b)+")


@pytest.mark.parametrize(
    ("expected", "pattern", "searched"),
    [
        *(("exponential", each, False) for each in EXPONENTIAL),
        *(("quadratic", each, False) for each in QUADRATIC),
        *(("linear", each, False) for each in LINEAR),
        *(("quadratic", each, True) for each in SLOW_TO_SEARCH),
        *(("linear", each, True) for each in FAST_TO_SEARCH),
    ],
)
def test_the_judge_can_tell(expected: str, pattern: str, searched: bool) -> None:  # noqa: FBT001 -- from the table
    assert expected == judged(pattern, searched=searched)
