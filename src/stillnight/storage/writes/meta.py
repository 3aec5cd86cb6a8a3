"""What the journal says of itself: its id, its schema; and the newest stamp in it."""

from __future__ import annotations

import os

from stillnight.storage.writes import stamp
from stillnight.storage.writes.notation import parse
from stillnight.storage.writes.record import Cell, Rec, Write
from stillnight.storage.writes.state import META, SCHEMA, State, Tables

KEY = META, "1"
"""Where it stands."""


def schema_of(state: State) -> int:
    """The schema of a journal; the one known here where it says none."""
    schema = state.rec(*KEY).cell("schema").value
    return schema if isinstance(schema, int) else SCHEMA


def is_another(found: State, known: State) -> bool:
    """Has the file the id of a journal that was never this one? Somebody put another in its place."""
    theirs, ours = found.rec(*KEY).cell("journal").value, known.rec(*KEY)
    ids = [write.value for write in ours.writes() if write.field == "journal" and write.value is not None]
    return theirs is not None and bool(ids) and theirs not in ids


def with_meta(state: State, is_seen: bool = True) -> State:
    """The journal with an id and a schema, where it has none yet.

    They are stamped as older than anything: an id drawn while another device's file was not to be
    seen yields without a trace of disagreement, whoever meets whom first.

    Args:
        state: The journal.
        is_seen: Is it known what the file holds? A file that is there and cannot be read has an id.
    """
    rec = state.rec(*KEY)
    if rec.cell("journal").value is not None and rec.cell("schema").value is not None:
        return state
    drawn = {"journal": os.urandom(8).hex(), "schema": SCHEMA} if is_seen else {"schema": SCHEMA}
    cells = dict(rec.cells)
    for name, value in drawn.items():
        if rec.cell(name).value is None:
            cells[name] = Cell(stamp.unstamped(value), value)
    return state.having({KEY: Rec(cells, rec.history)})


def newest_between(before: State, after: State, now_ms: int) -> str:
    """The newest stamp in the records that differ, no more than a day ahead of the clock; or empty."""
    limit = stamp.make(now_ms + stamp.DAY_MS, 0xFFFF, "ffffffff")
    found = (at for text in _differing(before.tables, after.tables) for at in stamp.stamps_in(text))
    return max((at for at in found if at <= limit), default="")


def _differing(before: Tables, after: Tables) -> list[str]:
    texts = []
    for table, records in after.items():
        known = before.get(table, {})
        if known is not records:
            texts += [text for id, text in records.items() if known.get(id) != text]
    return texts


def devices_in(state: State) -> set[str]:
    """The short ids of every device that wrote something; edits by hand are of no device."""
    found: set[str] = set()
    for text in (text for records in state.tables.values() for text in records.values()):
        named = {stamp.device_of(at) for at in stamp.stamps_in(text) if stamp.ms_of(at)}
        if named - found:
            # the device of an edit by hand is made of the value, so the value has to be looked at
            writes = parse(text).writes()
            found |= {stamp.device_of(one.stamp) for one in writes if _is_of_device(one)}
    return found


def _is_of_device(write: Write) -> bool:
    return bool(stamp.ms_of(write.stamp)) and not stamp.is_by_hand(write.stamp, write.value)
