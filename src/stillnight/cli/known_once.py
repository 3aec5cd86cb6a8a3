"""What the program knows, kept while the screen is open: to read it anew for a key would hold up the key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from stillnight.cli.house import House

if TYPE_CHECKING:
    from stillnight.journal.suggestions.knowledge import Knowledge


class KnownOnce:
    """Reads rules and tips when they are first asked for, and again when what they depend on has changed."""

    def __init__(self, house: House, read: Callable[[House], Knowledge]) -> None:
        """Read nothing yet.

        Args:
            house: The journal, its factors and numbers, the territory.
            read: Reads everything; it takes longer than a frame.
        """
        self._house, self._read = house, read
        self._kept: tuple[object, Knowledge] | None = None

    def now(self) -> Knowledge:
        """What is known now.

        Raises:
            ResourceError: If a file that came with the program is missing or broken.
            RuleError: If a rule that came with the program does not fit.
            TipError: If a tip does not fit.
        """
        depends, kept = self._depends(), self._kept
        if kept is None or kept[0] != depends:
            self._kept = kept = depends, self._read(self._house)
        return kept[1]

    def _depends(self) -> object:
        ledgers = self._house.journal.ledgers
        return self._house.territory, ledgers.numbers(), ledgers.factors()
