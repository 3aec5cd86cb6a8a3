"""Choose one of a few, with a look at each before deciding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from textwrap import wrap
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static


class Words(NamedTuple):
    """What is said of a choice.

    Attributes:
        note: A word or two beside its name.
        about: A sentence, shown while the cursor is on it.
    """

    note: str = ""
    about: str = ""


NO_WORDS: Mapping[str, Words] = {}
"""Choices that speak for themselves."""

WIDTH, FRAME = 36, 2
"""The columns of a sentence, which fit on the smallest screen, and the rows of the frame."""


class Choices(Widget, can_focus=True):
    """A drawn list with a cursor."""

    DEFAULT_CSS = """
    Choices { width: 1fr; height: auto; }
    """
    # here and not on the screen: what scrolls lies between the two and takes the arrows for itself
    BINDINGS: ClassVar = [
        Binding("down,j,tab", "screen.step(1)", "Next", show=False),
        Binding("up,k,shift+tab", "screen.step(-1)", "Previous", show=False),
        Binding("enter", "screen.choose", "Choose", show=False),
    ]

    names: reactive[Sequence[str]] = reactive((), layout=True)
    """What can be chosen."""
    words: reactive[Mapping[str, Words]] = reactive(NO_WORDS)
    """What is said of them."""
    index: reactive[int] = reactive(0)
    """The one under the cursor."""

    def render(self) -> Content:
        """One name a line, its note in a column beside them."""
        widest = max((Content(name).cell_length for name in self.names), default=0)
        return Content("\n").join(self._row(number, name, widest) for number, name in enumerate(self.names))

    def _row(self, number: int, name: str, widest: int) -> Content:
        is_here = number == self.index
        note = self.words.get(name, Words()).note
        gap = " " * (widest - Content(name).cell_length + 2)
        row = Content.assemble(
            (f"{'▸' if is_here else ' '} {name}", "$accent bold" if is_here else "$ink"),
            (f"{gap}{note}" if note else "", "$muted"),
        )
        return row.truncate(self.content_size.width or 40, ellipsis=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """A line a name."""
        return max(len(self.names), 1)


class ChooseScreen(ModalScreen[str | None]):
    """A short list; moving previews, Enter chooses, Esc goes back to how it was."""

    DEFAULT_CSS = """
    ChooseScreen { align: center middle; background: $background 40%; }
    ChooseScreen #box { width: 44; max-width: 96%; max-height: 94%; border: round $frame-focus;
        border-title-color: $accent; border-subtitle-color: $muted; background: $background; padding: 0 1; }
    ChooseScreen VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    ChooseScreen #about { color: $muted; padding: 1 0 0 0; }
    """
    BINDINGS: ClassVar = [Binding("escape,ctrl+c,q", "leave", "Back", show=False)]

    def __init__(
        self,
        title: str,
        names: Sequence[str],
        current: str,
        preview: Callable[[str], None],
        words: Mapping[str, Words] = NO_WORDS,
    ) -> None:
        """Prepare the list.

        Args:
            title: What stands in the frame.
            names: What can be chosen.
            current: What is chosen now.
            preview: Shows a choice while the cursor is on it.
            words: What is said of some or all of them.
        """
        super().__init__()
        self._title, self._names, self._current, self._preview = title, names, current, preview
        self._words = words

    def compose(self) -> ComposeResult:
        """The list in a frame, with a sentence on the choice under the cursor."""
        room = max((len(self._lines(name)) for name in self._names), default=0)
        with Vertical(id="box") as box:
            box.border_title = self._title
            box.border_subtitle = "Enter choose · Esc back"
            with VerticalScroll(can_focus=False):
                yield Choices()
            about = Static(id="about")
            below = room + 1 if room else 0
            about.styles.height, about.display = below, bool(room)
            box.styles.height = len(self._names) + below + FRAME
            yield about

    def on_mount(self) -> None:
        """Put the cursor on what is chosen now."""
        choices = self.query_one(Choices)
        choices.names, choices.words = self._names, self._words
        choices.focus()
        self._stand_on(self._names.index(self._current) if self._current in self._names else 0)

    def _lines(self, name: str) -> list[str]:
        return wrap(self._words.get(name, Words()).about, WIDTH)

    def _stand_on(self, index: int) -> None:
        choices = self.query_one(Choices)
        choices.index = index
        self.query_one("#about", Static).update("\n".join(self._lines(self._names[index])))
        self._show_cursor()

    def on_resize(self) -> None:
        """Wherever the list is cut off now, the cursor is not."""
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        here = Region(0, self.query_one(Choices).index, 1, 1)
        self.query_one(VerticalScroll).scroll_to_region(here, animate=False, immediate=True)

    def action_step(self, step: int) -> None:
        """Move the cursor and show that choice."""
        index = (self.query_one(Choices).index + step) % len(self._names)
        self._stand_on(index)
        self._preview(self._names[index])

    def action_choose(self) -> None:
        """Take the choice."""
        self.dismiss(self._names[self.query_one(Choices).index])

    def action_leave(self) -> None:
        """Back to how it was."""
        self._preview(self._current)
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        offset = event.get_content_offset(self.query_one(Choices))
        if offset is not None and 0 <= offset.y < len(self._names):
            self._stand_on(offset.y)
            self._preview(self._names[offset.y])
            self.action_choose()
