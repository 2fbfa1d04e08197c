"""JSON Schema: the file says what the code says, every document has its form, and what lacks the form is refused.

``PMM_UPDATE_GOLDEN=1`` rewrites the file of the package.
"""

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest
from goldens import assert_kept
from hypothesis import HealthCheck, example, given, settings, strategies as st

import pmm_core
from pmm_core import Period, Role, School, SchoolLevel, Teacher, find
from pmm_core.codec import DecodeError, from_plain, kinds, schema, to_plain
from pmm_core.codec._exact import DIGITS, exact_text, fits
from pmm_core.codec._kinds import PERSONAL
from pmm_core.codec._schema import _SORTS, _notes, _told
from pmm_core.cycle import CycleEvent
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import Npsn
from pmm_core.testing import _plugin

_plugin.register()

# without annotations, or with half of them
Draft202012Validator: Any = import_module("jsonschema").Draft202012Validator
referencing: Any = import_module("referencing")
DRAFT: Any = import_module("referencing.jsonschema").DRAFT202012

FILE = Path(pmm_core.__file__).parent / "codec" / "pmm-core.schema.json"
BUNDLE = schema()
DEFS: dict[str, Any] = BUNDLE["$defs"]
FEW = settings(
    max_examples=max(2, settings().max_examples // 5),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
SCHOOL = School(npsn=Npsn("20300001"), level=SchoolLevel.SMP, kabupaten=find("Kab. Batang"))
TEACHER = Teacher(id="t-17", role=Role.TEACHER, workplace=SCHOOL)

every_kind = pytest.mark.parametrize("kind", list(kinds()))


def written() -> str:
    return json.dumps(BUNDLE, ensure_ascii=False, indent=1) + "\n"


@cache
def validator(name: str) -> Any:
    """The validator of a definition."""
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": DEFS})


def parts(plain: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Everything that plain data hold, with its path."""
    yield path, plain
    if isinstance(plain, dict):
        for key, inner in cast("dict[str, Any]", plain).items():
            yield from parts(inner, (*path, key))
    elif isinstance(plain, list):
        for index, inner in enumerate(cast("list[Any]", plain)):  # type: ignore[redundant-cast] # mypy knows it, pyright does not
            yield from parts(inner, (*path, index))


def objects(plain: Any) -> list[dict[str, Any]]:
    """Everything of plain data that has keys."""
    return [part for _, part in parts(plain) if type(part) is dict]


# ---- the file ----


def test_the_file_is_what_the_code_says() -> None:
    assert_kept(FILE, written())


def test_it_is_a_schema_of_the_draft() -> None:
    Draft202012Validator.check_schema(BUNDLE)
    assert ("https://json-schema.org/draft/2020-12/schema", "urn:pmm-core:schema:1") == (
        BUNDLE["$schema"],
        BUNDLE["$id"],
    )


def test_every_kind_is_in_it_and_nothing_that_nobody_refers_to() -> None:
    roots = [part["$ref"].removeprefix("#/$defs/") for part in BUNDLE["anyOf"]]
    assert list(kinds()) == roots
    referred = {part for path, part in parts(BUNDLE) if path and path[-1] == "$ref"}
    assert {f"#/$defs/{name}" for name in DEFS} == referred
    assert sorted(DEFS) == list(DEFS)


@pytest.mark.parametrize("name", DEFS)
def test_a_name_suits_openapi_and_a_pointer(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+(?:\.(?:value|tagged|choice))?", name)


def test_every_object_is_closed_and_requires_keys_that_it_has() -> None:
    found = [part for part in objects(DEFS) if part.get("type") == "object"]
    assert len(found) > 100
    for part in found:
        assert False is part["additionalProperties"]
        assert set(part["required"]) <= set(part["properties"])


def test_every_pattern_is_read_as_a_whole_and_without_what_ecmascript_lacks() -> None:
    patterns = {part for path, part in parts(DEFS) if path and path[-1] == "pattern"}
    assert len(patterns) > 8
    for pattern in patterns:
        assert pattern.startswith("^")
        assert pattern.endswith("$")
        assert None is re.search(r"\\[^.]|\(\?[^:!]|[+*?}]\+", pattern)
        re.compile(pattern)


def test_every_default_has_the_form_of_its_field() -> None:
    found = [part for part in objects(DEFS) if {"default", "title"} & set(part) == {"default"}]
    assert len(found) > 30
    for part in found:
        Draft202012Validator({**part, "$defs": DEFS}).validate(part["default"])


def test_choices_carry_their_words_in_both_languages() -> None:
    role = DEFS["role.choice"]
    assert ("Role", "guru", "teacher") == (role["title"], *role["x-labels"]["teacher"].values())
    for name, part in DEFS.items():
        if name.endswith(".choice") and "x-labels" in part:
            assert part["enum"] == list(part["x-labels"])
            assert all({"id", "en"} == set(labels) for labels in part["x-labels"].values())
    assert "x-labels" not in DEFS["process-key.choice"]


def test_what_names_a_person_is_marked() -> None:
    marked = {key for key, part in DEFS["teacher"]["properties"].items() if part.get("x-personal")}
    assert {"nip", "nuptk", "account", "name"} == marked
    assert PERSONAL == {kind for kind in kinds() if DEFS[kind]["properties"].get("text", {}).get("x-personal")}


def test_the_docstrings_are_told() -> None:
    teacher = DEFS["teacher"]
    assert "Teacher" == teacher["title"]
    assert teacher["description"].startswith("A teacher (guru)")
    assert "what somebody is (peran)." == teacher["properties"]["role"]["description"]
    untold = [part["title"] for part in objects(DEFS) if "properties" in part and "description" not in part]
    assert [] == untold


class Bare:
    pass


class Told:
    """A thing
    of two lines, with ``code`` and `names`.

    Args:
        one: the first,
            which goes on.
        two: the second.

    >>> 1
    1
    """


class ToldThenRaises:
    """A thing.

    Args:
        one: the first.
    Raises:
        ValueError: never.
    """


def test_a_class_without_a_docstring_tells_nothing() -> None:
    assert ("", {}) == (_told(Bare), _notes(Bare))
    assert "A thing of two lines, with code and names." == _told(Told)
    assert {"one": "the first, which goes on.", "two": "the second."} == _notes(Told)
    assert {"one": "the first."} == _notes(ToldThenRaises)


# ---- one kind ----


@pytest.mark.parametrize("kind", ["teacher", "period", "performance-cycle", "history"])
def test_the_schema_of_one_kind_stands_alone(kind: str) -> None:
    alone = schema(kind)
    assert (f"urn:pmm-core:schema:1:{kind}", f"#/$defs/{kind}") == (alone["$id"], alone["$ref"])
    Draft202012Validator.check_schema(alone)
    assert alone["$defs"] == {name: DEFS[name] for name in alone["$defs"]}
    referred = {part for path, part in parts(alone) if path and path[-1] == "$ref"}
    assert {f"#/$defs/{name}" for name in alone["$defs"]} == referred


def test_a_class_stands_for_its_kind() -> None:
    assert schema("period") == schema(Period)
    Draft202012Validator(schema(Teacher)).validate(to_plain(TEACHER))


def test_what_is_given_out_may_be_changed() -> None:
    schema("period")["$defs"].clear()
    assert {"period"} == set(schema("period")["$defs"])


@pytest.mark.parametrize("kind", ["perod", "", "teacher.value", dict, CycleEvent])
def test_an_unknown_kind_is_refused(kind: Any) -> None:
    with pytest.raises(InvalidValueError, match="unknown-kind"):
        schema(kind)


@pytest.mark.parametrize("kind", [5, ["teacher"], TEACHER])
def test_anything_but_a_kind_is_refused(kind: Any) -> None:
    with pytest.raises(WrongTypeError, match="must be a kind or a class"):
        schema(kind)


# ---- documents ----

FORM = frozenset(
    {"wrong-type", "bool-for-int", "missing-key", "unknown-key", "unknown-choice", "unknown-kind", "unexpected-kind"}
)
OTHERS = st.sampled_from(
    [None, True, False, 0, -1, 10**30, 1.5, "", "x", "2024-03-07", "7", [], ["x"], {}, {"kind": "x"}]
)


def changed(plain: Any, path: tuple[str | int, ...], change: Callable[[Any, Any], None]) -> Any:
    """A copy in which what stands at a path was changed."""
    copy = json.loads(json.dumps(plain))
    inside = copy
    for step in path[:-1]:
        inside = inside[step]
    change(inside, path[-1])
    return copy


@st.composite
def mistakes(draw: st.DrawFn, plain: dict[str, Any]) -> Any:
    """A document with one mistake, or with something else that is right."""
    path, _ = draw(st.sampled_from(list(parts(plain))[1:]))
    how = draw(st.sampled_from(("retype", "drop", "add")))
    other = draw(OTHERS)

    def change(inside: Any, step: Any) -> None:
        if how == "retype":
            inside[step] = other
        elif how == "drop":
            del inside[step]
        elif isinstance(inside, dict):
            inside["surplus"] = other
        else:
            inside.append(other)

    return changed(plain, path, change)


def agreement(plain: Any, kind: str) -> bool:
    """Whether a document loads; checks that the schema comes to the same as far as it can."""
    codes: tuple[str, ...] = ()
    try:
        from_plain(plain, kind)
    except DecodeError as error:
        codes = error.codes
    has_form = validator(kind).is_valid(plain)
    assert has_form or codes, (kind, plain)
    assert not (has_form and FORM & set(codes)), (kind, plain, codes)
    return not codes


@every_kind
def test_every_value_has_the_form_and_a_mistake_lacks_it(kind: str) -> None:
    @FEW
    @given(st.from_type(kinds()[kind]), st.data())
    def check(value: Any, data: st.DataObject) -> None:
        plain = to_plain(value)
        validator(kind).validate(plain)
        if kind not in PERSONAL:
            validator(kind).validate(to_plain(value, personal=False))
        agreement(data.draw(mistakes(plain)), kind)

    check()


PLAIN = to_plain(TEACHER)
FIGURE: dict[str, Any] = {"kind": "pace", "format": 1, "units": 156, "days": 7}


MISTAKES: list[tuple[str, Any]] = [
    ("teacher", {**PLAIN, "role": "guru"}),
    ("teacher", {**PLAIN, "role": None}),
    ("teacher", {**PLAIN, "surname": "x"}),
    ("teacher", {key: part for key, part in PLAIN.items() if key != "role"}),
    ("teacher", {key: part for key, part in PLAIN.items() if key != "format"}),
    ("teacher", {**PLAIN, "format": 2}),
    ("teacher", {**PLAIN, "kind": "school"}),
    ("teacher", {**PLAIN, "workplace": {**PLAIN["workplace"], "kind": "period"}}),
    ("teacher", {**PLAIN, "workplace": {key: part for key, part in PLAIN["workplace"].items() if key != "kind"}}),
    ("teacher", {**PLAIN, "nip": "19900101"}),
    ("teacher", {**PLAIN, "progress": {**PLAIN["progress"], "logged_in": 1}}),
    ("pace", {**FIGURE, "units": "156"}),
    ("pace", {**FIGURE, "units": True}),
    ("pace", {**FIGURE, "units": 1.5}),
    ("pace", {**FIGURE, "units": None}),
    ("pace", [FIGURE]),
    ("pace", None),
    ("period", {"kind": "period", "format": 1, "text": "2024"}),
    ("period", {"kind": "period", "format": 1, "text": 2024}),
    ("period", {"kind": "period", "format": 1}),
    ("period", "2024-S1"),
]


@pytest.mark.parametrize(("kind", "plain"), MISTAKES, ids=[f"{at} {row[0]}" for at, row in enumerate(MISTAKES)])
def test_a_mistake_of_form_is_refused_by_both(kind: str, plain: Any) -> None:
    with pytest.raises(DecodeError):
        from_plain(plain, kind)
    assert not validator(kind).is_valid(plain)
    assert not Draft202012Validator(BUNDLE).is_valid(plain)


def test_the_bundle_takes_every_kind_of_document() -> None:
    both: Any = Draft202012Validator(BUNDLE)
    for value in (TEACHER, Period.parse("2024-S1")):
        both.validate(to_plain(value))


# ---- from the schema to documents ----


def listed(row: tuple[Any, ...]) -> list[Any]:
    return list(row)


@cache
def drawn(name: str) -> st.SearchStrategy[Any]:
    """Documents of a definition."""
    return st.deferred(lambda: drawn_from(DEFS[name]))


def drawn_from(part: dict[str, Any]) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911 -- one way for each word
    """Plain data that a schema describes, from the few words that ours use."""
    if "$ref" in part:
        return drawn(part["$ref"].removeprefix("#/$defs/"))
    if "const" in part:
        return st.just(part["const"])
    if "enum" in part:
        return st.sampled_from(part["enum"])
    if "anyOf" in part:
        return st.one_of([drawn_from(inner) for inner in part["anyOf"]])
    match part["type"]:
        case "object":
            keys = {key: drawn_from(inner) for key, inner in part["properties"].items()}
            needed = {key: keys.pop(key) for key in part["required"]}
            return st.fixed_dictionaries(needed, optional=keys)
        case "array" if "prefixItems" in part:
            return st.tuples(*map(drawn_from, part["prefixItems"])).map(listed)
        case "array":
            members = drawn_from(part["items"])
            if part.get("uniqueItems"):
                return st.lists(members, max_size=3, unique_by=json.dumps)
            return st.lists(members, max_size=3)
        case "string" if "pattern" in part:
            pattern: str = part["pattern"]
            return st.from_regex(pattern.removesuffix("$") + r"\Z")
        case "string":
            return st.text(max_size=8)
        case "integer":
            return st.integers(0, 9) | st.integers(-(10**DIGITS) + 1, 10**DIGITS - 1)
        case plain:
            rest: dict[str, st.SearchStrategy[Any]] = {"boolean": st.booleans(), "null": st.none()}
            return rest[plain]


@settings(FEW, max_examples=6 * settings().max_examples)
@given(st.sampled_from(list(kinds())), st.data())
@example("pace", None)
@example("teacher", None)
def test_a_document_drawn_from_the_schema_loads_or_fails_with_our_error(kind: str, data: st.DataObject | None) -> None:
    if data is not None:
        plain = data.draw(drawn(kind))
        validator(kind).validate(plain)
        agreement(plain, kind)
    else:
        assert agreement(FIGURE if kind == "pace" else PLAIN, kind)


@pytest.mark.parametrize("kind", ["province-code", "year-day", "policies", "party", "alias"])
def test_documents_drawn_from_the_schema_do_load(kind: str) -> None:
    """What would never load would never be put to the test."""
    seen: set[bool] = set()

    @settings(FEW, max_examples=60, derandomize=True)
    @given(drawn(kind))
    def look(plain: Any) -> None:
        seen.add(agreement(plain, kind))

    look()
    assert True in seen


# ---- exact numbers ----

EXACT: st.SearchStrategy[int | Fraction | Decimal] = st.one_of(
    st.integers(-(10**DIGITS), 10**DIGITS),
    st.fractions(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.decimals(-1, 1, places=65, allow_nan=False),
).filter(lambda value: fits(value, DIGITS))


@given(EXACT)
@example(0)
@example(10**DIGITS - 1)
@example(Fraction(-1, 10**DIGITS - 1))
@example(Decimal(7))
@example(Decimal("-0.000000"))
@example(Decimal("0E+60"))
@example(Decimal("1E-60"))
@example(Decimal("9." + "9" * 59 + "E+60"))
@example(Decimal("0.00000" + "1" * 60))
def test_every_exact_number_has_the_form_of_its_sort_only(value: int | Fraction | Decimal) -> None:
    sort = {int: "whole", Fraction: "fraction", Decimal: "decimal"}[type(value)]
    text = exact_text(value)
    assert [sort] == [name for name, pattern in _SORTS.items() if re.fullmatch(pattern, text)]


# ---- others who refer to it ----


def test_an_openapi_document_can_refer_to_the_file() -> None:
    api: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Schools", "version": "1"},
        "paths": {},
        "components": {
            "schemas": {
                "Teacher": {"$ref": "pmm-core.schema.json#/$defs/teacher"},
                "Visit": {
                    "type": "object",
                    "properties": {
                        "period": {"$ref": "pmm-core.schema.json#/$defs/period.value"},
                        "school": {"$ref": "pmm-core.schema.json#/$defs/school.value"},
                    },
                    "required": ["period"],
                },
            }
        },
    }
    home = "https://api.example.org/"
    registry = referencing.Registry().with_resources(
        [
            (f"{home}openapi.json", referencing.Resource.from_contents(api, default_specification=DRAFT)),
            (
                f"{home}pmm-core.schema.json",
                referencing.Resource.from_contents(json.loads(FILE.read_text(encoding="utf-8"))),
            ),
        ]
    )

    def check(name: str) -> Any:
        return Draft202012Validator({"$ref": f"{home}openapi.json#/components/schemas/{name}"}, registry=registry)

    check("Teacher").validate(PLAIN)
    assert not check("Teacher").is_valid({**PLAIN, "role": "guru"})
    school = {key: part for key, part in PLAIN["workplace"].items() if key != "kind"}
    check("Visit").validate({"period": "2024-S1", "school": school})
    assert not check("Visit").is_valid({"period": "2024"})
    assert not check("Visit").is_valid({"period": "2024-S1", "school": {**school, "level": "x"}})
