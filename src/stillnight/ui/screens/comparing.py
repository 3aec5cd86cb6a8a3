"""A page on which two nights can be chosen to be shown side by side."""

from __future__ import annotations

from datetime import date

from textual.reactive import var

from stillnight.ui.comparing import press
from stillnight.ui.screens.page import Left, Page


class ComparingPage(Page):
    """A page whose ``c`` marks a night, and on another night shows both."""

    marked: var[date | None] = var(None, init=False)
    """The night that waits to be compared."""

    def compare(self, night: date) -> None:
        """Mark a night, or show it beside the marked one."""
        marking = press(self.marked, night)
        self.marked = marking.marked
        self.say(marking.said)
        if marking.pair:
            from stillnight.ui.screens.compare import ComparePage

            self.app.push_screen(ComparePage.over(self, marking.pair), self._come_back)

    def _come_back(self, left: Left) -> None:
        """Both were looked at; Home is to show the one that was chosen there."""
        if left is None:
            self.reread()
        else:
            self.dismiss(left)
