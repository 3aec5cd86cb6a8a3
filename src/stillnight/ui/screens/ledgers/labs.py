"""The list of blood tests: add, mend, remove."""

from __future__ import annotations

from collections.abc import Callable

from stillnight.domain.lab import LAB_KINDS, Lab
from stillnight.domain.ports import Receipt
from stillnight.journal.ledger_words import lab_title, lab_value
from stillnight.journal.typed_lab import EMPTY, filled, read_lab, result_words
from stillnight.ui.screens.ledgers.base import LedgersBase
from stillnight.ui.screens.sheet import Answers, Asked
from stillnight.ui.widgets.ledger_boxes import LabsBox
from stillnight.ui.widgets.ledger_rows import lab_rows


class LabDeeds(LedgersBase):
    """What can be done with blood tests."""

    def show_labs(self, stand_on: str = "") -> None:
        """The results as they are on record."""
        self.query_one(LabsBox).show(list(lab_rows(self.journal.ledgers.labs(), self.today)), stand_on)

    def action_add_lab(self) -> None:
        """Write a result down."""
        before = {lab.id for lab in self.journal.ledgers.labs()}

        def write(answers: Answers) -> Receipt:
            lab = read_lab(answers, self.today)
            return self.journal.ledgers.add_lab(lab.date, lab.kind, lab.value, lab.ill, lab=lab.lab)

        def stand_on_it() -> None:
            added = next(lab for lab in self.journal.ledgers.labs() if lab.id not in before)
            self.show_labs(str(added.id))

        self.fill_in("A blood test", _asked(None), write, _said("written down"), result_words, stand_on_it)

    def action_edit_lab(self) -> None:
        """Mend a result."""
        lab = self._lab()
        if lab is None:
            return

        def write(answers: Answers) -> Receipt:
            typed = read_lab(answers, self.today)
            changed = {name: getattr(typed, name) for name in ("date", "kind", "value", "ill", "lab")}
            return self.journal.ledgers.edit_lab(lab, **changed)

        self.fill_in("A blood test", _asked(lab), write, _said("mended"), result_words)

    def action_remove_lab(self) -> None:
        """Take a result out."""
        lab = self._lab()
        if lab is not None:
            deed = f"removed {lab_title(lab)} {lab_value(lab)} · U brings it back"
            self.do(lambda: self.journal.ledgers.remove_lab(lab), deed)

    def _lab(self) -> Lab | None:
        here = self.chosen(LabsBox)
        return next((lab for lab in self.journal.ledgers.labs() if str(lab.id) == here), None)


def _said(word: str) -> Callable[[Answers], str]:
    return lambda answers: f"{word}: {result_words(answers)}"


def _asked(lab: Lab | None) -> tuple[Asked, ...]:
    """The lines of a sheet, as they are on record."""
    lines = filled(lab) if lab else EMPTY
    return (
        Asked("kind", "Test", lines["kind"], ", ".join(LAB_KINDS), LAB_KINDS),
        Asked("value", "Result", lines["value"], "42, or with its unit: 42 ng/mL"),
        Asked("date", "Taken on", lines["date"] or "today", "a day, such as 2 Nov 2025"),
        Asked("ill", "Ill that day?", lines["ill"], "yes, no; it can change the result", ("yes", "no")),
        Asked("lab", "Laboratory", lines["lab"], "if it matters to you"),
    )
