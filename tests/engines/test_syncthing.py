"""Two devices whose folder Syncthing keeps the same: the real program, twice, on 127.0.0.1."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from tests.engines.device import Device
from tests.engines.syncthing import PROGRAM, Pair, two_nodes
from tests.engines.two import ROUNDS, Two

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Syncthing is not installed: apt install syncthing")

_NUMBERS = count(1)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Both nodes; every test has a folder of its own in theirs."""
    with two_nodes(tmp_path_factory.mktemp("syncthing")) as nodes:
        yield nodes


@pytest.fixture
def two(pair: Pair) -> Two:
    """A laptop and a desk with one journal, the night of the 19th in it, and the cable pulled out."""
    return _apart(pair)


def _apart(pair: Pair) -> Two:
    folder = f"journal-{next(_NUMBERS)}"
    laptop, desk = (Device(node.path / folder / "journal.json", node.home / folder) for node in pair.nodes)
    laptop.log(19, severity=6)
    pair.settle()
    assert desk.severities() == {19: 6}
    pair.settle()
    pair.pull()
    return Two(laptop, desk, pair.settle)


def test_what_both_wrote_while_apart_is_there_once_they_meet(pair, two):
    two.laptop.run("log", "7", "--night", "2026-11-18")
    two.laptop.log(19, severity=4)
    two.desk.run("log", "5", "--night", "2026-11-17")
    two.desk.log(19, note="slept well")
    pair.plug()
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == two.desk.severities() == {17: 5, 18: 7, 19: 4}
    assert two.laptop.nights()[19]["note"] == "slept well"


@pytest.mark.thorough
def test_two_values_of_one_answer_are_both_kept(pair, two):
    two.laptop.now, two.desk.now = "2026-11-20T07:00+01:00", "2026-11-20T07:05+01:00"
    two.laptop.log(19, severity=3)
    two.desk.log(19, severity=9)
    pair.plug()
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == {19: 9}
    assert set(two.laptop.history(19)) == {6, 3}


@pytest.mark.thorough
@pytest.mark.parametrize("deleted_last", [True, False])
def test_a_deletion_and_an_answer_meet(pair, two, deleted_last):
    times = ["2026-11-20T07:00+01:00", "2026-11-20T07:05+01:00"]
    two.desk.now, two.laptop.now = times if deleted_last else reversed(times)
    two.laptop.run("log", "--night", "2026-11-19", "--delete")
    two.desk.log(19, severity=8)
    pair.plug()
    two.meet()
    two.assert_at_peace()
    assert two.desk.severities() == ({} if deleted_last else {19: 8})
    assert two.desk.history(19)[-1] == 6


@pytest.mark.thorough
def test_an_edit_by_hand_meets_an_entry(pair, two):
    two.laptop.edit('"severity":6', '"severity":2')
    two.desk.log(18, severity=7)
    pair.plug()
    two.meet()
    two.assert_at_peace()
    assert two.desk.severities() == {18: 7, 19: 2}
    assert two.desk.history(19) == [6]


@pytest.mark.thorough
def test_the_file_is_deleted_on_one_side_while_the_other_writes(pair, two):
    two.laptop.journal.unlink()
    two.desk.log(18, severity=7)
    pair.plug()
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == {18: 7, 19: 6}


@pytest.mark.thorough
@pytest.mark.parametrize("content", [None, b"", b"null", "half", "older"])
def test_what_becomes_of_the_file_on_one_side_reaches_the_other_and_harms_nothing(pair, two, content):
    pair.plug()
    older = two.desk.journal.read_bytes()
    two.desk.log(18, severity=7)
    two.meet()
    match content:
        case None:
            two.desk.journal.unlink()
        case "half":
            two.desk.journal.write_bytes(two.desk.journal.read_bytes()[:-60])
        case "older":
            two.desk.journal.write_bytes(older)
        case bytes():
            two.desk.journal.write_bytes(content)
    two.carry()
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == two.desk.severities() == {18: 7, 19: 6}


@pytest.mark.thorough
def test_a_journal_that_is_opened_again_and_again_while_the_files_are_moved_is_never_begun_anew(pair, two):
    said: list[str] = []
    is_over = threading.Event()

    def look() -> None:
        while not is_over.is_set():
            said.extend(two.laptop.open().notices())
            said.extend(two.desk.open().notices())

    for day in (18, 16, 14):
        two.laptop.log(day, severity=7)
        two.desk.log(day - 1, severity=4)
        looking = threading.Thread(target=look)
        looking.start()
        try:
            pair.plug()
        finally:
            is_over.set()
            looking.join()
        is_over.clear()
        two.meet()
        pair.pull()
    pair.plug()
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == {13: 4, 14: 7, 15: 4, 16: 7, 17: 4, 18: 7, 19: 6}
    assert [notice for notice in said if "begun" in notice or "damaged" in notice] == []


@pytest.mark.thorough
def test_both_settle_the_same_conflict_at_once_and_make_no_new_one(pair, two):
    two.laptop.log(18, severity=7)
    two.desk.log(17, severity=4)
    pair.plug()
    pair.pull()
    two.laptop.open()
    two.desk.open()
    pair.plug()
    assert two.laptop.files() == two.desk.files() == {"journal.json"}
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == {17: 4, 18: 7, 19: 6}


@pytest.mark.thorough
def test_a_week_apart_with_restarts(pair, two):
    for day in range(12, 19):
        for device, severity in ((two.laptop, 3), (two.desk, 5)):
            device.log(day, **{"severity" if severity == 3 else "quality": severity})
        if day in (14, 16):
            for node in pair.nodes:
                node.stop()
            for node in pair.nodes:
                node.start()
    pair.plug()
    two.meet()
    two.assert_at_peace()
    nights = two.desk.nights()
    answers = {(nights[day]["severity"], nights[day]["quality"]) for day in range(12, 19)}
    assert answers == {(3, 5)}


@pytest.mark.thorough
@pytest.mark.parametrize("kept", [0, 2])
def test_a_service_that_keeps_few_copies_or_none_loses_nothing(tmp_path, kept):
    with two_nodes(tmp_path, conflicts=kept) as pair:
        two = _apart(pair)
        for day in (18, 16, 14, 12):
            two.laptop.log(day, severity=7)
            two.desk.log(day - 1, severity=4)
            pair.plug()
            pair.pull()
        pair.plug()
        two.meet()
        two.assert_at_peace()
        assert two.laptop.severities() == {19: 6, **dict.fromkeys((18, 16, 14, 12), 7)} | dict.fromkeys(
            (17, 15, 13, 11), 4
        )


@pytest.mark.thorough
def test_lines_that_two_phones_left_while_apart_are_all_taken(pair, two):
    for device, line in ((two.laptop, "2026-11-18 4"), (two.desk, "2026-11-17 5")):
        device.journal.with_name("inbox.txt").write_text(f"{line}\n")
    pair.plug()
    assert any("conflict" in name for name in two.laptop.files())
    for _ in range(ROUNDS):
        for device in (two.laptop, two.desk):
            device.run("inbox")
        two.carry()
    replace(two, others=frozenset({"inbox.txt"})).assert_at_peace()
    assert two.laptop.severities() == two.desk.severities() == {17: 5, 18: 4, 19: 6}
    # both devices may have taken the same line before they met
    assert {*two.desk.history(17)} <= {5}
    assert {*two.desk.history(18)} <= {4}
