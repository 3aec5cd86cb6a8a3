"""Which episodes are awakenings: a session against bad legs before bed is an episode, but nobody woke up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from stillnight.domain.clock_rule import NOON, minutes_between
from stillnight.domain.moment import USUAL_BEDTIME, Moment, moment_of
from stillnight.domain.night import Episode, Night


def awakenings(
    night: Night, episodes: Iterable[Episode], bedtime: time = USUAL_BEDTIME, rollover: time = NOON
) -> list[Episode]:
    """The episodes after lights out and before the final waking, or getting up where that is not known.

    Where lights out is not known, those that began when the clock said night: from 2 h after the usual
    bedtime until 05:00.

    Args:
        night: The night.
        episodes: Its episodes.
        bedtime: The usual bedtime.
        rollover: When one night ends and the next begins.
    """
    dark, up = night.time("lights_out"), night.time("final_wake") or night.time("out_of_bed")

    def is_asleep_before(at: datetime) -> bool:
        if up is not None and at >= up:
            return False
        return at >= dark if dark is not None else moment_of(at, None, bedtime, rollover) is Moment.NIGHT

    return [one for one in episodes if is_asleep_before(one.at)]


def minutes_awake(bouts: Sequence[Episode]) -> int | None:
    """The least time spent awake in some episodes; ``None`` where one of them says nothing of it.

    From the beginning until the lights went out again, else the minutes of relief. One that lies within
    another, such as a second relief of the same bout, adds nothing.
    """
    total, last = 0, None
    for bout in sorted(bouts, key=lambda one: one.at.timestamp()):
        if last is not None and bout.at < last:
            if bout.back_at is None or bout.back_at <= last:
                continue
            total -= minutes_between(bout.at, last)
        known = bout.minutes if bout.back_at is None else max(minutes_between(bout.at, bout.back_at), 0)
        if known is None:
            return None
        total, last = total + known, bout.back_at or last
    return total
