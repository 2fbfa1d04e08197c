"""No problem of a document repeats what stands in it where that could be personal."""

import traceback
from collections.abc import Iterator
from typing import Any

import pytest

from pmm_core.codec import DecodeError, from_plain, to_plain
from pmm_core.people import Role, Teacher
from pmm_core.regions import find

MARK = "8173950264"  # made up; stands in every bad value below
TEACHER = to_plain(Teacher(id="t-17", role=Role.TEACHER, workplace=find("33.25")))
CYCLE: dict[str, Any] = {
    "kind": "performance-cycle",
    "format": 1,
    "frame": {
        "employee": {"id": f"G-{MARK}", "role": "teacher"},
        "superior": {"id": f"K-{MARK}", "role": "head"},
        "period": "2024-S1",
        "process": {"key": "2024"},
    },
    "events": [],
}


def event(kind: str, **fields: object) -> dict[str, Any]:
    by = {"id": f"X-{MARK}", "role": "teacher"}
    return CYCLE | {"events": [{"kind": kind, "on": "2024-01-11", "by": by, **fields}]}


BAD: dict[str, object] = {
    "nip": TEACHER | {"nip": f"{MARK}{MARK}"},
    "nip as a number": TEACHER | {"nip": int(f"{MARK}83950264")},
    "nuptk": TEACHER | {"nuptk": MARK},
    "account": TEACHER | {"account": f"ani{MARK}@example.org"},
    "account of a pupil": TEACHER | {"account": f"ani{MARK}@sd.belajar.id"},
    "name": TEACHER | {"name": f"Ani  {MARK}"},
    "id": TEACHER | {"id": f"{MARK}264173"},
    "role": TEACHER | {"role": f"guru {MARK}"},
    "subject": TEACHER | {"subject": [MARK]},
    "a text as an object": TEACHER | {"workplace": MARK},
    "kind inside": TEACHER | {"workplace": {"kind": f"school {MARK}"}},
    "kind": TEACHER | {"kind": f"teacher {MARK}"},
    "format": TEACHER | {"format": MARK},
    "unknown key": TEACHER | {f"Ani Contoh {MARK}": 1},
    "number as a key": TEACHER | {MARK: 1},
    "key that is none": TEACHER | {int(MARK): 1},
    "free text": event("revision-requested", reason=[MARK]),
    "free text of another event": event("final-note-given", note=f"\ud800{MARK}"),
    "choice": event("appraised", results=MARK, behaviour=f"{MARK}!", aspects=MARK),
    "impossible": event("final-note-given", note=f"Ani Contoh {MARK}"),
    "days": event("plan-approved") | {"frame": CYCLE["frame"] | {"period": f"2024-S{MARK}"}},
    "whole": MARK,
}


def causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize("what", BAD)
def test_no_message_holds_the_value(what: str) -> None:
    with pytest.raises(DecodeError) as caught:
        from_plain(BAD[what])
    for error in causes(caught.value):
        lines = traceback.format_exception_only(error)
        assert MARK not in "".join([str(error), repr(error), *lines, *map(str, getattr(error, "problems", ()))])


def test_the_mark_would_be_seen() -> None:
    assert [] == [what for what, data in BAD.items() if MARK not in repr(data)]
