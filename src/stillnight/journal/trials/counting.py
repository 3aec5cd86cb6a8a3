"""Which nights of a trial count: those on which the outcome was answered, and in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from stillnight.domain.clock_rule import NOON
from stillnight.domain.night import Night
from stillnight.domain.recall import recall_of
from stillnight.domain.values import whole_number
from stillnight.insight.trials.trial import Outcome, Trial

LEAST_STEPS = 14
"""Steps from a night to the next, from which on one's own scatter is known well enough."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The nights of a trial up to tonight or its end.

    Attributes:
        values: The outcome by night, where it was answered in time.
        late: Nights on which it was answered late; left out, since by then one knew how the trial went on.
        missing: Nights on which it was not answered.
    """

    values: Mapping[date, float] = field(default_factory=dict)
    late: int = 0
    missing: int = 0


def outcome_of(night: Night, outcome: Outcome) -> int | None:
    """What is compared, on one night; ``None`` where it was not answered."""
    return whole_number(night.get(outcome), 0, outcome.most)


def is_late(night: Night, outcome: Outcome, rollover: time = NOON) -> bool:
    """Was the form in which the outcome is asked filled in late?"""
    recall = recall_of(night, rollover)
    return (recall.evening if outcome is Outcome.SEVERITY else recall.morning) is not None


def count(trial: Trial, nights: Iterable[Night], tonight: date, rollover: time = NOON) -> Counted:
    """The nights of a trial that count.

    Args:
        trial: The trial.
        nights: The logged nights of its dates.
        tonight: The night it is; a night still to come is not missing yet.
        rollover: When one night ends and the next begins.
    """
    values: dict[date, float] = {}
    late = 0
    for night in nights:
        answer = outcome_of(night, trial.outcome)
        if answer is None or trial.number_of(night.date) is None:
            continue
        if is_late(night, trial.outcome, rollover):
            late += 1
        else:
            values[night.date] = float(answer)
    past = (min(trial.end, tonight - timedelta(days=1)) - trial.start).days + 1
    answered = sum(1 for night in values if night < tonight) + late
    return Counted(values, late, max(past - answered, 0))


def scatter_of(nights: Iterable[Night], outcome: Outcome) -> float | None:
    """How much the outcome differs between a night and the next, as a standard deviation of one night.

    The root mean square of the steps from night to night over the square root of two, which is what pairs
    of neighbouring nights are up against; ``None`` with fewer than fourteen steps.
    """
    known = {night.date: value for night in nights if (value := outcome_of(night, outcome)) is not None}
    steps = [
        value - known[before]
        for night, value in known.items()
        if (before := night - timedelta(days=1)) in known
    ]
    if len(steps) < LEAST_STEPS:
        return None
    return float((sum(step * step for step in steps) / len(steps) / 2) ** 0.5)
