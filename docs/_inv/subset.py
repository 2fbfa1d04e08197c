"""Keep from Python's own inventory of names only those that our pages link to, so that the docs build offline.

Run by hand when a page needs a new name: ``python docs/_inv/subset.py /path/to/objects.inv``, where the inventory comes
out of Python's own documentation (Debian ships it in the package ``python3.11-doc``).
"""

import sys
import zlib
from pathlib import Path

NAMES = """
ArithmeticError AttributeError Exception False IndexError KeyError LookupError None NotImplemented RuntimeError
True TypeError ValueError abs bool bytes classmethod dict enumerate float frozenset hash int isinstance iter len list
max min object print property range repr round set sorted str sum tuple type zip
collections.abc.Callable collections.abc.Collection collections.abc.Container collections.abc.Hashable
collections.abc.Iterable collections.abc.Iterator collections.abc.Mapping collections.abc.Sequence collections.abc.Set
collections.abc.Sized copy.copy copy.deepcopy datetime.date datetime.date.isoformat datetime.datetime
datetime.timedelta decimal.Decimal enum.Enum enum.auto fractions.Fraction functools.cache functools.lru_cache
importlib.resources numbers.Rational pickle random.Random types.MappingProxyType typing.Any typing.Callable
typing.ClassVar typing.Final typing.Generic typing.Literal typing.NamedTuple typing.Protocol typing.Self
typing.TypeAlias typing.TypeVar typing.Union typing.assert_type typing.final typing.overload unittest.TestCase
""".split()  # noqa: SIM905 -- a list that people read and extend
HEADER_LINES = 4


def subset(inventory: bytes) -> bytes:
    """Return the same inventory with our names only."""
    *header, body = inventory.split(b"\n", HEADER_LINES)
    wanted = frozenset(NAMES)
    rows = zlib.decompress(body).decode().splitlines(keepends=True)
    kept = "".join(row for row in rows if row.split(" ", 1)[0] in wanted and " py:" in row)
    return b"\n".join([*header, zlib.compress(kept.encode(), 9)])


if __name__ == "__main__":
    Path(__file__).with_name("python-subset.inv").write_bytes(subset(Path(sys.argv[1]).read_bytes()))
