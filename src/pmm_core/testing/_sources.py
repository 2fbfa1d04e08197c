"""Strategies for sources, rules, and the reasons that errors carry."""

from typing import Final

from hypothesis import strategies as st

from pmm_core.errors import Code, Problem, Refusal, codes
from pmm_core.sources import Certainty, Rule, Source
from pmm_core.testing._shared import check_member, check_strategies, days, keys, labels

_FIELDS: Final = ("numerator", "on", "measurements[3].area", "tie_breaks[0]")


def certainties() -> st.SearchStrategy[Certainty]:
    """Generate certainties; shrinks to `pmm_core.sources.Certainty.OFFICIAL`, the strongest.

    Returns:
        A strategy for certainties.

    >>> from hypothesis import find as simplest
    >>> simplest(certainties(), lambda certainty: not certainty.is_law)
    Certainty.RECALLED
    """
    return st.sampled_from(Certainty)


def sources(*, certainty: Certainty | None = None) -> st.SearchStrategy[Source]:
    """Generate works that a rule can rest on.

    Args:
        certainty: only works of this certainty; any where it is left out.

    Returns:
        A strategy for sources; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(sources(), lambda source: True).key
    '0'
    """
    return _sources(certainty)


@st.composite
def _sources(draw: st.DrawFn, certainty: Certainty | None) -> Source:
    check_member("certainty", certainty, Certainty)
    return Source(
        key=draw(keys()),
        title=draw(labels()),
        locator=draw(labels()),
        certainty=draw(certainties()) if certainty is None else certainty,
        issued=draw(st.none() | days()),
    )


def rules(*, source: st.SearchStrategy[Source] | None = None) -> st.SearchStrategy[Rule]:
    """Generate rules with their sources.

    Args:
        source: where the sources come from; `sources` where it is left out.

    Returns:
        A strategy for rules; drawing from it raises ``InvalidArgument`` for anything but a strategy.

    >>> from hypothesis import find as simplest
    >>> simplest(rules(), lambda rule: len(rule.applies_to) > 1).applies_to
    ('pmm_core.0', 'pmm_core.0')
    """
    return _rules(source)


@st.composite
def _rules(draw: st.DrawFn, source: st.SearchStrategy[Source] | None) -> Rule:
    check_strategies(source=source)
    names = st.lists(keys().map(_public), min_size=1, max_size=3)
    return Rule(
        key=draw(keys()),
        statement=draw(labels()),
        applies_to=tuple(draw(names)),
        source=draw(sources() if source is None else source),
        note=draw(st.just("") | labels()),
    )


def _public(key: str) -> str:
    return f"pmm_core.{key.replace('-', '_')}"


def error_codes() -> st.SearchStrategy[Code]:
    """Generate the stable codes of the catalogue, each with what it means.

    Returns:
        A strategy for `pmm_core.errors.codes`; shrinks to the first.

    >>> from hypothesis import find as simplest
    >>> simplest(error_codes(), lambda code: code.text == "negative").text
    'negative'
    """
    return st.sampled_from(codes())


def problems() -> st.SearchStrategy[Problem]:
    """Generate problems, each with a code of the catalogue.

    Returns:
        A strategy for problems.

    >>> from hypothesis import find as simplest
    >>> print(simplest(problems(), lambda problem: problem.code == "negative"))
    numerator: A [negative]
    """
    return st.builds(Problem, st.sampled_from(_FIELDS), _codes(), labels())


def refusals() -> st.SearchStrategy[Refusal]:
    """Generate refusals, each with a code of the catalogue, with and without what is possible instead.

    Returns:
        A strategy for refusals.

    >>> from hypothesis import find as simplest
    >>> print(simplest(refusals(), lambda refusal: refusal.code == "unreachable"))
    A [unreachable]
    """
    return st.builds(Refusal, _codes(), labels(), st.lists(labels(), max_size=2).map(tuple))


def _codes() -> st.SearchStrategy[str]:
    return st.sampled_from([code.text for code in codes()])
