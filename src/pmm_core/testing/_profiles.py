"""Profiles for Hypothesis, as data: how many examples, how long, and whether two runs draw the same."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from hypothesis import Phase, settings

_READ_ONLY: Final = MappingProxyType
_PHASES: Final = tuple(phase for phase in Phase if phase is not Phase.explain)

PROFILES: Final[Mapping[str, Mapping[str, Any]]] = _READ_ONLY(
    {
        "pmm-quick": _READ_ONLY({"max_examples": 20, "deadline": None, "phases": _PHASES}),
        "pmm-ci": _READ_ONLY(
            {
                "max_examples": 50,
                "deadline": None,
                "phases": _PHASES,
                "derandomize": True,
                "database": None,
                "print_blob": True,
            }
        ),
        "pmm-thorough": _READ_ONLY({"max_examples": 2_000, "deadline": None, "phases": _PHASES}),
    }
)
"""The profiles by name, each with what it sets; what it leaves out is Hypothesis' own.

``pmm-quick`` is for work at the keyboard, ``pmm-ci`` draws the same in every run and prints how to repeat a failure,
``pmm-thorough`` is for the night.  None sets a deadline, since a walk through a cycle takes as long as it is; none
explains a failure, which for a cycle takes a hundred times as long as finding the simplest one.
"""


def register_profiles() -> None:
    """Register `PROFILES` with Hypothesis (daftarkan profil), beside yours; none is loaded and none of yours changes.

    Afterwards ``settings.load_profile("pmm-ci")`` works, and so does ``pytest --hypothesis-profile=pmm-ci`` where
    ``conftest.py`` calls this.

    >>> from hypothesis import Phase, settings
    >>> register_profiles()
    >>> settings.get_profile("pmm-ci").derandomize
    True
    """
    own = settings.get_profile("default")
    for name, chosen in PROFILES.items():
        settings.register_profile(name, own, **chosen)
