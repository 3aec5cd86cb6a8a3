"""A clock that tells the time it was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")

EVENING = datetime(2026, 11, 19, 22, 40, tzinfo=BERLIN)
"""The evening on which the tests take place unless they say otherwise: Thu 19 → Fri 20 Nov."""


@dataclass
class FixedClock:
    """A :class:`stillnight.domain.ports.Clock` that stands still until it is moved."""

    moment: datetime = EVENING

    def now(self) -> datetime:
        """The moment at which the clock stands."""
        return self.moment

    @property
    def zone(self) -> tzinfo:
        """The zone of that moment."""
        assert self.moment.tzinfo is not None, "a clock needs an aware moment"
        return self.moment.tzinfo

    def set(self, moment: datetime | str) -> None:
        """Put the clock to a moment; text or a moment without a zone is read in the clock's zone."""
        given = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        self.moment = given if given.tzinfo else given.replace(tzinfo=self.zone)

    def travel(self, zone: tzinfo) -> None:
        """The same instant, seen from another zone."""
        self.moment = self.moment.astimezone(zone)

    def advance(self, **amount: float) -> None:
        """Let time pass, counted as it really passes: ``advance(minutes=20)``."""
        utc = ZoneInfo("UTC")
        self.moment = (self.moment.astimezone(utc) + timedelta(**amount)).astimezone(self.zone)
