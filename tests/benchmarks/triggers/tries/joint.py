"""Joint evidence of severity, onset and bouts: sums of them in place of severity, or evidence added up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp, log, sqrt
from typing import NamedTuple

from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.look import NightsSoFar
from stillnight.insight.patterns.rows import Row
from tests.benchmarks.triggers.draws import clipped
from tests.benchmarks.triggers.tries.contest import BASE, Candidate, Case, Changed, Watch, ours
from tests.benchmarks.triggers.tries.departures import BOUTS, EARLY, Readings
from tests.benchmarks.triggers.tries.readings import Reading, cases

__all__ = ["CANDIDATES", "cases"]


def summed(readings: Readings, severity: float, departures: Sequence[float | None]) -> float:
    """Severity and the others in its spread, added up as equals and brought back to that spread."""
    others = [readings.scaled(which, one) for which, one in enumerate(departures) if one is not None]
    whole = severity - readings.usual + sum(others)
    # as if each went half along with the others
    return readings.usual + whole / sqrt((1 + len(others)) * (1 + 0.5 * len(others)))


def learned(readings: Readings, severity: float, departures: Sequence[float | None]) -> float:
    """The legs as one factor behind the readings, each weighted as it went along with severity so far."""
    whole, weight = severity - readings.usual, 1.0
    for which, one in enumerate(departures):
        if one is not None:
            points, own = readings.weighed(which, one)
            whole, weight = whole + own * points, weight + own
    return readings.usual + whole / weight


Value = Callable[[Readings, float, Sequence[float | None]], float]
"""What is explained in place of severity: of the readings so far, severity and the others' departures."""


def alone(which: int) -> Value:
    """One reading in place of severity, in its spread."""

    def value(readings: Readings, severity: float, departures: Sequence[float | None]) -> float:
        one = departures[which]
        return readings.usual + (0.0 if one is None else readings.scaled(which, one))

    return value


def instead(value: Value, used: tuple[int, ...]) -> Candidate:
    """The program's model of something else than severity."""

    def candidate(case: Case) -> Watch:
        readings = Readings()

        def change(night: DiaryNight, row: Row) -> Row:
            reading: Reading = case.more[night.date]
            departures = readings.departures(reading)
            seen = [one if which in used else None for which, one in enumerate(departures)]
            told = value(readings, row.severity, seen)
            readings.learn(row.severity, reading, departures)
            return row._replace(severity=told)

        return Changed(case.diary, change)

    return candidate


def the_true_legs(case: Case) -> Watch:
    """The urge itself in place of its rating: the most that any reading beside it could bring."""
    return Changed(case.diary, lambda night, row: row._replace(severity=case.more[night.date].true))


class _Added(NamedTuple):
    probability: float
    effect: float | None


class _Together:
    """The evidence of several models multiplied, as if each saw a night of its own."""

    def __init__(self, watches: Sequence[Watch]) -> None:
        self._watches = watches

    def add(self, night: DiaryNight) -> bool:
        taken = [watch.add(night) for watch in self._watches]
        return all(taken)

    def weighed(self) -> Mapping[str, _Added]:
        first, *rest = (watch.weighed() for watch in self._watches)
        share = min(BASE.share, BASE.shares / max(len(first), 1))
        prior = log(share / (1 - share))
        return {
            slug: _Added(
                _probability(_odds(one.probability) + sum(_odds(m[slug].probability) - prior for m in rest)),
                one.effect,
            )
            for slug, one in first.items()
        }


def _odds(probability: float) -> float:
    kept = clipped(probability, 1e-9, 1 - 1e-9)
    return log(kept / (1 - kept))


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-clipped(odds, -40, 40)))


def multiplied(*used: int) -> Candidate:
    """Severity's evidence times that of other readings."""

    def candidate(case: Case) -> Watch:
        others = [instead(alone(which), (which,))(case) for which in used]
        return _Together([NightsSoFar(case.diary.factors, BASE), *others])

    return candidate


CANDIDATES: Mapping[str, Candidate] = {
    "ours": ours,
    "sum with onset": instead(summed, (EARLY,)),
    "learned with onset": instead(learned, (EARLY,)),
    "sum with onset and bouts": instead(summed, (EARLY, BOUTS)),
    "learned with onset and bouts": instead(learned, (EARLY, BOUTS)),
    "multiplied with onset": multiplied(EARLY),
    "the true legs, which nobody has": the_true_legs,
}
