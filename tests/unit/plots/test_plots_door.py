"""What all pictures have in common: where they draw, what they leave alone, how they read, and whom they leave out."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from importlib import import_module
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any, cast

import matplotlib as mpl
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

import pmm_core
from pmm_core import (
    CreditLedger,
    History,
    Measurement,
    Party,
    PerformanceCycle,
    Period,
    Plan,
    Predicate,
    Role,
    Standings,
    find,
    kabupatens,
    rank,
)
from pmm_core.credit import Earned, Golongan
from pmm_core.cycle import TEACHER_INDICATORS, PlanDrafted, PlanSubmitted
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import EmploymentStatus
from pmm_core.plots import (
    adoption_funnel,
    credit_ledger,
    cycle_progress,
    period_timeline,
    rank_history,
    standings,
)
from pmm_core.ranking import ADOPTION, TEACHERS_LOGGED_IN, Scope

SOURCE = str(Path(pmm_core.__file__).parent.parent)
MARK = "zq-marker-77"  # an id that is in the cycle and on no picture
DAY = date(2024, 3, 7)


def tables(province: str) -> tuple[Standings, Standings]:
    """Two tables of a province with ties."""
    areas = kabupatens(province=province)
    one, other = (
        rank(
            Measurement.share(area, TEACHERS_LOGGED_IN, (n + shift) * 7 % 31 * 30, of=1000, on=on)
            for n, area in enumerate(areas)
        )
        for on, shift in ((date(2022, 9, 2), 0), (date(2022, 12, 23), 9))
    )
    return one, other


TABLES, LARGE = tables("Bali"), tables("Jawa Tengah")
HISTORY = History.of_tables(TABLES)
READING = ADOPTION.read(
    Measurement.share(find("Kab. Kudus"), step, n, of=100, on=DAY)
    for step, n in zip(ADOPTION.steps[1:], (88, 54, 35, 25, 17), strict=True)
)
PERIOD = Period.parse("2024-S1")
TEACHER = Party(MARK, Role.TEACHER)
PLAN = Plan(indicator=TEACHER_INDICATORS[0], competence=())
CYCLE = PerformanceCycle.open(employee=TEACHER, superior=Party(f"{MARK}-k", Role.HEAD), period=PERIOD).replay(
    [
        PlanDrafted(on=date(2024, 1, 9), by=TEACHER, plan=PLAN),
        PlanSubmitted(on=date(2024, 1, 11), by=TEACHER, plan=PLAN),
    ]
)
LEDGER = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS).earn(Earned.in_year(2024, Predicate.GOOD))

Draw = Callable[..., Axes]
Box = tuple[float, float, float, float]
PICTURES: dict[str, Draw] = {
    "rank_history": partial(rank_history, HISTORY, highlight=["Kab. Badung", "Kota Denpasar"]),
    "rank_history, nobody lit": partial(rank_history, HISTORY),
    "standings": partial(standings, TABLES[1], before=TABLES[0], highlight=["Kab. Badung"]),
    "adoption_funnel": partial(adoption_funnel, READING),
    "period_timeline": partial(period_timeline, PERIOD, on=DAY),
    "cycle_progress": partial(cycle_progress, CYCLE, on=DAY),
    "credit_ledger": partial(credit_ledger, LEDGER),
}
ALL_35: dict[str, Draw] = {
    "rank_history, 35": partial(rank_history, History.of_tables(LARGE), highlight=["Kab. Batang", "Kota Tegal"]),
    "standings, 35": partial(standings, LARGE[1], before=LARGE[0], highlight=["Kab. Batang"]),
    "standings, the top": partial(standings, LARGE[1], top=5, highlight=["Kab. Batang"]),
}
SUBJECTS: dict[str, Any] = {
    "history": rank_history,
    "table": standings,
    "reading": adoption_funnel,
    "period": period_timeline,
    "cycle": cycle_progress,
    "ledger": credit_ledger,
}
SOUND: dict[str, Any] = {
    "history": HISTORY,
    "table": TABLES[0],
    "reading": READING,
    "period": PERIOD,
    "cycle": CYCLE,
    "ledger": LEDGER,
}
every_picture = pytest.mark.parametrize("name", PICTURES)


def figure_of(ax: Axes) -> Figure:
    found = ax.get_figure()
    assert isinstance(found, Figure)
    return found


def shown(ax: Any) -> Iterator[Any]:
    """Every text of an Axes that says something."""
    return (text for text in ax.findobj(Text) if text.get_text() and text.get_visible())


def boxes(ax: Axes) -> list[tuple[str, Box]]:
    """Every text with the room it takes, after the layout: left, bottom, right, top."""
    figure = figure_of(ax)
    canvas: Any = FigureCanvasAgg(figure)
    figure.draw_without_rendering()
    renderer = canvas.get_renderer()
    found = [(text.get_text(), text.get_window_extent(renderer)) for text in shown(ax)]
    return [(text, (box.x0, box.y0, box.x1, box.y1)) for text, box in found]


def overlap(one: Box, other: Box) -> bool:
    """Whether two texts share more than two rows of pixels."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return min(across, down) > 2


