"""Severity, onset and bouts as three noisy readings of the legs: the people, and what they write.

In some, onset and bouts are about the legs; in some about nothing; in some also about other things: drinks
and coffee wake, and whoever sits down early feels the legs early.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import NamedTuple

from stillnight.domain.factor import amount
from stillnight.domain.night import Night
from tests.benchmarks.triggers import legs
from tests.benchmarks.triggers.draws import chance, poisson
from tests.benchmarks.triggers.effects import Effect, dose
from tests.benchmarks.triggers.hand import FIRST, Rater, drawn, rated
from tests.benchmarks.triggers.kinds import REACTS, WORSE
from tests.benchmarks.triggers.people import Person, built_in, live
from tests.benchmarks.triggers.tries.contest import Case


class Reading(NamedTuple):
    """What else is written of one night.

    Attributes:
        early: Hours by which the legs began before 21:00; ``None`` where not written or they did not.
        bouts: Bouts in the night; ``None`` where nobody wrote.
        true: The urge before it was rated, which nobody can write: what readings can come to at best.
    """

    early: float | None
    bouts: int | None
    true: float = 0.0


@dataclass(frozen=True)
class Rough(Rater):
    """A rater who misses the true urge by some points, and of whom the true one is remembered."""

    roughness: float = 0.5
    true: list[float] = field(default_factory=list)

    def rate(self, rng: Random, urge: float, last: int | None) -> int:
        self.true.append(urge)
        return rated(urge + rng.gauss(0, self.roughness))


Reads = Callable[[Random, Night, float], tuple[float, float]]
"""Of a night and its true urge: hours of onset before 21:00, and the expected number of bouts."""


def of_the_legs(rng: Random) -> Reads:
    hour, off, bout = rng.uniform(0.2, 0.6), rng.uniform(0.7, 1.5), rng.uniform(0.15, 0.4)
    return lambda rng, night, urge: (hour * (urge - 4) + rng.gauss(0, off), bout * max(urge - 2, 0.1))


def of_nothing(rng: Random) -> Reads:
    off, bout, state = rng.uniform(0.8, 1.8), rng.uniform(0.3, 1.5), rng.gauss(0, 1)

    def reads(rng: Random, night: Night, urge: float) -> tuple[float, float]:
        nonlocal state
        state = 0.4 * state + rng.gauss(0, 0.92)
        return off * state, bout

    return reads


def of_other_things(rng: Random) -> Reads:
    """The legs as well, but drinks and coffee wake, and days of sitting end early on the sofa."""
    legs_too = of_the_legs(rng)

    def reads(rng: Random, night: Night, urge: float) -> tuple[float, float]:
        early, bouts = legs_too(rng, night, urge)
        return early + 0.7 * _dose(night, "sitting"), (
            bouts + 1.0 * _dose(night, "alcohol") + 0.5 * _dose(night, "caffeine")
        )

    return reads


def _dose(night: Night, slug: str) -> float:
    return dose(built_in()[slug], amount(night.get(f"f.{slug}")) or 0.0)


READERS: Mapping[str, Callable[[Random], Reads]] = {
    "legs": of_the_legs,
    "nothing": of_nothing,
    "other things": of_other_things,
}

BUILDS = {"study": (legs.steady,), "other": (legs.spells, legs.bursts, legs.seasonal)}


def cases(users: int, seed: int) -> tuple[list[Case], list[Case]]:
    """Diaries with nothing planted, and with 1.5 points planted in the legs, of both builds."""
    kinds = [(reader, build) for reader in READERS for build in BUILDS]
    nulls = [one for kind in kinds for one in _drawn(users, seed, *kind, 0.0, 365)]
    return nulls, [one for kind in kinds for one in _drawn(users, seed, *kind, 1.5, 180)]


def _drawn(users: int, seed: int, reader: str, build: str, points: float, nights: int) -> Iterator[Case]:
    for number in range(users):
        rng = Random(f"{seed}/readings/{reader}/{build}/{points}/{number}")
        effects = (Effect(rng.choice(WORSE), points, int(chance(rng, 0.25))),) if points else ()
        rater = Rough(roughness=rng.uniform(0.3, 1.2))
        course, reacts = rng.choice(BUILDS[build]), rng.choice((0, REACTS))
        person = Person(
            course, effects=effects, after_bad=reacts, rater=rater, hand=drawn(rng), nights=nights
        )
        diary, reads = live(rng, person), READERS[reader](rng)
        written = {night.date: _read(rng, reads, night, rater.true) for night in diary.nights}
        yield Case(f"{reader}, {build}", diary, written)


def _read(rng: Random, reads: Reads, night: Night, true: list[float]) -> Reading:
    urge = true[(night.date - FIRST) // timedelta(1)]
    early, bouts = reads(rng, night, urge)
    is_timed = bool(night.severity) and not chance(rng, 0.15)
    return Reading(
        early=round(2 * early) / 2 if is_timed else None,
        bouts=poisson(rng, bouts) if chance(rng, 0.7) else None,
        true=urge,
    )
