"""A save of one record changes one line: the other lines are taken over as they are."""

from __future__ import annotations

import json
from collections.abc import Mapping

from stillnight.storage.layout.lines import dump
from stillnight.storage.writes.section import Section
from stillnight.storage.writes.state import FEW, META, State


class Written:
    """The canonical bytes of a state, and how those of the next one follow from them."""

    def __init__(self, state: State, data: bytes) -> None:
        """Take these for the bytes of this state."""
        self._state, self._data = state, data

    def follow(self, state: State) -> bytes:
        """The canonical bytes of another state, the quick way where few records differ."""
        if state is not self._state:
            self._data = patched(self._data, self._state, state) or dump(state)
            self._state = state
        return self._data


def patched(data: bytes, before: State, after: State) -> bytes | None:
    """The bytes of ``after``, given those of ``before``; ``None`` where too much differs."""
    if before.tables.keys() != after.tables.keys():
        return None
    for name, records in after.tables.items():
        old = before.tables[name]
        changed = _changed(old, records)
        added = sum(id not in old for id in changed)
        if len(changed) > FEW or len(old) + added != len(records) or (changed and name == META):
            return None
        for id in changed:
            following = _with_line(data, name, id, old, records)
            if following is None:
                return None
            data = following
    return data


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """The ids that are new or have another text."""
    if old is new:
        return []
    if isinstance(old, Section) and isinstance(new, Section) and new.shares(old):
        return new.changed_since(old)
    return sorted(id for id, text in new.items() if old.get(id) != text)


def _before(id: str, records: Mapping[str, str]) -> str | None:
    """The greatest id below another."""
    if isinstance(records, Section):
        return records.before(id)
    return max((other for other in records if other < id), default=None)


def _with_line(
    data: bytes, table: str, id: str, old: Mapping[str, str], new: Mapping[str, str]
) -> bytes | None:
    """The bytes with one line replaced, or put after the one before it."""
    start = data.find(f"\n{json.dumps(table)}:{{\n".encode())
    line = _line(id, new[id])
    if id in old:
        was = _line(id, old[id])
        at = data.find(b"\n" + was, start) + 1
        return data[:at] + line + data[at + len(was) :] if start >= 0 and at else None
    before = _before(id, new)
    if before is None:
        return None
    anchor = b"\n" + _line(before, new[before])
    at = data.find(anchor, start)
    end = at + len(anchor)
    return data[:end] + b",\n" + line + data[end:] if start >= 0 <= at else None


def _line(id: str, text: str) -> bytes:
    return f"{json.dumps(id)}:{text}".encode("ascii")
