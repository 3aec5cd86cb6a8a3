"""What came in from elsewhere while the journal was open here."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class News(NamedTuple):
    """What another device, or another program on this one, wrote into the journal.

    Attributes:
        records: How many records changed; 0 when nothing came.
        nights: How many of them are nights.
        devices: Who wrote it, by the names that people know, the newest first.
        at: When the newest of it was written, in UTC; ``None`` when nobody knows.
    """

    records: int = 0
    nights: int = 0
    devices: tuple[str, ...] = ()
    at: datetime | None = None

    def __bool__(self) -> bool:
        """Did anything come?"""
        return self.records > 0
