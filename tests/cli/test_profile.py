"""The profile from the command line."""

from __future__ import annotations

import json


def test_the_profile_is_noted_and_taken_back(sn):
    sn("profile", "pregnant-week", "20")
    sn("profile", "ckd", "yes")
    sn("profile", "implant", "yes")
    sn("profile", "ckd", "no")
    # a no is an answer of its own now; before it was kept as if nobody had been asked
    assert json.loads(sn("profile", "--json").out) == {"pregnant_week": 20, "ckd": False, "implant": True}
    sn("profile", "pregnant_week", "not_asked")
    sn("profile", "ckd", "not_asked")
    assert json.loads(sn("profile", "--json").out) == {"implant": True}


def test_the_profile_shows_what_could_be_noted(sn):
    assert "kidney disease" in sn("profile").out


def test_yes_no_and_not_asked_are_told_apart(sn):
    sn("profile", "ckd", "yes")
    sn("profile", "falls", "no")
    told = {line.split()[0]: line.split(None, 1)[1] for line in sn("profile").out.splitlines()}
    assert told["ckd"].startswith("yes ")
    assert told["falls"].startswith("no ")
    assert told["asthma"].startswith("not asked ")


def test_a_pregnancy_goes_on_by_itself(sn, monkeypatch):
    assert sn("profile", "pregnant_week", "20").out.endswith(", pregnant, in which week: week 20\n")
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-12-10T22:40+01:00")
    assert json.loads(sn("profile", "--json").out) == {"pregnant_week": 23}
    assert sn("profile", "pregnant_week", "no").out.endswith("week: no\n")
    assert json.loads(sn("profile", "--json").out) == {"pregnant_week": False}


def test_what_an_older_journal_listed_is_still_a_yes(sn, store):
    store.records["profile", 1] = {"conditions": ["ckd"]}
    assert json.loads(sn("profile", "--json").out) == {"ckd": True}


def test_a_key_without_a_value_shows_an_example_that_fits(sn):
    assert "stillnight profile pregnant_week 20" in sn("profile", "pregnant-week").err
    assert "stillnight profile ckd yes" in sn("profile", "ckd").err
