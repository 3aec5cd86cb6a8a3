"""A night that was found, in as few lines as it needs; and the examples of what can be asked."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.night import Night
from stillnight.journal.finding.folio import Folio
from stillnight.journal.finding.grammar import parse
from stillnight.journal.finding.vocabulary import vocabulary_of
from stillnight.ui.pictures.compare import cells
from stillnight.ui.pictures.found import EXAMPLES, HINT, found_lines

NIGHT = Folio(Night(date(2026, 10, 31), {"severity": 10}))
WHY = ["note “flight home, sat for hours”", "urge 10"]


def drawn(width: int, folio=NIGHT, why=WHY, is_marked=False) -> list[str]:
    lines = found_lines(folio, why, is_marked, width)
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_what_fits_stands_on_one_line():
    assert drawn(110) == [" Sat 31 Oct → Sun 1 Nov 2026  █ x  note “flight home, sat for hours”, urge 10"]


def test_on_a_small_screen_what_shows_it_stands_below():
    assert drawn(39) == [
        " Sat 31 Oct → Sun 1 Nov 2026  █ x",
        "   note “flight home, sat for hours”,",
        "   urge 10",
    ]


def test_where_only_a_date_was_asked_for_there_is_one_line():
    assert drawn(39, why=[]) == [" Sat 31 Oct → Sun 1 Nov 2026  █ x"]


def test_a_night_without_a_rating_and_one_that_is_marked():
    unrated = Folio(Night(date(2026, 10, 31), {"note": "windy"}))
    assert drawn(39, unrated, []) == [" Sat 31 Oct → Sun 1 Nov 2026  ◦"]
    assert drawn(39, unrated, [], is_marked=True)[0].startswith("(Sat 31 Oct → Sun 1 Nov 2026) ◦")


@pytest.mark.parametrize("width", [30, 39, 55, 75, 115])
def test_nothing_is_wider_than_there_is_room(width):
    why = ["note “" + "夜" * 60 + "”", "x" * 200]
    assert all(cells(line) <= max(width, 33) for line in drawn(width, why=why))


@pytest.mark.parametrize("typed", [example for example, _ in EXAMPLES] + HINT.split(" · ")[1:])
def test_what_the_page_shows_as_an_example_is_understood(world, typed):
    assert parse(typed, vocabulary_of(world.journal)).conditions
