"""What is complete in a damaged file: every record before a cut, after a hole, and around torn bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from stillnight.domain.ports import NIGHTS
from stillnight.storage.writes import canon
from stillnight.storage.writes.meta import KEY
from stillnight.storage.writes.placing import UNPLACED, place_records
from stillnight.storage.writes.state import BIN, META, State

_SCAN = json.JSONDecoder(parse_constant=str)
_NAME = r'"((?:[^"\\]|\\.){0,200})"\s*:\s*'
_TABLE = re.compile(r"\s*[{,]?\s*" + _NAME + r"\{")
_RECORD = re.compile(r"\s*,?\s*" + _NAME + r"(?=\{)")
_CLOSE = re.compile(r"\s*\}")
_AGAIN = re.compile(_NAME + r'(?=\{)(\{\s*(?="-?\d+"\s*:\s*\{))?')
"""Where to find one's way again: an id and a brace, or the head of a table before such a one."""

_LONGEST_WORD = 12
"""The reader names the beginning of a word or escape that a cut left unfinished."""


def salvage(data: bytes, known: State, purges: State) -> State:
    """Every record that is complete in some damaged bytes; see :func:`place_records` for the rest."""
    found = (one for one in _complete(_text(data)) if _is_sound(one[2]))
    return place_records(found, known, purges)


def _home(table: str, id: str, raw: Any) -> str:
    """Where a record belongs that seems to stand in a table, after a hole that may have held a head."""
    if isinstance(raw, dict) and table not in (NIGHTS, NIGHTS + BIN) and _is_night(id, raw):
        return NIGHTS
    return UNPLACED if table == META and id != KEY[1] else table


def _is_night(id: str, raw: Mapping[str, Any]) -> bool:
    """Is its date its id? Only nights are named so."""
    return len(id) == len("20261119") and str(raw.get("date")).replace("-", "") == id


def _complete(text: str) -> Iterator[tuple[str, str, Any]]:
    """Table, id and content of each complete record, in the order of the file."""
    table, at, is_in, is_sure = META, 0, False, True
    while True:
        if is_in and (close := _CLOSE.match(text, at)):
            at, is_in = close.end(), False
        elif is_in and (record := _RECORD.match(text, at)):
            try:
                raw, at = _SCAN.raw_decode(text, record.end())
            except (ValueError, RecursionError) as torn:
                if _is_cut(torn, text):
                    return
                at, is_sure = _past(text, record), False
            else:
                id = _plain(record[1])
                yield table if is_sure else _home(table, id, raw), id, raw
        elif not is_in and (head := _TABLE.match(text, at)):
            table, at, is_in, is_sure = _plain(head[1]), head.end(), True, True
        elif found := _AGAIN.search(text, at):
            is_head, is_record = bool(found[2]), _is_id(found[1])
            is_sure = is_head and not is_record
            table = _plain(found[1]) if is_sure else table
            at, is_in = (found.start() if is_record else found.end()), is_in or is_head or is_record
        else:
            return


def _is_cut(torn: Exception, text: str) -> bool:
    """Does the text end within the torn record? What looks like a record in there is part of it."""
    if not isinstance(torn, json.JSONDecodeError):
        return False
    return torn.msg.startswith("Unterminated") or len(text) - torn.pos < _LONGEST_WORD


def _past(text: str, torn: re.Match[str]) -> int:
    """Where to go on after a torn record: where it had a line of its own, that line is passed over."""
    if "\n" not in text[torn.start() : torn.start(1)]:
        return torn.end()
    following = text.find("\n", torn.end())
    return len(text) if following < 0 else following


def _plain(name: str) -> str:
    """A name without JSON's escapes."""
    try:
        return str(json.loads(f'"{name}"'))
    except ValueError:
        return name


def _is_id(name: str) -> bool:
    return name.lstrip("-").isdecimal()


def _is_sound(raw: Any) -> bool:
    try:
        canon.text(raw)
    except (ValueError, RecursionError):
        return False
    return True


def _text(data: bytes) -> str:
    """The bytes as text; what is no UTF-8 is read as Latin-1, since old editors write that."""
    text = data.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda odd: chr(ord(odd[0]) - 0xDC00), text)
