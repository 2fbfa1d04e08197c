"""Near misses: each is refused for its code, and every code of the library has at least one."""

import pytest
from hypothesis import given

from pmm_core.errors import PmmError, codes
from pmm_core.errors._codes import _FRAMES
from pmm_core.testing import NEAR_MISSES, NearMiss, near_misses


@pytest.mark.parametrize("miss", NEAR_MISSES, ids=[f"{index} {miss.code}" for index, miss in enumerate(NEAR_MISSES)])
def test_it_is_refused_for_its_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert miss.code in caught.value.codes


def test_every_code_has_one() -> None:
    elsewhere = {code.text for code in _FRAMES}  # they need an engine; tests/engines has theirs
    assert [] == sorted({code.text for code in codes()} - {miss.code for miss in NEAR_MISSES} - elsewhere)


@given(near_misses())
def test_they_are_drawn(miss: NearMiss) -> None:
    assert miss in NEAR_MISSES


@given(near_misses(codes=["over-full", "duplicate"]))
def test_some_are_drawn(miss: NearMiss) -> None:
    assert miss.code in {"over-full", "duplicate"}


def test_a_miss_tells_itself_without_its_call() -> None:
    assert "NearMiss(code='over-full', why='241 of 240')" == repr(NearMiss("over-full", "241 of 240", int))
