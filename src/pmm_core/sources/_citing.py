"""What the rules of every concept need: to name what carries them out, and to tell the works behind them."""

from collections.abc import Callable

from pmm_core.sources._source import Rule, Source


def names_at(door: str) -> Callable[..., tuple[str, ...]]:
    """Make the short form by which the rules of one concept name what its door offers.

    >>> named = names_at("pmm_core.ranking")
    >>> named("rank", "Standings")
    ('pmm_core.ranking.rank', 'pmm_core.ranking.Standings')
    """
    return lambda *names: tuple(f"{door}.{name}" for name in names)


def sources_of(*rules: Rule, first: Source | None = None) -> tuple[Source, ...]:
    """The works behind some rules, each once; *first* is a work that comes before them."""
    works = [rule.source for rule in rules]
    return tuple(dict.fromkeys(works if first is None else [first, *works]))
