"""The lines that stay in an inbox: each once, however many files have it, and below its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from stillnight.journal.inbox.page import reason_line
from stillnight.journal.inbox.plain import plain_line
from stillnight.journal.inbox.slots import Sheet, Slot
from stillnight.journal.inbox.source import Role

_DATE_OR_HOLD = re.compile(r"^(?:(?:\?|\d{4}-\d{2}-\d{2})\s+)+", re.ASCII)


def without_standing(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Lines that stood in an inbox are missed in an older one; out of the same one somebody took them."""
    tokens = {token for sheet in sheets if sheet.source.role is Role.MAIN for token in sheet.page.tokens}
    return [
        sheet
        for sheet in sheets
        if sheet.source.role is not Role.OWED
        or not sheet.page.tokens[0]
        or sheet.page.tokens[0] not in tokens
    ]


def with_reasons(kept: Iterable[Slot]) -> list[str]:
    """Lines that stay, each below its reason."""
    return [line for slot in kept for line in (reason_line(slot.reason), slot.stays_as)]


def lines_left(sheets: Iterable[Sheet]) -> list[Slot]:
    """Each line that stays, as often as the file has it that has it most often.

    One that stood here before does not stay at all where it stands under its date.
    """
    found: dict[tuple[str, int], Slot] = {}
    for slot, place in sorted(_numbered(sheets), key=lambda one: one[0].is_repeated):
        stands = {_without_date(line) for line, _ in found} if slot.is_repeated else set()
        if _without_date(slot.stays_as) not in stands:
            found.setdefault(place, slot)
    return list(found.values())


def _numbered(sheets: Iterable[Sheet]) -> Iterator[tuple[Slot, tuple[str, int]]]:
    """The lines that stay, each with its words and the how many-th of these it is in its file."""
    for sheet in sheets:
        counts: Counter[str] = Counter()
        for slot in sheet.slots.values():
            if slot.stays_as:
                line = plain_line(slot.stays_as)
                counts[line] += 1
                yield slot, (line, counts[line])


def _without_date(line: str) -> str:
    return _DATE_OR_HOLD.sub("", plain_line(line))
