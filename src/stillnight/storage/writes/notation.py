"""How a record is written down: the answers as plain fields, the rest beside them.

``_t`` tells the stamp of each field, ``_h`` the replaced writes, ``_w`` what a write had seen of others.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from stillnight.storage.writes import canon, stamp
from stillnight.storage.writes.record import (
    BOOKKEEPING,
    HISTORY,
    NOTATION,
    PURGED,
    RAW,
    SEEN,
    STAMPS,
    Cell,
    Rec,
    Write,
    gather,
    gathered,
    newest_purge,
)

_NOTHING: Mapping[str, Any] = {}


def decode(raw: Mapping[str, Any]) -> Rec:
    """A record as the file has it.

    A field without a valid stamp counts as older than all others, but no older than the purge that stands
    in the same record: it was put there by hand since. So was a ``null``: a cleared field has only a stamp.
    """
    stamps = _stamps(raw)
    replaced = list(_replaced(raw.get(HISTORY, ())))
    held = {name: canon.normal(value) for name, value in raw.items() if name not in NOTATION}
    cleared = (name for name, value in held.items() if value is None and name in stamps)
    stamps |= {name: stamp.by_hand(stamps[name], None) for name in cleared}
    seen, odd = _seen(raw.get(SEEN), {name for name in held if held[name] is not None} | stamps.keys())
    replaced += (Write(stamp.unstamped(one), SEEN, one) for one in odd)
    purged = newest_purge([*replaced, *_cells({PURGED: held.get(PURGED)}, stamps, seen)])
    cells = _cells(dict.fromkeys(stamps) | held, stamps, seen, purged)
    return gather((*replaced, *cells)) if purged else gathered(cells, replaced)


def parse(text: str) -> Rec:
    """A record out of its canonical text."""
    return _rec(json.loads(text))


def parse_all(texts: Iterable[str]) -> list[Rec]:
    """Records out of their canonical texts, in one go: that is faster where they are many."""
    return [_rec(raw) for raw in json.loads(f"[{','.join(texts)}]")]


def encode(rec: Rec) -> str:
    """The canonical text of a record."""
    raw: dict[str, Any] = {}
    names: dict[str, list[str]] = {}
    seen: dict[str, str | list[str]] = {}
    for name, cell in rec.cells.items():
        at, value, noted = cell
        names.setdefault(at, []).append(name)
        if value is not None:
            raw[name] = value
        if noted:
            seen[name] = _noted(noted)
    if names:
        has_one_stamp = len(names) == 1 and len(raw) == len(rec.cells)
        raw[STAMPS] = next(iter(names)) if has_one_stamp else {at: sorted(names[at]) for at in names}
    if rec.history:
        raw[HISTORY] = [
            (at, name, value, _noted(noted)) if noted else (at, name, value)
            for at, name, value, noted in rec.history
        ]
    if seen:
        raw[SEEN] = seen
    return canon.written(raw)


def visible(text: str) -> dict[str, Any]:
    """The answers in a record's canonical text."""
    raw = json.loads(text)
    if not isinstance(raw, dict):
        return {}
    return {name: value for name, value in raw.items() if name not in BOOKKEEPING}


def _rec(raw: Any) -> Rec:
    """The record that canonical text says; what was written by another hand is decoded with care."""
    if not isinstance(raw, dict):
        return decode({RAW: raw})
    try:
        return _as_written(raw) or decode(raw)
    except (TypeError, ValueError, KeyError, AttributeError):
        return decode(raw)


def _as_written(raw: Mapping[str, Any]) -> Rec | None:
    """A record as :func:`encode` wrote it: its newest and its replaced writes are told apart already."""
    stamps, seen = raw.get(STAMPS), raw.get(SEEN, _NOTHING)
    if isinstance(stamps, str):
        cells = {name: Cell(stamps, value) for name, value in raw.items() if name not in NOTATION}
        stamps = (stamps,)
    elif isinstance(stamps, dict):
        cells = {name: Cell(at, raw.get(name)) for at, names in stamps.items() for name in names}
        if not raw.keys() - cells.keys() <= NOTATION:
            return None
    else:
        return None
    for name, noted in seen.items():
        cells[name] = cells[name]._replace(seen=_seen_of(noted))
    history = [Write(*entry[:3], *map(_seen_of, entry[3:])) for entry in raw.get(HISTORY, ())]
    is_sound = all(map(stamp.is_stamp, {*stamps, *(write.stamp for write in history)}))
    return Rec(cells, tuple(history)) if is_sound else None


def _seen_of(noted: str | list[str]) -> tuple[str, ...]:
    return (noted,) if isinstance(noted, str) else tuple(noted)


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
