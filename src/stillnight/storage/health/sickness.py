"""What can be wrong in this machine's own folder of a journal, and mending it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from stillnight.storage.deeds.deed import read_outline
from stillnight.storage.disk.atomic import FILE_MODE, FOLDER_MODE, replace_file
from stillnight.storage.disk.folder import Folder
from stillnight.storage.disk.log import is_mark
from stillnight.storage.earlier.backups import images_in
from stillnight.storage.layout.reading import read
from stillnight.storage.writes.state import State


class Sickness(NamedTuple):
    """One kind of thing that is wrong.

    Attributes:
        found: Looks for it; what it returns is mended.
        named: What it is called, given how often it was found.
        mend: Mends what was found.
        mended: What was done, given how often.
    """

    found: Callable[[Folder], list[Path]]
    named: Callable[[int], str]
    mend: Callable[[Path], None]
    mended: Callable[[int], str]


def named(folder: Folder) -> Iterator[str]:
    """Each thing that is wrong, in one sentence with the way out."""
    for one in SICKNESSES:
        if found := one.found(folder):
            yield one.named(len(found))


def mend(folder: Folder, state: State) -> list[str]:
    """Mend what can be mended while nobody else writes; what was done, one sentence each.

    Args:
        folder: The journal's own folder, whose lock is held.
        state: All that is known.

    Raises:
        OSError: If something cannot be mended.
    """
    done = []
    for one in SICKNESSES:
        found = one.found(folder)
        for path in found:
            one.mend(path)
        done += [one.mended(len(found))] if found else []
    damaged = damaged_images(folder, state)
    for name in damaged:
        folder.keep_damaged((folder.backups / name).read_bytes())
        (folder.backups / name).unlink()
    kept = "1 earlier state that is" if len(damaged) == 1 else f"{len(damaged)} earlier states that are"
    return [*done, f"{kept} damaged put with the damaged files"] if damaged else done


def damaged_images(folder: Folder, known: State) -> list[str]:
    """The names of the images that are not whole."""
    return [one.name for one in images_in(folder.backups) if not _is_whole(folder.backups / one.name, known)]


def _is_whole(path: Path, known: State) -> bool:
    try:
        return read(path.read_bytes(), known).damage is None
    except OSError:
        return False


def _open_to_others(folder: Folder) -> list[Path]:
    """Files and folders of this machine that anybody but their owner may look into."""
    home = folder.path.parent.parent
    near = [home, home / "journals", *(path for path in home.glob("*") if path.is_file())]
    return [path for path in (*near, folder.path, *folder.path.rglob("*")) if _mode(path) & 0o077]


def _close(path: Path) -> None:
    path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)


def _mode(path: Path) -> int:
    with contextlib.suppress(OSError):
        return os.lstat(path).st_mode & 0o777 if not path.is_symlink() else 0
    return 0


def _left_over(folder: Folder) -> list[Path]:
    """Files that a crash left half written; only who holds the lock writes there."""
    return sorted(folder.path.rglob("~*.tmp"))


def _torn_logs(folder: Folder) -> list[Path]:
    return [folder.log] if len(_sound_lines(folder.log)) < len(_lines(folder.log)) else []


def _without_torn(path: Path) -> None:
    replace_file(path, "".join(f"{line}\n" for line in _sound_lines(path)).encode())


def _sound_lines(path: Path) -> list[str]:
    return [line for line in _lines(path) if is_mark(line) or read_outline(line) is not None]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("ascii", "replace").splitlines()
    except OSError:
        return []


def _count(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def _unfinished(folder: Folder) -> list[Path]:
    return [folder.scrub] if folder.scrub.exists() else []


SICKNESSES = (
    Sickness(
        _open_to_others,
        lambda number: f"others can look into {_count(number)} of this machine; verify --repair forbids it",
        _close,
        lambda number: f"{_count(number)} closed to others",
    ),
    Sickness(
        _left_over,
        lambda number: f"a crash left {_count(number)} half written; verify --repair takes that away",
        lambda path: path.unlink(missing_ok=True),
        lambda number: f"{_count(number)} taken away that a crash had left half written",
    ),
    Sickness(
        _torn_logs,
        lambda _: (
            "this machine's log has lines that a crash tore: nothing that was saved is lost; "
            "verify --repair takes them out"
        ),
        _without_torn,
        lambda _: "torn lines taken out of the log",
    ),
    Sickness(
        _unfinished,
        lambda _: (
            "what was purged may still stand in files of this machine; verify --repair takes it out of them"
        ),
        lambda path: None,  # the vault finishes it as it settles
        lambda _: "what was purged was looked for once more",
    ),
)
