"""What the form asks about the day, from the command line."""

from __future__ import annotations

import json

import pytest


def listed(sn, *names: str) -> dict[str, dict]:
    return {one["slug"]: one for one in json.loads(sn("factor", "list", *names, "--json").out)}


def test_a_factor_is_defined_with_everything_it_has(sn):
    answer = sn(
        "factor", "add", "water", "--unit", "glasses", "--most", "20", "--usual", "8", "--low", "3",
        "--high", "9,5", "--direction", "better", "--key", "g", "--label", "Water",
        "--question", "How much water?",
    )  # fmt: skip
    assert answer.out.endswith(
        "factor: Water: 0 to 20 glasses, letter g, usually 8, compared 3 → 9.5, better\n"
    )
    assert listed(sn, "water")["water"] == {
        "slug": "water", "label": "Water", "question": "How much water?", "kind": "amount", "unit": "glasses",
        "key": "g", "least": 0, "most": 20, "usual": 8, "low": 3, "high": 9.5, "direction": "better",
        "shown": True,
    }  # fmt: skip


def test_a_factor_is_changed_by_what_is_named(sn):
    sn("factor", "add", "water", "--unit", "glasses", "--most", "20")
    assert sn("factor", "edit", "water", "--unit", "cups").code == 0
    assert (listed(sn)["water"]["unit"], listed(sn)["water"]["most"]) == ("cups", 20)


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["add", "g"], "two letters or more"),
        (["add"], "needs a name"),
        (["add", "water", "tea"], "one name at a time, not also 'tea'"),
        (["edit", "caffeine"], "something to change"),
        (["edit", "caffeine", "--most", "9"], "only its letter"),
        (["edit", "watr", "--most", "9"], "no factor is called 'watr'"),
        (["add", "water", "--key", "c"], "it takes a letter of its own: caffeine has it"),
        (["add", "water", "--most", "much"], "most: 'much' does not fit, it takes a number"),
        (["add", "water", "--most", "1e9"], "a number under a million"),
        (["add", "water", "--most", "nan"], "a number under a million"),
        (["add", "water", "--direction", "up"], "one of worse, better, either"),
        (["hide", "caffeine", "--most", "9"], "--most belongs to factor add or edit"),
        (["remove", "caffeine"], "hidden, not removed"),
        (["order"], "needs a name"),
        (["list", "watr"], "no factor is called 'watr'"),
        (["forget", "caffeine"], "invalid choice"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_one_line_and_changes_nothing(sn, store, argv, says):
    answer = sn("factor", *argv)
    assert answer.code == 2
    assert says in answer.err
    assert answer.err.count("\n") == 1
    assert store.records == {}


def test_removing_says_what_stays(sn):
    sn("factor", "add", "water", "--unit", "glasses")
    sn("log", "6", "+water=3")
    assert (
        "its answers stay in 1 night (stillnight undo brings it back)" in sn("factor", "remove", "water").out
    )
    assert "water 3" in sn("show").out
    assert "water" not in listed(sn)
    sn("undo")
    assert listed(sn)["water"]["unit"] == "glasses"


def test_several_are_shown_and_hidden_at_once_and_put_in_order(sn):
    sn("factor", "show", "travel", "late_meal")
    sn("factor", "hide", "caffeine", "alcohol")
    answer = sn("factor", "order", "late_meal", "stress")
    assert answer.out.endswith("late_meal stress exercise sitting antihistamine travel\n")
    assert list(listed(sn))[:2] == ["late_meal", "stress"]


def test_a_factor_without_a_letter_says_how_it_is_answered_all_the_same(sn):
    for number in range(8):
        sn("factor", "add", f"own_{number}")
    assert "letter v" in sn("factor", "show", "travel").out
    sn("factor", "hide", "own_7")
    assert "no letter is free" in sn("factor", "show", "own_7").out
    assert sn("log", "+own_7").code == 0
