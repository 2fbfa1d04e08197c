"""The core reads no clock, no file, no environment and no random source, keeps no state and holds no float."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pmm_core

PACKAGE = Path(pmm_core.__file__).parent
CORE = sorted(path for path in PACKAGE.rglob("*.py") if "testing" not in path.relative_to(PACKAGE).parts)
FILES = frozenset({"regions"})  # the one concept that reads a file: its own tables
DRAWING = frozenset({"plots"})  # where something stands on a picture is a float, and decides nothing
POSITIONS = frozenset({"float literal", "call of float"})

CALLS = frozenset(
    {
        "open",
        "print",
        "input",
        "eval",
        "exec",
        "compile",
        "__import__",
        "float",
        "complex",
        "breakpoint",
        "globals",
    }
)
CLOCK = frozenset({"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp", "monotonic", "perf_counter"})
READING = frozenset({"read_text", "read_bytes", "open", "write_text", "write_bytes"})
IMPURE = frozenset(
    {"io", "os", "pathlib", "random", "secrets", "shutil", "subprocess", "sys", "tempfile", "time", "uuid"}
)
MUTABLE = frozenset({"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict", "ChainMap"})
DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
SEALS = frozenset({"MappingProxyType", "frozenset", "tuple"})

ALLOWED = {
    ("__init__.py", "mutable state _HOMES"): "the lazy table of the root door; read only",
    ("__init__.py", "mutable state _HOME"): "the lazy table of the root door; read only",
    ("__init__.py", "call of globals"): "the lazy door remembers what it has resolved",
    ("json/_text.py", "call of float"): "JSON has floats; no document of ours does, the classes of a caller may",
}


def called(node: ast.Call) -> str:
    return (
        node.func.id
        if isinstance(node.func, ast.Name)
        else node.func.attr
        if isinstance(node.func, ast.Attribute)
        else ""
    )


def mutable(value: ast.expr) -> bool:
    """Tell whether an expression leaves something behind that can be changed."""
    if isinstance(value, DISPLAYS):
        return True
    if isinstance(value, ast.Tuple):
        return any(map(mutable, value.elts))
    if isinstance(value, ast.IfExp):
        return mutable(value.body) or mutable(value.orelse)
    if isinstance(value, ast.Call) and called(value) in SEALS:
        return any(mutable(part) for argument in value.args for part in inside(argument))
    return isinstance(value, ast.Call) and called(value) in MUTABLE


def inside(value: ast.expr) -> list[ast.expr]:
    """List what a sealed collection holds."""
    match value:
        case ast.List() | ast.Set() | ast.Tuple():
            return value.elts
        case ast.Dict():
            held: list[ast.expr] = []
            for key, part in zip(value.keys, value.values, strict=True):
                held.extend([part] if key is not None else inside(part))  # ** spreads what the part holds
            return held
        case ast.DictComp():
            return [value.value]
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            return [value.elt]
        case _:
            return []


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Go through the statements that run at import, those of classes and branches too."""
    for node in body:
        yield node
        for part in ("body", "orelse", "finalbody"):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from statements(getattr(node, part, []))


