"""``stillnight log`` writes what is named, and nothing else."""

from __future__ import annotations

import json

import pytest

from stillnight.cli.log_options import ABOUT
from stillnight.domain.fields import FIELDS
from stillnight.domain.ports import NIGHTS

TONIGHT = 20261119


def test_a_whole_evening_goes_in_by_one_line(sn, store):
    answer = sn(
        "log", "6", "--onset", "21:30", "+caffeine=2@15:30", "+stress=7", "-alcohol", "--note", "springs"
    )
    assert answer.code == 0
    assert answer.out == (
        "saved 22:40, night of Thu 19 → Fri 20 Nov: urge 6, first at 21:30, note 'springs', "
        "caffeine 2 at 15:30, stress 7, no alcohol\n"
    )
    assert store.get(NIGHTS, TONIGHT) == {
        "date": "2026-11-19",
        "severity": 6,
        "onset": "2026-11-19T21:30+01:00",
        "f.caffeine": 2,
        "f.caffeine.at": "2026-11-19T15:30+01:00",
        "f.stress": 7,
        "f.alcohol": False,
        "note": "springs",
        "evening_at": "2026-11-19T22:40+01:00",
    }


def test_only_what_is_named_changes(sn, store):
    sn("log", "6", "--pain", "3", "+caffeine=2")
    sn("log", "--pain", "4")
    assert {name: store.get(NIGHTS, TONIGHT)[name] for name in ("severity", "pain", "f.caffeine")} == {
        "severity": 6,
        "pain": 4,
        "f.caffeine": 2,
    }


SAMPLES = {
    "severity": ("x", 10),
    "onset": ("not_yet", "not_yet"),
    "parts": ("thighs,calves", ["calves", "thighs"]),
    "side": ("left", "left"),
    "sensations": ("burning", ["burning"]),
    "pain": ("0", 0),
    "mood": ("9", 9),
    "rest_latency_min": ("20", 20),
    "relief_by_moving": ("some", "some"),
    "lights_out": ("23:10", "2026-11-19T23:10+01:00"),
    "sol_min": ("45", 45),
    "nwak": ("3", 3),
    "waso_min": ("60", 60),
    "final_wake": ("06:10", "2026-11-20T06:10+01:00"),
    "out_of_bed": ("0645", "2026-11-20T06:45+01:00"),
    "tasafa_min": ("10", 10),
    "quality": ("5", 5),
    "disturbed": ("7", 7),
    "rested": ("1", 1),
    "kicks_seen": ("yes", True),
    "note": ("-odd, +strange", "-odd, +strange"),
    "evening_at": ("2026-11-19T21:00+01:00", "2026-11-19T21:00+01:00"),
    "morning_at": ("2026-11-20T07:00+01:00", "2026-11-20T07:00+01:00"),
    "source": ("hand", "hand"),
}


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_has_an_option_under_both_spellings(sn, store, name):
    typed, kept = SAMPLES[name]
    for option in (f"--{name}", f"--{name.replace('_', '-')}"):
        assert sn("log", option, typed).code == 0
        assert store.get(NIGHTS, TONIGHT)[name] == kept
        sn("undo")


def test_every_option_says_what_it_asks():
    assert set(ABOUT) == set(FIELDS)


def test_no_urge_has_no_onset(sn, store):
    assert "first" not in sn("log", "0").out
    assert store.get(NIGHTS, TONIGHT)["onset"] == "none"


@pytest.mark.parametrize(
    ("typed", "number"), [("yesterday", 20261118), ("2026-11-01", 20261101), ("mon", 20261116)]
)
def test_another_night_can_be_named(sn, store, typed, number):
    assert sn("log", "3", "--night", typed).code == 0
    assert store.get(NIGHTS, number)["severity"] == 3


def test_a_night_to_come_needs_to_be_meant(sn, store):
    answer = sn("log", "3", "--night", "2026-11-20")
    assert (answer.code, store.all(NIGHTS)) == (2, {})
    assert "tonight is 2026-11-19" in answer.err
    assert sn("log", "3", "--night", "2026-11-20", "--future").code == 0
    assert sn("log", "4", "--night", "2026-11-20").code == 0


def test_an_answer_is_cleared_with_its_details(sn, store):
    sn("log", "6", "+caffeine=2@15:30", "--pain", "3")
    answer = sn("log", "--clear", "caffeine", "--clear", "pain")
    assert answer.out.endswith("pain cleared, caffeine cleared\n")
    assert set(store.get(NIGHTS, TONIGHT)) == {"date", "severity", "evening_at"}


def test_f_dot_names_are_cleared_too(sn, store):
    sn("log", "6", "+caffeine=2@15:30")
    sn("log", "--clear", "f.caffeine.at")
    assert store.get(NIGHTS, TONIGHT)["f.caffeine"] == 2
    assert "f.caffeine.at" not in store.get(NIGHTS, TONIGHT)


def test_clearing_a_night_that_is_not_there_makes_none(sn, store):
    assert sn("log", "--clear", "pain").code == 2
    assert store.all(NIGHTS) == {}


