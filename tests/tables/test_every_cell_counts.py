"""Change any single cell of any rule table, and an expectation that was written by hand does not hold any more.

Mutation tools change code inside functions and leave the tables alone, where the rules of this library are.  So this
page finds every table itself: each value that stands at the top of a module of the four rule packages.  Each has either
an expectation, typed from the domain notes and not read off the code, or a reason why it states no rule.  Then the
tables are changed, one cell at a time: another member, one more or less, the day before or after, a row left out, a row
too many, two rows in the other order.  A table is changed as a value and held against its expectation; no module is
touched.

The rows of the processes are shown to count in ``test_cycle_tables``; only what it leaves out is asked here.
"""

import ast
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from importlib.util import find_spec, module_from_spec
from inspect import getsource
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

import attrs
import pytest

from pmm_core._labels import Labelled
from pmm_core.calendar import Extension, PeriodCalendar, PeriodScheme, WeekendOnly, YearDay
from pmm_core.cycle import PROCESSES, Process, Row
from pmm_core.errors import PmmError
from pmm_core.people import AdoptionTally
from pmm_core.ranking import Metric, Unit
from pmm_core.regions import find
from pmm_core.rulebook import rules
from pmm_core.sources import Rule, Source, works

PACKAGES = ("ranking", "calendar", "cycle", "appraisal")
PROSE = {"note", "reason", "statement", "applies_to"}  # sentences; the generated pages show a change of them
SHOWN_IN_CYCLE_TABLES = {"by", "states", "progress", "within", "guards", "choice"}

# -- how a table is read: everything that it says, in words


def words(value: Any) -> Any:  # noqa: C901, PLR0911 -- one line for each kind of value
    """Write a value in plain texts and numbers, each cell of it somewhere."""
    match value:
        case Labelled():
            return value.value
        case Source():
            return value.key
        case Rule():
            return f"{value.key} by {value.source.key}"
        case Unit():
            return f"{value.key}: {value.label_id}, {value.label_en}"
        case Metric():
            base = value.base and words(value.base)
            how = f"{value.scale.value}, {value.direction.value}, {value.source.key}"
            return [value.key, value.label_id, value.label_en, words(value.unit), base, how]
        case YearDay():
            return f"{value.month}-{value.day}{' next year' * value.years_later}"
        case Mapping():
            return [(words(key), words(each)) for key, each in value.items()]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] -- tables hold anything
        case tuple():
            return [words(each) for each in value]  # pyright: ignore[reportUnknownVariableType] -- tables hold anything
        case frozenset():
            return sorted(words(each) for each in value)  # pyright: ignore[reportUnknownVariableType] -- tables hold anything
        case type():
            return value.__name__
        case _:
            return getattr(value, "__name__", value)


def numbered(table: Mapping[Any, Callable[..., Any]]) -> list[tuple[str, list[Any]]]:
    """What each method makes of 90, 85.5, 85.5 and 80."""
    return [(ties.value, list(method([900, 855, 855, 800], range(4)))) for ties, method in table.items()]


def counted(table: Mapping[str, Callable[..., int]]) -> list[tuple[str, int]]:
    """What each step counts of sixty people."""
    tally = AdoptionTally(kabupaten=find("Kudus"), people=60, accounts=50, logged_in=40, topics=(30, 20, 10, 5))
    return [(key, count(tally)) for key, count in table.items()]


def scheme_in_words(scheme: PeriodScheme) -> list[str]:
    lines = [f"{scheme.key}, {scheme.mark}, {scheme.first_year} to {scheme.last_year}, {scheme.source.key}"]
    for pattern in scheme.patterns:
        span = f"{words(pattern.first)} to {words(pattern.last)}"
        lines.append(f"{pattern.label_id}, {pattern.label_en}: {span}")
        for phase in pattern.phases:
            sources = " ".join(source.key for source in phase.sources)
            lines.append(f"{phase.phase.value}: {words(phase.first)} to {words(phase.last)}, {sources}")
        lines += [f"{due.kind.value} by {words(due.on)}, {due.source.key}" for due in pattern.deadlines]
    return lines


def extension_in_words(extension: Extension) -> str:
    return f"{extension.phase.value} of {extension.period} until {extension.until}, {extension.source.key}"


def calendar_in_words(calendar: PeriodCalendar) -> list[Any]:
    return [*map(scheme_in_words, calendar.schemes), *map(extension_in_words, calendar.extensions)]


def known_in_words(table: Mapping[PeriodScheme | Extension, str]) -> list[Any]:
    return [
        (extension_in_words(each) if isinstance(each, Extension) else scheme_in_words(each), name)
        for each, name in table.items()
    ]


def process_in_words(process: Process) -> list[str]:
    return [f"{process.key}, {process.mark}", *(f"{row.event.kind.value}: {words(row.rule)}" for row in process.rows)]


def clauses_in_words(table: Mapping[Any, tuple[Any, ...]]) -> list[Any]:
    return [
        (
            organisation.value,
            [
                f"{'+'.join(words(each.predicates))} {each.bound.value} {each.share} {each.heads} {each.source.key} "
                f"{words(each.reading)}"
                for each in clauses
            ],
        )
        for organisation, clauses in table.items()
    ]


