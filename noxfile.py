"""The one command surface: every check of the project, each saying what it checks.

``nox`` alone runs what CI runs; ``nox --list`` names them all; ``nox --session tests -- -k words`` passes words on.
"""

import functools
import hashlib
import os
import shutil
import subprocess
import tarfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

import nox
from nox.command import CommandFailed

nox.needs_version = ">=2025.5.1"
nox.options.sessions = [
    "tests",
    "lint",
    "typing",
    "docs",
    "package",
    "bare",
    "recipes",
    "consumer",
]
nox.options.default_venv_backend = "uv|virtualenv"  # uv installs in a tenth of the time; without it all goes as well
nox.options.error_on_missing_interpreters = False

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what a session imports is compiled once, not by each process
ROOT = Path(__file__).parent
PAGES = ROOT / "docs" / "_build"
FOUND = ROOT / ".nox" / "found"  # what long runs leave for the session "figures"
PYPROJECT = nox.project.load_toml("pyproject.toml")
WORKERS = ("--numprocesses", "2", "--dist", "worksteal")
SMOKE = (
    *WORKERS,
    "--hypothesis-profile=smoke",
    "--quiet",
    # these enumerate tables and read the source; no environment changes what they find
    "--ignore=tests/tables/test_cycle_state_space.py",
    "--ignore=tests/contract/test_layers.py",
)  # for runs that ask what an environment changes, not what is true
ON_THE_WHEEL = tuple(f"tests/{folder}" for folder in ("unit", "contract", "laws", "stateful", "strategies", "tables"))
LOWEST = (
    *("attrs==24.3.0", "python-dateutil==2.9.0.post0", "cattrs==25.1.0"),
    *("icalendar==6.1.0", "holidays==0.105"),
    "narwhals==2.29.0",
    *("matplotlib==3.9.0", "pyparsing==3.2.0"),  # that matplotlib trips over pyparsing 3.3
)
LAWS = ("tests/laws", "tests/stateful", "tests/strategies", "tests/oracles")
OTHER_PYTHONS = ("3.12", "3.13", "3.14")
GITHUB_FORMS = {
    "vendor.github-workflows": ".github/workflows/*.yml",
    "custom.github-workflows-require-timeout": ".github/workflows/*.yml",
    "vendor.github-issue-forms": ".github/ISSUE_TEMPLATE/[!c]*.yml",
    "vendor.github-issue-config": ".github/ISSUE_TEMPLATE/config.yml",
    "vendor.dependabot": ".github/dependabot.yml",
    "vendor.readthedocs": ".readthedocs.yaml",
}
TYPING_CASES = "tests/typing"
IMPORT_THE_CORE = """
import importlib, pkgutil, pmm_core
found = [module.name for module in pkgutil.walk_packages(pmm_core.__path__, "pmm_core.", onerror=lambda name: None)]
edges = "pmm_core.testing", "pmm_core.json._failures", "pmm_core.json._strict"
edges += "pmm_core.frames", "pmm_core.holidays._days", "pmm_core.ics._file", "pmm_core.plots"
core = [name for name in found if not name.startswith(edges)]
for name in core:
    importlib.import_module(name)
from pmm_core import *
import pmm_core.json
assert pmm_core.json.loads(pmm_core.json.dumps(Period.parse("2024-S1"))) == Period.parse("2024-S1")
import datetime
noon = datetime.datetime(2024, 3, 7, 12, tzinfo=datetime.UTC)
for name, ask in (
    ("frames", lambda door: door.SCHEMAS),
    ("holidays", lambda door: door.NationalCalendar().years),
    ("ics", lambda door: door.period_deadlines(Period.parse("2024-S1"), stamp=noon)),
    ("json", lambda door: door.converter()),
    ("plots", lambda door: door.rank_history),
    ("testing", lambda door: door.near_misses()),
):
    try:
        ask(importlib.import_module("pmm_core." + name))
    except ModuleNotFoundError as error:
        assert 'pip install "pmm-core[' + name + ']"' in str(error), error
    else:
        raise SystemExit("this environment is not bare")
print(len(core), "modules imported, without Hypothesis and cattrs")
"""


