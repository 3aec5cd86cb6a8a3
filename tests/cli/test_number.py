"""``stillnight number``: whom to call, kept by the user or known of the country."""

from __future__ import annotations

import json


def test_a_number_is_added_listed_and_removed(sn):
    added = sn("number", "add", "night nurse", "+44 20 7946 0000")
    assert (added.code, added.out) == (0, "saved 22:40, number: night nurse: +44 20 7946 0000\n")
    assert " 1  night nurse: +44 20 7946 0000" in sn("number").out
    assert sn("number", "remove", "1").out == "saved 22:40, number removed: night nurse: +44 20 7946 0000\n"
    assert "none of your own yet" in sn("number", "list").out


def test_the_numbers_of_the_country_are_listed_with_their_page(sn, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    said = sn("number").out
    assert "Samaritans (United Kingdom): 116 123" in said
    assert "https://www.samaritans.org/" in said
    rows = json.loads(sn("number", "--json").out)
    assert {(row["number"], row["kind"]) for row in rows} == {("116 123", "crisis"), ("999", "emergency")}


def test_a_red_flag_shows_the_own_numbers_at_once(sn):
    sn("number", "add", "night nurse", "555")
    assert "night nurse: 555" in sn("flag", "add", "chest_pain").out
    (flag,) = json.loads(sn("suggest", "--json").out)["red_flags"]
    assert "night nurse: 555" in flag["numbers"]


def test_what_is_missing_is_said(sn):
    answer = sn("number", "add", "nurse")
    assert answer.code == 2
    assert 'stillnight number add "night nurse"' in answer.err
    assert sn("number", "add", "nurse", "call me").code == 2
    assert sn("number", "list", "nurse").code == 2


def test_beside_what_cannot_wait_plain_lines_offer_nothing_and_say_whom_to_call(sn):
    sn("number", "add", "night nurse", "555")
    sn("flag", "add", "chest_pain")
    for command in (("tips", "--now"), ("--moment", "night", "tips", "--now")):
        said = sn(*command).out
        assert said.startswith("Short of breath, chest pain or coughing\nblood (emergency)\n")
        assert "night nurse: 555" in said
        assert said.endswith("no tip fits\n")
    assert sn("relief").out.startswith("Short of breath, chest pain")
