"""The pictures of the docs are what the code beside them draws.

The page is the one place where a picture is described: its code is run, and what it has drawn where the picture stands
is held against the file.  Letters are drawn by a library that differs from version to version, and with their size the
room that is left for the Axes.  So each file says where its Axes stands, the two are laid upon each other there, and
compared in blocks: a letter that moved by a pixel is the same, a bar or line that is missing is not.
``PMM_UPDATE_GOLDEN=1`` rewrites the files.
"""

import doctest
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from goldens import is_rewriting
from matplotlib import style
from matplotlib.axes import Axes
from PIL import Image, ImageChops, ImageStat
from PIL.PngImagePlugin import PngInfo

from pmm_core.plots import _canvas

DOCS = Path(__file__).parents[3] / "docs"
PAGE = DOCS / "how-to" / "draw-the-pictures.md"
PICTURES = DOCS / "pictures"
SHOWN = re.compile(r"^!\[(?P<alt>.+)\]\(\.\./pictures/(?P<name>[a-z-]+)\.png\)$", re.MULTILINE)
NAMES = [found["name"] for found in SHOWN.finditer(PAGE.read_text(encoding="utf-8"))]
DPI = 100
BLOCK = 16  # pixels
MOST_APART = 4.6  # of 255, over all blocks; two versions of the library that draws letters are at most 3.6 apart
MOST_MOVED = 12  # pixels
LARGEST = 60_000  # bytes
COLOURS = [value for name, value in vars(_canvas).items() if name.isupper() and str(value).startswith("#")]
STEPS = 6
SHADES = [
    tuple(round(255 + (int(colour[at : at + 2], 16) - 255) * step / STEPS) for at in (1, 3, 5))
    for colour in COLOURS
    for step in range(STEPS + 1)
]


Box = tuple[float, float, float, float]


@attrs.frozen
class Picture:
    """Pixels, and where in them the Axes stands: left, top, right, bottom."""

    pixels: Image.Image
    box: Box

    @classmethod
    def of(cls, ax: Axes) -> "Picture":
        """Draw as the files are drawn."""
        figure: Any = ax.get_figure()
        file = BytesIO()
        figure.savefig(file, format="png", dpi=DPI)
        pixels = Image.open(file).convert("RGB")
        left, bottom, right, top = ax.get_position().extents
        width, height = pixels.size
        return cls(pixels, (left * width, (1 - top) * height, right * width, (1 - bottom) * height))

    @classmethod
    def read(cls, path: Path) -> "Picture":
        """Read a file."""
        found = Image.open(path)
        left, top, right, bottom = map(float, str(found.info["axes"]).split())
        return cls(found.convert("RGB"), (left, top, right, bottom))

    def write(self, path: Path) -> None:
        """Write a file, with shades of our colours only, which makes it a sixth as large."""
        notes = PngInfo()
        notes.add_text("axes", " ".join(f"{edge:.1f}" for edge in self.box))
        palette = Image.new("P", (1, 1))
        palette.putpalette([part for shade in SHADES for part in shade] + [255] * (3 * (256 - len(SHADES))))
        self.pixels.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True, pnginfo=notes)

    def laid_upon(self, other: "Picture") -> Image.Image:
        """The pixels, moved and stretched so that the Axes stands where that of the other does."""
        left, top, right, bottom = other.box
        across, down = (self.box[2] - self.box[0]) / (right - left), (self.box[3] - self.box[1]) / (bottom - top)
        data = (across, 0, self.box[0] - across * left, 0, down, self.box[1] - down * top)
        way = Image.Transform.AFFINE
        return self.pixels.transform(other.pixels.size, way, data, Image.Resampling.BILINEAR, fillcolor="white")


def drawn_by(page: str) -> dict[str, Picture]:
    """Run the code of a page; returns what was drawn last where each picture stands."""
    examples = doctest.DocTestParser().get_examples(page)
    shown = [(page.count("\n", 0, found.start()), found["name"]) for found in SHOWN.finditer(page)]
    names: dict[str, Any] = {}
    drawn: dict[str, Picture] = {}
    with style.context("default"):
        for example in examples:
            while shown and shown[0][0] < example.lineno:
                drawn[shown.pop(0)[1]] = Picture.of(names["ax"])
            exec(compile(example.source, "page", "exec"), names)  # noqa: S102 -- our own page
        for _, name in shown:
            drawn[name] = Picture.of(names["ax"])
    return drawn


def apart(one: Picture, other: Picture) -> float:
    """How far two pictures are apart, in the mean of their blocks."""
    difference = ImageChops.difference(one.laid_upon(other).reduce(BLOCK), other.pixels.reduce(BLOCK))
    return max(ImageStat.Stat(difference).rms)


@pytest.fixture(scope="module")
def drawn() -> Mapping[str, Picture]:
    return drawn_by(PAGE.read_text(encoding="utf-8"))


def test_the_page_shows_every_kind_of_picture() -> None:
    wanted = {"rank-history", "standings", "adoption-funnel", "period-timeline", "cycle-progress", "credit-ledger"}
    assert wanted <= set(NAMES)
    assert sorted(set(NAMES)) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_what_the_code_beside_it_draws(name: str, drawn: Mapping[str, Picture]) -> None:
    path = PICTURES / f"{name}.png"
    if is_rewriting():
        PICTURES.mkdir(exist_ok=True)
        drawn[name].write(path)
    kept = Picture.read(path)
    assert kept.pixels.size == drawn[name].pixels.size
    assert MOST_MOVED > max(abs(one - other) for one, other in zip(kept.box, drawn[name].box, strict=True))
    assert MOST_APART > apart(drawn[name], kept), "PMM_UPDATE_GOLDEN=1 rewrites it"


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_small(name: str) -> None:
    assert LARGEST > (PICTURES / f"{name}.png").stat().st_size


def test_no_file_is_left_over() -> None:
    assert sorted(NAMES) == sorted(path.stem for path in PICTURES.iterdir())


@pytest.mark.parametrize("found", list(SHOWN.finditer(PAGE.read_text(encoding="utf-8"))), ids=NAMES)
def test_a_picture_is_told_in_words_too(found: re.Match[str]) -> None:
    assert 60 < len(found["alt"])


# -- the comparison itself bites


def test_another_area_that_is_lit_is_noticed(drawn: Mapping[str, Picture]) -> None:
    page = PAGE.read_text(encoding="utf-8").replace('"Kab. Batang", "Kota Tegal"', '"Kab. Brebes", "Kota Tegal"')
    end = page.index("To keep the picture")
    assert MOST_APART < apart(drawn["rank-history"], drawn_by(page[:end])["rank-history"])


@pytest.mark.parametrize("name", NAMES)
def test_a_part_that_is_missing_is_noticed(name: str, drawn: Mapping[str, Picture]) -> None:
    whole = drawn[name]
    pixels, (left, top, right, bottom) = whole.pixels.copy(), map(int, whole.box)
    pixels.paste((255, 255, 255), (left, top, right, (top + bottom) // 2))
    assert MOST_APART < apart(Picture(pixels, whole.box), whole)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_that_moved_with_its_axes_is_the_same(name: str, drawn: Mapping[str, Picture]) -> None:
    whole = drawn[name]
    left, top, right, bottom = whole.box
    moved = Picture(ImageChops.offset(whole.pixels, 3, 2), (left + 3, top + 2, right + 3, bottom + 2))
    assert MOST_APART > apart(moved, whole)
