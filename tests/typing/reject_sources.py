"""What must not type-check with sources and rules; a marker that is not needed is an error."""

from pmm_core.rulebook import rules
from pmm_core.sources import Certainty, Rule, Source, works

source = works()[0]

Source("note-1", "A note", "page 3", Certainty.DESIGN)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Source(key="note-1", title="A note", locator="page 3")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Source(key="note-1", title="A note", locator="p", certainty="seed")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Rule(key="a.b", statement="So.", applies_to=["x"], source=source)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
source.title = "Another"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
rules(Certainty.DESIGN)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
rules(certainty="design")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
