"""What the lists of the ledgers page share: the library, sheets to fill in, the boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from stillnight.domain.ports import Receipt
from stillnight.ui.answers import after
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.sheet import Answers, Asked, SheetScreen
from stillnight.ui.widgets.ledger_boxes import LedgerBox

if TYPE_CHECKING:
    from stillnight.journal.suggestions.suggest import Library


def _nothing(answers: Answers) -> str:
    return ""


class LedgersBase(Page):
    """A page over the ledgers."""

    _library: Library | None = None

    @property
    def library(self) -> Library:
        """Classes of medicines, questions, rules: read once.

        Raises:
            StillnightError: If a file that came with the program cannot be read.
        """
        if self._library is None:
            self._library = self.session.knowledge().library
        return self._library

    @property
    def today(self) -> date:
        """The day on the user's calendar."""
        return self.journal.desk.today

    def chosen(self, box: type[LedgerBox]) -> str:
        """The id of the row under a list's cursor; without one the user is told what to do."""
        here = self.query_one(box).here
        if not here:
            self.say("there is nothing under the cursor yet: a adds")
        return here

    def fill_in(
        self,
        title: str,
        asked: Sequence[Asked],
        write: Callable[[Answers], Receipt],
        deed: Callable[[Answers], str],
        say: Callable[[Answers], str] = _nothing,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Open a sheet, and say and show what became of it.

        Args:
            title: What stands in its frame.
            asked: Its lines.
            write: Writes what was typed; raises :class:`StillnightError` where it cannot.
            deed: What is said when it is done and changed something.
            say: What is to be said of what is typed so far.
            then: What comes after it.
        """
        saved: list[tuple[Receipt, str]] = []

        def save(answers: Answers) -> None:
            receipt = write(answers)
            saved.append((receipt, deed(answers) if receipt.changed else "nothing new to save"))

        def close(is_saved: bool | None) -> None:
            if is_saved:
                self.answer(after(*saved[-1]))
                self.reread(saved[-1][0])
                if then is not None:
                    then()

        self.app.push_screen(SheetScreen(title, asked, save, say), close)