def test_a_no_takes_the_details_of_the_yes_back(sn, store):
    sn("log", "6", "+caffeine=2@15:30")
    sn("log", "-caffeine")
    assert store.get(NIGHTS, TONIGHT)["f.caffeine"] is False
    assert "f.caffeine.at" not in store.get(NIGHTS, TONIGHT)


def test_a_note_grows_by_a_line(sn, store):
    sn("log", "--note", "first")
    sn("log", "--add-note", "second")
    assert store.get(NIGHTS, TONIGHT)["note"] == "first\nsecond"


@pytest.mark.parametrize("option", ["--note", "--add-note"])
def test_white_space_is_no_note(sn, store, option):
    answer = sn("log", option, "   ")
    assert (answer.code, store.all(NIGHTS)) == (2, {})
    assert "no entry for the night of 2026-11-19" in answer.err
    sn("log", "6", option, "  ")
    assert "note" not in store.get(NIGHTS, TONIGHT)


def test_a_note_is_emptied_by_an_empty_one(sn, store):
    sn("log", "6", "--note", "springs")
    assert sn("log", "--note", "").out.endswith(": note cleared\n")
    assert "note" not in store.get(NIGHTS, TONIGHT)


def test_the_usual_medicines_are_taken_and_taken_back(sn, store):
    sn("medicine", "add", "iron", "--usual")
    assert sn("log", "5", "--usual").out.endswith("urge 5, usual medicines\n")
    assert len(store.all("doses")) == 1
    assert sn("log", "--no-usual").code == 0
    assert store.all("doses") == {}


def test_the_usual_amount_is_the_users_own_median(sn, store):
    for night, amount in (("mon", 3), ("tue", 5), ("wed", 4)):
        sn("log", "5", "--night", night, f"+caffeine={amount}")
    assert "caffeine 4" in sn("log", "6", "+caffeine").out


def test_a_night_is_deleted_and_comes_back(sn, store):
    sn("log", "6", "+caffeine=2")
    assert "deleted" in sn("log", "--delete").out
    assert store.all(NIGHTS) == {}
    assert "urge 6, caffeine 2" in sn("undo").out


def test_morning_answers_are_no_evening_entry(sn, store):
    sn("log", "--night", "yesterday", "--sol-min", "20", "--quality", "4")
    assert {"morning_at"} == {name for name in store.get(NIGHTS, 20261118) if name.endswith("_at")}


def test_a_whole_morning_from_the_shell_is_no_evening_entry(sn, store):
    """Lights out and the note are asked by both forms, so they decide nothing beside the morning's."""
    sn(
        "log", "--night", "yesterday", "--lights-out", "22:40", "--sol-min", "20", "--nwak", "1",
        "--waso-min", "15", "--final-wake", "06:30", "--out-of-bed", "07:00", "--quality", "3",
        "--rested", "2", "--disturbed", "6", "--kicks-seen", "no", "--note", "windy",
    )  # fmt: skip
    night = store.get(NIGHTS, 20261118)
    assert {"morning_at"} == {name for name in night if name.endswith("_at")}
    assert (night["lights_out"], night["kicks_seen"]) == ("2026-11-18T22:40+01:00", False)


@pytest.mark.parametrize("argv", [("--lights-out", "22:40"), ("--note", "windy")])
def test_what_both_forms_ask_is_an_evening_entry_by_itself(sn, store, argv):
    sn("log", *argv)
    assert {"evening_at"} == {name for name in store.get(NIGHTS, 20261119) if name.endswith("_at")}


def test_evening_and_morning_answers_in_one_go_save_both_forms(sn, store):
    sn("log", "6", "--night", "yesterday", "--sol-min", "20")
    assert {"morning_at", "evening_at"} == {
        name for name in store.get(NIGHTS, 20261118) if name.endswith("_at")
    }


def test_an_entry_safe_here_but_not_in_the_cloud_exits_0_and_says_so(sn, store):
    store.problem = "the folder cannot be written, so the entry follows with the next save"
    answer = sn("log", "6")
    assert answer.code == 0
    assert answer.out.startswith("safe on this machine 22:40")
    assert answer.err == f"stillnight: {store.problem}\n"


def test_an_entry_that_is_not_safe_exits_1(sn, store):
    store.broken = "the disk is full"
    answer = sn("log", "6")
    assert (answer.code, answer.out, answer.err) == (1, "", "stillnight: the disk is full\n")


def test_what_happened_while_opening_goes_to_stderr(sn, store):
    store.said = ["A new journal was begun."]
    answer = sn("log", "6")
    assert answer.code == 0
    assert answer.err == "stillnight: A new journal was begun.\n"


def test_what_was_typed_cannot_steer_the_terminal(sn):
    assert "\x1b" not in sn("log", "--note", "a\x1b[2Jb").out
    assert "\x1b" not in sn("show").out


def test_the_entry_can_be_read_back_as_json(sn):
    sn("log", "6", "--onset", "21:30", "+caffeine=2@15:30", "-alcohol")
    assert json.loads(sn("show", "--json").out) == {
        "night": "2026-11-19",
        "severity": 6,
        "onset": "21:30",
        "evening_at": "2026-11-19T22:40+01:00",
        "factors": {"alcohol": False, "caffeine": 2, "caffeine.at": "15:30"},
    }
