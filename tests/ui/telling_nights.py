"""Nights that say something: caffeine goes with worse ones, sitting with nothing."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from tests.ui.world import TONIGHT, World

NIGHTS = 60


def fill_with_caffeine(world: World, nights: int = NIGHTS) -> None:
    """So many nights before tonight; three servings make a night three points worse."""
    chance = Random(7)
    for back in range(nights, 0, -1):
        servings, hours = chance.choice((0, 0, 3)), chance.choice((3, 6, 9))
        severity = 3 + chance.choice((-1, 0, 0, 1)) + servings
        world.log(
            TONIGHT - timedelta(days=back), severity=severity, f_caffeine=servings, f_sitting=hours,
            f_stress=False if back > 5 else 4,
        )  # fmt: skip
