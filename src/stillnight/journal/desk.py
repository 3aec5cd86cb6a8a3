"""What every use-case has at hand: the store, the clock, the factors, the user's preferences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from stillnight.domain.clock_rule import NOON, NightFrame, night_of, parse_clock
from stillnight.domain.errors import FieldError
from stillnight.domain.factor import Factor
from stillnight.domain.ports import Change, Clock, Receipt, Store
from stillnight.domain.preferences import Preferences
from stillnight.domain.values import Value


@dataclass(slots=True)
class Desk:
    """The things a use-case works with.

    Attributes:
        store: Where records live.
        clock: Tells the time and the zone.
        built_in: The factors of ``seeds/factors.toml``.
        preferences: What the user prefers; others are laid here when a setting is changed.
    """

    store: Store
    clock: Clock
    built_in: Mapping[str, Factor] = field(default_factory=dict)
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def rollover(self) -> time:
        """When one night ends and the next begins; kept in the journal, so every device agrees."""
        try:
            return parse_clock(str(self.store.meta().get("rollover") or ""))
        except FieldError:
            return NOON

    @property
    def tonight(self) -> date:
        """The night in which we are now."""
        return night_of(self.clock.now().astimezone(self.clock.zone), self.rollover)

    @property
    def today(self) -> date:
        """The day on the user's calendar; unlike a night it begins at midnight."""
        return self.clock.now().astimezone(self.clock.zone).date()

    def put(self, deed: str, table: str, number: int, values: Mapping[str, Value]) -> Receipt:
        """Write fields of one record as one deed."""
        return self.store.write(deed, [Change(table, number, name, value) for name, value in values.items()])

    def frame(self, night: date) -> NightFrame:
        """A night as a stretch of time where the user's wall clock runs."""
        return NightFrame(night, self.clock.zone, self.rollover)
