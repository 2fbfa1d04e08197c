"""The metrics that the sources use, as values."""

from typing import Final

from pmm_core.ranking._metric import Metric, Scale, Unit
from pmm_core.sources import _works

TEACHERS: Final = Unit("teachers", "guru", "teachers")
IKM_SCHOOLS: Final = Unit(
    "ikm-schools", "satuan pendidikan pelaksana Kurikulum Merdeka", "schools implementing Kurikulum Merdeka"
)
COMMUNITIES: Final = Unit("communities", "komunitas belajar", "learning communities")
POINTS: Final = Unit("points", "poin", "points")
"""What an index counts; a table of scores in points says that it follows the rule of indices."""

ACCOUNTS_ACTIVATED: Final = Metric(
    key="accounts-activated",
    label_id="akun belajar.id yang diaktifkan",
    label_en="accounts activated",
    unit=TEACHERS,
    base=TEACHERS,
    scale=Scale.SHARE,
    source=_works.SEED_BATANG,
)
TEACHERS_LOGGED_IN: Final = Metric(
    key="teachers-logged-in",
    label_id="guru yang masuk (login) ke PMM",
    label_en="teachers logged in to PMM",
    unit=TEACHERS,
    base=TEACHERS,
    scale=Scale.SHARE,
    source=_works.BBPMP_JATENG,
)


def _topic(number: int) -> Metric:
    return Metric(
        key=f"topic-{number}-completed",
        label_id=f"guru yang menuntaskan Topik {number}",
        label_en=f"teachers who completed topic {number}",
        unit=TEACHERS,
        base=TEACHERS,
        scale=Scale.SHARE,
        source=_works.BBPMP_JATENG,
    )


TOPIC_1_COMPLETED: Final = _topic(1)
TOPIC_2_COMPLETED: Final = _topic(2)
TOPIC_3_COMPLETED: Final = _topic(3)
TOPIC_4_COMPLETED: Final = _topic(4)
TOPICS_COMPLETED: Final = (TOPIC_1_COMPLETED, TOPIC_2_COMPLETED, TOPIC_3_COMPLETED, TOPIC_4_COMPLETED)

SCHOOLS_LOGGED_IN: Final = Metric(
    key="schools-logged-in",
    label_id="satuan pendidikan yang masuk (login) ke PMM",
    label_en="schools logged in to PMM",
    unit=Unit("schools", "satuan pendidikan", "schools"),
    base=IKM_SCHOOLS,
    scale=Scale.SHARE,
    source=_works.SEED_BATANGHARI,
)
COMMUNITIES_REGISTERED: Final = Metric(
    key="communities-registered",
    label_id="komunitas belajar yang terdaftar di PMM",
    label_en="learning communities registered in PMM",
    unit=COMMUNITIES,
    source=_works.SEED_BATANGHARI,
)

STANDARD_METRICS: Final = (
    ACCOUNTS_ACTIVATED,
    TEACHERS_LOGGED_IN,
    *TOPICS_COMPLETED,
    SCHOOLS_LOGGED_IN,
    COMMUNITIES_REGISTERED,
)
