"""Two versions of one journal into one, for a program that keeps versions."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from tests.storage.states import STATES

from stillnight.domain.errors import StoreError
from stillnight.storage.joining.join import join
from stillnight.storage.layout.lines import dump
from stillnight.storage.layout.reading import load
from stillnight.storage.merging import Version, merge
from stillnight.storage.writes.meta import KEY
from stillnight.storage.writes.record import Cell, Rec
from stillnight.storage.writes.state import State

ONE_ID = Rec({"journal": Cell("000000000000-0000-00000001", "36c62038df3d09e9")})


def text(**nights: dict[str, object]) -> bytes:
    """A journal as its file has it; ``n19`` is the night of the 19th."""
    content = {
        "meta": {"1": {"_t": "000000000000-0000-00000001", "journal": "36c62038df3d09e9", "schema": 1}},
        "nights": {f"202611{name[1:]}": record for name, record in nights.items()},
    }
    return json.dumps(content).encode()


def night(day: int, at: str = "01a1f5c08f80-0000-aaaaaaaa", **fields: object) -> dict[str, object]:
    return {"_t": at, "date": f"2026-11-{day}", **fields}


def merged(base: bytes, one: bytes, other: bytes) -> bytes:
    """What comes of it, either way round."""
    result = merge(base, Version("mine", one), Version("theirs", other))
    assert merge(base, Version("theirs", other), Version("mine", one)) == result
    return result


def nights(data: bytes) -> dict[str, object]:
    return {id: record.get("severity") for id, record in json.loads(data)["nights"].items()}


def test_what_either_version_knows_is_in_it():
    base = text(n19=night(19, severity=6))
    one = text(n19=night(19, severity=6), n18=night(18, severity=7))
    other = text(n19=night(19, severity=6), n17=night(17, severity=4))
    assert nights(merged(base, one, other)) == {"20261117": 4, "20261118": 7, "20261119": 6}


@settings(max_examples=30)
@given(STATES, STATES, STATES)
def test_it_is_the_join_whichever_version_comes_first(base: State, one: State, other: State):
    base, one, other = (state.having({KEY: ONE_ID}) for state in (base, one, other))
    files = [dump(state) for state in (base, one, other)]
    known = dump(join(join(one, other), base))
    assert load(merged(b"", files[1], files[2])) == load(dump(join(one, other)))
    again = merged(files[0], files[1], files[2])
    assert dump(join(load(again), load(known))) == again


def test_an_edit_by_hand_stands_after_what_it_was_made_of():
    base = text(n19=night(19, severity=6, note="slept well"))
    edited = text(n19=night(19, severity=3, note="slept well"))
    for one, other in ((edited, base), (base, edited)):
        record = json.loads(merged(base, one, other))["nights"]["20261119"]
        assert record["severity"] == 3
        assert ["01a1f5c08f80-0000-aaaaaaaa", "severity", 6] in [entry[:3] for entry in record["_h"]]


def test_a_later_edit_on_the_other_side_stands_after_the_one_by_hand():
    base = text(n19=night(19, severity=6))
    later = text(n19=night(19, "01a1f5c08f80-0005-bbbbbbbb", severity=9))
    record = json.loads(merged(base, text(n19=night(19, severity=3)), later))["nights"]["20261119"]
    assert record["severity"] == 9
    assert 3 in [entry[2] for entry in record["_h"]]


def test_merging_what_was_merged_changes_nothing():
    base = text(n19=night(19, severity=6))
    one, other = text(n19=night(19, severity=3)), text(n18=night(18, severity=1))
    result = merged(base, one, other)
    assert (
        merged(base, result, other) == merged(base, one, result) == merged(result, result, result) == result
    )


def test_a_night_that_was_taken_out_by_hand_comes_back():
    base = text(n19=night(19, severity=6), n18=night(18, severity=1))
    less = text(n19=night(19, severity=6))
    assert nights(merged(base, less, less)) == {"20261118": 1, "20261119": 6}


def test_a_night_written_without_stamps_is_taken_in():
    base = text(n19=night(19, severity=6))
    other = text(n19=night(19, severity=6), n18={"date": "2026-11-18", "severity": 5})
    assert nights(merged(base, base, other)) == {"20261118": 5, "20261119": 6}


@pytest.mark.parametrize("base", [b"", b"{}", b"null", b'{"torn', b'{"a": 1}', b"[]"])
def test_a_base_that_says_nothing_is_done_without(base):
    one, other = text(n19=night(19, severity=6)), text(n18=night(18, severity=1))
    assert nights(merged(base, one, other)) == {"20261118": 1, "20261119": 6}


def test_the_journal_of_somebody_else_is_no_base():
    base = json.dumps({"meta": {"1": {"journal": "0000000000000000"}}, "nights": {"20261101": night(10)}})
    one, other = text(n19=night(19, severity=6)), text(n18=night(18, severity=1))
    stranger = base.replace("aaaaaaaa", "cccccccc").encode()
    assert merged(stranger, one, other) == merged(b"", one, other)


def test_an_empty_version_takes_nothing_away():
    one = text(n19=night(19, severity=6))
    assert nights(merged(b"", one, b"")) == nights(merged(one, b"\n", one)) == {"20261119": 6}


def refusal(one: bytes, other: bytes, base: bytes = b"") -> str:
    with pytest.raises(StoreError, match="nothing was written") as refused:
        merge(base, Version("mine.json", one), Version("theirs.json", other))
    return str(refused.value)


def other_journal(**fields: object) -> bytes:
    data = json.loads(text(n19=night(19, "01a1f5c08f80-0000-cccccccc", **fields)))
    data["meta"]["1"]["journal"] = "0000000000000000"
    return json.dumps(data).encode()


def test_two_different_journals_stay_two():
    assert "two different journals" in refusal(text(n19=night(19, severity=6)), other_journal(severity=6))


def test_a_write_in_common_shows_that_two_ids_are_one_journal():
    other = other_journal(severity=6).replace(b"cccccccc", b"aaaaaaaa")
    assert nights(merged(b"", text(n19=night(19, severity=6)), other)) == {"20261119": 6}


def test_values_that_were_never_stamped_are_the_same_by_chance():
    bare = b'{"nights": {"20261119": {"date": "2026-11-19", "severity": 6}}}'
    one = json.dumps({**json.loads(bare), "meta": {"1": {"journal": "36c62038df3d09e9"}}}).encode()
    assert "two different journals" in refusal(one, bare)


def test_what_both_were_made_of_shows_that_they_are_one_journal():
    bare = text(n18=night(18, severity=1)).replace(b'"journal": "36c62038df3d09e9", ', b"")
    base = text(n19=night(19, severity=6), n18=night(18, severity=1))
    one = text(n19=night(19, severity=6))
    assert "two different journals" in refusal(one, bare)
    assert nights(merged(base, one, bare)) == {"20261118": 1, "20261119": 6}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (text(n19=night(19))[:-20], "theirs.json is damaged"),
        (b"<<<<<<< ours\n" + text(n19=night(19)), "theirs.json is damaged"),
        (b'{"a": 1}', "theirs.json is no journal"),
        (b"[1, 2]", "theirs.json is no journal"),
        (text(n19=night(19)).replace(b'"schema": 1', b'"schema": 99'), "newer stillnight"),
    ],
)
def test_what_is_no_whole_journal_is_refused(data, why):
    assert why in refusal(text(n19=night(19, severity=6)), data)


def test_two_empty_versions_are_no_journal():
    assert "both empty" in refusal(b"", b"{}")
