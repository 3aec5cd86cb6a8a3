"""Text as a search sees it: without case and accents; and the part of a text that a search found."""

from __future__ import annotations

import unicodedata

BEFORE, ROOM = 16, 48
"""So many signs of an excerpt stand before what was found, and so many it has in all."""


def fold(text: str) -> str:
    """The text without case and accents: ``Café`` and ``cafe`` are one."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def excerpt(text: str, folded: str) -> str:
    """The words around the first place where a folded word stands, on one line.

    Args:
        text: Where it was found.
        folded: What was looked for, as :func:`fold` gives it.
    """
    line = " ".join(text.split())
    if len(line) <= ROOM:
        return line
    place = _place(line, folded)
    start = min(max(place - BEFORE, 0), len(line) - ROOM)
    start = line.find(" ", start, place) + 1 or start if start else 0
    end = start + ROOM
    if end < len(line):
        end = max(line.rfind(" ", place + len(folded), end + 1), 0) or end
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


def _place(line: str, folded: str) -> int:
    """Where in the line a folded word begins; 0 where it does not stand in it."""
    text, places = "", []
    for at, sign in enumerate(line):
        piece = fold(sign)
        text += piece
        places += [at] * len(piece)
    found = text.find(folded)
    return places[found] if found >= 0 else 0