def impure_imports(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            modules = [each.name for each in names]
        case ast.ImportFrom(module=str(module)):
            modules = [module]
        case _:
            modules = []
    return [f"import of {module}" for module in modules if module.split(".")[0] in IMPURE]


def impure_reach(node: ast.AST, *, reads_files: bool) -> list[str]:
    found = ""
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in CALLS:
            found = f"call of {name}"
        case ast.Attribute(attr=name) if name in CLOCK:
            found = f"clock {name}"
        case ast.Call(func=ast.Attribute(attr=name)) if name in READING and not reads_files:
            found = f"file access {name}"
        case ast.Attribute(attr="environ" | "getenv" as name):
            found = f"environment {name}"
        case ast.Global(names=names):
            found = f"global {', '.join(names)}"
        case ast.Constant(value=float() | complex()):
            found = "float literal"
        case _:
            pass
    return [found] if found else []


def state(node: ast.stmt) -> list[str]:
    match node:
        case ast.Assign(targets=[target], value=value) | ast.AnnAssign(target=target, value=ast.expr() as value):
            name = ast.unparse(target)
            return [f"mutable state {name}"] if mutable(value) and name != "__all__" else []
        case _:
            return []


def faults(code: str, *, reads_files: bool = False) -> list[str]:
    """List what makes a piece of source impure."""
    tree = ast.parse(code)
    found: list[str] = []
    for node in ast.walk(tree):
        found += impure_imports(node) + impure_reach(node, reads_files=reads_files)
    for statement in statements(tree.body):
        found += state(statement)
    return found


@pytest.mark.parametrize("path", CORE, ids=[str(path.relative_to(PACKAGE)) for path in CORE])
def test_a_core_module_is_pure(path: Path) -> None:
    name = str(path.relative_to(PACKAGE))
    concept = path.relative_to(PACKAGE).parts[0]
    found = faults(path.read_text(encoding="utf-8"), reads_files=concept in FILES)
    allowed = POSITIONS if concept in DRAWING else frozenset[str]()
    assert [] == [fault for fault in found if (name, fault) not in ALLOWED and fault not in allowed]


def test_every_exception_is_still_needed() -> None:
    found = {(name, fault) for name, _ in ALLOWED for fault in faults((PACKAGE / name).read_text(encoding="utf-8"))}
    assert set(ALLOWED) == found & set(ALLOWED)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("day = date.today()", ["clock today"]),
        ("later = datetime.now", ["clock now"]),
        ("import time", ["import of time"]),
        ("from os.path import join", ["import of os.path"]),
        ("def f():\n    from random import random", ["import of random"]),
        ("text = open('x').read()", ["call of open"]),
        ("def f(p):\n    return p.read_text()", ["file access read_text"]),
        ("x = thing.environ", ["environment environ"]),
        ("print('x')", ["call of print"]),
        ("name = input()", ["call of input"]),
        ("eval('1')\nexec('1')", ["call of eval", "call of exec"]),
        ("def f():\n    global x\n    x = 1", ["global x"]),
        ("share = 0.5", ["float literal"]),
        ("def f(x):\n    return float(x)", ["call of float"]),
        ("CACHE = {}", ["mutable state CACHE"]),
        ("CACHE: Final = dict()", ["mutable state CACHE"]),
        ("ROWS: Final = [1, 2]", ["mutable state ROWS"]),
        ("ROWS = ([1], [2])", ["mutable state ROWS"]),
        ("SEEN = {x for x in y}", ["mutable state SEEN"]),
        ("TABLE = MappingProxyType({'a': []})", ["mutable state TABLE"]),
        ("TABLE = tuple([x] for x in y)", ["mutable state TABLE"]),
        ("if True:\n    CACHE = {}", ["mutable state CACHE"]),
        ("class A:\n    seen = []", ["mutable state seen"]),
    ],
)
def test_the_checker_finds(code: str, expected: list[str]) -> None:
    assert expected == faults(code)


@pytest.mark.parametrize(
    "code",
    [
        "TABLE = MappingProxyType({'a': 1})",
        "TABLE: Final = MappingProxyType({key: (key, 1) for key in KEYS})",
        "NAMES = frozenset({'a', 'b'})",
        "ROWS = tuple([1, 2])",
        "ROWS = ((1, 2), (3, 4))",
        "__all__ = ['a']",
        "def f():\n    found = []\n    return tuple(found)",
        "def f(x):\n    return isinstance(x, float)",
        "PATTERN = re.compile('[0-9]')",
    ],
)
def test_the_checker_leaves_alone(code: str) -> None:
    assert [] == faults(code)


def test_only_the_concept_with_tables_may_read_them() -> None:
    code = "text = files(__package__).joinpath('data').read_text()"
    assert ["file access read_text"] == faults(code)
    assert [] == faults(code, reads_files=True)
