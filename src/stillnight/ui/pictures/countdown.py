"""How long a step still takes, large enough for eyes half closed: whole minutes, at the end seconds."""

from __future__ import annotations

from math import ceil

from stillnight.ui.pictures.month import Line

SECONDS_UP_TO = 90
"""With more seconds left whole minutes are shown, so that a long step changes once a minute; our choice."""

HIGH, ROOM = 5, 2
"""The rows of a digit, and the columns between two."""

_DIGITS = {
    "0": ("██████", "██  ██", "██  ██", "██  ██", "██████"),
    "1": ("  ██  ", "████  ", "  ██  ", "  ██  ", "██████"),
    "2": ("██████", "    ██", "██████", "██    ", "██████"),
    "3": ("██████", "    ██", "██████", "    ██", "██████"),
    "4": ("██  ██", "██  ██", "██████", "    ██", "    ██"),
    "5": ("██████", "██    ", "██████", "    ██", "██████"),
    "6": ("██████", "██    ", "██████", "██  ██", "██████"),
    "7": ("██████", "    ██", "    ██", "    ██", "    ██"),
    "8": ("██████", "██  ██", "██████", "██  ██", "██████"),
    "9": ("██████", "██  ██", "██████", "    ██", "██████"),
}

DONE, AHEAD = "━", "┄"
"""The bar where it is filled, and where it is not."""


def shown_time(left: int) -> tuple[str, str]:
    """The number that is shown for so many seconds, and its unit in words; never a time of day.

    Args:
        left: Seconds left, 0 or more.
    """
    if left > SECONDS_UP_TO:
        return str(ceil(left / 60)), "minutes"
    return str(left), "second" if left == 1 else "seconds"


def digit_rows(number: str) -> list[str]:
    """A number in blocks, five rows high."""
    return [(" " * ROOM).join(_DIGITS[digit][row] for digit in number) for row in range(HIGH)]


def countdown_lines(left: int, is_large: bool = True) -> list[Line]:
    """What is left: the number, and its unit below it; on a small screen both in one line.

    Args:
        left: Seconds left, 0 or more.
        is_large: Is there room for large digits?
    """
    number, unit = shown_time(left)
    if not is_large:
        return [[(f"{number} {unit}", "$accent bold")]]
    return [*number_lines(number), [(unit, "$muted")]]


def number_lines(number: str) -> list[Line]:
    """A number in blocks; the blanks before a row are a piece of their own, for pictures that drop them."""
    rows = ((row.rstrip(), row.strip()) for row in digit_rows(number))
    return [[(" " * (len(row) - len(blocks)), ""), (blocks, "$accent")] for row, blocks in rows]


def bar_line(part: float, width: int) -> Line:
    """A bar that is filled up to a part; it moves in whole cells.

    Args:
        part: How much is behind, 0 to 1.
        width: The columns that there are.
    """
    filled = min(max(int(part * width), 0), width)
    return [(DONE * filled, "$accent"), (AHEAD * (width - filled), "$frame")]
