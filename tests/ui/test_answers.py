"""What is said after a deed claims no more than happened."""

from __future__ import annotations

import pytest
from tests.clocks import BERLIN, EVENING, NEW_YORK

from stillnight.domain.ports import Receipt, Undone
from stillnight.ui.answers import Answer, after, after_undo, status_of

SAVED = Receipt(EVENING, published=True, changed=3)
KEPT_HERE = Receipt(EVENING, published=False, problem="the folder is full", changed=3)


@pytest.mark.parametrize(
    ("receipt", "zone", "words"),
    [
        (SAVED, BERLIN, "saved 22:40"),
        (SAVED, None, "saved"),
        (KEPT_HERE, BERLIN, "safe here 22:40, not in the file yet"),
        (KEPT_HERE, None, "safe here, not in the file yet"),
        (SAVED, NEW_YORK, "saved 16:40"),
    ],
)
def test_saved_is_said_only_of_what_is_in_the_file_by_the_users_clock(receipt, zone, words):
    assert status_of(receipt, zone) == words


def test_a_problem_is_said_in_place_of_the_deed():
    assert after(SAVED, "saved the night") == Answer("saved the night")
    assert after(KEPT_HERE, "saved the night") == Answer("the folder is full", is_trouble=True)


@pytest.mark.parametrize(
    ("undone", "answer"),
    [
        (Undone("", None), Answer("nothing to be undone")),
        (
            Undone("night of 2026-11-19", SAVED, touched=[("nights", 20261119)]),
            Answer("undone: the night of Thu 19 → Fri 20 Nov"),
        ),
        (
            Undone("delete 2026-11-19", SAVED, touched=[("nights", 20261119)]),
            Answer("undone: delete 2026-11-19"),
        ),
        (Undone("x", KEPT_HERE), Answer("the folder is full", is_trouble=True)),
        (
            Undone("x", SAVED, kept=[("nights", 20261119, "severity"), ("nights", 20261119, "note")]),
            Answer("undone: x · left alone, because changed elsewhere since: severity, note"),
        ),
    ],
)
def test_an_undo_says_what_it_did_and_what_it_left_alone(undone, answer):
    assert after_undo(undone, "undone") == answer
