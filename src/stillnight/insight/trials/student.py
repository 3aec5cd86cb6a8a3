"""Quantiles of Student's t distribution, for intervals over a handful of blocks."""

from __future__ import annotations

from math import atan, cos, pi, sin, sqrt, tan

_STEPS = 60
"""Halvings of the angle: more than a float can tell apart."""


def t_quantile(share: float, freedom: int) -> float:
    """The value below which Student's t lies with a probability of ``share``.

    Args:
        share: 0.5 up to, but not including, 1.
        freedom: Degrees of freedom, 1 or more.

    Raises:
        ValueError: If one of them is out of range.
    """
    if not 0.5 <= share < 1 or freedom < 1:
        raise ValueError(f"no quantile of t at {share} with {freedom} degrees of freedom")
    low, high = 0.0, pi / 2
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < 2 * share - 1 else (low, middle)
    return sqrt(freedom) * tan((low + high) / 2)


def t_share(value: float, freedom: int) -> float:
    """The probability that Student's t lies below a value of 0 or more."""
    return (1 + _within(atan(value / sqrt(freedom)), freedom)) / 2


def _within(angle: float, freedom: int) -> float:
    """How likely t lies within ± tan(angle) * sqrt(freedom), in finite sums for whole degrees of freedom.

    Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4.
    """
    if freedom == 1:
        return 2 * angle / pi
    is_odd = freedom % 2 == 1
    term = total = cos(angle) if is_odd else 1.0
    for at in range(3 if is_odd else 2, freedom - 1, 2):
        term *= (at - 1) / at * cos(angle) ** 2
        total += term
    return 2 / pi * (angle + sin(angle) * total) if is_odd else sin(angle) * total
