"""The domain of Indonesia's Platform Merdeka Mengajar as frozen values and pure functions.

The names here are those that most callers need; everything else is one concept away, for instance
``pmm_core.ranking.Scope``.  They are resolved lazily, so that importing the package costs next to nothing and a
concept is paid for when it is used.
"""

TYPE_CHECKING = False  # type checkers know this name; importing typing would cost more than the whole door
if TYPE_CHECKING:
    from pmm_core.appraisal import Predicate, Rating, check_distribution
    from pmm_core.calendar import CALENDAR, Period, PeriodCalendar, Phase, Window
    from pmm_core.codec import from_plain, to_plain
    from pmm_core.communities import Activity, LearningCommunity
    from pmm_core.credit import CreditLedger
    from pmm_core.cycle import Party, PerformanceCycle, Plan
    from pmm_core.errors import (
        AmbiguousNameError,
        IncomparableError,
        InvalidValueError,
        PmmError,
        RefusedError,
        UnknownNameError,
        WrongTypeError,
    )
    from pmm_core.overview import Overview, review
    from pmm_core.people import Role, School, SchoolLevel, Teacher
    from pmm_core.ranking import (
        History,
        Measurement,
        Metric,
        Movement,
        Standings,
        Target,
        Team,
        TieMethod,
        compare,
        composite,
        rank,
        rank_within,
    )
    from pmm_core.regions import Kabupaten, Province, find, find_province, kabupatens, provinces
    from pmm_core.rulebook import rules
    from pmm_core.sources import Certainty, Rule, Source

__version__: str
__all__ = [
    "CALENDAR",
    "Activity",
    "AmbiguousNameError",
    "Certainty",
    "CreditLedger",
    "History",
    "IncomparableError",
    "InvalidValueError",
    "Kabupaten",
    "LearningCommunity",
    "Measurement",
    "Metric",
    "Movement",
    "Overview",
    "Party",
    "PerformanceCycle",
    "Period",
    "PeriodCalendar",
    "Phase",
    "Plan",
    "PmmError",
    "Predicate",
    "Province",
    "Rating",
    "RefusedError",
    "Role",
    "Rule",
    "School",
    "SchoolLevel",
    "Source",
    "Standings",
    "Target",
    "Teacher",
    "Team",
    "TieMethod",
    "UnknownNameError",
    "Window",
    "WrongTypeError",
    "check_distribution",
    "compare",
    "composite",
    "find",
    "find_province",
    "from_plain",
    "kabupatens",
    "provinces",
    "rank",
    "rank_within",
    "review",
    "rules",
    "to_plain",
]

if not TYPE_CHECKING:  # hidden from type checkers, which would otherwise accept every misspelt name
    _HOMES = {
        "appraisal": ("Predicate", "Rating", "check_distribution"),
        "calendar": ("CALENDAR", "Period", "PeriodCalendar", "Phase", "Window"),
        "codec": ("from_plain", "to_plain"),
        "communities": ("Activity", "LearningCommunity"),
        "credit": ("CreditLedger",),
        "cycle": ("Party", "PerformanceCycle", "Plan"),
        "errors": (
            "AmbiguousNameError",
            "IncomparableError",
            "InvalidValueError",
            "PmmError",
            "RefusedError",
            "UnknownNameError",
            "WrongTypeError",
        ),
        "overview": ("Overview", "review"),
        "people": ("Role", "School", "SchoolLevel", "Teacher"),
        "ranking": (
            "History",
            "Measurement",
            "Metric",
            "Movement",
            "Standings",
            "Target",
            "Team",
            "TieMethod",
            "compare",
            "composite",
            "rank",
            "rank_within",
        ),
        "regions": ("Kabupaten", "Province", "find", "find_province", "kabupatens", "provinces"),
        "rulebook": ("rules",),
        "sources": ("Certainty", "Rule", "Source"),
    }
    _HOME = {name: home for home, names in _HOMES.items() for name in names}

    def __getattr__(name):
        from importlib import import_module

        if name == "__version__":
            value = import_module("importlib.metadata").version("pmm-core")
        elif name in _HOME:
            value = getattr(import_module(f"pmm_core.{_HOME[name]}"), name)
        else:
            raise AttributeError(f"module 'pmm_core' has no attribute {name!r}")
        globals()[name] = value  # the next look-up finds it without coming here
        return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
