"""The made-up year fits the journal, whatever tonight is and wherever."""

from __future__ import annotations

import json
from datetime import date
from statistics import mean
from zoneinfo import ZoneInfo

import pytest
from tests.clocks import BERLIN
from tests.journal.memory_store import MemoryStore

from stillnight.domain.factor import parse_factors
from stillnight.journal.desk import Desk
from stillnight.journal.journal import open_journal
from stillnight.reports.demo_nights import HOLIDAY, NIGHTS, demo_nights
from stillnight.reports.importing import Reader
from stillnight.resources import read_seed, read_shelf, resource_folder

SEED = read_seed("demo")
TONIGHT = date(2026, 11, 19)


def lines(tonight=TONIGHT, zone=BERLIN):
    return [json.dumps(night).encode() for night in demo_nights(tonight, zone, SEED)]


def nights():
    return list(demo_nights(TONIGHT, BERLIN, SEED))


@pytest.fixture
def journal(clock):
    """An empty journal."""
    return open_journal(Desk(MemoryStore(clock), clock, parse_factors(read_seed("factors"))))


@pytest.mark.parametrize(
    "zone", ["Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"]
)
@pytest.mark.parametrize("at", ["2026-11-19T22:40", "2027-03-29T21:00", "2028-02-29T23:00"])
def test_every_night_can_be_taken_in(journal, clock, zone, at):
    clock.travel(ZoneInfo(zone))
    clock.set(at)
    reader = Reader(journal)
    arrivals = reader.read(lines(journal.tonight, clock.zone))
    assert list(reader.problems) == []
    assert len(arrivals) > 300


def test_the_same_tonight_has_the_same_year():
    assert lines() == lines()


def test_it_is_a_year_with_gaps_and_none_of_it_is_tonight():
    dates = [date.fromisoformat(night["night"]) for night in nights()]
    assert dates == sorted(set(dates))
    assert (TONIGHT - dates[0]).days <= NIGHTS
    assert dates[-1] < TONIGHT
    assert not {(TONIGHT - day).days for day in dates} & set(HOLIDAY)


def test_it_has_quiet_nights_bad_nights_bouts_mornings_and_notes():
    found = nights()
    severities = [night["severity"] for night in found]
    assert min(severities) == 0
    assert max(severities) >= 8
    assert 2 < mean(severities) < 5
    for name, least in {"episodes": 80, "morning_at": 200, "note": 25, "onset": 200}.items():
        assert sum(name in night for night in found) >= least, name


def test_what_was_done_in_the_night_is_a_tip_of_ours():
    shelf = read_shelf(resource_folder("seeds") / "tips")
    tips = {tip["id"] for document in shelf.documents.values() for tip in document["tip"]}
    done = {bout["relief"] for night in nights() for bout in night.get("episodes", ())}
    assert done == set(SEED["relief"])
    assert done <= tips