def group(name: str) -> tuple[str, ...]:
    """List what a dependency group of pyproject.toml asks for."""
    return nox.project.dependency_groups(PYPROJECT, name)


def say(session: nox.Session, what: str) -> None:
    """Print what is checked."""
    session.log(f"checks: {what}")


def commit_time() -> str:
    """Return the time that builds claim, so that two builds of one commit are the same."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        found = subprocess.run(  # noqa: S603 -- a fixed command
            [git, "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if found.returncode == 0 and found.stdout.strip():
            return found.stdout.strip()
    return "1700000000"


def report(session: nox.Session, name: str) -> tuple[str, ...]:
    """Let a run of everything that a session has to run leave what it found."""
    FOUND.mkdir(parents=True, exist_ok=True)
    return () if session.posargs else (f"--junitxml={FOUND / name}.xml",)


@nox.session
def tests(session: nox.Session) -> None:
    say(session, "unit tests, laws, contracts and every example in README, pages and docstrings; 100 % of branches")
    session.install("--editable", ".", *group("tests"))
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *WORKERS, *report(session, "tests"), *session.posargs)
    session.run("coverage", "combine", "--quiet")
    if not session.posargs:  # the share is judged only when the whole suite ran
        session.run("coverage", "json", "--quiet", "-o", str(FOUND / "coverage.json"))
        session.run("coverage", "report")


@nox.session
def thorough(session: nox.Session) -> None:
    say(session, "every law and state machine with 2,000 examples")
    session.install("--editable", ".", *group("tests"))
    what = (*WORKERS, "--hypothesis-profile=thorough", "--quiet", *(session.posargs or LAWS))
    session.run("python", "-m", "pytest", *report(session, "thorough"), *what)


@nox.session(python=list(OTHER_PYTHONS))
def matrix(session: nox.Session) -> None:
    say(session, f"the same on Python {session.python}; an interpreter that is not found is skipped, not passed")
    session.install("--editable", ".", *group("tests"))
    session.run("python", "-m", "pytest", *SMOKE, *report(session, f"matrix-{session.python}"), *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    say(session, "format, lint, spelling, slots; the workflows and forms, without asking anybody")
    session.install(".[frames,holidays,ics,json,plots,testing]", *group("lint"))
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("codespell")
    session.run("slotscheck", "-m", "pmm_core")
    for schema, files in GITHUB_FORMS.items():
        session.run("check-jsonschema", "--builtin-schema", schema, *map(str, sorted(ROOT.glob(files))))
    session.run("zizmor", "--offline", "--quiet", "--no-progress", ".github")  # what workflows may do


@nox.session
def typing(session: nox.Session) -> None:
    say(session, "mypy and pyright, both strict; what users write against the types; completeness of the public types")
    session.install(".", *group("typing"))  # not editable: the completeness check reads the installed package
    python = str(Path(session.bin) / "python")
    session.run("mypy")
    session.run("pyright", "--pythonpath", python)
    cases = sorted(str(path.relative_to(ROOT)) for path in (ROOT / TYPING_CASES).glob("*.py"))
    session.run("mypy", *cases)
    session.run("pyright", "--project", TYPING_CASES, "--pythonpath", python)
    session.run("pyright", "--verifytypes", "pmm_core", "--ignoreexternal")  # asks the python that is first on PATH


@nox.session
def docs(session: nox.Session) -> None:
    say(session, "the pages in English and Indonesian, every name and link in them, no request to another host")
    session.install(f".[{','.join(PYPROJECT['project']['optional-dependencies'])}]", *group("docs"))
    shutil.rmtree(PAGES, ignore_errors=True)
    session.run("python", "-m", "pytest", "--noconftest", "--quiet", "tests/site")
    session.run("python", "docs/_site.py")


def command(session: nox.Session, name: str, *packages: str) -> str:
    """Find a command, or install Debian's packages for it where that can be done."""
    if shutil.which(name) is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        session.run("apt-get", "update", "-qq", external=True, silent=True)
        fetch = ("apt-get", "install", "--yes", "--no-install-recommends", "-qq", *packages)
        session.run(*fetch, env={"DEBIAN_FRONTEND": "noninteractive"}, external=True, silent=True)
    found = shutil.which(name)
    if found is None:
        session.error(f"{name} is not here; install Debian's {' and '.join(packages)}, or what your system calls them")
    return found


