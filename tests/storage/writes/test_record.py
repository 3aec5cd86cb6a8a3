from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage.states import NAMES, RECORDS, VALUES

from stillnight.storage.writes import stamp
from stillnight.storage.writes.notation import decode, encode, parse, parse_all, visible
from stillnight.storage.writes.record import Cell, Rec, Write, gather

OLD, NEW = stamp.make(1000, 0, "aaaaaaaa"), stamp.make(2000, 0, "aaaaaaaa")


def test_one_stamp_for_all_fields_is_one_string():
    rec = gather([Write(OLD, "severity", 3), Write(OLD, "note", "x")])

    assert encode(rec) == f'{{"_t":"{OLD}","note":"x","severity":3}}'


def test_several_stamps_are_a_map_of_sorted_names():
    rec = gather([Write(OLD, "b", 1), Write(OLD, "a", 1), Write(NEW, "c", 2)])

    assert json.loads(encode(rec))["_t"] == {OLD: ["a", "b"], NEW: ["c"]}


def test_a_cleared_field_keeps_its_stamp_and_has_no_key():
    raw = json.loads(encode(gather([Write(OLD, "note", "x"), Write(NEW, "note", None)])))

    assert raw == {"_h": [[OLD, "note", "x"]], "_t": {NEW: ["note"]}}


def test_a_replaced_value_is_kept_whatever_comes_first():
    writes = [Write(NEW, "severity", 5), Write(OLD, "severity", 3)]

    assert gather(writes) == gather(reversed(writes))
    assert gather(writes).history == (Write(OLD, "severity", 3),)


def test_two_values_of_one_stamp_are_both_kept():
    rec = gather([Write(OLD, "note", "a"), Write(OLD, "note", "b"), Write(OLD, "note", None)])

    assert rec.cell("note").value == "b"
    assert [write.value for write in rec.history] == [None, "a"]


def test_a_deletion_hides_what_is_older_and_nothing_newer():
    deleted = gather([Write(OLD, "severity", 3), Write(NEW, "_del", True)])
    later = gather([*deleted.writes(), Write(stamp.following(NEW, "bbbbbbbb"), "note", "still here")])

    assert deleted.is_deleted
    assert not later.is_deleted
    assert later.live() == {"severity": 3, "note": "still here"}


def test_bookkeeping_is_not_visible():
    assert visible(f'{{"_h":[],"_t":"{OLD}","_del":true,"note":"x"}}') == {"note": "x"}


@given(RECORDS)
def test_a_record_is_what_is_read_back(writes: list[Write]):
    rec = gather(writes)

    assert parse(encode(rec)) == rec


@given(
    st.dictionaries(NAMES | st.sampled_from(["_t", "_h"]), VALUES | st.lists(st.lists(VALUES)), max_size=6)
)
def test_any_mapping_is_some_record_and_stays_it(raw: dict[str, object]):
    rec = decode(raw)

    assert decode(json.loads(encode(rec))) == rec


def test_an_odd_entry_of_the_history_is_carried():
    rec = decode({"_t": OLD, "_h": ["what is this", [OLD, "note", "x"]], "note": "y"})

    assert "what is this" in [write.value for write in parse(encode(rec)).history]


def test_nothing_is_an_empty_record():
    assert Rec().live() == {}
    assert not Rec().is_deleted


MINE, THEIRS, PHONE = (stamp.make(1500, 0, device * 8) for device in "abc")


def test_what_a_write_had_seen_is_noted_beside_it_and_nothing_where_it_had_seen_nothing():
    rec = gather(
        [
            Write(OLD, "note", "x", (THEIRS,)),
            Write(NEW, "note", "y", (THEIRS, PHONE)),
            Write(NEW, "pain", 1, (PHONE,)),
            Write(NEW, "mood", None, (PHONE,)),
            Write(NEW, "severity", 5),
        ]
    )

    raw = json.loads(encode(rec))

    assert raw["_w"] == {"note": [THEIRS, PHONE], "pain": PHONE, "mood": PHONE}
    assert raw["_h"] == [[OLD, "note", "x", THEIRS]]
    assert parse(encode(rec)) == decode(raw) == rec
    assert visible(encode(rec)) == {"note": "y", "pain": 1, "severity": 5}


