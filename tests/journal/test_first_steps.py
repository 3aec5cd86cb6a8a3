"""The first steps: which comes first, and what can be chosen."""

from __future__ import annotations

from datetime import time

import pytest
from tests.rules.seeds import factors

from stillnight.journal.first_steps import (
    STEPS,
    bedtime_rows,
    factor_rows,
    first_open,
    is_any_taken,
    place_rows,
)
from stillnight.journal.places import Place
from stillnight.journal.setting_book import Said

DEFAULTS = {"journal": "the usual folder", "bedtime": "default", "factors": "default"}


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ({}, 0),
        ({"journal": "settings"}, 1),
        ({"journal": "--journal"}, 0),
        ({"journal": "settings", "bedtime": "settings"}, 2),
        ({"bedtime": "settings", "factors": "journal"}, 0),
        ({"journal": "settings", "bedtime": "settings", "factors": "journal"}, 0),
    ],
    ids=str,
)
def test_who_comes_back_begins_with_what_was_never_said(said, first):
    by = DEFAULTS | said
    assert first_open(lambda name: Said("", by[name])) == first


def test_one_step_that_was_taken_is_enough_to_know_of_them():
    assert not is_any_taken(lambda name: Said("", DEFAULTS[name]))
    assert is_any_taken(lambda name: Said("", (DEFAULTS | {"factors": "journal"})[name]))


def test_there_are_three_steps_each_a_setting():
    assert [step.setting for step in STEPS] == ["journal", "bedtime", "factors"]


def test_a_journal_that_was_found_is_the_first_to_choose():
    found = [
        Place("Dropbox", "/h/Dropbox/stillnight/journal.json"),
        Place("Nextcloud", "/h/Nextcloud/journal.json", has_journal=True),
        Place("OneDrive", "/h/OneDrive/stillnight/journal.json", trouble="nothing can be written into it"),
    ]
    rows = place_rows(found, "/h/journal.json", lambda path: path.replace("/h/", "~/"))
    assert [row.words for row in rows] == [
        "Nextcloud: use the journal there",
        "this computer, where it is now",
        "Dropbox: take it there",
        "OneDrive: take it there",
    ]
    assert [row.detail for row in rows][:2] == ["~/Nextcloud/journal.json", "~/journal.json"]
    assert [row.is_current for row in rows] == [False, True, False, False]
    assert (rows[3].value, rows[3].detail) == ("", "nothing can be written into it")


def test_without_a_journal_found_nothing_changes_by_itself():
    rows = place_rows([Place("Dropbox", "/d.json")], "/h/journal.json", str)
    assert rows[0].is_current


@pytest.mark.parametrize("bedtime", [time(22, 30), time(1, 15), time(19, 0)], ids=str)
def test_bedtimes_run_through_the_evening_and_hold_the_one_in_use(bedtime):
    rows = bedtime_rows(bedtime)
    assert rows[0].value == "19:00"
    assert rows[-1].value == "04:30"
    assert [row.value for row in rows if row.is_current] == [f"{bedtime:%H:%M}"]
    assert [row.value for row in rows].index("23:30") < [row.value for row in rows].index("00:00")


def test_factors_come_with_their_question_and_whether_they_are_asked():
    rows = {row.value: row for row in factor_rows(factors())}
    assert rows["caffeine"].is_current
    assert not rows["late_meal"].is_current
    assert rows["caffeine"].detail.endswith("?")
