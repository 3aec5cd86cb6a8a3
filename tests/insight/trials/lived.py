"""Trials with nights made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from stillnight.insight.trials.trial import Arm, Design, Measure, Outcome, Sort, Trial

START = date(2026, 11, 2)
U, A, B, AB = Arm.USUAL, Arm.A, Arm.B, Arm.BOTH

PAD = Measure(Sort.TIP, "heat_pad", "warm pad", "Warm your legs.")
MASSAGER = Measure(Sort.TIP, "foot_massager", "foot massager", "Use it.")


def trial_of(order: Sequence[Arm], design: Design = Design.PAIRS, **said: object) -> Trial:
    """A trial with an order of one's own."""
    measures = (MASSAGER, PAD) if design is Design.FACTORIAL else (PAD,)
    start: date = said.pop("start", START)  # type: ignore[assignment]
    return Trial(
        id=7,
        name="warm_pad",
        title="warm pad",
        question="Is it better with a warm pad?",
        design=design,
        outcome=Outcome.DISTURBED,
        measures=measures,
        start=start,
        order=tuple(order),
        **said,  # type: ignore[arg-type]
    )


def nights(values: Sequence[float | None], start: date = START) -> dict[date, float]:
    """The outcome night by night, gaps left out."""
    return {start + timedelta(days=at): value for at, value in enumerate(values) if value is not None}
