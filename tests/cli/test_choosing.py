"""What differs between two devices is listed and chosen without a screen."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from stillnight.domain.disagreement import Disagreement, Side
from stillnight.domain.ports import Health

TONIGHT = 20261119
LATER = datetime(2026, 11, 19, 21, 45, tzinfo=UTC)
EARLIER = datetime(2026, 11, 19, 21, 40, tzinfo=UTC)


def between(field, shown, other, id=TONIGHT):
    return Disagreement(
        "nights", id, field, (Side(shown, LATER, "desk"), Side(other, EARLIER, "this machine"))
    )


@pytest.fixture(autouse=True)
def healthy(store):
    """Two answers differ; the file is well."""
    store.records["nights", TONIGHT] = {"date": "2026-11-19", "severity": 4, "note": "a walk"}
    store.open = [between("note", "a walk", "rain"), between("severity", 4, 6)]
    store.health = lambda: Health((("file", "whole"),))


def test_verify_lists_both_answers_and_how_to_choose(sn):
    answer = sn("verify")
    assert answer.code == 0
    assert "  1  night of Thu 19 → Fri 20 Nov\n" in answer.out
    assert "     a  urge 4  (shown, desk, Thu 19 Nov 22:45)\n" in answer.out
    assert "     b  urge 6  (this machine, Thu 19 Nov 22:40)\n" in answer.out
    assert "--choose 1 b" in answer.out


def test_where_nothing_differs_nothing_is_said_of_it(sn, store):
    store.open = []
    assert sn("verify").out == "file                 whole\n"


def test_a_script_reads_them_as_json(sn):
    [note, urge] = json.loads(sn("verify", "--json").out)["differs"]
    assert (note["number"], note["both"]) == (1, True)
    assert (urge["night"], urge["field"], urge["both"]) == ("2026-11-19", "severity", False)
    assert urge["values"] == [
        {"letter": "a", "value": 4, "at": "2026-11-19T21:45:00+00:00", "device": "desk", "shown": True},
        {"letter": "b", "value": 6, "at": "2026-11-19T21:40:00+00:00", "device": "this machine",
         "shown": False},
    ]  # fmt: skip


@pytest.mark.parametrize("which", ["b", "B", "6", "urge 6"])
def test_an_answer_is_taken_by_its_letter_or_its_value(sn, store, which):
    answer = sn("verify", "--choose", "2", which)
    assert (answer.code, answer.out) == (0, "saved 22:40, night of Thu 19 → Fri 20 Nov: urge 6\n")
    assert store.get("nights", TONIGHT)["severity"] == 6
    assert [one.field for one in store.open] == ["note"]


def test_several_can_be_chosen_at_once_by_the_numbers_of_one_list(sn, store):
    assert sn("verify", "--choose", "1", "both", "--choose", "2", "b").code == 0
    assert store.get("nights", TONIGHT)["note"] == "rain\na walk"
    assert store.get("nights", TONIGHT)["severity"] == 6
    assert store.open == []


@pytest.mark.parametrize("typed", [("1", "--keep", "2"), ("all",)])
def test_what_is_shown_can_be_kept(sn, store, typed):
    assert sn("verify", "--keep", *typed).code == 0
    assert store.open == []
    assert store.get("nights", TONIGHT)["severity"] == 4


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--choose", "3", "a"), "there is no number 3: stillnight verify lists 1 to 2"),
        (("--choose", "x", "a"), "there is no number x"),
        (("--keep", "0"), "there is no number 0"),
        (("--choose", "2", "9"), "severity: '9' is none of the answers; choose a or b"),
        (("--choose", "2", "both"), "only of words can both stay"),
        (("--choose", "1", "a", "--choose", "2", "9"), "none of the answers"),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_done(sn, store, typed, said):
    answer = sn("verify", *typed)
    assert answer.code == 2
    assert said in answer.err
    assert len(store.open) == 2


def test_nothing_can_be_chosen_where_nothing_differs(sn, store):
    store.open = []
    answer = sn("verify", "--choose", "1", "a")
    assert (answer.code, "nothing differs" in answer.err) == (2, True)


def test_the_help_says_how_it_is_done(sn):
    out = sn("verify", "--help").out
    for words in ("--choose 1 b", "--keep 1", "stillnight undo", "the key D"):
        assert words in out


def test_a_night_that_is_shown_says_what_differs(sn):
    out = sn("show").out
    assert "≠ Differs   note 'a walk' by desk, note 'rain' by this machine, urge 4 by desk" in out


def test_more_answers_than_letters_do_no_harm(sn, store):
    sides = tuple(Side(number, LATER, "desk") for number in range(30))
    store.open = [SimpleNamespace(**between("severity", 1, 2)._asdict() | {"sides": sides})]
    assert sn("verify").code == 0
