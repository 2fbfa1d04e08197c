"""The few strokes that all pictures are made of, and the look that they share.

The colours are those that people with any colour vision tell apart; besides, whatever has a colour has a shape, a
width, a hatch or a text of its own, so that the pictures can be read in grey.  Sizes and colours are said for every
stroke, so that the settings of a caller neither break a picture nor have to be changed.  Positions are floats: they are
rounded to pixels anyway, and nothing is decided by them.
"""

from collections.abc import Sequence
from textwrap import wrap
from types import NoneType
from typing import Any, Final, Literal, final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import ScaledTranslation

from pmm_core._checks import Problems
from pmm_core.plots._words import Words, check_language, sentence

INK: Final = "#1b1b1b"
MUTED: Final = "#666666"
FAINT: Final = "#c4c9ce"
GROUND: Final = "#ffffff"
BLUE: Final = "#0072b2"
SKY: Final = "#56b4e9"
ORANGE: Final = "#e69f00"
VERMILION: Final = "#d55e00"
GREEN: Final = "#009e73"
PURPLE: Final = "#cc79a7"

SMALL: Final = 8
TITLE: Final = 11
ROW: Final = 0.22
"""The height of a row with a label, in inches."""
LETTER: Final = 5.2
"""The width of a small letter, in points; wide enough for digits and names."""
_LINE: Final = 11  # points from one line of notes to the next
_POINTS: Final = 72  # in an inch
_MARGIN: Final = 0.1  # inches
_AWAY: Final = 10  # points between two columns
_FRACTION: Final = "axes fraction"
_PLAIN: Final = "rectilinear"

Shape = Literal["o", "s", "D", "^", "v", "h", "p", "8"]
Dashes = Literal["-", "--", "-.", ":"]
Side = Literal["left", "center", "right"]


