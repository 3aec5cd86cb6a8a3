"""Choosing between two values of one field that two devices wrote, neither knowing of the other's."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.domain.disagreement import Disagreement, Side
from stillnight.domain.ports import NIGHTS, Change, Receipt
from stillnight.domain.values import Value
from stillnight.journal.journal import Journal
from stillnight.journal.record import keep_details_true, keep_onset_true
from stillnight.journal.side_words import place_words

_WORDS = ("note", "text")
"""Fields of free words: both can stay, one after the other."""


def can_both_stay(one: Disagreement) -> bool:
    """Are the values words, so that nobody has to choose between them?"""
    return one.field in _WORDS and all(isinstance(side.value, str) for side in one.sides)


def both(one: Disagreement) -> str:
    """All of the words, the older ones first; what another side says already is not said twice."""
    kept: list[str] = []
    for side in reversed(one.sides):
        words = str(side.value).strip()
        if not any(words in other for other in kept):
            kept = [other for other in kept if other not in words] + [words]
    return "\n".join(kept)


class Disagreeing:
    """What devices disagree on, and how that ends."""

    def __init__(self, journal: Journal) -> None:
        """Work with this journal."""
        self.journal = journal

    def open(self) -> Sequence[Disagreement]:
        """Everything that nobody has chosen yet; the newest night first, other tables after the nights."""
        found = self.journal.desk.store.disagreements()
        return sorted(found, key=lambda one: (one.table != NIGHTS, one.table, -one.id, one.field))

    def take(self, one: Disagreement, side: Side) -> Receipt:
        """Let one of the values count; the others stay in the history.

        An urge takes its onset along where devices disagree on that too: no urge has none.

        Raises:
            StoreError: If it could not be made safe; nothing was changed then.
        """
        along = [
            (other.field, theirs.value)
            for other in self._beside(one)
            for theirs in other.sides
            if theirs.device == side.device
        ]
        return self._write(one, {one.field: side.value, **dict(along)})

    def _beside(self, one: Disagreement) -> list[Disagreement]:
        if (one.table, one.field) != (NIGHTS, "severity"):
            return []
        found = self.journal.desk.store.disagreements_in(one.table, one.id)
        return [other for other in found if other.field == "onset"]

    def take_both(self, one: Disagreement) -> Receipt:
        """Let all of the words stay, one after the other; raises as :meth:`take` does."""
        return self._write(one, {one.field: both(one)})

    def keep_shown(self, some: Sequence[Disagreement]) -> Receipt:
        """Let everything stay as it is shown, as one deed; raises as :meth:`take` does."""
        changes = [Change(one.table, one.id, one.field, one.sides[0].value) for one in some]
        return self.journal.desk.store.choose("kept what was shown", changes)

    def where(self, one: Disagreement) -> str:
        """Of what devices disagree, in words."""
        return place_words(one, self.journal.desk.store.get(one.table, one.id))

    def _write(self, one: Disagreement, values: dict[str, Value]) -> Receipt:
        if one.table == NIGHTS:
            there = self.journal.desk.store.get(NIGHTS, one.id) or {}
            keep_onset_true(values, there.get("onset"))
            keep_details_true(values, there)
        changes = [Change(one.table, one.id, name, kept) for name, kept in values.items()]
        return self.journal.desk.store.choose(f"choice for the {self.where(one)}", changes)
