"""Rating the urge when one is awake: a digit is an episode at once, and a second thought mends it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from stillnight.domain.clock_rule import time_between
from stillnight.domain.ids import timed_id
from stillnight.domain.night import EPISODES, Episode, episode_of
from stillnight.domain.ports import Receipt
from stillnight.journal.journal import Journal

SECOND_THOUGHTS = timedelta(seconds=10)
"""So long a second digit in the night replaces the first."""

STILL_THE_SAME = timedelta(minutes=15)
"""What is begun so soon after a rating is done against that same bout; our choice."""


class _Rated(NamedTuple):
    """The episode that was rated last, while that is the last deed."""

    typed: datetime
    at: datetime
    number: int


class UrgeLog:
    """Logs "awake, urge n"; another digit within ten seconds replaces it."""

    def __init__(self, journal: Journal) -> None:
        """Log into this journal."""
        self._journal = journal
        self._rated: _Rated | None = None

    def log(self, severity: int) -> Receipt:
        """Log an episode that begins now, or mend the one of a moment ago.

        Args:
            severity: The urge to move, 0-10.

        Raises:
            FieldError: If it is out of range.
            StoreError: If it could not be made safe; nothing was changed then.
        """
        now = self._journal.desk.clock.now()
        at, number = now, timed_id(now)
        if self._rated is not None and time_between(self._rated.typed, now) <= SECOND_THOUGHTS:
            _, at, number = self._rated
        receipt = self._journal.record.awake(at, {"severity": severity}, number)
        self._rated = _Rated(now, at, number)
        return receipt

    def forget(self) -> None:
        """Something else was done since: the next digit is an episode of its own."""
        self._rated = None


class Before(NamedTuple):
    """What is known of the urge when something is begun against it.

    Attributes:
        urge: How strong it is, 0-10; ``None`` where nobody said so lately.
        bout: The id of the bout of which it is the relief; ``None`` where none was noted lately.
    """

    urge: int | None = None
    bout: int | None = None


def before_relief(journal: Journal) -> Before:
    """The newest bout of tonight, where it is still the same one.

    One that was relieved already and rated afterwards hands that rating on: what is begun now is against what
    was left.
    """
    newest = newest_bout(journal)
    if newest is None:
        return Before()
    number, episode = newest
    busy = timedelta(minutes=episode.minutes or 0)
    if time_between(episode.at, journal.desk.clock.now()) > busy + STILL_THE_SAME:
        return Before()
    return Before(episode.severity if episode.relief is None else episode.after, number)


def newest_bout(journal: Journal, since: datetime | None = None) -> tuple[int, Episode] | None:
    """The newest episode of tonight that began by now, with its id; ``None`` where there is none.

    Args:
        journal: The journal.
        since: Leave out what began before.
    """
    tonight, now = journal.tonight, journal.desk.clock.now()
    records = journal.desk.store.between(EPISODES, tonight, tonight).items()
    episodes = [(number, episode) for number, record in records if (episode := episode_of(record))]
    begun = [one for one in episodes if one[1].at <= now and (since is None or one[1].at >= since)]
    return max(begun, key=lambda one: (one[1].at, one[0]), default=None)
