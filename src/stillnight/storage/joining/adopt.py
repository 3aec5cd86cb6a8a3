"""Edits made without us: by plain TinyDB, by an editor, by another program.

Such an edit changes a value and leaves its stamp. It shows because the replica of this device knows
another value under that stamp, and it gets a stamp made of the bytes alone.

What was merely taken out, a field or a whole record, comes back: a file that lacks something may as well
be an old one. To clear a field by hand, set it to ``null``.
"""

from __future__ import annotations

from typing import Any

from stillnight.storage.joining.heads import writes_of
from stillnight.storage.writes import canon, stamp
from stillnight.storage.writes.placing import OURS
from stillnight.storage.writes.record import PURGED, Cell, Rec
from stillnight.storage.writes.state import Key, State, home_of


def adopt(found: State, known: State) -> State:
    """What was found in the file, with every edit made without us stamped as one.

    Args:
        found: The file's state.
        known: What this device knows of the journal: its replica and its log.
    """
    edited: dict[Key, Rec] = {}
    for table, records in found.tables.items():
        mine = known.tables.get(table, {})
        for id, text in records.items():
            if mine.get(id) == text:
                continue
            key = home_of(table), id
            if known.text(*key) is None:
                continue
            theirs = found.rec(*key)
            adopted = _restamped(theirs, known.rec(*key), key[0] not in OURS)
            if adopted is not theirs:
                edited[key] = adopted
    return found.having(edited) if edited else found


def _restamped(theirs: Rec, ours: Rec, is_foreign: bool) -> Rec:
    """A record whose hand-made values stand after those they were made of.

    Args:
        theirs: The record as the file has it.
        ours: The record as this device knows it.
        is_foreign: Is it another program's? That one may write without stamps again and again.
    """
    cells = {}
    for name, cell in theirs.cells.items():
        held = ours.cell(name)
        if held[:2] == cell[:2] and canon.is_one(held.value, cell.value):
            cells[name] = cell
            continue
        mine = [write.value for write in writes_of(ours, name) if write.stamp == cell.stamp]
        if cell.value is None and any(value is not None for value in mine):
            continue  # its stamp is left and its value gone, and one write gives one value
        replaced = _replaced(name, cell, held, mine, is_foreign)
        cells[name] = Cell(stamp.by_hand(replaced, cell.value), cell.value) if replaced else cell
    return theirs if cells == theirs.cells else Rec(cells, theirs.history)


def _replaced(name: str, cell: Cell, held: Cell, mine: list[Any], is_foreign: bool) -> str:
    """The stamp of the value that somebody wrote over; empty when nobody did.

    Args:
        name: The field.
        cell: What the file has.
        held: What this device has.
        mine: Every value that this device knows under the stamp that the file has.
        is_foreign: Is the record another program's?
    """
    if name == PURGED:
        return ""
    if mine and not any(canon.is_one(value, cell.value) for value in mine):
        return cell.stamp
    has_none = held.stamp and not stamp.ms_of(held.stamp) and cell.stamp == stamp.unstamped(cell.value)
    if has_none and (is_foreign or not mine) and not canon.is_one(held.value, cell.value):
        return held.stamp
    return ""
