"""``undo`` and ``redo`` say what is on record afterwards."""

from __future__ import annotations

from stillnight.domain.ports import NIGHTS


def test_the_last_change_goes_and_comes_back(sn):
    sn("log", "6")
    sn("log", "2")
    assert sn("undo").out == "undone: night of 2026-11-19\n  night of Thu 19 → Fri 20 Nov: urge 6\n"
    assert sn("redo").out == "done again: night of 2026-11-19\n  night of Thu 19 → Fri 20 Nov: urge 2\n"


def test_with_nothing_to_undo_it_says_so(sn):
    assert sn("undo").out == "nothing to be undone\n"
    assert sn("redo").out == "nothing to be done again\n"


def test_what_was_changed_elsewhere_is_named_and_left_alone(sn, store):
    sn("log", "6", "--pain", "3")
    store.records[NIGHTS, 20261119]["pain"] = 5
    out = sn("undo").out
    assert "left alone, because it was changed since: pain of night of Thu 19 → Fri 20 Nov" in out
    assert store.get(NIGHTS, 20261119) == {"pain": 5}


def test_a_trouble_goes_to_stderr_and_exits_0(sn, store):
    sn("log", "6")
    store.problem = "the folder cannot be written"
    answer = sn("undo")
    assert (answer.code, answer.err) == (0, "stillnight: the folder cannot be written\n")
