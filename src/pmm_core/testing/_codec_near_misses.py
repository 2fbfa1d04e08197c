"""Documents that are almost right, and values that are almost written."""

from typing import Any, Final, cast

from pmm_core.calendar import Period
from pmm_core.codec import Limits, from_plain, to_plain
from pmm_core.cycle import PROCESS_2024, Process, Trail
from pmm_core.json import loads
from pmm_core.people import Nip
from pmm_core.testing._near_miss import NearMiss

_PERIOD: Final[dict[str, object]] = {"kind": "period", "format": 1, "text": "2024-S1"}
_PACE: Final[dict[str, object]] = {"kind": "pace", "format": 1, "units": 156, "days": 7}
_TEAM: Final[dict[str, object]] = {"kind": "team", "format": 1, "kecamatan": "Kandeman", "level": "sd", "left": 30}
_CYCLE: Final[dict[str, object]] = {
    "kind": "performance-cycle",
    "format": 1,
    "frame": {
        "employee": {"id": "G-17", "role": "teacher"},
        "superior": {"id": "K-3", "role": "head"},
        "period": "2024-S1",
        "process": {"key": "2024"},
    },
    "events": [{"kind": "cycle-closed", "on": "2024-06-30", "by": {"id": "K-3", "role": "head"}}],
}
_STRANGE: Final = Process(key="2024", mark="S", rows=PROCESS_2024.rows[:1])

CODEC_NEAR_MISSES: Final = (
    NearMiss("not-json", "a comma at the end", lambda: loads('{"kind":"period","format":1,"text":"2024-S1",}')),
    NearMiss("not-json", "bytes that are not UTF-8", lambda: loads(b'{"kind":"\xff"}')),
    NearMiss("duplicate", "a key that stands twice", lambda: loads('{"kind":"period","format":1,"format":1}')),
    NearMiss("over-limit", "lists in lists in lists", lambda: loads("[" * 101 + "]" * 101)),
    NearMiss("unknown-kind", "a kind with a slip of the pen", lambda: from_plain(_PERIOD | {"kind": "perod"})),
    NearMiss("unknown-kind", "a class without documents is expected", lambda: from_plain(_PERIOD, cast("Any", dict))),
    NearMiss("unexpected-kind", "a period where a pace is expected", lambda: from_plain(_PERIOD, "pace")),
    NearMiss("missing-key", "a document that does not say its kind", lambda: from_plain({"format": 1})),
    NearMiss("missing-key", "a team without a kecamatan", lambda: from_plain(_without(_TEAM, "kecamatan"))),
    NearMiss("unknown-key", "a team with a kelurahan", lambda: from_plain(_TEAM | {"kelurahan": "Kandeman"})),
    NearMiss("unknown-choice", "a level of school that is not there", lambda: from_plain(_TEAM | {"level": "sdn"})),
    NearMiss("newer-format", "a document of a later release", lambda: from_plain(_PERIOD | {"format": 2})),
    NearMiss("over-limit", "more keys than the reader allows", lambda: from_plain(_PACE, limits=Limits(items=3))),
    NearMiss("impossible-history", "a cycle that begins with its end", lambda: from_plain(_CYCLE)),
    NearMiss("no-document", "the row of events by itself", lambda: to_plain(Trail())),
    NearMiss("unknown-process", "a process with one row only", lambda: to_plain(_STRANGE)),
    NearMiss(
        "personal-data", "a NIP without personal data", lambda: to_plain(Nip("198609262015051001"), personal=False)
    ),
    NearMiss("bool-for-int", "true for a number of days", lambda: from_plain(_PACE | {"days": True})),
    NearMiss("float-for-exact", "7.0 days", lambda: from_plain(_PACE | {"days": 7.0})),
    NearMiss("wrong-type", "a number written as a text", lambda: from_plain(_PACE | {"days": "7"})),
    NearMiss("out-of-range", "a number of sixty-one digits", lambda: from_plain(_PACE | {"units": 10**60})),
    NearMiss("malformed", "a weight that is no number", lambda: from_plain(_TEAM | {"weight": "1,5"})),
    NearMiss("duplicate", "a day off named twice", lambda: from_plain(_week("sunday", "sunday"))),
    NearMiss("wrong-type", "a document that is a text", lambda: from_plain("2024-S1")),
    NearMiss("wrong-type", "a value that is not the library's", lambda: to_plain(cast("Any", 7))),
    NearMiss("too-large", "more digits than any value may have", lambda: Limits(digits=61)),
    NearMiss("wrong-type", "limits that are a number", lambda: from_plain(_PERIOD, Period, limits=cast("Any", 9))),
)


def _without(document: dict[str, object], key: str) -> dict[str, object]:
    return {name: part for name, part in document.items() if name != key}


def _week(*days_off: str) -> dict[str, object]:
    return {"kind": "weekend-only", "format": 1, "days_off": list(days_off)}
