"""What users write with the errors; checked, never run."""

from typing import assert_type

from pmm_core.errors import (
    AmbiguousNameError,
    Code,
    IncomparableError,
    InvalidValueError,
    PmmError,
    Problem,
    Refusal,
    RefusedError,
    UnknownNameError,
    WrongTypeError,
    codes,
)

assert_type(codes(), tuple[Code, ...])
assert_type(codes()[0].text, str)
assert_type(codes()[0].meaning, str)
assert_type(codes()[0].meaning_id, str)

problem = Problem("numerator", "negative", "must not be negative")
assert_type(problem.path, str)
assert_type(problem.code, str)
assert_type(problem.message, str)

refusal = Refusal("unreachable", "too far")
assert_type(Refusal("unreachable", "too far", ("rank 2",)).possible, tuple[str, ...])

assert_type(InvalidValueError("Thing", (problem,)).problems, tuple[Problem, ...])
assert_type(RefusedError("go", (refusal,)).refusals, tuple[Refusal, ...])
assert_type(UnknownNameError("kabupaten", "'x'", "unknown-region").suggestions, tuple[str, ...])
assert_type(AmbiguousNameError("kabupaten", "'x'", ("a", "b")).candidates, tuple[str, ...])

as_value: ValueError = InvalidValueError("Thing", (problem,))
as_type: TypeError = WrongTypeError("Thing", (problem,))
as_look_up: LookupError = UnknownNameError("kabupaten", "'x'", "unknown-region")
as_incomparable: ValueError = IncomparableError("compare", (refusal,))
as_root: PmmError = IncomparableError("compare", (refusal,))


def handle(error: PmmError) -> tuple[str, ...]:
    return assert_type(error.codes, tuple[str, ...])
