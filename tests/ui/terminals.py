"""What terminals make of a colour: their own sixteen, and the nearest of 256."""

from __future__ import annotations

from rich.color import Color, ColorSystem

NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")

VGA = {
    **dict(zip(NAMES, "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa".split(), strict=True)),
    **{f"bright_{name}": color for name, color in zip(
        NAMES, "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff".split(), strict=True)},
}  # fmt: skip
"""The console of Linux, and what many programs call the standard colours."""

XTERM = {
    **dict(zip(NAMES, "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5".split(), strict=True)),
    **{f"bright_{name}": color for name, color in zip(
        NAMES, "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff".split(), strict=True)},
}  # fmt: skip
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
