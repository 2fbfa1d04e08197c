"""Documents of older formats are led to the present one, from the outside in; newer ones are refused."""

from typing import Any

import pytest

from pmm_core.codec import DecodeError, Limits
from pmm_core.codec._documents import read_document
from pmm_core.codec._reading import Upgrades
from pmm_core.codec._upgrades import FORMAT, UPGRADES
from pmm_core.people import SchoolLevel
from pmm_core.ranking import Allocation, Team, TeamShare

PLAIN = dict[str, Any]

# A made-up past: in format 1 a team was called by one text "place" and its share had it under "who"; in format 2 the
# level of a school was written in capitals.


def split_place(team: PLAIN) -> PLAIN:
    place = team.get("place")
    if not isinstance(place, str):
        return team
    kecamatan, _, level = place.partition("/")
    return {key: part for key, part in team.items() if key != "place"} | {"kecamatan": kecamatan, "level": level}


def rename_who(share: PLAIN) -> PLAIN:
    return {"team" if key == "who" else key: part for key, part in share.items()}


def small_letters(team: PLAIN) -> PLAIN:
    level = team.get("level")
    return team | {"level": level.lower()} if isinstance(level, str) else team


def hyphen(period: str) -> str:
    return period.replace("/", "-")


MADE_UP: Upgrades = {
    ("team", 1): split_place,
    ("team-share", 1): rename_who,
    ("team", 2): small_letters,
    ("period", 1): hyphen,
}
TEAM = Team(kecamatan="Kandeman", level=SchoolLevel.SD, left=30)
OLDEST: PLAIN = {
    "kind": "allocation",
    "format": 1,
    "units": 7,
    "shares": [{"who": {"place": "Kandeman/SD", "left": 30}, "units": 7}],
}
OLDER: PLAIN = {
    "kind": "allocation",
    "format": 2,
    "units": 7,
    "shares": [{"team": {"kecamatan": "Kandeman", "level": "SD", "left": 30}, "units": 7}],
}
PRESENT: PLAIN = {
    "kind": "allocation",
    "format": 3,
    "units": 7,
    "shares": [{"team": {"kecamatan": "Kandeman", "level": "sd", "left": 30}, "units": 7}],
}


def read(data: object, current: int = 3) -> Any:
    return read_document(data, None, Limits(), MADE_UP, current)


def problems_of(data: object, current: int = 3) -> list[tuple[str, str]]:
    with pytest.raises(DecodeError) as caught:
        read(data, current)
    return [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize("document", [OLDEST, OLDER, PRESENT], ids=["1", "2", "3"])
def test_every_format_gives_the_same_value(document: PLAIN) -> None:
    assert Allocation(7, (TeamShare(TEAM, 7),)) == read(document)


def test_a_text_is_upgraded_too() -> None:
    assert "2024-S1" == str(read({"kind": "period", "format": 1, "text": "2024/S1"}, 2))
    assert [("text", "malformed")] == problems_of({"kind": "period", "format": 2, "text": "2024/S1"}, 2)


def test_reading_changes_nothing_of_the_document() -> None:
    read(OLDEST)
    assert {"place": "Kandeman/SD", "left": 30} == OLDEST["shares"][0]["who"]


def test_what_belongs_to_another_format_is_refused() -> None:
    assert [("shares[0].team.level", "unknown-choice")] == problems_of(OLDER | {"format": 3})
    assert [("shares[0].team", "missing-key"), ("shares[0].who", "unknown-key")] == problems_of(OLDEST | {"format": 3})
    assert [("format", "newer-format")] == problems_of(PRESENT, 2)


def test_a_bad_older_document_is_refused_like_a_new_one() -> None:
    assert [("shares[0].team.left", "wrong-type")] == problems_of(
        OLDER | {"shares": [{"team": {"kecamatan": "Kandeman", "level": "SD", "left": "30"}, "units": 7}]}
    )
    assert [("shares[0].team", "wrong-type")] == problems_of(OLDEST | {"shares": [{"who": 1, "units": 7}]})


def test_the_table_of_the_library_leads_to_its_format() -> None:
    assert FORMAT >= 1
    assert [] == [step for step in UPGRADES if not 1 <= step[1] < FORMAT]
