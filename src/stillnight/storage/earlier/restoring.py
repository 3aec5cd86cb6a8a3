"""An earlier state beside the one known now: what differs, and the writes that bring a record back.

Pure functions. What is brought back are new writes, so that they win on every device.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from stillnight.domain.clock_rule import read_date
from stillnight.domain.ids import night_of_id
from stillnight.domain.keeping import Differing, Fate
from stillnight.domain.ports import NIGHTS
from stillnight.storage.deeds.deed import Step
from stillnight.storage.deeds.plan import write_over
from stillnight.storage.writes import canon, stamp
from stillnight.storage.writes.origin import mark, typed
from stillnight.storage.writes.placing import OURS
from stillnight.storage.writes.record import DELETED, ORIGIN, Rec
from stillnight.storage.writes.state import HOUSEKEEPING, Key, State


def differences(then: State, now: State) -> Iterator[Differing]:
    """Every record that does not show what it showed then: nights first, then the other tables in order.

    What is said of the journal and its devices is left out: nobody wants that as it was.
    """
    for table in sorted(OURS - HOUSEKEEPING, key=lambda name: (name != NIGHTS, name)):
        was, held = then.tables.get(table, {}), now.tables.get(table, {})
        changed = [id for id in was.keys() | held.keys() if was.get(id) != held.get(id) and is_id(id)]
        for id in sorted(changed, key=int):
            found = _differing((table, id), then.rec(table, id), now.rec(table, id))
            if found is not None:
                yield found


def steps_back(key: Key, then: Rec, now: Rec, base: str, device: str) -> list[Step]:
    """The steps that let a record show what it showed then; each value remembers when it was typed.

    Args:
        key: The record.
        then: What it was; a record that was not there goes to the bin.
        now: What it is.
        base: The deed's stamp.
        device: This device's id.
    """
    newest = max((write.stamp for write in now.writes()), default="")
    at = base if base > newest else stamp.following(newest, device)
    was, held = shown(then), now.live()
    if not was:
        return write_over(key, now, {DELETED: True} if shown(now) else {}, at, device)
    changed = {name for name in was if canon.text(was[name]) != canon.text(held.get(name))}
    stamps = typed(then, dict.fromkeys(changed))
    wanted: dict[str, Any] = {**dict.fromkeys(held), **was}
    if now.is_deleted:
        wanted[DELETED] = None
    steps = write_over(key, now, wanted, at, device, stamps)
    if stamps:
        # written even where the last one said the same: it speaks of what is stamped as it is
        steps.append(Step(*key, ORIGIN, mark(stamps), at, *now.cell(ORIGIN)[:2]))
    return steps


def shown(rec: Rec) -> dict[str, Any]:
    """What a record shows to people: nothing while it lies in the bin."""
    return {} if rec.is_in_bin else rec.live()


def night_of_key(key: Key, *records: dict[str, Any]) -> date | None:
    """The night to which a record belongs: by its id, or by the night that it names."""
    if key[0] == NIGHTS:
        try:
            return night_of_id(int(key[1]))
        except ValueError:
            return None
    return next(filter(None, (read_date(record.get("night")) for record in records)), None)


def _differing(key: Key, then: Rec, now: Rec) -> Differing | None:
    was, held = shown(then), shown(now)
    if canon.text(was) == canon.text(held):
        return None
    fate = Fate.CHANGED if was and held else Fate.ADDED if held else Fate.DELETED
    if was and now.purged and (not now.live() or then.newest() <= now.purged):
        fate = Fate.PURGED  # be it that something new was entered since
    return Differing(key[0], int(key[1]), night_of_key(key, was, held), fate, was, held)


def is_id(id: str) -> bool:
    """Is an id a number, as those of all our records are?"""
    return id.removeprefix("-").isdecimal() and id.isascii()
