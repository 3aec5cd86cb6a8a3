"""Reliefs as use-cases: which to offer, a session from its beginning to its end, the user's own rating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs import sessions
from stillnight.journal.reliefs.choosing import Choice, free_choices, shut_choices
from stillnight.journal.reliefs.sessions import Begun
from stillnight.journal.reliefs.tables import rate, ratings_in
from stillnight.journal.suggestions.library import Library
from stillnight.tips.coach.guide import Guide
from stillnight.tips.occasion import Occasion

__all__ = ["Begun", "Choice", "Reliefs"]


class Reliefs:
    """Reads and writes what was done against restless legs."""

    def __init__(self, journal: Journal, library: Library, guides: Mapping[str, Guide]) -> None:
        """Work with these."""
        self.journal = journal
        self.library = library
        self.guides = guides

    def choices(self, moment: Moment | None = None, occasion: Occasion | None = None) -> Sequence[Choice]:
        """What can be done in a moment, with a guided session and no gate against it.

        The user's own ratings 4 and 5 come first, the best first; then what was never tried, by grade; then
        the rest; what was rated 1 or 2 comes last. What a running trial tests is left out. Beside a red flag
        that asks for help today nothing is offered.

        Args:
            moment: Evening, night or morning; as the clock says where not given. At night what makes no
                noise stands before what does, unless that was rated 4 or 5.
            occasion: What it is wanted for, such as a long sit, whatever the moment.
        """
        return free_choices(self.journal, self.library, self.guides, moment, occasion)

    def shut_choices(self, moment: Moment | None = None) -> Sequence[Choice]:
        """What would fit the moment but for a gate, each with the gate that says why."""
        return shut_choices(self.journal, self.library, self.guides, moment)

    def begin(self, guide: Guide, severity: int | None = None, bout: int | None = None) -> Begun:
        """Note that a session begins now, as not completed; written at once.

        Args:
            guide: The session.
            severity: The urge before, 0-10.
            bout: The id of an episode that was just logged, of which this is the relief; its severity stays.
                One that has another relief already keeps it, and the session stands beside it.

        Raises:
            FieldError: If the urge is out of range.
            StoreError: If it could not be made safe.
        """
        return sessions.begin(self.journal.desk, guide.tip, self._title(guide.tip), severity, bout)

    def rate_before(self, begun: Begun, severity: int) -> Begun:
        """Give the urge before a session that was begun without one; from 1 on it becomes an episode.

        Raises:
            FieldError: If it is out of range.
            StoreError: If it could not be made safe.
        """
        return sessions.rate_before(self.journal.desk, begun, severity)

    def finish(self, begun: Begun, minutes: int, completed: bool, after: int | None = None) -> Receipt:
        """Note how a session ended; a second call mends the first, such as a rating given later.

        Args:
            begun: The session.
            minutes: How long it was done, 0-240.
            completed: Was it done to its end?
            after: The urge afterwards, 0-10; ``None`` leaves what was said before.

        Raises:
            FieldError: If a number is out of range.
            StoreError: If it could not be made safe.
        """
        title = self._title(begun.relief)
        return sessions.finish(self.journal.desk, begun, title, minutes, completed, after)

    def rate(self, relief: str, rating: int | None) -> Receipt:
        """Keep the user's own rating of a relief, 1 (no use) to 5 (good); ``None`` takes it back.

        Raises:
            FieldError: If it is out of range.
            StoreError: If it could not be made safe.
        """
        return rate(self.journal.desk, relief, self._title(relief), rating)

    def ratings(self) -> Mapping[str, int]:
        """The own ratings 1-5, by relief."""
        return ratings_in(self.journal.desk.store)

    def _title(self, relief: str) -> str:
        tip = self.library.tips.get(relief)
        return tip.title if tip else relief.replace("_", " ")
