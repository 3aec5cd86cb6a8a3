"""The form of a night as a drawn widget: it shows the form's state and hands keys to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, ClassVar, NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.journal.form.keys import press, saved, with_note
from stillnight.journal.form.state import Answers, FormState, Sheet
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.widgets.form_drawing import LABEL, draw, say_expected

_NAMES = {
    "full_stop": ".", "minus": "-", "asterisk": "*", "at": "@",
    "backspace": "backspace", "up": "up", "down": "down",
}  # fmt: skip
"""Keys that Textual calls by another name than the form."""

_PICKING = {"enter": "enter", "escape": "escape"}


class FormPart(NamedTuple):
    """One half of a night's form: the evening or the morning.

    Attributes:
        place: Where its commands are at home.
        press: State, sheet and key to the next state; ``None`` where the key means nothing.
        draw: State, sheet, width, focus, air and whether to say what is expected, to the rows.
        say_expected: State, sheet and width to the lines that say what is expected.
        with_note: State, sheet and the note's text to the state with that note.
        saved: The state once everything typed is saved.
        keys_at: The drawn lines, column, line and whether a picker is open to what a click there means.
    """

    place: Place
    press: Callable[[Any, Any, str], Answers | None]
    draw: Callable[[Any, Any, int, bool, bool, bool], Content]
    say_expected: Callable[[Any, Any, int], Content]
    with_note: Callable[[Any, Any, str], Answers]
    saved: Callable[[Any], Answers]
    keys_at: Callable[[Sequence[str], int, int, bool], list[str]]


def _evening_keys(lines: Sequence[str], x: int, y: int, is_picking: bool) -> list[str]:
    # not needed before the first click
    from stillnight.ui.widgets.form_clicks import evening_keys

    return evening_keys(lines, x, y, is_picking)


EVENING = FormPart(Place.FORM, press, draw, say_expected, with_note, saved, _evening_keys)
"""The evening half, the one that is always there."""


class NightForm(Widget, can_focus=True):
    """The form of one night. It holds no journal: what is typed goes up as messages."""

    DEFAULT_CSS = """
    NightForm { height: auto; width: 1fr; }
    """
    BINDINGS: ClassVar = bindings(Place.FORM)

    part: FormPart = EVENING
    """The half that it shows; sheet and state are that half's."""
    sheet: reactive[Sheet | None] = reactive(None)
    """What the form knows of its night."""
    state: reactive[Answers] = reactive(FormState())
    """What has been typed so far."""

    is_airy: reactive[bool] = reactive(False, layout=True)
    """Do the rows stand apart?"""
    is_tight: reactive[bool] = reactive(False, layout=True)
    """Is there no room for all rows at once? Then what is expected is said elsewhere."""

    class Changed(Message):
        """Something was typed."""

    class Saved(Message):
        """The user wants the night saved."""

    @dataclass
    class Awake(Message):
        """The user is awake in the night and rated the urge."""

        severity: int

    class TurnWanted(Message):
        """The user wants the other half of a night."""

    class NoteWanted(Message):
        """The user wants to write a note."""

    def show(self, part: FormPart, sheet: Sheet, state: Answers) -> None:
        """Show one half of a night, with what was typed into it; a mix of two halves is never drawn."""
        self.part = part
        self.set_reactive(NightForm.sheet, sheet)
        self.set_reactive(NightForm.state, state)
        self.mutate_reactive(NightForm.sheet)
        self.mutate_reactive(NightForm.state)

    def render(self) -> Content:
        """The rows of the form."""
        if self.sheet is None:
            return Content("")
        return self._drawn(self.content_size.width or 46, self.has_focus)

    def _drawn(self, width: int, focused: bool = True) -> Content:
        return self.part.draw(self.state, self.sheet, width, focused, self.is_airy, not self.is_tight)

    def fits(self, width: int, height: int) -> bool:
        """Is there room for all rows, and for what is expected, in so many columns and lines?"""
        if self.sheet is None:
            return True
        whole = self.part.draw(self.state, self.sheet, width, True, self.is_airy, True)
        return whole.plain.count("\n") < height

    def expected(self, width: int) -> Content:
        """What is expected, or what was wrong."""
        if self.sheet is None:
            return Content("")
        return self.part.say_expected(self.state, self.sheet, width)

    @property
    def place(self) -> Place:
        """Where its keys are at home now: letters choose words while a picker is open."""
        return Place.PICKER if self._is_picking else self.part.place

    def watch_sheet(self) -> None:
        """More or fewer factors make the form higher or lower."""
        self.refresh(layout=True)

    def watch_state(self) -> None:
        """An open picker needs room for its words."""
        self.refresh(layout=True)
        self.call_after_refresh(self.follow_cursor)

    def follow_cursor(self) -> None:
        """Where the rows do not fit, what is answered now is scrolled into view."""
        pane = self.parent
        if self.sheet is not None and isinstance(pane, Widget) and pane.max_scroll_y:
            first, lines = _in_hand(self._drawn(self.content_size.width))
            foot = self.dock_gutter
            seen = max(min(lines, pane.scrollable_content_region.height - foot.height), 1)
            pane.scroll_to_region(Region(0, first, 1, seen), spacing=foot, animate=False)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as there are to draw."""
        if self.sheet is None:
            return 1
        return self._drawn(width).plain.count("\n") + 1

    def on_focus(self) -> None:
        """The cursor is drawn."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is not drawn."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Give a key to the form, unless it means something outside it."""
        if (key := self._key(event)) is not None and self.answer(key):
            event.stop()
            event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click does what the keys of that place do."""
        offset = event.get_content_offset(self)
        if self.sheet is None or offset is None:
            return
        self.focus()
        lines = self._drawn(self.content_size.width).plain.split("\n")
        for key in self.part.keys_at(lines, offset.x, offset.y, self._is_picking):
            self.answer(key)

    def answer(self, key: str) -> bool:
        """Let the form take a key; did it mean anything?"""
        if self.sheet is None:
            return False
        was_picking = self._is_picking
        state = self.part.press(self.state, self.sheet, key)
        if state is None:
            return self._say_unknown(key)
        if isinstance(state, FormState) and state.awake is not None:
            self.post_message(self.Awake(state.awake))
            return True
        self._take(state)
        if key == "o" and not was_picking:
            self.post_message(self.NoteWanted())
        return True

    @property
    def _is_picking(self) -> bool:
        """Do letters choose words now?"""
        return isinstance(self.state, FormState) and self.state.picking

    def action_press(self, key: str) -> None:
        """A key of the form, pressed from the palette or with the mouse."""
        self.focus()
        self.answer(key)

    def action_turn(self) -> None:
        """Open the other half."""
        self.post_message(self.TurnWanted())

    def action_save(self) -> None:
        """Save the night."""
        self.post_message(self.Saved())

    def _key(self, event: events.Key) -> str | None:
        if self._is_picking and event.key in _PICKING:
            return _PICKING[event.key]
        if event.key in _NAMES:
            return _NAMES[event.key]
        character = event.character
        if character and len(character) == 1 and (character.islower() or character.isdigit()):
            return character
        return None

    def _say_unknown(self, key: str) -> bool:
        """A small letter that means nothing is answered, not swallowed."""
        if len(key) > 1:
            return False
        self._take(self.state.say(f"{key} means nothing here; ? shows all keys"))
        return True

    def _take(self, state: Answers) -> None:
        """Stand where the key led before the next one comes, which may be sooner than any answer."""
        self.state = state
        self.post_message(self.Changed())


def _in_hand(drawn: Content) -> tuple[int, int]:
    """What is answered now, the factor that waits or else the cursor's row: its first line, and how many."""
    lines = drawn.split("\n", allow_blank=True)
    for number, line in enumerate(lines):
        if any("underline" in str(span.style) for span in line.spans):
            return number, 1
    here = next(number for number, line in enumerate(lines) if line.plain.startswith("▸"))
    more = list(takewhile(_goes_on, lines[here + 1 :]))
    return here, 1 + len(more)


def _goes_on(line: Content) -> bool:
    """Does a line belong to the row above it?"""
    return line.plain.startswith(" " * LABEL) and bool(line.plain.strip())
