"""Everything that is wrong with a file, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

SHOWN = 20
"""So many are told one by one; of the rest only how many there are."""


@dataclass(slots=True)
class Problems:
    """Gathers what is wrong.

    Attributes:
        count: How many there are.
    """

    count: int = 0
    _first: list[str] = field(default_factory=list)

    def add(self, line: int, what: object) -> None:
        """Note what is wrong with a line, counted from 1."""
        self.count += 1
        if len(self._first) < SHOWN:
            self._first.append(f"line {line}: {what}")

    def __iter__(self) -> Iterator[str]:
        """The lines to show."""
        yield from self._first
        if self.count > SHOWN:
            yield f"and {self.count - SHOWN} more"
