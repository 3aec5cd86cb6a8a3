"""``stillnight helped``: what was tried, rated, and how it could be tested."""

from __future__ import annotations

import json

import pytest


def tried(sn, times=1):
    for minute in range(times):
        sn("awake", "6", "--at", f"22:{10 + minute}", "--relief", "walk", "--minutes", "5", "--after", "3")


def test_nothing_tried_says_so(sn):
    assert sn("helped").out.startswith("nothing tried yet")
    assert sn("helped", "--json").out == "[]\n"


def test_what_was_tried_is_told_with_why_it_is_no_proof(sn):
    tried(sn, 3)
    out = " ".join(sn("helped").out.split())
    assert "A lower urge afterwards is no proof" in out
    assert "3 times, 5 min as a rule, last on Thu 19 Nov 2026" in out
    assert "urge before and after: 6→3, 6→3, 6→3; 3 lower on average, 3 times" in out


def test_a_rating_is_kept_and_taken_back(sn):
    tried(sn)
    assert sn("helped", "rate", "walk", "4").out == "saved 22:40, your rating: walk 4 of 5\n"
    (one,) = json.loads(sn("helped", "--json").out)
    assert (one["relief"], one["rating"], one["pairs"], one["change"]) == ("walk", 4, [[6, 3]], None)
    assert sn("helped", "rate", "walk", "none").out.endswith("walk not rated\n")
    assert json.loads(sn("helped", "--json").out)[0]["rating"] is None


def test_an_own_word_can_be_rated_too(sn):
    sn("awake", "6", "--relief", "cold floor")
    assert sn("helped", "rate", "cold floor", "5").code == 0
    (one,) = json.loads(sn("helped", "--json").out)
    assert (one["relief"], one["rating"], one["trial"]) == ("cold floor", 5, None)


def test_a_test_names_the_trial_and_starts_none(sn, store):
    answer = sn("helped", "test", "foot_massager")
    assert answer.out.endswith("stillnight trial start massager\n")
    assert store.all("trials") == {}


def test_a_test_behind_a_gate_says_which(sn):
    sn("profile", "skin_fragile", "yes")
    answer = sn("helped", "test", "foot_massager")
    assert (answer.code, answer.out) == (2, "")
    assert "skin on the legs" in answer.err


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        (
            ("rate", "walk", "6"),
            "rating: 6 does not fit, it takes a whole number from 1 (no use) to 5 (good)",
        ),
        (("rate", "walk", "good"), "rating: 'good' does not fit, it takes 1 (no use) to 5 (good), or none"),
        (("rate", "walk"), "helped rate walk needs your rating"),
        (("rate",), "helped rate needs a tip's id"),
        (("rate", "wak", "3"), "did you mean walk"),
        (("list", "walk"), "helped list does not take 'walk'"),
        (("test", "caff_noon", "3"), "helped test does not take '3'"),
        (("test", "compression"), "there is no trial of compression yet"),
    ],
)
def test_what_cannot_be_meant_is_named(sn, store, typed, trouble):
    answer = sn("helped", *typed)
    assert (answer.code, answer.out) == (2, "")
    assert trouble in answer.err
    assert store.all("reliefs") == {}
