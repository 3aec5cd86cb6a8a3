"""How often a trial finds what is there: said before it is started."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stillnight.insight.trials.trial import Design, Outcome

SIZES: Mapping[Outcome, tuple[float, ...]] = {
    Outcome.SEVERITY: (1.0, 1.5, 2.0),
    Outcome.DISTURBED: (1.0, 1.5, 2.0),
    Outcome.SOL: (10.0, 20.0, 30.0),
}
"""The sizes of effect of which it is said, in points of 10 and in minutes."""

_POINTS = (0.0, 1.0, 1.5, 2.0)

_MIXED: Mapping[tuple[Design, int], Sequence[float]] = {
    (Design.PAIRS, 2): (0.05, 0.31, 0.47, 0.62),
    (Design.PAIRS, 4): (0.05, 0.59, 0.85, 0.97),
    (Design.PAIRS, 6): (0.05, 0.83, 0.94, 0.99),
    (Design.TWO_NIGHT_BLOCKS, 2): (0.00, 0.00, 0.00, 0.00),
    (Design.TWO_NIGHT_BLOCKS, 4): (0.05, 0.39, 0.64, 0.81),
    (Design.TWO_NIGHT_BLOCKS, 6): (0.05, 0.55, 0.85, 0.93),
    (Design.FACTORIAL, 2): (0.04, 0.18, 0.36, 0.45),
    (Design.FACTORIAL, 4): (0.05, 0.49, 0.84, 0.89),
    (Design.FACTORIAL, 6): (0.05, 0.69, 0.91, 0.96),
}
"""Share of made-up people, calm and restless ones mixed, who are told "better", by :data:`_POINTS`; nights
missing, most of them very bad or very quiet. Source: ``python -m tests.benchmarks trials 200``; of nothing it
is the level of the test, or less where the orders are few."""

_RATIOS = (0.0, 0.4, 0.8, 1.2, 1.6, 2.0, 2.6, 3.2)

_BY_SCATTER: Mapping[tuple[Design, int], Sequence[float]] = {
    (Design.PAIRS, 2): (0.05, 0.14, 0.31, 0.52, 0.79, 0.89, 0.96, 0.99),
    (Design.PAIRS, 4): (0.05, 0.23, 0.57, 0.83, 0.99, 1.00, 1.00, 1.00),
    (Design.PAIRS, 6): (0.05, 0.33, 0.80, 0.98, 1.00, 1.00, 1.00, 1.00),
    (Design.TWO_NIGHT_BLOCKS, 2): (0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (Design.TWO_NIGHT_BLOCKS, 4): (0.05, 0.12, 0.43, 0.62, 0.83, 0.95, 0.99, 1.00),
    (Design.TWO_NIGHT_BLOCKS, 6): (0.05, 0.17, 0.60, 0.84, 0.96, 0.98, 1.00, 1.00),
    (Design.FACTORIAL, 2): (0.04, 0.10, 0.23, 0.39, 0.61, 0.73, 0.83, 0.91),
    (Design.FACTORIAL, 4): (0.05, 0.28, 0.56, 0.82, 0.96, 0.99, 1.00, 1.00),
    (Design.FACTORIAL, 6): (0.04, 0.34, 0.70, 0.91, 0.99, 1.00, 1.00, 1.00),
}
"""The same by the effect over one's own scatter from night to night (see :func:`chance_to_find`), by
:data:`_RATIOS`; one night in eight missing. Source: ``python -m tests.benchmarks.trials.powers 200``."""

_LEAST_SCATTER = 0.4
"""Ratings in whole points scatter at least so much."""


def chance_to_find(design: Design, weeks: int, effect: float, scatter: float | None = None) -> float:
    """How often a trial says "better" of something that is better by so much, 0-1.

    Args:
        design: How its nights are shared out.
        weeks: 2, 4 or 6.
        effect: How much better, in units of the outcome.
        scatter: One's own scatter from night to night: the root mean square of the steps over the square
            root of two, in the same units; without it people of all kinds are meant, in points of 10.
    """
    if scatter is None:
        return _between(_POINTS, _MIXED[design, weeks], abs(effect))
    return _between(_RATIOS, _BY_SCATTER[design, weeks], abs(effect) / max(scatter, _LEAST_SCATTER))


def power_of(
    design: Design, weeks: int, outcome: Outcome, scatter: float | None = None
) -> list[tuple[float, float]]:
    """Each size of effect with how often a trial finds it; empty where that cannot be said.

    Minutes until asleep differ too much between people to be spoken of without one's own scatter, and of
    lengths that nobody can choose here nothing was measured.
    """
    if (design, weeks) not in _MIXED or (scatter is None and outcome is Outcome.SOL):
        return []
    return [(size, chance_to_find(design, weeks, size, scatter)) for size in SIZES[outcome]]


def times_in_ten(chance: float) -> str:
    """A chance in words: ``about 8 times in 10``."""
    tenths = round(chance * 10)
    if tenths <= 0:
        return "hardly ever"
    if tenths >= 10:
        return "nearly always"
    return "about once in 10" if tenths == 1 else f"about {tenths} times in 10"


def _between(places: Sequence[float], values: Sequence[float], at: float) -> float:
    """The value at a place, on straight lines between those that are known, the last one beyond them."""
    for right in range(1, len(places)):
        if at <= places[right]:
            left = right - 1
            share = (at - places[left]) / (places[right] - places[left])
            return values[left] + share * (values[right] - values[left])
    return values[-1]
