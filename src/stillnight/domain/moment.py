"""Evening, night or morning: what the user is likely here for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from stillnight.domain.clock_rule import NOON, night_of

USUAL_BEDTIME = time(22, 30)
"""Bedtime when the user never said: two hours later, 00:30, the night moment begins."""

NIGHT_ENDS = time(5, 0)
"""From here until the rollover it is morning."""

EVENING_BEGINS = time(18, 0)
"""A rating of the day made before this is not yet coloured by the evening's legs; our own choice."""

AFTER_BEDTIME = timedelta(hours=2)
"""So long after the usual bedtime somebody who opens the program is awake again, not early."""


class Moment(StrEnum):
    """The three times at which the journal is opened."""

    EVENING = "evening"
    NIGHT = "night"
    MORNING = "morning"


def moment_of(
    now: datetime, lights_out: datetime | None = None, bedtime: time = USUAL_BEDTIME, rollover: time = NOON
) -> Moment:
    """Tell which moment an aware local time is.

    Args:
        now: The moment, in the user's zone.
        lights_out: When tonight's lights went out, if they did.
        bedtime: The usual bedtime.
        rollover: When one night ends and the next begins.
    """
    evening_date = night_of(now, rollover)
    wall = now.replace(tzinfo=None)
    # a rollover at or before five ends the night itself: there is no morning left in it
    if rollover > NIGHT_ENDS and wall >= _in_night(evening_date, NIGHT_ENDS, rollover):
        return Moment.MORNING
    awake_from = _in_night(evening_date, bedtime, rollover) + AFTER_BEDTIME
    if (lights_out is not None and now >= lights_out) or wall >= awake_from:
        return Moment.NIGHT
    return Moment.EVENING


def is_before_evening(now: datetime, night: date) -> bool:
    """Is a moment still in the day of a night, when no evening colours what is said of that day?

    Args:
        now: The moment, on the wall clock of whoever rates.
        night: The evening's date.
    """
    return now.date() == night and now.time() < EVENING_BEGINS


def night_over(now: datetime, tonight: date) -> date:
    """The night that a morning is about: the one that ends now; in the evening, the last one.

    Args:
        now: The moment, in the user's zone.
        tonight: The night in which it lies.
    """
    return tonight if now.date() > tonight else date.fromordinal(max(tonight.toordinal() - 1, 1))


def _in_night(evening: date, clock: time, rollover: time) -> datetime:
    """The naive wall-clock moment of a time in the night that begins on ``evening``."""
    day = datetime.combine(evening, clock)
    return day if clock >= rollover else day + timedelta(days=1)
