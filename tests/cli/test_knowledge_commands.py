"""Suggestions and tips from the command line."""

from __future__ import annotations

import json

import pytest


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


def ids(answer) -> list[str]:
    return [one["id"] for one in json.loads(answer.out)]


def test_tips_are_filtered_by_kind_grade_and_occasion(sn):
    stretches = json.loads(sn("tips", "--kind", "stretching", "--json").out)
    assert {one["kind"] for one in stretches} == {"stretching"}
    assert "calf_stretch" in ids(sn("tips", "--kind", "stretching", "--grade", "c", "--json"))
    assert ids(sn("tips", "--grade", "A", "--json")) == ["peroneal"]
    for typed in ("long-sit", "long_sit", "long sit"):
        assert ids(sn("tips", "--when", typed, "--json")) == ["alert_mind", "sit_break", "sit_break_seated"]


def test_tips_of_a_moment_are_those_offered_then(sn):
    night = json.loads(sn("tips", "--moment", "night", "--json").out)
    assert night
    assert all("episode" in one["moment"] for one in night)


def test_filters_go_together_with_now(sn):
    sn("profile", "falls", "yes")
    now = ids(sn("tips", "--now", "--kind", "stretching", "--moment", "evening", "--json"))
    assert "calf_stretch_seated" in now
    assert "calf_stretch" not in now


def test_a_kind_that_does_not_exist_names_those_that_do(sn):
    answer = sn("tips", "--kind", "tuch")
    assert answer.code == 2
    assert "did you mean touch" in answer.err
    assert sn("tips", "--kind", "touch", "--grade", "A").out == "no tip fits\n"


def test_a_gate_says_its_reason_in_the_list_and_for_programs(sn):
    sn("profile", "neuropathy", "yes")
    lines = sn("tips", "--kind", "warmth").out
    assert "Not for you now: heat_pad, warm_bath, cool_water, cool_cloth\n" in lines
    assert lines.count("One of these holds: feet or legs that feel little") == 1
    shut = {one["id"]: one["reason"] for one in json.loads(sn("tips", "--json").out)}
    assert shut["heat_pad"].startswith("feet or legs that feel little")
    assert shut["walk"] is None


def test_claims_are_listed_with_what_is_left_of_them(sn):
    listed = json.loads(sn("claims", "--json").out)
    assert len(listed) > 75
    assert {one["verdict"] for one in listed} == {"holds", "partly", "unclear", "does not hold", "sold"}
    assert "blood_flow: does not hold (D)" in sn("claims").out
    sold = json.loads(sn("claims", "--verdict", "sold", "--json").out)
    assert {one["verdict"] for one in sold} == {"sold"}


def test_one_claim_is_told_in_full(sn):
    out = sn("claims", "blood_flow").out
    assert out.startswith("One may read: ")
    assert "Verdict: does not hold" in out
    assert "Mitchell" in out
    assert json.loads(sn("claims", "blood_flow", "--json").out)["tip"] == "wbv"


def test_facts_are_listed_by_topic_and_told_in_full(sn):
    assert "Iron (iron)" in sn("facts").out
    assert "  iron_test: " in sn("facts").out
    iron = sn("facts", "iron").out
    assert iron.count("Do not start iron on your own") == 3
    assert {one["topic"] for one in json.loads(sn("facts", "iron", "--json").out)} == {"iron"}
    assert json.loads(sn("facts", "plan", "--json").out)["topic"] == "seeing"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("claims", "blod_flow"), "no claim is called 'blod_flow', did you mean blood_flow"),
        (("facts", "irn"), "no fact or topic is called 'irn', did you mean iron"),
        (("claims", "--verdict", "true"), "--verdict"),
        (("tips", "--when", "noon"), "--when"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(sn, typed, said):
    answer = sn(*typed)
    assert answer.code == 2
    assert said in answer.err
    assert "<" not in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("typed", [("claims",), ("facts", "medicines"), ("tips",), ("tips", "walk")])
def test_lines_keep_within_forty_columns(sn, monkeypatch, typed):
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, sn(*typed).out.splitlines())) <= 40


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
