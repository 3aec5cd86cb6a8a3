"""What a purge is about to remove, in words."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.memory_keeping import MemoryKeeping

from stillnight.domain.errors import StoreError
from stillnight.domain.keeping import Place
from stillnight.domain.values import Record
from stillnight.journal.purging import Doomed, doomed_bin, doomed_night, purge


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


def test_what_another_device_brought_back_meanwhile_is_not_purged_with_the_bin():
    keeping = MemoryKeeping(bin=nights(3, 12))
    doomed = doomed_bin(keeping)
    keeping.meanwhile = lambda: setattr(keeping, "bin", nights(3))
    with pytest.raises(StoreError, match="changed it meanwhile, so nothing was purged"):
        purge(keeping, doomed)
    assert keeping.purged == []


def test_a_night_that_says_something_else_by_now_is_not_purged():
    keeping = MemoryKeeping(bin=nights(12))
    doomed = doomed_night(keeping, date(2026, 11, 12))
    keeping.bin = [(("nights", 20261112), {"date": "2026-11-12", "note": "new words"})]
    with pytest.raises(StoreError, match="look at it again"):
        purge(keeping, doomed)
    purge(keeping, doomed_night(keeping, date(2026, 11, 12)))
    assert keeping.purged == [("purge of 2026-11-12", [("nights", 20261112)])]