@nox.session
def browser(session: nox.Session) -> None:
    say(session, "every page in Chromium: widths, light and dark, accessibility, search, no other host asked")
    say(session, "'few' behind two dashes looks at each page twice instead of four times, and asks axe on a sample")
    built = PAGES / "html"
    if not (built / "llms.txt").exists():
        docs(session)
    chromium = command(session, "chromium", "chromium", "fonts-dejavu-core")
    node, npm = (command(session, name, "nodejs", "npm") for name in ("node", "npm"))
    with TemporaryDirectory() as folder:
        shutil.copy(ROOT / "tests" / "browser" / "package.json", folder)
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--silent")
        session.run(npm, "install", "--prefix", folder, *quiet, external=True)
        shots = Path(session.create_tmp()) / "pages"
        shutil.rmtree(shots, ignore_errors=True)
        handler = functools.partial(QuietPages, directory=str(built))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}"
            what = (str(built), address, folder, str(shots), chromium, *session.posargs)
            try:
                session.run(node, "tests/browser/pages.mjs", *what, external=True)
            finally:
                server.shutdown()


class QuietPages(SimpleHTTPRequestHandler):
    """Serve pages without a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- its parent calls it so
        """Say nothing."""


@nox.session
def package(session: nox.Session) -> None:
    say(session, "two builds are the same to the byte; the metadata and the content of both files")
    session.install(*group("package"))
    built = [ROOT / "dist", Path(session.create_tmp()) / "again"]
    for folder in built:
        shutil.rmtree(folder, ignore_errors=True)
        session.run(
            *("python", "-m", "build", "--outdir", str(folder), "."),
            env={"SOURCE_DATE_EPOCH": commit_time()},
            silent=True,
        )
    first, second = ({p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in f.iterdir()} for f in built)
    if first != second:
        session.error(f"two builds differ: {first} and {second}")
    session.log(f"the same twice: {first}")
    files = [str(path) for path in sorted(built[0].iterdir())]
    session.run("twine", "check", "--strict", *files)
    session.run("check-wheel-contents", *[name for name in files if name.endswith(".whl")])
    session.run("validate-pyproject", "pyproject.toml")
    session.run("pyroma", "--min", "9", *[name for name in files if name.endswith(".tar.gz")])


def build(session: nox.Session) -> tuple[Path, Path]:
    """Build the wheel and the sdist; returns the wheel and the unpacked sdist without its source tree."""
    session.install("build")
    tmp = Path(session.create_tmp()).resolve()
    shutil.rmtree(tmp, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(tmp / "dist"), ".", silent=True)
    (made,) = (tmp / "dist").glob("*.whl")
    (archive,) = (tmp / "dist").glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp / "sdist", filter="data")
    (tree,) = (tmp / "sdist").iterdir()
    shutil.rmtree(tree / "src")
    tools = ("build", "pyproject_hooks", "packaging")
    if session.venv_backend == "uv":
        session.run("uv", "pip", "uninstall", "--quiet", *tools)
    else:
        session.run("python", "-m", "pip", "uninstall", "--quiet", "--yes", *tools)
    return made, tree


@nox.session
def wheel(session: nox.Session) -> None:
    say(session, "the tests of the core against the installed wheel, from an unpacked sdist without its source tree,")
    say(session, f"and on the lowest versions that we accept: {', '.join(LOWEST)}")
    made, tree = build(session)
    session.install(str(made), *LOWEST, *group("tests"))
    with session.chdir(tree):
        # the frames are tried in "tests" with the same engines, since no lower ones are promised; pages in "consumer"
        session.run("python", "-m", "pytest", *SMOKE, *ON_THE_WHEEL, *report(session, "wheel"), *session.posargs)


@nox.session
def bare(session: nox.Session) -> None:
    say(session, "the wheel and its two dependencies alone: every core module imports, every example runs")
    made, tree = build(session)
    session.install(str(made))
    with session.chdir(tree):
        session.run("python", "-I", "-W", "error", "-c", IMPORT_THE_CORE)
        for example in sorted((tree / "docs" / "examples").glob("*.py")):
            session.run("python", "-I", "-W", "error", str(example), silent=True)


@nox.session
def recipes(session: nox.Session) -> None:
    say(session, "storage and frameworks: every recipe and its page with the packages that it needs, none left out")
    session.install("--editable", ".", *group("recipes"))
    pages = [path for path in PYPROJECT["tool"]["recipes"] if path.endswith(".md")]
    what = ("tests/recipes", *pages, "--hypothesis-profile=smoke", "--quiet")
    session.run("python", "-m", "pytest", *what, *session.posargs, env={"PMM_RECIPES": "1"})


def java(session: nox.Session) -> None:
    """Make sure that there is a Java; install Debian's where we may."""
    if os.environ.get("JAVA_HOME") or shutil.which("java"):
        return
    if not shutil.which("apt-get") or os.geteuid() != 0:
        session.error("Spark needs Java 17 or newer: install it, on Debian as default-jre-headless, and try again")
    session.run("apt-get", "--quiet", "update", external=True, silent=True)
    wanted = ("--quiet", "--yes", "--no-install-recommends", "install", "default-jre-headless")
    session.run("apt-get", *wanted, external=True, silent=True, env={"DEBIAN_FRONTEND": "noninteractive"})


