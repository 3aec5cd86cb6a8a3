from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage.states import STAMPS, VALUES

from stillnight.storage.writes import stamp

NOW = 1_795_000_000_000


def test_the_order_of_the_text_is_the_order_of_time():
    first, second, third = (
        stamp.make(9, 0, "ffffffff"),
        stamp.make(9, 1, "00000000"),
        stamp.make(10, 0, "00000000"),
    )

    assert first < second < third


def test_a_new_stamp_follows_the_newest_one_seen_even_when_the_clock_stands():
    seen = stamp.mint(NOW, "", "aaaaaaaa")

    assert stamp.mint(NOW, seen, "aaaaaaaa") == stamp.following(seen, "aaaaaaaa") > seen


def test_a_stamp_more_than_a_day_ahead_is_not_followed():
    ahead = stamp.make(NOW + stamp.DAY_MS + 1, 0, "bbbbbbbb")

    assert stamp.mint(NOW, ahead, "aaaaaaaa") == stamp.make(NOW, 0, "aaaaaaaa")


def test_a_stamp_a_day_ahead_at_most_is_followed():
    ahead = stamp.make(NOW + stamp.DAY_MS, 7, "bbbbbbbb")

    assert stamp.mint(NOW, ahead, "aaaaaaaa") > ahead


def test_a_full_counter_carries_into_the_next_millisecond():
    assert stamp.following(stamp.make(5, 0xFFFF, "aaaaaaaa"), "bbbbbbbb") == stamp.make(6, 0, "bbbbbbbb")


@given(STAMPS, VALUES)
def test_an_edit_by_hand_stands_just_after_what_it_changed(at: str, value: object):
    edited = stamp.by_hand(at, value)

    assert stamp.is_stamp(edited)
    assert at < edited <= stamp.following(at, "ffffffff")
    assert edited == stamp.by_hand(at, value)


@given(VALUES)
def test_a_value_without_a_stamp_is_older_than_all_others(value: object):
    assert stamp.ms_of(stamp.unstamped(value)) == 0
    assert stamp.moment_of(stamp.unstamped(value)) is None


@pytest.mark.parametrize(
    "odd", ["", "z", "01a1f5d2df00-0000-B48926D7", "ffffffffffff-0000-aaaaaaaa", None, 5, []]
)
def test_what_cannot_be_ordered_or_followed_is_no_stamp(odd: object):
    assert not stamp.is_stamp(odd)


@given(st.integers(0, 253402300799999))
def test_every_moment_up_to_the_year_9999_can_be_told(ms: int):
    moment = stamp.moment_of(stamp.make(ms, 0, "aaaaaaaa"))

    assert moment is None or moment.utcoffset() is not None


def test_every_stamp_of_a_text_is_found_as_often_as_it_stands_there():
    one, other = stamp.make(1, 0, "aaaaaaaa"), stamp.make(2, 0, "bbbbbbbb")

    assert stamp.stamps_in(f'{{"_t":"{one}","_h":[["{other}","note","{one}"]]}}') == [one, other, one]
