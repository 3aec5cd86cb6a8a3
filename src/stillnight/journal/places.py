"""Places where a journal can live, in words; what is on the disk is found out elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stillnight.journal.session import Session

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


@dataclass(frozen=True, slots=True)
class Living:
    """Where the journal of this run lives, and how it gets elsewhere.

    Attributes:
        find: Finds the places there are; may take its time.
        take: Takes the journal to a place, joined with one that lies there, and says so; raises a
            :class:`StillnightError` where it cannot, and then everything is as it was.
        reopen: Opens the journal anew, where it is now.
        shown: A path as people read it, the home folder short.
    """

    find: Callable[[], Sequence[Place]]
    take: Callable[[Place], str]
    reopen: Callable[[], Session]
    shown: Callable[[str], str] = str


def offered(places: Iterable[Place], current: str) -> list[Place]:
    """The places to choose from: journals that lie there already, the one in use, then free places.

    Args:
        places: What was found.
        current: The journal file in use.
    """
    found = list(places)
    here = next((place for place in found if place.file == current), Place(HERE, current))
    others = [place for place in found if place.file != current]
    journals = [place for place in others if place.has_journal and not place.trouble]
    free = [place for place in others if place not in journals]
    return [
        *journals,
        here._replace(has_journal=True, trouble=""),
        *sorted(free, key=lambda one: bool(one.trouble)),
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
