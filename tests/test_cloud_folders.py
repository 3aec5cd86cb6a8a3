"""Cloud folders in homes that are made up: both systems, every service, settings that make no sense."""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from stillnight import cloud_folders
from stillnight.cloud_folders import CloudFolder, find_cloud_folders, places_in
from stillnight.cloud_services import LINUX, MACOS, Ground
from stillnight.journal.places import Place
from stillnight.storage.disk.journal_file import is_journal

JOURNAL = '{"meta":{"1":{"journal":"36c62038df3d09e9","schema":1}}}\n'

Table = dict[str, str | None]
"""A home: path to the content of a file; ``None`` makes a folder. ``HOME`` stands for the home folder."""


def furnish(home: Path, table: Table) -> Path:
    for name, content in table.items():
        path = home / name
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content.replace("HOME", str(home)), encoding="utf-8")
    return home


def found(home: Path, system: str, **environ: str) -> list[CloudFolder]:
    return find_cloud_folders(Ground(home, environ, system), is_journal)


def names(home: Path, system: str, **environ: str) -> list[tuple[str, str]]:
    return [(one.service, os.path.relpath(one.path, home)) for one in found(home, system, **environ)]


SYNCTHING = """<configuration version="37">
    <folder id="a1" label="Shared" path="~/Sync" type="sendreceive" paused="false"></folder>
    <folder id="b2" label="" path="HOME/Notes" type="sendonly"></folder>
    <folder id="c3" label="Backup" path="HOME/Vault" type="receiveencrypted"></folder>
    <folder id="d4" label="Mirror" path="HOME/Mirror" type="receiveonly"></folder>
    <defaults><folder id="" label="" path="~"></folder></defaults>
</configuration>"""

NEXTCLOUD = """[General]
clientVersion=3.13.0
[Accounts]
0\\Folders\\1\\localPath=HOME/Cloud/
0\\Folders\\1\\targetPath=/
0\\FoldersWithPlaceholders\\2\\localPath="HOME/B\\xfc\\x63her/"
0\\url=https://cloud.example
"""

