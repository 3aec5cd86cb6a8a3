"""Edits made without us: by plain TinyDB, by an editor, by another program.

Such an edit changes a value and leaves its stamp. It shows because the replica of this device knows
another value under that stamp, and it gets a stamp made of the bytes alone.

What was merely taken out, a field or a whole record, comes back: a file that lacks something may as well
be an old one. To clear a field by hand, set it to ``null``.
"""

from __future__ import annotations

from stillnight.storage import canon, stamp
from stillnight.storage.placing import OURS
from stillnight.storage.record import PURGED, Cell, Rec
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
    values: dict[tuple[str, str], set[str]] = {}
    for write in ours.writes():
        values.setdefault((write.field, write.stamp), set()).add(canon.text(write.value))
    cells = {}
    for name, cell in theirs.cells.items():
        if _is_taken_out(name, cell, ours):
            continue
        replaced = _replaced(name, cell, ours, values, is_foreign)
        cells[name] = Cell(stamp.by_hand(replaced, cell.value), cell.value) if replaced else cell
    return theirs if cells == theirs.cells else Rec(cells, theirs.history)


def _is_taken_out(name: str, cell: Cell, ours: Rec) -> bool:
    """Is a field's stamp left, and its value gone? Nobody wrote that: one write gives one value."""
    return cell.value is None and any(
        write[:2] == (cell.stamp, name) and write.value is not None for write in ours.writes()
    )


def _replaced(
    name: str, cell: Cell, ours: Rec, values: dict[tuple[str, str], set[str]], is_foreign: bool
) -> str:
    """The stamp of the value that somebody wrote over; empty when nobody did."""
    if name == PURGED:
        return ""
    text, held = canon.text(cell.value), ours.cell(name)
    mine = values.get((name, cell.stamp), set())
    if mine and text not in mine:
        return cell.stamp
    is_bare = cell.stamp == stamp.unstamped(cell.value) and held.stamp and stamp.ms_of(held.stamp) == 0
    if is_bare and (is_foreign or not mine) and canon.text(held.value) != text:
        return held.stamp
    return ""
