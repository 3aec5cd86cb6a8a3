"""The whole journal as a pure value: tables of records, each record kept as its canonical text.

Text, because ten thousand records cost nothing to compare and are parsed only when one is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from stillnight.domain.ports import INBOX
from stillnight.storage.writes.notation import encode, parse
from stillnight.storage.writes.record import DELETED, PURGED, Rec
from stillnight.storage.writes.section import Section

SCHEMA = 1
"""The format written here; a file of a newer one is only read."""

META, DEVICES, BIN = "meta", "devices", ".bin"
"""The journal's own table, that of its devices, and what the table of deleted records has after its name."""

HOUSEKEEPING = frozenset((META, DEVICES, INBOX))
"""Tables that say something of the journal, its devices and what was taken in: no answers of anybody."""

Key = tuple[str, str]
"""A table without ``.bin`` and a record's id, as text."""

FEW = 8
"""With more records than this changed at once, tables are put together anew."""

Tables = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a journal.

    Attributes:
        tables: Canonical texts by table and id; a deleted record stands in its table's ``.bin``. No
            table is empty, and no record stands in both.
    """

    tables: Tables = field(default_factory=dict)

    def text(self, table: str, id: str) -> str | None:
        """A record's canonical text, in the bin or not."""
        return self.tables.get(table, {}).get(id) or self.tables.get(table + BIN, {}).get(id)

    def rec(self, table: str, id: str) -> Rec:
        """A record with its bookkeeping; an empty one where there is none."""
        text = self.text(table, id)
        return parse(text) if text is not None else Rec()

    def keys(self) -> Iterator[Key]:
        """Every record, in the bin or not."""
        for table, records in self.tables.items():
            for id in records:
                yield home_of(table), id

    def having(self, records: Mapping[Key, Rec]) -> State:
        """This state with some records replaced, each in the table or its bin as it says itself."""
        return placed(self, {key: encode(rec) for key, rec in records.items()})


def placed(state: State, texts: Mapping[Key, str]) -> State:
    """A state with some canonical texts in place of what stood there."""
    tables: dict[str, Mapping[str, str]] = dict(state.tables)
    fresh: dict[str, dict[str, str]] = {}

    def take(table: str, id: str, text: str) -> None:
        standing = tables.get(table, {})
        if isinstance(standing, Section) and len(texts) <= FEW:
            tables[table] = standing.amended({id: text})
        else:
            own(table)[id] = text

    def own(table: str) -> dict[str, str]:
        if table not in fresh:
            fresh[table] = dict(tables.get(table, {}))
            tables[table] = fresh[table]
        return fresh[table]

    for (table, id), text in texts.items():
        into, out_of = (table + BIN, table) if in_bin(text) else (table, table + BIN)
        take(into, id, text)
        if id in tables.get(out_of, {}):
            del own(out_of)[id]
    return State({name: records for name, records in tables.items() if records})


def in_bin(text: str) -> bool:
    """Does a record of this canonical text lie in the bin?"""
    return (f'"{DELETED}":true' in text or f'"{PURGED}":true' in text) and parse(text).is_in_bin


def home_of(table: str) -> str:
    """The table to which a record belongs that stands in ``table``: a bin's is the one beside it."""
    return table.removesuffix(BIN) or table
