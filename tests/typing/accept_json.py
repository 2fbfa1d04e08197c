"""What users write with JSON and its schema; checked, never run."""

from typing import Any, assert_type

import attrs
from cattrs import Converter

from pmm_core import Period, Teacher
from pmm_core.codec import DecodeError, Limits, schema
from pmm_core.json import DEPTH, SIZE, Backend, backends, converter, dump_bytes, dumps, loads, parse


@attrs.frozen
class Visit:
    """A class of the reader."""

    period: Period
    minutes: int


def stored(teacher: Teacher, backend: Backend) -> bytes:
    """Write and read."""
    assert_type(dumps(teacher), str)
    assert_type(dumps(teacher, indent=True, personal=False, backend="stdlib"), str)
    assert_type(loads(dumps(teacher), Teacher), Teacher)
    assert_type(loads(bytearray(b"{}"), Teacher, limits=Limits(items=9), size=100, backend=backend), Teacher)
    assert_type(loads(memoryview(b"{}"), "teacher"), Any)
    assert_type(loads("{}"), Any)
    assert_type(parse(b"[]", size=10), Any)
    return dump_bytes(teacher, backend=backend)


assert_type(backends(), tuple[str, ...])
assert_type(converter(), Converter)
assert_type(converter(Converter(), personal=False, limits=Limits()), Converter)
assert_type(converter().structure({}, Visit), Visit)
assert_type(schema(), dict[str, Any])
assert_type(schema("teacher"), dict[str, Any])
assert_type(schema(Teacher), dict[str, Any])
limits: tuple[int, int] = (DEPTH, SIZE)

try:
    loads(b"")
except DecodeError as error:
    assert_type(error.codes, tuple[str, ...])
