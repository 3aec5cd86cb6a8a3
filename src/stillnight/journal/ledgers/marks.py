"""Dated marks: a donation, a flight, a new job, and whatever else the user wants to see beside the nights."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stillnight.domain.ids import hashed_id
from stillnight.domain.ports import Change, Deletion, Receipt
from stillnight.journal.ledgers.ledger import Ledger

if TYPE_CHECKING:
    from stillnight.domain.mark import Mark

_TABLE = "marks"


class MarkLedger(Ledger):
    """Reads and writes the marks."""

    def marks(self) -> list[Mark]:
        """Every mark on record, oldest first."""
        return self._read(date.min, date.max)

    def marks_on(self, day: date) -> list[Mark]:
        """The marks of a day, shown with the night of its evening."""
        return self._read(day, day)

    def find_mark(self, typed: str) -> Mark:
        """The mark that is meant by its number in the list, or by its kind where there is one only.

        Raises:
            UnknownName: If there is none.
            BadInput: If several could be meant.
        """
        from stillnight.journal.ledgers.pick import pick

        marks = self.marks()
        return marks[pick("mark", typed.replace("_", " "), [mark.kind.replace("_", " ") for mark in marks])]

    def add_mark(self, day: date, kind: str, text: str = "") -> Receipt:
        """Mark a day; the same kind twice on a day is one mark.

        Args:
            day: The day.
            kind: Its id in ``seeds/profile.toml``, or the user's own words.
            text: What else there is to say.

        Raises:
            BadInput: If nobody said what it marks.
            FieldError: If the words are too long or the day is more than a year ahead.
        """
        return self._put("mark", None, day, kind, text)

    def edit_mark(self, mark: Mark, day: date, kind: str, text: str = "") -> Receipt:
        """Mend a mark; raises as :meth:`add_mark` does."""
        return self._put("edit mark", mark, day, kind, text)

    def remove_mark(self, mark: Mark) -> Receipt:
        """Take a mark out; undo brings it back."""
        return self.desk.store.write(f"remove mark {mark.words}", [Deletion(_TABLE, mark.id)])

    def _put(self, deed: str, before: Mark | None, day: date, kind: str, text: str) -> Receipt:
        from stillnight.domain.mark import Mark
        from stillnight.journal.ledgers.checks import checked_mark

        mark = checked_mark(Mark(day, kind, text), self.desk.today)
        number = hashed_id("mark", mark.kind.casefold(), day.isoformat())
        values = {"date": day.isoformat(), "kind": mark.kind, "text": mark.text or None}
        gone = [Deletion(_TABLE, before.id)] if before is not None and before.id != number else []
        changes = [Change(_TABLE, number, name, value) for name, value in values.items()]
        return self.desk.store.write(f"{deed} {mark.kind.replace('_', ' ')}", [*gone, *changes])

    def _read(self, first: date, last: date) -> list[Mark]:
        # not on the way to the first frame: nothing there looks at a mark
        from stillnight.domain.mark import mark_of

        records = self.desk.store.between(_TABLE, first, last).items()
        marks = [mark for number, record in records if (mark := mark_of(record, number))]
        return sorted(marks, key=lambda mark: (mark.date, mark.kind))
