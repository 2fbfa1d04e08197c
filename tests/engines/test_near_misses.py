"""Near misses of the frames: each is refused for its code, and every code of theirs has one."""

import pytest
from near_misses import FRAMES_NEAR_MISSES, events, schools

from pmm_core.errors import PmmError
from pmm_core.errors._codes import _FRAMES
from pmm_core.frames import EVENTS, SCHOOLS, verify
from pmm_core.testing import NEAR_MISSES, NearMiss


@pytest.mark.parametrize("miss", FRAMES_NEAR_MISSES, ids=lambda miss: f"{miss.code}: {miss.why}")
def test_it_is_refused_for_its_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert miss.code in caught.value.codes


def test_every_code_of_the_frames_has_one() -> None:
    here, there = {miss.code for miss in FRAMES_NEAR_MISSES}, {miss.code for miss in NEAR_MISSES}
    assert set() == {code.text for code in _FRAMES} - here - there


def test_without_the_mistake_nothing_is_refused() -> None:
    school, log = schools(), events(1, 2)
    assert school is verify(school, SCHOOLS)
    assert log is verify(log, EVENTS)
