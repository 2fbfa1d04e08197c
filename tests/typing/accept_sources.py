"""What users write with sources and rules; checked, never run."""

from datetime import date
from typing import assert_type

from pmm_core.rulebook import rules
from pmm_core.sources import Certainty, Rule, Source, works

assert_type(works(), tuple[Source, ...])
assert_type(rules(), tuple[Rule, ...])
assert_type(rules(certainty=Certainty.OFFICIAL), tuple[Rule, ...])
assert_type(rules(certainty=None), tuple[Rule, ...])

source = Source(key="note-1", title="A note", locator="page 3", certainty=Certainty.RECALLED)
assert_type(source.key, str)
assert_type(source.issued, date | None)
assert_type(source.certainty.is_law, bool)
assert_type(Certainty("official").label_id, str)

rule = Rule(key="a.b", statement="So it is.", applies_to=("pmm_core.rank",), source=source, note="")
assert_type(rule.applies_to, tuple[str, ...])
assert_type(rule.source, Source)
assert_type(rule.certainty, Certainty)

by_rule: dict[Rule, Source] = {each: each.source for each in rules()}
