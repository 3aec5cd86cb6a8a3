"""The page of the ledgers: one list in view, Tab goes to the next."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.ledgers.about import AboutDeeds
from stillnight.ui.screens.ledgers.labs import LabDeeds
from stillnight.ui.screens.ledgers.marks import MarkDeeds
from stillnight.ui.screens.ledgers.medicines import MedicineDeeds
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.ledger_boxes import AboutBox, LabsBox, LedgerBox, MarksBox, MedicinesBox
from stillnight.ui.widgets.section_line import SectionLine

SECTIONS: tuple[tuple[Place, type[LedgerBox], str], ...] = (
    (Place.MEDICINES, MedicinesBox, "No medicines yet. a writes one down; nobody judges it."),
    (Place.TESTS, LabsBox, "No blood tests yet. a writes one down; for the legs ferritin matters most."),
    (Place.MARKS, MarksBox, "No marks yet. a marks a day: a donation, a flight, a new job."),
    (Place.ABOUT, AboutBox, ""),
)
"""The lists in order, each with what is said while it is empty."""


class LedgersPage(MedicineDeeds, LabDeeds, MarkDeeds, AboutDeeds):
    """Medicines, blood tests, marks, about you."""

    TITLE = "Beside the nights"
    PLACE = Place.MEDICINES
    BINDINGS: ClassVar = bindings()
    DEFAULT_CSS = """
    LedgersPage #empty { height: auto; color: $muted; padding: 0 1; }
    """

    _index = 0

    @property
    def place(self) -> Place:
        """The list in view."""
        return SECTIONS[self._index][0]

    def body(self) -> ComposeResult:
        """The names of the lists, the lists."""
        yield SectionLine()
        yield Static(id="empty")
        for _, box, _ in SECTIONS:
            yield box()

    def on_mount(self) -> None:
        """The first list."""
        super().on_mount()
        self.query_one(SectionLine).names = [str(place) for place, _, _ in SECTIONS]
        self.reread()
        self._go_to(0)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what the ledgers hold now."""
        try:
            self.show_medicines()
            self.show_labs()
            self.show_marks()
            self.show_about()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
        self._say_empty()

    def action_turn(self, step: int) -> None:
        """To another list."""
        self._go_to((self._index + step) % len(SECTIONS))

    @on(SectionLine.Chosen)
    def go_there(self, event: SectionLine.Chosen) -> None:
        """To the list that was clicked."""
        self._go_to(event.index)

    @on(LedgerBox.OptionSelected)
    def open_row(self) -> None:
        """Enter and a click mend a row; of a question they turn the answer."""
        {
            Place.MEDICINES: self.action_edit_medicine,
            Place.TESTS: self.action_edit_lab,
            Place.MARKS: self.action_edit_mark,
            Place.ABOUT: self.turn_answer,
        }[self.place]()

    def _go_to(self, index: int) -> None:
        self._index = index
        for number, (_, box, _) in enumerate(SECTIONS):
            self.query_one(box).display = number == index
        self.query_one(SectionLine).index = index
        self.query_one(FootLine).place = self.place
        self.query_one(SECTIONS[index][1]).focus()
        self._say_empty()

    def _say_empty(self) -> None:
        _, box, words = SECTIONS[self._index]
        empty = self.query_one("#empty", Static)
        empty.display = not self.query_one(box).option_count
        empty.update(words)
