"""Every rule of the library in one list, with its source and its certainty."""

from pmm_core.rulebook._rules import rules

__all__ = ["rules"]


def __dir__() -> list[str]:
    return __all__
