"""Draws that the standard library lacks, from one seeded generator."""

from __future__ import annotations

import math
from random import Random


def poisson(rng: Random, mean: float) -> int:
    """A count with the given mean (Knuth's product of uniforms, for small means)."""
    if mean <= 0:
        return 0
    count, product, floor = 0, rng.random(), math.exp(-mean)
    while product > floor:
        count += 1
        product *= rng.random()
    return count


def heavy(rng: Random, freedom: int) -> float:
    """Student's t with a few degrees of freedom: now and then a value far out."""
    spread = sum(rng.gauss(0, 1) ** 2 for _ in range(freedom)) / freedom
    return rng.gauss(0, 1) / math.sqrt(max(spread, 1e-9))


def chance(rng: Random, probability: float) -> bool:
    """Does it happen?"""
    return rng.random() < probability


def clipped(value: float, least: float, most: float) -> float:
    """The value, kept within its range."""
    return min(max(value, least), most)
