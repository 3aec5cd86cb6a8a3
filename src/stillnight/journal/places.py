"""Places where a journal can live, in words; what is on the disk is found out elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

HERE = "this computer"
"""The place that no service knows."""


class Place(NamedTuple):
    """A place where a journal lies, or could.

    Attributes:
        service: What keeps it, such as ``Dropbox``; :data:`HERE` for nobody.
        file: The journal file.
        has_journal: Does a journal lie there already?
        trouble: Why it cannot be chosen now; empty where it can.
    """

    service: str
    file: str
    has_journal: bool = False
    trouble: str = ""


def offered(places: Iterable[Place], current: str) -> list[Place]:
    """The places to choose from: journals that lie there already, then free ones; the one in use last.

    Args:
        places: What was found.
        current: The journal file in use; it has its own line.
    """
    others = [place for place in places if place.file != current]
    is_kept = {place.file: place.service for place in places}.get(current, HERE)
    return [
        *sorted(others, key=lambda place: (bool(place.trouble), not place.has_journal)),
        Place(is_kept, current),
    ]


def found_words(places: Sequence[Place]) -> str:
    """One line that offers a journal which lies in somebody's cloud folder; empty where none does."""
    journals = [place for place in places if place.has_journal and not place.trouble]
    if not journals:
        return ""
    if len(journals) > 1:
        return f"There are {len(journals)} journals in your cloud folders."
    return f"There is a journal in your {journals[0].service}."


def matching(places: Iterable[Place], typed: str) -> list[Place]:
    """The places of a service as somebody types its name: ``dropbox``, ``google``, ``iCloud Drive``."""
    wanted = _plain(typed)
    return [place for place in places if wanted and wanted in (_plain(place.service), *_names(place.service))]


def _names(service: str) -> list[str]:
    """A service without its account, and its first word: ``googledrive`` and ``google``."""
    name = service.partition(" (")[0]
    return [_plain(name), _plain(name.split(" ")[0])]


def _plain(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
