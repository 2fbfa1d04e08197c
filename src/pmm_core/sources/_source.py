"""The values: a source, how certain it makes a rule, and the rule that rests on it."""

import re
from datetime import date
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled

_KEY: Final = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


@final
@labelled(
    OFFICIAL=("resmi", "official"),
    SEED=("artikel sumber", "seed article"),
    SECONDARY=("sumber kedua", "secondary"),
    RECALLED=("ingatan", "recalled"),
    DESIGN=("rancangan pustaka", "our design"),
)
class Certainty(Labelled):
    """How sure a statement is, from the strongest to the weakest.

    The order of the members is the order of strength; `Certainty.is_law` says whether a source outside the library
    stands behind the statement.
    """

    OFFICIAL = "official"
    """A ministry or agency page, or an official document's own text."""
    SEED = "seed"
    """One of the five press articles that the project started from."""
    SECONDARY = "secondary"
    """Press, blogs, school sites, practitioners' code."""
    RECALLED = "recalled"
    """General knowledge; no source was found."""
    DESIGN = "design"
    """Not a fact: a decision of this library, where no source says anything."""

    @property
    def is_law(self) -> bool:
        """Whether a source says so: neither a decision of this library nor general knowledge without a source."""
        return self not in {Certainty.RECALLED, Certainty.DESIGN}


@final
@attrs.frozen(kw_only=True)
class Source:
    """A work that a rule or a figure rests on.

    Args:
        key: short and stable, lower case: ``kepmendagri-300.2.2-2138-2025``.
        title: the work's own title, or what it is.
        locator: where in the world or in the work to look; never a promise that it is still there.
        certainty: how sure a statement is that rests on it.
        issued: the day of issue, or None where it is not known.

    Raises:
        InvalidValueError: ``malformed`` for a key of another form, ``empty`` for an empty text.
        WrongTypeError: for a field of the wrong kind.

    >>> Source(key="note-1", title="A note", locator="page 3", certainty=Certainty.DESIGN).certainty.is_law
    False
    """

    key: str
    title: str
    locator: str
    certainty: Certainty
    issued: date | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Source")
        if problems.text("key", self.key) and not _KEY.fullmatch(self.key):
            problems.add("key", "malformed", "must be lower-case words and numbers joined by - or .")
        problems.text("title", self.title)
        problems.text("locator", self.locator)
        problems.instance("certainty", self.certainty, Certainty, "a Certainty")
        if self.issued is not None:
            problems.day("issued", self.issued)
        problems.done()

    def __str__(self) -> str:
        issued = f", {self.issued.isoformat()}" if self.issued else ""
        return f"{self.title}{issued} ({self.certainty.label_en}; {self.locator})"


@final
@attrs.frozen(kw_only=True)
class Rule:
    """One rule, table or constant of the library, with the source it rests on.

    Args:
        key: short and stable, the concept first: ``ranking.tie-methods``.
        statement: what the rule says, in one sentence.
        applies_to: the public names that carry it out, as ``pmm_core.ranking.TieMethod``; at least one.
        source: where it comes from.
        note: known disputes and doubts; empty where there are none.

    Raises:
        InvalidValueError: ``malformed`` for a key of another form, ``empty`` for an empty text or no names.
        WrongTypeError: for a field of the wrong kind.
    """

    key: str
    statement: str
    applies_to: tuple[str, ...]
    source: Source
    note: str = ""

    def __attrs_post_init__(self) -> None:
        problems = Problems("Rule")
        if problems.text("key", self.key) and not _KEY.fullmatch(self.key):
            problems.add("key", "malformed", "must be lower-case words and numbers joined by - or .")
        problems.text("statement", self.statement)
        if problems.instance("applies_to", self.applies_to, tuple, "a tuple of names"):
            if not self.applies_to:
                problems.add("applies_to", "empty", "must name what carries the rule out")
            for index, name in enumerate(self.applies_to):
                problems.text(f"applies_to[{index}]", name)
        problems.instance("source", self.source, Source, "a Source")
        problems.instance("note", self.note, str, "a text")
        problems.done()

    @property
    def certainty(self) -> Certainty:
        """How sure the rule is: as sure as its source."""
        return self.source.certainty

    def __str__(self) -> str:
        return f"{self.statement} [{self.certainty.label_en}: {self.source.title}]"
