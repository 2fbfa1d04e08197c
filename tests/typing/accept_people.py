"""What users write with the people; checked, never run."""

from typing import Literal, assert_never, assert_type

from pmm_core.people import SchoolLevel

assert_type(SchoolLevel("sd"), SchoolLevel)
assert_type(SchoolLevel.SD.label_id, str)
assert_type(SchoolLevel.SD.label_en, str)
sd: Literal[SchoolLevel.SD] = SchoolLevel.SD


def every(level: SchoolLevel) -> int:
    match level:
        case SchoolLevel.TK | SchoolLevel.SD:
            return 1
        case SchoolLevel.SMP | SchoolLevel.SMA | SchoolLevel.SMK | SchoolLevel.SLB:
            return 2
        case _:
            assert_never(level)
