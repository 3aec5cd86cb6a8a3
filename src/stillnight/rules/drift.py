"""What a slow change over many nights looks like from here: it is measured elsewhere, and handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class Sign(Protocol):
    """One thing that changed."""

    @property
    def name(self) -> str:
        """Which one; a rule has a sentence for it."""
        ...

    @property
    def values(self) -> Mapping[str, object]:
        """What fills the slots of that sentence."""
        ...


class Drift(Protocol):
    """A change that a rule is about, on one occasion."""

    @property
    def occasion(self) -> str:
        """What tells it from the next one of its kind; the same on every device."""
        ...

    @property
    def signs(self) -> Sequence[Sign]:
        """What changed; empty where it cannot be judged."""
        ...

    @property
    def lacks(self) -> str:
        """The field without which it cannot be judged; empty where it was."""
        ...
