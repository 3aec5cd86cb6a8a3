from __future__ import annotations

from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.storage.deeds.deed import Deed, Kind, Step, read_deed
from stillnight.storage.disk.log import KEPT_DEEDS, DeviceLog, Mark
from stillnight.storage.writes import stamp


def _deed(number: int, value: object = 1) -> Deed:
    at = stamp.make(number, 0, "aaaaaaaa")
    return Deed(at, f"deed {number}", (Step("nights", "20261119", "note", value, at, "", None),))


@pytest.fixture
def log(tmp_path: Path) -> DeviceLog:
    return DeviceLog(tmp_path / "log.jsonl")


def test_a_deed_is_read_back_as_it_was():
    deed = Deed(
        "s", "ü\u2028", _deed(1, {"a": [1.5, None]}).steps, frozenset({("nights", "1")}), Kind.UNDO, "of"
    )

    assert read_deed(deed.line()) == deed


@pytest.mark.parametrize("line", ["", "{", "null", "[]", '{"deed":1}', '{"done":"x","deeds":1}'])
def test_a_line_that_is_no_deed_is_passed_over(line: str):
    assert read_deed(line) is None


def test_what_stands_after_the_mark_is_pending(log: DeviceLog):
    log.append(_deed(1))
    log.set_mark(Mark("x", 1))
    log.append(_deed(2))

    assert log.mark() is None
    assert log.pending() == [_deed(2)]
    assert log.deeds() == [_deed(1), _deed(2)]


def test_behind_the_mark_nothing_is_pending(log: DeviceLog):
    log.append(_deed(1, "long " * 5000))
    log.set_mark(Mark("x", 1))

    assert log.mark() == Mark("x", 1)
    assert log.pending() == []


def test_a_torn_line_is_passed_over_and_does_not_swallow_the_next(log: DeviceLog):
    log.append(_deed(1))
    with log.path.open("ab") as file:
        file.write(_deed(2).line().encode()[:40])

    log.append(_deed(3))

    assert log.pending() == [_deed(1), _deed(3)]


def test_no_log_is_an_empty_log(log: DeviceLog):
    assert (log.mark(), log.pending(), log.deeds()) == (None, [], [])


def test_a_long_log_is_shortened_to_the_deeds_that_can_be_undone(log: DeviceLog):
    for number in range(2 * KEPT_DEEDS):
        log.append(_deed(number))

    log.set_mark(Mark("x", 2 * KEPT_DEEDS))

    assert log.deeds() == [_deed(number) for number in range(KEPT_DEEDS, 2 * KEPT_DEEDS)]
    assert log.mark() == Mark("x", 0)


def test_the_log_of_a_busy_year_stays_bounded(machine: Machine):
    store = machine.open()
    for number in range(2 * KEPT_DEEDS + 20):
        store.write("log", changes(severity=number % 11))

    assert len((machine.own / "log.jsonl").read_bytes().splitlines()) < 4 * KEPT_DEEDS
    assert machine.open().undo().receipt is not None
    assert (machine.open().get("nights", TONIGHT) or {})["severity"] == (2 * KEPT_DEEDS + 18) % 11


def test_the_outline_of_a_deed_leaves_out_its_steps_and_nothing_else(log: DeviceLog):
    tricky = Deed("s1", 'x,"steps":[1]', _deed(1).steps, frozenset({("nights", "1")}))
    undo = Deed("s2", "x", _deed(2).steps, kind=Kind.UNDO, of="s1")
    log.append(tricky)
    log.append(undo)

    assert log.outlines() == [Deed("s1", 'x,"steps":[1]', (), tricky.fresh), undo]
    assert log.deed("s1") == tricky
    assert log.deed("s3") is None


def test_the_way_to_a_log_is_made_safe_before_anything_in_it_is(
    log: DeviceLog, monkeypatch: pytest.MonkeyPatch
):
    ways: list[tuple[Path, bytes]] = []
    monkeypatch.setattr(
        "stillnight.storage.disk.log.sync_way", lambda folder: ways.append((folder, log.path.read_bytes()))
    )

    log.append(_deed(1))
    log.append(_deed(2))

    assert ways == [(log.path.parent, b"")]


def test_a_log_that_was_killed_before_its_first_mark_is_not_trusted_to_survive(
    log: DeviceLog, monkeypatch: pytest.MonkeyPatch
):
    ways: list[Path] = []
    log.append(_deed(1))
    monkeypatch.setattr("stillnight.storage.disk.log.sync_way", ways.append)

    DeviceLog(log.path).append(_deed(2))
    log.set_mark(Mark("x", 2))
    marked = DeviceLog(log.path)
    marked.mark()
    marked.append(_deed(3))

    assert ways == [log.path.parent]
