"""What is known of each cloud service: how it brings a file, and what it calls the copy of a conflict.

The names and manners stand in the table of cloud services that the project keeps; the templates know
``{stem}`` and ``{n}``, the number of the conflict.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Loser(StrEnum):
    """Whose version is put aside when both sides changed."""

    NOBODY = "the later one simply wins"
    LOCAL = "the local one"
    CLOUD = "the one in the cloud"
    EITHER = "the older one, wherever it is"
    BOTH = "both are, and the name itself is gone"


class Style(NamedTuple):
    """The manners of one service.

    Attributes:
        name: The service.
        loser: Who gets another name in a conflict.
        copies: The names of copies, taken in turn.
        is_plain: Could anybody have named a file like its copies? Then they are never removed.
        is_shared: Do copies reach the other devices?
        is_in_place: Is a file written in place, where others see it half done?
        temporary: The name of a file on its way; empty where none is seen in the folder.
    """

    name: str
    loser: Loser = Loser.NOBODY
    copies: tuple[str, ...] = ()
    is_plain: bool = False
    is_shared: bool = True
    is_in_place: bool = False
    temporary: str = ""

    def copy(self, main: str, n: int) -> str:
        """The name of the n-th copy of a file."""
        stem = main.removesuffix(".json")
        return self.copies[n % len(self.copies)].format(stem=stem, n=n // len(self.copies) + 1)


WITHOUT_COPIES = (
    Style("Google Drive", temporary="{stem}.json.tmp.driveupload"),
    Style("Resilio", temporary="{stem}.json.!sync"),
    Style("MEGA"),
    Style("rclone, loser deleted", is_in_place=True),
    Style("iCloud Drive"),
)
"""Services that keep the loser elsewhere, as a version, or nowhere."""

WITH_COPIES = (
    Style(
        "Dropbox",
        Loser.LOCAL,
        (
            "{stem} (desk's conflicted copy 2026-11-19).json",
            "{stem} (In Konflikt stehende Kopie von desk 2026-11-{n:02}).json",
            "{stem} (copie en conflit de bureau 2026-11-{n:02}).json",
            "{stem} (Copia en conflicto de mesa 2026-11-{n:02}).json",
            "{stem} (desk's conflicted copy 2026-11-19 ({n})).json",
        ),
    ),
    Style("Maestral", Loser.LOCAL, ("{stem} (Sam's conflicting copy 2026-11-{n:02}).json",)),
    Style(
        "Syncthing",
        Loser.EITHER,
        ("{stem}.sync-conflict-202611{n:02}-092838-GUWA7SG.json",),
        temporary=".syncthing.{stem}.json.tmp",
    ),
    Style("OneDrive", Loser.LOCAL, ("{stem}-DESKTOP-7F3K.json", "{stem}-DESKTOP-7F3K-{n}.json"), True),
    Style("OneDrive on Linux", Loser.LOCAL, ("{stem}-desk-safeBackup-{n:04}.json",)),
    Style("OneDrive on Android", Loser.LOCAL, ("{stem} {n}.json",), True),
    Style("iCloud Drive", Loser.EITHER, ("{stem} 2.json", "{stem} {n}.json", "{stem}_{n}.json"), True),
    Style("Google Drive", Loser.CLOUD, ("{stem} ({n}).json", "{stem}_conf({n}).json"), True),
    Style(
        "Nextcloud",
        Loser.LOCAL,
        (
            "{stem} (conflicted copy 2026-11-{n:02} 071502).json",
            "{stem} (conflicted copy sam 2026-11-{n:02} 071502).json",
            "{stem}_conflict-202611{n:02}-071502.json",
        ),
        is_shared=False,
        temporary=".{stem}.json.~1a2b",
    ),
    Style(
        "pCloud",
        Loser.LOCAL,
        ("{stem} (conflicted).json", "{stem} (conflicted {n}).json", "{stem} [conflicted].json"),
        temporary="{stem}.json.part",
    ),
    Style("Seafile", Loser.LOCAL, ("{stem} (SFConflict sam@example.org 2026-11-{n:02}-07-15-02).json",)),
    Style(
        "Unison",
        Loser.LOCAL,
        ("{stem} (conflict_on_2026-11-{n:02}).json", "{stem} (conflict #{n}_on_2026-11-20).json"),
        temporary=".unison.{stem}.json.3f2a.unison.tmp",
    ),
    Style(
        "rclone 1.60",
        Loser.BOTH,
        ("{stem}.json..path1", "{stem}.json..path2"),
        is_in_place=True,
    ),
    Style("rclone", Loser.EITHER, ("{stem}.json.conflict{n}", "{stem}.conflict{n}.json")),
    Style("Sync.com", Loser.LOCAL, ("{stem} (conflict).json", "{stem} (conflict {n}).json")),
    Style("Synology", Loser.LOCAL, ("{stem}_desk_Nov-19-0928{n:02}-2026_Conflict.json",)),
)
"""Services that leave a copy beside the file."""