@nox.session
def spark(session: nox.Session) -> None:
    say(session, "the frames on Spark, which runs here as a cluster of one; the page on clusters")
    java(session)
    session.install("--editable", ".[frames]", *group("spark"))
    what = ("tests/engines", *PYPROJECT["tool"]["cluster"], "-k", "pyspark or cluster", "--hypothesis-profile=smoke")
    told = ("--quiet", *report(session, "spark"), *session.posargs)
    session.run("python", "-m", "pytest", *what, *told, env={"PMM_ENGINES": "pyspark"})


@nox.session
def consumer(session: nox.Session) -> None:
    say(session, "a package of somebody else: the wheel, its extras, its types and its examples outside this tree")
    session.install(*group("consumer"))
    tmp = Path(session.create_tmp()).resolve()
    shutil.rmtree(tmp, ignore_errors=True)
    session.run("python", "-m", "build", "--wheel", "--outdir", str(tmp / "dist"), ".", silent=True)
    (made,) = (tmp / "dist").glob("*.whl")
    session.install(f"{made}[frames,holidays,ics,json,plots,testing]")
    with TemporaryDirectory() as folder:
        outside = Path(folder) / "consumer"
        shutil.copytree(ROOT / "tests" / "consumer", outside, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        (outside / "pages").mkdir()
        for page in (ROOT / "README.md", *(ROOT / "docs").glob("tutorial/*.md"), *(ROOT / "docs").glob("how-to/*.md")):
            text = page.read_text(encoding="utf-8")
            own = "tests/recipes/" in text or "cycle_log" in text  # those stand on files of this tree
            if not own and str(page.relative_to(ROOT)) not in PYPROJECT["tool"]["cluster"]:
                shutil.copy(page, outside / "pages")
        session.install("--no-deps", str(outside))
        with session.chdir(outside):
            session.run("mypy")
            session.run("pyright", "--pythonpath", str(Path(session.bin) / "python"))
            session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    say(session, "measures, judges nothing: our work beside that of peers")
    session.install(".[frames]", *group("bench"))
    FOUND.mkdir(parents=True, exist_ok=True)
    what = session.posargs or ("--json", str(FOUND / "bench.json"))
    session.run("python", "tests/benchmarks/run.py", *what)


@nox.session
def why(session: nox.Session) -> None:
    say(session, "what the README claims beside peers: each of them is asked, and so are we")
    session.install(".[holidays]", *group("peers"))
    session.run("python", "tests/peers/why.py", *session.posargs)


@nox.session
def figures(session: nox.Session) -> None:
    say(
        session,
        "prints every figure that is quoted, and where it is from; 'keep' behind two dashes reads what runs left",
    )
    session.install("--editable", ".", *group("tests"))
    session.run("python", "tests/figures/figures.py", *session.posargs)


# Each takes a share of the tests; folders behind two dashes are taken by all of them.
# Zones are written out, since not every system has their names: Pacific/Kiritimati and America/St_Johns.
ENVIRONMENTS = {
    "a locale that knows no letter beyond ASCII; the zone that is first in every day": (
        ("tests/unit",),
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "TZ": "<+14>-14", "PYTHONHASHSEED": "0"},
    ),
    "Turkish, where i and I are two letters; a zone of half an hour with summer time": (
        ("tests/unit",),
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "NST3:30NDT,M3.2.0,M11.1.0", "PYTHONHASHSEED": "1"},
    ),
    "hashes and an order of their own for each run": (
        ("tests/laws", "tests/contract", "tests/sharing"),
        {"LC_ALL": "C.UTF-8", "TZ": "UTC0", "PYTHONHASHSEED": "random"},
    ),
}
ASK_WHERE = """
import locale, os, sys, time
locale.setlocale(locale.LC_ALL, "")
away = {"<+14>-14": 14 * 3600, "NST3:30NDT,M3.2.0,M11.1.0": -12600, "UTC0": 0}[os.environ["TZ"]]
assert away == -time.timezone, time.tzname
print(locale.setlocale(locale.LC_ALL), sys.getfilesystemencoding(), locale.getpreferredencoding(False))
"""


