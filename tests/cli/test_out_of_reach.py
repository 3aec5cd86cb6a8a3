"""A folder that is there and answers nothing: a drive that was cut off, a folder that nobody may enter."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest


@pytest.fixture
def drive(home, monkeypatch):
    """A folder whose content answers nothing while it is cut off, nor it itself if it is dead."""
    folder, cut = home / "drive", {"content": False, "folder": False}
    folder.mkdir()

    def is_away(path: object) -> bool:
        named = Path(os.fsdecode(path)) if isinstance(path, str | bytes | os.PathLike) else Path()
        return (cut["content"] and folder in named.parents) or (cut["folder"] and named == folder)

    def failing(call):
        def tried(path, *args, **kwargs):
            if is_away(path):
                raise OSError(errno.ENOTCONN, "Transport endpoint is not connected", os.fspath(path))
            return call(path, *args, **kwargs)

        return tried

    for room, name in ((os, "stat"), (os, "lstat"), (os, "open"), (os, "scandir"), (io, "open")):
        monkeypatch.setattr(room, name, failing(getattr(room, name)))
    return folder, cut


@pytest.mark.parametrize("is_dead", [True, False])
def test_an_entry_is_safe_here_and_goes_in_once_the_drive_is_back(run, drive, is_dead):
    folder, cut = drive
    run("use", str(folder / "journal.json"))
    run("log", "3")
    cut.update(content=True, folder=is_dead)

    code, out, err = run("log", "7", "--night", "2026-11-18")

    assert code == 0
    assert "safe on this machine" in out
    assert "went wrong" not in err
    assert "urge 7" in run("show", "--all")[1]
    assert run("verify")[0] == 1
    assert "nothing was taken away" in run("forget", "--yes")[2]
    cut.update(content=False, folder=False)
    assert '"severity":7' not in (folder / "journal.json").read_text()
    run("show")
    assert '"severity":7' in (folder / "journal.json").read_text()


def test_a_folder_that_is_away_is_still_the_one_that_was_meant(run, home):
    folder = home / "stick"
    folder.mkdir()
    run("--journal", str(folder), "log", "3")
    folder.rename(home / "pulled out")

    code, out, err = run("--journal", str(folder), "log", "7", "--night", "2026-11-18")

    assert (code, "safe on this machine" in out) == (0, True)
    assert "begun" not in err
    assert not folder.exists()
    (home / "pulled out").rename(folder)
    assert "urge 7" in run("--journal", str(folder), "show", "--all")[1]


@pytest.mark.parametrize("is_dead", [True, False])
def test_no_journal_is_begun_where_nobody_can_look(run, drive, is_dead):
    folder, cut = drive
    run("use", str(folder / "journal.json"))
    cut.update(content=True, folder=is_dead)

    code, _, err = run("log", "7")

    assert code == 1
    assert "cannot be read (Transport endpoint is not connected)" in err
