"""How bright a theme may become: what it states of itself, and whether a colour keeps to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from textual.color import Color

from stillnight.domain.errors import BadInput

MOST: dict[str, float] = {"max_luminance": 1.0, "max_green": 255, "max_blue": 255}
"""What a theme can state in its table ``[bounds]``, each from 0 to this."""


class Bounds(NamedTuple):
    """What no cell of a theme goes beyond.

    Attributes:
        max_luminance: The relative luminance of sRGB (WCAG 2.2), 0 black to 1 white; pure red has 0.2126.
        max_green: The green channel, 0-255.
        max_blue: The blue channel, 0-255.
    """

    max_luminance: float = MOST["max_luminance"]
    max_green: float = MOST["max_green"]
    max_blue: float = MOST["max_blue"]

    def hold(self, color: str) -> bool:
        """Does a colour such as ``#ec0000`` keep to them?"""
        seen = Color.parse(color)
        is_dim = luminance(color) <= self.max_luminance
        return is_dim and seen.g <= self.max_green and seen.b <= self.max_blue


def parse_bounds(origin: str, data: Mapping[str, Any]) -> Bounds:
    """What a theme's file states; without a table ``[bounds]`` everything is allowed.

    Args:
        origin: The file's name, for the message.
        data: The parsed TOML file.

    Raises:
        BadInput: If a bound is unknown or no number in its range.
    """
    stated = data.get("bounds", {})
    if not isinstance(stated, Mapping):
        raise BadInput(f"theme {origin}: bounds is {stated!r}, it takes a table [bounds]")
    for name, value in stated.items():
        if name not in MOST:
            raise BadInput(f"theme {origin}: bounds.{name} is unknown, there are {', '.join(MOST)}")
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MOST[name]:
            raise BadInput(f"theme {origin}: bounds.{name} is {value!r}, it takes 0 to {MOST[name]:g}")
    return Bounds(**stated)


def check_bounds(origin: str, data: Mapping[str, Any]) -> None:
    """Hold a theme's own colours against what it states.

    Raises:
        BadInput: If a bound is wrong, or one of the colours goes beyond it; it names file and key.
    """
    if "bounds" not in data:
        return
    bounds = parse_bounds(origin, data)
    for name, color in data["colors"].items():
        if not bounds.hold(str(color)):
            raise BadInput(f"theme {origin}: colors.{name} is {color!r}, beyond what [bounds] states")


def luminance(color: str) -> float:
    """The relative luminance of a colour, 0-1 (WCAG 2.2, sRGB)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(color).normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
