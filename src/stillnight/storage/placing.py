"""Where each record of a file belongs: what came without us is adopted, what nobody knows is carried.

A pure function of the file's content, so that every device that meets it says the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from stillnight.domain.ids import hashed_id, night_id
from stillnight.domain.ports import NIGHTS
from stillnight.storage import canon, stamp
from stillnight.storage.notation import decode, encode, parse
from stillnight.storage.record import HISTORY, RAW, STAMPS, Rec
from stillnight.storage.state import META, Key, State, Tables, home_of, placed, union

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
        "devices",
    )
)
"""Tables whose records always carry stamps; those of other tables stay as they are until they change."""


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


def place(content: Mapping[str, Any], known: State) -> State:
    """The state that a parsed file means.

    Args:
        content: Tables of records, as TinyDB has them.
        known: A state whose texts need no second look.
    """
    return place_records(_records(content), known)


def place_records(records: Iterable[tuple[str, str, Any]], known: State) -> State:
    """The state that some records, each with its table and id, mean; of two with one id, both count."""
    sure: dict[str, dict[str, str]] = {}
    rest: dict[Key, list[Rec | str]] = {}
    for table, id, raw in records:
        text = canon.text(raw)
        held = sure.setdefault(table, {})
        if id not in held and known.tables.get(table, {}).get(id) == text:
            held[id] = text
            continue
        key, rec = _adopted(home_of(table), id, raw)
        rest.setdefault(key, []).append(rec)
    return _with(State({name: held for name, held in sure.items() if held}), rest)


def place_lines(tables: Tables, known: State) -> State:
    """The state that canonically laid out lines mean; only lines that are not known are parsed.

    Raises:
        ValueError: If a line is no JSON.
    """
    sure: dict[str, dict[str, str]] = {}
    rest: dict[Key, list[Rec | str]] = {}
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
    return _with(State({name: held for name, held in sure.items() if held}), rest)


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


def _adopted(table: str, id: str, raw: Any) -> tuple[Key, Rec | str]:
    """A record's place, and itself: as text where it is carried through untouched."""
    if not isinstance(raw, dict):
        return (table, id), canon.text(raw)
    if isinstance(raw, Repeated):
        return (table, id), union(*(decode({**raw, name: value}) for name, value in raw.pairs))
    if STAMPS in raw:
        return (table, id), canon.text(raw) if _is_plain(raw) else decode(raw)
    if table in (NIGHTS, PLAIN):
        return _dated(raw)
    return (table, id), decode(raw) if table in OURS else canon.text(raw)


def _is_plain(raw: Mapping[str, Any]) -> bool:
    """Has it one stamp and no history? Then it is as it would be written."""
    return stamp.is_stamp(raw[STAMPS]) and HISTORY not in raw and None not in raw.values() and len(raw) > 1


def _dated(raw: Mapping[str, Any]) -> tuple[Key, Rec | str]:
    """A record that plain TinyDB or an editor made: its id says nothing, its date does."""
    day = _day(raw.get("date")) or _day(raw.get("night"))
    if day is None:
        text = canon.text(raw)
        return (UNPLACED, str(hashed_id(text))), text
    dated = raw if raw.get("date") is not None else {**raw, "date": day.isoformat()}
    return (NIGHTS, str(night_id(day))), decode(dated)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except (TypeError, ValueError):
        return None


def _with(state: State, rest: Mapping[Key, list[Rec | str]]) -> State:
    texts = {key: _one(state.text(*key), found) for key, found in rest.items()}
    return placed(state, texts) if texts else state


def _one(held: str | None, found: list[Rec | str]) -> str:
    """One text for everything found under one id."""
    if held is None and len(found) == 1:
        only = found[0]
        return only if isinstance(only, str) else encode(only)
    recs = [parse(one) if isinstance(one, str) else one for one in found]
    return encode(union(*recs, *([parse(held)] if held is not None else [])))
