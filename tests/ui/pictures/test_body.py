"""The figure shows where: by a sign and not only by a colour, left on the left, and again in words."""

from __future__ import annotations

import pytest

from stillnight.domain.picks import PARTS
from stillnight.ui.pictures.body import (
    BODY,
    HERE,
    LEGS,
    PLACES,
    WIDTH,
    Place,
    body_lines,
    place_words,
    view_words,
)


def drawn(place: Place) -> list[str]:
    return ["".join(text for text, _ in line) for line in body_lines(place)]


def filled(place: Place) -> list[tuple[int, int]]:
    """The cells of the place that is meant: (row, column)."""
    return [(y, x) for y, row in enumerate(drawn(place)) for x, sign in enumerate(row) if sign == HERE]


@pytest.mark.parametrize("figure", [LEGS, BODY], ids=["legs", "body"])
def test_a_figure_is_the_same_on_both_sides(figure):
    assert all(row == row[::-1] and len(row) == WIDTH for row in figure)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_its_place_and_the_rest_is_there_too(part):
    place = Place([part], "both")
    assert 0 < len(filled(place)) < sum(sign != " " for row in drawn(place)[:-1] for sign in row)
    assert PLACES[part]


@pytest.mark.parametrize("part", [part for part in PARTS if part not in ("back", "trunk")])
def test_left_is_on_the_left_and_right_on_the_right(part):
    middle = WIDTH // 2
    assert {x < middle for _, x in filled(Place([part], "left"))} == {True}
    assert {x > middle for _, x in filled(Place([part], "right"))} == {True}
    both = filled(Place([part], "both"))
    sides = filled(Place([part], "left")) + filled(Place([part], "right"))
    assert set(sides) <= set(both)


def test_the_side_that_is_meant_is_written_in_capitals():
    assert drawn(Place(["calves"], "left"))[-1] == "LEFT      right"
    assert drawn(Place(["calves"], "both"))[-1] == "LEFT      RIGHT"
    assert drawn(Place(["calves"]))[-1] == ""


def test_an_inner_muscle_fills_the_inner_half_of_the_leg():
    inner = filled(Place(["calves"], "left", ["inner calf"]))
    outer = filled(Place(["calves"], "left", ["outer calf"]))
    both = filled(Place(["calves"], "left", ["outer calf", "inner calf"]))
    assert max(x for _, x in outer) < max(x for _, x in inner)
    assert min(x for _, x in outer) < min(x for _, x in inner)
    assert sorted(inner + outer) == both == filled(Place(["calves"], "left"))


def test_the_place_is_said_in_words_too():
    assert place_words(Place(["calves"], "left", ["inner calf"])) == "left: inner calf"
    assert place_words(Place(["back"], "", ["low back"])) == "low back"
    assert place_words(Place(["calves"], "left")) == "left calf"
    assert place_words(Place(["feet", "calves"], "both")) == "both feet and both calves"
    assert place_words(Place(["calves", "thighs", "hips"])) == "calves, thighs and hips"
    assert place_words(Place(["back"])) == "back"
    assert place_words(Place([])) == ""


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(["calves"]), "from behind"),
        (Place(["shins"], "left"), "as in a mirror"),
        (Place(["trunk"]), "from the front"),
        (Place(["thighs"], "left", ["back of the thigh"]), "from behind"),
        (Place(["thighs"], "left", ["front of the thigh"]), "as in a mirror"),
        (Place(["thighs"], "left", [], ["back of thigh"]), "from behind"),
        (Place(["feet", "calves"], "left"), "from behind"),
        (Place(["back"], "", ["low back"]), "from behind"),
        (Place(["back"]), "from behind"),
    ],
)
def test_it_is_said_from_where_the_figure_is_seen(place, words):
    assert view_words(place) == words


def test_without_a_place_there_is_no_figure():
    assert body_lines(Place([])) == []
