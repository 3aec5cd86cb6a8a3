"""From any bytes to a state: canonical ones at once, others parsed, damaged ones salvaged. Never raises."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from stillnight.storage.layout.lines import split
from stillnight.storage.layout.salvage import salvage
from stillnight.storage.writes.placing import Repeated, place, place_lines
from stillnight.storage.writes.state import META, State

_BLANK = b"\x00 \t\r\n"


class Damage(StrEnum):
    """What is wrong with a file."""

    EMPTY = "empty"
    BROKEN = "damaged"
    FOREIGN = "no journal"


@dataclass(frozen=True, slots=True)
class Reading:
    """What some bytes hold.

    Attributes:
        state: Every record that could be read.
        damage: What is wrong with the bytes; ``None`` when nothing is.
    """

    state: State
    damage: Damage | None = None


def read(data: bytes, known: State | None = None, purges: State | None = None) -> Reading:
    """Read a journal's bytes, whatever they are.

    Args:
        data: The file.
        known: A state that is known already: what is the same in both is not parsed again.
        purges: For the journal file itself, what is known: a record without any stamp that stands there at
            the id of a purged one was made by hand since. In a copy it may be older, and stays purged.
    """
    known, purges = known or State(), purges or State()
    if data.strip(_BLANK) in (b"", b"null", b"\xef\xbb\xbf"):
        return Reading(State(), Damage.EMPTY)
    try:
        return _whole(data, known, purges)
    except (ValueError, RecursionError):
        return Reading(salvage(data, known, purges), Damage.BROKEN)


def load(data: bytes) -> State:
    """The state that some bytes hold; what cannot be read is left out."""
    return read(data).state


def _whole(data: bytes, known: State, purges: State) -> Reading:
    tables = split(data)
    if tables is not None:
        # a line that is no record of its own may still be part of sound JSON: two records on one line
        with contextlib.suppress(ValueError, RecursionError):
            return Reading(place_lines(tables, known, purges))
    content = json.loads(data, object_pairs_hook=Repeated.of, parse_constant=str)
    if not _is_database(content):
        return Reading(State(), Damage.FOREIGN)
    return Reading(place(content, known, purges))


def _is_database(content: Any) -> bool:
    """Has it TinyDB's shape, or at least a journal's id? Another program's JSON is left alone."""
    if not isinstance(content, dict):
        return False
    meta = content.get(META)
    if isinstance(meta, dict) and any("journal" in one for one in meta.values() if isinstance(one, dict)):
        return True
    return all(isinstance(table, Mapping) and _holds_records(table) for table in content.values())


def _holds_records(table: Mapping[str, Any]) -> bool:
    return all(isinstance(record, dict) for record in table.values())
