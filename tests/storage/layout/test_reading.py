from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.storage.states import STATES

from stillnight.storage.layout.lines import dump, split
from stillnight.storage.layout.reading import Damage, load, read
from stillnight.storage.writes.state import State


@given(STATES)
def test_what_was_written_is_read_back(state: State):
    assert load(dump(state)) == state


@pytest.mark.parametrize("layout", [{}, {"separators": (",", ":")}, {"indent": 2}], ids=str)
@pytest.mark.parametrize("end", ["", "\n"], ids=["no end of line", "an end of line"])
@given(state=STATES)
def test_the_same_content_laid_out_otherwise_is_the_same_journal(layout: Any, end: str, state: State):
    other = json.dumps(json.loads(dump(state)), ensure_ascii=False, **layout) + end
    data = other.encode("utf-8", "surrogatepass")

    assert read(data).damage in (None, Damage.EMPTY)
    assert load(data) == state


@given(STATES, st.data())
def test_line_breaks_taken_out_by_hand_damage_nothing(state: State, data: st.DataObject):
    parts = dump(state)[:-1].split(b"\n")
    ends = data.draw(st.lists(st.sampled_from([b"", b"\n"]), min_size=len(parts), max_size=len(parts)))
    joined = b"".join(part + end for part, end in zip(parts, ends, strict=True))

    assert read(joined).damage in (None, Damage.EMPTY)
    assert load(joined) == state


@given(STATES, STATES)
def test_knowing_something_changes_nothing(state: State, known: State):
    assert read(dump(state), known).state == state
    assert read(dump(state), state).state == state


@given(STATES, st.floats(0, 1))
def test_any_cut_is_read_and_gives_only_whole_records(state: State, where: float):
    data = dump(state)
    cut = data[: int(where * len(data))]

    found = load(cut)

    whole = {(table, id): text for table, records in state.tables.items() for id, text in records.items()}
    for table, records in found.tables.items():
        for id, text in records.items():
            assert whole[table, id] == text


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b'{"nights":' * 3000)
@example(b"[" * 100_000)
@example(b'{"nights":{"1":{"x":' + b"9" * 5000 + b"}}}")
@example(b'{"meta":{"1":{}}}\n')
@example(b'{"meta":{},\n"nights":{\n}}\n')
@example(b'{"meta":{},\n"nights":{\n\n}}\n')
@example(b'{"a":"b"}')
@example(b"\xff\xfe{\x00}\x00")
def test_arbitrary_bytes_are_read_without_a_word(data: bytes):
    state = load(data)

    assert load(dump(state)) == state


@pytest.mark.parametrize("blank", [b"", b"null", b"\n", b"\x00" * 40, b" null\n", b"\xef\xbb\xbf"])
def test_nothing_at_all_is_empty_and_not_damaged(blank: bytes):
    assert read(blank).damage is Damage.EMPTY


@pytest.mark.parametrize("other", [b"[1, 2]", b'"text"', b'{"name": "x", "version": 2}', b'{"a": {"b": 1}}'])
def test_the_json_of_another_program_is_no_journal(other: bytes):
    assert read(other).damage is Damage.FOREIGN


def test_every_record_before_a_cut_comes_back():
    records = {f"202611{day:02}": {"_t": "01a1f5d2df00-0000-aaaaaaaa", "severity": 3} for day in range(1, 30)}
    data = json.dumps({"nights": records}).encode()

    for end in range(60, len(data)):
        whole = data[:end].count(b"}") - (end == len(data) - 1)
        assert len(load(data[:end]).tables.get("nights", {})) == whole


@pytest.mark.parametrize("torn", ['"x', "tr", "-", '"\\ud83', "[1,", '{"1":{}', '{"1":{},"0":{}'])
def test_what_looks_like_a_record_within_a_torn_one_is_none(torn: str):
    data = '{"meta":{"1":{"a":{"1":{},"0":{}},"b":' + torn

    assert load(data.encode()) == State()


def test_a_hole_costs_only_the_records_in_it():
    records = {f"202611{day:02}": {"_t": "01a1f5d2df00-0000-aaaaaaaa", "severity": 3} for day in range(1, 30)}
    data = bytearray(dump(load(json.dumps({"meta": {"1": {"journal": "x"}}, "nights": records}).encode())))
    at = data.index(b'"20261110"')
    data[at + 5 : at + 100] = bytes(95)

    found = load(bytes(data))

    assert set(records) - found.tables["nights"].keys() == {"20261110", "20261111"}


def test_an_old_tail_after_a_new_file_is_no_loss():
    new = json.dumps({"nights": {"20261119": {"_t": "01a1f5d2df00-0000-aaaaaaaa", "severity": 3}}}).encode()
    old = b'"20261118":{"_t":"01a1f5d2df00-0000-aaaaaaaa","severity":2}}}'

    reading = read(new + old)

    assert reading.damage is Damage.BROKEN
    assert reading.state.tables["nights"].keys() == {"20261118", "20261119"}


def test_latin_1_from_an_old_editor_is_read():
    data = '{"nights":{"20261119":{"date":"2026-11-19","note":"naïve"}}}'.encode("latin-1")

    assert json.loads(load(data).tables["nights"]["20261119"])["note"] == "naïve"


def test_a_line_pasted_twice_counts_twice():
    data = (
        b'{"nights":{"20261119":{"_t":"01a1f5d2df00-0000-aaaaaaaa","severity":3},'
        b'"20261119":{"_t":"01a1f5d2df00-0001-aaaaaaaa","severity":4}}}'
    )

    rec = load(data).rec("nights", "20261119")

    assert (rec.cell("severity").value, [write.value for write in rec.history]) == (4, [3])


def test_other_text_in_the_layout_of_a_journal_is_not_trusted():
    data = '{"meta":{"1":{"journal":"x"}},\n"nights":{\n"20261119":{"note":"naïve"}\n}}\n'.encode()

    assert split(data) is None
    assert read(data).damage is None


def test_a_hole_over_the_head_of_a_table_puts_no_night_into_the_one_before():
    data = (
        b'{"meta":{"1":{"journal":"a","schema":1}},\n"episodes":{\n"5":{"night":"2026-11-19"}\n'
        b'\x00\x00\x00\x00\x00\n"20261119":{"_t":"019a9d7a3f00-0000-0a0a0a0a","date":"2026-11-19"}\n}}\n'
    )

    found = load(data)

    assert found.tables["nights"].keys() == {"20261119"}
    assert found.tables["episodes"].keys() == {"5"}


def test_a_hole_over_the_end_of_meta_leaves_nothing_strange_in_it():
    data = b'{"meta":{"1":{"journal":"a","schema":1}\x00\x00\x00\n"7":{"night":"2026-11-19"}\n}}\n'

    assert load(data).tables["meta"].keys() == {"1"}
    assert load(data).tables["unplaced"].keys() == {"7"}
