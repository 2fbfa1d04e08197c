"""The school (satuan pendidikan)."""

from typing import Any, final

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import check_line, is_line
from pmm_core.people._level import SchoolLevel
from pmm_core.people._npsn import Npsn
from pmm_core.regions import Kabupaten


@final
@attrs.frozen(kw_only=True, repr=False)
class School:
    """A school (satuan pendidikan).

    Its `repr` shows neither name nor number: a school has one head, so that either would tell who is meant.

    Args:
        npsn: its number.
        level: its level (jenjang).
        kabupaten: the kabupaten or kota that it lies in.
        kecamatan: the kecamatan that it lies in, or None where unknown; no table of them is bundled.
        name: its name, or None where unknown.

    Raises:
        InvalidValueError: ``empty`` or ``malformed`` for a text.
        WrongTypeError: ``wrong-type`` for a field of the wrong kind.

    >>> from pmm_core.regions import find
    >>> School(npsn=Npsn("20300001"), level=SchoolLevel.SD, kabupaten=find("Kab. Batang"), kecamatan="Kandeman")
    <School SD in Kandeman, Kabupaten Batang>
    """

    npsn: Npsn
    level: SchoolLevel
    kabupaten: Kabupaten
    kecamatan: str | None = None
    name: str | None = None

    def __attrs_post_init__(self) -> None:
        me: Any = self  # whatever a caller without a type checker gave
        if (
            type(me.npsn) is Npsn
            and type(me.level) is SchoolLevel
            and type(me.kabupaten) is Kabupaten
            and (me.kecamatan is None or is_line(me.kecamatan))
            and (me.name is None or is_line(me.name))
        ):
            return
        problems = Problems("School")
        problems.instance("npsn", self.npsn, Npsn, "an Npsn")
        problems.instance("level", self.level, SchoolLevel, "a SchoolLevel")
        problems.instance("kabupaten", self.kabupaten, Kabupaten, "a Kabupaten")
        if self.kecamatan is not None:
            check_line(problems, "kecamatan", self.kecamatan)
        if self.name is not None:
            check_line(problems, "name", self.name)
        problems.done()

    def __hash__(self) -> int:
        return hash(self.npsn)

    def __repr__(self) -> str:
        kecamatan = "" if self.kecamatan is None else f"{self.kecamatan}, "
        return f"<School {self.level.label_id} in {kecamatan}{self.kabupaten}>"
