"""Suggestions and tips from the command line."""

from __future__ import annotations

import json


def test_on_the_first_evening_there_is_something_true_to_say(sn):
    sn("log", "6")
    found = json.loads(sn("suggest", "--json").out)
    assert found["rule"]["id"] == "I00"
    assert found["rule"]["seen"]
    assert found["rule"]["sources"]


def test_the_card_says_it_in_words_with_its_source(sn):
    sn("log", "6")
    out = sn("suggest").out
    assert "ferritin" in out
    assert "Sources\n" in out


def test_a_users_own_rule_stands_beside_ours(sn, home):
    rules = home / ".config/stillnight/rules"
    rules.mkdir(parents=True)
    (rules / "mine.toml").write_text(OWN_RULE)
    sn("lab", "add", "ferritin", "200")
    sn("log", "6")
    assert json.loads(sn("suggest", "--json").out)["rule"]["id"] == "MINE"


def test_a_slip_in_an_own_rule_costs_that_file_alone_and_is_named(sn, home):
    rules = home / ".config/stillnight/rules"
    rules.mkdir(parents=True)
    (rules / "bad.toml").write_text(OWN_RULE.replace('"severity"', '"severty"'))
    (rules / "worse.toml").write_text("rule = ")
    answer = sn("suggest")
    assert answer.code == 0
    assert len(answer.err.splitlines()) == 2
    assert "bad" in answer.err
    assert "MINE" in answer.err
    assert "worse.toml" in answer.err


def test_every_tip_is_listed_with_its_evidence(sn):
    tips = json.loads(sn("tips", "--json").out)
    assert len(tips) >= 22
    for tip in tips:
        assert {"id", "title", "grade", "sources", "moment", "dose", "gates"} <= set(tip)


def test_one_tip_is_told_in_full(sn):
    assert "What to do" in sn("tips", "walk").out
    assert json.loads(sn("tips", "walk", "--json").out)["id"] == "walk"


def test_now_leaves_out_what_a_gate_takes_away(sn):
    def now() -> set[str]:
        return {one["id"] for one in json.loads(sn("tips", "--now", "--json").out)}

    assert "walk" in now()
    sn("profile", "falls", "yes")
    assert "walk" not in now()


def test_a_tip_that_is_gated_says_why_before_anything_else(sn):
    sn("profile", "falls", "yes")
    assert sn("tips", "walk").out.startswith(
        "Not for you now, as one of these holds: a fall in the last year,"
    )
    assert "Walk round the house  (not for you now)" in sn("tips").out
    shut = {one["id"]: one["shut_by"] for one in json.loads(sn("tips", "--json").out)}
    assert (shut["walk"], shut["alert_mind"]) == ("G08", None)
    assert json.loads(sn("tips", "walk", "--json").out)["shut_by"] == "G08"


def test_a_suggestion_names_the_questions_that_would_change_it(sn):
    sn("lab", "add", "ferritin", "40")
    rule = json.loads(sn("suggest", "--json").out)["rule"]
    assert (rule["id"], rule["asks"], rule["flags"]) == ("I02", ["haemochromatosis", "ckd"], [])
    sn("profile", "haemochromatosis", "no")
    sn("profile", "ckd", "no")
    assert json.loads(sn("suggest", "--json").out)["rule"]["asks"] == []
    sn("profile", "haemochromatosis", "yes")
    assert json.loads(sn("suggest", "--json").out)["rule"]["id"] == "I02D"


def test_a_dose_change_of_an_antidepressant_is_worth_a_word(sn):
    sn("medicine", "add", "sertraline", "--from", "2025-01-01")
    assert json.loads(sn("suggest", "--json").out)["rule"] is None
    sn("medicine", "change", "sertraline", "--from", "2026-11-10")
    rule = json.loads(sn("suggest", "--json").out)["rule"]
    assert (rule["id"], rule["seen"]) == ("M04", ["Begun or changed, last on Tue 10 Nov 2026: sertraline."])


def test_now_goes_by_the_moment(sn):
    evening = json.loads(sn("tips", "--now", "--json").out)
    night = json.loads(sn("tips", "--now", "--moment", "night", "--json").out)
    assert {one["id"] for one in night} != {one["id"] for one in evening}
    assert all("episode" in one["moment"] for one in night)
    assert json.loads(sn("--moment", "night", "tips", "--now", "--json").out) == night


OWN_RULE = """
[[rule]]
id = "MINE"
title = "My own rule"
mode = "fact"
level = "tip"
grade = "D"
basis = "My own idea."
check = "Look at it."
sources = ["nhs_rls"]
rank = 1

[rule.when]
nights = { field = "severity", op = ">=", value = 1 }
last = 3
at_least = 1
seen = "A rated night."
"""
