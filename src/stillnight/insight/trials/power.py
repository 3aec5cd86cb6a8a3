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
    (Design.PAIRS, 2): (0.01, 0.13, 0.27, 0.40),
    (Design.PAIRS, 4): (0.02, 0.49, 0.72, 0.90),
    (Design.PAIRS, 6): (0.02, 0.67, 0.92, 0.97),
    (Design.TWO_NIGHT_BLOCKS, 2): (0.00, 0.00, 0.00, 0.00),
    (Design.TWO_NIGHT_BLOCKS, 4): (0.04, 0.29, 0.47, 0.73),
    (Design.TWO_NIGHT_BLOCKS, 6): (0.06, 0.49, 0.79, 0.91),
    (Design.FACTORIAL, 2): (0.01, 0.05, 0.07, 0.18),
    (Design.FACTORIAL, 4): (0.02, 0.41, 0.70, 0.78),
    (Design.FACTORIAL, 6): (0.03, 0.55, 0.83, 0.92),
}
"""Share of made-up people, calm and restless ones mixed, who are told "better", by :data:`_POINTS`; nights
missing, most of them very bad or very quiet. Source: ``python -m tests.benchmarks.trials``, 300 people."""

_RATIOS = (0.0, 0.4, 0.8, 1.2, 1.6, 2.0, 2.6, 3.2)

_BY_SCATTER: Mapping[tuple[Design, int], Sequence[float]] = {
    (Design.PAIRS, 2): (0.02, 0.10, 0.21, 0.39, 0.56, 0.64, 0.77, 0.79),
    (Design.PAIRS, 4): (0.03, 0.21, 0.49, 0.76, 0.99, 0.99, 1.00, 1.00),
    (Design.PAIRS, 6): (0.03, 0.32, 0.72, 0.97, 0.99, 1.00, 1.00, 1.00),
    (Design.TWO_NIGHT_BLOCKS, 2): (0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (Design.TWO_NIGHT_BLOCKS, 4): (0.05, 0.13, 0.39, 0.60, 0.80, 0.93, 0.99, 1.00),
    (Design.TWO_NIGHT_BLOCKS, 6): (0.06, 0.22, 0.51, 0.81, 0.95, 0.99, 1.00, 1.00),
    (Design.FACTORIAL, 2): (0.01, 0.08, 0.10, 0.20, 0.27, 0.37, 0.47, 0.51),
    (Design.FACTORIAL, 4): (0.03, 0.25, 0.47, 0.74, 0.91, 0.96, 1.00, 1.00),
    (Design.FACTORIAL, 6): (0.04, 0.24, 0.63, 0.84, 0.97, 1.00, 1.00, 1.00),
}
"""The same by the effect over one's own scatter from night to night (see :func:`chance_to_find`), by
:data:`_RATIOS`; one night in eight missing. Source: ``python -m tests.benchmarks.trials.powers``, 300."""

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

    Minutes until asleep differ too much between people to be spoken of without one's own scatter.
    """
    if scatter is None and outcome is Outcome.SOL:
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
