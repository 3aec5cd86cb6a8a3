"""Looks that were worked out before, so that only what is new has to be worked out again.

They are kept on this machine, never in the journal: whoever loses them loses time and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class LookMemo(Protocol):
    """Keeps the lines of one journal's looks."""

    def load(self) -> Sequence[str]:
        """The lines as they were kept last; empty where there are none, or none that can be read."""
        ...

    def keep(self, lines: Sequence[str]) -> None:
        """Keep these lines in place of those before; where that cannot be done, nothing is said."""
        ...


class RunMemo:
    """A :class:`LookMemo` that lasts as long as the program runs."""

    def __init__(self) -> None:
        self._lines: Sequence[str] = ()

    def load(self) -> Sequence[str]:
        """What was kept last."""
        return self._lines

    def keep(self, lines: Sequence[str]) -> None:
        """Keep it."""
        self._lines = tuple(lines)
