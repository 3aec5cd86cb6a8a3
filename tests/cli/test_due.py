"""``stillnight due`` answers by its exit code."""

from __future__ import annotations

import json

import pytest

from stillnight.cli.main import main


def test_it_exits_1_until_tonight_is_logged_and_0_then(sn):
    assert sn("due").code == 1
    sn("log", "5")
    assert sn("due").code == 0


def test_it_says_so_in_words_or_json_or_not_at_all(sn):
    assert sn("due").out == "night of Thu 19 → Fri 20 Nov: not logged yet\n"
    assert json.loads(sn("due", "--json").out) == {"night": "2026-11-19", "logged": False}
    assert sn("due", "-q").out == ""


def test_after_midnight_it_is_still_the_same_night(sn, monkeypatch):
    sn("log", "5")
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T11:59+01:00")
    assert sn("due").code == 0
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T12:00+01:00")
    assert sn("due").code == 1


@pytest.mark.parametrize("error", [OSError("gone"), ValueError("odd")])
def test_every_error_of_it_is_2_since_1_means_not_yet(home, capsys, error):
    def opener(*_: object) -> None:
        raise error

    assert main(["due"], opener=opener) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_store_that_cannot_be_opened_is_2_too(tmp_path, capsys):
    assert main(["--journal", str(tmp_path / "no" / "\n" / "x.json"), "due", "now"]) == 2


AFTERNOON = "2026-11-19T15:04+01:00"


def test_an_afternoons_rating_is_no_evening(sn, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", AFTERNOON)
    sn("log", "+stress=6")
    assert sn("due").code == 1
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-19T22:40+01:00")
    assert sn("due").code == 1
    sn("log", "4")
    assert sn("due").code == 0


def test_the_afternoons_rating_is_due_until_it_is_made(sn, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", AFTERNOON)
    answer = sn("due", "--afternoon")
    assert (answer.code, answer.out) == (1, "night of Thu 19 → Fri 20 Nov: stress not rated yet\n")
    sn("log", "+stress=6")
    answer = sn("due", "--afternoon")
    assert (answer.code, answer.out) == (0, "night of Thu 19 → Fri 20 Nov: the day is rated\n")
    assert sn("due", "--afternoon", "-q").out == ""


def test_in_the_evening_no_rating_of_the_afternoon_is_due_any_more(sn):
    answer = sn("due", "--afternoon")
    assert answer.code == 0
    assert answer.out == "night of Thu 19 → Fri 20 Nov: the afternoon is over, stress not rated\n"


def test_who_is_asked_for_no_rating_owes_none(sn, monkeypatch):
    sn("factor", "hide", "stress")
    monkeypatch.setenv("STILLNIGHT_NOW", AFTERNOON)
    assert sn("due", "--afternoon").code == 0


def test_programs_learn_what_is_missing(sn, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", AFTERNOON)
    assert json.loads(sn("due", "--afternoon", "--json").out) == {
        "night": "2026-11-19",
        "rated": False,
        "missing": ["stress"],
        "afternoon": True,
    }