HOMES: dict[str, tuple[str, Table, list[tuple[str, str]]]] = {
    "nothing": (LINUX, {}, []),
    "dropbox says where": (
        LINUX,
        {".dropbox/info.json": '{"personal": {"path": "HOME/Elsewhere"}, "business": {"path": "HOME/Work"}}'},
        [("Dropbox", "Elsewhere"), ("Dropbox (business)", "Work")],
    ),
    "dropbox as usual": (LINUX, {"Dropbox": None}, [("Dropbox", "Dropbox")]),
    "dropbox says the usual": (
        LINUX,
        {"Dropbox": None, ".dropbox/info.json": '{"personal": {"path": "HOME/Dropbox", "host": 1}}'},
        [("Dropbox", "Dropbox")],
    ),
    "dropbox of maestral": (LINUX, {"Dropbox (Maestral)": None}, [("Dropbox", "Dropbox (Maestral)")]),
    "dropbox left over": (LINUX, {"Dropbox (Old)": None}, []),
    "dropbox on macOS": (
        MACOS,
        {"Library/CloudStorage/Dropbox": None},
        [("Dropbox", "Library/CloudStorage/Dropbox")],
    ),
    "icloud": (
        MACOS,
        {"Library/Mobile Documents/com~apple~CloudDocs": None},
        [("iCloud Drive", "Library/Mobile Documents/com~apple~CloudDocs")],
    ),
    "no icloud on linux": (LINUX, {"Library/Mobile Documents/com~apple~CloudDocs": None}, []),
    "onedrive on macOS": (
        MACOS,
        {
            "Library/CloudStorage/OneDrive-Personal": None,
            "Library/CloudStorage/OneDrive-Contoso": None,
            "Library/CloudStorage/OneDrive-SharedLibraries-Contoso": None,
        },
        [
            ("OneDrive (Contoso)", "Library/CloudStorage/OneDrive-Contoso"),
            ("OneDrive", "Library/CloudStorage/OneDrive-Personal"),
        ],
    ),
    "onedrive on linux": (LINUX, {"OneDrive": None}, [("OneDrive", "OneDrive")]),
    "onedrive says where": (
        LINUX,
        {
            ".config/onedrive/config": '# comment\nsync_dir = "~/Docs/One"\nskip_file = "~*"\n',
            "Docs/One": None,
        },
        [("OneDrive", "Docs/One")],
    ),
    "google drive on macOS": (
        MACOS,
        {
            "Library/CloudStorage/GoogleDrive-me@example.org/My Drive": None,
            "Library/CloudStorage/GoogleDrive-me@example.org/Shared drives": None,
        },
        [
            (
                "Google Drive (me@example.org)",
                "Library/CloudStorage/GoogleDrive-me@example.org/My Drive",
            )
        ],
    ),
    "google drive in german": (
        MACOS,
        {"Library/CloudStorage/GoogleDrive-me@example.org/Meine Ablage": None},
        [
            (
                "Google Drive (me@example.org)",
                "Library/CloudStorage/GoogleDrive-me@example.org/Meine Ablage",
            )
        ],
    ),
    "google drive decomposed, as macOS keeps names": (
        MACOS,
        {"Library/CloudStorage/GoogleDrive-me@example.org/Mo\u0301j dysk": None},
        [
            (
                "Google Drive (me@example.org)",
                "Library/CloudStorage/GoogleDrive-me@example.org/Mo\u0301j dysk",
            )
        ],
    ),
    "google drive in a language we do not know": (
        MACOS,
        {"Library/CloudStorage/GoogleDrive-me@example.org/Ddrive": None},
        [],
    ),
    "google drive mirrored": (LINUX, {"Google Drive": None}, [("Google Drive", "Google Drive")]),
    "nextcloud as usual": (LINUX, {"Nextcloud": None}, [("Nextcloud", "Nextcloud")]),
    "nextcloud says where": (
        LINUX,
        {".config/Nextcloud/nextcloud.cfg": NEXTCLOUD, "Cloud": None, "Bücher": None},
        [("Nextcloud", "Cloud"), ("Nextcloud", "Bücher")],
    ),
    "nextcloud on macOS": (
        MACOS,
        {"Library/Preferences/Nextcloud/nextcloud.cfg": NEXTCLOUD, "Cloud": None},
        [("Nextcloud", "Cloud"), ("Nextcloud", "Bücher")],
    ),
    "nextcloud in a flatpak": (
        LINUX,
        {".var/app/com.nextcloud.desktopclient.nextcloud/config/Nextcloud/nextcloud.cfg": NEXTCLOUD},
        [("Nextcloud", "Cloud"), ("Nextcloud", "Bücher")],
    ),
    "syncthing": (
        LINUX,
        {".local/state/syncthing/config.xml": SYNCTHING},
        [("Syncthing (Shared)", "Sync"), ("Syncthing (b2)", "Notes")],
    ),
    "syncthing in its old place": (
        LINUX,
        {".config/syncthing/config.xml": SYNCTHING},
        [("Syncthing (Shared)", "Sync"), ("Syncthing (b2)", "Notes")],
    ),
    "syncthing on macOS": (
        MACOS,
        {"Library/Application Support/Syncthing/config.xml": SYNCTHING},
        [("Syncthing (Shared)", "Sync"), ("Syncthing (b2)", "Notes")],
    ),
    "settings that make no sense": (
        LINUX,
        {
            ".dropbox/info.json": '{"personal": ["a"], "business": {"path": "C:\\\\"}, "x": {"path": 3}}',
            ".config/Nextcloud/nextcloud.cfg": "0\\Folders\\1\\localPath=\n1\\Folders\\x\\localPath=some\n",
            ".config/syncthing/config.xml": "<configuration><folder path='/a'",
            ".config/onedrive/config": "sync_dir = ~/no quotes\n",
        },
        [],
    ),
    "settings that are no text": (
        LINUX,
        {".dropbox/info.json": "[1, 2]", ".config/syncthing/config.xml": "\x00\x01", "Dropbox": None},
        [("Dropbox", "Dropbox")],
    ),
    "a folder instead of settings": (
        LINUX,
        {".dropbox/info.json": None, ".config/syncthing/config.xml": None},
        [],
    ),
}


@pytest.mark.parametrize(("system", "table", "expected"), HOMES.values(), ids=HOMES)
def test_the_folders_of_a_home(tmp_path, system, table, expected):
    assert names(furnish(tmp_path, table), system) == expected


