"""What a look found goes to every screen, to those under others too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from stillnight.ui.live.look import Look
from stillnight.ui.screens.home.screen import HomeScreen
from stillnight.ui.screens.page import Page


def show_look(screens: Sequence[Screen[Any]], look: Look) -> None:
    """Let Home take it in, and the pages over it as far as they can without losing anything typed."""
    for screen in screens:
        if isinstance(screen, HomeScreen) and screen.is_mounted:
            screen.merging.take_in(look)
        elif isinstance(screen, Page) and (look.news or look.mail or look.open is not None):
            screen.hear()
