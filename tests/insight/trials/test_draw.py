"""Drawing the order of a trial."""

from collections import Counter
from random import Random

import pytest

from stillnight.insight.trials.draw import ORDERS, WEEKS, block_size, blocks_in, draw
from stillnight.insight.trials.trial import Arm, Design


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("weeks", WEEKS)
def test_every_block_has_each_kind_of_night_equally_often(design, weeks):
    order = draw(design, weeks, Random(3))

    size = block_size(design)
    assert len(order) == blocks_in(design, weeks) * size
    assert weeks * 7 - size < len(order) <= weeks * 7
    for at in range(0, len(order), size):
        assert order[at : at + size] in ORDERS[design]


def test_four_weeks_are_fourteen_pairs_and_seven_blocks_of_four():
    assert [blocks_in(design, 4) for design in Design] == [14, 7, 7]


def test_each_order_of_a_block_comes_up_as_often_as_the_others():
    chance = Random(1)
    drawn = Counter(draw(Design.PAIRS, 2, chance)[:2] for _ in range(1000))

    assert set(drawn) == set(ORDERS[Design.PAIRS])
    assert all(430 < count < 570 for count in drawn.values())


def test_a_factorial_block_can_have_all_twenty_four_orders():
    assert len(ORDERS[Design.FACTORIAL]) == 24
    assert all(set(order) == set(Arm) for order in ORDERS[Design.FACTORIAL])


def test_two_nights_of_a_kind_stay_together():
    order = draw(Design.TWO_NIGHT_BLOCKS, 4, Random(5))

    assert all(order[at] == order[at + 1] for at in range(0, len(order), 2))


def test_another_source_of_chance_draws_another_order():
    assert len({draw(Design.PAIRS, 4, Random(seed)) for seed in range(20)}) == 20
