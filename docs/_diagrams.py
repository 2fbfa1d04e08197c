"""Draw the diagrams of the pages from what the code holds: the moves of a cycle, and the layers of the library.

The graphs are small and of one kind: a way down, a way round a step, a place that one is sent to and comes back from, a
place that leads to itself.  So each is laid out by a few rules, and a graph that these rules cannot draw is refused.
Colours are the page's own (``currentColor``), so that light and dark need no second picture.

``python docs/_diagrams.py`` writes the files; a test compares them with the tables.
"""

import textwrap
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from pmm_core.cycle import PROCESSES, EventKind, Move, Process, Progress, State, inner_moves, outer_moves

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).with_name("_diagrams")
LANGUAGES = ("en", "id")
WORDS = {
    "states": {"en": "States of a cycle, process {}", "id": "Status siklus, proses {}"},
    "stages": {
        "en": "Steps of the five stages while the plan is agreed, process {}",
        "id": "Langkah kelima tahap selama rencana disepakati, proses {}",
    },
    "layers": {"en": "Layers of the library", "id": "Lapisan pustaka"},
    "move": {"en": "from {} to {}: {}", "id": "dari {} ke {}: {}"},
    "down": {"en": "imports point down only", "id": "impor hanya mengarah ke bawah"},
    "dashed": {"en": "dashed: has an extra of its name", "id": "putus-putus: ada ekstra dengan nama itu"},
    "layer": {"en": "Layer {} from the top: {}", "id": "Lapisan ke-{} dari atas: {}"},
}

WIDE, HIGH = 168, 42  # of a box
DROP = 46  # between two rows
ASIDE = 132  # between two columns
LETTER, LINE = 7.1, 15  # a text is at most so wide for each letter, so high for each line
EDGE = 12


