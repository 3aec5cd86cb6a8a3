"""Tonight's date and the month on the screen at once, while the rest is still being loaded.

Somebody opens the program in the dark and waits for it every night. What they look for first, the month's
marks, is known long before the screen library is loaded, so it is drawn straight to the terminal, cell for
cell where Home will draw it again. In the night it is black with a few dim words, as that screen will be.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TextIO

from stillnight.domain.moment import Moment
from stillnight.domain.month import grid_of
from stillnight.domain.preferences import Preferences
from stillnight.journal.shelf import Shelf
from stillnight.journal.sight import Sight
from stillnight.ui.pictures.layout import CALENDAR_WIDTH, NORMAL, TALL
from stillnight.ui.pictures.month import Line, month_lines, spaced, title
from stillnight.ui.pictures.top import top_line

ENTER, LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
"""To the other screen of the terminal with the cursor hidden, and back."""

_DRAWN = {"background", "text", "muted", "accent", "frame", "success", *(f"severity_{n}" for n in range(5))}
"""The colours that are drawn with; a theme that lacks one is broken, and Home will not wear it."""

_ATTRIBUTES = {"bold": "1", "underline": "4"}


class Easel(NamedTuple):
    """The terminal as something to draw on.

    Attributes:
        stream: The terminal.
        width: Its columns.
        height: Its rows.
        themes: The colours of each theme, by its name; only plain ``#rrggbb``.
        preferences: Which theme is worn at which moment, and how a week begins.
    """

    stream: TextIO
    width: int
    height: int
    themes: Mapping[str, Mapping[str, str]]
    preferences: Preferences

    def paint(self, sight: Sight) -> bool:
        """Draw a first frame over whatever stands there; did it happen?"""
        wanted = self.preferences.theme_at(sight.moment)
        colors = self.themes.get(wanted)
        is_night = sight.moment is Moment.NIGHT
        if not colors or (self.width < NORMAL and not is_night):
            return False
        rows = night_rows(self.width, self.height) if is_night else self._rows(sight)
        self.stream.write(picture(rows, self.height, colors))
        self.stream.flush()
        return True

    def _rows(self, sight: Sight) -> list[Line]:
        return home_rows(sight, self.preferences.week_start, self.width, self.height)


def easel_at(
    stream: TextIO, environ: Mapping[str, str], shelf: Shelf, preferences: Preferences
) -> Easel | None:
    """The terminal, where it can show a first frame as Home will; else ``None``.

    Args:
        stream: The terminal.
        environ: Says what the terminal can show.
        shelf: The theme files.
        preferences: What the user prefers.
    """
    if environ.get("COLORTERM") not in ("truecolor", "24bit") or environ.get("NO_COLOR"):
        return None
    try:
        width, height = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return None
    return Easel(stream, width, height, _plain_themes(shelf), preferences)


def home_rows(sight: Sight, week_start: int, width: int, height: int) -> list[Line]:
    """The rows of Home that are known already."""
    tonight, cursor = sight.tonight, sight.cursor
    lines = month_lines(grid_of(cursor, week_start), cursor, tonight, sight.marks, sight.legs_on)
    return [top_line(tonight, "", width), *_framed(spaced(lines, 2 if height >= TALL else 1), title(cursor))]


def night_rows(width: int, height: int) -> list[Line]:
    """The rows of the night, where it is not known yet what Enter will begin."""
    # who opens in the evening does not pay for the night
    from stillnight.ui.pictures.night import Dark, dark_lines

    return dark_lines(Dark(), width, height)


def picture(rows: Sequence[Line], height: int, colors: Mapping[str, str]) -> str:
    """The first frame as what is sent to the terminal; what is written after it is written dimly."""
    ground = f"\x1b[0;{_rgb(48, colors['background'])};{_rgb(38, colors['muted'])}m"
    drawn = "\r\n".join("".join(_drawn(piece, colors, ground) for piece in row) for row in rows[:height])
    return f"{ENTER}{ground}\x1b[2J\x1b[H{drawn}"


def _framed(lines: list[Line], name: str) -> list[Line]:
    inner = CALENDAR_WIDTH - 2
    side = ("│", "$frame")
    rule = "─" * (inner - len(name) - 3)
    top: Line = [("╭─ ", "$frame"), (name, "$muted"), (f" {rule}╮", "$frame")]
    body = [[side, *line, (" " * (inner - sum(len(text) for text, _ in line)), ""), side] for line in lines]
    return [top, *body]


def _drawn(piece: tuple[str, str], colors: Mapping[str, str], ground: str) -> str:
    text, style = piece
    names = style.split()
    codes = [_ATTRIBUTES[name] for name in names if name in _ATTRIBUTES]
    codes += [_rgb(38, colors[name]) for one in names if (name := _color_name(one)) in colors]
    return f"\x1b[{';'.join(codes)}m{text}{ground}" if codes else text


def _color_name(style: str) -> str:
    name = style.removeprefix("$").replace("-", "_")
    return "text" if name == "ink" else name


def _rgb(layer: int, color: str) -> str:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return f"{layer};2;{red};{green};{blue}"


def _plain_themes(shelf: Shelf) -> dict[str, Mapping[str, str]]:
    """The colours of the themes as their files have them, but for those that only Textual can read."""
    found: dict[str, Mapping[str, str]] = {}
    for document in shelf.documents.values():
        name, colors = document.get("name"), document.get("colors")
        if isinstance(name, str) and isinstance(colors, dict) and colors.keys() >= _DRAWN:
            found[name] = colors if all(map(_is_plain, colors.values())) else {}
    return found


def _is_plain(color: object) -> bool:
    if not isinstance(color, str) or len(color) != 7 or not color.startswith("#"):
        return False
    return all(sign in "0123456789abcdefABCDEF" for sign in color[1:])
