"""From older formats to the present one.

A format is for ever: what a release has written, every later one reads.  When the plain form of a kind changes, the
number of the format goes up by one for all kinds, and the table gets one pure function for each kind that changed.  It
takes the plain data of one value as the older format has them (the object without ``kind`` and ``format``, or the text
of a kind that is written as one), may be given anything of that type, must not fail, and must not change what it is
given; it returns what the next format has.  Values are upgraded from the outside in: what stands around a value has
put it where the present shape looks for it before its own turn comes.
"""

from types import MappingProxyType
from typing import Final

from pmm_core.codec._reading import Upgrades

FORMAT: Final[int] = 1
"""The format that is written; every earlier one is read."""

UPGRADES: Final[Upgrades] = MappingProxyType({})
