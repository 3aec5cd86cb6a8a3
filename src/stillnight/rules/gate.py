"""What a gate looks like from here: the gates themselves belong to the tips."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from stillnight.domain.flag import Tick
from stillnight.domain.night import Night
from stillnight.domain.values import Record


class Gate(Protocol):
    """A contraindication that can take a suggestion away; it never adds one."""

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions of the profile whose yes would shut it."""
        ...

    def shuts(
        self, profile: Record, ticks: Iterable[Tick], night: Night, taken: Collection[str] = ()
    ) -> bool:
        """Does it apply to this person on this night?"""
        ...