def test_a_write_that_comes_twice_has_seen_what_either_had():
    one, other = Write(NEW, "note", "y", (THEIRS,)), Write(NEW, "note", "y", (MINE, PHONE))

    assert gather([one, other]) == gather([other, one, one])
    assert gather([one, other]).cell("note").seen == (MINE, THEIRS, PHONE)
    assert gather([one, other]).history == ()


ODD = [
    "what is this",
    {"note": 5},
    {"note": [THEIRS, "no stamp"]},
    {"nobody": THEIRS},
    [THEIRS],
    {"_t": THEIRS},
    0,
]


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_an_odd_note_of_what_was_seen_is_carried_and_changes_no_answer(odd: object):
    rec = decode({"_t": OLD, "_w": odd, "note": "y"})

    assert rec.live() == {"note": "y"}
    assert rec.cell("note") == Cell(OLD, "y")
    assert [write.value for write in rec.history] == [odd]
    assert decode(json.loads(encode(rec))) == parse(encode(rec)) == rec


def test_the_sound_part_of_an_odd_note_counts():
    rec = decode({"_t": OLD, "_w": {"note": [THEIRS, MINE, MINE], "pain": 5}, "note": "y", "pain": 1})

    assert rec.cell("note").seen == (MINE, THEIRS)
    assert [write.value for write in rec.history] == [{"pain": 5}]


@pytest.mark.parametrize(
    "entry", [[OLD, "note", "x", "no stamp"], [OLD, "note", "x", []], [OLD, "note", "x", 1, 2]]
)
def test_an_entry_of_the_history_with_an_odd_note_is_carried(entry: list[object]):
    rec = decode({"_t": NEW, "_h": [entry], "note": "y"})

    assert entry in [write.value for write in rec.history]
    assert parse(encode(rec)) == rec


@pytest.mark.parametrize("odd", [True, False, 0, "yes", None, [1]], ids=str)
def test_a_mark_of_a_purge_that_somebody_scribbled_hides_no_answer(odd: object):
    rec = decode({"_t": OLD, "_p": odd, "note": "y"})

    assert rec.live() == {"note": "y"}
    assert decode(json.loads(encode(rec))) == rec


def test_a_null_is_an_edit_by_hand_and_a_stamp_alone_a_field_that_was_cleared():
    by_hand, cleared = decode({"_t": OLD, "note": None, "pain": 1}), decode({"_t": {OLD: ["note"]}})

    assert by_hand.cell("note") == Cell(stamp.by_hand(OLD, None), None)
    assert cleared.cell("note") == Cell(OLD, None)


@pytest.mark.parametrize(
    "text",
    [
        '{"_t":"no stamp","note":"y"}',
        '{"_t":{"no stamp":["note"]},"note":"y"}',
        f'{{"_t":{{"{OLD}":5}},"note":"y"}}',
        f'{{"_t":{{"{OLD}":["pain"]}},"note":"y"}}',
        f'{{"_h":[5],"_t":"{OLD}","note":"y"}}',
        f'{{"_h":[["no stamp","note","x"]],"_t":"{OLD}","note":"y"}}',
        f'{{"_t":"{OLD}","_w":{{"pain":"{OLD}"}},"note":"y"}}',
        f'{{"_t":"{OLD}","_w":5,"note":"y"}}',
        '{"note":"y"}',
        '"y"',
    ],
)
def test_a_text_that_was_not_written_here_is_read_with_care(text: str):
    raw = json.loads(text)

    assert parse(text) == decode(raw if isinstance(raw, dict) else {"_raw": raw})
    assert "y" in parse(text).live().values()
    assert parse_all([text, "{}"]) == [parse(text), Rec()]
