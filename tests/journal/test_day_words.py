"""Single answers of a night in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.clocks import BERLIN

from stillnight.domain.night import Episode
from stillnight.journal.day_words import clock_words, episode_words, factor_words

NIGHT = date(2026, 11, 18)
AT = datetime(2026, 11, 19, 3, 10, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-11-19T21:30+01:00", "21:30"),
        ("not_yet", "not yet"),
        ("none", "none"),
        (None, ""),
        (7, ""),
        ("about nine", "about nine"),
    ],
)
def test_a_time_is_told_as_it_is_read(value, words):
    assert clock_words(value) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"f.caffeine": 1.5}, "caffeine 1.5"),
        ({"f.caffeine": 0}, "caffeine 0"),
        ({"f.caffeine": 1000000}, "caffeine 1000000"),
        ({"f.caffeine": 10**400}, f"caffeine {10**400}"),
        ({"f.caffeine": None}, ""),
        ({"f.caffeine": "lots"}, "caffeine lots"),
        ({"f.caffeine": False, "f.caffeine.at": "2026-11-19T15:30+01:00"}, "no caffeine"),
        ({"f.forgotten": True}, "forgotten"),
        ({"severity": 3}, ""),
    ],
)
def test_a_factor_is_told_with_its_amount(journal, values, words):
    assert ", ".join(factor_words(values, journal.ledgers.factors())) == words


@pytest.mark.parametrize(
    ("episode", "words"),
    [
        (Episode(NIGHT, AT), "03:10"),
        (Episode(NIGHT, AT, 0, "stretch", minutes=0, after=0), "03:10, urge 0, stretch 0 min, then 0"),
        (Episode(NIGHT, AT, minutes=5), "03:10"),
    ],
)  # fmt: skip
def test_an_episode_is_told_on_one_line(episode, words):
    assert episode_words(episode) == words


def test_a_relief_is_said_in_words_not_as_its_id(journal):
    journal.record.awake(AT, {"severity": 8, "relief": "cool_water", "after": 4})
    bout = journal.browse.episodes(NIGHT, NIGHT)[NIGHT][0]
    assert "cool water, then 4" in episode_words(bout)
