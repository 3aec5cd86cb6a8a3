"""Tonight's date and the month on the screen at once, while the rest is still being loaded.

Somebody opens the program in the dark and waits for it every night. What they look for first, the month's
marks, is known long before the screen library is loaded, so it is drawn straight to the terminal, cell for
cell where Home will draw it again.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, TextIO

from stillnight.domain.moment import Moment
from stillnight.domain.month import grid_of
from stillnight.journal.session import Session
from stillnight.ui.pictures.layout import CALENDAR_WIDTH, NORMAL, TALL
from stillnight.ui.pictures.month import Line, month_lines, spaced, title
from stillnight.ui.pictures.top import top_line

ENTER, LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
"""To the other screen of the terminal with the cursor hidden, and back."""

_ATTRIBUTES = {"bold": "1", "underline": "4"}


def paint(session: Session, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Draw the first frame, where the terminal can show it as Home will; did it happen?

    Args:
        session: The open journal.
        stream: The terminal.
        environ: Says what the terminal can show.
    """
    if environ.get("COLORTERM") not in ("truecolor", "24bit") or environ.get("NO_COLOR"):
        return False
    try:
        width, height = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return False
    colors = _colors(session)
    if width < NORMAL or not colors:
        return False
    stream.write(picture(session, width, height, colors))
    stream.flush()
    return True


def picture(session: Session, width: int, height: int, colors: Mapping[str, str]) -> str:
    """The first frame as what is sent to the terminal."""
    browse, tonight = session.journal.browse, session.journal.tonight
    grid = grid_of(tonight, session.preferences.week_start)
    marks = browse.marks(grid.first, grid.last)
    lines = month_lines(grid, tonight, tonight, marks, browse.legs_on(tonight))
    rows = [top_line(tonight, "", width), *_framed(spaced(lines, 2 if height >= TALL else 1), title(tonight))]
    ground = f"\x1b[0;{_rgb(48, colors['background'])}m"
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


def _colors(session: Session) -> dict[str, str]:
    """The colours of the moment's theme as the file has them; none unless all are plain ``#rrggbb``."""
    moment = session.moment or session.journal.browse.moment()
    preferences = session.preferences
    wanted = preferences.night_theme if moment is Moment.NIGHT else preferences.theme
    for document in session.themes().documents.values():
        found: Any = document.get("colors")
        if document.get("name") == wanted and isinstance(found, dict) and "background" in found:
            return found if all(map(_is_plain, found.values())) else {}
    return {}


def _is_plain(color: object) -> bool:
    if not isinstance(color, str) or len(color) != 7 or not color.startswith("#"):
        return False
    return all(sign in "0123456789abcdefABCDEF" for sign in color[1:])
