"""The ledger of what was tried, as it was; it never says that something works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from stillnight.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Helped:
    """What the journal holds about one relief.

    Attributes:
        relief: The tip's id, or the user's own word.
        title: In words.
        times: How often it was used.
        completed: How often it was done to its end.
        stopped: How often it was stopped early.
        pairs: Severity before and after, of the times where both are known, the oldest first.
        minutes: The usual length in minutes, the middle one; ``None`` where none is known.
        rating: The user's own rating 1-5; ``None`` where there is none.
        last: The night on which it was used last; ``None`` where only rated.
        trial: The id of the trial template that would test it; empty where there is none.
    """

    relief: str
    title: str
    times: int = 0
    completed: int = 0
    stopped: int = 0
    pairs: tuple[tuple[int, int], ...] = ()
    minutes: int | None = None
    rating: int | None = None
    last: date | None = None
    trial: str = ""

    @property
    def change(self) -> float | None:
        """The mean of after minus before; ``None`` with fewer than three pairs: fewer say nothing."""
        if len(self.pairs) < 3:
            return None
        return sum(after - before for before, after in self.pairs) / len(self.pairs)


def helped(journal: Journal, titles: dict[str, str], trials: dict[str, str]) -> Sequence[Helped]:
    """Everything that was tried or rated: by own rating, then by how often, then by name.

    Args:
        journal: The journal.
        titles: Tip id to title.
        trials: Tip id to the id of the trial template that tests it.
    """
    raise NotImplementedError
