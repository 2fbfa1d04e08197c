"""The errors as values: they survive pickling and copying, and every code is in the catalogue and in use."""

import ast
import copy
import pickle
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import pmm_core
from pmm_core import errors
from pmm_core.errors import PmmError, Problem, Refusal, codes

PACKAGE = Path(pmm_core.__file__).parent
CATALOGUE = PACKAGE / "errors" / "_codes.py"
KNOWN = frozenset(code.text for code in codes())

PROBLEMS = (Problem("a", "empty", "must not be empty"), Problem("b", "negative", "must not be negative"))
REFUSALS = (Refusal("unreachable", "too far", ("rank 2",)), Refusal("no-such-place", "no such place"))

SAMPLES: dict[str, tuple[PmmError, tuple[type[BaseException], ...], tuple[str, ...]]] = {
    "AmbiguousNameError": (
        errors.AmbiguousNameError("kabupaten", "'Blitar'", ("Kabupaten Blitar", "Kota Blitar")),
        (PmmError, LookupError),
        ("ambiguous-region",),
    ),
    "IncomparableError": (
        errors.IncomparableError("compare", REFUSALS),
        (errors.RefusedError, PmmError, ValueError),
        ("unreachable", "no-such-place"),
    ),
    "InvalidValueError": (
        errors.InvalidValueError("Thing", PROBLEMS),
        (PmmError, ValueError),
        ("empty", "negative"),
    ),
    "PmmError": (PmmError("text"), (Exception,), ()),
    "RefusedError": (errors.RefusedError("go", REFUSALS), (PmmError,), ("unreachable", "no-such-place")),
    "UnknownNameError": (
        errors.UnknownNameError("kabupaten", "'Batnag'", "unknown-region", ("Batang",)),
        (PmmError, LookupError),
        ("unknown-region",),
    ),
    "WrongTypeError": (
        errors.WrongTypeError("Thing", PROBLEMS),
        (errors.InvalidValueError, PmmError, ValueError, TypeError),
        ("empty", "negative"),
    ),
}
each = pytest.mark.parametrize("name", sorted(SAMPLES))


def again(error: PmmError) -> PmmError:
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes
    assert isinstance(back, PmmError)
    return back


def test_there_is_a_sample_of_every_error() -> None:
    raised = [name for name in errors.__all__ if BaseException in getattr(getattr(errors, name), "__mro__", ())]
    assert raised == sorted(SAMPLES)


def test_every_error_of_the_library_descends_from_the_root() -> None:
    def below(kind: type[BaseException]) -> Iterator[type[BaseException]]:
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    ours = [kind for kind in below(BaseException) if kind.__module__.split(".")[0] == "pmm_core"]
    assert ours
    assert [] == [kind for kind in ours if PmmError not in kind.__mro__]


@each
def test_an_error_is_what_a_caller_expects_to_catch(name: str) -> None:
    error, bases, _ = SAMPLES[name]
    assert all(isinstance(error, base) for base in bases)
    wider = {ValueError, TypeError, LookupError, KeyError, IndexError} - set(bases)
    assert [] == [base for base in wider if base in type(error).__mro__]


@each
def test_an_error_shows_its_public_home(name: str) -> None:
    assert type(SAMPLES[name][0]).__module__ == "pmm_core.errors"


@each
def test_an_error_has_its_codes(name: str) -> None:
    error, _, expected = SAMPLES[name]
    assert expected == error.codes
    assert set(error.codes) <= KNOWN


@each
def test_the_text_of_an_error_names_every_code(name: str) -> None:
    error = SAMPLES[name][0]
    assert [] == [code for code in error.codes if f"[{code}]" not in str(error)]
    assert name in repr(error)


