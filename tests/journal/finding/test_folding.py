"""Text without case and accents, and the part of it that was found."""

from __future__ import annotations

import pytest

from stillnight.journal.finding.folding import ROOM, excerpt, fold

LONG = "in the morning nothing, then a long flight home in the middle seat, then nothing at all until late"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Café", "cafe"), ("FLIGHT", "flight"), ("Straße", "strasse"), ("naïve", "naive"), ("Ωmega", "ωmega")],
)
def test_case_and_accents_are_one(text, folded):
    assert fold(text) == folded


def test_a_short_text_is_shown_whole_on_one_line():
    assert excerpt("long day,\nwalked late", "walked") == "long day, walked late"


def test_of_a_long_text_the_words_around_are_shown():
    part = excerpt(LONG, "flight")
    assert "long flight home" in part
    assert (part[0], part[-1]) == ("…", "…")
    assert len(part) <= ROOM + 2


def test_what_stands_at_an_end_is_shown_to_the_end():
    assert excerpt(LONG, "late").endswith("until late")
    assert excerpt(LONG, "morning").startswith("in the morning")


def test_signs_that_fold_into_two_do_not_move_the_place():
    text = "ß" * 60 + " café au lait " + "x" * 60
    assert "café au lait" in excerpt(text, "cafe")
