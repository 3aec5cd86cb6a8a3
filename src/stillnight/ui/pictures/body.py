"""Where on the body: a figure with the place filled in, and the same in words.

Left is on the left in every figure: seen from behind it is so by itself, from the front as in a mirror.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from stillnight.ui.pictures.month import Line, Piece

HERE, ELSEWHERE = "█", "▒"
"""A cell of the place that is meant, and of the rest of the body."""

WIDTH = 15
"""The columns of a figure."""

LEGS = (
    "  hhhhhhhhhhh  ",
    "  hhhhh hhhhh  ",
    "  ttttt ttttt  ",
    "  ttttt ttttt  ",
    "  ttttt ttttt  ",
    "   tttt tttt   ",
    "   kkkk kkkk   ",
    "   ssss ssss   ",
    "  sssss sssss  ",
    "   ssss ssss   ",
    "   sss   sss   ",
    "   sss   sss   ",
    "  ffff   ffff  ",
)
"""Hips, thighs, knees, shins or calves, feet."""

BODY = (
    "      ooo      ",
    "      ooo      ",
    "   aabbbbbaa   ",
    "   a bbbbb a   ",
    "   a bbbbb a   ",
    "   n hhhhh n   ",
    "     hhhhh     ",
    "     tt tt     ",
    "     tt tt     ",
    "     kk kk     ",
    "     ss ss     ",
    "     ss ss     ",
    "    fff fff    ",
)
"""Head, trunk or back, arms, hands, and the legs as above."""

PLACES = {
    "feet": "f", "calves": "s", "shins": "s", "knees": "k", "thighs": "t", "hips": "h", "back": "b",
    "trunk": "b", "arms": "a", "hands": "n",
}  # fmt: skip
"""The letter of a part in the figures."""

ONE = {
    "feet": "foot", "calves": "calf", "shins": "shin", "knees": "knee", "thighs": "thigh", "hips": "hip",
    "arms": "arm", "hands": "hand",
}  # fmt: skip
"""A part of which there are two, in the singular."""

_UPPER = ("back", "trunk", "arms", "hands")
_BEHIND = ("calves", "back")
_BEHIND_WORDS = ("back", "buttock", "calf")


class Place(NamedTuple):
    """Where something is done.

    Attributes:
        parts: Words of :data:`stillnight.domain.picks.PARTS`.
        side: ``left``, ``right`` or ``both``; empty where sides do not matter.
        muscles: The muscle areas in plain words; where all are inner or outer ones, that half is filled in.
        meant: Other muscle areas that tell from where to look, where there are none of its own, as in a rest.
    """

    parts: Sequence[str]
    side: str = ""
    muscles: Sequence[str] = ()
    meant: Sequence[str] = ()

    @property
    def is_behind(self) -> bool:
        """Is it seen from behind?"""
        told = " ".join(self.muscles or self.meant)
        if told:
            return any(word in told for word in _BEHIND_WORDS)
        return any(part in _BEHIND for part in self.parts)


def place_words(place: Place) -> str:
    """The place in words: ``left calf``, with muscles ``left: inner calf``; empty where there is none."""
    if place.muscles:
        return f"{place.side}: {', '.join(place.muscles)}".removeprefix(": ")
    if place.side in ("left", "right"):
        return _listed([f"{place.side} {ONE[part]}" if part in ONE else part for part in place.parts])
    both = "both " if place.side == "both" else ""
    return _listed([f"{both}{part}" if part in ONE else part for part in place.parts])


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def view_words(place: Place) -> str:
    """From where the figure is seen."""
    if place.is_behind:
        return "from behind"
    return "as in a mirror" if place.side else "from the front"


def body_lines(place: Place) -> list[Line]:
    """The figure, 15 columns wide and 13 rows high, and the sides below it; nothing without a place.

    Places of the legs alone are shown on the legs alone, where they are larger.
    """
    if not place.parts:
        return []
    figure = BODY if any(part in _UPPER for part in place.parts) else LEGS
    letters = {PLACES[part] for part in place.parts if part in PLACES}
    rows = [_row(row, letters, place) for row in figure]
    return [*rows, _sides(place.side)]


def _row(row: str, letters: Collection[str], place: Place) -> Line:
    pieces: list[Piece] = []
    for column, letter in enumerate(row):
        is_here = letter in letters and _is_meant(row, column, place)
        glyph = " " if letter == " " else HERE if is_here else ELSEWHERE
        style = "" if letter == " " else "$accent bold" if is_here else "$frame"
        if pieces and pieces[-1][1] == style:
            pieces[-1] = (pieces[-1][0] + glyph, style)
        else:
            pieces.append((glyph, style))
    return pieces


def _is_meant(row: str, column: int, place: Place) -> bool:
    middle = WIDTH // 2
    if column == middle:
        return place.side not in ("left", "right")
    is_left = column < middle
    if place.side in ("left", "right") and is_left != (place.side == "left"):
        return False
    return _is_half(row, column, place.muscles)


def _is_half(row: str, column: int, muscles: Sequence[str]) -> bool:
    """Does a cell lie in the half of its leg that is meant, the inner or the outer one?"""
    halves = {word for muscle in muscles for word in ("inner", "outer") if word in muscle}
    if len(halves) != 1 or not all("inner" in one or "outer" in one for one in muscles):
        return True
    middle = WIDTH // 2
    leg = [at for at, letter in enumerate(row) if letter != " " and (at < middle) == (column < middle)]
    nearest = sorted((at for at in leg if at != middle), key=lambda at: abs(at - middle))
    return (column in nearest[: len(nearest) // 2]) == (halves == {"inner"})


def _sides(side: str) -> Line:
    """Which side is which; the one that is meant in capitals."""
    if not side:
        return []
    left, right = (_side(name, side in (name, "both")) for name in ("left", "right"))
    return [left, (" " * (WIDTH - len("leftright")), ""), right]


def _side(name: str, is_meant: bool) -> Piece:
    return (name.upper(), "$accent bold") if is_meant else (name, "$muted")
