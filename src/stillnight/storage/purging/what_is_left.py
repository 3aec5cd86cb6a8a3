"""What is left of a state, a damaged file or a log once purged records are gone from it. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from stillnight.storage.deeds.deed import Deed, Kind, Step, read_deed
from stillnight.storage.disk.log import is_mark
from stillnight.storage.layout.lines import dump, split
from stillnight.storage.layout.reading import Damage, read
from stillnight.storage.writes.notation import parse
from stillnight.storage.writes.record import PURGE_SIGN, PURGED, Rec, Write, gather
from stillnight.storage.writes.state import Key, State, home_of

Purges = Mapping[Key, str]
"""The records that were purged, each with the stamp of its newest purge."""


def purges_in(state: State) -> Purges:
    """Every record of a state that was purged."""
    return {
        (home_of(table), id): rec.purged
        for table, records in state.tables.items()
        for id, text in records.items()
        if PURGE_SIGN in text and (rec := parse(text)).purged
    }


def scrubbed(data: bytes, purges: Purges, known: State) -> bytes | None:
    """A journal's bytes without what was purged; ``None`` where nothing of it is in them.

    Of a damaged file only what can be read in it is left: nobody can tell what the rest was.

    Args:
        data: The file.
        purges: What was purged.
        known: What is known now: what is the same is not parsed again.
    """
    found = _found(data, purges, known)
    if found is None:
        return None
    state, held = found
    return dump(state.having({key: _purged(rec, purges[key]) for key, rec in held.items()}))


def emptied(data: bytes, purges: Purges, known: State) -> bytes | None:
    """As :func:`scrubbed`, with no mark left: for the copy of a journal at another place, away just now.

    A copy that somebody made may be a journal of its own by then, and nothing was purged from that one.
    """
    found = _found(data, purges, known)
    if found is None:
        return None
    state, held = found
    left = {key: _later(rec, purges[key]) for key, rec in held.items()}
    tables = {
        table: {id: text for id, text in records.items() if (home_of(table), id) not in held}
        for table, records in state.tables.items()
    }
    bare = State({table: records for table, records in tables.items() if records})
    return dump(bare.having({key: rec for key, rec in left.items() if rec.cells}))


def scrubbed_log(lines: Iterable[str], purges: Purges) -> list[str] | None:
    """A log's lines without what was purged; ``None`` where nothing of it is in them.

    A deed of which nothing is left goes, and what undid it goes with it; all others can still be undone.
    Torn lines go, too: they were never acknowledged, and nobody can tell what is in them.
    """
    before = list(lines)
    after: list[str] = []
    gone: set[str] = set()
    for line in before:
        if is_mark(line):
            after.append(line)
        elif (deed := read_deed(line)) is not None:
            left = _without(deed, purges)
            if deed.of in gone or (deed.steps and not left.steps):
                gone.add(deed.stamp)
            else:
                after.append(left.line() if left != deed else line)
    return after if after != before else None


def _found(data: bytes, purges: Purges, known: State) -> tuple[State, dict[Key, Rec]] | None:
    """What some bytes say, and the records in it that hold something purged; ``None`` for nothing to do."""
    state, is_whole = _state(data, purges, known)
    if state is None:
        return None
    held = {key: rec for key, at in purges.items() if _holds(rec := state.rec(*key), at)}
    return (state, held) if held or not is_whole else None


def _state(data: bytes, purges: Purges, known: State) -> tuple[State | None, bool]:
    """What some bytes say, and are they whole? No state where they are no journal."""
    tables = split(data)
    if tables is not None:
        state = State(tables)
        try:
            for key in purges:
                state.rec(*key)
            return state, True
        except (ValueError, RecursionError):
            pass
    found = read(data, known)
    if found.damage in (Damage.EMPTY, Damage.FOREIGN):
        return None, True
    return found.state, found.damage is None


def _holds(rec: Rec, at: str) -> bool:
    """Is there anything in a record that was purged?"""
    return any(write.stamp <= at and write.field != PURGED for write in rec.writes())


def _later(rec: Rec, at: str) -> Rec:
    return gather(write for write in rec.writes() if write.stamp > at or write.field == PURGED)


def _purged(rec: Rec, at: str) -> Rec:
    return gather((*rec.writes(), Write(at, PURGED, True)))


def _without(deed: Deed, purges: Purges) -> Deed:
    steps = tuple(_steps_left(deed, purges))
    return deed if steps == deed.steps else replace(deed, steps=steps)


def _steps_left(deed: Deed, purges: Purges) -> Iterator[Step]:
    """The steps that wrote nothing of what was purged, and that forget what stood there before."""
    for step in deed.steps:
        at = purges.get((step.table, step.id), "")
        if step.stamp <= at and deed.kind is not Kind.ASIDE:
            continue
        yield step._replace(was_stamp="", was_value=None) if "" < step.was_stamp <= at else step
