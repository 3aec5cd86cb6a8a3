"""Two devices with one journal, and what has to be true of them once everything is quiet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.engines.device import Device

ROUNDS = 3
"""So often both are opened and synced until they have to be quiet."""


@dataclass(frozen=True)
class Two:
    """Two devices and what carries their files to each other.

    Attributes:
        laptop: One.
        desk: The other.
        carry: Lets the program that syncs do all that there is to do.
        others: Files in the folder that are not ours.
    """

    laptop: Device
    desk: Device
    carry: Callable[[], None]
    others: frozenset[str] = frozenset()

    def meet(self) -> None:
        """Open both and let everything go back and forth until it has to be quiet."""
        self.meet_by(self.carry)

    def meet_by(self, carry: Callable[[], None]) -> None:
        """The same, carried by something else."""
        for _ in range(ROUNDS):
            carry()
            self.laptop.open()
            self.desk.open()
        carry()

    def assert_at_peace(self) -> None:
        """Both files are the same and complete, nothing is left over, and nobody writes anything any more."""
        assert self.laptop.journal.read_bytes() == self.desk.journal.read_bytes()
        assert self.laptop.is_canonical()
        assert self.desk.is_canonical()
        for device in (self.laptop, self.desk):
            assert device.files() - self.others == {"journal.json"}
            assert "no journal" not in device.run("verify")
        before = self.laptop.traces(), self.desk.traces()
        self.laptop.open()
        self.desk.open()
        self.carry()
        assert (self.laptop.traces(), self.desk.traces()) == before
