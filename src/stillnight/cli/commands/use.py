"""``stillnight use [PATH]``: look for the journal at another place, or say which places there are."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json, warn
from stillnight.cli.house import House
from stillnight.cli.living import cloud_folders, short, to_use
from stillnight.cli.parser import Parser
from stillnight.cloud_folders import CloudFolder, places_in
from stillnight.domain.errors import BadInput
from stillnight.paths import JOURNAL_VARIABLE
from stillnight.settings import write_setting
from stillnight.storage.disk.folder import folder_path
from stillnight.storage.landing import Lying

_SAID = {
    Lying.NOTHING: "it begins with the first entry",
    Lying.EMPTY: "an empty file lies there, it begins with the first entry",
    Lying.DAMAGED: "it is there already and damaged, the next command mends it",
}


def add_arguments(parser: Parser) -> None:
    """The place."""
    parser.add_argument(
        "path",
        nargs="?",
        metavar="PATH",
        help="the journal file, its folder, or a service such as dropbox; without it all places are listed",
    )
    parser.add_json()


def run(call: Call) -> int:
    """Keep the place and say what it means; nothing is moved or copied. Without a place list those found."""
    if call.args.path is None:
        _list(call.house, cloud_folders(call.house), call.args.json)
        return 0
    house = call.house
    path, lying = to_use(house, call.args.path)
    before = _in_use(house)
    write_setting(house.folders.config, "journal", str(path))
    say(f"the journal is now {path} ({_SAID.get(lying, 'it is there already')})")
    if before is not None and os.path.exists(before) and not (os.path.exists(path) and before.samefile(path)):
        say(f"the one in use so far stays where it is: {before}")
        say(f"to bring its nights: stillnight --journal {_quoted(before)} export - | stillnight import -")
    elif before is not None and before != path and _is_known(house, before):
        say(f"{before} is out of reach: what was entered for it is kept here until it is back")
    if house.environ.get(JOURNAL_VARIABLE):
        warn(f"{JOURNAL_VARIABLE} is set and still wins over this setting")
    return 0


def _in_use(house: House) -> Path | None:
    with contextlib.suppress(BadInput):  # a place that was said wrongly is mended here
        return house.place.path
    return None


def _is_known(house: House, journal: Path) -> bool:
    """Does this machine keep anything of a journal that is out of reach?"""
    return not os.path.exists(journal) and folder_path(house.folders.state, journal.resolve()).is_dir()


def _list(house: House, folders: Sequence[CloudFolder], as_json: bool) -> None:
    in_use = _in_use(house)
    if as_json:
        shape = {"journal": str(in_use) if in_use else None, "folders": [_shape(one) for one in folders]}
        say_json(shape)
        return
    say(
        f"in use: {short(in_use)} ({house.place.said_by})"
        if in_use
        else "in use: none, see stillnight set journal"
    )
    found = places_in(folders)
    journals = [one for one in found if one.has_journal and one.file != str(in_use)]
    free = {one.service: one for one in found if not one.has_journal}
    _rows("journals found:", [(one.service, one.file, one.trouble) for one in journals])
    _rows(
        "cloud folders found:",
        [(one.service, str(one.path), free[one.service].trouble) for one in folders if one.service in free],
    )
    if not found:
        say("no cloud folders found (Dropbox, iCloud Drive, OneDrive, Google Drive, Nextcloud, Syncthing)")
    say()
    if journals:
        say(f"use a journal that lies there:  stillnight use {_typed(journals[0].service)}")
    name = _typed(next(iter(free))) if free else "PATH"
    say(f"take the one in use there:      stillnight move {name}")
    say("a path does in place of a service's name")


def _rows(title: str, rows: Sequence[tuple[str, str, str]]) -> None:
    if rows:
        say()
        say(title)
    width = max((len(service) for service, _, _ in rows), default=0)
    for service, path, trouble in rows:
        say(f"  {service:<{width}}  {short(Path(path))}{f': {trouble}' if trouble else ''}")


def _shape(folder: CloudFolder) -> dict[str, object]:
    return {
        "service": folder.service,
        "path": str(folder.path),
        "is_there": folder.is_there,
        "is_writable": folder.is_writable,
        "journals": [str(path) for path in folder.journals],
        "coming": [str(path) for path in folder.coming],
    }


def _typed(service: str) -> str:
    """A service as it can be typed."""
    return service.partition(" (")[0].replace(" ", "").lower()


def _quoted(path: Path) -> str:
    import shlex

    return shlex.quote(str(path))
