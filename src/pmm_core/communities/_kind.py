"""Kinds of learning communities, and who may belong to them.

                     seat         members                      movers
    online           any or none  educators from anywhere      educators
    within a school  a school     educators of that school     teacher, head, supervisor
    between schools  a kabupaten  educators of that kabupaten  educators

Educators (guru dan tenaga kependidikan, GTK) are teachers, heads and supervisors here.
"""

from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.people import Role, School
from pmm_core.regions import Kabupaten
from pmm_core.sources import Source
from pmm_core.sources._works import KOMBEL_GUIDES, SEED_BLITAR


@final
@labelled(
    ONLINE=("daring di PMM", "online in PMM"),
    WITHIN_SCHOOL=("dalam sekolah", "within a school"),
    BETWEEN_SCHOOLS=("antar-sekolah", "between schools"),
)
class CommunityKind(Labelled):
    """The three kinds of learning communities (komunitas belajar).

    >>> CommunityKind("within-school").label_id
    'dalam sekolah'
    """

    ONLINE = "online"
    WITHIN_SCHOOL = "within-school"
    BETWEEN_SCHOOLS = "between-schools"


@final
@labelled(
    KKG=("Kelompok Kerja Guru", "working group of primary teachers"),
    MGMP=("Musyawarah Guru Mata Pelajaran", "forum of subject teachers"),
    MGBK=("Musyawarah Guru Bimbingan dan Konseling", "forum of counsellors"),
    KKKS=("Kelompok Kerja Kepala Sekolah", "working group of heads of primary schools"),
    MKKS=("Musyawarah Kerja Kepala Sekolah", "forum of heads of secondary schools"),
    PKG=("Pusat Kegiatan Gugus PAUD", "cluster of early childhood units"),
    GURU_PENGGERAK=("kelompok Guru Penggerak", "group of Guru Penggerak"),
)
class Forum(Labelled):
    """The forums between schools (wadah), by the short names that everybody uses.

    >>> Forum("mgmp").label_id
    'Musyawarah Guru Mata Pelajaran'
    """

    KKG = "kkg"
    MGMP = "mgmp"
    MGBK = "mgbk"
    KKKS = "kkks"
    MKKS = "mkks"
    PKG = "pkg"
    GURU_PENGGERAK = "guru-penggerak"


@final
@labelled(
    ANYWHERE=("dari mana saja", "from anywhere"),
    SAME_SCHOOL=("satu sekolah", "of the same school"),
    SAME_KABUPATEN=("satu kabupaten/kota", "of the same kabupaten"),
)
class Reach(Labelled):
    """From where the members of a community come (jangkauan).

    >>> Reach("same-school").label_id
    'satu sekolah'
    """

    ANYWHERE = "anywhere"
    SAME_SCHOOL = "same-school"
    SAME_KABUPATEN = "same-kabupaten"


@final
@attrs.frozen(kw_only=True)
class MembershipRule:
    """Who may belong to a kind of community, and who may move it; one row of `MEMBERSHIP_RULES`.

    Args:
        kind: for which kind.
        reach: from where the members come.
        members: the roles that may join, from within the reach: a supervisor whose workplace is an office is of no
            school.
        movers: the roles that may be a mover (penggerak).
        source: where the rule comes from.
        note: doubts.
    """

    kind: CommunityKind
    reach: Reach
    members: frozenset[Role]
    movers: frozenset[Role]
    source: Source
    note: str


EDUCATORS: Final = frozenset({Role.TEACHER, Role.HEAD, Role.SUPERVISOR})
"""The roles that count as educators (GTK)."""

MEMBERSHIP_RULES: Final = (
    MembershipRule(
        kind=CommunityKind.ONLINE,
        reach=Reach.ANYWHERE,
        members=EDUCATORS,
        movers=EDUCATORS,
        source=SEED_BLITAR,
        note="In 2022 a chat group could be meant, later a community in PMM.  The movers are our reading.",
    ),
    MembershipRule(
        kind=CommunityKind.WITHIN_SCHOOL,
        reach=Reach.SAME_SCHOOL,
        members=EDUCATORS,
        movers=EDUCATORS,
        source=KOMBEL_GUIDES,
        note="Members are the educators of the one school, so that a supervisor whose workplace is an office is none.  "
        "Movers are the head, a supervisor or a teacher, agreed by the members; the agreement is not recorded.",
    ),
    MembershipRule(
        kind=CommunityKind.BETWEEN_SCHOOLS,
        reach=Reach.SAME_KABUPATEN,
        members=EDUCATORS,
        movers=EDUCATORS,
        source=KOMBEL_GUIDES,
        note="The guides say one gugus or one kabupaten; a gugus lies in a kabupaten, so that the kabupaten is asked.",
    ),
)
"""The rule of each kind."""

_RULES: Final = MappingProxyType({rule.kind.value: rule for rule in MEMBERSHIP_RULES})
SEATS: Final = MappingProxyType(
    {
        CommunityKind.ONLINE.value: (School, Kabupaten, type(None)),
        CommunityKind.WITHIN_SCHOOL.value: (School,),
        CommunityKind.BETWEEN_SCHOOLS.value: (Kabupaten,),
    }
)
SEAT_NAMES: Final = MappingProxyType(
    {CommunityKind.WITHIN_SCHOOL.value: "a School", CommunityKind.BETWEEN_SCHOOLS.value: "a Kabupaten"}
)


def membership_rule(kind: CommunityKind) -> MembershipRule:
    """Tell who may belong to a kind of community (aturan keanggotaan).

    Args:
        kind: which kind.

    Returns:
        The rule with its source.

    Raises:
        WrongTypeError: ``wrong-type`` for anything else.

    >>> membership_rule(CommunityKind.WITHIN_SCHOOL).reach
    Reach.SAME_SCHOOL
    """
    problems = Problems("membership_rule")
    problems.instance("kind", kind, CommunityKind, "a CommunityKind")
    problems.done()
    return _RULES[kind.value]
