"""The page of the red flags: a list to tick, and what the card of a tick says at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets.option_list import Option

from stillnight.domain.errors import StillnightError
from stillnight.domain.number import Number
from stillnight.domain.ports import Receipt
from stillnight.journal.red_flags import FlagRow, finding_of, flag_rows, silence_words
from stillnight.journal.suggestions.knowledge import suggestions
from stillnight.journal.suggestions.suggest import Library, card_text
from stillnight.rules.rule import Finding
from stillnight.ui.answers import after
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.sheet import Answers, Asked, SheetScreen
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.prose import Prose, ProseLine, plain

QUIET = (
    ProseLine(
        "Tick what is so. Nothing is read out of your notes: only what you tick counts.", style="$muted"
    ),
)
"""What stands there while nothing is ticked."""

NO_NUMBERS = "n keeps a number to call at hand here, such as that of a night nurse."
"""What stands in the place of numbers while there are none."""


class RedFlagsPage(Page):
    """Every red flag with its tick, the most urgent first."""

    TITLE = "Red flags"
    PLACE = Place.RED_FLAGS
    BINDINGS: ClassVar = bindings(Place.RED_FLAGS)
    DEFAULT_CSS = """
    /* rows must wrap alike with and without a scroll bar: their heights are kept */
    RedFlagsPage ListBox { max-height: 70%; scrollbar-gutter: stable; }
    RedFlagsPage #card { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    RedFlagsPage.-narrow.-ticked ListBox { max-height: 35%; }
    RedFlagsPage Horizontal { layout: vertical; height: 1fr; }
    RedFlagsPage.-wide Horizontal { layout: horizontal; }
    RedFlagsPage.-wide ListBox { max-height: 100%; width: 1fr; }
    RedFlagsPage.-wide #card { padding: 0 1; }
    """

    _library: Library | None = None
    _numbers: Sequence[Number] = ()
    _found: Sequence[Finding] = ()
    _rows: Sequence[FlagRow] = ()

    def body(self) -> ComposeResult:
        """The list, the card of what is ticked."""
        with Horizontal():
            yield ListBox()
            with VerticalScroll(id="card"):
                yield Prose(QUIET)

    def on_mount(self) -> None:
        """The flags as they are ticked."""
        super().on_mount()
        self.query_one(ListBox).focus()
        self.reread()

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what is ticked now, and what its cards say."""
        try:
            self._library = self._known()
            self._found = suggestions(self.journal, self._library).red_flags
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        box = self.query_one(ListBox)
        here = box.highlighted
        self._rows = flag_rows(self._library, self.journal.ledgers.ticks())
        box.clear_options()
        box.add_options([Option(_drawn(row), id=row.flag) for row in self._rows])
        box.highlighted = here or 0
        self.set_class(any(row.ticked for row in self._rows), "-ticked")
        self.call_after_refresh(box.scroll_to_highlight)
        self.show_card()

    def _known(self) -> Library:
        """Rules and flags; read anew when the numbers on their cards are others."""
        numbers = self.journal.ledgers.numbers()
        if self._library is None or numbers != self._numbers:
            self._library, self._numbers = self.session.knowledge().library, numbers
        return self._library

    @on(ListBox.OptionHighlighted)
    def follow_cursor(self) -> None:
        """Show the card of what is under the cursor."""
        self.show_card()

    def show_card(self) -> None:
        """The card of the flag under the cursor, else the most urgent one that is ticked."""
        row = self._shown
        self.query_one(Prose).show(list(self._card_lines(row) if row else self._quiet_lines()))
        self.query_one("#card").scroll_home(animate=False)

    @property
    def _shown(self) -> FlagRow | None:
        """The ticked flag whose card is shown; ``None`` while nothing is ticked."""
        at = self.query_one(ListBox).highlighted
        here = self._rows[at] if at is not None and at < len(self._rows) else None
        if here is not None and here.ticked:
            return here
        return next((row for row in self._rows if row.ticked), None)

    def _quiet_lines(self) -> Iterator[ProseLine]:
        """Nothing is ticked: how it works, and whom one could call."""
        yield from QUIET
        numbers = self._library.wording.crisis_numbers if self._library else ()
        yield ProseLine("")
        yield from map(ProseLine, numbers or (NO_NUMBERS,))

    def _card_lines(self, row: FlagRow) -> Iterator[ProseLine]:
        """What to do comes first; the whole card is one key away."""
        if self._library is None:
            return
        finding = finding_of(self._library, self._found, row.flag)
        yield ProseLine(finding.rule.title if finding else row.label, style="$accent bold")
        if finding is None:
            yield ProseLine(silence_words(self._library, row.flag))
            return
        rule = finding.rule
        yield ProseLine(rule.lead, style="$error bold")
        yield ProseLine(rule.check)
        yield from map(ProseLine, rule.numbers)
        if rule.safety:
            yield ProseLine(rule.safety)
        yield ProseLine(rule.closing, style="$muted")

    @on(ListBox.OptionSelected)
    def tick_chosen(self) -> None:
        """Enter and a click do what Space does."""
        self.action_tick()

    def action_tick(self) -> None:
        """Tick the flag under the cursor, or take its tick off."""
        at = self.query_one(ListBox).highlighted
        if at is None or at >= len(self._rows):
            return
        row, ledgers = self._rows[at], self.journal.ledgers
        if row.ticked:
            self.do(lambda: ledgers.untick(row.flag), f"no longer ticked: {row.label}")
        else:
            self.do(lambda: ledgers.tick(row.flag, self.journal.desk.today), f"ticked: {row.label}")

    def action_add_number(self) -> None:
        """Keep a number to call."""
        asked = (
            Asked("label", "Whose", hint="night nurse, sister, crisis line"),
            Asked("number", "Number", hint="as you would write it down"),
        )
        saved: list[Receipt] = []

        def save(answers: Answers) -> None:
            saved.append(self.journal.ledgers.add_number(answers["label"], answers["number"]))

        def close(is_saved: bool | None) -> None:
            if is_saved:
                self.answer(after(saved[-1], "number kept · U takes it back"))
                self.reread(saved[-1])

        self.app.push_screen(SheetScreen("A number to call", asked, save), close)

    def action_remove_number(self) -> None:
        """Choose one of the own numbers to be taken out."""
        numbers = {one.words: one for one in self.journal.ledgers.numbers()}
        if not numbers:
            self.say("there is no number of your own yet: n adds one")
            return
        from stillnight.ui.screens.choose import ChooseScreen

        def remove(words: str | None) -> None:
            if words is not None:
                one = numbers[words]
                self.do(
                    lambda: self.journal.ledgers.remove_number(one), f"taken out: {words} · U brings it back"
                )

        names = list(numbers)
        self.app.push_screen(ChooseScreen("Take out", names, names[0], lambda words: None), remove)

    def action_read_card(self) -> None:
        """The whole card, with its sources."""
        row = self._shown
        finding = finding_of(self._library, self._found, row.flag) if row and self._library else None
        if finding is None or self._library is None:
            self.say("a card is there once a flag is ticked")
            return
        from stillnight.ui.screens.reader import ReaderScreen

        lines = [plain(line) for line in card_text(finding, self._library.sources)]
        self.app.push_screen(ReaderScreen(finding.rule.title, lines))


def _drawn(row: FlagRow) -> Content:
    """A flag with its tick; once it is ticked also how urgent it is, and since when."""
    if row.ticked is None:
        return Content(f"[ ] {row.label}")
    said = " · ".join(part for part in (row.level, f"{row.ticked.day} {row.ticked:%b}") if part)
    return Content.assemble((f"[x] {row.label}", "bold"), f"  {said}")
