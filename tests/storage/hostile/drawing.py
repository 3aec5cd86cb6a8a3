"""Walks drawn by lot: the same number draws the same walk, on every machine and every day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random

from tests.storage.hostile import hands, moves
from tests.storage.hostile.oracle import Key
from tests.storage.hostile.services import Style
from tests.storage.hostile.walks import Walk
from tests.storage.hostile.world import CLOCKS, FIELDS, KEYS

OWN_NAMES = ("journal before Vienna.json", "journal (old).json", "journal.bak")


class Lot:
    """Draws what a move needs."""

    def __init__(self, random: Random) -> None:
        """Draw with this."""
        self.random = random

    def device(self) -> int:
        """The number of a device."""
        return self.random.randrange(4)

    def key(self) -> Key:
        """A record."""
        return self.random.choice(KEYS)

    def name(self) -> str:
        """A field."""
        return self.random.choice(FIELDS)

    def yes(self) -> bool:
        """Whether or not."""
        return self.random.random() < 0.5

    def one_in(self, many: int) -> bool:
        """Whether something happens that happens once in so many times."""
        return self.random.randrange(many) == 0

    def share(self) -> float:
        """A share of a file, in [0, 1]; often none or all but the end."""
        return self.random.choice((0, 0.98, self.random.random(), self.random.random()))

    def back(self) -> int:
        """An old version, counted back from the newest."""
        return self.random.randrange(6)

    def copy(self) -> int | None:
        """A conflict copy, or the journal itself."""
        return self.random.choice((None, None, None, 0, 1))

    def time(self) -> timedelta:
        """By how much a clock is set."""
        hour = timedelta(hours=1)
        return self.random.choice((*CLOCKS, -CLOCKS[1], -CLOCKS[2], hour / 60, hour, -hour, hour * 30))


Draw = Callable[[Lot], moves.Move]

ALWAYS: tuple[tuple[int, Draw], ...] = (
    (14, lambda lot: moves.Writes(lot.device(), lot.key(), lot.name(), lot.one_in(4))),
    (4, lambda lot: moves.IsDisturbed(lot.device(), lot.key(), lot.name(), lot.back(), lot.yes())),
    (3, lambda lot: moves.Clears(lot.device(), lot.key(), lot.random.choice((lot.name(), None)))),
    (3, lambda lot: moves.Undoes(lot.device(), lot.yes())),
    (8, lambda lot: moves.Looks(lot.device(), lot.yes())),
    (6, lambda lot: moves.Edits(lot.device(), lot.key(), lot.name(), lot.random.choice(list(hands.Way)))),
    (1, lambda lot: moves.Copies(lot.device(), lot.random.choice(OWN_NAMES))),
    (14, lambda lot: moves.Syncs(lot.device(), lot.yes())),
    (3, lambda lot: moves.SyncsEverywhere(lot.yes(), lot.yes())),
    (1, lambda lot: moves.GoesOffline(lot.device())),
    (
        5,
        lambda lot: moves.BringsAPart(
            lot.device(), lot.copy(), lot.back(), lot.share(), lot.yes(), lot.yes()
        ),
    ),
    (2, lambda lot: moves.BringsTheRest(lot.device(), lot.yes())),
    (1, lambda lot: moves.TakesAPart(lot.device(), lot.share())),
    (3, lambda lot: moves.RollsBack(lot.random.choice((None, lot.device())), lot.back())),
    (1, lambda lot: moves.Loses(lot.copy(), lot.yes())),
    (3, lambda lot: moves.SetsTheClock(lot.device(), lot.time())),
)
"""What happens all the time, and how often beside the others."""

LOSSES: tuple[tuple[int, Draw], ...] = (
    (2, lambda lot: moves.LosesItsState(lot.device(), lot.yes())),
    (2, lambda lot: moves.IsBackedUp(lot.device())),
)
"""What happens once in the life of a machine; it can be held to fewer promises afterwards."""


PURGES: tuple[tuple[int, Draw], ...] = ((2, lambda lot: moves.Purges(lot.device(), lot.key())),)
"""What takes promises back."""


def draw(number: int, styles: Sequence[Style], steps: int) -> Walk:
    """The walk of a number.

    Args:
        number: Which walk.
        styles: The services that may be met.
        steps: How many moves there are.
    """
    random = Random(number)
    lot = Lot(random)
    made = random.choice((ALWAYS, ALWAYS + LOSSES, ALWAYS + PURGES, ALWAYS + PURGES + LOSSES))
    weights, draws = zip(*made, strict=True)
    clocks = tuple(random.choice(CLOCKS) for _ in range(random.choice((2, 3, 3, 4))))
    row = tuple(draw(lot) for draw in random.choices(draws, weights, k=steps))
    return Walk(random.choice(styles), clocks, lot.yes(), row, lot.yes(), lot.yes())
