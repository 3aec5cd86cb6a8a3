"""A tip, a claim or a fact to be read whole; its sources are one key away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from stillnight.rules.source import Source
from stillnight.rules.source_card import source_text
from stillnight.ui.screens.framed import FramedScreen
from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.widgets.prose import Drawn, plain

START, TEST = "g", "x"
"""With which key the text was left, where that means a deed."""


class ReadingScreen(FramedScreen[str | None]):
    """Shows Markdown; it is left with the key of a deed where the text offers one, else with nothing."""

    BINDINGS: ClassVar = [
        Binding("o", "sources", "Sources", show=False),
        Binding(START, f"leave('{START}')", "Start it", show=False),
        Binding(TEST, f"leave('{TEST}')", "Test it", show=False),
    ]

    def __init__(self, title: str, text: str, sources: Sequence[Source], deeds: Mapping[str, str]) -> None:
        """Prepare a text.

        Args:
            title: What stands in the frame.
            text: Markdown.
            sources: Where it comes from.
            deeds: The keys of deeds that it offers, each with a word: ``{"g": "start"}``.
        """
        super().__init__()
        self._title, self._text, self._sources, self._deeds = title, text, sources, deeds

    def compose(self) -> ComposeResult:
        """The text in a frame that scrolls."""
        from stillnight.ui.widgets.calm_markdown import CalmMarkdown

        keys = [*(f"{key} {word}" for key, word in self._deeds.items()), "o sources", "Esc"]
        with VerticalScroll() as page:
            page.border_title = self._title
            page.border_subtitle = " · ".join(keys)
            yield CalmMarkdown(self._text)

    def action_sources(self) -> None:
        """Show every source in full."""
        self.app.push_screen(sources_screen(self._sources))

    def action_leave(self, key: str) -> None:
        """Leave with the key of a deed, where the text offers it."""
        if key in self._deeds:
            self.dismiss(key)


def sources_screen(sources: Sequence[Source]) -> ReaderScreen:
    """Every source in full: what it is, how it was read, what for."""
    lines: list[Drawn] = [plain(line) for source in sources for line in (*source_text(source), "")]
    return ReaderScreen("Sources", lines)
