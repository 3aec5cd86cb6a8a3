"""Medicines from the command line."""

from __future__ import annotations

import io
import json
import sys

import pytest


@pytest.mark.parametrize(
    ("name", "klass"), [("Pramipexole 0.18", "dopamine_agonist"), ("iron", "iron"), ("Foozol", "other")]
)
def test_a_known_generic_name_gives_its_class(sn, name, klass):
    sn("medicine", "add", name)
    assert json.loads(sn("medicine", "--json").out) == [
        {"name": name, "class": klass, "usual": False, "slots": ["evening"]}
    ]


def test_an_unknown_name_says_how_to_say_its_class(sn):
    assert "--class says it better" in sn("medicine", "add", "Foozol").out
    assert "not in the list" not in sn("medicine", "add", "Foozol", "--class", "opioid").out


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "code", "klass"),
    [("1\n", 0, "dopamine_agonist"), ("\n", 0, "other"), ("", 0, "other"), ("99\n", 2, None)],
)
def test_on_a_terminal_the_class_is_picked_from_a_list(sn, monkeypatch, typed, code, klass):
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", _Terminal(typed))
        patch.setattr(type(sys.stdout), "isatty", lambda self: True, raising=False)
        assert sn("medicine", "add", "Foozol").code == code
    assert [one["class"] for one in json.loads(sn("medicine", "--json").out)] == ([klass] if klass else [])


def test_the_dose_stays_the_users_own_words(sn):
    answer = sn("medicine", "add", "iron", "--usual", "--dose", "one with juice", "--from", "2026-11-01")
    assert answer.out.endswith("medicine: iron, one with juice, iron, usual, since 2026-11-01\n")


def test_no_medicine_is_put_into_anybodys_mouth(sn):
    said = sn("medicine").out + sn("medicine", "add").err + sn("medicine", "--help").out
    assert said.count('medicine add "evening tablet"') == 3


def test_a_name_with_a_slip_is_said_as_it_was_understood(sn):
    said = sn("medicine", "add", "Pramipexol 0,18").out
    assert "Pramipexol 0,18 is read as pramipexole, dopamine agonist. If that is wrong, stillnight" in said
    one = medicines(sn)[0]
    assert (one["class"], one["generic"]) == ("dopamine_agonist", "pramipexole")


def test_a_wrong_guess_is_mended_by_saying_the_class(sn):
    sn("medicine", "add", "dapoxetin")
    sn("medicine", "edit", "dapoxetin", "--class", "other")
    one = medicines(sn)[0]
    assert one["class"] == "other"
    assert "generic" not in one


def test_another_name_brings_its_own_class(sn):
    sn("medicine", "add", "evening tablet")
    sn("medicine", "edit", "evening tablet", "--name", "Gabapentin")
    assert [(one["name"], one["class"]) for one in medicines(sn)] == [("Gabapentin", "gabapentinoid")]
    sn("medicine", "edit", "gabapentin", "--name", "the white one")
    assert [(one["name"], one["class"]) for one in medicines(sn)] == [("the white one", "gabapentinoid")]


def test_a_change_of_dose_is_history(sn):
    sn("medicine", "add", "iron", "--dose", "1 tablet", "--from", "2026-11-01")
    said = sn("medicine", "change", "iron", "--dose", "2 tablets", "--from", "2026-11-10").out
    history = "2026-11-01  begun: 1 tablet\n{0}2026-11-10  changed: 2 tablets\n"
    assert said.endswith(history.format("    "))
    assert "iron, 2 tablets, iron, since 2026-11-01" in said
    assert sn("medicine").out.endswith(history.format("      "))
    assert medicines(sn)[0]["changes"] == [{"from": "2026-11-10", "dose_text": "2 tablets"}]
    assert medicines(sn)[0]["dose_text"] == "2 tablets"


def test_a_change_without_words_is_of_today(sn):
    sn("medicine", "add", "iron")
    assert sn("medicine", "change", "iron").out.endswith("2026-11-19  changed: not said to what\n")


def test_a_medicine_ends_today_or_on_a_day_and_goes_on_after_all(sn):
    sn("medicine", "add", "iron", "--usual", "--from", "2026-11-01")
    assert "until 2026-11-19" in sn("medicine", "end", "iron").out
    assert "until 2026-11-15" in sn("medicine", "end", "IRON", "--to", "2026-11-15").out
    assert "until" not in sn("medicine", "edit", "1", "--to", "none").out
    assert "until" not in sn("medicine").out


def test_it_can_be_taken_several_times_a_day(sn):
    said = sn("medicine", "add", "iron", "--usual", "--slot", "night,Afternoon").out
    assert said.endswith("medicine: iron, iron, usual, afternoon and night\n")
    sn("log", "3", "--usual")
    assert "iron (afternoon, night)" in sn("show").out
    assert medicines(sn)[0]["slots"] == ["afternoon", "night"]


def test_what_was_noted_of_it_can_be_mended_and_taken_back(sn):
    sn("medicine", "add", "iron", "--usual", "--dose", "1 tablet", "--from", "2026-11-01")
    sn("medicine", "edit", "iron", "--not-usual", "--dose", "none", "--from", "none")
    assert sn("medicine").out == " 1  iron, iron\n"
    sn("undo")
    assert sn("medicine").out == " 1  iron, 1 tablet, iron, usual, since 2026-11-01\n"


def test_an_edit_that_changes_nothing_says_so(sn):
    sn("medicine", "add", "iron")
    assert sn("medicine", "edit", "iron").out.endswith("iron, iron: nothing new\n")


def test_a_removed_medicine_says_what_went_with_it(sn):
    sn("medicine", "add", "iron", "--usual")
    sn("log", "3", "--usual")
    said = sn("medicine", "remove", "iron").out
    assert said.endswith("removed: iron\n1 dose went with it; stillnight undo brings all of it back\n")
    sn("undo")
    assert "iron" in sn("show").out


def medicines(sn):
    return json.loads(sn("medicine", "--json").out)
