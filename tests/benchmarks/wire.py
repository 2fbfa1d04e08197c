"""Values to JSON bytes and back, beside plain cattrs with orjson on the same classes."""

from datetime import date
from typing import Any

import orjson
from cattrs.preconf.orjson import make_converter
from cattrs.strategies import configure_tagged_union
from timing import Plan as Timing, Row, compare
from whole_cycle import opened, twenty

from pmm_core import (
    CALENDAR,
    Measurement,
    Party,
    PerformanceCycle,
    Period,
    PeriodCalendar,
    Role,
    School,
    SchoolLevel,
    Teacher,
    find,
)
from pmm_core.cycle import EVENT_TYPES, PROCESS_2024, Frame, Process
from pmm_core.json import backends, dump_bytes, loads
from pmm_core.people import BelajarAccount, EmploymentStatus, Nip, Npsn, Nuptk, PmmProgress
from pmm_core.ranking import TEACHERS_LOGGED_IN
from pmm_core.ranking._area import Area
from pmm_core.regions import Kabupaten, KabupatenCode, ProvinceCode

DAY = date(2022, 12, 23)


def peer() -> Any:
    """Build a converter as a user of cattrs would: its own checks of keys, unions by a tag, texts for what has one."""
    made = make_converter(forbid_extra_keys=True)
    for kind in (Nip, Nuptk, Npsn, BelajarAccount, KabupatenCode, ProvinceCode, Period):
        made.register_unstructure_hook(kind, str)
        made.register_structure_hook(kind, lambda text, kind: kind.parse(text))
    made.register_unstructure_hook(Process, lambda process: {"key": process.key})
    made.register_structure_hook(Process, lambda _data, _kind: PROCESS_2024)
    made.register_unstructure_hook(PeriodCalendar, lambda _calendar: "default")
    made.register_structure_hook(PeriodCalendar, lambda _data, _kind: CALENDAR)
    for union in (School | Kabupaten, Area):
        configure_tagged_union(union, made, tag_name="is", tag_generator=lambda kind: kind.__name__.lower())
    events: Any = EVENT_TYPES[0]
    for kind in EVENT_TYPES[1:]:
        events = events | kind
    configure_tagged_union(events, made, tag_name="kind", tag_generator=lambda kind: kind.kind.value)
    numbers = int
    made.register_structure_hook_func(
        lambda kind: kind == Measurement.__annotations__["numerator"], lambda data, _: numbers(data)
    )
    made.register_unstructure_hook(
        PerformanceCycle,
        lambda cycle: {
            "frame": made.unstructure(cycle.frame, Frame),
            "events": [made.unstructure(event, events) for event in cycle.events],
        },
    )

    def replayed(data: Any, _kind: Any) -> PerformanceCycle:
        cycle = PerformanceCycle(frame=made.structure(data["frame"], Frame))
        for event in data["events"]:
            cycle = cycle.apply(made.structure(event, events))
        return cycle

    made.register_structure_hook(PerformanceCycle, replayed)
    return made


def rows(plan: Timing) -> list[Row]:
    """Measure one teacher, one figure and one cycle of twenty events, out and in."""
    made = peer()
    school = School(npsn=Npsn("20300001"), level=SchoolLevel.SMP, kabupaten=find("Kab. Batang"))
    teacher = Teacher(
        id="t-17",
        role=Role.TEACHER,
        workplace=school,
        level=SchoolLevel.SMP,
        subject="IPS",
        employment=EmploymentStatus.PPPK,
        nip=Nip.parse("199001012022212001"),
        progress=PmmProgress(account_registered=True, logged_in=True),
    )
    guru = Party("G-17", Role.TEACHER)
    values: dict[str, Any] = {
        "a Teacher": teacher,
        "a Measurement": Measurement.share(find("Kab. Batang"), TEACHERS_LOGGED_IN, 3960, of=6000, on=DAY),
        "a cycle of 20 events": opened(guru).replay(twenty(guru)),
    }
    found: list[Row] = []
    for name, value in values.items():
        kind = type(value)
        ours, theirs = dump_bytes(value), orjson.dumps(made.unstructure(value))
        if not value == loads(ours, kind) == made.structure(orjson.loads(theirs), kind):
            raise SystemExit(f"{name} does not come back")
        note = f"{len(ours):,} and {len(theirs):,} bytes"
        calls = {
            "ours": lambda value=value: dump_bytes(value),
            "cattrs": lambda value=value: orjson.dumps(made.unstructure(value)),
        }  # type: ignore[misc]
        found.append(compare(f"dump_bytes() of {name}", calls, plan, goal=1.3, stretch=0.6, note=note))
        calls = {
            "ours": lambda ours=ours, kind=kind: loads(ours, kind),  # type: ignore[misc]
            "cattrs": lambda theirs=theirs, kind=kind: made.structure(orjson.loads(theirs), kind),  # type: ignore[misc]
        }
        found.append(compare(f"loads() of {name}", calls, plan, goal=1.3, stretch=0.6))
        for other in backends()[1:]:
            calls = {
                other: lambda ours=ours, kind=kind, other=other: loads(ours, kind, backend=other),  # type: ignore[misc]
                backends()[0]: lambda ours=ours, kind=kind: loads(ours, kind),  # type: ignore[misc]
            }
            found.append(compare(f"loads() of {name} by {other}", calls, plan))
    return found
