"""Lengths of time in words."""

from __future__ import annotations

import pytest

from stillnight.tips.coach.spans import minutes_words


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "less than a minute"), (1, "1 minute"), (2, "2 minutes"), (240, "240 minutes")]
)
def test_minutes_are_said_in_words(minutes, words):
    assert minutes_words(minutes) == words
