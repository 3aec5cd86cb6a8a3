"""Looks are kept on this machine, for one journal, and lost without harm."""

from __future__ import annotations

import pytest

from stillnight.storage.disk.folder import folder_path
from stillnight.storage.disk.kept_looks import KeptLooks

LINES = ["0123456789abcdef [1]", "fedcba9876543210 [2]"]


@pytest.fixture
def place(tmp_path):
    """A journal's own folder."""
    path = folder_path((tmp_path / "state").resolve(), (tmp_path / "journal.json").resolve())
    path.mkdir(parents=True)
    return path


@pytest.fixture
def looks(tmp_path, place):
    return KeptLooks((tmp_path / "state").resolve(), tmp_path / "journal.json")


def test_they_are_read_back_as_they_were_kept(looks, tmp_path):
    assert looks.load() == ()
    looks.keep(LINES)
    assert KeptLooks((tmp_path / "state").resolve(), tmp_path / "journal.json").load() == LINES


def test_they_are_those_of_one_journal(looks, tmp_path):
    looks.keep(LINES)
    assert KeptLooks((tmp_path / "state").resolve(), tmp_path / "other.json").load() == ()


@pytest.mark.parametrize(
    "harm", [lambda data: data[:-1], lambda data: data.replace(b"[2]", b"[3]"), lambda _: b""]
)
def test_damaged_ones_are_none(looks, place, harm):
    looks.keep(LINES)
    file = place / "looks.txt"
    file.write_bytes(harm(file.read_bytes()))
    assert looks.load() == ()


def test_bytes_that_are_no_text_are_none(looks, place):
    (place / "looks.txt").write_bytes(b"\xff\xfe\n\xff")
    assert looks.load() == ()


def test_only_their_owner_can_read_them(looks, place):
    looks.keep(LINES)
    assert (place / "looks.txt").stat().st_mode & 0o777 == 0o600


def test_no_folder_is_made_for_them(tmp_path):
    looks = KeptLooks(tmp_path / "state", tmp_path / "journal.json")
    looks.keep(LINES)
    assert not (tmp_path / "state").exists()


def test_where_they_cannot_be_kept_nothing_breaks(looks, place):
    (place / "looks.txt").mkdir()
    looks.keep(LINES)
    assert looks.load() == ()
