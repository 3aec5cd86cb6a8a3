"""A length of time as somebody types it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from stillnight.domain.errors import FieldError
from stillnight.journal.typed_length import length_words, read_length


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45", 45), ("45m", 45), ("90 min", 90), ("5h", 300), (" 5 h ", 300), ("1h30", 90),
        ("1 h 30 min", 90), ("1:30", 90), ("1.5h", 90), ("1,5 h", 90), ("5 hours", 300), ("1 hour", 60),
        ("20 Minutes", 20),
    ],
)  # fmt: skip
def test_it_is_read_as_it_is_meant(typed, minutes):
    assert read_length("for", typed) == timedelta(minutes=minutes)


@pytest.mark.parametrize("typed", ["", "0", "-5", "soon", "5 days", "1:75", "25h", "1h75", "٤٥", "5h5h"])
def test_what_is_no_length_is_refused_with_what_fits(typed):
    with pytest.raises(FieldError, match=r"for: .* a length of 1-1440 minutes, such as 45, 90 min, 5h, 1h30"):
        read_length("for", typed)


def test_the_bounds_are_those_of_the_question():
    assert read_length("every", "5", 5, 240) == timedelta(minutes=5)
    with pytest.raises(FieldError, match="5-240 minutes"):
        read_length("every", "4", 5, 240)


@pytest.mark.parametrize(
    ("minutes", "words"), [(45, "45 min"), (300, "5 h"), (90, "1 h 30 min"), (0, "0 min")]
)
def test_it_is_said_in_few_words(minutes, words):
    assert length_words(timedelta(minutes=minutes)) == words
