"""How far somebody has come in the platform: a funnel that only narrows.

nothing -> account registered -> logged in -> topic 1 completed -> ... -> topic n completed
"""

from typing import Any, Final, final

import attrs

from pmm_core._checks import MOST, Problems
from pmm_core.errors import Refusal, RefusedError

TOPICS: Final = 4
"""The number of topics (topik) of the platform at the end of 2022; the list grew later."""


@final
@attrs.frozen(kw_only=True)
class PmmProgress:
    """How far somebody has come in the platform (progres PMM).  It never goes back.

    Start with `PmmProgress()` and take the steps with the verbs; each returns the next value.

    Args:
        account_registered: whether the account is activated (akun terdaftar).
        logged_in: whether somebody has logged in to the platform at least once.
        topics_completed: how many topics are completed; they count in order, so that two means topics 1 and 2.
        topic_count: how many topics there are, 4 at the end of 2022.

    Raises:
        InvalidValueError: ``skipped-step`` where a later step is taken and an earlier one is not, ``too-large`` for
            more topics than there are, ``negative``.
        WrongTypeError: ``wrong-type``, ``bool-for-int`` or ``float-for-exact``.

    >>> PmmProgress().register_account().log_in().complete_topic().step
    3
    """

    account_registered: bool = False
    logged_in: bool = False
    topics_completed: int = 0
    topic_count: int = TOPICS

    def __attrs_post_init__(self) -> None:
        me: Any = self  # whatever a caller without a type checker gave
        account, inside, done, count = me.account_registered, me.logged_in, me.topics_completed, me.topic_count
        plain = type(account) is type(inside) is bool and type(done) is type(count) is int
        if plain and 0 <= done <= count < MOST and account >= inside >= bool(done):
            return
        problems = Problems("PmmProgress")
        problems.instance("account_registered", account, bool, "a bool")
        problems.instance("logged_in", inside, bool, "a bool")
        counted = problems.integer("topic_count", count)
        problems.integer("topics_completed", done, maximum=count if counted else None)
        problems.done()
        if inside and not account:
            problems.add("account_registered", "skipped-step", "must be True for somebody who has logged in")
        if done and not inside:
            problems.add("logged_in", "skipped-step", "must be True for somebody who has completed a topic")
        problems.done()

    @property
    def step(self) -> int:
        """How many steps are taken: the account, the log-in, and each topic."""
        return self.account_registered + self.logged_in + self.topics_completed

    @property
    def is_complete(self) -> bool:
        """Whether every step is taken."""
        return self.step == self.topic_count + 2

    def register_account(self) -> "PmmProgress":
        """The account is activated.  Once it is, nothing changes."""
        return self if self.account_registered else attrs.evolve(self, account_registered=True)

    def log_in(self) -> "PmmProgress":
        """Somebody logs in to the platform.  After the first time, nothing changes.

        Raises:
            RefusedError: ``skipped-step`` without an account.
        """
        if not self.account_registered:
            raise _refused("log in", "skipped-step", "no account is registered", "register the account")
        return self if self.logged_in else attrs.evolve(self, logged_in=True)

    def complete_topic(self) -> "PmmProgress":
        """The next topic is completed.

        Raises:
            RefusedError: ``skipped-step`` before the first log-in, ``no-topic-left`` when all topics are completed.
        """
        if not self.logged_in:
            possible = "log in" if self.account_registered else "register the account"
            raise _refused("complete a topic", "skipped-step", "nobody has logged in", possible)
        if self.topics_completed == self.topic_count:
            raise _refused("complete a topic", "no-topic-left", f"all {self.topic_count} topics are completed")
        return attrs.evolve(self, topics_completed=self.topics_completed + 1)

    def advance(self, later: "PmmProgress") -> "PmmProgress":
        """Take over what was found later.

        Args:
            later: at least as far; it may know of more topics, never of fewer.

        Returns:
            The later progress.

        Raises:
            RefusedError: ``goes-back`` where a step would be taken back, or topics would vanish.
            WrongTypeError: ``wrong-type`` for anything else.

        >>> before = PmmProgress(account_registered=True, logged_in=True, topics_completed=1)
        >>> before.advance(before.complete_topic()).topics_completed
        2
        """
        problems = Problems("PmmProgress")
        problems.instance("later", later, PmmProgress, "a PmmProgress")
        problems.done()
        reasons = [
            Refusal("goes-back", f"{name} was {before} and would be {after}", (f"at least {before}",))
            for name, before, after in (
                ("the number of steps", self.step, later.step),
                ("the number of topics", self.topic_count, later.topic_count),
            )
            if after < before
        ]
        if reasons:
            raise RefusedError("advance", tuple(reasons))
        return later


def _refused(action: str, code: str, message: str, *possible: str) -> RefusedError:
    return RefusedError(action, (Refusal(code, message, possible),))
