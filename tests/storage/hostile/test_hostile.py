"""Some devices against a hostile service: nothing may be lost, and in the end it is quiet everywhere.

A short walk is made with every run; ``pytest -m thorough tests/storage/hostile`` walks far. A walk that
fails is made short by hypothesis and printed as it can be put into a test here.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from tests.storage.hostile.services import WITH_COPIES, WITHOUT_COPIES, Style
from tests.storage.hostile.walks import Walk, walk, walks

STEPS = 50
SEEDS = range(1, 7)


def _wander(base: Path, styles: tuple[Style, ...], many: int, number: int) -> None:
    @seed(number)
    @settings(max_examples=many, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(walks(styles, STEPS))
    def wander(way: Walk) -> None:
        walk(base, way)

    wander()


@pytest.mark.parametrize("styles", [WITH_COPIES, WITHOUT_COPIES], ids=["copies", "no copies"])
def test_a_short_walk_loses_nothing(tmp_path: Path, styles: tuple[Style, ...]):
    _wander(tmp_path, styles, 10, 0)


@pytest.mark.thorough
@pytest.mark.parametrize("number", SEEDS)
@pytest.mark.parametrize("styles", [WITH_COPIES, WITHOUT_COPIES], ids=["copies", "no copies"])
def test_long_walks_lose_nothing(tmp_path: Path, styles: tuple[Style, ...], number: int):
    _wander(tmp_path, styles, 40, number)
