"""The frames that the library reads, column by column."""

from typing import Final

from pmm_core.communities import CommunityKind
from pmm_core.cycle import PROCESSES, EventKind, IndicatorFamily
from pmm_core.errors import codes
from pmm_core.frames._schema import Column, ColumnKind, Schema, TextForm
from pmm_core.people import Role, SchoolLevel
from pmm_core.regions import kabupatens, provinces

_ROLES: Final = tuple(sorted(role.value for role in Role))
_LEVELS: Final = tuple(sorted(level.value for level in SchoolLevel))
_KABUPATENS: Final = tuple(sorted(kabupaten.key for kabupaten in kabupatens()))
_PROVINCES: Final = tuple(sorted(province.key for province in provinces()))


def _text(name: str, form: TextForm | None, about: str, *, optional: bool = False, nullable: bool = False) -> Column:
    return Column(name=name, kind=ColumnKind.TEXT, form=form, about=about, optional=optional, nullable=nullable)


def _id(name: str, about: str, *, optional: bool = False, nullable: bool = False) -> Column:
    return _text(name, TextForm.OPAQUE_ID, about, optional=optional, nullable=nullable)


def _region(name: str, regions: tuple[str, ...], about: str, *, nullable: bool = False) -> Column:
    kind = ColumnKind.CODE
    return Column(name=name, kind=kind, codes=regions, unknown="unknown-region", about=about, nullable=nullable)


def _code(name: str, codes: tuple[str, ...], about: str, *, optional: bool = False, nullable: bool = False) -> Column:
    return Column(name=name, kind=ColumnKind.CODE, codes=codes, about=about, optional=optional, nullable=nullable)


def _flag(name: str, about: str, *, optional: bool = False, nullable: bool = False) -> Column:
    return Column(name=name, kind=ColumnKind.FLAG, about=about, optional=optional, nullable=nullable)


def _day(name: str, about: str, *, optional: bool = False, nullable: bool = False) -> Column:
    return Column(name=name, kind=ColumnKind.DAY, about=about, optional=optional, nullable=nullable)


_KABUPATEN: Final = _region("kabupaten", _KABUPATENS, "The Kemendagri code of the kabupaten or kota, as 33.25.")

TEACHERS: Final = Schema(
    name="teachers",
    about="One row per person of the platform, with the progress that holds on the day that is asked about.",
    key=("id",),
    columns=(
        _id("id", "Your own opaque id of the person, nobody's number or name."),
        _code("role", _ROLES, "What somebody is (peran), a value of `pmm_core.people.Role`."),
        _KABUPATEN,
        _flag("account_registered", "Whether the account is activated (akun terdaftar)."),
        _flag("logged_in", "Whether somebody has logged in at least once."),
        Column(
            name="topics_completed",
            kind=ColumnKind.INTEGER,
            minimum=0,
            about="How many topics are completed, counted in their order.",
        ),
        _code(
            "level",
            _LEVELS,
            "The level of school (jenjang), a value of `pmm_core.people.SchoolLevel`.",
            optional=True,
            nullable=True,
        ),
        _text(
            "school",
            TextForm.NPSN,
            "The number of the school (NPSN) that `locate` looks up.",
            optional=True,
            nullable=True,
        ),
    ),
)
"""Teachers, and others of the platform."""

SCHOOLS: Final = Schema(
    name="schools",
    about="One row per school (satuan pendidikan).",
    key=("npsn",),
    columns=(
        _text("npsn", TextForm.NPSN, "The number of the school (NPSN), with its leading zeros."),
        _code("level", _LEVELS, "The level (jenjang), a value of `pmm_core.people.SchoolLevel`."),
        _KABUPATEN,
        _text("kecamatan", TextForm.LINE, "The kecamatan, by name.", optional=True, nullable=True),
    ),
)
"""Schools."""

