"""Values to JSON text and back, through the strict documents of `pmm_core.codec`.

`dumps` and `loads` need nothing but Python; orjson or msgspec make them faster where one of them is installed, and what
they write and read is the same to the last byte.  `converter` puts our values into the reader's own classes and needs
cattrs: ``pip install "pmm-core[json]"``.
"""

from pmm_core.json._converter import converter
from pmm_core.json._documents import dump_bytes, dumps, loads, parse
from pmm_core.json._engines import Backend, backends
from pmm_core.json._text import DEPTH, SIZE

__all__ = ["DEPTH", "SIZE", "Backend", "backends", "converter", "dump_bytes", "dumps", "loads", "parse"]


def __dir__() -> list[str]:
    return __all__