@each
@pytest.mark.parametrize("through", [again, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def test_an_error_survives(name: str, through: Callable[[PmmError], PmmError]) -> None:
    error = SAMPLES[name][0]
    back = through(error)
    assert type(back) is type(error)
    assert (str(error), repr(error), error.codes) == (str(back), repr(back), back.codes)


@each
def test_an_error_is_not_frozen_and_takes_notes(name: str) -> None:
    error = copy.copy(SAMPLES[name][0])
    error.add_note("seen in row 3")
    error.__traceback__ = None
    error.tool_attribute = 1  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue]
    assert ["seen in row 3"] == error.__notes__


# ---- the catalogue against the code ----

PLACE_OF_CODE = {"Problem": 1, "add": 1, "Refusal": 0, "UnknownNameError": 2, "NearMiss": 0}


def strings(node: ast.AST) -> list[str]:
    return [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def code_literals(tree: ast.AST) -> list[str]:
    """List the literals that stand where a code is wanted."""
    found: list[str] = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = PLACE_OF_CODE.get(name)
        if place is None or (name == "add" and len(node.args) + len(node.keywords) < 3):
            continue
        given = [*node.args[place : place + 1], *(word.value for word in node.keywords if word.arg == "code")]
        for value in given:
            branches = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
            found += [text for branch in branches if isinstance(branch, ast.Constant) for text in strings(branch)]
    return found


def documented(tree: ast.AST) -> list[str]:
    """List what the Raises parts of docstrings name as a code."""
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            _, _, raises = (ast.get_docstring(node) or "").partition("\nRaises:\n")
            found += re.findall(r"``([a-z]+(?:-[a-z]+)+)``", raises.split("\n\n")[0])
    return found


def used(tree: ast.AST) -> set[str]:
    """Collect every literal but docstrings."""
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    }


SOURCES = {path.relative_to(PACKAGE): ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
CODE = {path: tree for path, tree in SOURCES.items() if PACKAGE / path != CATALOGUE}


@cache
def used_by_the_core() -> frozenset[str]:
    """Collect the literals of the core once, whichever code is asked for."""
    core = (tree for path, tree in CODE.items() if path.parts[0] != "testing")
    return frozenset(literal for tree in core for literal in used(tree))


@pytest.mark.parametrize("code", sorted(KNOWN))
def test_a_code_is_used_somewhere(code: str) -> None:
    assert code in used_by_the_core(), "nothing raises it"


@pytest.mark.parametrize("path", sorted(CODE), ids=str)
def test_no_code_stands_outside_the_catalogue(path: Path) -> None:
    assert [] == [code for code in code_literals(CODE[path]) if code not in KNOWN]


@pytest.mark.parametrize("path", sorted(SOURCES), ids=str)
def test_no_docstring_promises_an_unlisted_code(path: Path) -> None:
    assert [] == [code for code in documented(SOURCES[path]) if code not in KNOWN]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("problems.add('x', 'made-up', 'text')", ["made-up"]),
        ("problems.add('x', code='made-up', message='text')", ["made-up"]),
        ("Problem('x', 'made-up', 'text')", ["made-up"]),
        ("Refusal('made-up', 'text')", ["made-up"]),
        ("Refusal('one' if x == 'key' else 'two', 'text')", ["one", "two"]),
        ("errors.UnknownNameError('k', 't', 'made-up')", ["made-up"]),
        ("seen.add('made-up')", []),
        ("Problem('x', code, 'text')", []),
    ],
)
def test_the_search_for_codes_finds(source: str, expected: list[str]) -> None:
    assert expected == code_literals(ast.parse(source))


def test_the_search_in_docstrings_looks_at_raises_only() -> None:
    text = """Do ``not-this``.

    Raises:
        PmmError: ``made-up`` where it is wrong.

    See ``nor-that``.
    """
    assert ["made-up"] == documented(ast.parse(f"def f():\n    {text!r}"))


def test_a_code_that_only_a_docstring_names_is_not_used() -> None:
    assert {"other"} == used(ast.parse("'made-up'\nx = 'other'"))