def test_the_environment_says_where_settings_are(tmp_path):
    furnish(tmp_path, {"etc/syncthing/config.xml": SYNCTHING, "own/syncthing/config.xml": SYNCTHING})
    assert names(tmp_path, LINUX) == []
    assert len(names(tmp_path, LINUX, XDG_CONFIG_HOME=str(tmp_path / "etc"))) == 2
    assert len(names(tmp_path, LINUX, STHOMEDIR=str(tmp_path / "own/syncthing"))) == 2


def test_a_link_to_a_folder_is_that_folder(tmp_path):
    furnish(tmp_path, {"Library/CloudStorage/Dropbox": None})
    (tmp_path / "Dropbox").symlink_to("Library/CloudStorage/Dropbox")
    assert names(tmp_path, MACOS) == [("Dropbox", "Dropbox")]


def test_settings_outlive_folders(tmp_path):
    furnish(tmp_path, {".dropbox/info.json": '{"personal": {"path": "HOME/Gone"}}'})
    (gone,) = found(tmp_path, LINUX)
    assert (gone.is_there, gone.is_writable, gone.journals) == (False, False, ())


def test_a_folder_that_takes_no_files(tmp_path, monkeypatch):
    furnish(tmp_path, {"Dropbox": None})
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    (folder,) = found(tmp_path, LINUX)
    assert folder.is_there
    assert not folder.is_writable
    assert "nothing can be written" in places_in([folder])[0].trouble


def test_journals_are_found_by_what_is_in_them(tmp_path):
    furnish(
        tmp_path,
        {
            "Dropbox/legs.json": JOURNAL,
            "Dropbox/plain.json": json.dumps(json.loads(JOURNAL), indent=2),
            "Dropbox/todo.json": '{"meta": {"1": {"title": "todo"}}}',
            "Dropbox/.hidden.json": JOURNAL,
            "Dropbox/~legs.json.12.tmp": JOURNAL,
            "Dropbox/legs.txt": JOURNAL,
            "Dropbox/deep/down/journal.json": JOURNAL,
            "Dropbox/stillnight/journal.json": JOURNAL,
        },
    )
    (folder,) = found(tmp_path, LINUX)
    assert [str(path.relative_to(folder.path)) for path in folder.journals] == [
        "legs.json",
        "plain.json",
        "stillnight/journal.json",
    ]


def test_the_copies_of_a_service_are_no_journals_of_their_own(tmp_path):
    furnish(
        tmp_path,
        {
            "Dropbox/journal.json": JOURNAL,
            "Dropbox/journal (Anna's conflicted copy 2026-03-09).json": JOURNAL,
            "Dropbox/journal.sync-conflict-20261120-092838-GUWA7SG.json": JOURNAL,
        },
    )
    (folder,) = found(tmp_path, LINUX)
    assert [path.name for path in folder.journals] == ["journal.json"]


def test_a_file_that_is_only_in_the_cloud_is_not_fetched(tmp_path, monkeypatch):
    furnish(tmp_path, {"Dropbox/journal.json": "", "Dropbox/other.json": ""})
    asked = []
    stat = Path.stat
    away = SimpleNamespace(st_flags=0x40000000, st_mode=0o100600, st_size=0)
    monkeypatch.setattr(
        cloud_folders.Path,
        "stat",
        lambda path, **rest: away if path.suffix == ".json" else stat(path, **rest),
    )
    (folder,) = find_cloud_folders(Ground(tmp_path, {}, LINUX), lambda path: bool(asked.append(path)))
    assert asked == []
    assert [path.name for path in folder.journals] == ["journal.json"]


def test_a_journal_on_its_way_is_named_and_cannot_be_chosen_yet(tmp_path):
    cloud = "Library/Mobile Documents/com~apple~CloudDocs"
    furnish(tmp_path, {f"{cloud}/.journal.json.icloud": "placeholder"})
    (place,) = places_in(found(tmp_path, MACOS))
    assert place.file == str(tmp_path / cloud / "journal.json")
    assert place.has_journal
    assert "not on this computer yet" in place.trouble


def test_a_new_journal_gets_a_folder_of_its_own(tmp_path):
    furnish(tmp_path, {"Dropbox": None, "Nextcloud/journal.json": JOURNAL})
    assert places_in(found(tmp_path, LINUX)) == [
        Place("Dropbox", str(tmp_path / "Dropbox/stillnight/journal.json")),
        Place("Nextcloud", str(tmp_path / "Nextcloud/journal.json"), has_journal=True),
    ]
