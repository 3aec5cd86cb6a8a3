"""What the nights say, from the command line."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random

import pytest

FIRST = date(2026, 9, 20)
UNKNOWN = dict.fromkeys(("probability", "effect", "low", "high", "lag"))


def diary(nights: int = 40) -> list[dict]:
    """Lines as another program writes them: three servings make a night three points worse."""
    chance, found = Random(3), []
    for at in range(nights):
        servings, day = chance.choice((0, 0, 3)), FIRST + timedelta(days=at)
        found.append(
            {
                "night": day.isoformat(),
                "severity": 3 + servings + chance.choice((-1, 0, 0, 1)),
                "evening_at": f"{day}T22:10+02:00",
                "factors": {
                    "caffeine": servings,
                    "stress": chance.randint(2, 8),
                    "stress.at": f"{day}T15:30+02:00",
                    "salt": chance.choice((0, 20, 40)),
                },
            }
        )
    return found


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "nights.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in diary()))
    return path


@pytest.fixture
def filled(run, file):
    """A journal into which such lines were imported; the factor ``salt`` came along."""
    code, said, complaint = run("import", str(file), "--new-factors")
    assert code == 0, said + complaint
    return run


def looks(run, *more):
    code, said, _ = run("triggers", "--json", *more)
    assert code == 0
    return json.loads(said)


def test_imported_lines_are_looked_at_with_the_factors_they_bring(filled):
    found = looks(filled)
    assert (found[0]["factor"], found[0]["tier"]) == ("caffeine", "likely")
    assert 2 < found[0]["effect"] < 3.5
    assert found[0]["low"] < found[0]["effect"] < found[0]["high"]
    assert {"salt", "stress", "alcohol"} <= {one["factor"] for one in found}


def test_the_keys_for_programs_stay_in_their_order(filled):
    assert list(looks(filled)[0]) == [
        "factor", "tier", "probability", "effect", "low", "high", "lag", "nights",
        "with_it", "without_it", "held_back", "sealed",
    ]  # fmt: skip


def test_the_history_is_a_line_a_night_and_says_what_as_of_says(filled):
    _, said, _ = filled("triggers", "--history")
    lines = [json.loads(line) for line in said.splitlines()]
    assert [one["night"] for one in lines] == [one["night"] for one in diary()]
    assert lines[-1]["suggestions"] == looks(filled)
    assert lines[24]["suggestions"] == looks(filled, "--as-of", lines[24]["night"])
    assert lines[3]["suggestions"][0]["tier"] == "too early"


def test_the_history_ends_where_it_is_told_to(filled):
    _, said, _ = filled("triggers", "--history", "--as-of", "2026-09-25")
    assert len(said.splitlines()) == 6


def test_the_second_time_says_the_same_from_what_is_kept(filled, home):
    first = looks(filled)
    (kept,) = home.rglob("looks.txt")
    before = kept.read_bytes()
    assert looks(filled) == first
    assert kept.read_bytes() == before
    kept.write_bytes(b"nonsense")
    assert looks(filled) == first
    assert kept.read_bytes() == before


def test_the_time_of_a_rating_comes_back_as_it_went_in(filled, tmp_path):
    filled("export", str(tmp_path / "out.jsonl"))
    back = json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])
    assert back["factors"]["stress.at"] == "15:30"
    assert filled("import", str(tmp_path / "out.jsonl"))[1] == "nothing to import: 40 nights there already\n"


def test_an_own_factor_defined_twice_is_one_clear_line_and_changes_nothing(filled):
    words = (
        "factor",
        "add",
        "screen_late",
        "--low",
        "1",
        "--high",
        "3",
        "--most",
        "9",
        "--direction",
        "worse",
    )
    assert filled(*words)[0] == 0
    before = filled("factor", "list", "--json")[1]
    code, said, complaint = filled(*words[:3], "--low", "2", "--high", "5", "--most", "9")
    assert (code, said, len(complaint.splitlines())) == (2, "", 1)
    assert "'screen_late' is there already" in complaint
    assert filled("factor", "list", "--json")[1] == before


def test_low_high_and_direction_of_an_own_factor_reach_what_is_said(run, file):
    text = file.read_text().replace('"salt"', '"pepper"').replace('"caffeine"', '"salt"')
    file.write_text(text)
    run("factor", "add", "salt", "--low", "0", "--high", "3", "--most", "9", "--direction", "worse")
    assert run("import", str(file), "--new-factors")[0] == 0
    small = next(one for one in looks(run) if one["factor"] == "salt")
    assert small["tier"] == "likely"
    run("factor", "edit", "salt", "--high", "9")
    large = next(one for one in looks(run) if one["factor"] == "salt")
    assert (large["with_it"], large["probability"]) == (0, None)
    run("factor", "edit", "salt", "--high", "3", "--direction", "better")
    turned = next(one for one in looks(run) if one["factor"] == "salt")
    assert turned["probability"] != small["probability"]


def test_in_words_it_says_how_much_and_that_it_is_no_cause(filled, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    said = filled("triggers")[1]
    assert "caffeine: goes with worse nights, the same day" in said
    assert "points (" in said
    assert "for 3 servings instead of 0" in " ".join(said.split())
    assert "not what causes it" in said
    assert "A trial can tell (stillnight trial start caffeine): 4 weeks find" in " ".join(said.split())
    assert max(map(len, said.splitlines())) <= 80


def test_forty_columns_are_enough(filled, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, filled("triggers")[1].splitlines())) <= 40


def test_a_trial_that_runs_seals_its_factor(filled, monkeypatch):
    from stillnight.journal.triggers import triggers as door

    monkeypatch.setattr(door, "sealed_factors", lambda journal: frozenset({"caffeine"}))
    sealed = looks(filled)[-1]
    assert {name: sealed[name] for name in UNKNOWN} == UNKNOWN
    assert (sealed["factor"], sealed["tier"], sealed["sealed"]) == ("caffeine", "too early", True)
    lines = [json.loads(line) for line in filled("triggers", "--history")[1].splitlines()]
    assert all(line["suggestions"][-1]["probability"] is None for line in lines)
    assert "Sealed while a trial runs" in filled("triggers")[1]


def test_without_nights_it_says_so(run):
    code, said, _ = run("triggers")
    assert (code, said.splitlines()[0]) == (
        0,
        "Your own nights up to Thu 19 → Fri 20 Nov: none is rated yet.",
    )
    assert run("triggers", "--history")[1] == ""


def test_a_factor_named_like_a_relief_is_never_rated(run, file):
    file.write_text(file.read_text().replace('"salt"', '"walk"'))
    assert run("import", str(file), "--new-factors")[0] == 0
    assert "walk" not in {one["factor"] for one in looks(run)}
    _, said, _ = run("triggers")
    assert "Only a trial can tell" in said
