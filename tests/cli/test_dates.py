"""Nights and months on the command line."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.cli.dates import read_month, read_night
from stillnight.domain.errors import FieldError

TONIGHT = date(2026, 11, 19)


def test_a_night_is_read_and_a_bare_number_is_not():
    assert read_night("yesterday", TONIGHT) == date(2026, 11, 18)
    with pytest.raises(FieldError, match="from: '19' does not fit"):
        read_night("19", TONIGHT, "from")


def test_a_month_is_read():
    assert read_month("2026-11") == date(2026, 11, 1)


@pytest.mark.parametrize("typed", ["", "2026", "2026-13", "11-2026", "nov"])
def test_what_is_no_month_is_refused(typed):
    with pytest.raises(FieldError, match="month"):
        read_month(typed)
