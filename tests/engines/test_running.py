"""What PySpark is asked to remember, and what a machine without narwhals is told."""

import runpy
import sys
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pytest

from pmm_core import frames
from pmm_core.frames import _running  # pyright: ignore[reportPrivateUsage] -- a step is asked by itself


class Session:
    """Stands in for a frame of PySpark with its session, and holds what it is asked for."""

    def __init__(self) -> None:
        self.asked = ""

    @property
    def sparkSession(self) -> "Session":  # noqa: N802 -- its name there
        return self

    def sql(self, query: str, *, told: object) -> pl.LazyFrame:
        assert told is self
        self.asked = query
        return pl.LazyFrame({"state_was": [0]})


def test_pyspark_is_asked_for_windows_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    native = Session()

    def to_native(_frame: object) -> Session:
        return native

    def yes(_frame: object) -> bool:
        return True

    def no(_frame: object) -> bool:
        return False

    monkeypatch.setattr(_running, "is_spark", yes)
    monkeypatch.setattr(_running, "is_duckdb", no)
    monkeypatch.setattr(nw, "to_native", to_native)
    frame: Any = object()
    memory = _running.Memory(numbers={"was": ("set_state", 3)}, texts={"who": "set_who"}, previous={"last": "body"})
    assert isinstance(_running.remembered(frame, memory), nw.LazyFrame)
    assert "cast(coalesce(lag(nullif(set_state, -1)) ignore nulls over w, 3) as bigint) as was" in native.asked
    assert "lag(set_who) ignore nulls over w as who" in native.asked
    assert "lag(body) over w as last" in native.asked
    assert native.asked.endswith("window w as (partition by cycle order by mark)")


def test_a_machine_without_narwhals_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(ModuleNotFoundError, match=r'pip install "pmm-core\[frames\]"'):
        runpy.run_path(str(frames.__file__))
