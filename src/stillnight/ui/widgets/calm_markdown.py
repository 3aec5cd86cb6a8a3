"""Markdown in the colours of the theme: nothing glows in the night, and nothing opens a browser.

Imported only where something is to be read: the parser behind it is slow to import.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from textual.widgets import Markdown


def _parser() -> MarkdownIt:
    """Plain Markdown: what looks like an address stays text."""
    return MarkdownIt("commonmark")


class CalmMarkdown(Markdown):
    """Text with headings and lists, close together and in few colours."""

    DEFAULT_CSS = """
    CalmMarkdown { padding: 0; color: $ink; background: $background; }
    CalmMarkdown MarkdownBlock { color: $ink; background: $background; }
    CalmMarkdown MarkdownH1 { content-align: left top; color: $accent; background: $background;
        text-style: bold; margin: 0 0 1 0; }
    CalmMarkdown MarkdownH2 { color: $accent; background: $background; text-style: none; margin: 0; }
    CalmMarkdown MarkdownBullet { color: $muted; }
    """

    def __init__(self, text: str) -> None:
        """Show a text.

        Args:
            text: Markdown.
        """
        super().__init__(text, parser_factory=_parser, open_links=False)
