"""What was typed, word by word."""

from __future__ import annotations

import re
from typing import NamedTuple

from stillnight.journal.finding.folding import fold
from stillnight.journal.finding.interval import SIGNS

_QUOTED = re.compile(r'("[^"]*"?)')
_AROUND = re.compile(rf"(?:(?<=[^\W\d])\s+)?({SIGNS})\s*|(?<=\w):\s+")
_TOKEN = re.compile(r'[^\s"]*"[^"]*"?|\S+')


class Token(NamedTuple):
    """One word as typed; in quotes it is nothing but text."""

    text: str
    is_quoted: bool = False

    @property
    def small(self) -> str:
        """The word as names are compared; no name where it was quoted."""
        return "" if self.is_quoted else fold(self.text)


def tokens_of(typed: str) -> list[Token]:
    """The words, what is in quotes as one; no space stands around a sign that compares.

    Signs that stand alone are left out: somebody is about to type more.
    """
    pieces = _QUOTED.split(typed)
    joined = "".join(one if one[:1] == '"' else _AROUND.sub(lambda m: m[1] or ":", one) for one in pieces)
    found = [Token(word.replace('"', "").strip(), word[:1] == '"') for word in _TOKEN.findall(joined)]
    return [token for token in found if any(map(str.isalnum, token.text))]
