"""What the fields of a row of a table may hold: members of one kind, or moves from one member to another."""

from typing import cast

from pmm_core._checks import Problems
from pmm_core._labels import Labelled


def check_all(problems: Problems, path: str, values: tuple[object, ...], kind: type[Labelled]) -> None:
    """Check that a field holds members of one kind, each once."""
    sound = [problems.instance(path, value, kind, f"of kind {kind.__name__}") for value in values]
    if all(sound) and len(set(values)) != len(values):
        problems.add(path, "duplicate", "holds something twice")


def check_moves(problems: Problems, path: str, moves: tuple[object, ...], kind: type[Labelled]) -> None:
    """Check that a field holds moves, and one at most from each place."""
    pairs: list[tuple[object, ...]] = [cast("tuple[object, ...]", move) for move in moves if isinstance(move, tuple)]
    if [len(pair) for pair in pairs] != [2] * len(moves):
        problems.add(path, "wrong-type", "must be a tuple of pairs")
        return
    check_all(problems, path, tuple(old for old, _ in pairs), kind)
    for _, new in pairs:
        problems.instance(path, new, kind, f"of kind {kind.__name__}")
