"""What the installed package knows of the years that have a decree."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final, final

import attrs
from holidays import GOVERNMENT, PUBLIC
from holidays.countries.indonesia import Indonesia

from pmm_core.holidays._decrees import DECREES

_LANGUAGE: Final = "id"  # always said: left out, the package would ask the environment


@final
@attrs.frozen
class Known:
    """The days off of the years that have a decree, with their names.

    Args:
        years: for which years the package has the joint leave that only a decree can give.
        national: the national holidays.
        joint: the days of joint leave.
    """

    years: tuple[int, ...]
    national: Mapping[date, str]
    joint: Mapping[date, str]


def _listed(category: str) -> dict[date, str]:
    found = Indonesia(years=DECREES, categories=(category,), language=_LANGUAGE, expand=False)
    return dict(sorted(found.items()))


@lru_cache(maxsize=1)  # the package and the table do not change while they are loaded
def known() -> Known:
    """Read the package, once."""
    national, joint = _listed(PUBLIC), _listed(GOVERNMENT)
    decreed = {day.year for day in joint}
    years = tuple(year for year in DECREES if year in decreed)
    return Known(years, MappingProxyType(national), MappingProxyType(joint))
