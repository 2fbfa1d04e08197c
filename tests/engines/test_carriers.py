"""What goes into an engine comes out of it again."""

from datetime import date

from carriers import Carrier

from pmm_core.frames import COMMUNITIES, MEASUREMENTS, TEACHERS

TEACHER = {
    "id": "t-1",
    "role": "teacher",
    "kabupaten": "33.25",
    "account_registered": True,
    "logged_in": False,
    "topics_completed": 0,
}


def test_teachers_come_out_as_they_went_in(carrier: Carrier) -> None:
    rows = [TEACHER, TEACHER | {"id": "t-2", "role": "head"}]
    assert rows == carrier.rows(carrier.frame(rows, TEACHERS))


def test_gaps_and_days_come_out_as_they_went_in(carrier: Carrier) -> None:
    day = date(2022, 6, 30)
    rows = [
        {"area": "33.25", "metric": "a", "on": day, "numerator": 1, "denominator": None},
        {"area": "33.26", "metric": "a", "on": day, "numerator": 1, "denominator": 2},
    ]
    assert rows == carrier.rows(carrier.frame(rows, MEASUREMENTS))
    more = [{"id": "k-1", "kind": "online", "kabupaten": None, "registered_on": None}]
    assert more == carrier.rows(carrier.frame(more, COMMUNITIES))


def test_a_frame_is_of_its_engine(carrier: Carrier) -> None:
    assert isinstance(carrier.frame([TEACHER], TEACHERS), carrier.kind())
