"""The closed word lists."""

from pmm_core.regions import CodeSystem, IslandGroup, MatchedBy, RegionKind, TimeZone


def test_the_wire_texts_are_fixed() -> None:
    assert [kind.value for kind in RegionKind] == ["kabupaten", "kota"]
    assert [system.value for system in CodeSystem] == ["kemendagri", "bps"]
    assert [zone.value for zone in TimeZone] == ["wib", "wita", "wit"]
    assert [group.value for group in IslandGroup] == [
        "sumatera",
        "jawa",
        "bali-dan-nusa-tenggara",
        "kalimantan",
        "sulawesi",
        "maluku",
        "papua",
    ]
    assert [matched.value for matched in MatchedBy] == [
        "code",
        "former-code",
        "official-name",
        "name",
        "alias",
        "squashed",
    ]


def test_the_zones_are_whole_hours_ahead_of_utc() -> None:
    assert {zone.name: zone.utc_offset for zone in TimeZone} == {"WIB": 7, "WITA": 8, "WIT": 9}


def test_every_member_is_labelled_in_both_languages() -> None:
    for words in (RegionKind, CodeSystem, TimeZone, IslandGroup, MatchedBy):
        for member in words:
            assert member.label_id
            assert member.label_en
