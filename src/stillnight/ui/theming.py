"""Themes out of TOML: checked before Textual sees them, so that a broken one is a message, not a crash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

from stillnight.domain.errors import BadInput

COLORS = (
    "background", "surface", "panel", "text", "muted", "accent", "frame", "frame_focus", "cursor",
    "cursor_text", "warning", "error", "success",
    "severity_0", "severity_1", "severity_2", "severity_3", "severity_4",
)  # fmt: skip
"""The colours that every theme names."""

TEXT_COLORS = ("text", "muted", "accent", "warning", "error", "success")
"""The colours in which something has to be read."""


def parse_theme(origin: str, data: Mapping[str, Any]) -> Theme:
    """A theme out of its parsed TOML file.

    Args:
        origin: The file's name, for the message.
        data: ``name``, ``dark`` and the table ``colors``.

    Raises:
        BadInput: If a colour is missing or cannot be read; it names the file and the key.
    """
    colors = data.get("colors")
    name = data.get("name")
    if not isinstance(name, str) or not name.strip() or not isinstance(colors, Mapping):
        raise BadInput(f"theme {origin}: it needs a name and a table [colors]")
    checked = {color: _color(origin, color, colors.get(color)) for color in COLORS}
    return Theme(
        name=name,
        primary=checked["accent"],
        secondary=checked["accent"],
        accent=checked["accent"],
        warning=checked["warning"],
        error=checked["error"],
        success=checked["success"],
        foreground=checked["text"],
        background=checked["background"],
        surface=checked["surface"],
        panel=checked["panel"],
        boost=checked["panel"],
        dark=bool(data.get("dark", True)),
        variables=_variables(checked),
    )


def _color(origin: str, name: str, value: object) -> str:
    try:
        return Color.parse(str(value)).hex
    except ColorParseError:
        raise BadInput(
            f"theme {origin}: colors.{name} is {value!r}, it takes a colour such as #dcae6b"
        ) from None


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
        "block-hover-background": panel,
        "input-cursor-background": cursor,
        "input-cursor-foreground": cursor_text,
        "input-selection-background": frame,
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


def variable_defaults() -> dict[str, str]:
    """What our names mean in a theme that is not ours."""
    return {
        "ink": "#d0d0d0", "muted": "#a0a0a0", "frame": "#505050", "frame-focus": "#d0d0d0",
        "cursor": "#d0d0d0", "cursor-text": "#101010",
        "severity-0": "#909090", "severity-1": "#98bf9c", "severity-2": "#dcc878",
        "severity-3": "#e2a065", "severity-4": "#ec8272",
    }  # fmt: skip


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance of sRGB)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(color).normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
