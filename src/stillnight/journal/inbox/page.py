"""The text of an inbox, part by part: its token, its lines, what somebody wrote for himself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from stillnight.journal.inbox.plain import plain_line

COMMENT = "#"
REASON = "#? "
"""How the line above one that was not understood begins: it says why."""

_HINT = "one entry a line: 6 c2 s7 | 03:10 awake 7 | 2026-11-18 4 note slept well"
_HEADER = re.compile(r"#\s*stillnight inbox ([0-9a-f]{12})\b", re.IGNORECASE)


class Part(NamedTuple):
    """One line of the file as it stands there.

    Attributes:
        raw: The line.
        plain: The same without what cannot be seen.
    """

    raw: str
    plain: str

    @property
    def is_entry(self) -> bool:
        """Is it more than a blank or a remark?"""
        return bool(self.plain) and not self.plain.startswith(COMMENT)

    @property
    def is_ours(self) -> bool:
        """Did we write it, to be written anew?"""
        return self.plain.startswith(REASON.strip()) or _HEADER.match(self.plain) is not None


class Page(NamedTuple):
    """An inbox.

    Attributes:
        tokens: Its tokens, one unless files were glued together; a single empty one where it has none.
        parts: Its lines in order.
    """

    tokens: Sequence[str]
    parts: Sequence[Part]

    @property
    def lines(self) -> list[str]:
        """What stands in it for the journal."""
        return [part.plain for part in self.parts if part.is_entry]

    @property
    def headers(self) -> list[str]:
        """Its first line as it stands there, where we wrote one."""
        return [part.raw for part in self.parts if _HEADER.match(part.plain)][:1]


def read_page(text: str) -> Page:
    """The parts of a text."""
    parts = [Part(raw, plain_line(raw)) for raw in text.splitlines()]
    found = (_HEADER.match(part.plain) for part in parts)
    tokens = list(dict.fromkeys(match[1].lower() for match in found if match))
    return Page(tokens or [""], parts)


def header(token: str) -> str:
    """The first line of an inbox."""
    return f"# stillnight inbox {token} | {_HINT}"


def reason_line(reason: str) -> str:
    """What stands above a line that stays."""
    return REASON + " ".join(reason.split())
