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
HOLIDAYS_PACKAGE: Final = Source(
    key="holidays-package",
    title="Data on Indonesia of the Python package holidays, with the pages that it cites",
    locator="holidays/countries/indonesia.py, releases 0.105 to 0.109; 2022 to 2027 compared with other lists",
    certainty=Certainty.SECONDARY,
)
KEPPRES_4_2022: Final = Source(
    key="keppres-4-2022",
    title="Keppres 4/2022 tentang cuti bersama pegawai aparatur sipil negara tahun 2022, and those of other years",
    locator="press of 26 April 2022, which quotes it; for employers outside government also SE Menaker B.70/2018",
    certainty=Certainty.SECONDARY,
    issued=date(2022, 4, 26),
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
SEED_BLITAR: Final = Source(
    key="seed-blitar-2024",
    title="Report on the visit of the MGMP Informatika SMP of Kabupaten Blitar to BBGP Jawa Timur",
    locator="press report of 7 March 2024",
    certainty=Certainty.SEED,
)
PD7607: Final = Source(
    key="perdirjen-gtk-7607-2023",
    title="Perdirjen GTK 7607/B.B1/HK.03/2023: petunjuk teknis pengelolaan kinerja guru dan kepala sekolah",
    locator="text re-hosted by rumahbagipembelajar.blogspot.com and kotagorontalo.my.id",
    certainty=Certainty.OFFICIAL,
)
PD7607_EVALUATION: Final = Source(
    key="perdirjen-gtk-7607-2023-evaluation",
    title="Articles on periodic and annual evaluation, ascribed to Perdirjen GTK 7607/2023 by inference",
    locator="a school's programme book that does not name the number: online.flipbuilder.com/nmhjr/qvyz, page 44",
    certainty=Certainty.SECONDARY,
)
SE0559: Final = Source(
    key="se-dirjen-gtk-0559-2024",
    title="SE Dirjen GTK 0559/B.B1/GT.02.00/2024: pengelolaan kinerja guru dan kepala sekolah",
    locator="slideshare 266376676; sch.okeguru.com, February 2024",
    certainty=Certainty.OFFICIAL,
    issued=date(2024, 2, 2),
)
CEPU: Final = Source(
    key="sman1cepu-2024",
    title="Sosialisasi sistem pengelolaan kinerja guru pada PMM, SMAN 1 Cepu",
    locator="sman1cepu.sch.id",
    certainty=Certainty.SECONDARY,
    issued=date(2024, 1, 5),
)
NUNING: Final = Source(
    key="kompasiana-nuning-2024",
    title="A practitioner's account of the first semester of performance management in PMM",
    locator="kompasiana.com/nuningsapta1219, February 2024",
    certainty=Certainty.SECONDARY,
)
MASBABAL: Final = Source(
    key="kompasiana-masbabal-2023",
    title="A practitioner's account of the five steps of planning in PMM",
    locator="kompasiana.com/masbabal/6581c759de948f0193449f26",
    certainty=Certainty.SECONDARY,
)
REVIEW_IN_PRACTICE: Final = Source(
    key="review-in-practice",
    title="How superiors review what is submitted to them",
    locator="general knowledge; the app's own words were not found",
    certainty=Certainty.RECALLED,
)
ANNUAL_2025_PRESS: Final = Source(
    key="annual-2025-press",
    title="Guides to the annual performance management of 2025 in Ruang GTK",
    locator="blogpendidikan.net and timurkasuari.com, December 2024; mannaberbagi.my.id, February 2025",
    certainty=Certainty.SECONDARY,
)
SIARAN_14119: Final = Source(
    key="kemendikdasmen-siaran-pers-14119",
    title="Press release of Kemendikdasmen on the assessment stage of performance management in 2025",
    locator="kemendikdasmen.go.id/siaran-pers/14119",
    certainty=Certainty.OFFICIAL,
)
KD4242: Final = Source(
    key="kepdirjen-gtk-4242-2024",
    title="Kepdirjen GTK 4242/B.B1/HK.03.01/2024: pengelolaan kinerja guru, kepala sekolah dan pengawas sekolah",
    locator="through ainamulyana.com and materilengkap.my.id, November 2024; only parts were readable",
    certainty=Certainty.SECONDARY,
)
COMMON_INDONESIAN: Final = Source(
    key="common-indonesian",
    title="Common written Indonesian: names of days and months and how dates are written",
    locator="general knowledge",
    certainty=Certainty.RECALLED,
)
SEED_MGMP_IPS: Final = Source(
    key="seed-mgmp-ips-batang-2024",
    title="Report on the bimtek of MGMP IPS SMP Batang on e-Kinerja in PMM",
    locator="press report on Thursday 11 January 2024",
    certainty=Certainty.SEED,
)
SEED_BARITO_TIMUR: Final = Source(
    key="seed-barito-timur",
    title="Report on the coaching clinic for Guru Penggerak angkatan 7 in Barito Timur",
    locator="press report; the day is not given",
    certainty=Certainty.SEED,
)
PERKA_BKN_22_2007: Final = Source(
    key="perka-bkn-22-2007",
    title="Perka BKN 22/2007 (other sources: 43/2007) tentang Nomor Induk Pegawai",
    locator="through press and blogs that explain the digits",
    certainty=Certainty.SECONDARY,
)
NI_PPPK: Final = Source(
    key="ni-pppk-page",
    title="How the digits of a NI PPPK are made up",
    locator="foppsirokanhulu.blogspot.com/2024/03",
    certainty=Certainty.SECONDARY,
)
PERSESJEN_1_2018: Final = Source(
    key="persesjen-1-2018",
    title="Persesjen Kemendikbud 1/2018: petunjuk teknis pengelolaan NUPTK",
    locator="through bbpmpjabar.id/?p=1145",
    certainty=Certainty.OFFICIAL,
)
NPSN_PAGES: Final = Source(
    key="npsn-pages",
    title="Pages of schools and the reference service of the ministry on the NPSN",
    locator="seen in public code and on sites of schools",
    certainty=Certainty.SECONDARY,
)
PP_37_2007: Final = Source(
    key="pp-37-2007",
    title="PP 37/2007 on the registration of residents: the digits of a NIK",
    locator="article 37, through pages of Dukcapil and public code",
    certainty=Certainty.SECONDARY,
)
BELAJAR_DOMAINS: Final = Source(
    key="belajar-id-domains",
    title="Domains of belajar.id accounts in public code",
    locator="no official list was found",
    certainty=Certainty.SECONDARY,
)
KOMBEL_GUIDES: Final = Source(
    key="komunitas-belajar-guides",
    title="Guides to the kinds of learning communities, their members and movers",
    locator="trie.my.id/komunitas-belajar; kompasiana.com/linguaayzaara4711",
    certainty=Certainty.SECONDARY,
)
PIG_POIN: Final = Source(
    key="pig-poin",
    title="Pusat Informasi Guru: Tentang Poin di Pengembangan Kompetensi untuk Guru",
    locator="pusatinformasi.guru.kemdikbud.go.id, article 26037247064217",
    certainty=Certainty.OFFICIAL,
)
RUBRIK: Final = Source(
    key="rubrik-observasi",
    title="Panduan rubrik observasi kelas pada Pengelolaan Kinerja di PMM",
    locator="id.scribd.com/document/716269966; a third party's copy of ministry material",
    certainty=Certainty.OFFICIAL,
)
SLIDE14: Final = Source(
    key="slide-praktik-kinerja",
    title="Materi Kebijakan Pengelolaan Kinerja Era Belajar Digital, page 14",
    locator="fliphtml5.com/ejxps/ytna; a third party's copy of ministry material",
    certainty=Certainty.OFFICIAL,
)
PTF_KS: Final = Source(
    key="ptf-ks-2024",
    title="Panduan Teknis Fitur Pengelolaan Kinerja Kepala Sekolah v1.0",
    locator="id.scribd.com/document/699419931, January 2024",
    certainty=Certainty.OFFICIAL,
)
NOVI: Final = Source(
    key="novi-2024",
    title="A school supervisor's account of performance management of heads",
    locator="kompasiana.com/novinurulkhotimah, June 2024",
    certainty=Certainty.SECONDARY,
)
PRACTITIONERS: Final = Source(
    key="practitioner-forms",
    title="Practitioners' forms and reports of observations in PMM",
    locator="public code of forms A to D; kabardaily.com",
    certainty=Certainty.SECONDARY,
)
BERAKHLAK: Final = Source(
    key="berakhlak",
    title="Presentation on the seven BerAKHLAK values as work behaviour",
    locator="id.scribd.com/presentation/683205653",
    certainty=Certainty.SECONDARY,
)
TIRTO_2025: Final = Source(
    key="tirto-predicate",
    title="Press guide on how the predicate is filled from the two ratings and sent to the office",
    locator="tirto.id",
    certainty=Certainty.SECONDARY,
)
PERMENPANRB_6_2022: Final = Source(
    key="permenpanrb-6-2022",
    title="PermenPANRB 6/2022: pengelolaan kinerja pegawai ASN, annex with the matrix",
    locator="through public implementations; the annex itself was not readable",
    certainty=Certainty.SECONDARY,
)
BKN3_SLIDES: Final = Source(
    key="bkn-3-2023-slides",
    title="Peraturan BKN 3/2023 tentang angka kredit, kenaikan pangkat dan jenjang jabatan fungsional",
    locator="through a BKN trainer's slides: id.scribd.com/presentation/694983391",
    certainty=Certainty.SECONDARY,
)
CREDIT_GUIDE: Final = Source(
    key="credit-guide",
    title="Perhitungan konversi kinerja: a practitioner's guide to angka kredit",
    locator="a document in public code",
    certainty=Certainty.SECONDARY,
)
CREDIT_SIASN: Final = Source(
    key="credit-siasn",
    title="A practitioner's table of angka kredit by jenjang and predicate for SIASN",
    locator="public code",
    certainty=Certainty.SECONDARY,
)
CREDIT_COMMENT: Final = Source(
    key="credit-restart",
    title="A comment on how angka kredit accumulates within a jenjang and restarts with the next",
    locator="public code",
    certainty=Certainty.SECONDARY,
)
GOLONGAN_OLDER: Final = Source(
    key="golongan-of-teachers",
    title="The golongan ruang of each jenjang of teachers, after an older regulation",
    locator="id.scribd.com/document/46464376",
    certainty=Certainty.SECONDARY,
)
CIVIL_SERVICE: Final = Source(
    key="civil-service-ranks",
    title="Common knowledge of the civil service: names of ranks, degrees, and who rises by angka kredit",
    locator="general knowledge",
    certainty=Certainty.RECALLED,
)
SE_MENPANRB_3_2023: Final = Source(
    key="se-menpanrb-3-2023",
    title="SE MenPANRB 3/2023: organisation predicates and the distribution of employees' predicates",
    locator="through naikpangkat.com, page 3 of its guide (the shares), and dara.co.id (the predicates)",
    certainty=Certainty.SECONDARY,
    issued=date(2023, 1, 31),
)
PGP_PRESS: Final = Source(
    key="pgp-press-2022",
    title="Press reports on Guru Penggerak: when cohorts began and ended, and how learning is mixed",
    locator="jakartainsider.id pr-7316398048; gatra.com 492971 (cohort 1)",
    certainty=Certainty.SECONDARY,
)
PGP_COHORT_5: Final = Source(
    key="pgp-cohort-5",
    title="Announcement of the results of Guru Penggerak angkatan 5",
    locator="penakuis.com/pengumuman-guru-penggerak-angkatan-5",
    certainty=Certainty.SECONDARY,
)
PGP_SELECTION: Final = Source(
    key="pgp-selection-2022",
    title="Press guides to the selection for Guru Penggerak, angkatan 9 among them",
    locator="naikpangkat.com; curupekspress",
    certainty=Certainty.SECONDARY,
)
PGP_ACCOUNT: Final = Source(
    key="kompasiana-afrina-pgp",
    title="A participant's account of the roles, visits and workshops of Guru Penggerak",
    locator="kompasiana.com/afrinaletti7676, October 2024",
    certainty=Certainty.SECONDARY,
)
PROGRAMME_KNOWLEDGE: Final = Source(
    key="programme-knowledge",
    title="General knowledge of the ministry's programmes",
    locator="no source was found",
    certainty=Certainty.RECALLED,
)
JUKNIS_ANBK: Final = Source(
    key="juknis-anbk-2022",
    title="Petunjuk teknis ANBK 2022",
    locator="id.scribd.com/document/580378275; a third party's copy of ministry material",
    certainty=Certainty.OFFICIAL,
)
POS_AN: Final = Source(
    key="pos-an-2022",
    title="Peraturan Kepala BSKAP 013/H/PG.00/2022: POS asesmen nasional",
    locator="id.scribd.com/document/589745045; a third party's copy of ministry material",
    certainty=Certainty.OFFICIAL,
)
AN_PRESS: Final = Source(
    key="an-press-2022",
    title="Press guide to who takes the national assessment of 2022",
    locator="tribunnews, 26 July 2022",
    certainty=Certainty.SECONDARY,
)
RAPOR_GUIDE: Final = Source(
    key="rapor-pendidikan-guide",
    title="Presentation on Rapor Pendidikan and data-based planning (perencanaan berbasis data)",
    locator="id.scribd.com/presentation/699437117; a third party's copy of ministry material",
    certainty=Certainty.OFFICIAL,
)
INFOGURU_2024: Final = Source(
    key="infogurudancpns-2024",
    title="A teachers' page on the end of the first semester of 2024 and the beginning of the second in PMM",
    locator="infogurudancpns.blogspot.com/2024/07",
    certainty=Certainty.SECONDARY,
)
SEMESTER_RHYTHM: Final = Source(
    key="semester-rhythm",
    title="The rhythm of performance management in PMM: one cycle of practice for a period",
    locator="general knowledge; no source requires or bars a second one",
    certainty=Certainty.RECALLED,
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
    HOLIDAYS_PACKAGE,
    KEPPRES_4_2022,
    SPELLINGS,
    BPS_BRIDGING,
    RAPOR_BANDS,
    STATISTICS,
    HARE_NIEMEYER,
    PRIVACY_LAW,
    SEED_BLITAR,
    PD7607,
    PD7607_EVALUATION,
    SE0559,
    CEPU,
    NUNING,
    MASBABAL,
    REVIEW_IN_PRACTICE,
    ANNUAL_2025_PRESS,
    SIARAN_14119,
    KD4242,
    COMMON_INDONESIAN,
    SEED_MGMP_IPS,
    SEED_BARITO_TIMUR,
    PERKA_BKN_22_2007,
    NI_PPPK,
    PERSESJEN_1_2018,
    NPSN_PAGES,
    PP_37_2007,
    BELAJAR_DOMAINS,
    KOMBEL_GUIDES,
    PIG_POIN,
    RUBRIK,
    SLIDE14,
    PTF_KS,
    NOVI,
    PRACTITIONERS,
    BERAKHLAK,
    TIRTO_2025,
    PERMENPANRB_6_2022,
    BKN3_SLIDES,
    CREDIT_GUIDE,
    CREDIT_SIASN,
    CREDIT_COMMENT,
    GOLONGAN_OLDER,
    CIVIL_SERVICE,
    SE_MENPANRB_3_2023,
    PGP_PRESS,
    PGP_COHORT_5,
    PGP_SELECTION,
    PGP_ACCOUNT,
    PROGRAMME_KNOWLEDGE,
    JUKNIS_ANBK,
    POS_AN,
    AN_PRESS,
    RAPOR_GUIDE,
    INFOGURU_2024,
    SEMESTER_RHYTHM,
    OUR_DESIGN,
)


def works() -> tuple[Source, ...]:
    """List every work that a rule or a figure of the library rests on.

    Returns:
        The bibliography, each work once.

    >>> [work.key for work in works() if work.certainty is Certainty.DESIGN]
    ['pmm-core-design']
    """
    return _WORKS
