"""What the form expects, at the foot of its pane, where its rows have no room for it."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class FormHint(Widget):
    """One or two lines that stay in view while the rows above them scroll."""

    DEFAULT_CSS = """
    FormHint { dock: bottom; width: 100%; height: auto; background: $background; }
    """

    text: reactive[Content] = reactive(Content(""), layout=True)
    """What is expected, or what was wrong."""

    def render(self) -> Content:
        """The lines."""
        return self.text