@final
class Canvas:
    """An Axes, and the strokes on it.

    Args:
        ax: what to draw into; None for a new Figure that nobody else knows.
        words: the wording.
        size: width and height of a new Figure, in inches.
    """

    __slots__ = ("_ax", "ax", "words")

    def __init__(self, ax: Axes | None, words: Words, size: tuple[float, float]) -> None:
        if ax is None:
            margins = ConstrainedLayoutEngine(w_pad=_MARGIN, h_pad=_MARGIN)
            figure = Figure(figsize=size, layout=margins, facecolor=GROUND)
            ax = figure.add_subplot(facecolor=GROUND)
        self.ax = ax
        self._ax: Any = ax  # the types of matplotlib leave keyword arguments open
        self.words = words
        self._ax.grid(visible=False)
        for spine in self._ax.spines.values():
            spine.set_visible(False)

    # -- the frame

    def limits(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Say what the edges are, left and right, bottom and top."""
        self._ax.set_xlim(*x)
        self._ax.set_ylim(*y)

    def ticks(self, axis: Literal["x", "y"], at: Sequence[float], texts: Sequence[str]) -> None:
        """Write along an axis."""
        which = self._ax.xaxis if axis == "x" else self._ax.yaxis
        which.set_ticks([], minor=True)
        which.set_ticks(at, labels=texts, fontsize=SMALL, color=INK, parse_math=False)
        self._ax.tick_params(axis=axis, which="both", length=0, pad=6)

    def title(self, text: str, below: str) -> None:
        """Write the title, and a smaller line below it."""
        pad = 10 + _LINE * (1 + below.count("\n"))
        style = {"fontsize": TITLE, "fontweight": "bold", "color": INK, "parse_math": False}
        self._ax.set_title(sentence(text), loc="left", pad=pad, **style)
        self.text(0, 1, below, within="xy", shift=(0, 8), valign="bottom", colour=MUTED)

    def notes(self, lines: Sequence[str], *, under: float = 8) -> None:
        """Write lines under the picture, so many points below it."""
        width = self._ax.get_window_extent().width / self._ax.get_figure().dpi * _POINTS
        wrapped = [part for line in lines for part in wrap(line, max(30, int(width / LETTER)), subsequent_indent="  ")]
        if wrapped:
            self.text(0, 0, "\n".join(wrapped), within="xy", shift=(0, -under), valign="top", colour=MUTED)

    # -- the strokes

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        within: Literal["", "x", "y", "xy"] = "",
        shift: tuple[float, float] = (0, 0),
        align: Side = "left",
        valign: Literal["center", "top", "bottom"] = "center",
        colour: str = INK,
        bold: bool = False,
        back: bool = False,
        order: float = 8,
    ) -> None:
        """Write; *within* names the coordinates that are parts of the Axes, and *shift* is in points.

        With *back* the text stands on a ground of its own, so that no line goes through it.
        """
        self._ax.annotate(
            text,
            (x, y),
            xycoords=(_FRACTION if "x" in within else "data", _FRACTION if "y" in within else "data"),
            xytext=shift,
            textcoords="offset points",
            annotation_clip=False,
            fontsize=SMALL,
            fontweight="bold" if bold else "normal",
            color=colour,
            ha=align,
            va=valign,
            linespacing=1.3,
            parse_math=False,
            zorder=order,
            bbox={"facecolor": GROUND, "edgecolor": "none", "pad": 0.8} if back else None,
        )

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        colour: str = INK,
        width: float = 1,
        dashes: Dashes = "-",
        order: float = 2,
    ) -> None:
        """Draw a line; a hole in it is not bridged."""
        drawn = Line2D(
            xs,
            ys,
            color=colour,
            linewidth=width,
            linestyle=dashes,
            marker="",
            solid_capstyle="round",
            clip_on=False,
            zorder=order,
        )
        self._ax.add_line(drawn)

    def bar(
        self,
        x: tuple[float, float],
        y: tuple[float, float],
        *,
        fill: str = FAINT,
        edge: str | None = None,
        hatch: str | None = None,
        order: float = 2,
    ) -> None:
        """Draw a bar from the first to the second x, and from the first to the second y."""
        drawn = Rectangle(
            (x[0], y[0]),
            x[1] - x[0],
            y[1] - y[0],
            facecolor=fill,
            edgecolor=edge or fill,
            linewidth=0.8 if edge else 0,
            hatch=hatch,
            clip_on=False,
            zorder=order,
        )
        self._ax.add_patch(drawn)

    def columns(self, rows: Sequence[tuple[str, ...]], at: Sequence[float], bold: Sequence[bool]) -> float:
        """Write rows of as many texts each in columns right of the Axes; returns where they end, in points."""
        right = 0.0
        for texts in zip(*rows, strict=True):
            right += _AWAY + LETTER * max(map(len, texts))
            for text, y, strong in zip(texts, at, bold, strict=True):
                self.text(1, y, text, within="x", shift=(right, 0), align="right", bold=strong)
        return right + _AWAY

    def mark(
        self,
        x: float,
        y: float,
        shape: Shape,
        *,
        size: float = 8,
        fill: str = GROUND,
        edge: str = INK,
        width: float = 1.5,
        shift: float | None = None,
        order: float = 4,
    ) -> None:
        """Draw a mark; with a shift, x is a part of the Axes, and the mark stands so many points to its right."""
        if shift is None:
            where = self._ax.transData
        else:
            where = self._ax.get_yaxis_transform() + ScaledTranslation(
                shift / _POINTS, 0, self._ax.get_figure().dpi_scale_trans
            )
        drawn = Line2D(
            [x],
            [y],
            linestyle="",
            marker=shape,
            markersize=size,
            markerfacecolor=fill,
            markeredgecolor=edge,
            markeredgewidth=width,
            transform=where,
            clip_on=False,
            zorder=order,
        )
        self._ax.add_artist(drawn)


def check_call(problems: Problems, ax: object, language: object) -> None:
    """Check what every picture is given besides its subject."""
    if problems.instance("ax", ax, (Axes, NoneType), "an Axes of matplotlib or None"):
        kind = ax.name if isinstance(ax, Axes) else _PLAIN
        if kind != _PLAIN:  # what is drawn are rows and days, which have no angle and no depth
            problems.add("ax", "unexpected-kind", f"must be an Axes of the usual kind, {_PLAIN}, not {kind}")
    check_language(problems, language)


def spread(wanted: Sequence[float], apart: float) -> list[float]:
    """Move labels as little as possible, so that each is so far below the one before; they are given in order.

    Labels that are too near make one block, which stands where its labels would stand in the mean.
    """
    blocks: list[list[float]] = []  # of each: the sum of where its first label would stand, and how many labels
    for place in wanted:
        blocks.append([place, 1])
        while len(blocks) > 1 and _end(blocks[-2], apart) > blocks[-1][0] / blocks[-1][1]:
            total, size = blocks.pop()
            blocks[-1][0] += total - size * blocks[-1][1] * apart
            blocks[-1][1] += size
    return [total / size + apart * step for total, size in blocks for step in range(int(size))]


def _end(block: list[float], apart: float) -> float:
    return block[0] / block[1] + block[1] * apart
