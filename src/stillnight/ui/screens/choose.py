"""Choose one of a few, with a look at each before deciding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget


class Choices(Widget, can_focus=True):
    """A drawn list with a cursor."""

    DEFAULT_CSS = """
    Choices { width: 1fr; height: auto; }
    """

    names: reactive[Sequence[str]] = reactive((), layout=True)
    """What can be chosen."""
    index: reactive[int] = reactive(0)
    """The one under the cursor."""

    def render(self) -> Content:
        """One name a line."""
        return Content("\n").join(
            Content.styled(
                f"{'▸' if number == self.index else ' '} {name}",
                "$accent bold" if number == self.index else "$ink",
            )
            for number, name in enumerate(self.names)
        )

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """A line a name."""
        return max(len(self.names), 1)


class ChooseScreen(ModalScreen[str | None]):
    """A short list; moving previews, Enter chooses, Esc goes back to how it was."""

    DEFAULT_CSS = """
    ChooseScreen { align: center middle; background: $background 40%; }
    ChooseScreen #box { width: 40; max-width: 96%; height: auto; max-height: 90%; border: round $frame-focus;
        border-title-color: $accent; border-subtitle-color: $muted; background: $background; padding: 0 1; }
    """
    BINDINGS: ClassVar = [
        Binding("escape,ctrl+c,q", "leave", "Back", show=False),
        Binding("down,j,tab", "step(1)", "Next", show=False),
        Binding("up,k,shift+tab", "step(-1)", "Previous", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    def __init__(
        self, title: str, names: Sequence[str], current: str, preview: Callable[[str], None]
    ) -> None:
        """Prepare the list.

        Args:
            title: What stands in the frame.
            names: What can be chosen.
            current: What is chosen now.
            preview: Shows a choice while the cursor is on it.
        """
        super().__init__()
        self._title, self._names, self._current, self._preview = title, names, current, preview

    def compose(self) -> ComposeResult:
        """The list in a frame."""
        from textual.containers import VerticalScroll

        with VerticalScroll(id="box") as box:
            box.border_title = self._title
            box.border_subtitle = "Enter choose · Esc back"
            yield Choices()

    def on_mount(self) -> None:
        """Put the cursor on what is chosen now."""
        choices = self.query_one(Choices)
        choices.names = self._names
        choices.index = self._names.index(self._current) if self._current in self._names else 0
        choices.focus()

    def action_step(self, step: int) -> None:
        """Move the cursor and show that choice."""
        choices = self.query_one(Choices)
        choices.index = (choices.index + step) % len(self._names)
        self._preview(self._names[choices.index])

    def action_choose(self) -> None:
        """Take the choice."""
        self.dismiss(self._names[self.query_one(Choices).index])

    def action_leave(self) -> None:
        """Back to how it was."""
        self._preview(self._current)
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        choices = self.query_one(Choices)
        offset = event.get_content_offset(choices)
        if offset is not None and 0 <= offset.y < len(self._names):
            choices.index = offset.y
            self._preview(self._names[offset.y])
            self.action_choose()
