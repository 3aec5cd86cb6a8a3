from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.storage.states import NAMES, RECORDS, VALUES

from stillnight.storage import stamp
from stillnight.storage.notation import decode, encode, parse, visible
from stillnight.storage.record import Rec, Write, gather

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
