"""The list of dated marks: add, mend, remove."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from stillnight.domain.mark import Mark, read_mark
from stillnight.domain.ports import Receipt
from stillnight.journal.long_sit.planned import GET_READY, is_to_come
from stillnight.journal.typed_date import NEAREST, read_date
from stillnight.ui.screens.ledgers.base import LedgersBase
from stillnight.ui.screens.sheet import Answers, Asked
from stillnight.ui.widgets.ledger_boxes import MarksBox
from stillnight.ui.widgets.ledger_rows import mark_rows


class MarkDeeds(LedgersBase):
    """What can be done with marks."""

    def show_marks(self, stand_on: str = "") -> None:
        """The marks as they are on record."""
        self.query_one(MarksBox).show(list(mark_rows(self.journal.ledgers.marks())), stand_on)

    def action_add_mark(self) -> None:
        """Mark a day."""
        before = {mark.id for mark in self.journal.ledgers.marks()}

        def write(answers: Answers) -> Receipt:
            kind, text = self._read(answers)
            return self.journal.ledgers.add_mark(self._day(answers), kind, text)

        def stand_on_it() -> None:
            added = [mark for mark in self.journal.ledgers.marks() if mark.id not in before]
            self.show_marks(str(added[0].id) if added else "")

        self.fill_in("A mark", _asked(None, self.library.marks), write, self._marked, then=stand_on_it)

    def _marked(self, answers: Answers) -> str:
        mark = Mark(self._day(answers), *self._read(answers))
        said = f"marked: {answers['what']}"
        return f"{said} · {GET_READY}" if is_to_come(mark, self.library.long_sits, self.today) else said

    def action_edit_mark(self) -> None:
        """Mend a mark."""
        mark = self._mark()
        if mark is None:
            return

        def write(answers: Answers) -> Receipt:
            kind, text = self._read(answers)
            return self.journal.ledgers.edit_mark(mark, self._day(answers), kind, text)

        self.fill_in("A mark", _asked(mark, self.library.marks), write, _said("mended"))

    def action_remove_mark(self) -> None:
        """Take a mark out."""
        mark = self._mark()
        if mark is not None:
            deed = f"removed {mark.words} · U brings it back"
            self.do(lambda: self.journal.ledgers.remove_mark(mark), deed)

    def _mark(self) -> Mark | None:
        here = self.chosen(MarksBox)
        return next((mark for mark in self.journal.ledgers.marks() if str(mark.id) == here), None)

    def _read(self, answers: Answers) -> tuple[str, str]:
        kind, rest = read_mark(answers["what"], self.library.marks)
        return kind, " ".join(part for part in (rest, answers["text"]) if part)

    def _day(self, answers: Answers) -> date:
        typed = answers["date"]
        return read_date(typed, None, self.today, "date", NEAREST) if typed else self.today


def _said(word: str) -> Callable[[Answers], str]:
    return lambda answers: f"{word}: {answers['what']}"


def _asked(mark: Mark | None, labels: Mapping[str, str]) -> tuple[Asked, ...]:
    """The lines of a sheet, as they are on record."""
    kind = labels.get(mark.kind, mark.kind) if mark else ""
    words = tuple(labels.values())
    return (
        Asked("what", "What", kind, f"{', '.join(words)}, your own words", words),
        Asked("text", "What else", mark.text if mark else "", "if there is more to say, such as 5 h"),
        Asked("date", "Day", f"{mark.date}" if mark else "today", "a day, such as tomorrow or 2 Nov"),
    )
