"""The interval of an effect, drawn in signs."""

from __future__ import annotations

import pytest

from stillnight.insight.patterns.pattern import Tier
from stillnight.ui.pictures.insight import LOOKS, SEALED, interval_bar


def drawn(low: float, middle: float, high: float, width: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in interval_bar(low, middle, high, width)]


def test_an_interval_stands_over_its_scale():
    assert drawn(0.6, 1.2, 1.8, 40) == [
        "            ├──────────●──────────┤",
        " ╫─────────────────┼──────────────────┼",
        " 0                +1                 +2",
    ]


def test_zero_is_on_every_scale_and_has_a_sign_of_its_own():
    for interval in ((-2.2, -1.2, -0.2), (-0.4, 0.3, 1.1), (1.5, 2.0, 3.0), (0, 0, 0)):
        _, axis, numbers = drawn(*interval, 40)
        assert axis.count("╫") == 1
        assert numbers[axis.index("╫")] == "0"


def test_the_middle_stands_between_the_ends():
    bar, axis, _ = drawn(-0.4, 0.3, 1.1, 30)
    assert bar.index("├") < axis.index("╫") < bar.index("●") < bar.index("┤")


@pytest.mark.parametrize("width", [20, 33, 44, 200])
def test_it_keeps_to_the_columns_that_there_are(width):
    assert max(map(len, drawn(0.1, 3.4, 7.0, width))) <= min(width, 44)


def test_where_there_is_no_room_there_is_no_bar():
    assert drawn(0.6, 1.2, 1.8, 19) == []


def test_every_tier_has_a_glyph_of_its_own():
    glyphs = [look.glyph for look in (*LOOKS.values(), SEALED)]
    assert len(set(glyphs)) == len(Tier) + 1 == len(glyphs)
