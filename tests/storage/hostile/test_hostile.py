"""Some devices against a hostile service: nothing may be lost, and in the end it is quiet everywhere.

Some walks are made with every run; ``pytest -m thorough tests/storage/hostile`` walks far. A walk that
fails is made as short as it can be and printed, ready to be put into a test of its own.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from tests.storage.hostile.drawing import draw
from tests.storage.hostile.services import WITH_COPIES, WITHOUT_COPIES
from tests.storage.hostile.shortening import shortened
from tests.storage.hostile.walks import trouble_of

STEPS = 50
SOME, MANY = range(16), range(100, 400)
PARTS = 10
"""The long walks are shared out, so that all cores have some."""


def _make(base: Path, number: int) -> None:
    way = draw(number, WITH_COPIES if number % 2 else WITHOUT_COPIES, STEPS)
    trouble = trouble_of(base, way)
    if trouble:
        short = shortened(way, partial(trouble_of, base))
        pytest.fail(f"walk {number}: {trouble_of(base, short)}\n{short}", pytrace=False)


def test_nothing_is_lost_on_some_walks(tmp_path: Path) -> None:
    for number in SOME:
        _make(tmp_path, number)


@pytest.mark.thorough
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_is_lost_on_many_walks(tmp_path: Path, part: int) -> None:
    for number in MANY[part::PARTS]:
        _make(tmp_path, number)
