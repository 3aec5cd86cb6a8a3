"""One question on a page: what is asked, why, and the answers to choose from or a line to type into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from stillnight.journal.first_steps import Row
from stillnight.ui.widgets.list_box import ListBox

BLANK = "\N{NO-BREAK SPACE}"
"""A plain blank at the beginning of a row is not drawn."""


class Look(Enum):
    """How answers are drawn.

    Attributes:
        PLAIN: Each with its detail below it.
        NUMBERED: Each with the number that chooses it.
        TICKED: Each with its tick, since several can hold; the detail of the one under the cursor.
    """

    PLAIN = 0
    NUMBERED = 1
    TICKED = 2


class AnswerBox(Vertical):
    """Asks one question after the other."""

    DEFAULT_CSS = """
    AnswerBox { height: 1fr; padding: 1 0 0 0; max-width: 84; }
    AnswerBox Static { height: auto; }
    AnswerBox #ask { color: $ink; text-style: bold; }
    AnswerBox #why { color: $muted; margin: 0 0 1 0; }
    AnswerBox Input { border: none; height: 1; padding: 0 1; background: $panel; color: $ink; }
    AnswerBox Input:focus { border: none; }
    AnswerBox Input > .input--placeholder { color: $muted; }
    AnswerBox ListBox { height: 1fr; }
    AnswerBox ListBox:focus > .option-list--option-highlighted { color: $accent; background: $panel; }
    """

    @dataclass
    class Chosen(Message):
        """An answer was chosen."""

        value: str

    @dataclass
    class Typed(Message):
        """A line was typed."""

        text: str

    _rows: Sequence[Row] = ()
    _look: Look = Look.PLAIN

    def compose(self) -> ComposeResult:
        """The question, why it is asked, the answers, a line."""
        yield Static(id="ask")
        yield Static(id="why")
        yield ListBox()
        yield Input(select_on_focus=False)

    @property
    def is_line(self) -> bool:
        """Is there a line to type into?"""
        return bool(self.query_one(Input).display)

    @property
    def here(self) -> str:
        """The answer under the cursor; empty where that is none."""
        at = self.query_one(ListBox).highlighted
        return self._rows[at].value if at is not None and at < len(self._rows) else ""

    def ask(self, ask: str, why: str) -> None:
        """Say what is asked, and why."""
        self.query_one("#ask", Static).update(Content(ask))
        self.query_one("#why", Static).update(Content(why))
        self.query_one("#why").display = bool(why)

    def offer(self, rows: Sequence[Row], at: int | None = None, look: Look = Look.PLAIN) -> None:
        """Offer answers to choose from.

        Args:
            rows: The answers; one without a value cannot be chosen.
            at: The one under the cursor; ``None`` is the one that holds now, else the first.
            look: How they are drawn.
        """
        self._rows, self._look = rows, look
        box, line = self.query_one(ListBox), self.query_one(Input)
        box.display, line.display = True, False
        current = next((number for number, row in enumerate(rows) if row.is_current), 0)
        at = current if at is None else at
        box.clear_options()
        box.add_options(
            [
                Option(self._drawn(row, number, number == at), disabled=not row.value)
                for number, row in enumerate(rows)
            ]
        )
        box.highlighted = at if rows else None
        self.call_after_refresh(box.scroll_to_highlight)
        box.focus()

    def offer_line(self, value: str, hint: str) -> None:
        """Offer a line to type into.

        Args:
            value: What stands in it at first.
            hint: What it takes, shown while it is empty.
        """
        self._rows = ()
        box, line = self.query_one(ListBox), self.query_one(Input)
        box.display, line.display = False, True
        line.value, line.placeholder = value, hint
        line.cursor_position = len(value)
        line.focus()

    def choose_number(self, number: int) -> bool:
        """Choose the answer with a number; is there one?"""
        if self.is_line or self._look is not Look.NUMBERED or not 0 < number <= len(self._rows):
            return False
        self.post_message(self.Chosen(self._rows[number - 1].value))
        return True

    def choose_here(self) -> None:
        """Choose the answer under the cursor, or take the line."""
        if self.is_line:
            self.post_message(self.Typed(self.query_one(Input).value))
        elif self.here:
            self.post_message(self.Chosen(self.here))

    @on(ListBox.OptionHighlighted)
    def follow_cursor(self, event: ListBox.OptionHighlighted) -> None:
        """What is told of a row is told while the cursor is on it."""
        box = self.query_one(ListBox)
        for number, row in enumerate(self._rows):
            box.replace_option_prompt_at_index(number, self._drawn(row, number, number == event.option_index))

    @on(ListBox.OptionSelected)
    def choose(self, event: ListBox.OptionSelected) -> None:
        """Enter or a click chose an answer."""
        event.stop()
        self.post_message(self.Chosen(self._rows[event.option_index].value))

    @on(Input.Submitted)
    def take_line(self, event: Input.Submitted) -> None:
        """Enter ended the line."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def _drawn(self, row: Row, number: int, is_here: bool) -> Content:
        marks = {
            Look.NUMBERED: f"{number + 1} ",
            Look.TICKED: f"[{'x' if row.is_current else BLANK}] ",
        }
        words = (
            f"{marks.get(self._look, '')}{row.words}",
            "bold" if row.is_current else "",
        )
        now = "  ✓" if row.is_current and self._look is not Look.TICKED else ""
        is_told = is_here or self._look is not Look.TICKED
        detail = f"\n{BLANK * 2}{row.detail}" if row.detail and is_told else ""
        return Content.assemble(words, now, (detail, "" if is_here else "$muted"))
