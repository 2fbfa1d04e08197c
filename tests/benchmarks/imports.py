"""What importing costs, over an empty interpreter."""

from timing import Plan, Row, fresh

FIVE = "from pmm_core import Teacher, Kabupaten, LearningCommunity, PerformanceCycle, rank"


def rows(plan: Plan) -> list[Row]:
    """Measure in fresh interpreters."""
    codes = {
        "ours": "import pmm_core",
        "five": FIVE,
        "attrs": "import attrs",
        "pydantic": "from pydantic import BaseModel",
    }
    times = fresh(codes, plan)
    return [
        Row("import pmm_core", times["ours"], {"attrs": times["attrs"]}, 0.5, 0.12),
        Row(FIVE, times["five"], {"pydantic": times["pydantic"]}, 1.3, 0.8),
    ]
