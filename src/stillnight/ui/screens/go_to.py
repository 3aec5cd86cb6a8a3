"""Ask for a date, typed as people type dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from stillnight.domain.errors import BadInput


class GoToScreen(ModalScreen[date | None]):
    """One line to type a date into; a wrong one is answered and can be mended."""

    DEFAULT_CSS = """
    GoToScreen { align: center middle; background: $background 60%; }
    GoToScreen Vertical { width: 44; max-width: 96%; height: auto; border: round $frame-focus;
        border-title-color: $accent; background: $background; padding: 0 1; }
    GoToScreen Input { border: none; height: 1; padding: 0; background: $background; color: $ink; }
    GoToScreen Input:focus { border: none; }
    GoToScreen Static { height: auto; color: $muted; }
    GoToScreen Static.-trouble { color: $warning; }
    """
    BINDINGS: ClassVar = [Binding("escape,ctrl+c", "dismiss(None)", "Back", show=False)]

    def __init__(self, read: Callable[[str], date]) -> None:
        """Prepare the question.

        Args:
            read: Reads what was typed; raises :class:`BadInput` where it is no date.
        """
        super().__init__()
        self._read = read

    def compose(self) -> ComposeResult:
        """The line and what it takes."""
        with Vertical() as box:
            box.border_title = "Go to the night of"
            yield Input(placeholder="14 · 14 Nov · 2026-11-14 · yesterday")
            yield Static("Enter goes there, Esc back")

    @on(Input.Submitted)
    def go(self, event: Input.Submitted) -> None:
        """Go there, or say what is wrong."""
        try:
            self.dismiss(self._read(event.value))
        except BadInput as error:
            answer = self.query_one(Static)
            answer.update(str(error))
            answer.add_class("-trouble")
