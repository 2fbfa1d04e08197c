"""The decrees that fix the days.

Every autumn three ministers fix the holidays and the joint leave of the year to come, and they amend their decree
within the year: three of the six below were.  Before there is a decree the holidays package works the Islamic days out
and knows no joint leave, and says so in the names of the days at most.  So a year counts only where its decree stands
in this table, and the installed package has the days of joint leave that only a decree can give.

The days of the elections of 2024, 14 February and 27 November, are no matter of this table.  They are days off because
the package has them; it cites decrees of the president for such days, and we have seen none of these.

A year of the package that is not in the table is refused although the package may be right: nobody has compared it.
The package has joint leave from 2002 on, but Platform Merdeka Mengajar began in 2022.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

DECREES: Final[Mapping[int, tuple[str, ...]]] = MappingProxyType(
    {
        2022: ("963/2021", "375/2022", "678/2022"),
        2023: ("1066/2022", "327/2023", "624/2023"),
        2024: ("855/2023",),
        2025: ("1017/2024", "933/2025"),
        2026: ("1497/2025",),
        2027: ("1205/2026",),
    }
)
"""The joint decrees (SKB) behind the holidays and the joint leave of each year, by the number of the minister of
religion; the first one fixed the days, the later ones amended it.  What made the days of the elections of 2024 days off
is not listed."""