def run(code: str) -> "subprocess.CompletedProcess[str]":
    """Run code in a fresh interpreter that sees our folder."""
    setup = f"import sys; sys.path[:0] = [{SOURCE!r}]; "
    return subprocess.run(  # noqa: S603 -- our own interpreter and code
        [sys.executable, "-I", "-c", setup + code], capture_output=True, text=True, check=False
    )


# -- the door


def test_without_matplotlib_it_says_what_to_install() -> None:
    done = run("sys.modules['matplotlib'] = None; import pmm_core.plots")
    assert 1 == done.returncode
    expected = 'pmm_core.plots needs matplotlib; install it with: pip install "pmm-core[plots]"'
    assert f"ModuleNotFoundError: {expected}" == done.stderr.strip().splitlines()[-1]


def test_the_message_names_the_module_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delitem(sys.modules, "pmm_core.plots")
    with pytest.raises(ModuleNotFoundError, match="pip install") as caught:
        import_module("pmm_core.plots")
    assert "matplotlib" == caught.value.name


def test_no_picture_needs_pyplot() -> None:
    code = (
        "from pmm_core import Period; from pmm_core.plots import period_timeline; from io import BytesIO; "
        "period_timeline(Period.parse('2024-S1')).figure.savefig(BytesIO()); print('matplotlib.pyplot' in sys.modules)"
    )
    done = run(code)
    assert 0 == done.returncode, done.stderr
    assert "False" == done.stdout.strip()


def test_the_door_shows_one_function_for_each_subject() -> None:
    assert sorted(draw.__name__ for draw in SUBJECTS.values()) == dir(import_module("pmm_core.plots"))


# -- where it draws, and what it leaves alone


@every_picture
def test_a_picture_of_its_own_is_on_a_figure_of_its_own(name: str) -> None:
    one, other = PICTURES[name](), PICTURES[name]()
    assert one.get_figure() is not other.get_figure()
    assert [one] == figure_of(one).axes


@every_picture
def test_it_draws_into_the_axes_that_it_is_given_and_leaves_the_others_empty(name: str) -> None:
    figure = Figure(figsize=(7, 5))
    left, right = figure.subplots(1, 2)
    assert right is PICTURES[name](ax=right)
    assert right.get_title(loc="left")
    assert [] == [text for text in left.texts if text.get_text()]
    assert not left.has_data()
    assert "" == left.get_title(loc="left")
    assert [left, right] == figure.axes
    assert (7, 5) == tuple(figure.get_size_inches())
    assert figure.get_layout_engine() is None


@every_picture
def test_it_changes_no_setting(name: str) -> None:
    before = dict(mpl.rcParams)
    PICTURES[name]()
    assert before == dict(mpl.rcParams)


@every_picture
def test_settings_of_the_caller_do_not_spoil_it_and_no_text_is_smaller_than_eight_points(name: str) -> None:
    settings: Any = {"font.size": 3, "text.color": "red", "axes.grid": True, "axes.facecolor": "black"}
    settings |= {"xtick.color": "red", "lines.marker": "o", "axes.titlesize": 3, "figure.facecolor": "black"}
    context: Any = mpl
    with context.rc_context(settings):
        ax = PICTURES[name]()
    assert {8, 11} == {round(text.get_fontsize()) for text in shown(ax)}
    assert not [line for line in (*ax.get_xgridlines(), *ax.get_ygridlines()) if line.get_visible()]
    assert (1, 1, 1, 1) == figure_of(ax).get_facecolor() == ax.get_facecolor()
    assert "red" not in {text.get_color() for text in shown(ax)}


# -- how it reads


@pytest.mark.parametrize(
    ("name", "language"),
    [*((name, "en") for name in PICTURES | ALL_35), *((name, "id") for name in PICTURES if "nobody" not in name)],
)
def test_no_two_texts_overlap_and_none_is_cut_off(name: str, language: str) -> None:
    ax = (PICTURES | ALL_35)[name](language=language)
    found = boxes(ax)
    width, height = figure_of(ax).bbox.size
    assert [] == [(one, other) for (one, a), (other, b) in combinations(found, 2) if overlap(a, b)]
    assert [] == [text for text, (x0, y0, x1, y1) in found if x0 < 0 or y0 < 0 or x1 > width or y1 > height]


