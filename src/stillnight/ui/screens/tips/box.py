"""The list of the tips, and of what was tried."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.widgets import OptionList

from stillnight.ui.widgets.ledger_boxes import LedgerBox


class TipBox(LedgerBox, inherit_bindings=False):
    """A list on which ``g`` starts what is under the cursor; Home and End go to its ends."""

    BINDINGS: ClassVar = [
        *OptionList.BINDINGS,
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
        Binding("G", "last", "Last", show=False),
    ]

    def on_resize(self) -> None:
        """Wherever the list is cut off now, the cursor is not."""
        self.call_after_refresh(self.scroll_to_highlight)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Keep the cursor in view; above the first row its heading, too."""
        super().scroll_to_highlight(top)
        if all(option.disabled for option in self.options[: self.highlighted]):
            self.scroll_home(animate=False)
