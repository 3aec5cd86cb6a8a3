"""What was last seen of a journal is remembered on this machine, for that journal alone."""

from __future__ import annotations

import pytest

from stillnight.storage.disk.last_seen import LastSeen


@pytest.fixture
def last_seen(tmp_path):
    return LastSeen(tmp_path / "state", tmp_path / "journal.json")


def test_what_was_seen_is_remembered(last_seen, tmp_path):
    assert last_seen.load() == {}
    last_seen.keep({"rollover": "12:00"})
    assert LastSeen(tmp_path / "state", tmp_path / "journal.json").load()["rollover"] == "12:00"


def test_another_journal_is_not_shown_for_this_one(last_seen, tmp_path):
    last_seen.keep({"rollover": "12:00"})
    assert LastSeen(tmp_path / "state", tmp_path / "other.json").load() == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"journal": 3}', "\udcff"])
def test_a_damaged_memory_is_none(last_seen, tmp_path, text):
    last_seen.keep({"rollover": "12:00"})
    (tmp_path / "state" / "last_seen.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert last_seen.load() == {}


def test_only_its_owner_can_read_it(last_seen, tmp_path):
    last_seen.keep({"rollover": "12:00"})
    assert (tmp_path / "state" / "last_seen.json").stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_kept_nothing_breaks(tmp_path):
    (tmp_path / "state").write_text("a file is in the way")
    last_seen = LastSeen(tmp_path / "state", tmp_path / "journal.json")
    last_seen.keep({"rollover": "12:00"})
    assert last_seen.load() == {}
