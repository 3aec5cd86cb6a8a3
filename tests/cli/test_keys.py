"""``stillnight 6 . c2 s7 u L``: the form's keys in one line."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.form.drafts import MemoryDrafts
from tests.journal.form.keyboard import typed
from tests.journal.morning.mornings import typed as typed_in_the_morning

from stillnight.cli.line import is_line, split_line_options
from stillnight.domain.factor import parse_factors
from stillnight.domain.ports import NIGHTS
from stillnight.journal.desk import Desk
from stillnight.journal.form.entry import Entries
from stillnight.journal.journal import open_journal
from stillnight.journal.morning.entry import Mornings
from stillnight.resources import read_seed
from stillnight.storage import FileDrafts

TONIGHT = 20261119


def test_an_ordinary_evening_is_one_line_and_one_deed(sn, store):
    sn("medicine", "add", "iron", "--usual")
    sn("log", "4", "--night", "yesterday", "--onset", "21:45")
    answer = sn("6", ".", "c2", "s7", "u", "L")
    assert answer.code == 0
    assert answer.out == (
        "saved 22:40, night of Thu 19 → Fri 20 Nov: urge 6, first at 21:45, lights out 22:40, caffeine 2, "
        "stress 7, usual medicines\n"
    )
    assert len(store.all("doses")) == 1
    sn("undo")
    assert store.get(NIGHTS, TONIGHT) is None
    assert store.all("doses") == {}


def test_the_line_saves_what_the_form_saves(sn, store, clock):
    sn("6", "2130", "c2@1530", "s7", "wct", "n")
    saved = store.get(NIGHTS, TONIGHT)
    sn("undo")
    journal = open_journal(Desk(store, clock, parse_factors(read_seed("factors"))))
    entries = Entries(journal, MemoryDrafts())
    night = journal.tonight
    entries.save(night, typed("6 2130 c2@1530 s7 wct <enter> n", entries.sheet(night)))
    assert store.get(NIGHTS, TONIGHT) == saved


def test_the_same_line_again_is_nothing_new(sn, store):
    sn("6", "2130", "c2", "aa")
    done = len(store.done)
    answer = sn("6", "2130", "c2", "aa")
    assert answer.out == (
        "nothing new, night of Thu 19 → Fri 20 Nov: urge 6, first at 21:30, caffeine 2, no alcohol\n"
    )
    assert len(store.done) == done


def test_a_line_mends_what_an_earlier_one_said(sn, store):
    sn("6", "2130", "c2")
    assert sn("7", "c3").out.endswith(": urge 7, caffeine 3\n")
    assert store.get(NIGHTS, TONIGHT)["onset"] == "2026-11-19T21:30+01:00"


@pytest.mark.parametrize("argv", [("6", "c2", "q"), ("6", "c2", "s"), ("6", "c2", "note")])
def test_one_wrong_word_and_nothing_is_saved(sn, store, argv):
    answer = sn(*argv)
    assert (answer.code, answer.out, store.records) == (2, "", {})
    assert f"'{argv[-1]}': " in answer.err
    assert "understood so far: urge 6, caffeine 2; nothing was saved" in answer.err


@pytest.mark.parametrize(
    "argv",
    [
        ("4", "c2", "--night", "yesterday"),
        ("--night", "2026-11-18", "4", "c2"),
        ("4", "--night=yesterday", "c2"),
        ("2026-11-18", "4", "c2"),
    ],
)
def test_another_night_can_be_named(sn, store, argv):
    assert sn(*argv).code == 0
    night = store.get(NIGHTS, 20261118)
    assert (night["severity"], night["f.caffeine"]) == (4, 2)


def test_all_that_follows_note_is_the_note(sn, store):
    sn("6", "note", "slept", "on", "--night", "6", "-x")
    assert store.get(NIGHTS, TONIGHT)["note"] == "slept on --night 6 -x"
    sn("o", "again")
    assert store.get(NIGHTS, TONIGHT)["note"] == "slept on --night 6 -x\nagain"


def test_in_the_night_a_digit_is_an_episode_and_no_clock_is_named(sn, store):
    sn("6", "c2")
    answer = sn("--moment", "night", "7")
    assert answer.out == "saved, night of Thu 19 → Fri 20 Nov: awake, urge 7\n"
    assert [one["severity"] for one in store.all("episodes").values()] == [7]
    assert store.get(NIGHTS, TONIGHT)["severity"] == 6


def test_an_episode_alone_makes_no_entry(sn, store):
    sn("7", "--moment", "night")
    assert store.all(NIGHTS) == {}
    assert len(store.all("episodes")) == 1


def test_an_episode_and_answers_are_one_deed(sn, store):
    answer = sn("7", "c2", "L", "--moment", "night")
    assert answer.out.endswith(": lights out 22:40, caffeine 2, awake, urge 7\n")
    assert [one["severity"] for one in store.all("episodes").values()] == [7]
    sn("undo")
    assert (store.all(NIGHTS), store.all("episodes")) == ({}, {})


def test_after_lights_out_it_is_night_and_the_first_time_stands(sn, store, monkeypatch):
    sn("6", "L")
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T02:10+01:00")
    assert "awake, urge 8" in sn("8", "L").out
    assert store.get(NIGHTS, TONIGHT)["lights_out"] == "2026-11-19T22:40+01:00"
    assert sn("L").out.startswith("nothing new, night of Thu 19 → Fri 20 Nov: lights out is noted already")


def test_an_awakening_can_be_named_with_its_time(sn, store):
    answer = sn("2026-11-18", "3:10", "awake", "x")
    assert answer.out == "saved 22:40, night of Wed 18 → Thu 19 Nov: awake 03:10, urge 10\n"
    assert store.all(NIGHTS) == {}


def test_a_draft_that_waits_in_the_form_stays_there(sn, home):
    place = home / ".local/share/stillnight/journal.json"
    drafts = FileDrafts(home / ".local/state/stillnight", place)
    drafts.keep(date(2026, 11, 19), {"pain": 3})
    sn("6")
    assert drafts.load(date(2026, 11, 19)) == {"pain": 3}


def test_its_help_shows_the_grammar(sn):
    out = sn("6", "--help").out
    assert "example: stillnight 6 . c2 s7 u L" in out
    assert "stillnight 6 . c2 s7 u L" in sn("--help").out


@pytest.mark.parametrize("word", ["6", "x", "c2", "c", "L", "wct", "fcb", "note", "-", "2130", "2026-11-18"])
def test_a_line_is_told_from_a_command(word):
    assert is_line(word)


@pytest.mark.parametrize(
    "word", ["log", "lgo", "fact", "wake", "fla", "finds", "tea", "noteb", "--json", "+caffeine"]
)
def test_what_is_nearly_a_command_is_no_line(word):
    assert not is_line(word)


def test_options_may_stand_anywhere_before_the_note():
    argv = ["6", "--night", "mon", "c2", "--journal=x", "note", "--night", "tue"]
    assert split_line_options(argv) == (
        ["--night", "mon", "--journal=x"],
        ["6", "c2", "note", "--night", "tue"],
    )


@pytest.fixture
def morning(sn, store, monkeypatch):
    """Ten to seven on Friday, after a night with one bout."""
    sn("6", "L")
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T03:10+01:00")
    sn("7")
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T06:50+01:00")
    store.clock.set("2026-11-20T06:50")


@pytest.mark.usefixtures("morning")
def test_in_the_morning_its_keys_are_meant_and_what_is_supposed_is_said(sn, store):
    answer = sn("4", "3", "2", "20", "note", "better")
    assert answer.out == (
        "saved 06:50, night of Thu 19 → Fri 20 Nov: asleep after 20 min, quality 4 of 5, disturbed 2 of 10, "
        "rested 3 of 5, note 'better', supposed: awakenings 1, last woke 06:50\n"
    )
    night = store.get(NIGHTS, TONIGHT)
    assert (night["quality"], night["sol_min"], night["severity"]) == (4, 20, 6)
    assert night["morning_at"] == "2026-11-20T06:50+01:00"
    assert sn("4", "3", "2", "20").out.startswith("nothing new, ")
    assert sn("3").out.endswith(": quality 3 of 5\n")


@pytest.mark.usefixtures("morning")
def test_the_line_saves_the_morning_as_the_form_does(sn, store, clock):
    clock.set("2026-11-20T06:50")
    sn("4", "3", "2", "20")
    saved = store.get(NIGHTS, TONIGHT)
    sn("undo")
    journal = open_journal(Desk(store, clock, parse_factors(read_seed("factors"))))
    mornings = Mornings(journal, MemoryDrafts())
    sheet = mornings.sheet(journal.tonight)
    mornings.save(sheet, typed_in_the_morning("4 3 2 20", sheet))
    assert store.get(NIGHTS, TONIGHT) == saved


@pytest.mark.usefixtures("morning")
def test_in_the_morning_the_evening_can_still_be_meant(sn, store):
    answer = sn("q4", "c2")
    assert (answer.code, store.get(NIGHTS, TONIGHT).get("quality")) == (2, None)
    assert "--moment evening writes the evening's" in answer.err
    assert sn("c2", "--moment", "evening").code == 0
    assert sn("q4", "--moment", "morning", "--night", "yesterday").code == 0
    assert store.get(NIGHTS, 20261118)["quality"] == 4
    assert sn("4", "--night", "2026-11-17").out.endswith("urge 4\n")
