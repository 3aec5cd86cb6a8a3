"""Themes out of TOML: checked before Textual sees them, so that a broken one is a message, not a crash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.color import TRANSPARENT, Color, ColorParseError
from textual.theme import Theme

from stillnight.domain.errors import BadInput
from stillnight.ui.theme_bounds import check_bounds, luminance

COLORS = (
    "background", "surface", "panel", "text", "muted", "accent", "frame", "frame_focus", "cursor",
    "cursor_text", "warning", "error", "success",
    "severity_0", "severity_1", "severity_2", "severity_3", "severity_4",
)  # fmt: skip
"""The colours that every theme names."""

TEXT_COLORS = ("text", "muted", "accent", "warning", "error", "success")
"""The colours in which something has to be read."""


def parse_theme(origin: str, data: Mapping[str, Any], has_few_colors: bool = False) -> Theme:
    """A theme out of its parsed TOML file.

    Args:
        origin: The file's name, for the message.
        data: ``name``, ``dark``, ``about``, the table ``colors``, the table ``sixteen`` with the same
            colours for a terminal that has no more, and the table ``bounds``, beyond which no cell goes.
        has_few_colors: Has the terminal sixteen colours and no more?

    Raises:
        BadInput: If a colour is missing, cannot be read or is beyond the bounds; it names file and key.
    """
    name, is_dark = data.get("name"), data.get("dark", True)
    if not isinstance(name, str) or not name.strip() or not isinstance(data.get("colors"), Mapping):
        raise BadInput(f"theme {origin}: it needs a name and a table [colors]")
    if "," in name:
        raise BadInput(f"theme {origin}: name is {name!r}, it takes a name without a comma")
    if not isinstance(is_dark, bool):
        raise BadInput(f"theme {origin}: dark is {is_dark!r}, it takes true or false")
    painted = _table(origin, "colors", data)
    few = _table(origin, "sixteen", data) if "sixteen" in data else painted
    check_bounds(origin, data)
    return _theme(name, is_dark, few if has_few_colors else painted)


def about(data: Mapping[str, Any]) -> str:
    """What a theme says of itself in one line; empty when it says nothing."""
    words = data.get("about", "")
    return " ".join(words.split()) if isinstance(words, str) else ""


def _theme(name: str, is_dark: bool, colors: Mapping[str, str]) -> Theme:
    return Theme(
        name=name,
        primary=colors["accent"],
        secondary=colors["accent"],
        accent=colors["accent"],
        warning=colors["warning"],
        error=colors["error"],
        success=colors["success"],
        foreground=colors["text"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["panel"],
        boost=colors["panel"],
        dark=is_dark,
        variables=_variables(colors),
        ansi=any(color.startswith("ansi_") for color in colors.values()),
    )


def _table(origin: str, table: str, data: Mapping[str, Any]) -> dict[str, str]:
    colors = data[table]
    if not isinstance(colors, Mapping):
        raise BadInput(f"theme {origin}: {table} is {colors!r}, it takes a table [{table}]")
    return {name: _color(origin, f"{table}.{name}", colors.get(name)) for name in COLORS}


def _color(origin: str, key: str, value: object) -> str:
    try:
        color = Color.parse(str(value))
    except ColorParseError:
        color = TRANSPARENT
    if color.a < 1 or color.auto:
        found = "missing" if value is None else repr(value)
        raise BadInput(f"theme {origin}: {key} is {found}, it takes a colour such as #dcae6b")
    return color.hex


def _variables(colors: Mapping[str, str]) -> dict[str, str]:
    """Our own names, and Textual's where it would otherwise mix in white or blue."""
    own = {name.replace("_", "-"): value for name, value in colors.items() if name != "text"}
    text, muted, frame = colors["text"], colors["muted"], colors["frame"]
    cursor, cursor_text, panel = colors["cursor"], colors["cursor_text"], colors["panel"]
    return own | {
        "ink": text,
        "text": text,
        "text-muted": muted,
        "text-disabled": muted,
        "text-primary": colors["accent"],
        "text-secondary": colors["accent"],
        "text-accent": colors["accent"],
        "text-warning": colors["warning"],
        "text-error": colors["error"],
        "text-success": colors["success"],
        "foreground-muted": muted,
        "panel-lighten-1": panel,
        "border": colors["frame_focus"],
        "border-blurred": frame,
        "block-cursor-background": cursor,
        "block-cursor-foreground": cursor_text,
        "block-cursor-blurred-background": panel,
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-text-style": "underline",
        "block-hover-background": panel,
        "input-cursor-background": cursor,
        "input-cursor-foreground": cursor_text,
        # in ember no other ground than the cursor's is bright enough to read on: the line tells them apart
        "input-cursor-text-style": "underline",
        "input-selection-background": cursor,
        "input-selection-foreground": cursor_text,
        "screen-selection-background": cursor,
        "screen-selection-foreground": cursor_text,
        "surface-active": panel,
        "ansi-background": panel,
        "ansi-foreground": text,
        "scrollbar": frame,
        "scrollbar-hover": colors["frame_focus"],
        "scrollbar-active": colors["frame_focus"],
        "scrollbar-background": panel,
        "scrollbar-background-hover": panel,
        "scrollbar-background-active": panel,
        "scrollbar-corner-color": panel,
        "link-color": text,
        "link-color-hover": cursor_text,
        "link-background-hover": cursor,
    }


def variable_defaults(is_dark: bool = True) -> dict[str, str]:
    """What our names mean in a theme that is not ours.

    Args:
        is_dark: Is the theme's ground dark?
    """
    text, muted, frame, ground = _ON_DARK if is_dark else _ON_LIGHT
    marks = _MARKS_ON_DARK if is_dark else _MARKS_ON_LIGHT
    return {
        "ink": text, "muted": muted, "frame": frame, "frame-focus": text,
        "cursor": text, "cursor-text": ground,
        **{f"severity-{band}": color for band, color in enumerate(marks)},
    }  # fmt: skip


_ON_DARK = ("#e4e4e4", "#c0c0c0", "#606060", "#101010")
_ON_LIGHT = ("#202020", "#404040", "#909090", "#f4f4f4")
"""Text, lesser text, frames and the text under the cursor, on any dark or light ground."""

_MARKS_ON_DARK = ("#a8a8a8", "#98bf9c", "#dcc878", "#e2a065", "#ec8272")
_MARKS_ON_LIGHT = ("#505050", "#2f6e40", "#6b5300", "#8f4204", "#a31f18")
"""The marks of the nights, from none to the worst."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance of sRGB)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
