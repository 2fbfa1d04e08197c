"""The bundled tables as rows of text, read once; what the rows mean is built from them elsewhere."""

import csv
from functools import cache
from typing import Final

DATA_VERSION: Final = "Kepmendagri 300.2.2-2138/2025"
"""The decree whose state the bundled tables have; it changes only together with them."""

ATTRIBUTION: Final = (
    "Kode dan nama wilayah: Kementerian Dalam Negeri RI, Kepmendagri 300.2.2-2138 Tahun 2025. "
    "Extraction: bayusamudra014/permendagri-kode-wilayah (CC0 1.0); checked against cahyadsn/wilayah (MIT). "
    "Time zones: Keppres 41/1987."
)
"""The line to print wherever the bundled data are shown or passed on."""


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Read one bundled table; only its own package data, and only once."""
    from importlib.resources import files  # noqa: PLC0415 -- pulls in tempfile and more; importing regions need not pay for it

    text = files("pmm_core.regions").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
