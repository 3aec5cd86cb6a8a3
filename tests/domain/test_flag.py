"""Ticks of red flags."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.flag import Tick, tick_of

DAY = date(2026, 11, 19)


def test_a_tick_is_a_day_and_a_flag():
    assert tick_of({"date": "2026-11-19", "flag": "self_harm"}) == Tick(DAY, "self_harm")


@pytest.mark.parametrize("record", [{}, {"date": "2026-11-19"}, {"flag": "x"}, {"date": "x", "flag": "x"},
                                    {"date": "2026-11-19", "flag": 3}])  # fmt: skip
def test_a_tick_that_is_not_whole_is_none(record):
    assert tick_of(record) is None
