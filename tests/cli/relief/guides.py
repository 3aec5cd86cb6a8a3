"""The guided sessions that came with the program, and one that is quickly understood."""

from __future__ import annotations

from stillnight.resources import read_seed
from stillnight.tips.coach.guide import Guide, Kind, Side, Step
from stillnight.tips.coach.parse import parse_guides

STRETCH = Guide(
    "stretch",
    "calf_stretch",
    "Calf stretch",
    (
        Step("Hands on a wall.", Kind.READY, 15),
        Step("Left leg back, heel down.", Kind.HOLD, 30, Side.LEFT, rounds=2),
        Step("Let go. Next the right leg.", Kind.REST, 8, Side.RIGHT, rounds=2),
        Step("Right leg back, heel down.", Kind.HOLD, 30, Side.RIGHT, rounds=2),
        Step("Let go. Next the left leg.", Kind.REST, 8, Side.LEFT, rounds=2),
        Step("Left leg back, heel down.", Kind.HOLD, 30, Side.LEFT, round=2, rounds=2),
    ),
    caution="A pull is right, pain is not.",
)

PAD = Guide(
    "pad",
    "heat_pad",
    "Warm pad",
    (Step("Pad on low.", Kind.READY), Step("Let it warm the calves.", Kind.DO, 1800)),
    runs_on=True,
    closing="Switch the pad off.",
)


def every_guide() -> list[Guide]:
    """All that came with the program."""
    document = read_seed("sessions")
    return list(parse_guides(document, {one["tip"] for one in document["session"]}).values())
