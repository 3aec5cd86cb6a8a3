"""Where the journal lives: the places that were found, and taking it from one to another."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from stillnight.cli.house import House
from stillnight.cloud_folders import OWN_FOLDER, CloudFolder, find_cloud_folders, places_in
from stillnight.cloud_services import Ground
from stillnight.domain.errors import BadInput
from stillnight.domain.moment import Moment
from stillnight.journal.places import Living, Place, matching
from stillnight.journal.session import Session
from stillnight.paths import USUAL, journal_file
from stillnight.settings import read_settings, write_setting
from stillnight.storage.disk.journal_file import is_journal
from stillnight.storage.landing import REFUSALS, Lying, what_lies

if TYPE_CHECKING:
    from stillnight.storage.moving import Moved

BY_SETTING = (USUAL, "settings")
"""Who may have said where the journal is, if a setting is to say otherwise."""


def cloud_folders(house: House) -> list[CloudFolder]:
    """The cloud folders on this machine."""
    return find_cloud_folders(Ground(Path.home(), house.environ, sys.platform), is_journal)


def places(house: House) -> list[Place]:
    """The places in cloud folders where a journal lies or could."""
    return places_in(cloud_folders(house))


def meant(house: House, typed: str) -> Path:
    """The journal file that is meant by a path, or by the name of a service.

    Raises:
        BadInput: If it is neither, or the service has more than one, or none that can be used now.
    """
    found = matching(places(house), typed) if not os.path.exists(Path(typed).expanduser()) else []
    usable = [place for place in found if not place.trouble]
    if found and not usable:
        raise BadInput(f"{found[0].service}: {found[0].trouble}")
    if len(usable) > 1:
        files = ", ".join(place.file for place in usable)
        raise BadInput(f"{typed} can mean {files}: give the path")
    return Path(usable[0].file) if usable else _near(journal_file(typed))


def to_use(house: House, typed: str) -> tuple[Path, Lying]:
    """The journal file to look at from now on, and what lies there; nothing is changed.

    Raises:
        BadInput: If no journal is meant, or something else lies there.
    """
    path = meant(house, typed)
    lying = what_lies(path)
    if lying in (Lying.FOREIGN, Lying.UNREADABLE):
        raise BadInput(f"{path}: {REFUSALS[lying]}")
    return path, lying


def take_to(house: House, target: Path, join: bool = False) -> Moved:
    """Take the journal in use to another file, and look there from now on.

    Args:
        house: Knows the journal in use.
        target: Where it is to be; the folder is made where it is missing.
        join: May a journal that lies there be joined with the one in use?

    Raises:
        BadInput: If the target cannot be taken, or not the settings say where the journal is.
        StoreError: If it failed; then everything is as it was.
    """
    from stillnight.storage.moving import move_journal

    place, folders = house.place, house.folders
    if place.said_by not in BY_SETTING:
        raise BadInput(
            f"{place.said_by} says where the journal is, and would win over the new place: leave it out"
        )

    def switch() -> None:
        try:
            write_setting(folders.config, "journal", str(target))
        except BaseException:
            # Ctrl+C may come just too late: what is looked at from now on must not be taken back
            if read_settings(folders.config).journal != str(target):
                raise

    with _room(target.parent):
        moved = move_journal(place.path, target, folders.state, house.clock, switch, join)
    if place.path.parent.name == OWN_FOLDER:
        with contextlib.suppress(OSError):  # unless something else lies in it
            place.path.parent.rmdir()
    return moved


def living_of(house: House, moment: Moment | None) -> Living:
    """Where the journal of a house lives, for the screen.

    Args:
        house: What is open on the screen.
        moment: The moment that was asked for.
    """

    def take(place: Place) -> str:
        return taken_words(take_to(house, Path(place.file), join=True), place)

    def reopen() -> Session:
        from stillnight.cli.wiring import session_of

        return session_of(house.anew(), moment)

    return Living(lambda: places(house), take, reopen, lambda path: short(Path(path)))


def taken_words(moved: Moved, place: Place) -> str:
    """What became of the journal, in one sentence or two."""
    if not moved.joined:
        said = f"The journal lives in {short(moved.path)} now."
    elif moved.brought:
        said = f"The journal in {place.service} is used now; what was logged here is in it, too."
    else:
        said = f"The journal in {place.service} is used now."
    if moved.left:
        said += f" The old file could not be taken away: {short(moved.left)}."
    if moved.devices:
        said += " Other devices still look at the old place."
    return said


def short(path: Path) -> str:
    """A path as people read it, the home folder as ``~``."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _near(path: Path) -> Path:
    if not os.path.isdir(path.parent):
        raise BadInput(f"there is no folder {path.parent}: make it first")
    return path


@contextlib.contextmanager
def _room(folder: Path) -> Iterator[None]:
    """A folder that is there while a block runs, and afterwards unless the block failed."""
    is_new = not os.path.isdir(folder) and os.path.isdir(folder.parent)
    try:
        if is_new:
            folder.mkdir(mode=0o700)
    except OSError as error:
        raise BadInput(f"{folder} could not be made: {error.strerror or error}") from None
    try:
        yield
    except BaseException:
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
