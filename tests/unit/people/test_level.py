"""The levels of school."""

import pytest

from pmm_core.people import SchoolLevel

EXPECTED = [
    ("TK", "tk", "TK/PAUD", "kindergarten"),
    ("SD", "sd", "SD", "primary school"),
    ("SMP", "smp", "SMP", "junior secondary school"),
    ("SMA", "sma", "SMA", "senior secondary school"),
    ("SMK", "smk", "SMK", "vocational secondary school"),
    ("SLB", "slb", "SLB", "special school"),
]


def test_the_levels_run_from_the_youngest_pupils_to_the_oldest_with_both_labels() -> None:
    assert EXPECTED == [(level.name, level.value, level.label_id, level.label_en) for level in SchoolLevel]


def test_the_wire_text_reads_back() -> None:
    assert SchoolLevel.SMP is SchoolLevel("smp")


def test_a_name_is_no_wire_text() -> None:
    with pytest.raises(ValueError, match="'SMP' is not a valid SchoolLevel"):
        SchoolLevel("SMP")
