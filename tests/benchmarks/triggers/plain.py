"""The recommended method of the study written down once more, as it stands there and without any haste.

Nothing is shared with the program but the words ``Factor`` and ``DiaryNight``: where both give the same
numbers, both do what the study says. Every look is worked out afresh, every model is solved by itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, product
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.insight.patterns.diary import DiaryNight

LEVEL_DECAY, PREV_DECAY = 0.93, 0.5
PSEUDO, CARRY = 10.0, (0.6, 0.3)
CENTRE, SPREAD = 1.25, 0.2
SAME_DAY, MOST_AT_ONCE, LEAST_ROWS, LEAST_EACH, MOST_DOSE = 0.7, 4, 14, 5, 1.6

Vector = list[float]
Matrix = list[Vector]


class Found(NamedTuple):
    """What the model says of one factor: its probability, the effect and its 90 % interval, points."""

    probability: float
    effect: float
    low: float
    high: float


class _Row(NamedTuple):
    night: DiaryNight
    level: float
    prev: float
    columns: Mapping[tuple[str, int], tuple[float, float, float]]


def plain_look(diary: Sequence[DiaryNight], factors: Sequence[Factor]) -> dict[str, Found]:
    """What the nights say of each factor that was answered often enough on either side; none is left out."""
    rows = _rows(diary, factors)
    candidates = [factor for factor in factors if _is_asked_enough(rows, factor)]
    if len(rows) < LEAST_ROWS or not candidates:
        return {}
    covariates = [[1.0, row.level, row.prev, _is_weekend(row.night.date)] for row in rows]
    severity = [float(row.night.severity or 0) for row in rows]
    a, b = _carried_over(covariates, severity)
    names = [(factor.slug, lag) for factor in candidates for lag in (0, 1)]
    columns = [[d - a * ld - b * pd for d, ld, pd in (row.columns[name] for row in rows)] for name in names]
    cleared = [_residual(covariates, column) for column in [*columns, severity]]
    cross = [[math.fsum(x * y for x, y in zip(u, v, strict=True)) for v in cleared] for u in cleared]
    return _average(candidates, names, cross, len(rows))


def _rows(diary: Sequence[DiaryNight], factors: Sequence[Factor]) -> list[_Row]:
    rated = [night for night in diary if night.severity is not None]
    doses = {night.date: _doses(night, factors) for night in diary}
    filled = {
        (factor.slug, lag): [_filled(doses, factor.slug, night.date, lag) for night in rated]
        for factor in factors
        for lag in (0, 1)
    }
    dates = [night.date for night in rated]
    severity = [float(night.severity or 0) for night in rated]
    rows = []
    for at in range(1, len(rated)):
        columns = {name: (values[at], *_level_and_prev(dates, values, at)) for name, values in filled.items()}
        rows.append(_Row(rated[at], *_level_and_prev(dates, severity, at), columns))
    return rows


def _doses(night: DiaryNight, factors: Sequence[Factor]) -> dict[str, float]:
    return {
        factor.slug: min((night.answers[factor.slug] - factor.low) / (factor.high - factor.low), MOST_DOSE)
        for factor in factors
        if factor.slug in night.answers
    }


def _filled(doses: Mapping[date, Mapping[str, float]], slug: str, tonight: date, lag: int) -> float:
    """The dose of the day, or the mean of all known before tonight where it is missing."""
    known = doses.get(tonight - timedelta(lag), {}).get(slug)
    if known is not None:
        return known
    past = [answers[slug] for day, answers in doses.items() if day < tonight and slug in answers]
    return math.fsum(past) / len(past) if past else 0.0


def _level_and_prev(dates: Sequence[date], values: Sequence[float], at: int) -> tuple[float, float]:
    weights = [LEVEL_DECAY ** (dates[at] - day).days for day in dates[:at]]
    level = math.fsum(w * v for w, v in zip(weights, values, strict=False)) / math.fsum(weights)
    return level, (values[at - 1] - level) * PREV_DECAY ** ((dates[at] - dates[at - 1]).days - 1)


def _is_asked_enough(rows: Sequence[_Row], factor: Factor) -> bool:
    halfway = (factor.low + factor.high) / 2
    answers = [row.night.answers[factor.slug] for row in rows if factor.slug in row.night.answers]
    more = sum((answer >= halfway) == (factor.high > factor.low) for answer in answers)
    return min(more, len(answers) - more) >= LEAST_EACH


def _is_weekend(day: date) -> float:
    return float(day.weekday() in (4, 5))


def _carried_over(covariates: Matrix, severity: Vector) -> tuple[float, float]:
    """How much of level and last night goes over into the next night, with a guess worth ten nights."""
    normal, right = _normal(covariates, severity)
    for at, guess in zip((1, 2), CARRY, strict=True):
        normal[at][at] += PSEUDO
        right[at] += PSEUDO * guess
    _, level, prev, _ = _solve(normal, right)
    return min(max(level, 0.0), 1.0), min(max(prev, 0.0), 0.8)


def _residual(covariates: Matrix, column: Vector) -> Vector:
    weights = _solve(*_normal(covariates, column))
    return [
        value - math.fsum(w * c for w, c in zip(weights, row, strict=True))
        for row, value in zip(covariates, column, strict=True)
    ]


def _normal(rows: Matrix, column: Vector) -> tuple[Matrix, Vector]:
    width = range(len(rows[0]))
    return (
        [[math.fsum(row[i] * row[j] for row in rows) for j in width] for i in width],
        [math.fsum(row[i] * value for row, value in zip(rows, column, strict=True)) for i in width],
    )


def _solve(matrix: Matrix, right: Vector) -> Vector:
    return [row[-1] for row in _eliminated(matrix, [[value] for value in right])]


def _eliminated(matrix: Matrix, right: Matrix) -> Matrix:
    """Gauss and Jordan with the largest pivot; a column that says nothing gets 0."""
    size = len(matrix)
    work = [list(row) + list(more) for row, more in zip(matrix, right, strict=True)]
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(work[row][at]))
        work[at], work[best] = work[best], work[at]
        pivot = work[at][at]
        if abs(pivot) < 1e-9:
            work[at] = [0.0] * len(work[at])
            continue
        work[at] = [value / pivot for value in work[at]]
        for row in range(size):
            if row != at and (factor := work[row][at]):
                work[row] = [x - factor * y for x, y in zip(work[row], work[at], strict=True)]
    return [row[size:] for row in work]


class _Model(NamedTuple):
    log_weight: float
    mean: Mapping[str, float]
    variance: Mapping[str, float]


def _average(
    factors: Sequence[Factor], names: Sequence[tuple[str, int]], cross: Matrix, rows: int
) -> dict[str, Found]:
    models = list(_models(factors, names, cross, rows))
    top = max(model.log_weight for model in models)
    weights = [math.exp(model.log_weight - top) for model in models]
    total = math.fsum(weights)
    found = {}
    for factor in factors:
        inside = [(w, m) for w, m in zip(weights, models, strict=True) if factor.slug in m.mean]
        share = math.fsum(w for w, _ in inside)
        mean = math.fsum(w * m.mean[factor.slug] for w, m in inside) / share
        square = (
            math.fsum(w * (m.variance[factor.slug] + m.mean[factor.slug] ** 2) for w, m in inside) / share
        )
        half = 1.645 * math.sqrt(max(square - mean * mean, 0.0))
        found[factor.slug] = Found(share / total, mean, mean - half, mean + half)
    return found


def _models(
    factors: Sequence[Factor], names: Sequence[tuple[str, int]], cross: Matrix, rows: int
) -> Iterator[_Model]:
    share = min(0.20, 1.2 / len(factors))
    for size in range(min(MOST_AT_ONCE, len(factors)) + 1):
        for chosen in combinations(factors, size):
            left_out = len(factors) - size
            for ways in product(*(_ways(factor) for factor in chosen)):
                prior = left_out * math.log(1 - share) + size * math.log(share)
                prior += math.fsum(math.log(weight) for _, _, weight in ways)
                picked = [
                    (names.index((factor.slug, lag)), sign * CENTRE)
                    for factor, (lag, sign, _) in zip(chosen, ways, strict=True)
                ]
                yield _solved([factor.slug for factor in chosen], picked, cross, rows, prior)


def _ways(factor: Factor) -> list[tuple[int, int, float]]:
    """The lags and signs that a factor can work with, and the prior probability of each."""
    signs = {"worse": (1,), "better": (-1,), "either": (1, -1)}[factor.direction]
    lags = ((0, SAME_DAY), (1, 1 - SAME_DAY))
    return [(lag, sign, weight / len(signs)) for lag, weight in lags for sign in signs]


def _solved(
    slugs: Sequence[str], picked: Sequence[tuple[int, float]], cross: Matrix, rows: int, prior: float
) -> _Model:
    """One model: y less what was expected of the doses, regressed on them with precision 1 / V each."""
    at = [index for index, _ in picked]
    expected = [mean for _, mean in picked]
    inner = [[cross[i][j] for j in at] for i in at]
    pull = [sum(value * mean for value, mean in zip(row, expected, strict=True)) for row in inner]
    right = [cross[i][-1] - gone for i, gone in zip(at, pull, strict=True)]
    rest = cross[-1][-1] - sum(
        mean * (cross[i][-1] + left) for i, mean, left in zip(at, expected, right, strict=True)
    )
    precise = [[value + (i == j) / SPREAD for j, value in enumerate(row)] for i, row in enumerate(inner)]
    inverse = _eliminated(precise, [[float(i == j) for j in range(len(at))] for i in range(len(at))])
    shift = [sum(v * r for v, r in zip(row, right, strict=True)) for row in inverse]
    rest -= sum(s * r for s, r in zip(shift, right, strict=True))
    spread = max(rest, 1e-9)
    log_weight = prior - 0.5 * _log_volume(precise) - (rows - 4) / 2 * math.log(spread)
    noise = spread / (rows - 4)
    return _Model(
        log_weight,
        {slug: mean + more for slug, mean, more in zip(slugs, expected, shift, strict=True)},
        {slug: noise * inverse[i][i] for i, slug in enumerate(slugs)},
    )


def _log_volume(precise: Matrix) -> float:
    """The logarithm of the determinant of V times the matrix, by its pivots."""
    work, total = [list(row) for row in precise], 0.0
    for at in range(len(work)):
        total += math.log(SPREAD * work[at][at])
        for row in range(at + 1, len(work)):
            factor = work[row][at] / work[at][at]
            work[row] = [x - factor * y for x, y in zip(work[row], work[at], strict=True)]
    return total
