"""The rules of the concept and its door."""

import subprocess
import sys

from pmm_core import regions
from pmm_core.regions._rules import RULES
from pmm_core.sources import Certainty


def test_every_public_name_is_under_a_rule() -> None:
    named = {name for rule in RULES for name in rule.applies_to}
    assert {f"pmm_core.regions.{name}" for name in regions.__all__} == named


def test_keys_are_unique_and_begin_with_the_concept() -> None:
    keys = [rule.key for rule in RULES]
    assert len(set(keys)) == len(keys)
    assert all(key.startswith("regions.") for key in keys)


def test_what_is_our_design_says_so() -> None:
    ours = {rule.key for rule in RULES if rule.certainty is Certainty.DESIGN}
    assert ours == {
        "regions.island-groups",
        "regions.province-short-forms",
        "regions.resolver-order",
        "regions.squashed-key",
    }


def test_the_door_lists_what_it_offers() -> None:
    assert sorted(regions.__all__) == dir(regions)
    assert all(hasattr(regions, name) for name in regions.__all__)


def test_importing_reads_no_file() -> None:
    code = (
        "import pmm_core.regions\n"
        "from pmm_core.regions import _data, _region, _index\n"
        "used = [cached.cache_info().misses for cached in (_data.rows, _region.table, _index.index)]\n"
        "raise SystemExit(sum(used))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 -- our own code
