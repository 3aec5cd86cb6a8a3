"""Red flags and factors from the command line."""

from __future__ import annotations

import json

import pytest


def test_a_red_flag_is_ticked_shown_first_and_taken_back(sn):
    assert "Please get medical help today:" in sn("flag", "add", "one_leg_hot").out
    assert sn("suggest").out.startswith("One leg swollen, hot, red or painful")
    flags = {one["flag"]: one["ticked"] for one in json.loads(sn("flag", "--json").out)}
    assert flags["one_leg_hot"] == ["2026-11-19"]
    assert sn("flag", "remove", "one_leg_hot").code == 0
    assert not sn("suggest").out.startswith("One leg")


def test_a_tick_without_a_card_says_what_it_does_and_whom_to_tell(sn):
    sn("flag", "add", "one_leg_hot")
    # what it takes away is read from the gates now, so that it stays true
    said = sn("flag", "add", "skin_wound").out
    assert "While it is ticked these are not offered: massage, roller or vibration" in said
    assert said.endswith(". Please tell your clinician or pharmacist about it soon.\n")


@pytest.mark.parametrize("typed", ["one leg hot", "One-Leg-Hot"])
def test_a_flag_is_known_as_people_write_it(sn, typed):
    assert sn("flag", "add", typed).code == 0
    assert sn("flag", "remove", typed).code == 0


@pytest.mark.parametrize("flag", ["doze_driving", "impulse_change", "all_day_restless"])
def test_a_tick_that_may_wait_a_day_has_its_card_too(sn, flag):
    out = sn("flag", "add", flag).out
    assert "Please contact your clinician or pharmacist in the next days:" in out
    assert f"stillnight flag remove {flag}" in out


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
