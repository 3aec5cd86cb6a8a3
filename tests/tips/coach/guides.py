"""Small made-up sessions and moments for the tests of the coach."""

from __future__ import annotations

from datetime import datetime, timedelta

from stillnight.tips.coach.guide import Guide, Kind, Step
from tests.clocks import BERLIN

BEGAN = datetime(2026, 11, 20, 3, 10, tzinfo=BERLIN)

STRETCH = Guide(
    id="stretch",
    tip="stretch",
    title="A stretch",
    steps=(
        Step("Get ready.", Kind.READY, 10),
        Step("Hold.", Kind.HOLD, 30),
        Step("Let go.", Kind.REST, 5),
        Step("Hold.", Kind.HOLD, 30),
    ),
)
PAD = Guide(
    id="pad",
    tip="pad",
    title="A pad",
    steps=(Step("Put it on.", Kind.READY), Step("Let it warm you.", Kind.DO, 1800)),
    runs_on=True,
)
PUZZLES = Guide(id="puzzles", tip="puzzles", title="Puzzles", steps=(Step("Think.", Kind.PUZZLE),))


def after(seconds: float, began: datetime = BEGAN) -> datetime:
    """The moment so many seconds after the beginning, counted as time really passes."""
    return datetime.fromtimestamp(began.timestamp() + seconds, began.tzinfo)


def minutes_of(time: timedelta) -> float:
    return time / timedelta(minutes=1)
