from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.storage.conftest import Machine

from stillnight.storage.disk import atomic
from stillnight.storage.disk.atomic import (
    make_folder,
    open_private,
    replace_file,
    secure_folder,
    sweep_folder,
)
from stillnight.storage.disk.lock import held


@pytest.fixture(params=[0o000, 0o022, 0o177, 0o777], ids=oct)
def mask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def _modes(root: Path) -> set[tuple[bool, int]]:
    return {(path.is_dir(), path.stat().st_mode & 0o777) for path in root.rglob("*")}


@pytest.mark.usefixtures("mask")
def test_whatever_is_made_is_for_its_owner_alone(tmp_path: Path):
    make_folder(tmp_path / "a/b")
    replace_file(tmp_path / "a/b/file", b"x")
    with held(tmp_path / "a/lock"):
        os.close(open_private(tmp_path / "a/log", os.O_RDWR))

    assert _modes(tmp_path) == {(True, 0o700), (False, 0o600)}


@pytest.mark.usefixtures("mask")
def test_whatever_a_save_leaves_is_for_its_owner_alone(machine: Machine):
    machine.log(severity=6)
    machine.journal.write_bytes(b"torn")
    machine.log(severity=7)

    assert _modes(machine.state) == {(True, 0o700), (False, 0o600)}
    assert _modes(machine.journal.parent) == {(False, 0o600)}


def test_files_that_others_may_read_are_for_their_owner_alone_after_a_save(machine: Machine):
    machine.log(severity=6)
    files = [machine.journal, *(path for path in machine.own.iterdir() if path.suffix)]
    for path in files:
        path.chmod(0o644)

    machine.log(severity=7)

    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def _failing(real: Callable[..., Any], error: int) -> Callable[..., Any]:
    def fail(*given: Any, **named: Any) -> Any:
        raise OSError(error, os.strerror(error))

    return fail


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
def test_a_folder_that_may_forget_is_no_safe_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
):
    monkeypatch.setattr(os, "fsync", _failing(os.fsync, error))

    with pytest.raises(OSError, match=os.strerror(error)):
        secure_folder(tmp_path)


@pytest.mark.parametrize("error", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_a_file_system_that_syncs_no_folders_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
):
    monkeypatch.setattr(os, "fsync", _failing(os.fsync, error))

    assert secure_folder(tmp_path) is None


def test_a_file_that_cannot_be_cleared_away_hides_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(atomic.Path, "replace", _failing(Path.replace, errno.ENOSPC))
    monkeypatch.setattr(atomic.Path, "unlink", _failing(Path.unlink, errno.EIO))

    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        replace_file(tmp_path / "file", b"x")


def test_only_old_temporary_files_of_ours_are_swept(tmp_path: Path):
    names = [
        "~a.json.1.0123abcd.tmp",
        "~b.1.0123abcd.tmp",
        "~b.json.tmp",
        "a.json",
        "~new.json.1.0123abcd.tmp",
    ]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (1000, 1000))
    os.utime(tmp_path / names[-1], (1500, 1500))

    sweep_folder(tmp_path, 1_700 * 1_000_000_000)

    assert {path.name for path in tmp_path.iterdir()} == {*names[2:]}


def test_what_a_crash_left_anywhere_on_this_machine_is_swept_by_the_next_save(machine: Machine):
    machine.log(severity=6)
    machine.log(severity=5)
    folders = [machine.state, machine.own, machine.own / "backups"]
    for folder in folders:
        left = folder / "~some.json.1.0123abcd.tmp"
        left.write_bytes(b"x")
        os.utime(left, (1, 1))

    machine.log(severity=7)

    assert [path for folder in folders for path in folder.glob("~*")] == []
