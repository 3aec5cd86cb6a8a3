"""Trials in the words of the screen: nothing on it sends somebody in bed to a command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.ui.trying import started, trials_of
from tests.ui.world import seed
from textual.content import Content

from stillnight.domain.errors import StillnightError
from stillnight.insight.trials.trial import Outcome
from stillnight.journal.trials.views import State
from stillnight.ui.screens.trials.sheet_lines import sheet_lines
from stillnight.ui.trial_words import listed, more_power_words, on_screen, power_words, progress_words

TEMPLATES = [one["id"] for one in seed("trials")["trial"]]
POWER = ((1.0, 0.5), (1.5, 0.8), (2.0, 0.97))


def words_of_sheet(world, name: str, width: int = 70) -> str:
    proposal = trials_of(world).propose(name)
    rows = [row for line in sheet_lines(proposal, {4: proposal}, {}) for row in line.drawn(width)]
    return " ".join(Content("\n").join(rows).plain.split())


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_sheet_puts_the_question_first_and_names_no_command(world, name):
    words = words_of_sheet(world, name)
    assert words.startswith(trials_of(world).propose(name).question[:40])
    assert "stillnight" not in words
    assert "Four in ten people" in words


def test_what_is_in_the_way_names_keys_too(world):
    started(world)
    words = words_of_sheet(world, "massage")
    assert "Not now" in words
    assert "stillnight" not in words


@pytest.mark.parametrize("name", [*seed("trials")["refused"], "nobody_knows_it"])
def test_a_refusal_names_no_command_of_trials(world, name):
    with pytest.raises(StillnightError) as refused:
        trials_of(world).propose(name)
    assert "stillnight trial" not in on_screen(str(refused.value))


def test_a_repeat_is_a_key_away():
    assert on_screen("it: stillnight trial start massager --weeks 6.") == "it: x here, with 6 weeks."


def test_what_a_length_can_find_is_said_in_tenths():
    assert power_words(POWER, Outcome.SEVERITY) == "finds a 1.5-point difference about 8 times in 10"
    assert more_power_words(POWER, Outcome.SEVERITY) == "1 point about 5 times in 10, 2 points nearly always"
    assert power_words((), Outcome.SOL) == "how much it can find is not known"


def test_how_far_a_trial_is_is_said_in_weeks_and_nights(world):
    started(world)
    standing = trials_of(world).all()[0]
    assert progress_words(standing) == "week 2 of 4 · night 10 of 28"
    assert progress_words(replace(standing, number=7)) == "week 1 of 4 · night 7 of 28"
    stopped = replace(standing.trial, stopped=date(2026, 11, 15))
    assert (
        progress_words(replace(standing, state=State.STOPPED, trial=stopped)) == "stopped early, Sun 15 Nov"
    )


def test_words_are_listed_as_people_list_them():
    assert listed(["caffeine"]) == "caffeine"
    assert listed(["alcohol", "caffeine", "stress"]) == "alcohol, caffeine and stress"
