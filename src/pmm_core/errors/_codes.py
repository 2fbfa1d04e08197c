"""The catalogue of stable codes.

A code is a promise: its text and its meaning stay, whatever becomes of the message beside it.  It lives at the
bottom of the library so that a problem with an unlisted code cannot be built at all; each code has a near-miss in
`pmm_core.testing` that provokes it.
"""

from types import MappingProxyType
from typing import Final, final

import attrs


@final
@attrs.frozen
class Code:
    """One stable code and what it means.

    Args:
        text: the code as programs compare it, in lower case with hyphens.
        meaning: when it is given, in English.
        meaning_id: the same in Indonesian.
    """

    text: str
    meaning: str
    meaning_id: str


_VALUES: Final = (
    Code(
        "wrong-type",
        "the value is of a kind that this field does not take",
        "jenis nilai tidak diterima di kolom ini",
    ),
    Code(
        "bool-for-int",
        "True or False was given where a whole number is needed",
        "True/False diberikan untuk bilangan bulat",
    ),
    Code(
        "float-for-exact",
        "a float was given where only exact numbers are taken",
        "float diberikan, padahal hanya bilangan eksak yang diterima",
    ),
    Code(
        "datetime-for-date",
        "a datetime was given where a calendar day is needed",
        "datetime diberikan untuk tanggal",
    ),
    Code("not-finite", "the number is not a number or infinite", "bilangan bukan angka atau tak hingga"),
    Code(
        "out-of-range",
        "the number has more digits or a larger exponent than the library reads",
        "bilangan di luar jangkauan yang dibaca pustaka",
    ),
    Code("negative", "the number must not be below zero", "bilangan tidak boleh negatif"),
    Code("too-small", "the number is below the smallest that is allowed", "bilangan di bawah batas terkecil"),
    Code("too-large", "the number is above the largest that is allowed", "bilangan di atas batas terbesar"),
    Code(
        "empty",
        "a text or collection that must hold something is empty",
        "teks atau kumpulan yang wajib berisi ternyata kosong",
    ),
    Code("malformed", "the text does not have the form that this field needs", "bentuk teks tidak sesuai"),
    Code("duplicate", "the same thing occurs twice where it may occur once", "hal yang sama muncul dua kali"),
)

_REGIONS: Final = (
    Code(
        "unknown-region",
        "no province, kabupaten or kota has this name or code",
        "tidak ada provinsi, kabupaten, atau kota dengan nama atau kode ini",
    ),
    Code("ambiguous-region", "more than one region has this name", "nama ini dimiliki lebih dari satu wilayah"),
    Code(
        "code-system",
        "the digits do not say whose code they are (Kemendagri or BPS), or are BPS's",
        "sistem kode wilayah tidak jelas (Kemendagri atau BPS) atau milik BPS",
    ),
    Code(
        "kind-mismatch",
        "the code says kabupaten and the kind says kota, or the reverse",
        "kode dan jenis (kabupaten/kota) tidak cocok",
    ),
    Code(
        "province-mismatch",
        "the code does not begin with the code of the province",
        "kode tidak diawali kode provinsinya",
    ),
)

_RANKING: Final = (
    Code("over-full", "more were counted than the base holds", "yang terhitung melebihi jumlah dasarnya"),
    Code(
        "unexpected-base",
        "a base was given for a metric that has none",
        "penyebut diberikan untuk metrik tanpa penyebut",
    ),
    Code(
        "missing-base",
        "the metric is described as a share and no base is named or given",
        "metrik berupa persentase tetapi penyebutnya tidak ada",
    ),
    Code(
        "mixed-metrics",
        "measurements of different metrics were put into one table",
        "metrik berbeda dicampur dalam satu tabel",
    ),
    Code(
        "mixed-dates",
        "measurements of different days were put into one table",
        "tanggal berbeda dicampur dalam satu tabel",
    ),
    Code(
        "mixed-scales",
        "counts and shares were put into one table",
        "jumlah dan persentase dicampur dalam satu tabel",
    ),
    Code(
        "mixed-areas",
        "areas of different kinds were put into one table",
        "jenis wilayah berbeda dicampur dalam satu tabel",
    ),
    Code("out-of-scope", "the area lies outside the scope of the table", "wilayah di luar cakupan tabel"),
    Code(
        "tie-break-missing",
        "a tie-break has no value for an area that is ranked",
        "pemecah seri tidak punya nilai untuk wilayah yang diperingkat",
    ),
    Code(
        "tie-break-unmeasured",
        "a tie-break on the base was asked for measurements that have none",
        "pemecah seri memakai penyebut, padahal penyebut tidak ada",
    ),
    Code("not-in-table", "the area has no row in this table", "wilayah tidak ada di tabel ini"),
    Code("not-ranked", "the area is in the table without a rank", "wilayah ada di tabel tanpa peringkat"),
    Code("no-such-place", "the table has no such place", "tempat itu tidak ada di tabel"),
    Code("different-metric", "the two tables rank different metrics", "kedua tabel memakai metrik berbeda"),
    Code(
        "different-scale",
        "one table ranks counts and the other shares",
        "satu tabel memakai jumlah, yang lain persentase",
    ),
    Code("different-scope", "the two tables rank different sets of areas", "cakupan kedua tabel berbeda"),
    Code("different-ties", "the two tables number ties differently", "metode seri kedua tabel berbeda"),
    Code(
        "different-tie-breaks",
        "the two tables break ties by different keys",
        "kunci pemecah seri kedua tabel berbeda",
    ),
    Code(
        "different-minimum",
        "the two tables hide groups of different sizes",
        "batas kelompok kecil kedua tabel berbeda",
    ),
    Code(
        "dates-reversed",
        "the table called earlier is not earlier",
        "tabel yang disebut lebih awal ternyata tidak lebih awal",
    ),
    Code(
        "deadline-passed",
        "the day by which to act is not after the day of the figures",
        "tenggat tidak setelah tanggal data",
    ),
    Code(
        "no-units",
        "the score is not a count of anything, so that no number of units can be asked for",
        "skor bukan hitungan, sehingga jumlah satuan tidak dapat ditentukan",
    ),
    Code(
        "unreachable",
        "the place cannot be reached with what the base leaves",
        "tempat itu tidak terjangkau dengan sisa yang ada",
    ),
    Code(
        "teams-too-small",
        "the teams have fewer units left than are to be shared out",
        "sisa semua tim kurang dari yang harus dibagi",
    ),
    Code("weights-sum", "the weights do not add up to exactly 1", "bobot tidak berjumlah tepat 1"),
    Code(
        "wrong-metric",
        "the measurement is of a metric that is not asked for here",
        "metrik pengukuran tidak diminta di sini",
    ),
    Code(
        "funnel-widens",
        "a later step of a funnel counts more than an earlier one",
        "langkah corong berikutnya melebihi langkah sebelumnya",
    ),
    Code(
        "funnel-base",
        "the steps of one funnel were measured on different bases",
        "langkah corong memakai penyebut berbeda",
    ),
)

CODES: Final = MappingProxyType({code.text: code for code in (*_VALUES, *_REGIONS, *_RANKING)})


def codes() -> tuple[Code, ...]:
    """List every stable code with its meaning, in the order of the layers.

    Returns:
        All codes that a `Problem` or a `Refusal` can carry.

    >>> [code.text for code in codes()][:3]
    ['wrong-type', 'bool-for-int', 'float-for-exact']
    """
    return tuple(CODES.values())
