"""Reliefs as use-cases: which to offer, a session from its beginning to its end, the user's own rating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt
from stillnight.journal.journal import Journal
from stillnight.journal.suggestions.suggest import Library
from stillnight.tips.coach.guide import Guide
from stillnight.tips.gate import Gate
from stillnight.tips.tip import Tip

RATINGS = "reliefs"
"""The table of the own ratings: ``relief`` (a tip's id) and ``rating`` 1-5; one record a relief."""

SESSIONS = "sessions"
"""The table of guided sessions that had no urge to rate: ``night``, ``at``, ``relief``, ``minutes``,
``completed``. A session with an urge is an episode."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One relief that can be chosen.

    Attributes:
        tip: What it is.
        guides: Its guided sessions, the usual one first; at least one.
        rating: The user's own rating 1-5; ``None`` where there is none.
        times: How often it was used.
        shut: The gate that takes it away tonight; ``None`` where it is free.
    """

    tip: Tip
    guides: tuple[Guide, ...]
    rating: int | None = None
    times: int = 0
    shut: Gate | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A session that was begun and is in the journal already, so that nothing is lost if the lights go out.

    Attributes:
        number: The id of its episode, or of its session where no urge was rated.
        relief: The tip's id.
        at: When it began.
        severity: The urge before; ``None`` or 0 makes it no episode.
    """

    number: int
    relief: str
    at: datetime
    severity: int | None = None


class Reliefs:
    """Reads and writes what was done against restless legs."""

    def __init__(self, journal: Journal, library: Library, guides: Mapping[str, Guide]) -> None:
        """Work with these."""
        self.journal = journal
        self.library = library
        self.guides = guides

    def choices(self, moment: Moment | None = None) -> Sequence[Choice]:
        """What can be done in a moment, with a guided session and no gate against it.

        The user's own ratings 4 and 5 come first, the best first; then what was never tried, by grade; then
        the rest; what was rated 1 or 2 comes last. What a running trial tests is left out.

        Args:
            moment: Evening, night or morning; as the clock says where not given.
        """
        raise NotImplementedError

    def shut_choices(self, moment: Moment | None = None) -> Sequence[Choice]:
        """What would fit the moment but for a gate, each with the gate that says why."""
        raise NotImplementedError

    def begin(self, guide: Guide, severity: int | None = None, bout: int | None = None) -> Begun:
        """Note that a session begins now, as not completed; written at once.

        Args:
            guide: The session.
            severity: The urge before, 0-10.
            bout: The id of an episode that was just logged, of which this is the relief; its severity stays.

        Raises:
            StoreError: If it could not be made safe.
        """
        raise NotImplementedError

    def finish(self, begun: Begun, minutes: int, completed: bool, after: int | None = None) -> Receipt:
        """Note how a session ended; a second call mends the first, such as a rating given later.

        Args:
            begun: The session.
            minutes: How long it was done, 0-240.
            completed: Was it done to its end?
            after: The urge afterwards, 0-10.

        Raises:
            StoreError: If it could not be made safe.
        """
        raise NotImplementedError

    def rate(self, relief: str, rating: int | None) -> Receipt:
        """Keep the user's own rating of a relief, 1 (no use) to 5 (good); ``None`` takes it back.

        Raises:
            FieldError: If it is out of range.
        """
        raise NotImplementedError
