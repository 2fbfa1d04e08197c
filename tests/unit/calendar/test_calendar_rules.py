"""The rules of the concept and its door."""

import subprocess
import sys

from pmm_core import calendar, holidays
from pmm_core.calendar import CALENDAR, SEMESTERS_2024_TO_MAY
from pmm_core.calendar._rules import RULES
from pmm_core.sources import Certainty, works


def test_every_public_name_is_under_a_rule() -> None:
    named = {name for rule in RULES for name in rule.applies_to}
    own = {f"pmm_core.calendar.{name}" for name in calendar.__all__}
    assert {
        *own,
        *(f"pmm_core.holidays.{name}" for name in holidays.__all__),
    } == named  # its edge has no list of its own


def test_keys_are_unique_and_begin_with_the_concept() -> None:
    keys = [rule.key for rule in RULES]
    assert len(set(keys)) == len(keys)
    assert all(key.startswith("calendar.") for key in keys)


def test_what_is_our_design_says_so_and_why() -> None:
    ours = {rule.key for rule in RULES if rule.certainty is Certainty.DESIGN}
    assert ours == {"calendar.periods-and-schemes", "calendar.whole-days", "calendar.working-days"}
    assert all(rule.note for rule in RULES if rule.key in ours)


def test_nothing_is_surer_than_what_it_rests_on() -> None:
    sure = {rule.key: rule.certainty for rule in RULES}
    assert sure["calendar.execution"] is Certainty.SEED
    assert sure["calendar.planning-extended"] is Certainty.OFFICIAL
    for inferred in ("calendar.evaluation-deadlines", "calendar.planning", "calendar.annual-period"):
        assert sure[inferred] is Certainty.SECONDARY


def test_every_day_of_a_scheme_has_a_source_in_the_bibliography() -> None:
    for scheme in (*CALENDAR.schemes, SEMESTERS_2024_TO_MAY):
        assert scheme.note
        for pattern in scheme.patterns:
            assert {source for span in pattern.phases for source in span.sources} <= set(works())
            assert {rule.source for rule in pattern.deadlines} <= set(works())


def test_the_phases_and_their_deadlines_end_on_the_same_day() -> None:
    for scheme in (*CALENDAR.schemes, SEMESTERS_2024_TO_MAY):
        for pattern in scheme.patterns:
            ends = {span.phase: span.last for span in pattern.phases}
            said = {rule.kind.phase: rule.on for rule in pattern.deadlines if rule.kind.phase}
            assert ends == said


def test_the_door_lists_what_it_offers() -> None:
    assert sorted(calendar.__all__) == dir(calendar)
    assert all(hasattr(calendar, name) for name in calendar.__all__)


def test_dateutils_parser_is_loaded_with_the_first_date_only() -> None:
    code = (
        "import sys, pmm_core.calendar as c\n"
        "before = 'dateutil.parser' in sys.modules\n"
        "c.parse_date('7 Maret 2024')\n"
        "raise SystemExit(before or 'dateutil.parser' not in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 -- our own code
