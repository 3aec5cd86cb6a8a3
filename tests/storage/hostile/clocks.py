"""A clock that is wrong, and during whose ticking the world goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tests.clocks import FixedClock


class Killed(BaseException):
    """The process ends in the middle of what it does."""


@dataclass
class RestlessClock(FixedClock):
    """A device's clock; asked for the time, it may let something else happen first.

    Attributes:
        meanwhile: What happens while the device is busy, once; ``None`` for nothing.
        after: At which asking it happens, counted from 0.
    """

    meanwhile: Callable[[], None] | None = None
    after: int = 0

    def now(self) -> datetime:
        """The moment at which the clock stands."""
        if self.meanwhile is not None:
            if self.after <= 0:
                happens, self.meanwhile = self.meanwhile, None
                happens()
            self.after -= 1
        return super().now()

    def calm(self) -> None:
        """Nothing happens any more."""
        self.meanwhile, self.after = None, 0
