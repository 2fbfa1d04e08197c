"""Adoption funnel: how many take each step, and how many are lost on the way."""

from itertools import zip_longest
from typing import Final

from matplotlib.axes import Axes

from pmm_core._checks import Problems
from pmm_core.plots._canvas import BLUE, FAINT, MUTED, ROW, Canvas, check_call
from pmm_core.plots._words import name_of, sentence, words_for
from pmm_core.ranking import FunnelReading, Language

_BAR: Final = 0.27


def adoption_funnel(reading: FunnelReading, *, ax: Axes | None = None, language: Language = "en") -> Axes:
    """Draw the steps of one area on one day, the widest on top (corong adopsi).

    Each step is a bar with its figure; behind it stands the base where one is known, and between two bars the number
    that was lost.

    Args:
        reading: the steps.
        ax: what to draw into; a Figure of its own where it is left out.
        language: ``"en"`` or ``"id"``.

    Returns:
        The Axes.

    Raises:
        InvalidValueError: ``malformed`` for another language, ``unexpected-kind`` for an Axes with angles or depth.
        WrongTypeError: ``wrong-type`` for an argument of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core import Measurement, find
    >>> from pmm_core.ranking import ADOPTION
    >>> kudus, day = find("Kudus"), date(2022, 8, 15)
    >>> steps = zip(ADOPTION.steps[1:], (88, 54, 35, 25, 17))
    >>> reading = ADOPTION.read(Measurement.share(kudus, step, n, of=100, on=day) for step, n in steps)
    >>> adoption_funnel(reading).get_title(loc="left")
    'Kab. Kudus'
    """
    problems = Problems("adoption_funnel")
    problems.instance("reading", reading, FunnelReading, "a FunnelReading")
    check_call(problems, ax, language)
    problems.done()
    words, figures = words_for(language), reading.measurements
    canvas = Canvas(ax, words, (8, 1.0 + 1.9 * ROW * len(figures)))
    counts = [float(figure.numerator) for figure in figures]
    base = figures[0].denominator
    canvas.limits((0, max(base or 0, counts[0]) or 1), (len(figures) - 0.4, -0.6))
    canvas.ticks("x", [], [])
    canvas.ticks("y", range(len(figures)), [sentence(words.label(figure.metric)) for figure in figures])
    for y, (count, lost) in enumerate(zip_longest(counts, reading.lost)):
        if base:
            canvas.bar((0, base), (y - _BAR, y + _BAR), fill="#eef0f2", edge=FAINT, order=1)
        canvas.bar((0, count), (y - _BAR, y + _BAR), fill=BLUE)
        if lost:
            canvas.mark(counts[y + 1], y + 0.5, "v", size=5, fill=MUTED, edge=MUTED, width=0)
            text = f"−{words.common.number(lost)}"
            canvas.text(counts[y + 1], y + 0.5, text, shift=(6, 0), colour=MUTED)
    cells = [words.cells(figure) for figure in figures]
    canvas.columns(cells, range(len(figures)), [True] * len(figures))
    canvas.line((0, 0), (-0.45, len(figures) - 0.55), colour=MUTED, width=0.8, order=3)
    canvas.title(name_of(reading.area), words.day(reading.on))
    return canvas.ax
