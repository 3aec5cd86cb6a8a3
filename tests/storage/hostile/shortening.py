"""A walk that fails, made as short as it can be: what is left is what it takes."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.storage.hostile.walks import Walk

TRIES = 400
"""So often a shorter walk is tried at most."""


def shortened(way: Walk, trouble_of: Callable[[Walk], str]) -> Walk:
    """The shortest walk found with the same kind of trouble.

    Args:
        way: A walk that fails.
        trouble_of: Walks, and says what came of it; empty where all was well.
    """
    kind, tries = _kind(trouble_of(way)), 0
    size = len(way.moves)
    while size >= 1:
        start, is_shorter = 0, False
        while start < len(way.moves) and tries < TRIES:
            tries += 1
            less = way._replace(moves=(*way.moves[:start], *way.moves[start + size :]))
            if _kind(trouble_of(less)) == kind:
                way, is_shorter = less, True
            else:
                start += size
        size = size if is_shorter and size == 1 and tries < TRIES else size // 2
    return way


def _kind(trouble: str) -> str:
    """What kind of trouble it is, whatever device, word or night it names."""
    return re.split(r"[\[(\d]", trouble, maxsplit=1)[0]
