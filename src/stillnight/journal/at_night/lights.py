"""The lights go out, for the first time or again after pacing."""

from __future__ import annotations

from typing import NamedTuple

from stillnight.domain.clock_rule import stamp_text
from stillnight.domain.ports import Receipt
from stillnight.journal.at_night.urge_log import newest_bout
from stillnight.journal.journal import Journal


class Lights(NamedTuple):
    """What became of the wish to mark the lights.

    Attributes:
        words: What was done, in a few words without a clock time.
        receipt: What became of the write; ``None`` where there was nothing to mark.
    """

    words: str
    receipt: Receipt | None = None


def mark_lights(journal: Journal) -> Lights:
    """Note that the lights go out now: of the night, or once they did of the bout that got one out of bed.

    Raises:
        StoreError: If it could not be made safe; nothing was changed then.
    """
    tonight, now = journal.tonight, journal.desk.clock.now()
    lights_out = journal.browse.night(tonight).time("lights_out")
    if lights_out is None:
        return Lights("lights out", journal.record.lights_out(tonight, now))
    newest = newest_bout(journal, since=lights_out)
    if newest is None:
        return Lights("nothing to mark")
    number, episode = newest
    back = {"back_at": stamp_text(now), "out_of_bed": True}
    changes = journal.record.bout(episode.at, back, number)
    return Lights("lights out again", journal.desk.store.write("lights out again", changes))
