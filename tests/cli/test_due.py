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
