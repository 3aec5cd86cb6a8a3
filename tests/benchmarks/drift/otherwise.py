"""How often L05 speaks of people whose legs are as restless legs usually are, and of some whose are not."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from random import Random

from stillnight.domain.night import Night
from stillnight.rules.engine import evaluate
from stillnight.rules.facts import Facts
from stillnight.rules.rule import Rule
from tests.benchmarks.drift.people import BEGUN, YEAR
from tests.rules.seeds import seed_library

CENTRAL = timezone(timedelta(hours=1))

LOOKS = range(28, YEAR, 7)
"""A look a week; the answers of one night move a share of twenty-eight but little."""


def told(usual: bool, people: int) -> float:
    """The share of people of whom it speaks in a year.

    Args:
        usual: Moving mostly helps, the side changes, evenings are worst; or else one of these is otherwise.
        people: How many.
    """
    rule = next(rule for rule in seed_library().rules if rule.id == "L05")
    return (
        sum(_speaks(rule, _nights(usual, Random(f"L05 {usual} {seed}"))) for seed in range(people)) / people
    )


def _speaks(rule: Rule, nights: list[Night]) -> bool:
    return any(evaluate([rule], Facts(BEGUN + timedelta(days=at), nights[:at])) for at in LOOKS)


def _nights(usual: bool, chance: Random) -> list[Night]:
    """A person's own shares, then night after night; usually one answer sticks to the last."""
    none, one_leg, morning = chance.betavariate(1.5, 6), chance.betavariate(2, 5), chance.betavariate(1, 15)
    if not usual:
        none, one_leg, morning = chance.choice(
            [(0.85, one_leg, morning), (none, 0.95, morning), (none, one_leg, 0.85)]
        )
    leg, made = chance.choice(("left", "right")), []
    for at in range(YEAR):
        day = BEGUN + timedelta(days=at)
        hour = 9 if chance.random() < morning else 20
        begun = datetime.combine(day + timedelta(days=hour < 12), time(hour, 30), CENTRAL)
        values = {
            "severity": 4,
            "relief_by_moving": "none" if chance.random() < none else chance.choice(("some", "full")),
            "side": leg if chance.random() < one_leg else chance.choice(("both", "alternating")),
            "onset": begun.isoformat(timespec="minutes"),
        }
        made.append(Night(day, {name: value for name, value in values.items() if chance.random() < 0.7}))
    return made
