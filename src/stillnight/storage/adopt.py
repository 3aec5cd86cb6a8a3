"""Edits made without us: by plain TinyDB, by an editor, by another program.

Such an edit changes a value and leaves its stamp. It shows because the replica of this device knows
another value under that stamp, and it gets a stamp made of the bytes alone.
"""

from __future__ import annotations

from stillnight.storage import canon, stamp
from stillnight.storage.record import Cell, Rec
from stillnight.storage.state import Key, State, home_of


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
            theirs = found.rec(*key)
            adopted = _restamped(theirs, known.rec(*key))
            if adopted is not theirs:
                edited[key] = adopted
    return found.having(edited) if edited else found


def _restamped(theirs: Rec, ours: Rec) -> Rec:
    """A record whose hand-made values stand after those they were made of."""
    values: dict[tuple[str, str], set[str]] = {}
    for write in ours.writes():
        values.setdefault((write.field, write.stamp), set()).add(canon.text(write.value))
    cells = dict(theirs.cells)
    for name, cell in theirs.cells.items():
        replaced = _replaced(name, cell, ours, values)
        if replaced:
            cells[name] = Cell(stamp.by_hand(replaced, cell.value), cell.value)
    return theirs if cells == theirs.cells else Rec(cells, theirs.history)


def _replaced(name: str, cell: Cell, ours: Rec, values: dict[tuple[str, str], set[str]]) -> str:
    """The stamp of the value that somebody wrote over; empty when nobody did."""
    mine = values.get((name, cell.stamp))
    if mine is not None:
        return "" if canon.text(cell.value) in mine else cell.stamp
    held = ours.cell(name)
    if held.stamp and stamp.ms_of(cell.stamp) == 0 == stamp.ms_of(held.stamp) and held.value != cell.value:
        return held.stamp if cell.stamp == stamp.unstamped(cell.value) else ""
    return ""
