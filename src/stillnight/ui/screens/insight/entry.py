"""What stands on the page of what the nights say, ready to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stillnight.ui.pictures.insight import TierLook
from stillnight.ui.widgets.prose import Drawn


class NightRow(NamedTuple):
    """One night that speaks about a factor.

    Attributes:
        night: Its evening's date.
        label: The night in words, with its year where that is another one.
        words: What was answered, what recent nights led to expect, what came.
        has_it: Was there at least half a dose of it?
    """

    night: date
    label: str
    words: str
    has_it: bool = True

    @property
    def line(self) -> str:
        """The night and what is said of it."""
        return f"{self.label:<22}  {self.words}"


class Entry(NamedTuple):
    """One factor.

    Attributes:
        factor: Its slug.
        label: Its name on the screen.
        look: Its tier in a glyph.
        status: Its tier in words, short enough for a row.
        brief: What is said beside the list.
        full: The whole card.
        nights: The nights that speak about it, the newest first.
        is_sealed: Does a trial on it run? Then nothing of it is shown.
    """

    factor: str
    label: str
    look: TierLook
    status: str
    brief: Sequence[Drawn] = ()
    full: Sequence[Drawn] = ()
    nights: Sequence[NightRow] = ()
    is_sealed: bool = False


class Entries(NamedTuple):
    """Everything on the page.

    Attributes:
        said: The line above the list: how many nights count, or why nothing can be said yet.
        rows: The factors, the farthest first.
        why: Why other nights do not count; left out where there is no room.
    """

    said: str
    rows: Sequence[Entry] = ()
    why: str = ""