COMMUNITIES: Final = Schema(
    name="communities",
    about="One row per learning community (komunitas belajar).",
    key=("id",),
    columns=(
        _id("id", "Your own opaque id of the community."),
        _code(
            "kind",
            tuple(sorted(kind.value for kind in CommunityKind)),
            "Which of the three kinds, a value of `pmm_core.communities.CommunityKind`.",
        ),
        _region(
            "kabupaten",
            _KABUPATENS,
            "The Kemendagri code of the kabupaten it is counted in; missing for one online that belongs to none.",
            nullable=True,
        ),
        _day("registered_on", "The day it was registered in PMM; missing where it is not.", nullable=True),
    ),
)
"""Learning communities."""

MEASUREMENTS: Final = Schema(
    name="measurements",
    about="One row per figure: an area, a metric, a day, and the exact number.",
    key=("area", "metric", "on"),
    columns=(
        _region(
            "area",
            tuple(sorted((*_KABUPATENS, *_PROVINCES))),
            "The Kemendagri code of a kabupaten or kota, as 33.25, or of a province, as 33.",
        ),
        _text("metric", TextForm.METRIC_KEY, "The key of the metric, as teachers-logged-in."),
        _day("on", "The day the figure holds for."),
        Column(name="numerator", kind=ColumnKind.INTEGER, about="How many; for a score its numerator."),
        Column(
            name="denominator",
            kind=ColumnKind.INTEGER,
            minimum=0,
            nullable=True,
            about="Out of how many; 0 is an empty base; missing for a plain count.",
        ),
        _code(
            "reason",
            tuple(sorted(code.text for code in codes())),
            "A stable code of why the figure cannot be ranked; missing where it can.",
            optional=True,
            nullable=True,
        ),
    ),
)
"""Measurements, as `adoption` gives and `standings` takes them."""

CYCLES: Final = Schema(
    name="cycles",
    about="One row per performance cycle: who, when, and by which rules.",
    key=("cycle",),
    columns=(
        _id("cycle", "Your own key of the cycle."),
        _text("period", TextForm.PERIOD, "The period, as 2024-S1."),
        _code("process", tuple(sorted(process.key for process in PROCESSES)), "The key of the rules, as 2024."),
        _id("employee_id", "The opaque id of whose performance it is."),
        _code("employee_role", _ROLES, "The role of the employee."),
        _id("superior_id", "The opaque id of the superior at the beginning."),
        _code("superior_role", _ROLES, "The role of the superior at the beginning."),
    ),
)
"""Performance cycles, beside their events."""

EVENTS: Final = Schema(
    name="events",
    about="One row per event of a cycle, as it was recorded.",
    key=("cycle", "number"),
    columns=(
        _id("cycle", "The key of the cycle."),
        Column(
            name="number",
            kind=ColumnKind.INTEGER,
            minimum=1,
            about="The place of the event within its cycle, from 1, without gaps.",
        ),
        _code("kind", tuple(sorted(kind.value for kind in EventKind)), "What happened, as plan-submitted."),
        _day("on", "The day."),
        _id("by_id", "The opaque id of who recorded it."),
        _code("by_role", _ROLES, "The role of who recorded it."),
        _text(
            "body",
            None,
            "The whole event as one text, as a JSON document; two events are the same where it is.",
            optional=True,
            nullable=True,
        ),
        _day("scheduled", "The day set for the observation, where the event sets one.", optional=True, nullable=True),
        _day("dated", "The day that evidence bears.", optional=True, nullable=True),
        Column(
            name="points",
            kind=ColumnKind.INTEGER,
            minimum=0,
            about="The points of the plan, where the event carries one and all its items have a figure.",
            optional=True,
            nullable=True,
        ),
        _code(
            "indicator",
            tuple(sorted(family.value for family in IndicatorFamily)),
            "For whom the practice indicator of the plan is, a value of `pmm_core.cycle.IndicatorFamily`.",
            optional=True,
            nullable=True,
        ),
        _flag("reflected", "Whether a reflection is given, for a completed competence.", optional=True, nullable=True),
        _id("superior_id", "The opaque id of the new superior, where one is named.", optional=True, nullable=True),
        _code("superior_role", _ROLES, "The role of the new superior.", optional=True, nullable=True),
    ),
)
"""Events of performance cycles."""

SCHEMAS: Final = (TEACHERS, SCHOOLS, COMMUNITIES, MEASUREMENTS, CYCLES, EVENTS)
"""All of them."""
