"""Since when something is taken without a pause."""

from __future__ import annotations

from datetime import date

import pytest
from tests.insight.drift.nights import TONIGHT, ago

from stillnight.insight.drift.use import Spell, taken_since


@pytest.mark.parametrize(
    ("spells", "since"),
    [
        ([], None),
        ([(100, 0)], 100),
        ([(100, 1)], None),
        ([(100, 50), (48, 0)], 100),
        ([(100, 50), (43, 0)], 100),
        ([(100, 50), (42, 0)], 42),
        ([(48, 0), (100, 50)], 100),
        ([(300, 0), (20, 0)], 300),
        ([(300, 200), (150, 0)], 150),
        ([(-5, -60)], None),
        ([(100, 0), (-5, -60)], 100),
    ],
)
def test_one_medicine_that_gives_way_to_another_is_no_pause(spells, since):
    found = taken_since([Spell(ago(first), ago(last)) for first, last in spells], TONIGHT)
    assert found == (None if since is None else ago(since))


def test_what_is_still_taken_has_no_last_day():
    assert taken_since([Spell(ago(90), date.max)], TONIGHT) == ago(90)


def test_of_two_that_are_still_taken_the_first_one_tells():
    assert taken_since([Spell(ago(90), date.max), Spell(ago(200), date.max)], TONIGHT) == ago(200)
