"""What all charts are made of: lines that stay and lines that scroll, legends, plain signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from stillnight.ui.pictures.compare import cells, wrapped
from stillnight.ui.pictures.month import Line, Piece

QUIET, INK, HEADING = "$muted", "$ink", "$accent bold"
"""The styles of lesser words, of words, and of what they are about."""

MARKS = "$severity-0"
"""The style of blocks that are no urge: as dim as a theme lets marks be."""

LATE = "~"
"""Stands for what was recalled late, as in the calendar."""

RISE = " ▁▂▃▄▅▆▇█"
"""From nothing to all of it."""


class Picture(NamedTuple):
    """A chart in lines.

    Attributes:
        head: What stays in view above.
        body: What scrolls where it is longer than the room.
        foot: What stays in view below: the legend.
    """

    head: Sequence[Line]
    body: Sequence[Line] = ()
    foot: Sequence[Line] = ()

    def cut(self, height: int) -> Picture:
        """The picture with as much of its body as so many rows leave room for, one row at least."""
        room = max(height - len(self.head) - len(self.foot), 1)
        return self._replace(body=self.body[:room])

    @property
    def lines(self) -> list[Line]:
        """All of it."""
        return [*self.head, *self.body, *self.foot]


def words(text: str, width: int, style: str = QUIET) -> list[Line]:
    """Some words in lines of so many columns."""
    return [[(row, style)] for row in wrapped(text, width)]


def legend(items: Iterable[tuple[str, str, str]], width: int) -> list[Line]:
    """Signs with what they mean, wrapped between them.

    Args:
        items: Each sign, its style, and its meaning.
        width: The columns that there are.
    """
    lines: list[Line] = [[]]
    used = 0
    for sign, style, meaning in items:
        meaning = f" {meaning}" if sign else meaning
        length = cells(f"{sign}{meaning}")
        if used and used + 2 + length > width:
            lines.append([])
            used = 0
        lines[-1] += [*([("  ", "")] if used else []), (sign, style), (meaning[: width - cells(sign)], QUIET)]
        used += length + (2 if used else 0)
    return lines


def rise(part: float, whole: float) -> str:
    """How much of a whole a part is, as a block; the smallest part of it is seen."""
    if part <= 0 or whole <= 0:
        return RISE[0]
    return RISE[max(1, min(8, round(8 * (part / whole))))]


def day_words(day: date) -> str:
    """A day in a few letters: ``19 Nov``."""
    return f"{day.day} {day:%b}"


def full_words(day: date) -> str:
    """A day with its year: ``19 Nov 2026``."""
    return f"{day_words(day)} {day.year}"


def plain(line: Line, is_ascii: bool = False) -> str:
    """A line as text; for a terminal that has no other signs in ASCII."""
    text = "".join(piece for piece, _ in line).rstrip()
    return text.translate(_ASCII) if is_ascii else text


def joined(pieces: Iterable[Piece]) -> Line:
    """The pieces, those that look alike in one: each costs time to draw."""
    line: Line = []
    for text, style in pieces:
        if line and line[-1][1] == style:
            line[-1] = (line[-1][0] + text, style)
        else:
            line.append((text, style))
    return line


_ASCII = str.maketrans({
    **dict(zip("▁▂▃▄▅▆▇█", ",:-=+*%#", strict=True)),
    **dict.fromkeys("▌▐▙▟", "#"), **dict.fromkeys("▖▗", ","),
    "·": ".", "◦": "o", "│": "|", "■": "O", "─": "-", "└": "+", "┬": "+", "◆": "^", "▪": "!",
    "±": "x", "−": "-", "→": "->", "━": "=", "╌": "-", "┃": "|", "▷": ">",
})  # fmt: skip
