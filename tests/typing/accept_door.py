"""The front door has the types of the concepts behind it; checked, never run."""

from typing import assert_type

import pmm_core
from pmm_core import Certainty, PmmError, Rule, SchoolLevel, Source, errors, rules, sources

assert_type(pmm_core.__version__, str)
assert_type(rules(), tuple[Rule, ...])
assert_type(pmm_core.rules(certainty=pmm_core.Certainty.DESIGN), tuple[Rule, ...])

same_error: type[errors.PmmError] = PmmError
same_source: type[sources.Source] = Source
same_certainty: type[sources.Certainty] = Certainty
level: SchoolLevel = pmm_core.SchoolLevel.SD
