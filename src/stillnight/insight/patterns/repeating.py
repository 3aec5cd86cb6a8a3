"""Nights that repeat the one before more closely than this person's nights ever do by chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

MAY_DIFFER = 6
"""Of so many answers one may differ in a repetition, as in the study: at least 5 of 6 are equal."""

BY_CHANCE = 0.05
"""A repetition counts as one only when fewer pairs of this person's nights are so alike; our own choice.

Without it a quiet person, whose answers are honestly the same on most evenings, would lose most nights.
"""


class Habits:
    """What somebody's answers have been so far, and so how often two nights are alike by chance."""

    def __init__(self, slugs: tuple[str, ...]) -> None:
        self._slugs = slugs
        self._severity = _Tally()
        self._tallies = {slug: _Tally() for slug in slugs}
        self._before: tuple[int, Mapping[str, float]] | None = None

    def repeats(self, severity: int, answers: Mapping[str, float]) -> bool:
        """Does a night merely repeat the one learnt last?"""
        if self._before is None or severity != self._before[0]:
            return False
        before = self._before[1]
        asked = [slug for slug in self._slugs if slug in answers or slug in before]
        alike = [slug for slug in asked if answers.get(slug) == before.get(slug)]
        if len(asked) - len(alike) > len(asked) // MAY_DIFFER:
            return False
        chance = self._severity.alike
        for slug in alike:
            chance *= self._tallies[slug].alike
        return chance < BY_CHANCE

    def learn(self, severity: int, answers: Mapping[str, float]) -> None:
        """Take one more night into account."""
        self._severity.add(severity)
        for slug, value in answers.items():
            self._tallies[slug].add(value)
        self._before = severity, answers


class _Tally:
    """How often each answer was given, and the share of pairs of answers that are equal."""

    def __init__(self) -> None:
        self._counts: Counter[float] = Counter()
        self._given = 0
        self._equal_pairs = 0

    def add(self, value: float) -> None:
        self._equal_pairs += self._counts[value]
        self._counts[value] += 1
        self._given += 1

    @property
    def alike(self) -> float:
        """The share of pairs that are equal, as if one equal and one unequal had been seen before."""
        return (1 + self._equal_pairs) / (2 + self._given * (self._given - 1) / 2)
