"""The rules of the regions, each with its source."""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import (
    BPS_BRIDGING,
    KEPMENDAGRI_2138,
    KEPPRES_41_1987,
    OUR_DESIGN,
    PAPUA_LAWS,
    SPELLINGS,
)

_names: Final = names_at("pmm_core.regions")


RULES: Final = (
    Rule(
        key="regions.table",
        statement="Codes, names, kinds and numbers of kecamatan of 38 provinces, 416 kabupaten and 98 kota.",
        applies_to=_names("provinces", "kabupatens", "Province", "Kabupaten", "DATA_VERSION", "ATTRIBUTION"),
        source=KEPMENDAGRI_2138,
        note=(
            "Read from four extractions of the annex that agree; the annex itself was not at hand.  The amendment "
            "300.2.2-2430/2025, seen through a recap, changes no kabupaten and no number of kecamatan."
        ),
    ),
    Rule(
        key="regions.code-form",
        statement="A province has two digits; a kabupaten has those of its province, a dot and two of its own.",
        applies_to=_names("ProvinceCode", "KabupatenCode"),
        source=KEPMENDAGRI_2138,
        note="Computed from the table.",
    ),
    Rule(
        key="regions.kinds",
        statement="The last two digits of a code tell the kind: 01 to 69 kabupaten, 71 to 99 kota.",
        applies_to=_names("RegionKind", "KabupatenCode", "Kabupaten"),
        source=KEPMENDAGRI_2138,
        note="Agrees with the kind of all 514 rows.",
    ),
    Rule(
        key="regions.administrative-names",
        statement='The six regions of Jakarta carry the word "Administrasi" in their official names.',
        applies_to=_names("Kabupaten"),
        source=KEPMENDAGRI_2138,
        note="They are administrative: they have no council of their own.",
    ),
    Rule(
        key="regions.island-groups",
        statement="The provinces form seven groups of islands.",
        applies_to=_names("IslandGroup"),
        source=OUR_DESIGN,
        note="A column of the bundled table that follows the first digit of the code; no work was found behind it.",
    ),
    Rule(
        key="regions.time-zones",
        statement="Each province lies in one of three time zones, UTC+7, UTC+8 and UTC+9.",
        applies_to=_names("TimeZone"),
        source=KEPPRES_41_1987,
        note="The decree is older than some provinces; these have the zone of the province they were part of.",
    ),
    Rule(
        key="regions.aliases",
        statement="Other spellings, former names and usual abbreviations, each of which names one region.",
        applies_to=_names("Alias", "aliases"),
        source=SPELLINGS,
        note=(
            "The spellings of Dapodik are of about 2021.  Three renames rest on PP 61/2017, PP 2/2019 and PP 14/2020.  "
            "Abbreviations that were not found in public text, and ambiguous ones such as Mura, are left out."
        ),
    ),
    Rule(
        key="regions.former-codes",
        statement="26 codes from before the new provinces in Papua, with the codes of today.",
        applies_to=_names("FormerCode", "former_codes"),
        source=PAPUA_LAWS,
        note="Splits before 2022 are not covered.",
    ),
    Rule(
        key="regions.resolver-order",
        statement=(
            "A text is tried as code, former code, name with kind word, bare name, other spelling, and letters and "
            "digits only; where two regions remain, none is picked."
        ),
        applies_to=_names("find", "resolve", "MatchedBy", "Resolution"),
        source=OUR_DESIGN,
        note=(
            'A text that says kota is never a kabupaten nor the reverse, but for "Kota Baru", which is how BPS writes '
            "Kabupaten Kotabaru while there is no Kota Baru."
        ),
    ),
    Rule(
        key="regions.squashed-key",
        statement="Names that agree in their letters and digits are the same name.",
        applies_to=_names("find", "resolve"),
        source=OUR_DESIGN,
        note="Over the 514 names it makes no collision beyond the 26 shared names.",
    ),
    Rule(
        key="regions.province-short-forms",
        statement="A province is found by its code, its name and a small table of usual short forms.",
        applies_to=_names("find_province"),
        source=OUR_DESIGN,
        note="The short forms (NTB, Jateng, DIY and the like) are general knowledge; no source was collected.",
    ),
    Rule(
        key="regions.bps-refused",
        statement="Four bare digits are refused unless their system is named, and codes of BPS always.",
        applies_to=_names("CodeSystem", "KabupatenCode"),
        source=BPS_BRIDGING,
        note="That they denote other kabupaten is the source's; to refuse rather than translate them is our design.",
    ),
)