def locales(session: nox.Session) -> dict[str, str]:
    """Make the Turkish locale where it can be made; returns what a program must be told to find it."""
    folder = Path(session.create_tmp()).resolve() / "locales"
    localedef = shutil.which("localedef")
    if localedef and not (folder / "tr_TR.UTF-8").exists():
        folder.mkdir(parents=True, exist_ok=True)
        make = (localedef, "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8"))
        session.run(*make, external=True, silent=True, success_codes=[0, 1])
    return {"LOCPATH": str(folder)} if (folder / "tr_TR.UTF-8").exists() else {}


@nox.session
def environments(session: nox.Session) -> None:
    say(session, "the core in odd locales, time zones and hash seeds, in any order, every warning an error; -O and -OO")
    session.install("--editable", ".", *group("environments"))
    found = locales(session)
    for order, (what, (share, environment)) in enumerate(ENVIRONMENTS.items(), start=1):
        env = environment | (found if environment["LC_ALL"].startswith("tr") else {})
        asked = session.run("python", "-c", ASK_WHERE, env=env, silent=True, success_codes=[0, 1])
        if "locale.Error" in str(asked):
            session.warn(f"left out, since this system has no such locale: {what}")
            continue
        session.log(f"{what}: {str(asked).strip()}")
        seed = () if environment["PYTHONHASHSEED"] == "random" else (f"--randomly-seed={order}",)
        session.run("python", "-W", "error", "-m", "pytest", *SMOKE, *seed, *(session.posargs or share), env=env)
    for level in ("-O", "-OO"):
        session.run("python", level, "-W", "error", "tests/sharing/optimised.py")


@nox.session
def mutation(session: nox.Session) -> None:
    say(session, "small changes of the code, one at a time: tests notice 97 % in each rule package; takes over an hour")
    session.install("--editable", ".", *group("mutation"))
    shut: list[str] = []
    for package in session.posargs or ("appraisal", "calendar", "cycle", "ranking"):
        copy = Path(session.create_tmp()).resolve() / package
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "_build", "__pycache__", "mutants", "dist"))
        with session.chdir(copy):
            session.run("python", "tests/mutation/gate.py", "--prepare", package)
            session.run("mutmut", "run")
            FOUND.mkdir(parents=True, exist_ok=True)
            judge = ("tests/mutation/gate.py", package, "--json", str(FOUND / f"mutation-{package}.json"))
            try:
                session.run("python", *judge)
            except CommandFailed:  # the others are tried all the same, since each takes its while
                shut.append(package)
    if shut:
        session.error(f"the gate is shut for {', '.join(shut)}")
