"""How far it is, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, TypeVar

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


class Meter:
    """How far a long count is, as long as it is entered: shown from some hundred things on."""

    LEAST = 200
    """With fewer things it is over before anybody has read that it began."""

    def __init__(self, what: str) -> None:
        """Count such things."""
        self._what, self._shown, self._length = what, _is_terminal(), 0

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def count(self, number: int, of: int) -> bool:
        """So many of so many are done; always ``True``: the count goes on."""
        if self._shown and of >= self.LEAST and number % 50 == 0:
            text = f"\r{number} of {of} {self._what}"
            self._length = len(text)
            print(text, end="", file=sys.stderr, flush=True)
        return True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the line as it was."""
        if self._length:
            print(f"\r{'':{self._length}}\r", end="", file=sys.stderr, flush=True)


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
