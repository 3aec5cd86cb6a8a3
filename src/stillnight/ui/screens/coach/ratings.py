"""Ratings as keys: a digit, or x for ten."""

from __future__ import annotations


def rating_of(sign: str) -> int | None:
    """The rating that a key stands for, 0-10, with Caps Lock too; ``None`` for any other key."""
    if sign in ("x", "X"):
        return 10
    return int(sign) if len(sign) == 1 and sign in "0123456789" else None