@dataclass(frozen=True)
class Box:
    """A rectangle, of a place or of a text."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.wide / 2, self.y + self.high / 2

    def meets(self, other: "Box") -> bool:
        """Tell whether two rectangles share any ground."""
        across = self.x < other.x + other.wide and other.x < self.x + self.wide
        return across and self.y < other.y + other.high and other.y < self.y + self.high


@dataclass(frozen=True)
class Arrow:
    """A move with the corners of its line and the lines of its text."""

    move: Move
    corners: tuple[tuple[float, float], ...]
    lines: tuple[str, ...]
    at: tuple[float, float]  # where the first line begins, ends or has its middle
    anchor: str

    @property
    def ground(self) -> Box:
        """Tell what ground the text takes at most."""
        wide = max(map(len, self.lines)) * LETTER
        left = {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return Box(self.at[0] - left, self.at[1] - LINE + 3, wide, LINE * len(self.lines))


@dataclass(frozen=True)
class Drawing:
    """What a diagram shows, and where."""

    boxes: Mapping[str, Box]
    arrows: tuple[Arrow, ...]


def way(places: Sequence[str], moves: Iterable[Move]) -> list[str]:
    """Find the longest way from the first place to the last, which is drawn straight down."""
    onward: dict[str, list[str]] = {place: [] for place in places}
    for move in moves:
        onward[move.source].append(move.target)
    best: list[str] = []
    paths = [[places[0]]]
    while paths:
        path = paths.pop()
        if path[-1] == places[-1] and len(path) > len(best):
            best = path
        paths.extend([*path, place] for place in onward[path[-1]] if place not in path)
    return best


def lay_out(places: Sequence[str], moves: Sequence[Move], say: Callable[[str], str]) -> Drawing:
    """Give every place and every move its ground.

    Raises:
        ValueError: for a move that these rules cannot draw.
    """
    straight = way(places, moves)
    rank = {place: number for number, place in enumerate(straight)}
    round_about = [m for m in moves if m.source in rank and rank.get(m.target, -1) > rank[m.source] + 1]
    left = EDGE + (84 if round_about else 0)
    boxes = {place: Box(left, EDGE + number * (HIGH + DROP), WIDE, HIGH) for place, number in rank.items()}
    for place in places:
        if place not in boxes:
            (beside,) = {move.source for move in moves if move.target == place and move.source in rank}
            boxes[place] = Box(left + WIDE + ASIDE, boxes[beside].y, WIDE - 20, HIGH)
    arrows: list[Arrow] = []
    for move in moves:
        start, end = boxes[move.source], boxes[move.target]
        x, bottom = start.middle[0], start.y + HIGH
        right = start.x + start.wide
        text = say(move.event)
        if move in round_about:
            gutter = left - 22
            corners = (
                (left, start.middle[1]),
                (gutter, start.middle[1]),
                (gutter, end.middle[1]),
                (left, end.middle[1]),
            )
            middle = (start.middle[1] + end.middle[1]) / 2
            arrow = Arrow(move, corners, tuple(textwrap.wrap(text, 9)), (gutter - 6, middle), "end")
        elif move.source == move.target:
            corners = (
                (right, start.y + 10),
                (right + 26, start.y + 10),
                (right + 26, bottom - 10),
                (right, bottom - 10),
            )
            arrow = Arrow(move, corners, tuple(textwrap.wrap(text, 15)), (right + 34, start.y + HIGH / 2 - 2), "start")
        elif rank.get(move.target, -1) - rank.get(move.source, -9) == 1:
            lines = tuple(textwrap.wrap(text, 26))
            high = bottom + DROP / 2 - (len(lines) - 1) * LINE / 2 + 3
            arrow = Arrow(move, ((x, bottom), (x, end.y)), lines, (x + 10, high), "start")
        elif start.y == end.y:
            there = start.x < end.x
            y = start.y + (11 if there else HIGH - 11)
            corners = ((right, y), (end.x, y)) if there else ((start.x, y), (end.x + end.wide, y))
            lines = tuple(textwrap.wrap(text, 13))
            first = y - 6 - (len(lines) - 1) * LINE if there else y + LINE
            arrow = Arrow(move, corners, lines, ((corners[0][0] + corners[1][0]) / 2, first), "middle")
        else:
            raise ValueError(f"no rule tells how to draw {move}")
        arrows.append(arrow)
    return Drawing(boxes, tuple(arrows))


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def written(lines: Sequence[str], x: float, y: float, anchor: str = "middle") -> str:
    """Write lines of text below each other."""
    rows = "".join(
        f'<tspan x="{number(x)}" y="{number(y + row * LINE)}">{escape(line)}</tspan>' for row, line in enumerate(lines)
    )
    return f'<text text-anchor="{anchor}">{rows}</text>'


def framed(key: str, size: tuple[float, float], told: tuple[str, str], body: Iterable[str]) -> str:
    """Put a picture into a frame that says in words what it shows: a title, and then all of it."""
    wide, high = map(number, size)
    title, words = map(escape, told)
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{key}-title {key}-words"'
        f' viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
        ' font-family="sans-serif" font-size="13" fill="currentColor">'
    )
    tip = (
        f'<defs><marker id="{key}-tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8"'
        ' orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
    )
    heads = (f'<title id="{key}-title">{title}</title>', f'<desc id="{key}-words">{words}</desc>')
    return "\n".join((start, *heads, tip, *body, "</svg>\n"))


def boxed(name: str, box: Box, lines: Sequence[str], style: str = "") -> str:
    """Draw one place."""
    x, y = box.middle
    return (
        f'<g class="place" data-name={quoteattr(name)}><rect x="{number(box.x)}" y="{number(box.y)}"'
        f' width="{number(box.wide)}" height="{number(box.high)}" rx="8" fill="none" stroke="currentColor"{style}/>'
        f"{written(lines, x, y - (len(lines) - 1) * LINE / 2 + 4.5)}</g>"
    )


def moved(key: str, arrow: Arrow) -> str:
    """Draw one move."""
    line = " ".join(f"{number(x)} {number(y)}" for x, y in arrow.corners)
    move = arrow.move
    return (
        f'<g class="move" data-source="{move.source}" data-target="{move.target}" data-event="{move.event}"'
        f' font-size="12.5"><path d="M{line}" fill="none" stroke="currentColor" marker-end="url(#{key}-tip)"/>'
        f"{written(arrow.lines, *arrow.at, arrow.anchor)}</g>"
    )


def labels(language: str) -> dict[str, str]:
    """Give every state, progress and kind of event its word."""
    members = (*State, *Progress, *EventKind)
    return {member.value: member.label_id if language == "id" else member.label_en for member in members}


def graph(process: Process, part: str) -> tuple[list[str], tuple[Move, ...]]:
    """Name the places and moves of one of the two machines."""
    if part == "states":
        return [state.value for state in State], outer_moves(process)
    return [progress.value for progress in Progress], inner_moves(process)


def machine(process: Process, part: str, language: str) -> str:
    """Draw one of the two machines of a process."""
    key = f"cycle-{process.key}-{part}"
    word = labels(language)
    places, moves = graph(process, part)
    drawing = lay_out(places, moves, word.__getitem__)
    body = [boxed(place, box, textwrap.wrap(word[place], 20)) for place, box in drawing.boxes.items()]
    body += [moved(key, arrow) for arrow in drawing.arrows]
    told = "; ".join(WORDS["move"][language].format(word[m.source], word[m.target], word[m.event]) for m in moves)
    ground = (*drawing.boxes.values(), *(arrow.ground for arrow in drawing.arrows))
    wide, high = (max(box.x + box.wide for box in ground), max(box.y + box.high for box in ground))
    title = WORDS[part][language].format(process.key)
    return framed(key, (wide + EDGE, high + EDGE), (title, f"{told}."), body)


def layer_rows(pyproject: Mapping[str, object]) -> list[list[str]]:
    """Read the layers from the contract that the imports are held to, the topmost first."""
    contracts = pyproject["tool"]["importlinter"]["contracts"]  # type: ignore[index]
    (found,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [[name.strip() for name in layer.replace(":", "|").split("|")] for layer in found]


def layers(pyproject: Mapping[str, object], language: str) -> str:
    """Draw the layers of the library."""
    extras = pyproject["project"]["optional-dependencies"]  # type: ignore[index]
    wide, high, gap = 280.0, 32, 8  # it fits the screen of a phone
    body: list[str] = []
    rows = layer_rows(pyproject)
    for row, names in enumerate(rows):
        each = (wide - (len(names) - 1) * gap) / len(names)
        for column, name in enumerate(names):
            box = Box(EDGE + column * (each + gap), EDGE + row * (high + gap), each, high)
            body.append(boxed(name, box, [name], ' stroke-dasharray="5 4"' if name in extras else ""))
    end = EDGE + len(rows) * (high + gap)
    body.append(
        f'<path d="M{number(EDGE + wide + 10)} {EDGE} {number(EDGE + wide + 10)} {number(end - gap)}"'
        ' fill="none" stroke="currentColor" marker-end="url(#layers-tip)"/>'
    )
    notes = [WORDS["down"][language] + " ↓", WORDS["dashed"][language]]
    body.append(written(notes, EDGE, end + LINE, "start"))
    told = ". ".join(WORDS["layer"][language].format(row, ", ".join(names)) for row, names in enumerate(rows, start=1))
    words = f"{told}. {WORDS['down'][language]}; {WORDS['dashed'][language]}."
    size = (wide + 2 * EDGE + 4, end + 3 * LINE)
    return framed("layers", size, (WORDS["layers"][language], words), body)


def diagrams() -> dict[str, str]:
    """Draw all of them; each file name ends with the language of its words."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    drawn: dict[str, str] = {}
    for language in LANGUAGES:
        drawn[f"layers.{language}.svg"] = layers(pyproject, language)
        for process in PROCESSES:
            for part in ("states", "stages"):
                drawn[f"cycle-{process.key}-{part}.{language}.svg"] = machine(process, part, language)
    return drawn


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in diagrams().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
