"""A folder that is full, only to be read or not ours: what is said, and what is kept all the same."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from tests.storage.faults.checks import looked_at
from tests.storage.faults.scenes import some_nights
from tests.storage.faults.shop import Done, Fault, Shop, read_trace

WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "it lies where nothing can be written",
    errno.EACCES: "writing there is not allowed",
}

failing = pytest.mark.parametrize("error", WORDS, ids=errno.errorcode.get)


def _only(where: str, error: int) -> Fault:
    return Fault("fail", 1, error, stays=True, where=(where,))


def _line(done: Done) -> str:
    """The one line on stderr."""
    (line,) = done.err.splitlines()
    return line


def _bytes(place: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in place.rglob("*") if path.is_file()}


@failing
def test_an_entry_is_safe_here_when_the_cloud_folder_cannot_be_written(shop: Shop, error: int):
    some_nights(shop)
    before = shop.journal.read_bytes()

    done = shop.run("log", "6", fault=_only("cloud", error))

    assert done.code == 0
    assert done.out.startswith("safe on this machine")
    assert f"{shop.journal} could not be written: {WORDS[error]}" in _line(done)
    assert "goes in as soon as the file can be written" in done.err
    assert shop.journal.read_bytes() == before


@failing
def test_what_waits_is_told_at_each_command_and_goes_in_with_the_first_that_can(shop: Shop, error: int):
    some_nights(shop)
    shop.run("log", "6", fault=_only("cloud", error))

    again = shop.run("log", "--note", "more", fault=_only("cloud", error))
    shown = shop.run("show", "--all", fault=_only("cloud", error))

    assert (again.code, again.out[:20]) == (0, "safe on this machine")
    assert shown.code == 0
    assert "more" in shown.out
    assert shop.run("due").code == 0
    assert b'"note":"more"' in shop.journal.read_bytes()
    assert looked_at(shop)["2026-11-19"]["severity"] == 6


@failing
def test_a_journal_begun_where_nothing_can_be_written_yet_is_safe_here(shop: Shop, error: int):
    shop.cloud.mkdir()

    done = shop.run("log", "6", fault=_only("cloud", error))

    assert done.code == 0
    assert WORDS[error] in done.err
    assert looked_at(shop)["2026-11-19"]["severity"] == 6
    assert shop.journal.exists()


@failing
def test_nothing_is_said_to_be_saved_when_this_machine_cannot_keep_it(shop: Shop, error: int):
    some_nights(shop)
    before = _bytes(shop.place)

    done = shop.run("log", "6", fault=_only("here", error))

    assert (done.code, done.out) == (1, "")
    assert str(shop.state()) in _line(done)
    assert "free some space" in done.err or "make that folder writable" in done.err
    assert _bytes(shop.place) == before


@failing
def test_a_first_entry_that_this_machine_cannot_keep_begins_nothing(shop: Shop, error: int):
    done = shop.run("log", "6", fault=_only("here", error))

    assert (done.code, done.out) == (1, "")
    assert str(shop.state()) in _line(done)
    assert not shop.journal.exists()


def test_a_disk_that_fills_up_within_a_line_of_the_log_keeps_the_log_as_it_was(shop: Shop):
    some_nights(shop)
    shop.keep()
    before = _bytes(shop.place)
    trace = shop.root / "trace"
    shop.run("log", "6", trace=trace)
    shop.put_back()
    line = next(call for call in read_trace(trace) if b'{"deed"' in call.data)

    done = shop.run("log", "6", fault=Fault("fill", line.number, errno.ENOSPC, amount=100, stays=True))

    assert (done.code, done.out) == (1, "")
    assert "nothing was saved" in _line(done)
    assert "free some space, then save again" in done.err
    assert _bytes(shop.place) == before