@pytest.mark.parametrize(
    ("other", "expected"), [((5, 5, 15, 15), True), ((9, 0, 19, 10), False), ((0, 12, 10, 22), False)]
)
def test_the_check_of_overlaps_bites(other: Box, expected: bool) -> None:  # noqa: FBT001
    assert expected is overlap((0, 0, 10, 10), other)


@every_picture
def test_the_languages_differ_and_the_title_begins_with_a_capital(name: str) -> None:
    english, indonesian = PICTURES[name](), PICTURES[name](language="id")
    assert {text.get_text() for text in shown(english)} != {text.get_text() for text in shown(indonesian)}
    for ax in (english, indonesian):
        title = ax.get_title(loc="left")
        assert title[0] == title[0].upper()


def test_a_name_with_a_dollar_sign_is_written_as_it_is() -> None:
    scope = Scope.named("a $x$ b")
    whole = rank(TABLES[0].measurements, scope=scope)
    ax = standings(whole, top=1)
    assert [False] == [text.get_parse_math() for text in shown(ax) if "$" in text.get_text()]


# -- whom it does not name


@pytest.mark.parametrize("on", [None, DAY])
@pytest.mark.parametrize("language", ["en", "id"])
def test_the_picture_of_a_cycle_shows_no_id(on: date | None, language: Any) -> None:
    texts = [text.get_text() for text in shown(cycle_progress(CYCLE, on=on, language=language))]
    assert texts
    assert [] == [text for text in texts if MARK in text]


# -- what it refuses


@pytest.mark.parametrize("subject", SUBJECTS)
def test_it_refuses_everything_that_is_wrong_at_once(subject: str) -> None:
    with pytest.raises(WrongTypeError) as caught:
        SUBJECTS[subject](MARK, ax=3, language="fr")
    assert [(subject, "wrong-type"), ("ax", "wrong-type"), ("language", "malformed")] == [
        (problem.path, problem.code) for problem in caught.value.problems
    ]
    assert MARK not in str(caught.value)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", ["fr", "", None, ["en"]])
def test_it_refuses_another_language(subject: str, language: Any) -> None:
    with pytest.raises(InvalidValueError, match="must be one of en, id") as caught:
        SUBJECTS[subject](SOUND[subject], language=language)
    assert ("malformed",) == caught.value.codes


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("kind", ["polar", "3d"])
def test_it_refuses_axes_with_angles_or_depth(name: str, kind: str) -> None:
    """They would be drawn without an error, and be wrong, or break when they are written."""
    with pytest.raises(InvalidValueError) as caught:
        PICTURES[name](ax=Figure().add_subplot(projection=kind))
    assert [("ax", "unexpected-kind", f"must be an Axes of the usual kind, rectilinear, not {kind}")] == [
        (problem.path, problem.code, problem.message) for problem in caught.value.problems
    ]


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_picture_is_the_same_file(name: str) -> None:
    context: Any = mpl
    with context.rc_context({"svg.hashsalt": "pmm"}):
        assert _written(PICTURES[name]()) == _written(PICTURES[name]())


def _written(ax: Axes) -> bytes:
    file = BytesIO()
    cast("Any", ax.figure).savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue()


WRONG: tuple[tuple[str, dict[str, Any], str, str], ...] = (
    ("table", {"before": HISTORY}, "before", "wrong-type"),
    ("table", {"top": 0}, "top", "too-small"),
    ("table", {"top": True}, "top", "bool-for-int"),
    ("table", {"top": 2.5}, "top", "float-for-exact"),
    ("table", {"highlight": "Kab. Batang"}, "highlight", "wrong-type"),
    ("table", {"highlight": [3]}, "highlight[0]", "wrong-type"),
    ("history", {"highlight": None}, "highlight", "wrong-type"),
    ("period", {"calendar": PERIOD}, "calendar", "wrong-type"),
    ("period", {"on": datetime(2024, 3, 7)}, "on", "datetime-for-date"),  # noqa: DTZ001
    ("period", {"on": date(2023, 12, 31)}, "on", "out-of-range"),
    ("period", {"on": date(2024, 7, 1)}, "on", "out-of-range"),
    ("cycle", {"on": datetime(2024, 3, 7)}, "on", "datetime-for-date"),  # noqa: DTZ001
    ("cycle", {"on": "2024-03-07"}, "on", "wrong-type"),
)


@pytest.mark.parametrize(
    ("subject", "given", "path", "code"), WRONG, ids=[f"{one[0]}-{at}" for at, one in enumerate(WRONG)]
)
def test_it_refuses_what_is_wrong(subject: str, given: dict[str, Any], path: str, code: str) -> None:
    with pytest.raises((InvalidValueError, WrongTypeError)) as caught:
        SUBJECTS[subject](SOUND[subject], **given)
    assert [(path, code)] == [(problem.path, problem.code) for problem in caught.value.problems]
