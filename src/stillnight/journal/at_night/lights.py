"""The lights go out, for the first time or again after pacing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from stillnight.domain.awakening import awakenings
from stillnight.domain.clock_rule import stamp_text, time_between
from stillnight.domain.night import Episode
from stillnight.domain.ports import Receipt
from stillnight.journal.at_night.urge_log import newest_bout
from stillnight.journal.journal import Journal

ONCE = timedelta(minutes=15)
"""Who was back in bed longer ago has slept meanwhile, and got up from another bout; our choice."""


class Lights(NamedTuple):
    """What became of the wish to mark the lights.

    Attributes:
        words: What was done, in a few words without a clock time.
        receipt: What became of the write; ``None`` where there was nothing to mark.
    """

    words: str
    receipt: Receipt | None = None


def are_out(journal: Journal) -> bool:
    """Are the lights of tonight out already?

    Where nobody noted when they went out, a bout that began by night counts as one from sleep. That the
    lights go out after it does not make it one from before: when they did for the first time stays open.
    """
    night, desk = journal.browse.night(journal.tonight), journal.desk
    if night.time("lights_out") is not None:
        return True
    newest = newest_bout(journal)
    return newest is not None and bool(
        awakenings(night, [newest[1]], desk.preferences.bedtime, desk.rollover)
    )


def mark_lights(journal: Journal) -> Lights:
    """Note that the lights go out now: of the night, or once they did of the bout that got one out of bed.

    Raises:
        StoreError: If it could not be made safe; nothing was changed then.
    """
    tonight, now = journal.tonight, journal.desk.clock.now()
    if not are_out(journal):
        return Lights("lights out", journal.record.lights_out(tonight, now))
    lights_out = journal.browse.night(tonight).time("lights_out")
    newest = newest_bout(journal, since=lights_out)
    if newest is None or _is_settled(newest[1], lights_out, now):
        return Lights("nothing to mark")
    number, episode = newest
    back = {"back_at": stamp_text(now), "out_of_bed": True}
    changes = journal.record.bout(episode.at, back, number)
    return Lights("lights out again", journal.desk.store.write("lights out again", changes))


def _is_settled(bout: Episode, lights_out: datetime | None, now: datetime) -> bool:
    """Did the lights go out after it already: long ago, or by a key that was hit twice?"""
    if bout.back_at is not None:
        return time_between(bout.back_at, now) > ONCE
    return lights_out is not None and stamp_text(lights_out) == stamp_text(now)