# -- what the notes say, typed by hand

TEACHERS = "teachers: guru, teachers"
OF_TEACHERS = [TEACHERS, TEACHERS, "share, higher, bbpmp-jateng-2022"]
IKM = "ikm-schools: satuan pendidikan pelaksana Kurikulum Merdeka, schools implementing Kurikulum Merdeka"
ACCOUNTS = [
    *("accounts-activated", "akun belajar.id yang diaktifkan", "accounts activated"),
    *(TEACHERS, TEACHERS, "share, higher, seed-batang-2022"),
]
LOGGED_IN = ["teachers-logged-in", "guru yang masuk (login) ke PMM", "teachers logged in to PMM", *OF_TEACHERS]
TOPICS = [
    [f"topic-{n}-completed", f"guru yang menuntaskan Topik {n}", f"teachers who completed topic {n}", *OF_TEACHERS]
    for n in (1, 2, 3, 4)
]
SCHOOLS = [
    *("schools-logged-in", "satuan pendidikan yang masuk (login) ke PMM", "schools logged in to PMM"),
    *("schools: satuan pendidikan, schools", IKM, "share, higher, seed-batanghari-2022"),
]
COMMUNITIES = [
    *("communities-registered", "komunitas belajar yang terdaftar di PMM", "learning communities registered in PMM"),
    *("communities: komunitas belajar, learning communities", None, "count, higher, seed-batanghari-2022"),
]

CIRCULAR, OURS = "se-menpanrb-3-2023 None", "pmm-core-design more-than-half"
EVALUATED = "perdirjen-gtk-7607-2023-evaluation"
NEXT_YEAR = f"annual-evaluation by 1-31 next year, {EVALUATED}"
MONTHS = {
    1: "januari jan",
    2: "februari feb pebruari peb",
    3: "maret mar",
    4: "april apr",
    5: "mei",
    6: "juni jun",
    7: "juli jul",
    8: "agustus agu ags agt agust",
    9: "september sep sept",
    10: "oktober okt",
    11: "november nov nopember nop",
    12: "desember des",
}
WEEK = ("senin sen", "selasa sel", "rabu rab", "kamis kam", "jumat jum", "sabtu sab", "minggu min mgg ahad")
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
PHASES = ["planning", "execution", "assessment"]


def semesters(key: str, ends: tuple[str, str], sources: tuple[str, str], by: str) -> list[str]:
    (end_1, end_2), (source_1, source_2) = ends, sources
    return [
        f"{key}, S, 2024 to 2024, perdirjen-gtk-7607-2023",
        "semester 1, first semester: 1-1 to 6-30",
        "planning: 1-1 to 1-31, sman1cepu-2024",
        f"execution: 2-1 to {end_1}, {source_1}",
        f"assessment: 6-1 to 6-30, sman1cepu-2024 {EVALUATED}",
        "planning by 1-31, sman1cepu-2024",
        f"execution by {end_1}, {by}",
        f"evaluation by 6-30, {EVALUATED}",
        "semester 2, second semester: 7-1 to 12-31",
        "planning: 7-1 to 7-31, sman1cepu-2024",
        f"execution: 8-1 to {end_2}, {source_2}",
        f"assessment: 12-1 to 12-31, sman1cepu-2024 {EVALUATED}",
        "planning by 7-31, sman1cepu-2024",
        f"execution by {end_2}, {by}",
        f"evaluation by 12-31, {EVALUATED}",
        NEXT_YEAR,
    ]


SE0559, CEPU = "se-dirjen-gtk-0559-2024", "sman1cepu-2024"
TO_JUNE = semesters("semesters-2024", ("6-30", "12-31"), (f"seed-blitar-2024 {SE0559}", SE0559), SE0559)
TO_MAY = semesters("semesters-2024-to-may", ("5-31", "11-30"), (CEPU, CEPU), CEPU)


def annual(key: str, years: str, planning: str, due: str) -> list[str]:
    """The days are the same; who says when planning is differs."""
    return [
        f"{key}, A, {years}, annual-2025-press",
        "tahunan, annual period: 1-1 to 12-31",
        f"planning: 1-1 to 1-31, {planning}",
        "execution: 2-1 to 12-31, annual-2025-press pmm-core-design",
        "assessment: 11-13 to 12-31, kemendikdasmen-siaran-pers-14119 pmm-core-design",
        f"planning by 1-31, {due}",
        "execution by 12-31, pmm-core-design",
        "evaluation by 12-31, pmm-core-design",
        "annual-evaluation by 1-31 next year, pmm-core-design",
    ]


# guides tell of planning in January 2025 and of no later year
ANNUAL = annual("annual-2025", "2025 to 2025", "annual-2025-press", "annual-2025-press")
LATER = annual("annual-from-2026", "2026 to None", "annual-2025-press pmm-core-design", "pmm-core-design")
EXTENDED = f"planning of 2024-S1 until 2024-03-31, {SE0559}"

