"""The people of the platform and the schools they work in."""

from pmm_core.people._level import SchoolLevel

__all__ = ["SchoolLevel"]


def __dir__() -> list[str]:
    return __all__
