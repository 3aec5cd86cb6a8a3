"""What the journal can suppose of a night that is over: guesses, and what ``.`` may fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from stillnight.domain.awakening import awakenings, minutes_awake
from stillnight.domain.clock_rule import NightFrame, stamp_text
from stillnight.domain.moment import NIGHT_ENDS, USUAL_BEDTIME
from stillnight.domain.night import Episode, Night
from stillnight.domain.values import Value
from stillnight.journal.morning.rows import Row

JUST_AWAKE = timedelta(hours=2)
"""So long before the night ends somebody who opens the form has been up for a while, our choice."""

GUESSED: Mapping[Row, str] = {
    Row.WOKE: "when this was opened",
    Row.AWAKENINGS: "logged in the night",
}
"""Where a guess comes from."""

OFFERED: Mapping[Row, str] = {
    Row.LIGHTS_OUT: "the evening was saved",
    Row.AWAKE: "as logged",
    Row.WOKE: "now",
    Row.UP: "now",
}
"""Where an offer comes from."""


def guesses(
    night: Night,
    frame: NightFrame,
    episodes: Sequence[Episode],
    opened: datetime,
    bedtime: time = USUAL_BEDTIME,
) -> dict[str, Value]:
    """What is likely of a night and not on record.

    The final waking is taken to be when the form was opened, while that is early in the morning; every
    episode after lights out to be an awakening. Without an episode nothing is said: perhaps none was logged.

    Args:
        night: The night as it is saved.
        frame: The night as a stretch of time.
        episodes: What was logged in the night.
        opened: When the form was first opened.
        bedtime: The usual bedtime, for a night without lights out.
    """
    found: dict[str, Value] = {}
    if is_morning(frame, opened) and frame.contains(opened + JUST_AWAKE):
        found[Row.WOKE.value] = stamp_text(opened)
    if bouts := awakenings(night, episodes, bedtime, frame.rollover):
        found[Row.AWAKENINGS.value] = min(len(bouts), 50)
    return {name: value for name, value in found.items() if night.get(name) is None}


def offers(
    night: Night,
    frame: NightFrame,
    episodes: Sequence[Episode],
    now: datetime,
    bedtime: time = USUAL_BEDTIME,
) -> dict[str, Value]:
    """What one key may fill in: what is at hand, but too weak for a guess.

    The minutes of relief, and those until the lights went out again, are less than the time awake, and an
    evening may be saved long before the lights go out.

    Args:
        night: The night as it is saved.
        frame: The night as a stretch of time.
        episodes: What was logged in the night.
        now: The moment.
        bedtime: The usual bedtime, for a night without lights out.
    """
    found: dict[str, Value] = {}
    if is_morning(frame, now):
        found = {row.value: stamp_text(now) for row in (Row.WOKE, Row.UP)}
    entered = night.time("evening_at")
    if entered is not None and frame.contains(entered) and not is_morning(frame, entered):
        found[Row.LIGHTS_OUT.value] = stamp_text(entered)
    bouts = awakenings(night, episodes, bedtime, frame.rollover)
    # of what was stopped at once nobody knows how long it was
    if awake := minutes_awake(bouts):
        found[Row.AWAKE.value] = min(awake, 900)
    return {name: value for name, value in found.items() if night.get(name) is None}


def is_morning(frame: NightFrame, moment: datetime) -> bool:
    """Does a moment lie in the morning of a night?"""
    wall = moment.astimezone(frame.zone)
    return frame.contains(moment) and wall.date() > frame.date and NIGHT_ENDS <= wall.time() < frame.rollover
