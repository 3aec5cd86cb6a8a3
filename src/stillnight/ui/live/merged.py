"""A merge in a few words for the top line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple


class Merged(NamedTuple):
    """What was taken in last.

    Attributes:
        at: When it was taken in here.
        devices: Who wrote it, the newest first.
    """

    at: datetime
    devices: Sequence[str] = ()

    def words(self, zone: tzinfo | None) -> str:
        """``merged 23:08 from desk``.

        Args:
            zone: Where the user's wall clock runs; ``None`` leaves the time out, as in the night.
        """
        at = f" {self.at.astimezone(zone):%H:%M}" if zone else ""
        return f"merged{at}" + (f" from {device_words(self.devices)}" if self.devices else "")


def device_words(devices: Sequence[str]) -> str:
    """Some devices in few words: ``desk``, ``desk and phone``, ``desk and 2 more``."""
    if len(devices) > 2:
        return f"{devices[0]} and {len(devices) - 1} more"
    return " and ".join(devices)
