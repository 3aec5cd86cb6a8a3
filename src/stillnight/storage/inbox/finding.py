"""Which files beside the journal are its inbox, and which may be copies of that."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import NamedTuple

from stillnight.storage.inbox import ASIDE, NAME, names_in

MOST_COPIES = 20
"""So many files are looked into at most: a folder of a thousand is somebody's own."""


class Found(NamedTuple):
    """The files beside a journal that matter here.

    Attributes:
        main: The inbox; ``None`` where there is none.
        strong: Copies of it by their names, which may be put away.
        weak: Perhaps copies.
    """

    main: Path | None = None
    strong: tuple[Path, ...] = ()
    weak: tuple[Path, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """All of them."""
        return (*((self.main,) if self.main else ()), *self.strong, *self.weak)


def find(folder: Path) -> Found:
    """The inbox of the journals in a folder, and its copies.

    A phone may write the name in capitals, and where the file system tells them apart both are there.
    """
    names = sorted(names_in(folder), key=lambda name: (name != NAME, name))
    main = next((name for name in names if _is_name(name)), None)
    rest = [name for name in names if name != main]
    if not rest:
        return Found(folder / main if main else None)
    from stillnight.storage.copies.names import Strength, strength_of

    strengths = {
        name: Strength.STRONG if name.startswith(ASIDE) or _is_name(name) else strength_of(name, NAME)
        for name in rest
    }
    strong = [folder / name for name, one in strengths.items() if one is Strength.STRONG]
    weak = [folder / name for name, one in strengths.items() if one in (Strength.WEAK, Strength.KEPT)]
    return Found(folder / main if main else None, tuple(strong[:MOST_COPIES]), tuple(weak[:MOST_COPIES]))


def _is_name(name: str) -> bool:
    return unicodedata.normalize("NFC", name).casefold() == NAME
