"""Whom to reach: the own numbers, those of the country, the plain line."""

from __future__ import annotations

import pytest
from tests.ui.world import seed, seed_shelf

from stillnight.domain.number import Number
from stillnight.journal.journal import Journal
from stillnight.journal.numbers.reach import crisis_words, number_lines
from stillnight.journal.numbers.shipped import CRISIS, EMERGENCY, shipped_numbers
from stillnight.journal.shelf import Shelf
from stillnight.journal.suggestions.knowledge import read_knowledge, suggestions
from stillnight.journal.suggestions.suggest import card_text

PLAIN = "a crisis line of your country, or your local emergency number"
NURSE = Number("night nurse", "+44 20 7946 0000")
BRITISH = shipped_numbers(seed("numbers"), "GB")
EMERGENCIES = [one for one in BRITISH if one.kind == EMERGENCY]


@pytest.mark.parametrize("territory", ["", "US", "DE", "ZZ"])
def test_without_a_number_of_the_country_there_is_the_plain_line(territory):
    assert crisis_words([], shipped_numbers(seed("numbers"), territory), PLAIN) == PLAIN


def test_own_numbers_come_first_and_never_alone():
    assert crisis_words([NURSE], [], PLAIN) == f"night nurse (+44 20 7946 0000), {PLAIN}"


def test_a_crisis_line_of_the_country_takes_the_place_of_the_plain_line():
    assert crisis_words([NURSE], BRITISH, PLAIN) == (
        "night nurse (+44 20 7946 0000), Samaritans (116 123), or your local emergency number (999)"
    )


def test_an_emergency_number_alone_is_no_crisis_line():
    assert EMERGENCIES
    assert crisis_words([], EMERGENCIES, PLAIN) == PLAIN


def test_a_crisis_line_stands_under_dark_thoughts_only():
    assert number_lines([NURSE], BRITISH, has_crisis=False)[:2] == (
        NURSE.words,
        "Emergency (United Kingdom): 999",
    )
    assert "Samaritans (United Kingdom): 116 123" in number_lines([], BRITISH, has_crisis=True)


def test_every_number_that_comes_along_says_whose_page_it_is_from_and_when_it_was_read():
    for one in BRITISH:
        assert one.page.startswith("https://")
        assert one.kind in (CRISIS, EMERGENCY)
        assert one.source_words in number_lines([], [one], has_crisis=True)
    assert BRITISH[0].source_words == (
        "116 123: as samaritans.org said, read in a stored copy on 21 Nov 2026; check it where you can."
    )


def test_no_number_is_shipped_without_its_page_and_day():
    for row in seed("numbers")["number"]:
        assert {"territories", "where", "kind", "service", "number", "page", "read"} <= row.keys()


@pytest.fixture
def cards(journal: Journal):
    """The cards of what is ticked, in a country."""

    def read(*flags: str, territory: str = "") -> dict[str, str]:
        for flag in flags:
            journal.ledgers.tick(flag, journal.desk.today)

        known = read_knowledge(
            journal, seed, seed_shelf("seeds/rules"), Shelf(), seed_shelf("seeds/tips"), territory
        )
        found = suggestions(journal, known.library).red_flags
        return {one.rule.id: "\n".join(card_text(one, known.library.sources)) for one in found}

    return read


def test_the_cards_that_cannot_wait_carry_the_own_numbers_and_no_other_card(journal, cards):
    journal.ledgers.add_number("night nurse", "+44 20 7946 0000")
    found = cards("one_leg_hot", "chest_pain", "saddle_numb", "self_harm", "doze_driving", "impulse_change")
    carrying = {id for id, card in found.items() if "\n  night nurse: +44 20 7946 0000" in card}
    assert carrying == {"RF01", "RF01E", "RF02", "RF03"}
    assert found.keys() - carrying == {"RF04", "RF05N"}


def test_without_any_number_no_card_has_an_empty_heading(cards):
    assert not any("Numbers" in card for card in cards("chest_pain", "self_harm").values())


def test_the_card_of_dark_thoughts_says_whom_to_reach_in_its_first_sentence(journal, cards):
    journal.ledgers.add_number("my sister", "0171 5555")
    card = cards("self_harm", territory="GB")["RF03"]
    assert (
        "Reach my sister (0171 5555), Samaritans (116 123), or your local emergency number (999), or somebody"
        in card
    )
    assert "as samaritans.org said" in card
