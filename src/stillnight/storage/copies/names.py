"""What the name of a file beside the journal says: whose copy it looks like, and whether it may be removed.

Names only decide what is looked into and what may be removed. Whether a file is this journal at all
is told by what is in it.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple

from stillnight.storage.copies.words import CONFLICT, COPY, SAFETY


class Strength(StrEnum):
    """What a name allows."""

    STRONG = "a service's conflict copy"
    KEPT = "a conflict copy that must stay"
    WEAK = "perhaps a copy"


class _Shape(NamedTuple):
    """One way to name a copy.

    Attributes:
        strength: What it allows.
        between: A pattern of what stands between the journal's stem and its ending.
        at_end: May the same stand behind the whole name, too?
    """

    strength: Strength
    between: str
    at_end: bool = True


_OPEN, _SHUT = r"[(\[{（]", r"[)\]}）]"
_NUMBER = r"(?: ?\(\d+\)| \d+)?"
_INSIDE = r"[^()\[\]{}（）]*(?:\([^()]*\)[^()\[\]{}（）]*)?"
_DATE = r"\d{4}-\d\d-\d\d"

_SHAPES = (
    # Resilio Sync; who deletes it deletes the real file elsewhere. Only its capital tells it from rclone's.
    _Shape(Strength.KEPT, r"(?:\.(?-i:C)onflict\d*)+"),
    # Syncthing
    _Shape(Strength.STRONG, r"\.sync-conflict-\d{8}-\d{6}(?:-\w{1,64})?"),
    # the Linux client of OneDrive
    _Shape(Strength.STRONG, r"(?:-[^()]+)?-safebackup-\d+"),
    # rclone bisync 1.60 and its pathname mode; since 1.66
    _Shape(Strength.STRONG, r"\.{1,2}path[12]"),
    _Shape(Strength.STRONG, r"\.conflict\d+"),
    # Synology Drive
    _Shape(Strength.STRONG, r"_[^()]+_[^_()]+-\d{1,2}-\d{4,6}-\d{4}_conflict\d*"),
    # old clients of Nextcloud and ownCloud; whatever calls itself a conflict right behind the name
    _Shape(Strength.STRONG, rf"[ ._-]+(?:{CONFLICT})[^()\[\]]*{_NUMBER}"),
    # Dropbox, Maestral, Nextcloud, ownCloud, Seafile, pCloud, Box, Tresorit, Unison, Sync.com, SecuriSync,
    # nBox, FileCloud: a word for conflict in brackets, in many languages
    _Shape(Strength.STRONG, rf"[ _-]?{_OPEN}{_INSIDE}(?:{CONFLICT}){_INSIDE}{_SHUT}{_NUMBER}"),
    # Dropbox in any other language: who, what and a date. A copy for safety is somebody's own.
    _Shape(
        Strength.STRONG,
        rf" {_OPEN}(?!{_INSIDE}(?:{SAFETY}))(?=[^()]*\w[^()]* \w){_INSIDE} {_DATE}{_INSIDE}{_SHUT}{_NUMBER}",
    ),
    # Google Drive, browsers, file managers; any brackets
    _Shape(Strength.WEAK, rf"[ _-]?{_OPEN}{_INSIDE}{_SHUT}"),
    _Shape(Strength.WEAK, r"_conf ?\(\d+\)"),
    # iCloud Drive, Logseq on it, the file picker of Android, OneDrive
    _Shape(Strength.WEAK, r"[ _.-]\d+"),
    # file managers, in many languages
    _Shape(Strength.WEAK, rf"[ _–-]*(?:[^()]* |の|的)?(?:{COPY})[^()]*{_NUMBER}"),
    # OneDrive: the name of the computer; a copy that somebody named
    _Shape(Strength.WEAK, r"-[^()\[\] ][^()\[\]]*"),
    _Shape(Strength.WEAK, r"[_.][^()\[\] ]+"),
)

_BEFORE = re.compile(rf"(?:.*[ _-])?(?:{COPY}|{CONFLICT})(?:.*[ _-])?", re.IGNORECASE)
"""What a file manager puts before the name: ``Kopie von``."""

_FLAGS = re.IGNORECASE | re.DOTALL


def strength_of(name: str, journal: str) -> Strength | None:
    """What a file's name allows; ``None`` where it is no copy of the journal's.

    Args:
        name: The file's name.
        journal: The journal's own name, in the same folder.
    """
    name, journal = (unicodedata.normalize("NFC", one) for one in (name, journal))
    stem, ending = split(journal)
    for shape in _SHAPES:
        if shape.strength is not Strength.WEAK:
            base = _base(shape, name, stem, ending)
            if base is not None:
                return shape.strength if _is_ours(base, journal) else None
    if name.casefold() == journal.casefold():
        return Strength.WEAK
    return Strength.WEAK if _is_weak(name, stem, ending) else None


def split(journal: str) -> tuple[str, str]:
    """The stem and the ending of a name, as every service tells them apart: at the last dot."""
    at = journal.rfind(".")
    return (journal[:at], journal[at:]) if at > 0 else (journal, "")


def _is_ours(base: str, journal: str) -> bool:
    """Is it the journal's own name from which a copy has its own, or that of a copy of it?"""
    return base.casefold() == journal.casefold() or strength_of(base, journal) in (
        Strength.STRONG,
        Strength.KEPT,
    )


def _base(shape: _Shape, name: str, stem: str, ending: str) -> str | None:
    """The name of which this is a copy by its shape, the journal's own before all others."""
    for front in (re.escape(stem), ".+?"):
        found = re.fullmatch(f"({front}){shape.between}{re.escape(ending)}", name, _FLAGS)
        if found:
            return found[1] + ending
        found = re.fullmatch(f"({front}{re.escape(ending)}){shape.between}", name, _FLAGS)
        if found:
            return found[1]
    return None


def _is_weak(name: str, stem: str, ending: str) -> bool:
    before, after = re.escape(stem), re.escape(ending)
    for shape in _SHAPES:
        if shape.strength is Strength.WEAK and (
            re.fullmatch(f"{before}{shape.between}{after}", name, _FLAGS)
            or (ending and re.fullmatch(f"{before}{after}{shape.between}", name, _FLAGS))
        ):
            return True
    named = re.fullmatch(rf"(.+){before}{_NUMBER}{after}", name, _FLAGS)
    return named is not None and _BEFORE.fullmatch(named[1]) is not None
