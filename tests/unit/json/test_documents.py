"""Documents as text and bytes: the same with every backend, and a clear word where something is not there."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pmm_core import Measurement, Period, Role, School, SchoolLevel, Teacher, find
from pmm_core.codec import DecodeError, Limits, from_plain, to_plain
from pmm_core.errors import InvalidValueError, Problem, WrongTypeError
from pmm_core.json import Backend, backends, dump_bytes, dumps, loads, parse
from pmm_core.json._engines import _made
from pmm_core.people import Npsn
from pmm_core.ranking import TEACHERS_LOGGED_IN, Pace

PERIOD = Period.parse("2024-S1")
TEXT = '{"kind":"period","format":1,"text":"2024-S1"}'
DAY = date(2022, 12, 23)
SCHOOL = School(npsn=Npsn("20300001"), level=SchoolLevel.SMP, kabupaten=find("Kab. Batang"))
TEACHER = Teacher(id="t-17", role=Role.TEACHER, workplace=SCHOOL, name="Siti Nur Aini Wé")
FIGURE = Measurement.share(find("Kab. Batang"), TEACHERS_LOGGED_IN, 3960, of=6000, on=DAY)
HUGE = Pace(units=10**25, days=7)
VALUES = (PERIOD, TEACHER, FIGURE, HUGE, Problem("a.b", "empty", '"\\/\b\f\n\r\t\x00\x1f\x7f\u2028é😀'))
NAMES: tuple[Backend, ...] = ("orjson", "msgspec", "stdlib")

each = pytest.mark.parametrize("backend", NAMES)


def test_all_three_are_here() -> None:
    """The group of the tests installs them, so that none is left out in silence."""
    assert NAMES == backends()


def type_of(value: object) -> Any:
    return type(value)


@each
@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_from_text_and_from_bytes(backend: Backend, value: Any) -> None:
    text = dumps(value, backend=backend)
    assert text.encode() == dump_bytes(value, backend=backend)
    assert value == loads(text, backend=backend)
    assert value == loads(text.encode(), type_of(value), backend=backend)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("indent", [False, True])
def test_every_backend_writes_the_same(value: object, *, indent: bool) -> None:
    assert len({dumps(value, indent=indent, backend=backend) for backend in NAMES}) == 1
    assert len({dump_bytes(value, indent=indent, backend=backend) for backend in NAMES}) == 1


@each
def test_the_text_is_known_to_the_last_character(backend: Backend) -> None:
    assert TEXT == dumps(PERIOD, backend=backend)
    assert '"name":"Siti Nur Aini Wé"' in dumps(TEACHER, backend=backend)
    assert '{"kind":"pace","format":1,"units":10000000000000000000000000,"days":7}' == dumps(HUGE, backend=backend)


@each
def test_for_people_each_key_has_a_line(backend: Backend) -> None:
    expected = '{\n  "kind": "period",\n  "format": 1,\n  "text": "2024-S1"\n}'
    assert expected == dumps(PERIOD, indent=True, backend=backend)
    assert expected.encode() == dump_bytes(PERIOD, indent=True, backend=backend)
    assert PERIOD == loads(expected, backend=backend)


def test_what_names_a_person_can_be_left_out() -> None:
    assert "Siti" in dumps(TEACHER)
    assert "Siti" not in dumps(TEACHER, personal=False)
    assert b"Siti" not in dump_bytes(TEACHER, personal=False)
    assert None is loads(dumps(TEACHER, personal=False), Teacher).name


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, type("Bytes", (bytes,), {})])
def test_bytes_of_every_kind_are_read(kind: Any) -> None:
    assert PERIOD == loads(kind(TEXT.encode()), Period)
    assert {"a": 1} == parse(kind(b'{"a":1}'))


def test_a_text_of_a_subclass_is_a_text() -> None:
    assert PERIOD == loads(type("Text", (str,), {})(TEXT))


@each
def test_the_expected_kind_is_kept_to(backend: Backend) -> None:
    with pytest.raises(DecodeError, match="unexpected-kind"):
        loads(TEXT, Teacher, backend=backend)
    with pytest.raises(InvalidValueError, match="unknown-kind") as caught:
        loads(TEXT, "perod", backend=backend)
    assert not isinstance(caught.value, DecodeError)


@each
def test_the_limits_of_the_codec_hold(backend: Backend) -> None:
    assert PERIOD == loads(TEXT, limits=Limits(text=7), backend=backend)
    with pytest.raises(DecodeError, match="over-limit"):
        loads(TEXT, limits=Limits(text=6), backend=backend)


@each
def test_the_size_is_looked_at_first(backend: Backend) -> None:
    assert PERIOD == loads(TEXT, size=len(TEXT), backend=backend)
    for data in (TEXT, TEXT.encode(), "\udcff" * 45 + "{", b"\xff" * 46):
        for read in (loads, parse):
            with pytest.raises(DecodeError, match="must have at most 44 bytes") as caught:
                read(data, size=44, backend=backend)
            assert ("over-limit",) == caught.value.codes


@each
@pytest.mark.parametrize("read", [loads, parse])
@pytest.mark.parametrize("data", [None, 5, ["{}"], {"kind": "period"}, date(2024, 1, 1)], ids=repr)
def test_anything_but_text_and_bytes_is_a_mistake_of_the_caller(backend: Backend, read: Any, data: Any) -> None:
    with pytest.raises(WrongTypeError, match="must be a text or bytes") as caught:
        read(data, backend=backend)
    assert ("data",) == tuple(problem.path for problem in caught.value.problems)


@pytest.mark.parametrize("read", [loads, parse])
@pytest.mark.parametrize(
    ("size", "code"), [(True, "bool-for-int"), (1.5, "float-for-exact"), ("9", "wrong-type"), (-1, "negative")]
)
def test_a_wrong_size_is_refused_with_the_rest(read: Any, size: Any, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read(5, size=size)
    assert ("wrong-type", code) == tuple(problem.code for problem in caught.value.problems)


@pytest.mark.parametrize("write", [dumps, dump_bytes])
def test_writing_refuses_what_the_codec_refuses(write: Any) -> None:
    for wrong in (5, "text", None, {"kind": "period"}):
        with pytest.raises(WrongTypeError, match="wrong-type"):
            write(wrong)
    for option in ("indent", "personal"):
        with pytest.raises(WrongTypeError, match=f"{option}: must be True or False"):
            write(PERIOD, **{option: 2})


@pytest.mark.parametrize(("call", "given"), [(dumps, PERIOD), (dump_bytes, PERIOD), (loads, TEXT), (parse, TEXT)])
def test_an_unknown_backend_is_refused(call: Any, given: object) -> None:
    with pytest.raises(InvalidValueError, match="must be one of: auto, orjson, msgspec, stdlib") as caught:
        call(given, backend="ujson")
    assert ("unknown-choice",) == caught.value.codes
    with pytest.raises(WrongTypeError, match="backend: must be a text, not list"):
        call(given, backend=["orjson"])


@pytest.fixture
def _alone(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Neither orjson nor msgspec."""
    for name in ("orjson", "msgspec", "msgspec.json"):
        monkeypatch.setitem(sys.modules, name, None)
    _made.cache_clear()
    yield
    _made.cache_clear()


@pytest.mark.usefixtures("_alone")
def test_without_the_others_pythons_own_does_it() -> None:
    assert ("stdlib",) == backends()
    assert TEXT == dumps(PERIOD)
    assert PERIOD == loads(TEXT)
    names: tuple[Backend, ...] = ("orjson", "msgspec")
    for name in names:
        with pytest.raises(ModuleNotFoundError, match=f"pip install {name}") as caught:
            dumps(PERIOD, backend=name)
        assert name == caught.value.name


def test_a_document_is_what_the_codec_writes() -> None:
    assert to_plain(TEACHER) == parse(dumps(TEACHER))
    assert from_plain(parse(dumps(FIGURE))) == FIGURE


def test_our_module_does_not_hide_pythons() -> None:
    import json  # noqa: PLC0415 -- what is found

    assert "pmm_core" not in Path(str(json.__file__)).parts
