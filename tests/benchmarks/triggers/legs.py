"""How restless the legs are by themselves: courses of different build, points of severity, not yet rounded.

Each course is a function of a generator and a number of nights. No factor works in them yet.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from tests.benchmarks.triggers.draws import chance, clipped, heavy

Course = Callable[[Random, int], list[float]]


def steady(rng: Random, nights: int) -> list[float]:
    """AR(1) about a mean, with a slow change in some: the simulator of the model's own study."""
    mean, spread, phi = rng.uniform(1.5, 6), rng.uniform(1, 2), rng.uniform(0.2, 0.6)
    week = [rng.gauss(0, 0.3) for _ in range(7)]
    slow = _slow_change(rng, nights)
    return [
        mean + week[night % 7] + slow[night] + noise
        for night, noise in enumerate(_ar(rng, nights, phi, spread))
    ]


def _slow_change(rng: Random, nights: int) -> list[float]:
    form, size = rng.choice(("none", "drift", "step", "walk")), rng.uniform(-2, 2)
    if form == "drift":
        return [size * night / nights for night in range(nights)]
    if form == "step":
        begins = rng.randrange(nights // 5, nights)
        return [size if night >= begins else 0.0 for night in range(nights)]
    if form == "walk":
        return _walk(rng, nights, 0.12, -2.5, 2.5)
    return [0.0] * nights


def _ar(rng: Random, nights: int, phi: float, spread: float) -> list[float]:
    fresh = spread * math.sqrt(1 - phi * phi)
    value, values = rng.gauss(0, spread), []
    for _ in range(nights):
        value = phi * value + rng.gauss(0, fresh)
        values.append(value)
    return values


def _walk(rng: Random, nights: int, step: float, least: float, most: float) -> list[float]:
    value, values = 0.0, []
    for _ in range(nights):
        value = clipped(value + rng.gauss(0, step), least, most)
        values.append(value)
    return values


def wild(rng: Random, nights: int) -> list[float]:
    """A season, flares and t-distributed noise on top of the steady course."""
    swing, period, phase = rng.uniform(0.5, 1.5), rng.uniform(120, 365), rng.uniform(0, 6.28)
    flares = _bursts(rng, nights, every=60, fade=0.8)
    return [
        value + swing * math.sin(math.tau * night / period + phase) + flares[night] + 0.7 * heavy(rng, 4)
        for night, value in enumerate(steady(rng, nights))
    ]


def _bursts(rng: Random, nights: int, every: float, fade: float) -> list[float]:
    level, values = 0.0, []
    for _ in range(nights):
        level = level * fade + (rng.uniform(2.5, 5.5) if chance(rng, 1 / every) else 0)
        values.append(level)
    return values


def spells(rng: Random, nights: int) -> list[float]:
    """Good weeks and bad weeks: two levels with sudden changes, nothing in between."""
    good, bad = rng.uniform(0.5, 2.5), rng.uniform(5, 8)
    stay = {True: rng.uniform(4, 14), False: rng.uniform(3, 10)}
    noise, is_good, values = rng.uniform(0.6, 1.3), chance(rng, 0.5), []
    for _ in range(nights):
        if chance(rng, 1 / stay[is_good]):
            is_good = not is_good
        values.append((good if is_good else bad) + rng.gauss(0, noise))
    return values


def bursts(rng: Random, nights: int) -> list[float]:
    """Quiet legs and sudden bouts that fade over days."""
    floor, noise = rng.uniform(0.5, 3), rng.uniform(0.5, 1)
    bouts = _bursts(rng, nights, every=rng.uniform(12, 35), fade=rng.uniform(0.55, 0.88))
    return [floor + bout + rng.gauss(0, noise) for bout in bouts]


def mostly_zero(rng: Random, nights: int) -> list[float]:
    """Nothing at all on most nights; on the others anything."""
    share, lasting, size = rng.uniform(0.2, 0.4), rng.uniform(0, 0.4), rng.uniform(3, 6)
    is_on, values = False, []
    for _ in range(nights):
        is_on = chance(rng, share + lasting * (1 - share)) if is_on else chance(rng, share * (1 - lasting))
        values.append(rng.gauss(size, 1.6) if is_on else rng.gauss(-1.5, 0.8))
    return values


def near_ceiling(rng: Random, nights: int) -> list[float]:
    """Bad legs nearly every night: most ratings are 8, 9 and 10."""
    mean = rng.uniform(8, 9.6)
    return [mean + noise for noise in _ar(rng, nights, rng.uniform(0.2, 0.6), rng.uniform(0.8, 1.6))]


def wandering(rng: Random, nights: int) -> list[float]:
    """A random walk without a level to come back to."""
    start, noise = rng.uniform(2, 7), rng.uniform(0.4, 0.9)
    walk = _walk(rng, nights, rng.uniform(0.4, 0.8), -start, 10 - start)
    return [start + value + rng.gauss(0, noise) for value in walk]


def heavy_tails(rng: Random, nights: int) -> list[float]:
    """An even course with now and then a night far out of it."""
    mean, scale = rng.uniform(2, 5), rng.uniform(0.7, 1.2)
    return [mean + scale * heavy(rng, 2) for _ in range(nights)]


def seasonal(rng: Random, nights: int) -> list[float]:
    """A slow wave of two months to a year, and a drift."""
    mean, swing, period = rng.uniform(2.5, 6), rng.uniform(1, 2.5), rng.uniform(60, 365)
    drift, phase = rng.uniform(-2, 2), rng.uniform(0, math.tau)
    noise = _ar(rng, nights, rng.uniform(0, 0.4), rng.uniform(0.9, 1.6))
    return [
        mean + swing * math.sin(math.tau * night / period + phase) + drift * night / nights + noise[night]
        for night in range(nights)
    ]
