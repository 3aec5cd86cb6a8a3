"""Blood tests, medicines, red flags, the profile and factors from the command line."""

from __future__ import annotations

import io
import json
import sys

import pytest


def test_a_blood_test_is_added_and_listed(sn):
    assert sn("lab", "add", "ferritin", "42,5", "--date", "2026-11-02", "--ill").code == 0
    assert sn("lab").out == "2026-11-02  ferritin 42.5 ug/L, taken while ill\n"
    assert json.loads(sn("lab", "list", "--json").out) == [
        {"date": "2026-11-02", "kind": "ferritin", "value": 42.5, "unit": "ug/L", "ill": True}
    ]


def test_a_blood_test_without_a_date_is_of_today(sn):
    assert "2026-11-19  tsat 18 %" in sn("lab", "add", "tsat", "18").out


@pytest.mark.parametrize(
    ("name", "klass"), [("Pramipexole 0.18", "dopamine_agonist"), ("iron", "iron"), ("Foozol", "other")]
)
def test_a_known_generic_name_gives_its_class(sn, name, klass):
    sn("medicine", "add", name)
    assert json.loads(sn("medicine", "--json").out) == [{"name": name, "class": klass, "usual": False}]


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


def test_a_red_flag_is_ticked_shown_first_and_taken_back(sn):
    assert "Please get medical help today:" in sn("flag", "add", "one_leg_hot").out
    assert sn("suggest").out.startswith("One leg swollen, hot, red or painful")
    flags = {one["flag"]: one["ticked"] for one in json.loads(sn("flag", "--json").out)}
    assert flags["one_leg_hot"] == ["2026-11-19"]
    assert sn("flag", "remove", "one_leg_hot").code == 0
    assert not sn("suggest").out.startswith("One leg")


@pytest.mark.parametrize("flag", ["doze_driving", "impulse_change", "all_day_restless", "skin_wound"])
def test_a_tick_without_a_card_does_not_promise_one(sn, flag):
    sn("flag", "add", "one_leg_hot")
    assert sn("flag", "add", flag).out.endswith("Please tell your clinician or pharmacist about it soon.\n")


def test_no_medicine_is_put_into_anybodys_mouth(sn):
    said = sn("medicine").out + sn("medicine", "add").err + sn("medicine", "--help").out
    assert said.count('medicine add "evening tablet"') == 3


def test_the_profile_is_noted_and_taken_back(sn):
    sn("profile", "pregnant-week", "20")
    sn("profile", "ckd", "yes")
    sn("profile", "implant", "yes")
    sn("profile", "ckd", "no")
    assert json.loads(sn("profile", "--json").out) == {"pregnant_week": 20, "conditions": ["implant"]}
    sn("profile", "pregnant_week", "not_asked")
    assert json.loads(sn("profile", "--json").out) == {"conditions": ["implant"]}


def test_the_profile_shows_what_could_be_noted(sn):
    assert "kidney disease" in sn("profile").out


def test_an_own_factor_can_be_answered_at_once(sn):
    sn("factor", "add", "chocolate", "--kind", "amount", "--most", "20", "--unit", "pieces")
    assert "chocolate 3" in sn("log", "6", "+chocolate=3").out
    assert sn("log", "+chocolate=21").code == 2


def test_a_rating_of_ones_own_goes_to_ten(sn):
    sn("factor", "add", "worry", "--kind", "rating")
    assert sn("log", "+worry=10").code == 0
    assert sn("log", "+worry=11").code == 2


def test_a_factor_is_shown_and_hidden_in_the_form(sn):
    def shown() -> list[str]:
        return [one["slug"] for one in json.loads(sn("factor", "--json").out) if one["shown"]]

    assert "late_meal" not in shown()
    sn("factor", "show", "late_meal")
    assert "late_meal" in shown()
    sn("factor", "hide", "late_meal")
    assert "late_meal" not in shown()
