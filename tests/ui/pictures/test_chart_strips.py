"""Strips as lines: weekdays counted, factors under their nights, a sealed one silent."""

from __future__ import annotations

import pytest
from tests.insight.charts.diary import LAST, diary, one
from tests.ui.pictures.charts_read import lines_of, row_of, widest

from stillnight.domain.factor import Factor, Kind
from stillnight.insight.charts.nights import first_of
from stillnight.ui.pictures.charts.strips import SEALED, strips_picture

CAFFEINE = Factor("caffeine", "caffeine", "Coffee?", Kind.AMOUNT, most=20)
HOT_ROOM = Factor("hot_room", "a very hot room", "Hot?", Kind.YES_NO)
LATELY = [LAST.replace(day=day) for day in (16, 17, 18, 19)]
ANSWERS = [
    {"f_caffeine": 4, "f_hot_room": True},
    {"f_caffeine": 2},
    {},
    {"f_caffeine": 0, "f_hot_room": False},
]


def drawn(count=4, width=14, sealed=frozenset(), nights=None, is_ascii=False):
    if nights is None:
        nights = {day: one(day, severity=8, **said) for day, said in zip(LATELY, ANSWERS, strict=True)}
    picture = strips_picture(nights, first_of(LAST, count), LAST, [CAFFEINE, HOT_ROOM], sealed, width)
    return lines_of(picture, is_ascii)


def test_an_answer_stands_under_its_night_and_not_asked_is_blank():
    lines = drawn()
    assert row_of(lines, "urge") == "urge      ████"
    assert row_of(lines, "caffeine") == "caffeine  █▄ ·"
    assert row_of(lines, "a very h") == "a very ho █  ·"


def test_of_a_sealed_factor_only_that_it_is_sealed_is_shown():
    lines = drawn(width=60, sealed=frozenset(["caffeine"]))
    assert row_of(lines, "caffeine") == f"caffeine  {SEALED}"
    assert "caffeine 4" not in "\n".join(lines)
    assert "█" not in row_of(lines, "caffeine")


def test_a_weekday_tells_how_many_of_its_nights_were_rated_and_how():
    lines = drawn(8, 60, nights=diary(4, None, None, None, None, 0, 1, 4))
    assert row_of(lines, "Th").split() == ["Th", "██", "2,", "median", "4"]
    assert row_of(lines, "Fr").split() == ["Fr", "0"]
    assert row_of(lines, "Th").index("█") == 4 + 4 * 3


def test_no_strip_compares_nights_with_and_without():
    text = "\n".join(drawn(30, 100)).lower()
    assert not [
        word for word in ("worse", "better", "differ", "with", "cause", "effect") if f" {word} " in text
    ]


@pytest.mark.parametrize("width", [40, 44, 60, 80, 114])
@pytest.mark.parametrize("count", [1, 30, 90, 365, 5000])
def test_it_fits_into_its_columns(width, count):
    assert widest(drawn(count, width, frozenset(["caffeine"]))) <= width


def test_a_terminal_without_such_signs_gets_others():
    assert all(line.isascii() for line in drawn(30, 60, is_ascii=True))
