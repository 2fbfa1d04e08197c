"""What must not type-check with the test kit; a marker that is not needed is an error."""

from pmm_core import testing as pmm
from pmm_core.appraisal import Predicate
from pmm_core.calendar import Period
from pmm_core.credit import Grade
from pmm_core.regions import find

pmm.standings(3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
pmm.standings(scale="share")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
pmm.groups(kabupaten=find("33.25"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
pmm.region_spellings(pmm.kabupatens())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
pmm.cycles(period="2024-S1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
pmm.check_credit(max, 12, "good", Grade.MUDA)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
pmm.check_credit(len, 12, Predicate.GOOD, Grade.MUDA)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
pmm.check_round_trip(str, Period.parse)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
pmm.check_matrix(Predicate)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
pmm.PROFILES["mine"] = {}  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
