"""What is complete in a damaged file: every record before a cut, after a hole, and around torn bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from stillnight.storage import canon
from stillnight.storage.placing import place_records
from stillnight.storage.state import META, State

_SCAN = json.JSONDecoder(parse_constant=str)
_OPENS = re.compile(r'"((?:[^"\\]|\\.){0,200})"\s*:\s*(?=\{)(\{\s*(?="-?\d+"\s*:\s*\{))?')
"""A name and a brace: the head of a table where an id and another brace follow."""


def salvage(data: bytes, known: State) -> State:
    """Every record that is complete in some damaged bytes."""
    return place_records((found for found in _complete(_text(data)) if _is_sound(found[2])), known)


def _complete(text: str) -> Iterator[tuple[str, str, Any]]:
    """Table, id and content of each complete record, in the order of the file."""
    table, at = META, 0
    while (found := _OPENS.search(text, at)) is not None:
        name, at = found[1], found.end()
        if found[2] and not _is_id(name):
            table = name
        elif _is_id(name):
            try:
                raw, at = _SCAN.raw_decode(text, text.index("{", found.end(1)))
            except (ValueError, RecursionError):
                at = _next_line(text, found)
            else:
                yield table, name, raw


def _next_line(text: str, torn: re.Match[str]) -> int:
    """Where to go on after a torn record: where it had a line of its own, that line is passed over."""
    if text[torn.start() - 1 : torn.start()] != "\n":
        return torn.end()
    following = text.find("\n", torn.end())
    return len(text) if following < 0 else following


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
