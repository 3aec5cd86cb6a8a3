"""The To check pane in one line, where there is no room for the pane."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.ui.cards import CheckCard
from stillnight.ui.widgets.form_drawing import cut


class SummaryLine(Widget):
    """The first card's title and how many there are; a click or T opens the pane."""

    DEFAULT_CSS = """
    SummaryLine { height: 1; padding: 0 1; }
    """

    cards: reactive[Sequence[CheckCard]] = reactive(())
    """The cards, most important first."""

    def render(self) -> Content:
        """One line."""
        if not self.cards:
            return Content("")
        first, more = self.cards[0], len(self.cards) - 1
        tail = f"  +{more}" if more else ""
        room = max(self.content_size.width - len(tail) - 12, 8)
        title = cut(first.title, room)
        sure = f" · {first.sure}" if cell_len(title) + cell_len(first.sure) + 3 <= room else ""
        style = "$error bold" if first.is_urgent else "$ink"
        return Content.assemble(
            ("! " if first.is_urgent else "", style), ("T", "$accent bold"), (" to check: ", "$muted"),
            (title, style), (sure + tail, "$muted"),
        )  # fmt: skip

    async def on_click(self) -> None:
        """Go to the pane."""
        await self.run_action("screen.to_check")
