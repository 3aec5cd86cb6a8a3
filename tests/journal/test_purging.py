"""What a purge is about to remove, in words."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.keeping import Place
from stillnight.domain.values import Record
from stillnight.journal.purging import Doomed


def nights(*days: int) -> list[tuple[Place, Record]]:
    return [(("nights", 20261100 + day), {"date": f"2026-11-{day:02}"}) for day in days]


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (nights(12, 3), "The bin holds 2026-11-03, 2026-11-12."),
        (
            [*nights(1, 2, 3, 4, 5, 6, 7), (("labs", 7), {"value": 42})],
            "The bin holds 2026-11-01, 2026-11-02, 2026-11-03, 2026-11-04, 2026-11-05 and 2 more nights.",
        ),
        (nights(1, 2, 3, 4, 5, 6)[:6], "The bin holds 2026-11-01, 2026-11-02, 2026-11-03, 2026-11-04, "
         "2026-11-05, 2026-11-06."),
        ([(("labs", 7), {"value": 42})], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_the_nights_in_the_bin_are_named_before_they_go(records, said):
    assert Doomed(records).contents == said


def test_a_night_that_was_asked_for_needs_no_naming():
    assert Doomed(nights(12), date(2026, 11, 12)).contents == ""
