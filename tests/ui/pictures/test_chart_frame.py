"""What all charts are made of."""

from __future__ import annotations

import pytest

from stillnight.ui.pictures.charts.frame import Picture, legend, plain, rise


@pytest.mark.parametrize(
    ("part", "whole", "block"),
    [(0, 8, " "), (8, 8, "█"), (4, 8, "▄"), (1, 100, "▁"), (9, 8, "█"), (1, 0, " "), (1e308, 1e308, "█")],
)
def test_a_block_is_as_high_as_its_part_and_the_smallest_part_is_seen(part, whole, block):
    assert rise(part, whole) == block


def test_a_legend_breaks_between_its_signs():
    lines = legend([("█", "", "urge"), ("", "", "blank: not logged"), ("~", "", "late")], 22)
    assert [plain(line) for line in lines] == ["█ urge", "blank: not logged", "~ late"]
    assert [plain(line) for line in legend([("█", "", "urge"), ("~", "", "late")], 22)] == ["█ urge  ~ late"]


def test_a_picture_is_cut_in_its_middle():
    one = Picture([[("head", "")]], [[("a", "")], [("b", "")], [("c", "")]], [[("foot", "")]])
    assert [plain(line) for line in one.cut(4).lines] == ["head", "a", "b", "foot"]
    assert len(one.cut(1).body) == 1
