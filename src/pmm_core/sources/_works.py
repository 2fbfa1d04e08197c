"""The works that the library's rules rest on, each once.

Concepts import these constants; a rule never describes its source in place, so that the bibliography stays one list.
"""

from datetime import date
from typing import Final

from pmm_core.sources._source import Certainty, Source

SEED_BATANG: Final = Source(
    key="seed-batang-2022",
    title="Sempat Anjlok, Disdikbud Batang Kembali Genjot Implementasi Platform Merdeka Mengajar",
    locator="radarpekalongan.id, 24 December 2022",
    certainty=Certainty.SEED,
    issued=date(2022, 12, 24),
)
SEED_BATANGHARI: Final = Source(
    key="seed-batanghari-2022",
    title="Report on the award of BPMP Jambi to Batanghari for its support of the national assessment",
    locator="press report of 24 November 2022",
    certainty=Certainty.SEED,
)
BBPMP_JATENG: Final = Source(
    key="bbpmp-jateng-2022",
    title="Best practice of BBPMP Jawa Tengah: speeding up the use of Platform Merdeka Mengajar",
    locator="bbpmpjateng.kemdikbud.go.id",
    certainty=Certainty.OFFICIAL,
    issued=date(2022, 8, 15),
)
KOMPAK_KALTIM: Final = Source(
    key="kompak-kaltim-2022",
    title="2.085 satuan pendidikan di Kaltim mendaftar Implementasi Kurikulum Merdeka",
    locator="kompak.id; figures as of 30 June 2022",
    certainty=Certainty.SECONDARY,
)
KEPMENDAGRI_2138: Final = Source(
    key="kepmendagri-300.2.2-2138-2025",
    title="Kepmendagri 300.2.2-2138 Tahun 2025: kode dan data wilayah administrasi pemerintahan",
    locator="through four extractions of its annex that agree; the annex itself was not at hand",
    certainty=Certainty.OFFICIAL,
    issued=date(2025, 4, 25),
)
KEPPRES_41_1987: Final = Source(
    key="keppres-41-1987",
    title="Keppres 41/1987 tentang pembagian wilayah Republik Indonesia menjadi tiga wilayah waktu",
    locator="time zones of the provinces",
    certainty=Certainty.OFFICIAL,
)
PAPUA_LAWS: Final = Source(
    key="papua-laws-2022",
    title="UU 14, 15, 16 and 29/2022: new provinces in Papua",
    locator="former codes by comparing Kepmendagri 050-145/2022 with 300.2.2-2138/2025",
    certainty=Certainty.OFFICIAL,
)
SPELLINGS: Final = Source(
    key="region-spellings",
    title="Spellings of decrees, BPS and Dapodik lists and public usage",
    locator="kabupaten_aliases.csv names the source of each spelling",
    certainty=Certainty.SECONDARY,
)
BPS_BRIDGING: Final = Source(
    key="bps-bridging-2020",
    title="Codes of BPS of 2020 compared with those of Kemendagri",
    locator="199 of 514 differ; 164 denote another kabupaten here",
    certainty=Certainty.SECONDARY,
)
RAPOR_BANDS: Final = Source(
    key="rapor-bands",
    title="Percentile bands of Rapor Pendidikan",
    locator="id.scribd.com/document/672774605 (top two bands); the other three from memory",
    certainty=Certainty.SECONDARY,
)
STATISTICS: Final = Source(
    key="tie-conventions",
    title="The usual conventions for numbering tied places",
    locator="common statistical practice",
    certainty=Certainty.RECALLED,
)
HARE_NIEMEYER: Final = Source(
    key="largest-remainder",
    title="The method of largest remainders (Hare-Niemeyer)",
    locator="common practice of apportionment",
    certainty=Certainty.RECALLED,
)
PRIVACY_LAW: Final = Source(
    key="uu-27-2022",
    title="UU 27/2022 tentang Pelindungan Data Pribadi",
    locator="article 4: data that combined identify a person",
    certainty=Certainty.OFFICIAL,
)
OUR_DESIGN: Final = Source(
    key="pmm-core-design",
    title="A decision of this library",
    locator="no source says anything; see the rule's note",
    certainty=Certainty.DESIGN,
)

_WORKS: Final = (
    SEED_BATANG,
    SEED_BATANGHARI,
    BBPMP_JATENG,
    KOMPAK_KALTIM,
    KEPMENDAGRI_2138,
    KEPPRES_41_1987,
    PAPUA_LAWS,
    SPELLINGS,
    BPS_BRIDGING,
    RAPOR_BANDS,
    STATISTICS,
    HARE_NIEMEYER,
    PRIVACY_LAW,
    OUR_DESIGN,
)


def works() -> tuple[Source, ...]:
    """List every work that a rule or a figure of the library rests on.

    Returns:
        The bibliography, each work once.

    >>> [work.key for work in works() if not work.certainty.is_law]
    ['pmm-core-design']
    """
    return _WORKS
