"""What the office looks at in the morning: the league of its kecamatan, the cycles, the predicates."""

from batang_dashboard.cycles import CycleFolder, waiting
from batang_dashboard.league import Kecamatan, league, summary
from batang_dashboard.predicates import complaints

__all__ = ["CycleFolder", "Kecamatan", "complaints", "league", "summary", "waiting"]
