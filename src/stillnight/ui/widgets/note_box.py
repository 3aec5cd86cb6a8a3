"""The one text box of the form. Imported when somebody writes a note, not before."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea


class NoteBox(TextArea):
    """A few lines of free words; Enter is done, Ctrl+J a new line, Esc leaves the note as it was."""

    DEFAULT_CSS = """
    NoteBox { height: 5; border: round $frame-focus; border-title-color: $accent;
        border-subtitle-color: $muted; background: $background; color: $ink; padding: 0 1; }
    NoteBox:focus { border: round $frame-focus; }
    """
    BORDER_TITLE = "Note"
    BORDER_SUBTITLE = "Enter done · Ctrl+J line · Esc undo"
    BINDINGS: ClassVar = []

    class Done(Message):
        """The note is written."""

    class Typed(Message):
        """A part of the note is written."""

    class Left(Message):
        """The note stays as it was."""

    def __init__(self, text: str) -> None:
        """Show a note to be mended."""
        super().__init__(text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.move_cursor(self.document.end)

    def fill(self, text: str) -> None:
        """Show another note, the cursor at its end."""
        self.text = text
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        """Enter, Ctrl+J and Esc mean here what the frame says."""
        if event.key == "enter":
            self.post_message(self.Done())
        elif event.key == "ctrl+j":
            self.insert("\n")
        elif event.key == "escape":
            self.post_message(self.Left())
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the text; none once the box is closed, though its place may be drawn once more."""
        # a box that was taken away has lost its styles, and the screen learns of it a moment later
        return super().render_lines(crop) if self.is_attached else [Strip.blank(crop.width)] * crop.height

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell what is typed, so that it can be kept."""
        event.stop()
        self.post_message(self.Typed())
