"""The door of the test kit and its plugin for Hypothesis, each in a fresh process."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import attrs
import pytest
from hypothesis import Phase, given, settings, strategies as st

import pmm_core
from pmm_core.ranking import Measurement, Standings
from pmm_core.testing import PROFILES, _plugin, register_profiles

SOURCE = str(Path(pmm_core.__file__).parent.parent)


def run(code: str, *, site: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh interpreter that sees our folder, and a folder of installed packages in front of it."""
    folders = [SOURCE] if site is None else [str(site), SOURCE]
    setup = f"import sys; sys.path[:0] = {folders!r}; "
    return subprocess.run(  # noqa: S603 -- our own interpreter and code
        [sys.executable, "-I", "-W", "error", "-c", setup + code], capture_output=True, text=True, check=False
    )


def installed(folder: Path) -> Path:
    """Make a folder look as if the library were installed there, with its entry point."""
    info = folder / "pmm_core_under_test-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: pmm-core-under-test\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[hypothesis]\npmm_core = pmm_core.testing._plugin:register\n")
    return folder


def test_without_hypothesis_it_says_what_to_install() -> None:
    done = run("sys.modules['hypothesis'] = None; import pmm_core.testing")
    assert 1 == done.returncode
    last = done.stderr.strip().splitlines()[-1]
    expected = 'pmm_core.testing needs Hypothesis; install it with: pip install "pmm-core[testing]"'
    assert f"ModuleNotFoundError: {expected}" == last


def test_the_message_names_the_module_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "pmm_core.testing")
    with pytest.raises(ModuleNotFoundError, match="pip install") as caught:
        import_module("pmm_core.testing")
    assert "hypothesis" == caught.value.name


def test_without_hypothesis_the_rest_works() -> None:
    code = "sys.modules['hypothesis'] = None; from pmm_core import *; print(rank, find('33.25'))"
    done = run(code)
    assert 0 == done.returncode, done.stderr
    assert done.stdout.strip().endswith("Kabupaten Batang")


def test_the_plugin_registers_with_no_import_of_ours(tmp_path: Path) -> None:
    code = (
        "from hypothesis import find, strategies as st; from pmm_core import Kabupaten; "
        "print(find(st.from_type(Kabupaten), lambda one: True).key)"
    )
    done = run(code, site=installed(tmp_path))
    assert 0 == done.returncode, done.stderr
    assert "11.01" == done.stdout.strip()


@pytest.mark.parametrize("first", ["pmm_core.testing", "pmm_core.testing._regions", "pmm_core.testing._plugin"])
def test_the_plugin_does_not_trip_over_our_own_import(tmp_path: Path, first: str) -> None:
    code = f"import {first}; from pmm_core.testing import standings; print(standings())"
    done = run(code, site=installed(tmp_path))
    assert 0 == done.returncode, done.stderr


def test_the_plugin_reads_no_table(tmp_path: Path) -> None:
    code = "import hypothesis; from pmm_core.regions import _region; print(_region.table.cache_info().currsize)"
    done = run(code, site=installed(tmp_path))
    assert 0 == done.returncode, done.stderr
    assert "0" == done.stdout.strip()


def test_importing_the_library_loads_no_hypothesis() -> None:
    names = ", ".join(f"pmm_core.{found.name}" for found in iter_modules(pmm_core.__path__) if found.name != "testing")
    done = run(f"import sys, {names}; from pmm_core import *; print('hypothesis' in sys.modules)")
    assert 0 == done.returncode, done.stderr
    assert "False" == done.stdout.strip()


def test_the_profiles_stand_beside_those_of_others(tmp_path: Path) -> None:
    code = (
        "from hypothesis import settings; settings.register_profile('mine', max_examples=3); "
        "settings.load_profile('mine'); from pmm_core.testing import PROFILES, register_profiles; register_profiles(); "
        "print(settings.default.max_examples, *(settings.get_profile(name).max_examples for name in PROFILES))"
    )
    done = run(code, site=installed(tmp_path))
    assert 0 == done.returncode, done.stderr
    assert "3 20 50 2000" == done.stdout.strip()


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_sets_what_it_says(name: str) -> None:
    register_profiles()
    found = settings.get_profile(name)
    assert {key: getattr(found, key) for key in PROFILES[name]} == dict(PROFILES[name])
    assert Phase.explain not in found.phases
    assert found.derandomize is (name == "pmm-ci")


def test_fields_of_our_types_are_found() -> None:
    @attrs.frozen
    class Report:
        table: Standings
        best: Measurement | None

    _plugin.register()

    @settings(max_examples=5, database=None)
    @given(st.from_type(Report))
    def check(report: Report) -> None:
        assert isinstance(report.table, Standings)

    check()
