"""The blocks of a trial one by one: plain differences for the eye, beside what the whole of them says."""

from __future__ import annotations

from collections.abc import Mapping

from stillnight.insight.trials.redraw import blocks_of, flags
from stillnight.insight.trials.trial import Trial


def block_differences(trial: Trial, measure: int, values: Mapping[int, float]) -> tuple[float, ...]:
    """The mean of the nights with a measure minus the mean of those without, for each block that has both.

    Args:
        trial: The trial.
        measure: 0 for the first measure, 1 for the second.
        values: The outcome of the nights that count, by their place in the order.
    """
    own, found, first = flags(trial.order, measure), [], 0
    for block in blocks_of(trial.design, trial.order):
        places = [at for at in range(first, first + len(block)) if at in values]
        with_it, without = ([values[at] for at in places if bool(own[at]) is kind] for kind in (True, False))
        if with_it and without:
            found.append(sum(with_it) / len(with_it) - sum(without) / len(without))
        first += len(block)
    return tuple(found)
