"""What two devices answered differently: both values, who wrote them and when; Enter takes one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from stillnight.domain.disagreement import Disagreement, Side
from stillnight.domain.ids import night_of_id
from stillnight.domain.ports import NIGHTS, Receipt
from stillnight.journal.disagreeing import Disagreeing, can_both_stay
from stillnight.journal.side_words import in_one_line, value_words, written_words
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.list_box import ListBox

NOTHING = "Your devices agree on everything."
"""What stands there when nobody has to choose."""


class DisagreementsPage(Page):
    """Each disagreement with its values, the one that is shown first."""

    TITLE = "What differs"
    PLACE = Place.DISAGREEMENTS
    BINDINGS: ClassVar = bindings(Place.DISAGREEMENTS)
    DEFAULT_CSS = """
    DisagreementsPage #about { height: auto; color: $muted; padding: 0 1 1 1; }
    /* rows must wrap alike with and without a scroll bar: their heights are kept */
    DisagreementsPage ListBox { height: 1fr; scrollbar-gutter: stable; }
    """

    _found: Sequence[Disagreement] = ()

    def body(self) -> ComposeResult:
        """What this is about, and the list."""
        yield Static(id="about")
        yield ListBox()

    def on_mount(self) -> None:
        """Everything that is open."""
        super().on_mount()
        self._deeds = Disagreeing(self.journal)
        self.query_one(ListBox).focus()
        self.reread()

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what is open now; the cursor stays on its row, or goes on to what is left."""
        box = self.query_one(ListBox)
        here = box.highlighted_option.id if box.highlighted_option else None
        at = box.highlighted or 0
        self._found = self._deeds.open()
        options = list(self._options())
        box.clear_options()
        box.add_options(options)
        ids = [option.id for option in options]
        if here and here in ids:
            box.highlighted = ids.index(here)
        elif ids:
            box.highlighted = next((number for number in range(at, len(ids)) if ids[number]), 1)
        self.query_one("#about", Static).update(self._about())

    def _about(self) -> str:
        if not self._found:
            return NOTHING
        number = "One answer differs" if len(self._found) == 1 else f"{len(self._found)} answers differ"
        return (
            f"{number} between your devices: neither had seen the other's. ● is shown now. "
            "Whatever you choose, the other stays in the history."
        )

    def _options(self) -> Iterator[Option]:
        above = ""
        for one in self._found:
            where = self._deeds.where(one)
            if where != above:
                yield Option(Content.styled(where, "$muted"), disabled=True)
            above = where
            for number, side in enumerate(one.sides):
                yield Option(self._drawn(one, side, is_shown=number == 0), id=_id(one, number))

    def _drawn(self, one: Disagreement, side: Side, is_shown: bool) -> Content:
        factors = self.journal.ledgers.factors()
        words = str(side.value) if can_both_stay(one) else value_words(one, side.value, factors)
        written = written_words(side, self.journal.desk.clock.zone)
        return Content.assemble(
            ("● " if is_shown else "○ ", "$accent bold" if is_shown else "$muted"),
            (words, ""),
            (f"\n  {'shown · ' if is_shown else ''}{written}", "$muted"),
        )

    @property
    def _here(self) -> tuple[Disagreement, Side] | None:
        """What is under the cursor."""
        option = self.query_one(ListBox).highlighted_option
        for one in self._found:
            for number, side in enumerate(one.sides):
                if option is not None and option.id == _id(one, number):
                    return one, side
        return None

    @on(ListBox.OptionSelected)
    def action_take(self) -> None:
        """Let what is under the cursor count."""
        here = self._here
        if here is None:
            return
        one, side = here
        words = in_one_line(value_words(one, side.value, self.journal.ledgers.factors()))
        self.do(lambda: self._deeds.take(one, side), f"{words} it is, {self._deeds.where(one)}")

    def action_take_both(self) -> None:
        """Let both notes stay."""
        here = self._here
        if here is None:
            return
        if not can_both_stay(here[0]):
            self.say("only of words can both stay; Enter takes what is under the cursor")
            return
        where = self._deeds.where(here[0])
        self.do(lambda: self._deeds.take_both(here[0]), f"both stay, one after the other, {where}")

    def action_keep_all(self) -> None:
        """Let everything stay as it is shown."""
        found = self._found
        if found:
            self.do(lambda: self._deeds.keep_shown(found), "everything stays as it was shown")

    def action_open_night(self) -> None:
        """Let Home show the night."""
        here = self._here
        if here is None or here[0].table != NIGHTS:
            self.say("this belongs to no night")
            return
        self.dismiss(night_of_id(here[0].id))


def _id(one: Disagreement, number: int) -> str:
    return f"{one.table}/{one.id}/{one.field}/{number}"
