"""Each rating has one look, and no two bands share a sign or a colour."""

from __future__ import annotations

import pytest

from stillnight.ui.pictures.severity import BANDS, EMPTY, UNRATED, digit, look_of

GLYPHS = "·▂▂▂▄▄▆▆███"


@pytest.mark.parametrize("rating", range(11))
def test_a_rating_is_drawn_with_the_sign_of_its_band(rating):
    assert look_of(rating).glyph == GLYPHS[rating]


@pytest.mark.parametrize("rating", range(11))
def test_the_words_of_the_legend_hold_the_rating(rating):
    least, _, most = look_of(rating).words.replace("x", "10").partition("-")
    assert int(least) <= rating <= int(most or least)


def test_no_two_states_look_alike():
    looks = [*(look for _, look in BANDS), UNRATED, EMPTY]
    assert len({look.glyph for look in looks}) == len(looks)
    assert len({look.style for _, look in BANDS}) == len(BANDS)


def test_an_entry_without_a_rating_is_no_gap_and_no_zero():
    assert look_of(None) is UNRATED
    assert look_of(None, logged=False) is EMPTY
    assert EMPTY.glyph == " "


def test_ten_is_one_sign_as_it_is_one_key():
    assert [digit(rating) for rating in (0, 9, 10)] == ["0", "9", "x"]
