"""What is seen in the dark: a few dim words, or nothing at all."""

from __future__ import annotations

from typing import NamedTuple

Line = list[tuple[str, str]]
"""One row as (text, style) pieces."""

MARGIN = 1
"""So many columns stay free at the left."""

HANG = 8
"""In this column, counted from the margin, the meaning of a key begins."""

RELIEF = "relief"
"""What Enter leads to, as long as nobody knows which."""


WHAT_TO_DO = "what to do now"
"""What the key of the red flags leads to while one of them asks for help: nothing else is offered then."""


class Dark(NamedTuple):
    """What the screen of the night shows.

    Attributes:
        is_black: Is nothing shown but what has to be said?
        relief: What Enter begins; empty while that is not known yet.
        is_picked: Was it just picked among others? Then it alone is shown, unless there is an alarm.
        said: The answer to the last key; empty is silence.
        is_trouble: Did something go wrong?
        alarm: A red flag that asks for help today; empty where there is none.
    """

    is_black: bool = False
    relief: str = ""
    is_picked: bool = False
    said: str = ""
    is_trouble: bool = False
    alarm: str = ""


def dark_lines(dark: Dark, width: int, height: int) -> list[Line]:
    """The rows of the screen from the top, as many as are needed.

    Args:
        dark: What is shown.
        width: The columns of the screen.
        height: Its rows.
    """
    rows = [_row(text, "$error bold") for text in _wrapped(f"!  {dark.alarm}" if dark.alarm else "", width)]
    words = _words(dark, width)
    if words:
        rows += [[] for _ in range(height // 3 - len(rows))]
        rows += words
    return rows[:height]


def _words(dark: Dark, width: int) -> list[Line]:
    if dark.said:
        return [
            _row(text, "$warning" if dark.is_trouble else "$muted") for text in _wrapped(dark.said, width)
        ]
    if dark.is_picked and not dark.alarm:
        return [_key("↑ ↓", dark.relief or RELIEF, width)]
    if dark.is_black:
        return []
    return [
        _key("0-9 x", "how strong", width),
        _key("!", WHAT_TO_DO, width) if dark.alarm else _key("Enter", dark.relief or RELIEF, width),
        _key("?", "keys", width),
    ]


def _key(key: str, meaning: str, width: int) -> Line:
    room = width - MARGIN - HANG - 1
    shown = meaning if len(meaning) <= room else f"{meaning[: max(room - 1, 0)].rstrip()}…"
    return _row(f"{key:<{HANG}}{shown}", "$muted")


def _row(text: str, style: str) -> Line:
    return [(" " * MARGIN + text, style)]


def _wrapped(text: str, width: int) -> list[str]:
    room = max(width - 2 * MARGIN, 1)
    if len(text) <= room:
        return [text] if text else []
    from textwrap import wrap

    return wrap(text, room)
