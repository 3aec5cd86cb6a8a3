"""How far it is, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_STEP = 500

T = TypeVar("T")


def counted(things: Iterable[T], what: str) -> Iterator[T]:
    """Hand on the things and count them on stderr, where that is a terminal."""
    shown = _is_terminal()
    number = 0
    for number, thing in enumerate(things, 1):
        yield thing
        if shown and number % _STEP == 0:
            print(f"\r{number} {what}", end="", file=sys.stderr, flush=True)
    if shown and number >= _STEP:
        print(f"\r{'':{len(what) + 12}}\r", end="", file=sys.stderr, flush=True)


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
