"""What other diaries do: a difference of means, or a correlation, looked at every night."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean

from stillnight.domain.factor import Factor, amount
from stillnight.domain.night import Night

LEAST_NIGHTS, LEAST_EACH = 14, 5


def pairs(nights: Sequence[Night], factor: Factor) -> list[tuple[float, int]]:
    """Dose and severity of every night on which both are known."""
    found = []
    for night in nights:
        value = amount(night.get(factor.field))
        if value is not None and night.severity is not None:
            found.append(((value - factor.low) / (factor.high - factor.low), night.severity))
    return found


def has_enough(known: Sequence[tuple[float, int]]) -> bool:
    """The same least numbers as the model asks for: a method is not to lose by them."""
    more = sum(dose >= 0.5 for dose, _ in known)
    return len(known) >= LEAST_NIGHTS and min(more, len(known) - more) >= LEAST_EACH


def naive(known: Sequence[tuple[float, int]], direction: str) -> float | None:
    """The mean of the nights with it less the mean of the others, where that is a point or more."""
    with_it = [severity for dose, severity in known if dose >= 0.5]
    without = [severity for dose, severity in known if dose < 0.5]
    difference = fmean(with_it) - fmean(without)
    return difference if _is_expected(difference, direction) and abs(difference) >= 1 else None


def pearson(known: Sequence[tuple[float, int]], direction: str) -> float | None:
    """The slope of the regression line, where the correlation has p < .05."""
    doses, ratings = [dose for dose, _ in known], [float(severity) for _, severity in known]
    mean_dose, mean_rating = fmean(doses), fmean(ratings)
    both = sum((d - mean_dose) * (r - mean_rating) for d, r in zip(doses, ratings, strict=True))
    across = sum((d - mean_dose) ** 2 for d in doses)
    along = sum((r - mean_rating) ** 2 for r in ratings)
    if not across or not along or not _is_expected(both, direction):
        return None
    r = both / math.sqrt(across * along)
    freedom = len(known) - 2
    t = abs(r) * math.sqrt(freedom / max(1 - r * r, 1e-12))
    return both / across if t > _t_of_five_percent(freedom) else None


def _is_expected(difference: float, direction: str) -> bool:
    return direction == "either" or (difference > 0) == (direction == "worse")


def _t_of_five_percent(freedom: int) -> float:
    """The two-sided 5 % point of Student's t (Cornish and Fisher's expansion), good to .005 from 10 on."""
    z = 1.959964
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
