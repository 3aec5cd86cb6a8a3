"""What is seen first: tonight, the moment and the month's marks, as they are or as remembered from last time.

A journal in a cloud folder may take seconds to read; what it held when the program was last left is known at
once and almost always still true.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from stillnight.domain.clock_rule import night_of, parse_clock, read_date, read_stamp
from stillnight.domain.errors import FieldError
from stillnight.domain.moment import Moment, moment_of, night_over
from stillnight.domain.month import grid_of, shift_day
from stillnight.domain.preferences import Preferences
from stillnight.journal.browse import Mark, legs_among
from stillnight.journal.journal import Journal

LATELY = 7
"""So many nights the line under the calendar counts."""

Memory = Mapping[str, Any]
"""A sight as it is kept between two runs: plain values."""


class Sight(NamedTuple):
    """What the first frame shows.

    Attributes:
        tonight: The night in which we are.
        cursor: The night that is opened; another one where a morning is asked for in the evening.
        moment: Evening, night or morning.
        marks: What is known of the month's nights.
        legs_on: Nights with symptoms and nights rated, of the last seven.
    """

    tonight: date
    cursor: date
    moment: Moment
    marks: Mapping[date, Mark]
    legs_on: tuple[int, int]


def sight_of(journal: Journal, moment: Moment | None = None) -> Sight:
    """What is seen of an open journal.

    Args:
        journal: The journal.
        moment: The moment that was asked for; ``None`` goes by the clock.
    """
    tonight, browse, clock = journal.tonight, journal.browse, journal.desk.clock
    wanted = moment or browse.moment()
    cursor = opened(clock.now().astimezone(clock.zone), tonight, wanted)
    grid = grid_of(cursor)
    marks = browse.marks(grid.first, grid.last)
    return Sight(tonight, cursor, wanted, marks, browse.legs_on(tonight, LATELY))


def opened(now: datetime, tonight: date, moment: Moment) -> date:
    """The night that Home opens: in the morning the one that is over.

    Args:
        now: The moment, in the user's zone.
        tonight: The night in which we are.
        moment: The moment by the clock, or the one that was asked for.
    """
    return night_over(now, tonight) if moment is Moment.MORNING else tonight


def memory_of(journal: Journal) -> Memory:
    """What is worth remembering of a journal until it is opened again."""
    tonight, browse = journal.tonight, journal.browse
    grid = grid_of(tonight)
    marks = browse.marks(shift_day(grid.first, -LATELY), grid.last)
    lights_out = browse.night(tonight).get("lights_out")
    return {
        "night": tonight.isoformat(),
        "rollover": f"{journal.desk.rollover:%H:%M}",
        "lights_out": lights_out if isinstance(lights_out, str) else None,
        "marks": {day.isoformat(): list(mark) for day, mark in marks.items()},
    }


def remembered(
    memory: Memory, now: datetime, preferences: Preferences, moment: Moment | None = None
) -> Sight | None:
    """What would be seen if nothing has changed since; ``None`` where the memory makes no sense.

    Args:
        memory: What was kept.
        now: The moment, in the user's zone.
        preferences: The usual bedtime tells evening from night.
        moment: The moment that was asked for; ``None`` goes by the clock.
    """
    try:
        marks = {date.fromisoformat(day): Mark(*mark) for day, mark in memory["marks"].items()}
        rollover = parse_clock(memory["rollover"])
        legs_among(marks.values())
    except (KeyError, ValueError, TypeError, AttributeError, FieldError):
        return None
    tonight = night_of(now, rollover)
    lights_out = read_stamp(memory.get("lights_out")) if read_date(memory.get("night")) == tonight else None
    wanted = moment or moment_of(now, lights_out, preferences.bedtime, rollover)
    cursor = opened(now, tonight, wanted)
    grid = grid_of(cursor)
    last = shift_day(tonight, 1 - LATELY)
    return Sight(
        tonight,
        cursor,
        wanted,
        {day: mark for day, mark in marks.items() if grid.first <= day <= grid.last},
        legs_among(mark for day, mark in marks.items() if last <= day <= tonight),
    )
