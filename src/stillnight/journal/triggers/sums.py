"""What the model has added up of the nights, kept while the program runs, so that a new one is just added."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.domain.factor import Factor
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.look import NightsSoFar
from stillnight.insight.patterns.settings import OURS

LATELY = 7
"""So many of the last nights are added anew each time: they are the ones that somebody still amends."""


class KeptSums:
    """The nights that were added up last; a mark tells whether they are still the same."""

    def __init__(self) -> None:
        """Nothing was added up yet."""
        self._held: NightsSoFar | None = None
        self._mark = ""

    def begin(
        self, diary: Sequence[DiaryNight], factors: Sequence[Factor], marks: Sequence[str], looked_at: int
    ) -> NightsSoFar:
        """The first nights as the model keeps them, to be gone on with; the same as if they were added anew.

        Args:
            diary: The nights as the model takes them, in order of date.
            factors: The factors.
            marks: The mark of each night, see :mod:`stillnight.journal.triggers.marks`.
            looked_at: So many of the first nights have been looked at; no later one is added.
        """
        held = self._held
        if held is None or not self._is_true(held, diary, factors, marks, looked_at):
            held = NightsSoFar(factors, OURS, diary)
        for night in diary[held.taken : max(min(looked_at, len(diary) - LATELY), 0)]:
            held.add(night)
        self._held, self._mark = held, marks[held.taken - 1] if held.taken else ""
        return held.copied()

    def _is_true(
        self,
        held: NightsSoFar,
        diary: Sequence[DiaryNight],
        factors: Sequence[Factor],
        marks: Sequence[str],
        looked_at: int,
    ) -> bool:
        if not 0 < held.taken <= min(looked_at, len(marks)) or marks[held.taken - 1] != self._mark:
            return False
        return held.is_of(factors, OURS, diary)
