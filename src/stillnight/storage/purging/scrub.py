"""Taking purged records out of everything that this machine keeps of a journal.

A mark is set before anything is published and taken away when all is done, so a scrub that broke off is
finished at the next open. What was scrubbed is remembered: only a new purge, or a file put aside since,
costs another look.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from stillnight.storage.disk.atomic import open_private, replace_file
from stillnight.storage.disk.folder import Folder
from stillnight.storage.purging.what_is_left import Purges, emptied, purges_in, scrubbed, scrubbed_log
from stillnight.storage.writes.state import State

Way = Callable[[bytes, Purges, State], bytes | None]
"""How a state is scrubbed: its bytes, what was purged, what is known; nothing where nothing is in them."""


class Due(NamedTuple):
    """What is to be scrubbed.

    Attributes:
        purges: The purged records.
        is_all: Is everything to be looked into, or only what was put aside since the last time?
        fresh: Those of the purges that were not dealt with before: what was typed since an older one stays.
    """

    purges: Purges
    is_all: bool
    fresh: Purges


def begin(folder: Folder, state: State) -> Due:
    """What is to be scrubbed of a journal of which something was purged, noted before anything is published.

    Args:
        folder: The journal's own folder.
        state: All that is known.
    """
    purges, done = purges_in(state), _done(folder)
    fresh = {key: at for key, at in purges.items() if at > done.purges.get(_name(key), "")}
    is_new = folder.scrub.exists() or bool(fresh)
    if is_new:
        with contextlib.suppress(OSError):
            os.close(open_private(folder.scrub, os.O_WRONLY))
    return Due(purges, is_new, fresh)


def look_once_more(folder: Folder) -> None:
    """Let the next run look into everything, as if nothing had been scrubbed yet.

    Raises:
        OSError: If that cannot be noted.
    """
    if done := _done(folder).purges:
        os.close(open_private(folder.scrub, os.O_WRONLY))
        _note(folder, done, set())


def run(folder: Folder, due: Due, state: State, journal: Path) -> list[Path]:
    """Scrub what is due.

    Args:
        folder: The journal's own folder.
        due: What :func:`begin` said.
        state: All that is known.
        journal: The journal file.

    Returns:
        The files that could not be scrubbed; they are tried again at the next open.
    """
    clean = set() if due.is_all else _done(folder).clean
    failed = []
    for path in _files(folder):
        if path.name not in clean:
            try:
                _scrub(path, due.purges, state)
                clean.add(path.name)
            except OSError:
                failed.append(path)
    if due.is_all:
        failed += [*_scrub_left(folder, due, state), *_scrub_beside(folder, due, journal)]
    if not failed:
        _finish(folder, due, clean & {path.name for path in _files(folder)})
    return failed


class _Done(NamedTuple):
    """What was scrubbed: the purges by name, and the files that hold nothing of them."""

    purges: dict[str, str]
    clean: set[str]


def _done(folder: Folder) -> _Done:
    try:
        raw = json.loads(folder.scrubbed.read_bytes())
        return _Done({str(key): str(at) for key, at in raw["purges"].items()}, set(map(str, raw["clean"])))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return _Done({}, set())


def _finish(folder: Folder, due: Due, clean: set[str]) -> None:
    with contextlib.suppress(OSError):
        _note(folder, {_name(key): at for key, at in due.purges.items()}, clean)
        folder.scrub.unlink(missing_ok=True)


def _note(folder: Folder, purges: dict[str, str], clean: set[str]) -> None:
    data = json.dumps({"purges": purges, "clean": sorted(clean)}, sort_keys=True).encode()
    if not folder.scrubbed.exists() or folder.scrubbed.read_bytes() != data:
        replace_file(folder.scrubbed, data)


def _name(key: tuple[str, str]) -> str:
    return "/".join(key)


def _files(folder: Folder) -> Iterator[Path]:
    """Everything beside the replica in which a record may stand."""
    yield folder.log
    for place in (folder.backups, folder.damaged, folder.copies):
        for path in sorted(place.glob("[!~]*")) if place.is_dir() else ():
            if path.suffix in (".json", ".log"):
                yield path


def _sweep(folder: Folder, journal: Path) -> None:
    """Remove what a crash left half written; whoever writes such a file holds the lock that we hold."""
    from stillnight.storage.disk.lock import held

    home = folder.path.parent.parent
    places = [place.glob("~*.tmp") for place in (folder.path, folder.backups, folder.damaged, folder.copies)]
    for path in (*chain(*places), *home.glob("~last_seen.json.*.tmp"), *_beside(journal)):
        path.unlink(missing_ok=True)
    if (home / "drafts.json").exists():
        with held(home / "drafts.lock"):
            for path in home.glob("~drafts.json.*.tmp"):
                path.unlink(missing_ok=True)


def _beside(journal: Path) -> list[Path]:
    start = f"~{journal.name}."
    found = journal.parent.iterdir() if os.path.isdir(journal.parent) else iter(())
    return [path for path in found if path.name.startswith(start) and path.suffix == ".tmp"]


def _scrub(path: Path, purges: Purges, state: State, way: Way = scrubbed) -> None:
    """Scrub one file, a state in the way that is said; its date stays.

    Raises:
        OSError: If it cannot be written.
    """
    try:
        data, seen = path.read_bytes(), path.stat()
    except FileNotFoundError:
        return
    if path.suffix == ".json":
        left = way(data, purges, state)
    else:
        lines = scrubbed_log(data.decode("ascii", "replace").splitlines(), purges)
        left = None if lines is None else "".join(line + "\n" for line in lines).encode()
    if left is not None:
        replace_file(path, left)
        os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def _scrub_left(folder: Folder, due: Due, state: State) -> list[Path]:
    """Scrub what is kept of the same journal for places that are gone."""
    from stillnight.storage.settling.left_behind import folders_left, journal_of

    failed = []
    for place in folders_left(folder.path, state):
        left = Folder(place, folder.device)
        for path in (left.replica, *_files(left)):
            try:
                _scrub(path, due.purges, state, emptied if path == left.replica else scrubbed)
            except OSError:
                failed.append(path)
        failed += _scrub_beside(left, due, journal_of(place) or place)
    return failed


def _scrub_beside(folder: Folder, due: Due, journal: Path) -> list[Path]:
    """Scrub what this machine keeps beside the states: drafts, what was last seen, looks, old inboxes."""
    from datetime import date

    from stillnight.domain.ports import NIGHTS
    from stillnight.storage.disk.drafts import FileDrafts
    from stillnight.storage.disk.last_seen import LastSeen
    from stillnight.storage.earlier.restoring import night_of_key
    from stillnight.storage.inbox.blanking import blank_taken

    home = folder.path.parent.parent
    drafts = FileDrafts(home, journal)
    nights: list[date] = [night for key in due.fresh if key[0] == NIGHTS and (night := night_of_key(key))]
    for night in set(nights) & set(drafts.nights()):
        drafts.keep(night, {})
    failed = [home / "drafts.json"] if set(nights) & set(drafts.nights()) else []
    try:
        LastSeen(home, journal).forget()
        folder.looks.unlink(missing_ok=True)
        _sweep(folder, journal)
        blank_taken(folder.path / "inbox")
    except OSError as error:
        failed.append(Path(error.filename or home))
    return failed
