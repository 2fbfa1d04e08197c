"""Indicators of practice (indikator praktik kinerja), which stand between Rapor Pendidikan and a cycle.

Rapor Pendidikan tells how a school does; performance management asks one person to better one practice.  The bridge is
a list: the sub-indicators of D.1, quality of teaching, for teachers, and choices derived from D.3, instructional
leadership, for heads of school.  What a report points at is thereby what a plan can pick.
"""

from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled


@final
@labelled(
    TEACHER=("guru (D.1 kualitas pembelajaran)", "teacher (D.1 quality of teaching)"),
    HEAD=("kepala sekolah (D.3 kepemimpinan instruksional)", "head of school (D.3 instructional leadership)"),
)
class IndicatorFamily(Labelled):
    """Whose practice an indicator describes, with the indicator of Rapor Pendidikan that it comes from.

    >>> IndicatorFamily("teacher").label_id
    'guru (D.1 kualitas pembelajaran)'
    """

    TEACHER = "teacher"
    HEAD = "head"


@final
@attrs.frozen
class PracticeIndicator:
    """One indicator of practice (indikator praktik kinerja), of which the plan of a cycle names one.

    Args:
        key: short and stable.
        family: whose practice.
        label_id: the Indonesian wording.
        label_en: the English wording.

    Raises:
        InvalidValueError: ``empty`` for an empty text.
        WrongTypeError: for a field of the wrong kind.

    >>> [indicator.label_id for indicator in TEACHER_INDICATORS][1]
    'penerapan disiplin positif'
    """

    key: str
    family: IndicatorFamily
    label_id: str
    label_en: str

    def __attrs_post_init__(self) -> None:
        problems = Problems("PracticeIndicator")
        problems.text("key", self.key)
        problems.instance("family", self.family, IndicatorFamily, "an IndicatorFamily")
        problems.text("label_id", self.label_id)
        problems.text("label_en", self.label_en)
        problems.done()


def _teacher(key: str, label_id: str, label_en: str) -> PracticeIndicator:
    return PracticeIndicator(key, IndicatorFamily.TEACHER, label_id, label_en)


def _head(key: str, label_id: str, label_en: str) -> PracticeIndicator:
    return PracticeIndicator(key, IndicatorFamily.HEAD, label_id, label_en)


TEACHER_INDICATORS: Final = (
    _teacher("classroom-order", "keteraturan suasana kelas", "orderly classroom"),
    _teacher("positive-discipline", "penerapan disiplin positif", "positive discipline"),
    _teacher("expectations", "ekspektasi pada peserta didik", "expectations of students"),
    _teacher("care", "perhatian dan kepedulian", "attention and care"),
    _teacher("feedback", "umpan balik konstruktif", "constructive feedback"),
    _teacher("adaptive-instruction", "instruksi adaptif", "adaptive instruction"),
    _teacher("instruction", "instruksi pembelajaran", "instruction"),
    _teacher("interactive-activity", "aktivitas interaktif", "interactive activity"),
)
"""The eight sub-indicators of D.1 that a teacher's plan picks one of."""

HEAD_INDICATORS: Final = (
    _head("leadership-practice", "menceritakan praktik baik kepemimpinan instruksional", "telling good leadership"),
    _head("school-programme", "memaparkan program sekolah", "presenting the school programme"),
    _head("curriculum-reflection", "refleksi pengelolaan kurikulum", "reflection on curriculum management"),
    _head("community", "mengaktifkan komunitas belajar", "activating the learning community"),
    _head("practice-cycle", "siklus penguatan praktik mengajar", "cycle of strengthening teaching practice"),
    _head("competence-programme", "refleksi program kompetensi guru", "reflection on the teachers' programme"),
)
"""Six of the eight choices of a head of school; the names of the first two were not readable."""
