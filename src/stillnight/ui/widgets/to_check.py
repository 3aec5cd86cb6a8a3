"""The pane of what is worth checking: titles, how sure, what was seen; the whole card is one key away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.ui.bindings import bindings
from stillnight.ui.cards import CheckCard
from stillnight.ui.commands import Place


class ToCheck(Widget, can_focus=True):
    """A short list of cards, one of them under the cursor."""

    DEFAULT_CSS = """
    ToCheck { width: 1fr; max-width: 100; height: auto; min-height: 11; border: round $frame;
        border-title-color: $muted; padding: 0 1; }
    ToCheck:focus { border: round $frame-focus; border-title-color: $accent; }
    """
    BINDINGS: ClassVar = bindings(Place.CHECK)
    BORDER_TITLE = "To check"

    cards: reactive[Sequence[CheckCard]] = reactive((), layout=True)
    """The cards, most important first."""
    quiet: reactive[str] = reactive("", layout=True)
    """The line under the cards: what cannot be told yet."""
    index: reactive[int] = reactive(0)
    """The card under the cursor."""

    @dataclass
    class Opened(Message):
        """The user wants to read a card."""

        card: CheckCard

    @dataclass
    class PutOff(Message):
        """The user does not want a card now, or ever."""

        card: CheckCard
        for_good: bool

    @dataclass
    class TestWanted(Message):
        """The user wants to settle by a trial whether a factor matters."""

        factor: str

    @dataclass
    class StartWanted(Message):
        """The user wants to be led through a tip."""

        card: CheckCard

    def watch_cards(self) -> None:
        """Keep the cursor on a card."""
        self.index = max(min(self.index, len(self.cards) - 1), 0)

    def render(self) -> Content:
        """The cards one under the other, as many as there is room for."""
        return Content("\n").join(self._window()[1])

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the cards need."""
        return sum(len(lines) for lines in self._blocks(max(width, 10)))

    def _window(self) -> tuple[int, list[Content]]:
        """The first line in view and the lines in view: the card under the cursor is always among them."""
        blocks = self._blocks(self._room())
        lines = [line for block in blocks for line in block]
        height = self.content_size.height or len(lines)
        if len(lines) <= height:
            return 0, lines
        first = sum(len(block) for block in blocks[: self.index])
        is_last = self.index >= len(self.cards) - 1
        end = len(lines) if is_last else first + len(blocks[self.index]) + 1
        top = min(max(end - height, 0), first)
        view = lines[top : top + height]
        if top + height < len(lines):
            view[-1] = Content.styled(" ↓ more", "$muted")
        return top, view

    def _room(self) -> int:
        return max(self.content_size.width or 40, 10)

    def _blocks(self, room: int) -> list[list[Content]]:
        blocks = [self._card(card, number == self.index, room) for number, card in enumerate(self.cards)]
        if self.quiet:
            blocks.append([Content.styled(line, "$muted") for line in wrap(self.quiet, room)])
        return blocks or [[Content.styled("nothing to check tonight", "$muted")]]

    def _card(self, card: CheckCard, is_current: bool, room: int) -> list[Content]:
        here = is_current and self.has_focus
        title = f"{'▸' if here else ' '}{'!' if card.is_urgent else ''}{card.title}"
        style = "$error bold" if card.is_urgent else "$accent bold" if here else "$ink bold"
        gap = room - cell_len(title) - len(card.sure)
        head = [Content.assemble((title, style), " " * max(gap, 1), (card.sure, "$muted"))]
        if gap < 1:
            titles = [Content.styled(line, style) for line in wrap(title, room, subsequent_indent=" ")]
            head = [*titles, Content.styled(f" {card.sure}", "$muted")]
        body = [Content.styled(f" {line}", "$ink") for line in wrap(card.summary, room - 1)]
        return [*head, *body, Content("")]

    @property
    def current(self) -> CheckCard | None:
        """The card under the cursor."""
        return self.cards[self.index] if self.cards else None

    def on_focus(self) -> None:
        """The cursor is drawn."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is not drawn."""
        self.refresh()

    def action_step(self, step: int) -> None:
        """Move the cursor."""
        self.index = min(max(self.index + step, 0), max(len(self.cards) - 1, 0))

    def action_open_card(self) -> None:
        """Read the whole card."""
        if self.current:
            self.post_message(self.Opened(self.current))

    def action_snooze(self) -> None:
        """Put the card off."""
        if self.current:
            self.post_message(self.PutOff(self.current, for_good=False))

    def action_start(self) -> None:
        """Begin the guided session of the card's tip."""
        if self.current:
            self.post_message(self.StartWanted(self.current))

    def action_test(self) -> None:
        """Begin a trial of what the card is about."""
        if self.current:
            self.post_message(self.TestWanted(self.current.factor))

    def action_dismiss(self) -> None:
        """Never show the card again."""
        if self.current:
            self.post_message(self.PutOff(self.current, for_good=True))

    def on_click(self, event: events.Click) -> None:
        """A click on a card opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        top = -self._window()[0]
        for number, lines in enumerate(self._blocks(self._room())[: len(self.cards)]):
            if top <= offset.y < top + len(lines):
                self.index = number
                self.action_open_card()
            top += len(lines)
