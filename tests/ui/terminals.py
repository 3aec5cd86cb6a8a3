"""What terminals make of a colour: their own sixteen, and the nearest of 256."""

from __future__ import annotations

from rich.color import Color, ColorSystem

NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


def palette(usual: str, bright: str) -> dict[str, str]:
    """The sixteen colours of a terminal, eight and eight as ``rrggbb``."""
    return dict(
        zip([*NAMES, *(f"bright_{name}" for name in NAMES)], f"{usual} {bright}".split(), strict=True)
    )


VGA = palette(
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa",
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
)
"""The console of Linux, and what many programs call the standard colours."""

XTERM = palette(
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5",
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
)
"""xterm as it comes."""

PALETTES = {"vga": VGA, "xterm": XTERM}
"""Terminals that have sixteen colours and no more come with one of these."""


def in_256(color: str) -> str:
    """What a terminal with 256 colours shows for ``#rrggbb``."""
    return Color.parse(color).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


def in_16(color: str, palette: dict[str, str], default: str) -> str:
    """What a terminal shows for ``ansi_...``; ``default`` is its own ground or ink."""
    name = color.removeprefix("ansi_")
    return default if name == "default" else f"#{palette[name]}"
