"""What attendance asks of its figures: that they lie between what the parts allow, and of whom somebody asks."""

from pmm_core._checks import Problems

Bounds = tuple[int, int]
"""The fewest and the most."""


def check_between(problems: Problems, path: str, number: int, bounds: Bounds) -> bool:
    """Check a total against what the parts allow."""
    least, most = bounds
    if number < least:
        return problems.add(path, "attendance-sum", f"leaves {number}, but the parts hold {least}")
    if number > most:
        return problems.add(path, "attendance-sum", f"leaves {number}, but the parts hold {most} at most")
    return True


def only(least: int, most: int) -> int | None:
    """The number that alone is left; None where there are several."""
    return least if least == most else None


def check_asked(path: str, value: object, kind: type[object], name: str) -> None:
    """Refuse a question for anything but one of a kind, which nobody could have attended as."""
    problems = Problems("Attendance")
    problems.instance(path, value, kind, name)
    problems.done()
