"""The journal as a TinyDB: tables and queries over what is visible, writes through the same save."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, MutableMapping
from datetime import date
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB
from tinydb.storages import Storage

from stillnight.domain.ids import hashed_id, night_id
from stillnight.domain.ports import NIGHTS, Change, Deletion
from stillnight.storage.writes import canon
from stillnight.storage.writes.placing import PLAIN, UNPLACED
from stillnight.storage.writes.record import BOOKKEEPING
from stillnight.storage.writes.state import BIN, META

if TYPE_CHECKING:
    from stillnight.storage.store import FileStore


class JournalStorage(Storage):
    """A TinyDB storage over an open journal: ``TinyDB(store, storage=JournalStorage)``."""

    def __init__(self, store: FileStore) -> None:
        """Read and write through this store."""
        self._store = store

    def read(self) -> Any:
        """Every visible record by table and id, without bookkeeping; the bin is left out.

        A table is parsed when it is asked for: whoever wants a short ledger does not pay for the nights.
        """
        return Tables(self._store.vault.state.tables)

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Turn the difference to what is there into stamped writes, kept as one deed.

        Raises:
            StoreError: If it could not be made safe on this machine.
        """
        before = self.read()
        changes: list[Change | Deletion] = []
        for table in before.keys() | data.keys():
            held = before.get(table, {})
            wanted = {str(id): record for id, record in data.get(table, {}).items()}
            changes += [Deletion(table, int(id)) for id in held if id not in wanted and table != META]
            for id, record in wanted.items():
                changes += _changes(table, id, held.get(id), record)
        self._store.write("TinyDB", changes)

    def close(self) -> None:
        """Nothing is held open."""


class Tables(MutableMapping[str, dict[str, Any]]):
    """The tables as TinyDB wants them, each parsed once and not before it is looked at."""

    def __init__(self, texts: Mapping[str, Mapping[str, str]]) -> None:
        """Parse nothing yet."""
        self._texts = {name: texts[name] for name in texts if not name.endswith(BIN)}
        self._parsed: dict[str, dict[str, Any]] = {}

    def __getitem__(self, name: str) -> dict[str, Any]:
        """One table."""
        if name not in self._parsed:
            self._parsed[name] = _records(self._texts[name])
        return self._parsed[name]

    def __setitem__(self, name: str, table: dict[str, Any]) -> None:
        """Put another table in its place; what is written is decided by :meth:`JournalStorage.write`."""
        self._parsed[name] = table

    def __delitem__(self, name: str) -> None:
        """Take a table out."""
        self._texts.pop(name, None)
        self._parsed.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        """The names of the tables."""
        return iter(dict.fromkeys([*self._texts, *self._parsed]))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._texts.keys() | self._parsed.keys())


def database(store: FileStore) -> TinyDB:
    """A store's journal as a TinyDB."""
    return TinyDB(store, storage=JournalStorage)


def _records(texts: Mapping[str, str]) -> dict[str, Any]:
    """A table's visible records, parsed in one go; ids that TinyDB cannot hold are left out."""
    lines = ",".join(f'"{id}":{text}' for id, text in texts.items() if id.isdecimal())
    records = json.loads(f"{{{lines}}}")
    return {
        id: {name: value for name, value in record.items() if name not in BOOKKEEPING}
        for id, record in records.items()
        if isinstance(record, dict)
    }


def _changes(table: str, id: str, held: Mapping[str, Any] | None, record: Mapping[str, Any]) -> list[Change]:
    """What makes one record as it is wanted; a new one goes where it belongs."""
    into, number = (table, int(id)) if held is not None else _home(table, int(id), record)
    held = held or {}
    gone = [Change(into, number, name, None) for name in held if name not in record]
    differing = (name for name, value in record.items() if name not in held or _differ(held[name], value))
    return gone + [Change(into, number, name, record[name]) for name in differing]


def _differ(one: Any, other: Any) -> bool:
    return canon.text(one) != canon.text(other)


def _home(table: str, id: int, record: Mapping[str, Any]) -> tuple[str, int]:
    """The table and id of a record that TinyDB numbered: a night's id is its date, never that number."""
    if table == META:
        return table, id
    if table in (NIGHTS, PLAIN):
        for name in ("date", "night"):
            try:
                return NIGHTS, night_id(date.fromisoformat(record[name]))
            except (KeyError, TypeError, ValueError):
                continue
        table = UNPLACED
    return table, hashed_id(table, id, canon.text(record))
