"""The ledger of what was tried, as it was; it never says that something works."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from stillnight.domain.night import Episode
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.tables import ratings_in, used_in
from stillnight.journal.sealing import tested_tips
from stillnight.tips.gate import Gate

LEAST_PAIRS = 3
"""From so many times on, rated before and after, a mean is told; our choice. It says no more than they do."""

UNRATED = 2.5
"""Where something without an own rating stands among the others."""


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
        shut: The gate that takes the tip away tonight; ``None`` where it is free.
        is_tested: Does a trial test it that runs tonight? Then its pairs are sealed, and left out.
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
    shut: Gate | None = None
    is_tested: bool = False

    @property
    def change(self) -> float | None:
        """The mean of after minus before; ``None`` with fewer than three pairs: fewer say nothing."""
        if len(self.pairs) < LEAST_PAIRS:
            return None
        return sum(after - before for before, after in self.pairs) / len(self.pairs)


def helped(
    journal: Journal,
    titles: Mapping[str, str],
    trials: Mapping[str, str],
    shut: Mapping[str, Gate] | None = None,
) -> Sequence[Helped]:
    """Everything that was tried or rated: by own rating, then by how often, then by name.

    What is without a rating stands between 3 and 2. A relief that is no tip is kept by its own word. While a
    trial tests one, what its nights say stays sealed here as everywhere.

    Args:
        journal: The journal.
        titles: Tip id to title.
        trials: Tip id to the id of the trial template that tests it.
        shut: Tip id to the gate that takes it away tonight.
    """
    used: dict[str, list[Episode]] = {}
    for one in used_in(journal.desk.store):
        used.setdefault(key_of(str(one.relief), titles), []).append(one)
    ratings, tested, gates = _ratings(journal, titles), tested_tips(journal), shut or {}

    def entry(relief: str) -> Helped:
        title = titles.get(relief, relief.replace("_", " "))
        one = _helped(Helped(relief, title, rating=ratings.get(relief)), used.get(relief, []))
        if relief in tested:
            return replace(one, pairs=(), is_tested=True)
        return replace(one, trial=trials.get(relief, ""), shut=gates.get(relief))

    entries = map(entry, dict.fromkeys((*used, *ratings)))
    return sorted(entries, key=lambda one: (-(one.rating or UNRATED), -one.times, one.title.casefold()))


def key_of(word: str, titles: Mapping[str, str]) -> str:
    """The tip that is meant by a word of the user's, such as ``Calf stretch``; else the word as it is."""
    plain = " ".join(word.split())
    slug = plain.casefold().replace(" ", "_").replace("-", "_")
    by_title = {title.casefold(): id for id, title in titles.items()}
    return slug if slug in titles else by_title.get(plain.casefold(), plain)


def _ratings(journal: Journal, titles: Mapping[str, str]) -> Mapping[str, int]:
    """The own ratings by what is meant; where a tip was rated by its title, too, that of its id counts."""
    rated = sorted(ratings_in(journal.desk.store).items(), key=lambda one: one[0] in titles)
    return {key_of(word, titles): rating for word, rating in rated}


def _helped(bare: Helped, used: Sequence[Episode]) -> Helped:
    """An entry with what its times say."""
    return replace(
        bare,
        times=len(used),
        completed=sum(one.completed is True for one in used),
        stopped=sum(one.completed is False for one in used),
        pairs=tuple(_pairs(used)),
        minutes=_middle([one.minutes for one in used if one.minutes is not None]),
        last=max((one.night for one in used), default=None),
    )


def _pairs(used: Iterable[Episode]) -> Iterable[tuple[int, int]]:
    """Before and after; where there was no urge nothing could fall."""
    return ((one.severity, one.after) for one in used if one.severity and one.after is not None)


def _middle(minutes: list[int]) -> int | None:
    """The middle one, of an even number the lower."""
    return sorted(minutes)[(len(minutes) - 1) // 2] if minutes else None
