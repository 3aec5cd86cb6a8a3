"""What a trial says about a measure: by intention, that is by what was drawn, whatever was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf, isfinite, prod

from stillnight.insight.trials.differences import block_differences
from stillnight.insight.trials.effect import Effect, Verdict
from stillnight.insight.trials.neighbours import Neighbours
from stillnight.insight.trials.randomisation import Draws, Reading, draws_of
from stillnight.insight.trials.redraw import Flags, blocks_of, flags, redrawn
from stillnight.insight.trials.trial import Outcome, Trial

LEVEL = 0.05
"""A difference is seen where the draw alone would look like it at most so often, in that direction; the
interval leaves out as much at each end, so that it holds nine in ten and says the same as the verdict."""

SMALL: Mapping[Outcome, float] = {Outcome.SEVERITY: 1.0, Outcome.DISTURBED: 1.0, Outcome.SOL: 15.0}
"""A difference below this would hardly be felt; our own choice, in points of 10 and in minutes."""

LEAST_SAID, LEAST_GAP = 0.5, 0.3
"""Adherence is reckoned in where it was said for this share of nights, and the arms lie this far apart."""

_TINY = 1e-9
"""Less than this, and no night with it can be told from those without."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The nights of a trial that count, each by its place in the order.

    Attributes:
        places: Their places, ascending from 0.
        values: The outcome of each.
    """

    places: Sequence[int]
    values: Sequence[float]


def effects_of(trial: Trial, values: Mapping[date, float]) -> list[Effect]:
    """What came out, one effect for each measure.

    Each night is compared with what the nights around it lead to expect (:class:`Neighbours`); the chance and
    the interval come from drawing the order again, block by block (:class:`Draws`). Nights that are missing
    are left out, never filled in.

    Args:
        trial: The trial; nights after its end do not count.
        values: The outcome by night, for the nights that count.
    """
    nights = {at: trial.start + timedelta(days=at) for at in range(len(trial.order))}
    places = [at for at, night in nights.items() if night in values and night <= trial.end]
    counted = Counted(places, [values[nights[at]] for at in places])
    return [_effect(trial, counted, measure) for measure in range(len(trial.measures))]


def verdict_of(draws: Draws, small: float) -> Verdict:
    """The word for what was seen.

    Args:
        draws: The trial among the orders in which it could have been drawn.
        small: A change that would hardly be felt, see :data:`SMALL`.
    """
    low, high = draws.interval(LEVEL)
    if draws.better <= LEVEL and draws.change < 0:
        return Verdict.BETTER
    if draws.worse <= LEVEL and draws.change > 0:
        return Verdict.WORSE
    return Verdict.NO_DIFFERENCE if -small < low and high < small else Verdict.INCONCLUSIVE


def _effect(trial: Trial, counted: Counted, measure: int) -> Effect:
    own = flags(trial.order, measure)
    with_it = sum(own[at] for at in counted.places)
    blocks = [some for some in _ways(trial, counted.places, measure) if len(some) > 1]
    nights = (len(blocks), with_it, len(counted.places) - with_it)
    draws = _draws(trial, counted, measure) if prod(map(len, blocks)) * LEVEL >= 1 else None
    low, high = draws.interval(LEVEL) if draws is not None else (-inf, inf)
    if draws is None or draws.seen.overlap < _TINY or not isfinite(high - low):
        return Effect(measure, Verdict.TOO_FEW, None, None, None, None, *nights)
    most = trial.outcome.most
    gap = _gap(trial, own)
    return Effect(
        measure,
        verdict_of(draws, SMALL[trial.outcome]),
        _within(most, draws.change),
        _within(most, low),
        _within(most, high),
        draws.better if draws.change <= 0 else draws.worse,
        *nights,
        if_followed=_within(most, draws.change / gap) if gap is not None else None,
        differences=block_differences(trial, measure, dict(zip(counted.places, counted.values, strict=True))),
    )


def _within(most: int, change: float) -> float:
    """A change that the answers can show: none is larger than the whole scale."""
    return min(max(change, -most), most)


def _ways(trial: Trial, places: Sequence[int], measure: int) -> list[set[Flags]]:
    """The orders of each block that can be told apart on the nights that count."""
    there, at, ways = set(places), 0, []
    for block in blocks_of(trial.design, trial.order):
        seen = [within for within in range(len(block)) if at + within in there]
        ways.append({tuple(way[within] for within in seen) for way in redrawn(block, measure)})
        at += len(block)
    return ways


def _draws(trial: Trial, counted: Counted, measure: int) -> Draws:
    """The trial among the orders in which it could have been drawn."""
    own, other = flags(trial.order, measure), flags(trial.order, 1 - measure)
    neighbours = Neighbours(counted.places, [[float(other[at]) for at in counted.places]])
    scores = dict(zip(counted.places, neighbours.unexplained(counted.values), strict=True))
    overlaps = neighbours.unexplained([float(own[at]) for at in counted.places])
    likeness = dict(zip(counted.places, overlaps, strict=True))
    ways: list[list[Reading]] = []
    first = 0
    for block in blocks_of(trial.design, trial.order):
        there = [(at, first + at) for at in range(len(block)) if first + at in scores]
        ways.append([_reading(way, there, scores, likeness) for way in redrawn(block, measure)])
        first += len(block)
    whole = [(at, at) for at in counted.places]
    return draws_of(ways, _reading(own, whole, scores, likeness), f"{trial.id}:{measure}")


def _reading(
    way: Flags, there: Sequence[tuple[int, int]], scores: Mapping[int, float], likeness: Mapping[int, float]
) -> Reading:
    """What some nights say of a measure, had it been drawn this way."""
    with_it = [place for at, place in there if way[at]]
    return Reading(sum(scores[at] for at in with_it), sum(likeness[at] for at in with_it))


def _gap(trial: Trial, own: Flags) -> float | None:
    """How much more often the measure was used on nights drawn for it; ``None`` where that is not known.

    The effect by intention over this share is what always following the plan would about have brought (an
    instrumental variable, Bloom 1984): unlike comparing nights as they were lived it is not led astray by
    measures that are skipped on good evenings and used on bad ones.
    """
    used: dict[bool, list[bool]] = {True: [], False: []}
    for at, is_drawn in enumerate(map(bool, own)):
        night = trial.start + timedelta(days=at)
        if night <= trial.end and night in trial.followed:
            used[is_drawn].append(trial.followed[night] is is_drawn)
    nights = (trial.end - trial.start).days + 1
    if not used[True] or not used[False] or sum(map(len, used.values())) < LEAST_SAID * nights:
        return None
    gap = sum(used[True]) / len(used[True]) - sum(used[False]) / len(used[False])
    return gap if LEAST_GAP <= gap < 1 else None
