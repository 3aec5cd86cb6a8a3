"""How often trials find what is there, are fooled, and how far off they are."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from statistics import fmean

from stillnight.insight.trials.analysis import LEVEL, effects_of
from stillnight.insight.trials.effect import Effect, Verdict
from stillnight.insight.trials.trial import Design
from tests.benchmarks.trials.people import STEADY, Habits, Lived, live
from tests.benchmarks.trials.plain import chance_of


@dataclass(frozen=True, slots=True)
class Score:
    """What happened to some people.

    Attributes:
        people: How many.
        better: Share told "better".
        plain: Share of whom a plain implementation of ``stats.md`` §4 would say so.
        strict: Share that would be told so, or "worse", two-sided at the same level.
        worse: Share told "worse".
        same: Share told "no difference found".
        unclear: Share told "inconclusive".
        few: Share told "too few nights".
        bias: Mean of the change found minus the true one.
        covered: Share of the 90 % intervals that hold the true change.
        followed_bias: The same as ``bias`` for "if always followed"; ``None`` where it is never said.
    """

    people: int
    better: float
    plain: float
    strict: float
    worse: float
    same: float
    unclear: float
    few: float
    bias: float
    covered: float
    followed_bias: float | None = None


def score(
    design: Design,
    weeks: int,
    effects: tuple[float, float],
    people: int,
    habits: Habits = STEADY,
    seed: int = 1,
    with_plain: bool = False,
) -> Score:
    """Let some people live through a trial, and see what they are told of its first measure."""
    chance = Random(f"{seed}:{design}:{weeks}:{effects}:{habits}")
    lives = [live(chance, design, weeks, effects, habits) for _ in range(people)]
    told = [(one, effects_of(one.trial, one.values)[0]) for one in lives]
    found = [(one, effect) for one, effect in told if effect.change is not None]
    return Score(
        people,
        better=_share(told, Verdict.BETTER),
        plain=sum(chance_of(one) <= LEVEL for one, _ in told) / people if with_plain else 0.0,
        strict=sum(_is_strict(effect) for _, effect in told) / people,
        worse=_share(told, Verdict.WORSE),
        same=_share(told, Verdict.NO_DIFFERENCE),
        unclear=_share(told, Verdict.INCONCLUSIVE),
        few=_share(told, Verdict.TOO_FEW),
        bias=fmean((effect.change or 0.0) - one.truth for one, effect in found) if found else 0.0,
        covered=fmean(_holds(effect, one.truth) for one, effect in found) if found else 0.0,
        followed_bias=_followed_bias(told),
    )


def _share(told: list[tuple[Lived, Effect]], verdict: Verdict) -> float:
    return sum(1 for _, effect in told if effect.verdict is verdict) / len(told)


def _is_strict(effect: Effect) -> bool:
    return effect.chance is not None and effect.chance <= LEVEL / 2


def _holds(effect: Effect, truth: float) -> bool:
    return effect.low is not None and effect.high is not None and effect.low <= truth <= effect.high


def _followed_bias(told: list[tuple[Lived, Effect]]) -> float | None:
    said = [effect.if_followed - one.truth for one, effect in told if effect.if_followed is not None]
    return fmean(said) if said else None
