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

_CALENDAR: Final = (
    Code("window-reversed", "the window ends before it begins", "jendela waktu berakhir sebelum dimulai"),
    Code(
        "windows-apart",
        "days lie between the two windows, so that they are not one window together",
        "ada hari di antara kedua jendela waktu sehingga keduanya bukan satu jendela",
    ),
    Code("no-such-day", "the calendar has no such day", "tanggal itu tidak ada di kalender"),
    Code("partial-date", "day, month or year is missing", "tanggal, bulan, atau tahun tidak disebut"),
    Code("ambiguous-date", "the year is written with two digits only", "tahun hanya ditulis dua angka"),
    Code(
        "weekday-mismatch",
        "the day of the week that is named is not that of the date",
        "nama hari tidak cocok dengan tanggalnya",
    ),
    Code(
        "year-mismatch",
        "the date names another year than the one that was given",
        "tahun pada tanggal berbeda dari tahun yang diberikan",
    ),
    Code(
        "no-period",
        "no period is known for this day, or before or after this period",
        "tidak ada periode yang diketahui untuk hari ini, atau sebelum atau sesudah periode ini",
    ),
    Code("unknown-period", "the calendar has no such period", "periode itu tidak ada di kalender"),
    Code("no-such-phase", "the period has no such phase", "periode itu tidak punya fase tersebut"),
    Code("phase-not-open", "the phase has not begun on this day", "fase belum dimulai pada hari ini"),
    Code("phase-over", "the phase has ended before this day", "fase sudah berakhir sebelum hari ini"),
    Code(
        "not-later",
        "the extension does not end later than the regular window",
        "perpanjangan tidak berakhir lebih lambat dari jadwal semula",
    ),
    Code(
        "schemes-overlap",
        "a scheme of periods begins before the one in front of it has ended",
        "skema periode dimulai sebelum skema sebelumnya berakhir",
    ),
    Code(
        "periods-untiled",
        "the periods of a scheme leave a day out or share one",
        "periode sebuah skema melewatkan hari atau saling tumpang tindih",
    ),
    Code(
        "outside-period",
        "a phase begins or ends outside its period",
        "fase dimulai atau berakhir di luar periodenya",
    ),
    Code("no-working-day", "there is no working day within reach", "tidak ada hari kerja dalam jangkauan"),
    Code(
        "no-decree",
        "no joint decree on holidays is known for this year",
        "keputusan bersama tentang hari libur untuk tahun ini belum diketahui",
    ),
    Code("naive-datetime", "the time does not say its time zone", "waktu tidak menyebut zona waktunya"),
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
        "different-areas",
        "the two tables rank different kinds of area",
        "kedua tabel memeringkat jenis wilayah berbeda",
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

_PEOPLE: Final = (
    Code(
        "impossible-part",
        "a part of a number holds what is never issued",
        "sebagian nomor berisi nilai yang tidak pernah diterbitkan",
    ),
    Code(
        "too-young",
        "the dates make the person younger than is possible",
        "usia menurut tanggal di bawah batas yang mungkin",
    ),
    Code(
        "appointed-later",
        "the number holds an appointment after the given day",
        "pengangkatan dalam nomor setelah tanggal yang diberikan",
    ),
    Code(
        "nip-mismatch",
        "the NIP is not of the form of the employment status",
        "bentuk NIP tidak sesuai status kepegawaian",
    ),
    Code(
        "personal-id",
        "a personal number was given where an opaque id is needed",
        "nomor pribadi diberikan sebagai id",
    ),
    Code(
        "pupil-account",
        "the account of a pupil was given for somebody who works in a school",
        "akun siswa diberikan untuk pendidik",
    ),
    Code("skipped-step", "a step was taken before the one ahead of it", "langkah diambil sebelum langkah sebelumnya"),
    Code("no-topic-left", "every topic is completed already", "semua topik sudah tuntas"),
    Code("goes-back", "progress would be taken back, which never happens", "progres akan mundur"),
)

_COMMUNITIES: Final = (
    Code(
        "seat-mismatch",
        "this kind of community is not seated at such a place",
        "kedudukan tidak sesuai jenis komunitas",
    ),
    Code("forum-mismatch", "this kind of community is no such forum", "wadah tidak sesuai jenis komunitas"),
    Code("already-member", "the person is a member already", "sudah menjadi anggota"),
    Code("not-member", "the person is no member", "bukan anggota"),
    Code("already-mover", "the person is a mover already", "sudah menjadi penggerak"),
    Code("not-mover", "the person is no mover", "bukan penggerak"),
    Code("other-school", "the person works at another school", "bertugas di sekolah lain"),
    Code("other-kabupaten", "the person works in another kabupaten", "bertugas di kabupaten/kota lain"),
    Code("role-excluded", "the role of the person is not admitted", "peran tidak diterima"),
    Code("attendance-sum", "the numbers of those who attended do not add up", "jumlah peserta tidak cocok"),
)

_CYCLE: Final = (
    Code("missing-payload", "something that the event must tell was left out", "isi kejadian belum lengkap"),
    Code(
        "focus-count",
        "an observation does not rate exactly three focus behaviours",
        "observasi tidak menilai tepat tiga perilaku",
    ),
    Code(
        "aspect-count",
        "an appraisal does not judge each of the three aspects once",
        "tiga aspek praktik tidak dinilai masing-masing sekali",
    ),
    Code(
        "no-process", "no rules are known for cycles of this period", "aturan siklus untuk periode ini tidak diketahui"
    ),
    Code("same-person", "employee and superior are the same person", "pegawai dan atasan adalah orang yang sama"),
    Code(
        "wrong-superior",
        "this role cannot be the superior of that one",
        "peran ini tidak dapat menjadi atasan peran itu",
    ),
    Code("cycle-closed", "the cycle is closed and takes nothing any more", "siklus sudah ditutup"),
    Code(
        "not-in-scheme", "the scheme of this period has no such event", "skema periode ini tidak mengenal kejadian itu"
    ),
    Code("wrong-state", "the event does not follow from where the cycle stands", "kejadian tidak sesuai status siklus"),
    Code(
        "wrong-stage",
        "the event does not follow from how far the five stages have come",
        "kejadian tidak sesuai tahap praktik kinerja",
    ),
    Code("wrong-actor", "the event is recorded by another side", "kejadian dicatat oleh pihak lain"),
    Code(
        "own-approval",
        "nobody decides on their own plan or performance",
        "tidak boleh memutuskan rencana atau kinerja sendiri",
    ),
    Code("outside-window", "the day lies outside the window of the phase", "tanggal di luar masa tahap"),
    Code("before-last-event", "the day is before that of the last event", "tanggal mendahului kejadian terakhir"),
    Code("duplicate-event", "the same event was recorded already", "kejadian yang sama sudah tercatat"),
    Code(
        "wrong-indicator",
        "the indicator is not one for the role of the employee",
        "indikator tidak sesuai peran pegawai",
    ),
    Code("points-short", "the plan has fewer points than are required", "poin rencana kurang dari yang diwajibkan"),
    Code(
        "schedule-outside-window",
        "the day set for the observation is past or outside execution",
        "jadwal observasi lampau atau di luar masa pelaksanaan",
    ),
    Code("off-schedule", "the observation is not on the scheduled day", "observasi tidak pada hari terjadwal"),
    Code("unknown-item", "the plan has no such item", "butir tidak ada dalam rencana"),
    Code("evidence-number", "the evidence is not the next one of its item", "nomor bukti tidak berurutan"),
    Code(
        "evidence-outside-period",
        "the evidence is dated outside the period or after the day it was attached",
        "tanggal bukti di luar periode atau setelah dilampirkan",
    ),
    Code("item-completed", "the competence item is completed already", "butir kompetensi sudah selesai"),
    Code("missing-reflection", "this scheme asks for a reflection", "skema ini mewajibkan refleksi"),
)

_APPRAISAL: Final[tuple[Code, ...]] = (
    Code(
        "unknown-word",
        "the text is none of the words by which such a thing is called",
        "teks bukan salah satu istilah yang dikenal",
    ),
    Code(
        "no-deadline",
        "the calendar names no last day for this",
        "kalender tidak menyebut tenggat untuk ini",
    ),
    Code("other-employee", "the evaluation is of another employee", "evaluasi milik pegawai lain"),
    Code("other-year", "the period is of another year", "periode dari tahun lain"),
    Code("out-of-order", "the parts are not in order of time", "urutan waktu tidak benar"),
    Code(
        "share-too-high",
        "more employees have these predicates than the organisation's predicate allows",
        "pegawai dengan predikat ini melebihi batas menurut predikat organisasi",
    ),
    Code(
        "share-too-low",
        "fewer employees have these predicates than the organisation's predicate needs",
        "pegawai dengan predikat ini kurang dari batas menurut predikat organisasi",
    ),
    Code(
        "none-allowed",
        "nobody may have these predicates under the organisation's predicate",
        "tidak boleh ada pegawai dengan predikat ini menurut predikat organisasi",
    ),
    Code(
        "some-needed",
        "somebody must have one of these predicates under the organisation's predicate",
        "harus ada pegawai dengan salah satu predikat ini menurut predikat organisasi",
    ),
)

_CREDIT: Final = (
    Code(
        "collects-no-credit",
        "people of this employment collect no credit for a rank",
        "status kepegawaian ini tidak mengumpulkan angka kredit",
    ),
    Code(
        "partial-month",
        "the window does not begin with the first and end with the last day of a month",
        "rentang waktu tidak terdiri atas bulan utuh",
    ),
    Code("months-overlap", "credit was earned for these months already", "bulan itu sudah diberi angka kredit"),
    Code("no-evaluation", "no evaluation of performance is known yet", "belum ada hasil evaluasi kinerja"),
    Code("predicate-too-low", "the last evaluation is below Baik", "predikat evaluasi terakhir di bawah Baik"),
    Code(
        "degree-not-higher",
        "the degree is not higher than the one held or rewarded before",
        "ijazah tidak lebih tinggi daripada yang sudah dimiliki atau diakui",
    ),
    Code("credit-short", "the credit does not reach what the rise needs", "angka kredit belum mencukupi kenaikan"),
    Code("wrong-golongan", "this golongan ruang cannot follow here", "golongan ruang ini tidak dapat dituju dari sini"),
    Code("top-golongan", "nothing follows the highest golongan ruang", "tidak ada golongan ruang yang lebih tinggi"),
)

_PROGRAMMES: Final = (
    Code("unknown-fact", "a fact that the decision needs is not known", "fakta yang diperlukan belum diketahui"),
    Code(
        "no-conditions",
        "the sources give no conditions for this role of the programme",
        "sumber tidak menyebut syarat untuk peran ini",
    ),
    Code("not-in-dapodik", "the person is not registered in Dapodik", "belum terdaftar di Dapodik"),
    Code("too-few-years", "the person has taught for fewer years than are needed", "masa mengajar belum cukup"),
    Code("qualification-short", "the degree is below the one that is needed", "kualifikasi di bawah yang disyaratkan"),
    Code("no-appointment", "there is no letter of appointment (SK)", "belum memiliki SK"),
    Code("head-not-definitive", "the head of school is not a definitive one", "kepala sekolah belum definitif"),
    Code("different-unit", "the two reports are about different units", "kedua rapor milik satuan berbeda"),
    Code(
        "different-indicators",
        "the two reports do not tell the same indicators",
        "indikator kedua rapor tidak sama",
    ),
    Code(
        "practice-mismatch",
        "the practice does not stand behind this indicator of the report",
        "praktik bukan bagian dari indikator rapor ini",
    ),
    Code("wrong-step", "the step does not follow from where the planning stands", "langkah tidak sesuai urutan"),
    Code("unknown-link", "the item answers nothing of the step before", "butir tidak menjawab langkah sebelumnya"),
    Code(
        "left-open",
        "something of the step before is left without an answer",
        "ada bagian langkah sebelumnya yang belum terjawab",
    ),
)

_OVERVIEW: Final = (
    Code("optional-event", "nothing waits for an event of this kind", "kejadian ini tidak wajib"),
    Code("missing-cycles", "people who were expected have no cycle", "ada yang belum memiliki siklus"),
    Code("unfinished-cycles", "cycles of the period are not finished", "ada siklus yang belum selesai"),
    Code(
        "repeated-cycles",
        "somebody has more than one cycle of the period",
        "ada yang memiliki lebih dari satu siklus dalam satu periode",
    ),
    Code("other-period", "the cycle is of another period", "siklus milik periode lain"),
    Code(
        "overlapping-periods",
        "somebody has cycles of two periods that share days",
        "ada yang memiliki siklus dari dua periode yang tumpang tindih",
    ),
    Code("no-conflict", "the two cycles can stand side by side", "kedua siklus tidak bertentangan"),
    Code("unknown-teacher", "the cycle is of somebody who is not among the teachers", "guru pemilik siklus tidak ada"),
)

_CODEC: Final = (
    Code(
        "unknown-kind",
        "the library has no kind of document of this name",
        "pustaka tidak mengenal jenis dokumen ini",
    ),
    Code(
        "unexpected-kind",
        "the document or value is of another kind than can stand here",
        "jenis dokumen atau nilai lain dari yang seharusnya",
    ),
    Code("missing-key", "a key that must be there was left out", "kunci yang wajib ada tidak ditulis"),
    Code("unknown-key", "the object holds a key that does not belong to it", "objek berisi kunci yang tidak dikenal"),
    Code(
        "unknown-choice",
        "the text is none of the closed list that this key takes",
        "teks bukan salah satu pilihan kunci ini",
    ),
    Code(
        "newer-format",
        "the document was written in a newer format than this release reads",
        "dokumen ditulis dalam format yang lebih baru daripada yang dibaca rilis ini",
    ),
    Code(
        "over-limit",
        "the document is larger than the reader allows",
        "dokumen lebih besar daripada yang diizinkan pembaca",
    ),
    Code(
        "impossible-history",
        "an event of the document cannot follow those before it",
        "kejadian dalam dokumen tidak mungkin menyusul kejadian sebelumnya",
    ),
    Code("no-document", "values of this class are never written", "nilai kelas ini tidak pernah ditulis"),
    Code("not-json", "the text or the bytes are not JSON in UTF-8", "teks atau bita bukan JSON dalam UTF-8"),
    Code(
        "unknown-process",
        "the process is not one of the library's, so that its key does not say what it is",
        "proses bukan milik pustaka sehingga kuncinya tidak menjelaskan isinya",
    ),
    Code(
        "personal-data",
        "the value is personal as a whole and was to be written without personal data",
        "seluruh nilai adalah data pribadi, padahal diminta tanpa data pribadi",
    ),
)

_FRAMES: Final = (
    Code("missing-column", "the frame lacks a column that is needed", "kolom yang diperlukan tidak ada dalam tabel"),
    Code(
        "unknown-engine",
        "the frame is of an engine that is not one of those the library runs on",
        "tabel berasal dari mesin yang tidak didukung",
    ),
    Code("different-engine", "two frames that are to be joined are of two engines", "kedua tabel berbeda mesin"),
    Code(
        "not-over-frames",
        "the choice makes sense for objects and cannot be told from the columns of a frame",
        "pilihan ini berlaku untuk objek, tetapi tidak dapat dihitung dari kolom tabel",
    ),
    Code("missing-value", "a value is missing where there must be one", "nilai kosong di kolom yang wajib diisi"),
    Code(
        "missing-number",
        "numbers that run from 1 without gaps have a gap",
        "nomor yang harus berurutan dari 1 terlewat",
    ),
    Code(
        "unknown-cycle",
        "the event is of a cycle that is not among the cycles",
        "kejadian milik siklus yang tidak ada dalam daftar siklus",
    ),
    Code(
        "two-targets",
        "a row of the table leads to two places, so that it cannot be asked of columns",
        "satu baris aturan menuju dua tempat sehingga tidak dapat diterapkan pada kolom",
    ),
)

CODES: Final = MappingProxyType(
    {
        code.text: code
        for code in (
            *_VALUES,
            *_REGIONS,
            *_CALENDAR,
            *_PEOPLE,
            *_COMMUNITIES,
            *_APPRAISAL,
            *_CREDIT,
            *_PROGRAMMES,
            *_RANKING,
            *_CYCLE,
            *_OVERVIEW,
            *_CODEC,
            *_FRAMES,
        )
    }
)


def codes() -> tuple[Code, ...]:
    """List every stable code with its meaning, in the order of the layers.

    Returns:
        All codes that a `Problem` or a `Refusal` can carry.

    >>> [code.text for code in codes()][:3]
    ['wrong-type', 'bool-for-int', 'float-for-exact']
    """
    return tuple(CODES.values())
