"""Earlier states of a journal in memory: what the port promises, without a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from stillnight.domain.ids import night_id
from stillnight.domain.keeping import Compared, Kept, Place, Purging
from stillnight.domain.ports import Earlier, Receipt
from stillnight.domain.values import Record


def nothing() -> None:
    """No other device writes."""


@dataclass
class MemoryKeeping:
    """A :class:`stillnight.domain.keeping.Keeping` for tests.

    Attributes:
        states: Each earlier state with what :meth:`compare` answers.
        restored: What was brought back, in order: label and places.
        purged: What was purged, in order: label and places.
        bin: What :meth:`deleted` answers.
        back: What :meth:`brought_back` answers, by place.
        left: The files that a purge could not touch.
        meanwhile: Called where other devices are looked for.
    """

    states: dict[Kept, Compared] = field(default_factory=dict)
    restored: list[tuple[str, list[Place]]] = field(default_factory=list)
    purged: list[tuple[str, list[Place]]] = field(default_factory=list)
    bin: list[tuple[Place, Record]] = field(default_factory=list)
    back: dict[Place, list[Earlier]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    meanwhile: Callable[[], None] = nothing

    def kept(self) -> Sequence[Kept]:
        """The states, in the order of :attr:`states`."""
        return tuple(self.states)

    def compare(self, kept: Kept) -> Compared:
        """What was laid there."""
        return self.states[kept]

    def restore(self, label: str, kept: Kept, places: Sequence[Place]) -> Receipt:
        """Take note."""
        self.restored.append((label, list(places)))
        return Receipt(datetime(2026, 11, 19, 21, 40, tzinfo=UTC), True, None, len(places))

    def brought_back(self, place: Place) -> Sequence[Earlier]:
        """What was laid there."""
        return self.back.get(place, [])

    def deleted(self) -> Sequence[tuple[Place, Record]]:
        """What was laid there."""
        return self.bin

    def belonging(self, night: date) -> Sequence[tuple[Place, Record]]:
        """What was laid there, of one night."""
        return [one for one in self.bin if one[0][1] == night_id(night) or one[1].get("night") == f"{night}"]

    def look_again(self) -> None:
        """Do what was laid there."""
        self.meanwhile()

    def purge(self, label: str, places: Sequence[Place]) -> Purging:
        """Take note."""
        self.purged.append((label, list(places)))
        return Purging(
            Receipt(datetime(2026, 11, 19, 21, 40, tzinfo=UTC), True, None, len(places)), self.left
        )