ROWS = """
revision-requested: sending-back
plan-approved: approval, plan-agreed: approval, plan-approved: approval, plan-agreed: approval
preparation-discussed: five-stages, preparation-discussed: five-stages, observation-rescheduled: rescheduling
observation-held: observation, observation-held: observation
follow-up-discussed: five-stages, follow-up-advised: five-stages, follow-up-done: five-stages
follow-up-reflected: five-stages, final-note-given: five-stages, superior-changed: superior-change
appraised: appraisal, appraised: appraisal
appraisal-sent: sending, ekinerja-synchronised: synchronising, cycle-closed: closing
"""
DRAFTED, SUBMITTED = "plan-drafted: planning", "plan-submitted: planning"


def by(concept: str, **keys: str) -> list[str]:
    """List rules with the works that they rest on."""
    return sorted(f"{concept}.{key} by {WORKS[work]}" for work, names in keys.items() for key in names.split())


WORKS = {
    "adoption": "bbpmp-jateng-2022",
    "annual": "annual-2025-press",
    "bands": "rapor-bands",
    "batang": "seed-batang-2022",
    "batanghari": "seed-batanghari-2022",
    "berakhlak": "berakhlak",
    "bkn": "bkn-3-2023-slides",
    "blitar": "seed-blitar-2024",
    "cepu": CEPU,
    "circular": "se-menpanrb-3-2023",
    "decree": "perdirjen-gtk-7607-2023",
    "evaluated": EVALUATED,
    "forms": "practitioner-forms",
    "guide": "ptf-ks-2024",
    "joint": "keppres-4-2022",
    "language": "common-indonesian",
    "letter": SE0559,
    "memory": "review-in-practice",
    "mgmp": "seed-mgmp-ips-batang-2024",
    "novi": "novi-2024",
    "nuning": "kompasiana-nuning-2024",
    "ours": "pmm-core-design",
    "package": "holidays-package",
    "points": "pig-poin",
    "privacy": "uu-27-2022",
    "release": "kemendikdasmen-siaran-pers-14119",
    "remainder": "largest-remainder",
    "rubric": "rubrik-observasi",
    "slide": "slide-praktik-kinerja",
    "steps": "kompasiana-masbabal-2023",
    "ties": "tie-conventions",
    "tirto": "tirto-predicate",
    "tender": "permenpanrb-6-2022",
}
OF_RANKING = by(
    "ranking",
    batang="ordinal accounts target teams",
    batanghari="schools-logged-in communities",
    adoption="adoption-funnel",
    ties="ties",
    remainder="allocation",
    privacy="minimum-group",
    bands="bands",
    ours="better-first tie-breaks unranked metric-carries-base movement history projection composite within",
)
OF_CALENDAR = by(
    "calendar",
    decree="two-periods",
    cepu="planning execution-to-may assessment",
    blitar="execution",
    letter="execution-second-semester planning-extended",
    evaluated="evaluation-deadlines",
    annual="annual-period",
    release="annual-assessment",
    batang="indonesian-dates",
    language="written-dates",
    package="holidays-by-decree",
    joint="joint-leave",
    ours="periods-and-schemes whole-days working-days",
)
OF_CYCLE = by(
    "cycle",
    decree="process-2024",
    annual="process-2025",
    letter="synchronising",
    memory="sending-back",
    blitar="five-stages",
    guide="superiors heads-own-plan",
    evaluated="superiors-of-heads",
    rubric="observation",
    forms="rescheduling teacher-indicators",
    mgmp="evidence",
    points="points points-advice",
    novi="head-indicators",
    nuning="planning approval",
    steps="extra-duties",
    berakhlak="behaviours",
    slide="practice-aspects",
    tirto="appraisal sending",
    ours="nobody-decides-on-their-own supervisors stage-runs closing superior-change order-of-days taken-at-its-word "
    "tables competence",
)
OF_APPRAISAL = by(
    "appraisal",
    tender="matrix",
    bkn="synonyms",
    evaluated="evaluations evaluation-deadlines",
    circular="organisation-predicates distribution",
    letter="allowance",
    ours="words-read periodic-opening annual-opening no-annual-formula distribution-most distribution-heads",
)


WITH_WORKS = {each.split()[0]: each for each in (*OF_RANKING, *OF_CALENDAR, *OF_CYCLE, *OF_APPRAISAL)}


def of_the_cycle(head: str, *lines: str) -> list[str]:
    """The head of a process, and its rows with the rules that they carry out."""
    rows = [row.split(": ") for line in lines for text in line.split("\n") if text for row in text.split(", ")]
    return [head, *(f"{event}: {WITH_WORKS[f'cycle.{rule}']}" for event, rule in rows)]


ROWS_OF_2024 = of_the_cycle(
    *("2024, S", DRAFTED, SUBMITTED, SUBMITTED, ROWS),
    "evidence-attached: evidence, competence-completed: competence",
)
ROWS_OF_2025 = of_the_cycle("2025, A", DRAFTED, "plan-submitted: planning", ROWS, "competence-completed: process-2025")


@attrs.frozen
class Expected:
    """What a table says in words, how it is read, and whether the order of its rows says something."""

    says: Any
    read: Callable[[Any], Any] = words
    ordered: bool = True


def unordered(table: Any) -> Any:
    return sorted(words(table))


