"""Objects of the core as the rows of frames, and figures of the core as the rows that a frame must give."""

from collections.abc import Iterable
from typing import Any

from carriers import Carrier
from hypothesis import settings

from pmm_core.communities import LearningCommunity
from pmm_core.people import School, Teacher
from pmm_core.ranking import Measurement

Row = dict[str, Any]


def teacher_row(teacher: Teacher) -> Row:
    progress = teacher.progress
    return {
        "id": teacher.id,
        "role": teacher.role.value,
        "kabupaten": teacher.kabupaten.key,
        "account_registered": progress.account_registered,
        "logged_in": progress.logged_in,
        "topics_completed": progress.topics_completed,
        "level": None if teacher.level is None else teacher.level.value,
        "school": None if teacher.school is None else str(teacher.school.npsn),
    }


def school_row(school: School) -> Row:
    return {
        "npsn": str(school.npsn),
        "level": school.level.value,
        "kabupaten": school.kabupaten.key,
        "kecamatan": school.kecamatan,
    }


def community_row(community: LearningCommunity) -> Row:
    return {
        "id": community.id,
        "kind": community.kind.value,
        "kabupaten": None if community.kabupaten is None else community.kabupaten.key,
        "registered_on": community.registered_on,
    }


def measurement_row(figure: Measurement, reason: str | None = None) -> Row:
    return {
        "area": figure.area.key,
        "metric": figure.metric.key,
        "on": figure.on,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "reason": reason,
    }


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The order in which a carrier gives the rows of a frame."""
    return sorted(rows, key=lambda row: repr(list(row.items())))


def few(carrier: Carrier) -> settings:
    """So many examples as an engine can bear, each of them a whole frame."""
    return settings(max_examples=max(1, carrier.examples // 5))
