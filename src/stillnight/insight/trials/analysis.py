"""What a trial says about a measure: by intention, that is by what was drawn, whatever was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import prod, sqrt

from stillnight.insight.trials.contrast import Block, Contrast, blocks_of, contrast, redrawn, ways
from stillnight.insight.trials.effect import Effect, Verdict
from stillnight.insight.trials.randomisation import chances_of
from stillnight.insight.trials.student import t_quantile
from stillnight.insight.trials.trial import Outcome, Trial

LEVEL = 0.05
"""A difference is seen where the draw alone would look like it at most so often, in that direction."""

SURE = 0.95
"""One-sided, so that the interval holds nine in ten and says the same as :data:`LEVEL` does."""

LEAST_BLOCKS = 3

SMALL: Mapping[Outcome, float] = {Outcome.SEVERITY: 1.0, Outcome.DISTURBED: 1.0, Outcome.SOL: 15.0}
"""A difference below this would hardly be felt; our own choice, in points of 10 and in minutes."""

LEAST_SAID, LEAST_GAP = 0.5, 0.3
"""Adherence is reckoned in where it was said for this share of nights, and the arms lie this far apart."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A change with the range that fits the nights, nine times in ten."""

    change: float
    low: float
    high: float


def effects_of(trial: Trial, values: Mapping[date, float]) -> list[Effect]:
    """What came out, one effect for each measure.

    The effect is the mean over blocks of the change in each, weighted by what the block tells (nights that
    are missing are left out, never filled in). Its chance comes from drawing the order again
    (:func:`chances_of`), its interval from the scatter between blocks by Student's t.

    Args:
        trial: The trial; nights after its end do not count.
        values: The outcome by night, for the nights that count.
    """
    nights = [trial.start + timedelta(days=at) for at in range(len(trial.order))]
    counted = [values.get(night) if night <= trial.end else None for night in nights]
    blocks = blocks_of(trial.design, trial.order, counted)
    return [_effect(trial, blocks, measure, counted) for measure in range(len(trial.measures))]


def interval_of(contrasts: Sequence[Contrast]) -> Interval | None:
    """The weighted change over blocks with its interval; ``None`` with fewer than three blocks that tell."""
    told = [one for one in contrasts if one.information > 0]
    if len(told) < LEAST_BLOCKS:
        return None
    weight = sum(one.information for one in told)
    change = sum(one.weighted for one in told) / weight
    scatter = sum(one.information * (one.change - change) ** 2 for one in told) / (len(told) - 1)
    half = t_quantile(SURE, len(told) - 1) * sqrt(scatter / weight)
    return Interval(change, change - half, change + half)


def verdict_of(interval: Interval, better: float, worse: float, small: float) -> Verdict:
    """The word for what was seen.

    Args:
        interval: The change; below 0 is better.
        better: How often the draw alone would look at least as good.
        worse: How often it would look at least as bad.
        small: A change that would hardly be felt, see :data:`SMALL`.
    """
    if better <= LEVEL and interval.change < 0:
        return Verdict.BETTER
    if worse <= LEVEL and interval.change > 0:
        return Verdict.WORSE
    if -small < interval.low and interval.high < small:
        return Verdict.NO_DIFFERENCE
    return Verdict.INCONCLUSIVE


def _effect(trial: Trial, blocks: list[Block], measure: int, counted: Sequence[float | None]) -> Effect:
    contrasts = [contrast(block, measure) for block in blocks]
    has = [bool(arm.has_b if measure else arm.has_a) for arm in trial.order]
    with_it = sum(1 for one, value in zip(has, counted, strict=True) if one and value is not None)
    without = sum(1 for one, value in zip(has, counted, strict=True) if not one and value is not None)
    told = sum(1 for one in contrasts if one.information > 0)
    interval = interval_of(contrasts)
    if interval is None or prod(ways(block, measure) for block in blocks) * LEVEL < 1:
        return Effect(measure, Verdict.TOO_FEW, blocks=told, nights_with=with_it, nights_without=without)
    possible = [list(redrawn(block, measure)) for block in blocks]
    better, worse = chances_of(contrasts, possible, f"{trial.id}:{measure}")
    gap = _gap(trial, has)
    return Effect(
        measure,
        verdict_of(interval, better, worse, SMALL[trial.outcome]),
        change=interval.change,
        low=interval.low,
        high=interval.high,
        chance=better if interval.change <= 0 else worse,
        blocks=told,
        nights_with=with_it,
        nights_without=without,
        if_followed=interval.change / gap if gap is not None else None,
        differences=tuple(one.change for one in contrasts if one.information > 0),
    )


def _gap(trial: Trial, has: Sequence[bool]) -> float | None:
    """How much more often the measure was used on nights drawn for it; ``None`` where that is not known.

    The effect by intention over this share is what always following the plan would about have brought (an
    instrumental variable, Bloom 1984): unlike comparing nights as they were lived it is not led astray by
    measures that are skipped on good evenings and used on bad ones.
    """
    used: dict[bool, list[bool]] = {True: [], False: []}
    for at, is_drawn in enumerate(has):
        night = trial.start + timedelta(days=at)
        if night <= trial.end and night in trial.followed:
            used[is_drawn].append(trial.followed[night] is is_drawn)
    nights = (trial.end - trial.start).days + 1
    if not used[True] or not used[False] or sum(map(len, used.values())) < LEAST_SAID * nights:
        return None
    gap = sum(used[True]) / len(used[True]) - sum(used[False]) / len(used[False])
    return gap if LEAST_GAP <= gap < 1 else None
