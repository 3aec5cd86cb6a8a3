"""How long ago something was."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.ages import age_words

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "today"),
        (date(2026, 11, 19), "today"),
        (date(2026, 11, 18), "1 day old"),
        (date(2026, 11, 6), "13 days old"),
        (date(2026, 11, 5), "2 weeks old"),
        (date(2026, 9, 20), "8 weeks old"),
        (date(2026, 9, 19), "2 months old"),
        (date(2025, 11, 20), "11 months old"),
        (date(2025, 9, 19), "14 months old"),
        (date(2024, 11, 20), "23 months old"),
        (date(2024, 11, 19), "2 years old"),
        (date(2023, 11, 20), "2 years old"),
        (date(2016, 11, 19), "10 years old"),
    ],
)
def test_an_age_is_told_in_the_unit_that_fits(day, words):
    assert age_words(day, TODAY) == words
