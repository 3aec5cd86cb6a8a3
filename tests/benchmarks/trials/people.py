"""Made-up people whose nights are rated through a trial, after the description in ``stats.md`` §1.

Reported = clip(round(mean + weekday + course + AR(1) + effect)), with nights missing
more often when they are very bad or very quiet, and with holidays. Nothing here was fitted to the analysis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from stillnight.insight.trials.draw import draw
from stillnight.insight.trials.trial import Arm, Design, Measure, Outcome, Sort, Trial

START = date(2026, 3, 2)

MEASURES = (
    Measure(Sort.TIP, "one", "one", "Do one."),
    Measure(Sort.TIP, "two", "two", "Do two."),
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How somebody goes about a trial.

    Attributes:
        carry: Share of an effect that lasts into the next night.
        skips: Share of nights on which the plan is not followed: skipped on good evenings, used on bad ones.
        is_complete: Is every night rated?
    """

    carry: float = 0.0
    skips: float = 0.0
    is_complete: bool = False


STEADY = Habits()
"""Everything as planned, nothing that lasts."""


@dataclass(frozen=True, slots=True)
class Lived:
    """A trial that somebody lived through.

    Attributes:
        trial: The trial with its order and what was said of following it.
        values: The ratings, as far as they were given.
        truth: What the measure would have changed on the scale, had it always been used, on average.
    """

    trial: Trial
    values: dict[date, float]
    truth: float


def live(
    chance: Random,
    design: Design,
    weeks: int,
    effects: tuple[float, float] = (0.0, 0.0),
    habits: Habits = STEADY,
) -> Lived:
    """One person, one trial.

    Args:
        chance: Where everything comes from.
        design: The design.
        weeks: How long.
        effects: What the two measures do, in points; below 0 is better.
        habits: How it is gone about.
    """
    order = draw(design, weeks, chance)
    base = _base(chance, len(order))
    followed = [
        _is_followed(chance, arm, value, base, habits) for arm, value in zip(order, base, strict=True)
    ]
    used = [_used(arm, is_followed) for arm, is_followed in zip(order, followed, strict=True)]
    felt = _felt(used, effects, habits.carry)
    rated = [_rating(value + effect) for value, effect in zip(base, felt, strict=True)]
    truth = sum(_rating(value + effects[0]) - _rating(value) for value in base) / len(base)
    nights = [START + timedelta(days=at) for at in range(len(order))]
    kept = [habits.is_complete or is_kept for is_kept in _kept(chance, rated)]
    values = {
        night: float(value) for night, value, is_kept in zip(nights, rated, kept, strict=True) if is_kept
    }
    trial = Trial(
        id=chance.getrandbits(60),
        name="one",
        title="one",
        question="Is it better with one?",
        design=design,
        outcome=Outcome.SEVERITY,
        measures=MEASURES[: 2 if design is Design.FACTORIAL else 1],
        start=START,
        order=order,
        followed=dict(zip(nights, followed, strict=True)),
    )
    return Lived(trial, values, truth)


def _base(chance: Random, nights: int) -> list[float]:
    """How the nights would have been with nothing done."""
    phi, spread, mean = chance.uniform(0.2, 0.6), chance.uniform(1, 2), chance.uniform(1.5, 6)
    course = _course(chance, nights)
    weekend = chance.gauss(0, 0.4)
    state, base = chance.gauss(0, spread), []
    for at in range(nights):
        state = phi * state + chance.gauss(0, spread * (1 - phi * phi) ** 0.5)
        day = weekend if (START + timedelta(days=at)).weekday() in (4, 5) else 0.0
        base.append(mean + course[at] + day + state)
    return base


def _course(chance: Random, nights: int) -> list[float]:
    """Nothing, a drift, a step, or a walk, over the weeks of the trial."""
    kind = chance.choice(("none", "drift", "step", "walk"))
    size = chance.uniform(-2, 2)
    if kind == "drift":
        return [size * at / nights for at in range(nights)]
    if kind == "step":
        turn = chance.randrange(nights)
        return [size * (at >= turn) for at in range(nights)]
    if kind == "walk":
        walk = [0.0]
        for _ in range(nights - 1):
            walk.append(walk[-1] + chance.gauss(0, 0.15))
        return walk
    return [0.0] * nights


def _is_followed(chance: Random, arm: Arm, value: float, base: Sequence[float], habits: Habits) -> bool:
    """Skipped on good evenings where it was drawn, used on bad ones where it was not."""
    if not habits.skips:
        return True
    rank = sum(1 for one in base if one < value) / len(base)
    tempted = rank if arm is Arm.USUAL else 1 - rank
    return chance.random() >= 2 * habits.skips * tempted


def _used(arm: Arm, is_followed: bool) -> tuple[bool, bool]:
    if is_followed:
        return arm.has_a, arm.has_b
    return not arm.has_a, arm.has_b


def _felt(used: Sequence[tuple[bool, bool]], effects: tuple[float, float], carry: float) -> list[float]:
    felt, before = [], 0.0
    for one in used:
        own = sum(effect for is_used, effect in zip(one, effects, strict=True) if is_used)
        felt.append(own + carry * before)
        before = own
    return felt


def _rating(value: float) -> int:
    return min(max(round(value), 0), 10)


def _kept(chance: Random, rated: Sequence[int]) -> list[bool]:
    """2-10 % of nights are missing, more of the very bad and very quiet ones, and a holiday now and then."""
    base, bad, quiet = chance.uniform(0.02, 0.1), chance.uniform(0, 0.3), chance.uniform(0, 0.25)
    kept = [
        chance.random() >= base + (bad if value >= 8 else quiet if value <= 1 else 0.0) for value in rated
    ]
    if chance.random() < 0.25:
        away, first = chance.randint(3, 11), chance.randrange(len(rated))
        kept = [is_kept and not first <= at < first + away for at, is_kept in enumerate(kept)]
    return kept
