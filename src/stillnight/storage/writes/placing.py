"""Where each record of a file belongs: what came without us is adopted, what nobody knows is carried.

A pure function of the file's content, so that every device that meets it says the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import reduce
from typing import Any, NamedTuple

from stillnight.domain.ids import hashed_id, night_id
from stillnight.domain.ports import NIGHTS
from stillnight.storage.writes import canon, stamp
from stillnight.storage.writes.notation import decode, encode, parse
from stillnight.storage.writes.record import HISTORY, PURGE_SIGN, PURGED, RAW, SEEN, STAMPS, union
from stillnight.storage.writes.state import META, Key, State, Tables, home_of, placed

PLAIN, UNPLACED = "_default", "unplaced"
"""TinyDB's own table; and where records without a date are kept until somebody gives them one."""

OURS = frozenset(
    (
        NIGHTS,
        META,
        "episodes",
        "medicines",
        "doses",
        "labs",
        "marks",
        "flags",
        "trials",
        "factors",
        "profile",
        "reliefs",
        "sessions",
        "programmes",
        "numbers",
        "devices",
    )
)
"""Tables whose records always carry stamps; those of other tables stay as they are until they change."""

_NOTED = {HISTORY, SEEN, PURGED}


class Repeated(dict[str, Any]):
    """A JSON object in which a name stands more than once: a line pasted twice, a merge by hand.

    Attributes:
        pairs: Every name and value as they stand.
    """

    pairs: list[tuple[str, Any]]

    @classmethod
    def of(cls, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """A plain mapping, or one that remembers what it could not hold."""
        plain = dict(pairs)
        if len(plain) == len(pairs):
            return plain
        repeated = cls(pairs)
        repeated.pairs = pairs
        return repeated


class Bare(NamedTuple):
    """A record that carries no stamp at all: another hand made it.

    Attributes:
        raw: Its fields.
        is_ours: Does it belong to a table whose records always carry stamps?
    """

    raw: Mapping[str, Any]
    is_ours: bool

    def told(self, purged: str) -> str:
        """Its text: older than all stamped values, and no older than a purge of its id."""
        if purged:
            return encode(decode({**self.raw, PURGED: True, STAMPS: {purged: [PURGED]}}))
        return encode(decode(self.raw)) if self.is_ours else canon.text(self.raw)


Found = str | Bare


def place(content: Mapping[str, Any], known: State, purges: State) -> State:
    """The state that a parsed file means.

    Args:
        content: Tables of records, as TinyDB has them.
        known: A state whose texts need no second look.
        purges: A state after whose purges a record without any stamp was made.
    """
    return place_records(_records(content), known, purges)


def place_records(records: Iterable[tuple[str, str, Any]], known: State, purges: State) -> State:
    """The state that some records, each with its table and id, mean; of two with one id, both count."""
    sure: dict[str, dict[str, str]] = {}
    rest: dict[Key, list[Found]] = {}
    for table, id, raw in records:
        text = canon.text(raw)
        held = sure.setdefault(table, {})
        if id not in held and known.tables.get(table, {}).get(id) == text:
            held[id] = text
            continue
        key, rec = _adopted(home_of(table), id, raw)
        rest.setdefault(key, []).append(rec)
    return _with(State({name: held for name, held in sure.items() if held}), rest, purges)


def place_lines(tables: Tables, known: State, purges: State) -> State:
    """The state that canonically laid out lines mean; only lines that are not known are parsed.

    Raises:
        ValueError: If a line is no JSON.
    """
    sure: dict[str, dict[str, str]] = {}
    rest: dict[Key, list[Found]] = {}
    for table, records in tables.items():
        mine = known.tables.get(table, {})
        sure[table] = {id: text for id, text in records.items() if mine.get(id) == text}
        if len(sure[table]) == len(records):
            continue
        for id, text in records.items():
            if id not in sure[table]:
                raw = json.loads(text, object_pairs_hook=Repeated.of, parse_constant=str)
                key, rec = _adopted(home_of(table), id, raw)
                rest.setdefault(key, []).append(rec)
    return _with(State({name: held for name, held in sure.items() if held}), rest, purges)


def _records(content: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Every record of a file; a table that is none counts as one record of its own."""
    for table, records in _pairs(content):
        if not isinstance(records, dict):
            yield table, RAW, records
            continue
        for id, raw in _pairs(records):
            yield table, id, raw


def _pairs(mapping: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return mapping.pairs if isinstance(mapping, Repeated) else list(mapping.items())


def _adopted(table: str, id: str, raw: Any) -> tuple[Key, Found]:
    """A record's place, and itself: as text where it is carried through untouched."""
    if not isinstance(raw, dict):
        return (table, id), canon.text(raw)
    if isinstance(raw, Repeated):
        return (table, id), encode(reduce(union, (decode({**raw, name: value}) for name, value in raw.pairs)))
    if STAMPS in raw:
        return (table, id), canon.text(raw) if _is_plain(raw) else encode(decode(raw))
    if table in (NIGHTS, PLAIN):
        return _dated(raw)
    return (table, id), Bare(raw, table in OURS)


def _is_plain(raw: Mapping[str, Any]) -> bool:
    """Has it one stamp and nothing else beside its answers? Then it is as it would be written."""
    return (
        stamp.is_stamp(raw[STAMPS]) and not _NOTED & raw.keys() and None not in raw.values() and len(raw) > 1
    )


def _dated(raw: Mapping[str, Any]) -> tuple[Key, Bare]:
    """A record that plain TinyDB or an editor made: its id says nothing, its date does."""
    day = _day(raw.get("date")) or _day(raw.get("night"))
    if day is None:
        return (UNPLACED, str(hashed_id(canon.text(raw)))), Bare(raw, False)
    dated = raw if raw.get("date") is not None else {**raw, "date": day.isoformat()}
    return (NIGHTS, str(night_id(day))), Bare(dated, True)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except (TypeError, ValueError):
        return None


def _with(state: State, rest: Mapping[Key, list[Found]], purges: State) -> State:
    texts = {}
    for key, found in rest.items():
        texts[key] = _one(state.text(*key), found, _purged(purges, key) if _has_bare(found) else "")
    return placed(state, texts) if texts else state


def _one(held: str | None, found: list[Found], purged: str) -> str:
    """One text for everything found under one id."""
    stamped = [one for one in found if not isinstance(one, Bare)] + ([held] if held is not None else [])
    if _has_bare(found) and stamped:
        purged = max(purged, reduce(union, map(parse, stamped)).purged)
    told = [*stamped, *(one.told(purged) for one in found if isinstance(one, Bare))]
    return told[0] if len(told) == 1 else encode(reduce(union, map(parse, told)))


def _has_bare(found: Iterable[Found]) -> bool:
    return any(isinstance(one, Bare) for one in found)


def _purged(state: State, key: Key) -> str:
    """The stamp of a record's purge; empty for none, which its text shows unparsed."""
    text = state.text(*key) or ""
    return parse(text).purged if PURGE_SIGN in text else ""
