"""Where things live: the journal, the settings, this device's own state."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stillnight.domain.errors import BadInput

APP = "stillnight"
JOURNAL_VARIABLE = "STILLNIGHT_JOURNAL"
JOURNAL_NAME = "journal.json"
USUAL = "the usual folder"
"""Who says where the journal is when nobody does."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The program's own folders; none is made by looking.

    Attributes:
        config: ``settings.toml`` and the user's own rules.
        data: The journal, unless it lives elsewhere.
        state: What belongs to this device alone: its log, replica, drafts, reports of errors.
    """

    config: Path
    data: Path
    state: Path


@dataclass(frozen=True, slots=True)
class JournalPlace:
    """The journal file, and who said that it is there.

    Attributes:
        path: The file, absolute.
        said_by: ``--journal``, the variable, ``settings`` or ``the usual folder``.
    """

    path: Path
    said_by: str


def folders(environ: Mapping[str, str]) -> Folders:
    """The folders of this user: XDG's where they are set, else the platform's."""
    return Folders(
        config=_folder(environ, "XDG_CONFIG_HOME", "config"),
        data=_folder(environ, "XDG_DATA_HOME", "data"),
        state=_folder(environ, "XDG_STATE_HOME", "state"),
    )


def journal_place(
    option: str | None, environ: Mapping[str, str], setting: str | None, data: Path
) -> JournalPlace:
    """The journal's place: the option wins, then the variable, the setting, the data folder.

    Raises:
        BadInput: If what was given names nothing.
    """
    given = (("--journal", option), (JOURNAL_VARIABLE, environ.get(JOURNAL_VARIABLE)), ("settings", setting))
    for said_by, text in given:
        if text is not None and (text or said_by == "--journal"):
            return JournalPlace(journal_file(text, said_by), said_by)
    return JournalPlace(data / JOURNAL_NAME, USUAL)


def journal_file(text: str, said_by: str = "path") -> Path:
    """The absolute path that is meant; a folder means ``journal.json`` in it.

    Raises:
        BadInput: If the text names nothing, or a device, a pipe or a socket.
    """
    if not text.strip() or "\0" in text:
        raise BadInput(
            f"{said_by}: give the path of the journal file, for example ~/Nextcloud/{JOURNAL_NAME}"
        )
    try:
        path = Path(text).expanduser().absolute()
    except RuntimeError as error:
        raise BadInput(f"{said_by}: {text!r} names a home folder that is not here") from error
    # what lies in a folder that is out of reach, a drive that was cut off, raises with pathlib
    if os.path.isdir(path):
        path = path / JOURNAL_NAME
    # a journal is saved by putting a new file in the old one's place: that would be the end of a device
    if os.path.exists(path) and not os.path.isfile(path):
        raise BadInput(f"{said_by}: {path} is no ordinary file, so it cannot hold a journal")
    return path


def _folder(environ: Mapping[str, str], variable: str, kind: str) -> Path:
    wanted = environ.get(variable, "")
    if wanted and Path(wanted).is_absolute():
        return Path(wanted) / APP
    import platformdirs

    dirs = platformdirs.PlatformDirs(APP, appauthor=False)
    return Path({"config": dirs.user_config_dir, "data": dirs.user_data_dir}.get(kind, dirs.user_state_dir))
