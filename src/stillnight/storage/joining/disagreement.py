"""Where devices disagree: a field got two values, and whoever wrote the one had not seen the other.

A pure function of the state, so that every device says the same whatever it joined first. Any new write of
the field settles it; so does :func:`stillnight.storage.deeds.plan.plan` with ``settling`` for the value
shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stillnight.storage.joining.heads import disputed_in
from stillnight.storage.writes import stamp
from stillnight.storage.writes.notation import parse
from stillnight.storage.writes.record import HISTORY_SIGN, STAMPS, Rec, Write
from stillnight.storage.writes.section import Section
from stillnight.storage.writes.state import BIN, HOUSEKEEPING, State, Tables

_STAMP = re.compile(f'"({stamp.SHAPE})"')
_REPLACED = re.compile(rf'\["({stamp.SHAPE})","([^"]*)"')


class Dispute(NamedTuple):
    """One field on which devices disagree.

    Attributes:
        table: The record's table.
        id: The record's id.
        field: The field.
        heads: The writes to choose between, newest first, so that the one shown is the first; no value
            comes twice. ``None`` as a value is a field that was cleared.
    """

    table: str
    id: str
    field: str
    heads: tuple[Write, ...]


def disagreements(state: State) -> Sequence[Dispute]:
    """Every field on which devices disagree, by table, id and name; what lies in the bin is left out.

    Only records that several devices wrote are parsed: ten thousand nights of one device take some
    hundredths of a second, a sixth of one where each was edited again and again.
    """
    return Standing().of(state)


class Standing:
    """The disagreements of a journal as it changes: only records that are new or changed are looked into."""

    def __init__(self) -> None:
        """Nothing was looked into yet."""
        self._tables: Tables = {}
        self._found: dict[str, dict[str, list[Dispute]]] = {}

    def of(self, state: State) -> Sequence[Dispute]:
        """What :func:`disagreements` says of a state."""
        names = [name for name in state.tables if name not in HOUSEKEEPING and not name.endswith(BIN)]
        self._found = {name: self._in_table(name, state.tables[name]) for name in sorted(names)}
        self._tables = state.tables
        return [one for found in self._found.values() for id in sorted(found) for one in found[id]]

    def _in_table(self, table: str, records: Mapping[str, str]) -> dict[str, list[Dispute]]:
        before, found = self._tables.get(table, {}), self._found.get(table, {})
        if before is records:
            return found
        changed = _changed(before, records)
        left = {id: disputes for id, disputes in found.items() if id not in changed and id in records}
        looked = {id: list(_in(table, id, parse(text))) for id, text in changed.items() if may_disagree(text)}
        return left | {id: disputes for id, disputes in looked.items() if disputes}


def _changed(before: Mapping[str, str], records: Mapping[str, str]) -> dict[str, str]:
    """The records that are new or have another text."""
    if isinstance(before, Section) and isinstance(records, Section) and records.shares(before):
        return {id: records[id] for id in records.changed_since(before)}
    known = dict(before.items())
    return {id: text for id, text in records.items() if known.get(id) != text}


def disagreements_in(state: State, table: str, id: str) -> Sequence[Dispute]:
    """Those of one record, by field; none where it lies in the bin."""
    text = state.tables.get(table, {}).get(id)
    return list(_in(table, id, parse(text))) if text is not None and may_disagree(text) else []


def may_disagree(text: str) -> bool:
    """Is a record's canonical text worth a look? Something was replaced, and not by one device alone.

    Two values of one device under one stamp (a cloned disk) show as a stamp that stands there twice.
    """
    begins = text.find(HISTORY_SIGN)
    if begins < 0:
        return False
    devices = {stamp.device_of(at) for at in _STAMP.findall(text)}
    if len(devices) > 1:
        return True
    replaced = _REPLACED.findall(text, begins)
    has_odd_name = any("\\" in name for _, name in replaced)
    return has_odd_name or len(set(replaced)) < len(replaced) or _is_under_one_stamp(text, replaced)


def _is_under_one_stamp(text: str, replaced: list[tuple[str, str]]) -> bool:
    """Was a replaced value written under the stamp of the one that took its place?"""
    stamps = json.loads(text).get(STAMPS, "")
    if isinstance(stamps, str):
        return any(at == stamps for at, _ in replaced)
    return any(name in stamps.get(at, ()) for at, name in replaced)


def _in(table: str, id: str, rec: Rec) -> Iterator[Dispute]:
    replaced = {write.field for write in rec.history}
    for field in sorted(replaced & rec.cells.keys()):
        heads = disputed_in(table, rec, field)
        if heads:
            yield Dispute(table, id, field, tuple(heads))
