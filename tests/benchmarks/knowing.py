"""How often "when will I know" is right: ``python -m tests.benchmarks.knowing`` (some minutes).

Made-up people whose caffeine makes a difference of just the size that is forecast are asked after some
nights; then the model looks at a further year, night by night, until it calls caffeine likely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from stillnight.domain.factor import Factor, parse_factors
from stillnight.domain.night import Night
from stillnight.insight.knowing.knowing import when_known
from stillnight.insight.patterns.diary import DiaryNight, read_diary
from stillnight.insight.patterns.look import replay
from stillnight.insight.patterns.pattern import Tier
from stillnight.resources import read_seed

PEOPLE = 40
CASES = ((30, 1.5), (60, 1.5), (60, 1.0), (120, 1.0))
"""After so many nights, of so many points."""
FIRST = date(2025, 1, 1)
YEAR = 365


def made_up(seed: int, nights: int, points: float) -> list[Night]:
    """A diary of somebody with bad and good spells, some missing nights and one trigger."""
    chance, found = Random(seed), []
    scatter, carry, usual = chance.uniform(1, 2), chance.uniform(0.2, 0.6), chance.uniform(3, 6)
    missing, course, stress = chance.uniform(0.02, 0.2), 0.0, 5.0
    for number in range(nights):
        day = FIRST + timedelta(days=number)
        is_weekend = day.weekday() >= 4
        stress = 0.5 * stress + 0.5 * chance.gauss(4 if is_weekend else 6, 2.5)
        values = {
            "f.caffeine": chance.choices((0, 1, 2, 3, 4), (2, 3, 4, 3, 1))[0],
            "f.alcohol": chance.choices((0, 1, 2), (3, 4, 4) if is_weekend else (8, 2, 1))[0],
            "f.stress": max(0, min(10, round(stress))),
            "f.exercise": chance.choice((0, 0, 20, 30, 45)),
            "f.sitting": chance.randint(2, 6) if is_weekend else chance.randint(5, 10),
        }
        course = carry * course + chance.gauss(0, scatter * (1 - carry**2) ** 0.5)
        felt = usual + course + points * (min(values["f.caffeine"] / 3, 1.6) - 0.6)
        if chance.random() > missing:
            found.append(Night(day, {**values, "severity": max(0, min(10, round(felt)))}))
    return found


def outcome(seed: int, after: int, points: float, factors: Sequence[Factor]) -> str:
    """What became of the forecast for one person."""
    diary = read_diary(made_up(seed, after + YEAR, points), factors)
    now = FIRST + timedelta(days=after - 1)
    likely = _likely_from(diary, factors)
    if likely is not None and likely <= now:
        return "known already"
    known = when_known([one for one in diary if one.date <= now], factors, now)["caffeine"]
    forecast = next((one for one in known.forecasts if one.points == points), None)
    if forecast is None or forecast.is_ruled_out:
        return "no forecast" if forecast is None else "called unlikely"
    met, first, last = (one or date.max for one in (likely, forecast.first, forecast.last))
    return "sooner" if met < first else "between" if met <= last else "later"


def _likely_from(diary: Sequence[DiaryNight], factors: Sequence[Factor]) -> date | None:
    for look in replay(diary, factors):
        if any(one.factor == "caffeine" and one.tier is Tier.LIKELY for one in look.patterns):
            return look.night
    return None


def main() -> None:
    """Count over all cases."""
    factors = [one for one in parse_factors(read_seed("factors")).values() if one.shown]
    for after, points in CASES:
        counts = Counter(outcome(seed, after, points, factors) for seed in range(1000, 1000 + PEOPLE))
        print(f"after {after} nights, {points:g} points: {dict(counts)}")


if __name__ == "__main__":
    main()
