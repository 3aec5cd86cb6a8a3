"""What is kept of sitting still: a latency only where there was an urge."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.clocks import EVENING

from stillnight.journal.sit_still.keeping import keep, kept_minutes, note
from stillnight.journal.sit_still.timer import Phase, Try

TONIGHT = EVENING.date()
FELT = Try(Phase.FELT, EVENING - timedelta(minutes=12), EVENING, EVENING)
NOTHING = replace(FELT, phase=Phase.NOTHING)
VOID = replace(FELT, phase=Phase.VOID)


def test_the_minutes_go_into_the_night_of_the_beginning(journal):
    keep(journal, FELT)
    assert kept_minutes(journal, TONIGHT) == 12


def test_after_midnight_it_is_still_the_night_of_the_evening(journal, clock):
    clock.set("2026-11-20T01:30")
    keep(journal, Try(Phase.FELT, clock.now() - timedelta(minutes=5), clock.now(), clock.now()))
    assert kept_minutes(journal, TONIGHT) == 5


@pytest.mark.parametrize("one", [NOTHING, VOID])
def test_what_had_no_urge_is_never_a_latency(journal, one):
    with pytest.raises(ValueError, match="no latency"):
        keep(journal, one)
    assert kept_minutes(journal, TONIGHT) is None


def test_that_nothing_was_felt_can_stand_in_the_note(journal):
    journal.record.amend(TONIGHT, {"note": "film with Ada"})
    note(journal, NOTHING)
    night = journal.browse.night(TONIGHT)
    assert night.note == "film with Ada\nsat still for 12 min, no urge"
    assert night.get("rest_latency_min") is None


@pytest.mark.parametrize("one", [FELT, VOID])
def test_only_a_try_without_an_urge_goes_into_the_note(journal, one):
    with pytest.raises(ValueError, match="without an urge"):
        note(journal, one)


@pytest.mark.parametrize(("write", "one"), [(keep, FELT), (note, NOTHING)])
def test_the_evening_is_still_to_be_told_afterwards(journal, write, one):
    write(journal, one)
    night = journal.browse.night(TONIGHT)
    assert night.is_day_only
    assert night.get("evening_at") is None


def test_an_evening_that_was_told_stays_told(journal):
    journal.record.amend(TONIGHT, {"severity": 4})
    keep(journal, FELT)
    assert not journal.browse.night(TONIGHT).is_day_only


def test_undo_takes_the_minutes_back(journal):
    keep(journal, FELT)
    journal.undo()
    assert kept_minutes(journal, TONIGHT) is None
