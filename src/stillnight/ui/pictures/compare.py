"""Two nights as lines, side by side where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from stillnight.journal.compare import NOTHING, Row
from stillnight.ui.pictures.month import Line

BESIDE = 56
"""From so many columns on both nights stand side by side."""

SIGN, FIELD, GAP = 2, 13, 2
"""The columns of the sign and of a field's name, and those between the nights."""

DIFFERS, SAME = "≠ ", "= "


def compared_lines(names: tuple[str, str], rows: Sequence[Row], width: int) -> list[Line]:
    """The nights' names, then a few lines for each fact.

    Args:
        names: What the left and the right night are called.
        rows: The facts.
        width: The columns that there are.
    """
    drawn = _beside if width >= BESIDE else _stacked
    return list(drawn(names, rows, width))


def _beside(names: tuple[str, str], rows: Sequence[Row], width: int) -> Iterator[Line]:
    room = (width - SIGN - FIELD - GAP) // 2
    yield from _columns(("", ""), names, room, ("$accent bold", "$accent bold"))
    for row in rows:
        sign = DIFFERS if row.is_different else SAME
        yield from _columns(
            (sign, row.field), (row.left or NOTHING, row.right or NOTHING), room, _styles(row)
        )


def _columns(
    head: tuple[str, str], texts: tuple[str, str], room: int, styles: tuple[str, str]
) -> Iterator[Line]:
    left, right = (wrapped(text, room) for text in texts)
    for at in range(max(len(left), len(right))):
        sign, field = head if at == 0 else ("", "")
        ours, theirs = (texts[at] if at < len(texts) else "" for texts in (left, right))
        gap = " " * (room - cells(ours) + GAP)
        yield [
            (f"{sign:<{SIGN}}", "$accent bold"),
            (f"{field:<{FIELD - 1}.{FIELD - 1}} ", "$muted"),
            (ours + gap, styles[0]),
            (theirs, styles[1]),
        ]


def _stacked(names: tuple[str, str], rows: Sequence[Row], width: int) -> Iterator[Line]:
    for number, name in enumerate(names, 1):
        yield [(f"{number}  {name}", "$accent bold")]
    for row in rows:
        yield [(DIFFERS if row.is_different else SAME, "$accent bold"), (row.field, "$muted")]
        pairs = (("1", row.left), ("2", row.right)) if row.is_different else (("", row.left),)
        for (side, text), style in zip(pairs, _styles(row), strict=False):
            for at, part in enumerate(wrapped(text or NOTHING, width - SIGN - 3)):
                yield [(f"  {side if at == 0 else '':<3}", "$muted"), (part, style)]


def _styles(row: Row) -> tuple[str, str]:
    """What differs stands out; where nothing was noted, that does not."""
    if not row.is_different:
        return "$muted", "$muted"
    return ("$ink" if row.left else "$muted"), ("$ink" if row.right else "$muted")


def wrapped(text: str, room: int) -> list[str]:
    """A text in lines of so many columns, one at least; its own line breaks stay."""
    return [row for line in text.split("\n") for row in _rows(line, max(room, 1))]


def _rows(line: str, room: int) -> Iterator[str]:
    row = ""
    for word in line.split():
        joined = f"{row} {word}" if row else word
        while cells(joined) > room:
            fits = row or _start(word, room)
            yield fits
            word = word if row else word[len(fits) :]
            row, joined = "", word
        row = joined
    yield row


def _start(word: str, room: int) -> str:
    """As much of a word as so many columns hold, one sign at least."""
    end = next((at for at in range(len(word), 1, -1) if cells(word[:at]) <= room), 1)
    return word[:end]


def cells(text: str) -> int:
    """The columns that a text takes: signs of East Asia take two, accents that stand alone none."""
    return sum(0 if combining(sign) else 1 + (east_asian_width(sign) in "WF") for sign in text)
