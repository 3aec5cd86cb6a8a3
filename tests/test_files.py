"""A file is written whole or not at all."""

from __future__ import annotations

import os

import pytest

from stillnight.files import write_whole


def test_the_text_is_there_for_its_owner_alone(tmp_path):
    path = tmp_path / "new" / "file.txt"
    write_whole(path, ["a → b\n", "c\n"])
    assert path.read_bytes() == "a → b\nc\n".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_failure_leaves_the_old_text_and_nothing_else(tmp_path):
    path = tmp_path / "file.txt"
    path.write_text("old")

    def pieces():
        yield "new"
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        write_whole(path, pieces())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_ctrl_c_right_after_the_text_is_in_its_place_is_told_as_what_it_is(tmp_path, monkeypatch):
    replace = os.replace

    def replace_then_interrupt(*args):
        replace(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", replace_then_interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "file.txt", "new")
    assert (tmp_path / "file.txt").read_text() == "new"


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    link.symlink_to(real)
    write_whole(link, "through")
    assert link.is_symlink()
    assert real.read_text() == "through"


def test_a_pipe_is_left_in_its_place(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="no ordinary file"):
        write_whole(tmp_path / "pipe", "x")
    assert (tmp_path / "pipe").is_fifo()
    assert len(list(tmp_path.iterdir())) == 1
