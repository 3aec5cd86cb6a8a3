"""Words at the beginning of a sentence."""

from __future__ import annotations


def capital(text: str) -> str:
    """The same with a capital at its beginning."""
    return text[:1].upper() + text[1:]
