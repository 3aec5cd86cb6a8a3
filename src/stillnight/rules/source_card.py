"""A source as plain lines: what it is, where it can be found, how it was read and what for."""

from __future__ import annotations

from collections.abc import Iterator

from stillnight.rules.source import Source


def source_text(source: Source) -> list[str]:
    """All that is known of a source; a heading, and indented lines under it."""
    return [source.title or source.id, *(f"  {line}" for line in _lines(source))]


def _lines(source: Source) -> Iterator[str]:
    said = [source.authors, source.where, str(source.year) if source.year else ""]
    if where := ". ".join(part.rstrip(".") for part in said if part):
        yield f"{where}."
    if source.doi:
        yield _number(source.doi)
    if source.read:
        yield f"How it was read: {source.read}."
    if source.note:
        yield source.note


def _number(number: str) -> str:
    """Its number as it can be typed into a search; nothing here opens an address."""
    return f"doi {number}" if number.startswith("10.") else number
