"""Counting teachers per kabupaten: how many took each step of the funnel."""

from collections.abc import Iterable
from typing import Final, final

import attrs

from pmm_core._checks import Problems, items
from pmm_core._texts import check_stream
from pmm_core.people._progress import TOPICS
from pmm_core.people._role import Role
from pmm_core.people._teacher import Teacher
from pmm_core.regions import Kabupaten

COUNTED_ROLES: Final = frozenset({Role.TEACHER})
"""Who is counted unless the caller says otherwise: teachers, without heads and others."""
_MOST_TOPICS: Final = 1_000  # each kabupaten has a number for each of them


@final
@attrs.frozen(kw_only=True)
class AdoptionTally:
    """How many people of one kabupaten took each step (hasil hitung adopsi).  The steps only narrow.

    Args:
        kabupaten: where.
        people: how many were counted, whatever their progress.
        accounts: how many of them have registered their account.
        logged_in: how many of them have logged in.
        topics: how many have completed topic 1, topic 2, and so on.

    Raises:
        InvalidValueError: ``funnel-widens`` where a step counts more than the one before, ``negative``.
        WrongTypeError: for a field of the wrong kind.
    """

    kabupaten: Kabupaten
    people: int
    accounts: int
    logged_in: int
    topics: tuple[int, ...]

    def __attrs_post_init__(self) -> None:
        problems = Problems("AdoptionTally")
        problems.instance("kabupaten", self.kabupaten, Kabupaten, "a Kabupaten")
        steps = [("people", self.people), ("accounts", self.accounts), ("logged_in", self.logged_in)]
        if problems.instance("topics", self.topics, tuple, "a tuple of whole numbers"):
            steps += [(f"topics[{index}]", number) for index, number in enumerate(self.topics)]
        before: tuple[str, int] | None = None
        for path, number in steps:
            if problems.integer(path, number):
                if before is not None and number > before[1]:
                    problems.add(
                        path, "funnel-widens", f"must not exceed {before[0]}, but does by {number - before[1]}"
                    )
                before = (path, number)
        problems.done()


def count_adoption(
    teachers: Iterable[Teacher],
    *,
    roles: Iterable[Role] = COUNTED_ROLES,
    topics: int = TOPICS,
    among: Iterable[Kabupaten] = (),
) -> tuple[AdoptionTally, ...]:
    """Count, per kabupaten, the people who took each step of the funnel, in one pass.

    Args:
        teachers: whom to count, each once; others than those of *roles* are passed over.
        roles: whose progress counts.
        topics: how many topics to count, 1,000 at most.
        among: kabupaten that are listed in any case, with zeros where nobody works there.

    Returns:
        One tally per kabupaten, in the order of their codes.

    Raises:
        InvalidValueError: ``duplicate`` for an id that occurs twice, ``negative`` or ``too-large`` for
            *topics*.
        WrongTypeError: ``wrong-type`` for anything else in the collections.

    >>> from pmm_core.regions import find
    >>> batang = find("Kab. Batang")
    >>> teachers = [Teacher(id=f"t-{n}", role=Role.TEACHER, workplace=batang) for n in (1, 2)]
    >>> [tally.people for tally in count_adoption(teachers)]
    [2]
    """
    problems = Problems("count_adoption")
    problems.integer("topics", topics, maximum=_MOST_TOPICS)
    chosen = items(problems, "roles", roles, "roles")
    for index, role in enumerate(chosen):
        problems.instance(f"roles[{index}]", role, Role, "a Role")
    steps: dict[Kabupaten, list[int]] = {}
    listed = items(problems, "among", among, "kabupaten")
    for index, kabupaten in enumerate(listed):
        problems.instance(f"among[{index}]", kabupaten, Kabupaten, "a Kabupaten")
    check_stream(problems, "teachers", teachers, "teachers")
    problems.done()
    wanted = frozenset(chosen)
    for kabupaten in listed:
        steps.setdefault(kabupaten, [0] * (topics + 3))
    seen: dict[str, int] = {}
    for index, teacher in enumerate(teachers):
        if not problems.instance(f"teachers[{index}]", teacher, Teacher, "a Teacher"):
            continue
        if (first := seen.setdefault(teacher.id, index)) != index:
            problems.add(f"teachers[{index}]", "duplicate", f"has the id of teachers[{first}]")
        if teacher.role in wanted:
            reached = steps.get(teacher.kabupaten)
            if reached is None:
                reached = steps[teacher.kabupaten] = [0] * (topics + 3)
            reached[min(teacher.progress.step, topics + 2)] += 1
    problems.done()
    return tuple(_tally(kabupaten, steps[kabupaten]) for kabupaten in sorted(steps, key=_code))


def _code(kabupaten: Kabupaten) -> str:
    return kabupaten.key


def _tally(kabupaten: Kabupaten, stopped: list[int]) -> AdoptionTally:
    """Add up from the last step: whoever stopped later has passed the earlier ones."""
    at_least: list[int] = []
    total = 0
    for number in reversed(stopped):
        total += number
        at_least.append(total)
    people, accounts, logged_in, *topics = reversed(at_least)
    return AdoptionTally(
        kabupaten=kabupaten, people=people, accounts=accounts, logged_in=logged_in, topics=tuple(topics)
    )
