"""What the journal remembers of lines that were dealt with, so that an old copy of the file says nothing new.

Every inbox that was rewritten carries a token. Under it the journal keeps a fingerprint of each line that
was dealt with out of the file of that token: a phone that still holds that file, and appends to it, brings
those lines along again. The record of a token only ever grows, so any two devices' records merge.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from stillnight.domain.clock_rule import read_date
from stillnight.domain.ids import hashed_id
from stillnight.domain.ports import INBOX, Change, Store

NOWHERE = "?"
"""What is kept of a line that went to no night: it waits for somebody, under another form."""

_AGAIN = "again"
_TOKEN_SIGNS, _PRINT_SIGNS = 12, 12


class Key(NamedTuple):
    """One line of one base: the n-th of its kind below a token.

    Attributes:
        token: The token of the file in which it stands, empty where it has none.
        field: Its fingerprint and number.
    """

    token: str
    field: str


class Memory:
    """What is remembered of the lines below some tokens.

    Attributes:
        known: The lines that were dealt with before this look, with their nights.
        fresh: Those of this look.
    """

    def __init__(self, store: Store, fresh: dict[Key, str] | None = None) -> None:
        """Look into a journal; what was dealt with a moment ago may be in it already."""
        self._store = store
        self.known: dict[Key, str] = {}
        self.fresh: dict[Key, str] = {} if fresh is None else fresh

    def learn(self, tokens: Iterable[str]) -> None:
        """Look up what is known below some tokens; where they name none, below no token."""
        for token in tokens:
            record = self._store.get(INBOX, record_id(token)) or {}
            self.known |= {Key(token, name): str(value) for name, value in record.items()}

    def has(self, key: Key) -> bool:
        """Was a line dealt with, before or just now?"""
        return key in self.known or key in self.fresh

    def night(self, key: Key) -> date | None:
        """The night that a known line went to."""
        return read_date(self.known.get(key) or self.fresh.get(key))

    def settle(self, key: Key, night: date | None) -> None:
        """A line is dealt with."""
        self.fresh[key] = night.isoformat() if night else NOWHERE

    def again(self, token: str, night: date) -> None:
        """An old base came back and brought nothing new; each time is one of its own."""
        number = 1
        while self.has(Key(token, f"{_AGAIN}-{number}")):
            number += 1
        self.settle(Key(token, f"{_AGAIN}-{number}"), night)


def keys_of(lines: Sequence[str], tokens: Sequence[str]) -> list[list[Key]]:
    """The keys of each line: one for every token of its file, where two files were glued to one."""
    counts: Counter[str] = Counter()
    found = []
    for line in lines:
        mark = _hash(line)[:_PRINT_SIGNS]
        counts[mark] += 1
        found.append([Key(token, f"{mark}-{counts[mark]}") for token in tokens])
    return found


def next_token(tokens: Sequence[str], settled: Iterable[Key]) -> str:
    """The token of the file from which these lines were taken; two devices make the same one."""
    return _hash("\n".join([*tokens, *sorted(" ".join(key) for key in settled)]))[:_TOKEN_SIGNS]


def changes_for(settled: dict[Key, str]) -> list[Change]:
    """What remembers the lines that were dealt with."""
    return [Change(INBOX, record_id(key.token), key.field, night) for key, night in settled.items()]


def record_id(token: str) -> int:
    """The id of a token's record, on every device the same; it maps lines to the nights they went to."""
    return hashed_id(INBOX, token)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
