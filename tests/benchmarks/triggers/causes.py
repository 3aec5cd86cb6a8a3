"""What befalls the legs and the habits together: hidden common causes, nights on which they were at work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from tests.benchmarks.triggers.draws import chance


@dataclass(frozen=True)
class Push:
    """What a cause does on one night.

    Attributes:
        legs: Points of severity it adds.
        adds: What it adds to a habit, in the habit's unit.
        times: What it multiplies a habit by, before adding.
        is_away: Is it a night on which a diary is easily forgotten?
    """

    legs: float = 0.0
    adds: Mapping[str, float] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)
    is_away: bool = False


Cause = Callable[[Random, int], dict[int, Push]]


def crisis(rng: Random, nights: int) -> dict[int, Push]:
    """Weeks of too much work: stress, coffee and sitting go up, sport goes down, the legs get worse."""
    push = Push(
        rng.uniform(1, 2.5),
        {"stress": 3, "sitting": 2, "caffeine": 1},
        {"exercise": 0.4, "caffeine": 1.3},
    )
    return _blocks(rng, nights, push, every=(60, 150), lasting=(7, 25))


def period(rng: Random, nights: int) -> dict[int, Push]:
    """Five days of a cycle of 26 to 31: worse legs, less sport, more chocolate and stress."""
    return _cycle(rng, nights, rng.uniform(0.8, 2))


def period_days(rng: Random, nights: int) -> dict[int, Push]:
    """The same days, which do nothing to the legs by themselves."""
    return _cycle(rng, nights, 0.0)


def _cycle(rng: Random, nights: int, legs: float) -> dict[int, Push]:
    push = Push(legs, {"bleeding": 1, "chocolate": 1, "stress": 1}, {"exercise": 0.3, "alcohol": 0.6})
    start, length = rng.randrange(28), rng.randint(26, 31)
    return {night: push for night in range(nights) if (night - start) % length < 5}


def travel(rng: Random, nights: int) -> dict[int, Push]:
    """Journeys of some days: much sitting, some drinks, no sport, bad legs, and a diary left at home."""
    push = Push(
        rng.uniform(1, 2),
        {"sitting": 4, "alcohol": 1, "stress": 1, "travel": 3},
        {"exercise": 0.2},
        is_away=True,
    )
    return _blocks(rng, nights, push, every=(30, 80), lasting=(2, 7))


def shifts(rng: Random, nights: int) -> dict[int, Push]:
    """Blocks of night shifts: coffee, another kind of day, worse legs from sleeping at the wrong time."""
    push = Push(
        rng.uniform(0.5, 1.8),
        {"caffeine": 2, "sitting": rng.choice((-3, 3)), "stress": 1},
        {"exercise": 0.5, "alcohol": 0.2},
        is_away=True,
    )
    return _blocks(rng, nights, push, every=(10, 24), lasting=(3, 7))


def resolution(rng: Random, nights: int) -> dict[int, Push]:
    """Good resolutions on one date, while the legs get better for another reason; later it all comes back."""
    begins, lasts, better = rng.randrange(20, nights // 2), rng.randint(40, 100), rng.uniform(1, 2)
    held: dict[int, Push] = {}
    for day in range(lasts):
        held[begins + day] = Push(
            -better * min(day / 20, 1), {"exercise": 25}, {"alcohol": 0.15, "caffeine": 0.4}
        )
    return held


def medicine(rng: Random, nights: int) -> dict[int, Push]:
    """A medicine begun half-way: better within days, habits loosen, and in some the legs come back worse."""
    begins, better = rng.randrange(nights // 3, 2 * nights // 3), rng.uniform(1.5, 3.5)
    back = rng.uniform(0, 2.5) if chance(rng, 0.5) else 0.0
    return {
        night: Push(
            -better * min((night - begins) / 5, 1) + back * (night - begins) / (nights - begins),
            {"caffeine": 0.7, "exercise": 10, "stress": -1},
        )
        for night in range(begins, nights)
    }


def _blocks(
    rng: Random, nights: int, push: Push, every: tuple[int, int], lasting: tuple[int, int]
) -> dict[int, Push]:
    at, struck = rng.randrange(every[1]), dict[int, Push]()
    while at < nights:
        length = rng.randint(*lasting)
        struck.update(dict.fromkeys(range(at, min(at + length, nights)), push))
        at += length + rng.randint(*every)
    return struck
