"""The rules of the people, each with its source."""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import (
    BBPMP_JATENG,
    BELAJAR_DOMAINS,
    KD4242,
    NI_PPPK,
    NPSN_PAGES,
    OUR_DESIGN,
    PERKA_BKN_22_2007,
    PERSESJEN_1_2018,
    PP_37_2007,
    PRIVACY_LAW,
    SE0559,
    SEED_BATANG,
    SEED_BLITAR,
)

_names: Final = names_at("pmm_core.people")


RULES: Final = (
    Rule(
        key="people.school-levels",
        statement="Coordinators are named for the levels TK, SD, SMP and SMA; SMK and SLB stand beside them.",
        applies_to=_names("SchoolLevel"),
        source=SEED_BATANG,
        note="The seed names four levels; SMK and SLB are general knowledge.",
    ),
    Rule(
        key="people.nip-pns",
        statement="A NIP holds birth date, year and month of appointment, sex (1 man, 2 woman) and a serial from 001.",
        applies_to=_names("Nip", "NipForm", "Sex"),
        source=PERKA_BKN_22_2007,
        note="Sources name this regulation or 43/2007.  Years before 1970 and ages below 17 are refused by our design.",
    ),
    Rule(
        key="people.nip-pppk",
        statement="An NI PPPK holds the number of the work agreement, 21 or more, where a NIP holds the month.",
        applies_to=_names("Nip", "NipForm"),
        source=NI_PPPK,
        note="One source says number of agreements, another code or cohort; only 01-12 against 21 and up is used.",
    ),
    Rule(
        key="people.nip-matches-employment",
        statement="A PNS has a NIP, a PPPK an NI PPPK, and whoever is neither has no such number.",
        applies_to=_names("Teacher", "EmploymentStatus"),
        source=NI_PPPK,
    ),
    Rule(
        key="people.nuptk",
        statement="A NUPTK is 16 digits, permanent and opaque.",
        applies_to=_names("Nuptk"),
        source=PERSESJEN_1_2018,
        note="No check digit and no structure is published; that zeros only are refused is our design.",
    ),
    Rule(
        key="people.npsn",
        statement="An NPSN has eight characters: digits, with P or K first for community units and courses.",
        applies_to=_names("Npsn", "School"),
        source=NPSN_PAGES,
        note="Pages that claim 10 or 14 digits are wrong.  Other letters were not seen and are not excluded.",
    ),
    Rule(
        key="people.nik",
        statement="A NIK holds the region of first registration, the birth date (day + 40 for women) and a serial.",
        applies_to=_names("Nik", "Sex"),
        source=PP_37_2007,
        note="The digits are told by pages and public code; the text of PP 37/2007 was not seen.  Codes from before "
        "splits older than 2022 are not in the tables, so that an unknown code is a warning.",
    ),
    Rule(
        key="people.nik-century",
        statement="The century of a NIK is the later one in which its owner has at least a given age, 17 by default.",
        applies_to=_names("Nik"),
        source=OUR_DESIGN,
        note="The number does not hold the century; a teacher is at least 17.",
    ),
    Rule(
        key="people.belajar-account",
        statement="An account ends in belajar.id, and the names before it tell whom and which level it is for.",
        applies_to=_names("BelajarAccount", "AccountRole"),
        source=BELAJAR_DOMAINS,
        note="No official list was found; domains that the table does not hold are valid, with role and level unknown.",
    ),
    Rule(
        key="people.roles",
        statement="People appear as teachers, heads, supervisors, trainers, and staff of the office and of agencies.",
        applies_to=_names("Role", "Teacher"),
        source=SEED_BLITAR,
        note="Gathered from all five seeds; the list is not closed by any of them.",
    ),
    Rule(
        key="people.performance-management",
        statement="Teachers and heads who are ASN under local government must use performance management in PMM; those "
        "who are not ASN are encouraged.",
        applies_to=_names("obligation", "Obligation", "EmploymentStatus", "Teacher"),
        source=SE0559,
        note="Who employs somebody is not modelled: an ASN of another employer, such as a teacher of a madrasah, gets "
        "the answer for local government.  A note of January 2024 says that PPPK could not use it yet, which was an "
        "early state.",
    ),
    Rule(
        key="people.performance-management-supervisors",
        statement="The guidance covers school supervisors beside teachers and heads.",
        applies_to=_names("obligation", "Obligation"),
        source=KD4242,
        note="Of November 2024; the one before it names teachers and heads only.  Only parts were readable: no source "
        "says that supervisors must, or what their employment changes, so that they are called covered and no more.",
    ),
    Rule(
        key="people.performance-management-others",
        statement="Whom the guidance does not name it does not cover: offices, agencies and ministry trainers.",
        applies_to=_names("obligation", "Obligation"),
        source=OUR_DESIGN,
        note="The guidance names teachers, heads and, from November 2024, supervisors; no source was read that says "
        "of the others in so many words that it does not cover them.",
    ),
    Rule(
        key="people.progress",
        statement="Progress goes from the account through the log-in to the topics, four at the end of 2022.",
        applies_to=_names("PmmProgress", "TOPICS"),
        source=SEED_BATANG,
        note="The list of topics grew later, so that their number is an argument.",
    ),
    Rule(
        key="people.progress-narrows",
        statement="No step is taken before the one ahead of it, and none is ever taken back.",
        applies_to=_names("PmmProgress"),
        source=OUR_DESIGN,
        note="The funnel of BBPMP Jawa Tengah narrows from step to step; that a record may not go back is ours.",
    ),
    Rule(
        key="people.adoption",
        statement="Adoption counts, per kabupaten, the teachers who took each step of the funnel.",
        applies_to=_names("AdoptionTally", "count_adoption"),
        source=BBPMP_JATENG,
        note="Kudus in August 2022: 88, 54, 35, 25, 17 %.",
    ),
    Rule(
        key="people.adoption-roles",
        statement="Only those whose role is teacher are counted unless the caller names other roles.",
        applies_to=_names("COUNTED_ROLES", "count_adoption"),
        source=OUR_DESIGN,
        note="Sources say teachers; whether heads, who may teach as well, were counted is not said.",
    ),
    Rule(
        key="people.masks",
        statement="Names, numbers and addresses stand in no repr and no error; people are known by opaque ids.",
        applies_to=_names("Teacher", "School", "Identifier", "Nip", "Nuptk", "Npsn", "Nik", "BelajarAccount"),
        source=PRIVACY_LAW,
        note="The law says what personal data are; how they are kept out of texts is our design.",
    ),
    Rule(
        key="people.pseudonyms",
        statement="A pseudonym is keyed (HMAC-SHA-256), with a key of at least 32 bytes.",
        applies_to=_names("pseudonym", "MINIMUM_KEY_BYTES"),
        source=OUR_DESIGN,
        note="A bare hash of a NIP can be undone by trying all of them; RFC 2104 advises a key as long as the result.",
    ),
)
