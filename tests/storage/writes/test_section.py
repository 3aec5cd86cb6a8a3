"""Lines that are found where they stand answer just as a dict of them would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillnight.storage.layout.lines import dump, outline, split
from stillnight.storage.writes.section import MANY, Section
from stillnight.storage.writes.state import State, placed

ids = st.integers(0, 99_999_999).map(str) | st.integers(20260101, 20261231).map(str)
texts = st.integers(0, 999).map(lambda number: f'{{"note":"{number}"}}')
tables = st.dictionaries(ids, texts, min_size=1, max_size=40)


def section_of(records):
    return Section(",\n".join(f'"{id}":{records[id]}' for id in sorted(records)))


@given(tables, ids)
def test_a_record_is_found_or_missing_as_in_a_dict(records, id):
    section = section_of(records)
    assert section.get(id) == records.get(id)
    assert (id in section) == (id in records)
    assert all(section[known] == text for known, text in records.items())


@given(tables)
def test_the_whole_is_the_same_in_the_same_order(records):
    section = section_of(records)
    assert list(section.items()) == sorted(records.items())
    assert len(section_of(records)) == len(records)


def test_the_whole_is_walked_without_looking_each_record_up(monkeypatch):
    """To find twenty thousand doses one by one takes a fifth of a second, to walk them a hundredth."""
    section = section_of({"1": "a", "2": "b"}).amended({"2": "c"})
    monkeypatch.setattr(Section, "_find", lambda *_: pytest.fail("a record was looked up"))
    assert dict(section.items()) == {"1": "a", "2": "c"}
    assert section["1"] == "a"
    with pytest.raises(KeyError):
        section["3"]


@given(tables, ids, ids)
def test_a_stretch_holds_what_lies_between(records, one, other):
    least, most = sorted((one, other))
    expected = {id: text for id, text in records.items() if least <= id <= most}
    assert section_of(records).between(least, most) == expected


@given(tables, ids)
def test_the_one_before_is_the_greatest_below(records, id):
    assert section_of(records).before(id) == max((other for other in records if other < id), default=None)


@given(tables, tables, ids)
def test_what_is_put_over_the_lines_wins(records, over, id):
    section = section_of(records).amended(over)
    both = records | over
    assert section.get(id) == both.get(id)
    assert dict(section) == both
    assert len(section_of(records).amended(over)) == len(both)
    assert section.before(id) == max((other for other in both if other < id), default=None)
    assert section.between("0", "9") == {known: text for known, text in both.items() if known <= "9"}


@given(tables, tables)
def test_what_changed_is_named(records, over):
    before = section_of(records)
    after = before.amended(over)
    assert after.shares(before)
    assert after.changed_since(before) == sorted(id for id, text in over.items() if records.get(id) != text)


@given(tables, tables)
def test_an_outline_says_what_the_taken_apart_lines_say(nights, labs):
    state = State({"meta": {"1": '{"journal":"00"}'}, "labs": labs, "nights": nights})
    data = dump(state)
    assert outline(data) == split(data)
    assert dump(State(outline(data))) == data


@given(tables, st.dictionaries(ids, texts, min_size=1, max_size=12))
def test_a_state_over_lines_takes_records_like_any_other(nights, fresh):
    plain = State({"nights": nights})
    lined = State({"nights": section_of(nights)})
    keyed = {("nights", id): text for id, text in fresh.items()}
    assert dump(placed(lined, keyed)) == dump(placed(plain, keyed))


@pytest.mark.parametrize("odd", ["a:b", 'quo"te', "back\\slash", "é", "", "7a", "_raw"])
def test_lines_whose_ids_are_no_numbers_are_left_to_json(odd):
    assert outline(dump(State({"meta": {"1": "{}"}, "others": {odd: '{"x":1}'}}))) is None
    assert outline(dump(State({"meta": {"1": "{}"}, "others": {"7": "{}", odd: '{"x":1}'}}))) is None


def test_bytes_of_another_hand_have_no_outline():
    assert outline(b'{"nights":{}}') is None
    assert outline(b"") is None
    assert outline(b'{"meta":{"1":{"a":1}},\nnonsense\n}}\n') is None


def test_who_looks_many_records_up_takes_the_lines_apart_once(monkeypatch):
    """To compare a copy of ten thousand nights took half a second, now a tenth."""
    records = {f"{number:05}": f'{{"note":"{number}"}}' for number in range(MANY + 10)}
    section = section_of(records)
    assert [section[id] for id in list(records)[:MANY]] == list(records.values())[:MANY]
    monkeypatch.setattr(Section, "_find", lambda *_: pytest.fail("a record was looked up"))

    assert section["00205"] == '{"note":"205"}'
    assert section.get("none") is None