EXPECTED: dict[str, Expected] = {
    # ranking
    "ranking._area.AREAS": Expected(["Kabupaten", "Province", "Group"]),
    "ranking._area._OPEN": Expected(["nation", "named"]),
    "ranking._composite._FULL": Expected(100),
    "ranking._counting._STEPS": Expected(
        [
            *(("accounts-activated", 50), ("teachers-logged-in", 40)),
            *(("topic-1-completed", 30), ("topic-2-completed", 20)),
            *(("topic-3-completed", 10), ("topic-4-completed", 5)),
        ],
        counted,
    ),
    "ranking._funnel.ADOPTION": Expected([ACCOUNTS, LOGGED_IN, *TOPICS], lambda funnel: words(funnel.steps)),
    "ranking._rows.MINIMUM_GROUP_SIZE": Expected(5),
    "ranking._rules.METRIC_RULES": Expected(
        [
            ("accounts-activated", WITH_WORKS["ranking.accounts"]),
            *((each[0], WITH_WORKS["ranking.adoption-funnel"]) for each in (LOGGED_IN, *TOPICS)),
            ("schools-logged-in", WITH_WORKS["ranking.schools-logged-in"]),
            ("communities-registered", WITH_WORKS["ranking.communities"]),
        ]
    ),
    "ranking._rules.RULES": Expected(OF_RANKING, unordered, ordered=False),
    "ranking._standard.ACCOUNTS_ACTIVATED": Expected(ACCOUNTS),
    "ranking._standard.COMMUNITIES": Expected("communities: komunitas belajar, learning communities"),
    "ranking._standard.COMMUNITIES_REGISTERED": Expected(COMMUNITIES),
    "ranking._standard.IKM_SCHOOLS": Expected(IKM),
    "ranking._standard.POINTS": Expected("points: poin, points"),
    "ranking._standard.SCHOOLS_LOGGED_IN": Expected(SCHOOLS),
    "ranking._standard.STANDARD_METRICS": Expected([ACCOUNTS, LOGGED_IN, *TOPICS, SCHOOLS, COMMUNITIES]),
    "ranking._standard.TEACHERS": Expected(TEACHERS),
    "ranking._standard.TEACHERS_LOGGED_IN": Expected(LOGGED_IN),
    "ranking._standard.TOPICS_COMPLETED": Expected(TOPICS),
    **{f"ranking._standard.TOPIC_{n}_COMPLETED": Expected(TOPICS[n - 1]) for n in (1, 2, 3, 4)},
    "ranking._target._WEEK": Expected(7),
    "ranking._text._ARROWS": Expected([("up", "▲"), ("down", "▼"), ("same", "=")]),
    "ranking._tie_break.LARGER_BASE": Expected(("base", []), lambda each: (each.key.value, words(each.measurements))),
    "ranking._tie_break.LARGER_COUNT": Expected(("count", []), lambda each: (each.key.value, words(each.measurements))),
    "ranking._ties.NUMBERING": Expected(
        [
            ("competition", [1, 2, 2, 4]),
            ("dense", [1, 2, 2, 3]),
            ("modified", [1, 3, 3, 4]),
            ("ordinal", [1, 2, 3, 4]),
            ("fractional", [1, Fraction(5, 2), Fraction(5, 2), 4]),
        ],
        numbered,
    ),
    # calendar
    "calendar._calendar.CALENDAR": Expected([TO_JUNE, ANNUAL, LATER, EXTENDED], calendar_in_words),
    "calendar._calendar_rules._KNOWN": Expected(
        [
            (TO_JUNE, "SEMESTERS_2024"),
            (TO_MAY, "SEMESTERS_2024_TO_MAY"),
            (ANNUAL, "ANNUAL_2025"),
            (LATER, "ANNUAL_FROM_2026"),
            (EXTENDED, "PLANNING_2024_S1_EXTENDED"),
        ],
        known_in_words,
    ),
    "calendar._dates._MOST_DAYS": Expected(31),
    "calendar._dates._YEAR_DIGITS": Expected(4),
    "calendar._dates._HOLDS": Expected(3),
    "calendar._known.ANNUAL_2025": Expected(ANNUAL, scheme_in_words),
    "calendar._known.ANNUAL_FROM_2026": Expected(LATER, scheme_in_words),
    "calendar._known.PLANNING_2024_S1_EXTENDED": Expected(EXTENDED, extension_in_words),
    "calendar._known.SEMESTERS_2024": Expected(TO_JUNE, scheme_in_words),
    "calendar._known.SEMESTERS_2024_TO_MAY": Expected(TO_MAY, scheme_in_words),
    "calendar._known._NEXT_JANUARY": Expected("1-31 next year"),
    "calendar._names.FILLERS": Expected(
        sorted(["hari", "tanggal", "tgl", "pagi", "siang", "sore", "petang", "malam"]), unordered
    ),
    "calendar._names.MONTHS": Expected([(name, n) for n, names in MONTHS.items() for name in names.split()]),
    "calendar._names.MONTH_NAMES": Expected([names.split()[0].capitalize() for names in MONTHS.values()]),
    "calendar._names.WEEKDAYS": Expected([(name, n) for n, names in enumerate(WEEK) for name in names.split()]),
    "calendar._names._MONTHS": Expected([names.split() for names in MONTHS.values()]),
    "calendar._names._WEEKDAYS": Expected([names.split() for names in WEEK]),
    "calendar._phase.TRIAL_YEARS": Expected([2023, 2024]),
    "calendar._phase._LONGEST": Expected([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
    "calendar._phase._PHASES": Expected([*PHASES, None]),
    "calendar._timeline._ORDER": Expected(PHASES),
    "calendar._weekday._IN_ORDER": Expected(DAYS),
    "calendar._working.FIVE_DAY_WEEK": Expected(["saturday", "sunday"], lambda week: words(week.days_off)),
    "calendar._working.SIX_DAY_WEEK": Expected(["sunday"], lambda week: words(week.days_off)),
    # cycle
    "cycle._audit._ORDER": Expected(["wrong-stage", "wrong-state"]),
    "cycle._events.EVENT_TYPES": Expected(
        [
            *("PlanDrafted", "PlanSubmitted", "RevisionRequested", "PlanApproved"),
            *("PlanAgreed", "PreparationDiscussed", "ObservationRescheduled", "ObservationHeld"),
            *("FollowUpDiscussed", "FollowUpAdvised", "FollowUpDone", "FollowUpReflected"),
            *("FinalNoteGiven", "EvidenceAttached", "CompetenceCompleted", "SuperiorChanged"),
            *("Appraised", "AppraisalSent", "EkinerjaSynchronised", "CycleClosed"),
        ]
    ),
    "cycle._events_practice.FOCUS_BEHAVIOURS": Expected(3),
    "cycle._facts.EFFECTS": Expected(
        [
            *(("PlanDrafted", "_planned"), ("PlanSubmitted", "_planned")),
            *(("PreparationDiscussed", "_scheduled"), ("ObservationRescheduled", "_scheduled")),
            *(("EvidenceAttached", "_attached"), ("CompetenceCompleted", "_completed")),
            *(("SuperiorChanged", "_changed"), ("Appraised", "_appraised")),
        ]
    ),
    "cycle._guards.CHECKS": Expected(
        [
            *(("fitting-indicator", "_fitting_indicator"), ("enough-points", "_enough_points")),
            *(("schedule-in-window", "_schedule_in_window"), ("on-schedule", "_on_scheduled_day")),
            *(("known-item", "_known_item"), ("next-number", "_next_number")),
            *(("dated-in-period", "_dated_in_period"), ("open-item", "_open_item")),
            *(("reflection", "_reflection"), ("fitting-superior", "_fitting_superior")),
        ]
    ),
    "cycle._guards.OUTLOOKS": Expected([("on-schedule", "_on_schedule"), ("open-item", "_any_open_item")]),
    "cycle._moment._ABOVE": Expected(
        [
            ("teacher", WITH_WORKS["cycle.superiors"]),
            ("head", WITH_WORKS["cycle.superiors-of-heads"]),
            ("supervisor", WITH_WORKS["cycle.supervisors"]),
        ],
        lambda table: [(role.value, words(rule)) for role, rule in table.items()],
    ),
    "cycle._moment._READINGS": Expected(
        [("StageRuns", WITH_WORKS["cycle.stage-runs"]), ("PointsBound", WITH_WORKS["cycle.points-advice"])],
        lambda table: [(choice.__name__, words(rule)) for choice, rule in table.items()],
    ),
    "cycle._row_checks._ASKED_FOR": Expected(
        [
            *(("fitting-indicator", ["plan"]), ("enough-points", ["plan"]), ("schedule-in-window", ["scheduled"])),
            *(("on-schedule", []), ("known-item", ["item"]), ("next-number", ["item", "number"])),
            *(("dated-in-period", ["dated"]), ("open-item", ["item"]), ("reflection", ["reflection"])),
            ("fitting-superior", ["superior"]),
        ]
    ),
    "cycle._moment._STAGES_DONE": Expected(
        [
            *(("not-started", 0), ("prepared", 1), ("observed", 2), ("discussed", 2)),
            *(("advised", 3), ("followed-up", 4), ("reflected", 4), ("concluded", 5)),
        ]
    ),
    "cycle._party.OFFICE_ROLES": Expected(["office-head", "office-secretary", "office-staff"]),
    "cycle._party.SUPERIORS": Expected(
        [
            ("teacher", ["head"]),
            ("head", ["office-head", "supervisor"]),
            ("supervisor", ["office-head"]),
            *((role, []) for role in ("office-head", "office-secretary", "office-staff", "agency-staff", "trainer")),
        ]
    ),
    "cycle._plan.ADVISED_POINTS": Expected([32, 128]),
    "cycle._plan.PRACTICE_ITEM": Expected("practice"),
    "cycle._plan.MOVER_EVENTS": Expected(3),
    "cycle._plan.POINTS": Expected(
        [
            *(("self-training", 8), ("peer-observation", 8), ("community-mover", 36), ("speaker", 8)),
            *(("sharing-participant", 4), ("course", 8), ("programme", None)),
        ]
    ),
    "cycle._policies.CHOICES": Expected(
        ["ApprovalDays", "ObservationDays", "AppraisalAfter", "StageRuns", "PointsBound"]
    ),
    "cycle._process._BEGINNING": Expected([["draft", "not-started"]]),
    "cycle._process._ROW_FIELDS": Expected(
        [
            ["by", "Side", "check_all"],
            ["states", "State", "check_moves"],
            ["progress", "Progress", "check_moves"],
            ["within", "Phase", "check_all"],
            ["guards", "Guard", "check_all"],
        ]
    ),
    "cycle._rules.RULES": Expected(OF_CYCLE, unordered, ordered=False),
    "cycle._tables.PROCESS_2024": Expected(ROWS_OF_2024, process_in_words),
    "cycle._tables.PROCESS_2025": Expected(ROWS_OF_2025, process_in_words),
    "cycle._tables.PROCESSES": Expected(
        [ROWS_OF_2024, ROWS_OF_2025], lambda table: [process_in_words(process) for process in table]
    ),
    # appraisal
    "appraisal._counts._FIELDS": Expected(
        [
            *(("very-poor", "very_poor"), ("poor", "poor"), ("needs-improvement", "needs_improvement")),
            *(("good", "good"), ("very-good", "very_good")),
        ]
    ),
    "appraisal._distribution.DISTRIBUTION": Expected(
        [
            ("outstanding", [f"very-good at-most 7/10 None {CIRCULAR}", f"very-good more-than 1/2 None {OURS}"]),
            (
                "good",
                [
                    f"good at-most 7/10 None {CIRCULAR}",
                    f"good more-than 1/2 None {OURS}",
                    f"poor+needs-improvement at-least None 1 {CIRCULAR}",
                ],
            ),
            (
                "needs-improvement",
                [f"needs-improvement at-least 3/5 None {CIRCULAR}", f"very-good at-most 1/10 None {CIRCULAR}"],
            ),
            (
                "poor",
                [
                    f"poor at-least 3/5 None {CIRCULAR}",
                    f"needs-improvement at-least 1/10 None {CIRCULAR}",
                    f"very-good at-most 1/10 None {CIRCULAR}",
                ],
            ),
            (
                "very-poor",
                [
                    f"very-poor at-least 3/5 None {CIRCULAR}",
                    f"poor+needs-improvement at-least 1/10 None {CIRCULAR}",
                    f"very-good at-most None 0 {CIRCULAR}",
                ],
            ),
        ],
        clauses_in_words,
    ),
    "appraisal._distribution._WORDS": Expected(
        sorted(
            [
                *((word, "very-poor") for word in ("very-poor", "sangat kurang", "very poor")),
                *((word, "poor") for word in ("poor", "kurang")),
                *(
                    (word, "needs-improvement")
                    for word in ("needs-improvement", "butuh perbaikan", "needs improvement")
                ),
                *((word, "good") for word in ("good", "baik")),
                *((word, "outstanding") for word in ("outstanding", "istimewa")),
                ("cukup", "needs-improvement"),
            ]
        ),
        unordered,
    ),
    "appraisal._matrix.MATRIX": Expected(
        [
            (["above", "above"], "very-good"),
            (["above", "as-expected"], "good"),
            (["above", "below"], "poor"),
            (["as-expected", "above"], "good"),
            (["as-expected", "as-expected"], "good"),
            (["as-expected", "below"], "poor"),
            (["below", "above"], "needs-improvement"),
            (["below", "as-expected"], "needs-improvement"),
            (["below", "below"], "very-poor"),
        ]
    ),
    "appraisal._matrix.MATRIX_WITNESSES": Expected([("agrees", 5), ("differs", 4), ("unreadable", 1)]),
    "appraisal._rating.SYNONYMS": Expected(
        [("Cukup", "needs-improvement"), ("Kurang/Misconduct", "poor"), ("Misconduct", "poor")]
    ),
    "appraisal._rating._PREDICATE_WORDS": Expected(
        sorted(
            [
                *((word, "very-poor") for word in ("very-poor", "sangat kurang", "very poor")),
                *((word, "poor") for word in ("poor", "kurang")),
                *(
                    (word, "needs-improvement")
                    for word in ("needs-improvement", "butuh perbaikan", "needs improvement")
                ),
                *((word, "good") for word in ("good", "baik")),
                *((word, "very-good") for word in ("very-good", "sangat baik", "very good")),
                ("cukup", "needs-improvement"),
                *(("kurang/misconduct", "poor"), ("misconduct", "poor")),
            ]
        ),
        unordered,
    ),
    "appraisal._rating._RATING_WORDS": Expected(
        sorted(
            [
                *((word, "below") for word in ("below", "di bawah ekspektasi", "below expectation")),
                *((word, "as-expected") for word in ("as-expected", "sesuai ekspektasi", "as expected")),
                *((word, "above") for word in ("above", "di atas ekspektasi", "above expectation")),
            ]
        ),
        unordered,
    ),
    "appraisal._rules.RULES": Expected(OF_APPRAISAL, unordered, ordered=False),
    "appraisal._windows.EVALUATION_DEADLINES": Expected([("periodic", "evaluation"), ("annual", "annual-evaluation")]),
    "calendar._rules.RULES": Expected(OF_CALENDAR, unordered, ordered=False),
}

NO_RULE = {
    "ranking._measurement._MOST_PLACES": "a bound of what is computed",
    "ranking._order.SAFE": "a bound of what is computed",
    "ranking._text._AREA": "a column of a printed table",
    "ranking._words._WORDS": "the wording of printed tables, which the tests of the texts have word by word",
    "calendar._dates._SUBJECT": "a word of messages",
    "calendar._periods.QUESTION": "a word of messages",
    "calendar._dates._LONGEST": "a bound of what is read",
    "calendar._months._MOST": "a bound of what is computed",
    "calendar._period.FIRST_YEAR": "a bound of what is read",
    "calendar._period.LAST_YEAR": "a bound of what is read",
    "calendar._period._MOST_ORDINAL": "a bound of what is read",
    "calendar._phase._LAST_YEAR": "a bound of what is computed",
    "calendar._reader._ONE": "what a parser of other people fills in",
    "calendar._reader._OTHER": "what a parser of other people fills in",
    "calendar._reader._RAISED": "what a parser of other people may raise",
    "calendar._text._WORDS": "the wording of printed tables, which the tests of the texts have word by word",
    "calendar._timeline.YEARS": "how many years are kept worked out",
    "calendar._working._MOST": "a bound of what is computed",
    "calendar._working._REACH": "a bound of what is computed",
    "cycle._decide._OWN": "the wording of a refusal",
    "cycle._process.CLOSED": "the wording of a refusal",
    "cycle._trail.EMPTY": "a list without anything in it",
    "cycle._text._HEAD": "the wording of a printed table",
    "appraisal._wording._NONE": "no words",
}
PARTS = {  # named above the table that they stand in; a change of them is a change of its cells
    "cycle._tables._": "cycle._tables.PROCESS_2024",
    "appraisal._distribution._": "appraisal._distribution.DISTRIBUTION",
    "appraisal._check._CEILING": "appraisal._distribution.DISTRIBUTION",
}

# -- finding the tables

KINDS = (Mapping, tuple, frozenset, int, str, Fraction, date, Labelled)


def fields_of(value: object) -> list[str]:
    """The fields that a value is built from; none where it has no fields."""
    kind: Any = type(value)
    return [field.name for field in attrs.fields(kind) if field.init] if attrs.has(kind) else []


def assigned(tree: ast.Module) -> Iterator[str]:
    """Every name that is given a value at the top of a module."""
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        yield from (each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))


def found() -> dict[str, Any]:
    """Every table of the four packages by its name."""
    tables: dict[str, Any] = {}
    for package in PACKAGES:
        door = importlib.import_module(f"pmm_core.{package}")
        for info in pkgutil.iter_modules(door.__path__):
            module = importlib.import_module(f"pmm_core.{package}.{info.name}")
            for name in assigned(ast.parse(getsource(module))):
                value = getattr(module, name)
                known = isinstance(value, KINDS) or bool(fields_of(value))
                if known and "__" not in name and not isinstance(value, Rule):  # ours have no such names but __all__
                    tables[f"{package}.{info.name}.{name}"] = value
    return tables


def executed(name: str) -> ModuleType:
    """A module of the library, executed once more beside the one that everything imports."""
    spec = find_spec(name)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TABLES = found()


def part_of(name: str) -> str | None:
    return next((whole for start, whole in PARTS.items() if name.startswith(start) and name not in EXPECTED), None)


# -- changing them, one cell at a time


def instead(cell: Any) -> Iterator[Any]:  # noqa: C901, PLR0912 -- one line for each kind of cell
    """What could stand in a cell in place of what stands there."""
    match cell:
        case None:
            yield from (1, "x", Fraction(1, 2))
        case bool():
            yield not cell
        case int():
            yield from (cell - 1, cell + 1)
        case Fraction():
            yield from (cell - Fraction(1, 100), cell + Fraction(1, 100))
        case date():
            yield from (cell - timedelta(1), cell + timedelta(1))
        case str():
            yield from (cell + "x", cell[1:])
        case Enum():
            yield from (each for each in type(cell) if each is not cell)
        case Source():
            yield next(work for work in works() if work != cell)
        case Rule():
            yield next(rule for rule in rules() if rule != cell)
            yield attrs.evolve(cell, source=next(work for work in works() if work != cell.source))
        case Process():
            yield from other_values(cell, ("key", "mark"))
            for index, row in enumerate(cell.rows):
                for changed in other_values(row, ("event", "rule")):
                    yield attrs.evolve(cell, rows=(*cell.rows[:index], changed, *cell.rows[index + 1 :]))
        case _ if fields := fields_of(cell):
            yield from other_values(cell, fields)
        case Mapping():
            yield from other_rows(cell)  # pyright: ignore[reportUnknownArgumentType] -- tables hold anything
        case tuple():
            yield from other_cells(cell)  # pyright: ignore[reportUnknownArgumentType] -- tables hold anything
        case frozenset():
            yield from (cell - {each} for each in cell)  # pyright: ignore[reportUnknownVariableType] -- tables hold anything
            yield from (cell | {other} for each in cell for other in instead(each) if other not in cell)  # pyright: ignore[reportUnknownVariableType] -- tables hold anything
        case type():
            yield int
        case _:
            yield print


def other_values(value: Any, names: Any) -> Iterator[Any]:
    """A value with one of its fields otherwise, where such a value can be."""
    for name in names:
        if name not in PROSE:
            for other in instead(getattr(value, name)):
                try:
                    yield attrs.evolve(value, **{name: other})
                except (PmmError, AttributeError):  # what cannot be cannot go unnoticed
                    continue


def other_cells(cells: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    for index, cell in enumerate(cells):
        before, after = cells[:index], cells[index + 1 :]
        yield (*before, *after)
        yield (*before, cell, cell, *after)
        if after:
            yield (*before, after[0], cell, *after[1:])
        for other in (*instead(cell), *(each for each in cells if callable(each) and each is not cell)):
            yield (*before, other, *after)


def other_rows(table: Mapping[Any, Any]) -> Iterator[Mapping[Any, Any]]:
    siblings = [each for each in table.values() if callable(each)]
    for key, cell in table.items():
        yield MappingProxyType({each: table[each] for each in table if each != key})
        for other in (*instead(cell), *(each for each in siblings if each is not cell)):
            yield MappingProxyType({**table, key: other})
        for other in instead(key):
            if other not in table:
                yield MappingProxyType({**table, other: cell})
                yield MappingProxyType({(other if each == key else each): table[each] for each in table})


def is_swap(one: Any, other: Any) -> bool:
    return isinstance(one, tuple) and len(one) == len(other) and set(one) == set(other)  # pyright: ignore[reportUnknownArgumentType] -- tables hold anything


def unnoticed(table: Any, others: Iterable[Any], expected: Expected) -> Iterator[Any]:
    """Every change of a table that its expectation does not see."""
    for changed in others:
        if changed != table and (expected.ordered or not is_swap(table, changed)):
            try:
                seen = expected.read(changed) != expected.says
            except (PmmError, AttributeError, KeyError, TypeError, ValueError):
                seen = True
            if not seen:
                yield changed


class TestEveryCellCounts:
    def test_every_table_has_an_expectation_or_states_no_rule(self) -> None:
        parts = {name for name in TABLES if part_of(name)}
        assert set(TABLES) - parts - set(NO_RULE) == set(EXPECTED)
        assert not (EXPECTED.keys() & NO_RULE.keys()) | (parts & NO_RULE.keys())
        assert set(NO_RULE) <= set(TABLES)
        assert set(PARTS.values()) <= set(EXPECTED)
        assert all(any(name.startswith(start) for name in parts) for start in PARTS)

    @pytest.mark.parametrize("name", EXPECTED)
    def test_the_table_is_as_the_notes_say(self, name: str) -> None:
        assert EXPECTED[name].says == EXPECTED[name].read(TABLES[name])

    @pytest.mark.parametrize("module", sorted({name.rpartition(".")[0] for name in EXPECTED}))
    def test_the_code_that_builds_the_tables_builds_them_again(self, module: str) -> None:
        """What runs at import only is run once more, so that a tool that changes the code at work can be caught."""
        again = executed(f"pmm_core.{module}")
        for name, expected in EXPECTED.items():
            if name.rpartition(".")[0] == module:
                assert expected.says == expected.read(getattr(again, name.rpartition(".")[2]))

    @pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
    def test_the_code_that_builds_the_processes_builds_the_same_rows_again(self, process: Process) -> None:
        again = executed("pmm_core.cycle._tables")
        assert process.rows == getattr(again, f"PROCESS_{process.key}").rows

    @pytest.mark.parametrize("name", EXPECTED)
    def test_no_cell_changes_unnoticed(self, name: str) -> None:
        changed = list(instead(TABLES[name]))
        assert changed
        assert [] == list(unnoticed(TABLES[name], changed, EXPECTED[name]))

    def test_the_cells_of_the_processes_are_shown_here_or_there(self) -> None:
        there = Path(__file__).with_name("test_cycle_tables.py").read_text(encoding="utf-8")
        assert {*SHOWN_IN_CYCLE_TABLES, "event", "rule"} == {field.name for field in attrs.fields(Row)}
        assert "class TestNoCellCanChangeUnnoticed" in there

    @pytest.mark.parametrize(
        ("name", "hole"),
        [
            ("cycle._plan.POINTS", Expected(7, len)),
            ("cycle._plan.ADVISED_POINTS", Expected([32, 128], sorted)),
            ("calendar._working.SIX_DAY_WEEK", Expected(True, lambda week: isinstance(week, WeekendOnly))),
            ("ranking._funnel.ADOPTION", Expected(6, lambda funnel: len(funnel.steps))),
        ],
    )
    def test_an_expectation_that_overlooks_a_cell_is_found_out(self, name: str, hole: Expected) -> None:
        assert hole.says == hole.read(TABLES[name])
        assert [] != list(unnoticed(TABLES[name], instead(TABLES[name]), hole))
