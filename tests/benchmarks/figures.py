"""Pairs of timings and what is printed of them."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter


def timed(deed: Callable[[], object]) -> float:
    """Seconds that a deed takes."""
    begun = perf_counter()
    deed()
    return perf_counter() - begun


def paired(
    ours: Callable[[], object], other: Callable[[], object], rounds: int
) -> tuple[float, float, float]:
    """Median seconds of both, run in turn after one warm-up, and the median of the ratios pair by pair."""
    ours(), other()
    pairs = [(timed(ours), timed(other)) for _ in range(rounds)]
    return median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs)


def row(name: str, ours: float, other: float, ratio: float, bar: str) -> str:
    """One printed line."""
    return f"{name:<52} {ours * 1000:9.1f} ms {other * 1000:9.1f} ms   ratio {ratio:5.2f}   bar {bar}"
