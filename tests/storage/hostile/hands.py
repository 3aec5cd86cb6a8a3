"""What people do to the file without the program: with an editor, with a script and plain TinyDB."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Any

from tests.storage.hostile import folder
from tinydb import TinyDB


class Way(StrEnum):
    """How somebody gets at the file."""

    WIDE = "an editor that lays it out anew and replaces it"
    NARROW = "an editor that writes it on one line, in place"
    TAKE_OUT = "an editor, and the record is deleted"
    UPDATE = "plain TinyDB, an update"
    INSERT = "plain TinyDB, an insert"


def is_legible(journal: Path) -> bool:
    """Does it open in TinyDB? Nobody edits by hand what does not."""
    return _content(journal) is not None


def change(journal: Path, table: str, id: str, name: str, value: str, is_wide: bool) -> bool:
    """Put another value in a field and leave its stamp; was there such a record of ours?

    Args:
        journal: The file.
        table: The record's table.
        id: The record's id.
        name: The field.
        value: What it is to hold.
        is_wide: Does the editor lay the file out anew, and replace it as it saves?
    """
    content = _content(journal)
    record = (content or {}).get(table, {}).get(id)
    if content is None or not isinstance(record, dict) or "_t" not in record:
        return False  # plain TinyDB may have given the id to another night
    record[name] = value
    if is_wide:
        folder.replace(journal, json.dumps(content, indent=2, ensure_ascii=False).encode())
    else:
        folder.overwrite(journal, json.dumps(content).encode())
    return True


def take_out(journal: Path, table: str, id: str) -> bool:
    """Delete a record's lines in an editor; was there such a record?"""
    content = _content(journal)
    if content is None or content.get(table, {}).pop(id, None) is None:
        return False
    folder.overwrite(journal, json.dumps(content, indent=1).encode())
    return True


def insert(journal: Path, date: str, **fields: str) -> None:
    """Insert a night with plain TinyDB, which numbers it as it likes and stamps nothing."""
    with folder.touched(journal), TinyDB(journal) as plain:
        plain.table("nights").insert({"date": date, **fields})


def update(journal: Path, table: str, id: str, **fields: str) -> bool:
    """Update a record with plain TinyDB; was there such a record?"""
    with folder.touched(journal), TinyDB(journal) as plain:
        record = plain.table(table).get(doc_id=int(id))
        if record is None or "_t" not in record:
            return False
        plain.table(table).update(fields, doc_ids=[int(id)])
    return True


def _content(journal: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(journal.read_bytes())
    except (OSError, ValueError):
        return None
    is_database = isinstance(found, dict) and all(isinstance(table, dict) for table in found.values())
    return found if is_database and found else None
