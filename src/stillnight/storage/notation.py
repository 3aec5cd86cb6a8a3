"""How a record is written down: the answers as plain fields, the rest beside them.

``_t`` tells the stamp of each field, ``_h`` the replaced writes, ``_w`` what a write had seen of others.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping
from typing import Any

from stillnight.storage import canon, stamp
from stillnight.storage.record import (
    BOOKKEEPING,
    HISTORY,
    NOTATION,
    PURGED,
    RAW,
    SEEN,
    STAMPS,
    Rec,
    Write,
    gather,
    newest_purge,
)


def decode(raw: Mapping[str, Any]) -> Rec:
    """A record as the file has it.

    A field without a valid stamp counts as older than all others, but no older than the purge that stands
    in the same record: it was put there by hand since. So was a ``null``: a cleared field has only a stamp.
    """
    stamps = _stamps(raw)
    writes = list(_replaced(raw.get(HISTORY, ())))
    held = {name: canon.normal(value) for name, value in raw.items() if name not in NOTATION}
    cleared = (name for name, value in held.items() if value is None and name in stamps)
    stamps |= {name: stamp.by_hand(stamps[name], None) for name in cleared}
    seen, odd = _seen(raw.get(SEEN), {name for name in held if held[name] is not None} | stamps.keys())
    writes += (Write(stamp.unstamped(one), SEEN, one) for one in odd)
    purged = newest_purge([*writes, *_cells({PURGED: held.get(PURGED)}, stamps, seen)])
    return gather([*writes, *_cells({**dict.fromkeys(stamps), **held}, stamps, seen, purged)])


def parse(text: str) -> Rec:
    """A record out of its canonical text."""
    raw = json.loads(text)
    return decode(raw if isinstance(raw, dict) else {RAW: raw})


def encode(rec: Rec) -> str:
    """The canonical text of a record."""
    raw = {name: cell.value for name, cell in rec.cells.items() if cell.value is not None}
    by_stamp: dict[str, list[str]] = {}
    for name, cell in rec.cells.items():
        by_stamp.setdefault(cell.stamp, []).append(name)
    if len(by_stamp) == 1 and len(raw) == len(rec.cells):
        raw[STAMPS] = next(iter(by_stamp))
    elif by_stamp:
        raw[STAMPS] = {at: sorted(names) for at, names in by_stamp.items()}
    if rec.history:
        raw[HISTORY] = [
            [*write[:3], _noted(write.seen)] if write.seen else write[:3] for write in rec.history
        ]
    seen = {name: _noted(cell.seen) for name, cell in rec.cells.items() if cell.seen}
    if seen:
        raw[SEEN] = seen
    return canon.text(raw)


def visible(text: str) -> dict[str, Any]:
    """The answers in a record's canonical text."""
    raw = json.loads(text)
    if not isinstance(raw, dict):
        return {}
    return {name: value for name, value in raw.items() if name not in BOOKKEEPING}


def _cells(
    held: Mapping[str, Any],
    stamps: Mapping[str, str],
    seen: Mapping[str, tuple[str, ...]],
    purged: str = "",
) -> Iterator[Write]:
    """The writes that a record's fields stand for."""
    for name, value in held.items():
        if value is None and name not in stamps:
            continue
        at = stamps.get(name) or stamp.unstamped(value)
        if at <= purged and name != PURGED and value is not None:
            at = stamp.by_hand(purged, value)
        yield Write(at, name, value, seen.get(name, ()))


def _stamps(raw: Mapping[str, Any]) -> dict[str, str]:
    kept = raw.get(STAMPS)
    if isinstance(kept, str):
        return dict.fromkeys(raw.keys() - NOTATION, kept) if stamp.is_stamp(kept) else {}
    found: dict[str, str] = {}
    for at, names in kept.items() if isinstance(kept, dict) else ():
        if stamp.is_stamp(at) and isinstance(names, list):
            for name in names:
                if isinstance(name, str) and name not in NOTATION:
                    found[name] = max(at, found.get(name, ""))
    return found


def _seen(kept: Any, names: Container[str]) -> tuple[dict[str, tuple[str, ...]], list[Any]]:
    """What stands in ``_w`` for the fields there are; and what makes no sense in it."""
    if not isinstance(kept, dict):
        return {}, [] if kept is None else [canon.normal(kept)]
    found: dict[str, tuple[str, ...]] = {}
    odd: dict[str, Any] = {}
    for name, noted in kept.items():
        seen = _read_seen(noted)
        if seen is None or name not in names:
            odd[name] = canon.normal(noted)
        else:
            found[name] = seen
    return found, [odd] if odd else []


def _noted(seen: tuple[str, ...]) -> str | list[str]:
    """One stamp as text, several as a list."""
    return seen[0] if len(seen) == 1 else list(seen)


def _read_seen(noted: Any) -> tuple[str, ...] | None:
    """The way back; ``None`` where it makes no sense."""
    stamps = noted if isinstance(noted, list) else [noted]
    return tuple(sorted(set(stamps))) if all(stamp.is_stamp(at) for at in stamps) else None


def _replaced(kept: Any) -> Iterator[Write]:
    """What stands in ``_h``; an entry of no sense is carried as a value of ``_h`` itself."""
    for entry in kept if isinstance(kept, list | tuple) else (kept,):
        match entry:
            case [str(at), str(name), value] if stamp.is_stamp(at):
                yield Write(at, name, canon.normal(value))
            case [str(at), str(name), value, noted] if stamp.is_stamp(at) and _read_seen(noted):
                yield Write(at, name, canon.normal(value), _read_seen(noted) or ())
            case None:
                pass
            case _:
                odd = canon.normal(entry)
                yield Write(stamp.unstamped(odd), HISTORY, odd)
