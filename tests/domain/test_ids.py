"""The numbers of records."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillnight.domain.ids import hashed_id, night_id, night_of_id, timed_id


@pytest.mark.parametrize(
    ("night", "number"),
    [(date(2026, 11, 19), 20261119), (date.min, 10101), (date.max, 99991231), (date(2028, 2, 29), 20280229)],
)
def test_the_id_of_a_night_is_its_date_in_digits(night, number):
    assert night_id(night) == number


@given(st.dates())
def test_a_night_is_found_again_by_its_id(night):
    assert night_of_id(night_id(night)) == night


@pytest.mark.parametrize(
    "number", [0, 1, -1, -20261119, 20261131, 20261301, 20270229, 99991232, 10**18, 2**63]
)
def test_digits_that_are_no_date_are_no_night(number):
    with pytest.raises(ValueError):  # noqa: PT011
        night_of_id(number)


MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2108, 1, 1), timezones=st.just(UTC))


@given(at=MOMENTS, later=st.integers(1, 10**9))
def test_timed_ids_sort_by_time_and_fit_63_bits(at, later):
    first, second = timed_id(at), timed_id(at + timedelta(milliseconds=2 + later))
    assert 0 <= first < second
    assert second < 2**63


def test_timed_ids_of_the_same_moment_differ():
    at = datetime(2026, 11, 19, 22, 40, tzinfo=UTC)
    assert len({timed_id(at) for _ in range(50)}) > 45


def test_the_same_thing_has_the_same_id_on_every_device():
    # written out: another device, and next year's version, must come to the same number
    assert hashed_id("dose", "2026-11-19", 7, "evening") == 6299710581274998501
    assert hashed_id("factor", "tea") == hashed_id("factor", "tea")


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_a_hashed_id_is_a_63_bit_number_for_any_words(parts):
    assert 0 <= hashed_id(*parts) < 2**63


def test_where_one_word_ends_matters():
    assert hashed_id("ab", "c") != hashed_id("a", "bc")


def test_a_broken_sign_in_a_name_still_has_an_id():
    assert hashed_id("factor", "\udcff") != hashed_id("factor", "\udcfe")
