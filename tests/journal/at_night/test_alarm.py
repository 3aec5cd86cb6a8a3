from __future__ import annotations

from datetime import timedelta

import pytest
from tests.ui.world import seed, seed_shelf

from stillnight.journal.at_night.alarm import alarm
from stillnight.journal.journal import Journal
from stillnight.journal.shelf import Shelf
from stillnight.journal.suggestions.knowledge import read_knowledge
from stillnight.journal.suggestions.library import Library


@pytest.fixture
def library(journal: Journal) -> Library:
    return read_knowledge(journal, seed, seed_shelf("seeds/rules"), Shelf(), seed_shelf("seeds/tips")).library


def test_where_nothing_is_ticked_nothing_is_told(journal, library):
    assert alarm(journal, library) == ""


@pytest.mark.parametrize(
    ("flag", "said"),
    [
        ("one_leg_swollen", "One leg swollen, hot, red or painful. Please get medical help today."),
        ("self_harm", "You deserve help tonight. Please call your emergency number now."),
        ("all_day_restless", ""),
    ],
)
def test_what_asks_for_help_today_is_told_and_what_can_wait_is_not(journal, library, flag, said):
    journal.ledgers.tick(flag, journal.tonight)
    assert alarm(journal, library) == said


def test_of_two_the_more_urgent_one_is_told(journal, library):
    for flag in ("one_leg_swollen", "chest_pain"):
        journal.ledgers.tick(flag, journal.tonight)
    assert alarm(journal, library).startswith("Short of breath")


def test_a_tick_that_was_taken_off_or_is_old_is_not_told(journal, library):
    journal.ledgers.tick("chest_pain", journal.tonight - timedelta(days=40))
    assert alarm(journal, library) == ""
    journal.ledgers.tick("chest_pain", journal.tonight)
    journal.ledgers.untick("chest_pain")
    assert alarm(journal, library) == ""
