"""A guided session on its way into the journal: at its first second, mended when it ends.

A session is two deeds, its beginning and its end, because the first has to be safe long before the second is
known. So one undo takes back how it ended, and the next takes back that it was begun. A rating that is given
later is a deed of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from stillnight.domain.clock_rule import night_of, stamp_text
from stillnight.domain.fields import RATING
from stillnight.domain.ids import timed_id
from stillnight.domain.night import EPISODES, SESSIONS, Episode, episode_of
from stillnight.domain.ports import Change, Deletion, Receipt
from stillnight.domain.values import Value
from stillnight.journal.desk import Desk
from stillnight.journal.episodes import KINDS, read_episode


@dataclass(frozen=True, slots=True)
class Begun:
    """A session that was begun and is in the journal already, so that nothing is lost if the lights go out.

    Attributes:
        number: The id of its episode, or of its session where it is none.
        relief: The tip's id.
        at: When it began; of a bout that was there already, when the bout began.
        severity: The urge before; ``None`` or 0 makes it no episode.
        table: The table in which it stands.
    """

    number: int
    relief: str
    at: datetime
    severity: int | None = None
    table: str = SESSIONS


def begin(desk: Desk, relief: str, title: str, severity: int | None = None, bout: int | None = None) -> Begun:
    """Note that a session begins now, as not completed.

    Args:
        desk: The store and the clock.
        relief: The tip's id.
        title: What it is called where it is undone.
        severity: The urge before, 0-10.
        bout: The id of an episode of which this is the relief. One that has a relief already, another one
            or the same that was done, keeps it, and the session stands beside it; one that is gone, or has no
            time to read, is no hindrance.

    Raises:
        FieldError: If the urge is out of range.
        StoreError: If it could not be made safe.
    """
    there = episode_of(desk.store.get(EPISODES, bout) or {}) if bout is not None else None
    deed = f"{title.lower()} at {_now(desk):%H:%M}"
    if bout is not None and there is not None and _is_free(there, relief):
        begun = Begun(bout, relief, there.at, there.severity, EPISODES)
        changes = [Change(EPISODES, bout, "relief", relief), Change(EPISODES, bout, "completed", False)]
        desk.store.write(deed, changes)
        return begun
    now = _now(desk)
    urge = None if severity is None else _urge(desk, now, severity)
    is_episode = bool(urge) and there is None
    begun = Begun(timed_id(now), relief, now, urge, EPISODES if is_episode else SESSIONS)
    desk.store.write(deed, _whole(desk, begun, {"completed": False}))
    return begun


def _is_free(bout: Episode, relief: str) -> bool:
    """Has a bout room for a relief: nothing was done against it yet, but that this very one was begun?"""
    if bout.relief is None:
        return True
    is_open = bout.after is None and (bout.minutes is None or not bout.is_tried)
    return bout.relief == relief and is_open


def rate_before(desk: Desk, begun: Begun, severity: int) -> Begun:
    """Give the urge before a session that was begun without one; from 1 on it becomes an episode.

    Raises:
        FieldError: If it is out of range.
        StoreError: If it could not be made safe.
    """
    urge = _urge(desk, begun.at, severity)
    is_moved = begun.table == SESSIONS and urge > 0 and not begun.severity
    rated = replace(begun, severity=urge, table=EPISODES if is_moved else begun.table)
    there = desk.store.get(begun.table, begun.number)
    changes: list[Change | Deletion] = [Change(rated.table, rated.number, "severity", urge)]
    if is_moved or there is None:
        kept = {name: value for name, value in (there or {}).items() if name in KINDS}
        changes = [Deletion(SESSIONS, begun.number)] if is_moved else []
        changes += _whole(desk, rated, {"completed": False, **kept, "severity": urge})
    desk.store.write(f"urge {urge} before it", changes)
    return rated


def finish(
    desk: Desk, begun: Begun, title: str, minutes: int, completed: bool, after: int | None = None
) -> Receipt:
    """Note how a session ended; only that is written, so that what was changed elsewhere meanwhile stays.

    One that was deleted meanwhile comes back whole, as a later edit brings back anything that was deleted.

    Raises:
        FieldError: If a number is out of range.
        StoreError: If it could not be made safe.
    """
    ending: dict[str, Value] = {"minutes": minutes, "completed": completed}
    ending |= {} if after is None else {"after": after}
    frame = desk.frame(night_of(begun.at, desk.rollover))
    ending = {name: KINDS[name].read(name, value, frame) for name, value in ending.items()}
    label = f"end of {title.lower()} at {begun.at:%H:%M}"
    if _is_whole(desk, begun):
        receipt = desk.store.write(label, _of(begun, ending))
        if _is_whole(desk, begun):
            return receipt
    # the write has read the file: another program had taken the session away, and there may be a part of it
    return desk.store.write(label, _whole(desk, begun, ending))


def _is_whole(desk: Desk, begun: Begun) -> bool:
    """Is it there, with its time? What has none belongs to no night, and nobody would see it."""
    there = desk.store.get(begun.table, begun.number)
    return there is not None and isinstance(there.get("at"), str)


def _whole(desk: Desk, begun: Begun, values: dict[str, Value]) -> list[Change]:
    """What writes all of a session."""
    known: dict[str, Value] = {"severity": begun.severity, "relief": begun.relief}
    frame = desk.frame(night_of(begun.at, desk.rollover))
    record = read_episode({"at": stamp_text(begun.at), **known, **values}, frame)
    return _of(begun, record)


def _of(begun: Begun, values: dict[str, Value]) -> list[Change]:
    return [Change(begun.table, begun.number, name, value) for name, value in values.items()]


def _urge(desk: Desk, at: datetime, severity: int) -> int:
    value = RATING.read("severity", severity, desk.frame(night_of(at, desk.rollover)))
    assert isinstance(value, int), "a rating is a whole number"
    return value


def _now(desk: Desk) -> datetime:
    return desk.clock.now().astimezone(desk.clock.zone)
