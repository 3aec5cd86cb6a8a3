"""The table behind ``insight/trials/power.py``: ``python -m tests.benchmarks.trials.powers [people]``.

A trial by the scatter of one's own nights: ratings around a level as AR(1) with a memory of 0.4 and one night
in eight missing, the effect in units of the scatter between a night and the next.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from random import Random

from stillnight.insight.trials.analysis import effects_of
from stillnight.insight.trials.draw import WEEKS, draw
from stillnight.insight.trials.effect import Verdict
from stillnight.insight.trials.trial import Design, Outcome, Trial
from tests.benchmarks.trials.people import MEASURES, START
from tests.benchmarks.trials.report import be_quick

MEMORY, MISSING = 0.4, 1 / 8

RATIOS = (0.0, 0.4, 0.8, 1.2, 1.6, 2.0, 2.6, 3.2)


def finds(design: Design, weeks: int, ratio: float, people: int) -> float:
    """The share of trials that say "better" of a measure that is better by so much."""
    chance = Random(f"{design}:{weeks}:{ratio}")
    return sum(_is_found(chance, design, weeks, ratio) for _ in range(people)) / people


def _is_found(chance: Random, design: Design, weeks: int, ratio: float) -> bool:
    order = draw(design, weeks, chance)
    state, values = chance.gauss(0, 1), {}
    size = ratio * (1 - MEMORY) ** 0.5
    for at, arm in enumerate(order):
        state = MEMORY * state + chance.gauss(0, (1 - MEMORY**2) ** 0.5)
        if chance.random() >= MISSING:
            values[START + timedelta(days=at)] = state - size * arm.has_a
    measures = MEASURES[: 2 if design is Design.FACTORIAL else 1]
    trial = Trial(chance.getrandbits(60), "one", "one", "?", design, Outcome.SEVERITY, measures, START, order)
    return effects_of(trial, values)[0].verdict is Verdict.BETTER


def main(people: int) -> None:
    """Print the table as it stands in the code."""
    be_quick()
    print(RATIOS)
    for design in Design:
        for weeks in WEEKS:
            row = ", ".join(f"{finds(design, weeks, ratio, people):.2f}" for ratio in RATIOS)
            print(f"    (Design.{design.name}, {weeks}): ({row}),", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
