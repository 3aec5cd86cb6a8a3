"""The line that answers: what was done, what was wrong, what U would bring back."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class MessageLine(Widget):
    """One answer at a time; long ones wrap."""

    DEFAULT_CSS = """
    MessageLine { height: auto; max-height: 6; padding: 0 1; }
    """

    text: reactive[str] = reactive("", layout=True)
    """What is said; empty is silence."""
    is_trouble: reactive[bool] = reactive(False)
    """Did something go wrong?"""

    def render(self) -> Content:
        """The answer."""
        return Content.styled(self.text or " ", "$warning" if self.is_trouble else "$success")
