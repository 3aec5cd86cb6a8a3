"""The file's bytes: ``meta`` first, sorted keys, one record a line, ASCII, a newline at the end.

One state has one text, so two devices that know the same write the same bytes. ``split`` is the way
back for files that are laid out just so; other files go through ``reading``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from stillnight.storage.writes import canon
from stillnight.storage.writes.section import Section
from stillnight.storage.writes.state import META, State, Tables

_HEAD = re.compile(r'"((?:[^"\\\x00-\x1f]|\\.)+)":\{\n')
_META = '{"meta":{'
_ODD_ID = re.compile(r'\n"(?!-?\d+":)')
"""A line whose id is no number: only JSON itself knows where such an id ends, and how it sorts."""


def dump(state: State) -> bytes:
    """The canonical bytes of a state."""
    names = sorted(state.tables, key=lambda name: (name != META, name))
    return ("{" + ",\n".join(_table(state.tables, name) for name in names) + "}\n").encode("ascii")


def split(data: bytes) -> Tables | None:
    """The lines of canonically laid out bytes by table and id; ``None`` if they are laid out otherwise.

    The texts of the records are not looked into: whoever trusts them knows them from elsewhere.
    """
    if not data.isascii():
        return None
    text = data.decode("ascii")
    if not text.startswith(_META) or not text.endswith("}}\n"):
        return None
    first, _, rest = text[:-2].partition("\n")
    try:
        tables = {META: _meta(first.rstrip(","))}
    except ValueError:
        return None
    for section in rest.split("\n},\n") if rest else ():
        found = _section(section.removesuffix("\n}"))
        if found is None or found[0] in tables:
            return None
        tables[found[0]] = found[1]
    return tables


def outline(data: bytes) -> Tables | None:
    """The tables of bytes that were written here, each line left where it stands; else ``None``."""
    text = data.decode("ascii", "replace")
    if not text.startswith(_META) or not text.endswith("}}\n"):
        return None
    first, _, rest = text[:-2].partition("\n")
    try:
        tables: dict[str, Mapping[str, str]] = {META: _meta(first.rstrip(","))}
    except ValueError:
        return None
    for section in rest.split("\n},\n") if rest else ():
        head = _HEAD.match(section)
        if head is None or _ODD_ID.search(section, head.end() - 1):
            return None
        tables[json.loads(f'"{head[1]}"')] = Section(section[head.end() :].removesuffix("\n}"))
    return tables


def _table(tables: Tables, name: str) -> str:
    records = tables[name]
    ids = sorted(records)
    if "".join(ids).isalnum() and "".join(ids).isascii():
        lines = [f'"{id}":{records[id]}' for id in ids]
    else:
        lines = [f"{json.dumps(id)}:{records[id]}" for id in ids]
    if name == META:
        return '"meta":{' + ",".join(lines) + "}"
    return json.dumps(name) + ":{\n" + ",\n".join(lines) + "\n}"


def _meta(line: str) -> dict[str, str]:
    """The records of the first line.

    Raises:
        ValueError: If anything but ``meta`` stands in it: the whole journal may, on one line.
    """
    tables = json.loads(line + "}")
    if tables.keys() != {META}:
        raise ValueError("the first line holds more than meta")
    return {id: canon.text(record) for id, record in tables[META].items()}


def _section(text: str) -> tuple[str, dict[str, str]] | None:
    head = _HEAD.match(text)
    if head is None:
        return None
    lines = text[head.end() :].split(",\n")
    records = {}
    for line in lines:
        id, _, record = line.partition(":")
        if not id[1:-1].isdecimal() or id[0] != '"' or id[-1] != '"' or record[:1] + record[-1:] != "{}":
            return None
        records[id[1:-1]] = record
    return (json.loads(f'"{head[1]}"'), records) if len(records) == len(lines) else None
