"""Which question is asked now, and which comes next."""

from __future__ import annotations

import pytest
from tests.rules.seeds import seed_library

from stillnight.journal.checkup.question import LEFT_OUT
from stillnight.journal.checkup.state import CheckUp, answered, begin, from_the_start, stepped

QUESTIONS = seed_library().checkup
HEADS = [
    "iron", "night_pill", "antidepressant", "nausea", "pregnancy", "kidneys", "snore", "pauses", "coffee",
]  # fmt: skip


def check_up(at="", tells=lambda name: name == "known", **answers: str) -> CheckUp:
    check = begin(CheckUp(QUESTIONS, answers, tells))
    return CheckUp(QUESTIONS, answers, tells, check.named(at)) if at else check


def now(check: CheckUp) -> str | None:
    return check.at.id if check.at else None


def asked(**answers: str) -> set[str]:
    return {question.id for question in check_up(**answers).asked}


ALL_NO = dict.fromkeys(HEADS, "no")


def test_who_answers_no_is_asked_nine_questions():
    check, seen = check_up(), []
    while check.at:
        seen.append(now(check))
        check = answered(check, "no")
    assert seen == HEADS
    assert check.is_done


def test_it_goes_on_where_it_was_left():
    assert now(check_up(iron="no", night_pill="no", nausea="no")) == "antidepressant"


@pytest.mark.parametrize(
    ("answers", "follow"),
    [
        ({"iron": "yes"}, {"ferritin"}),
        ({"iron": "unsure"}, set()),
        ({"iron": LEFT_OUT}, set()),
        ({"iron": "yes", "ferritin": "42"}, {"ferritin", "ferritin_day"}),
        ({"iron": "yes", "ferritin": LEFT_OUT}, {"ferritin"}),
        ({"night_pill": "sometimes"}, set()),
        ({"nausea": "yesterday", "nausea_name": "known"}, {"nausea_name"}),
        ({"nausea": "yesterday", "nausea_name": "brand"}, {"nausea_name", "nausea_class"}),
        ({"nausea": "yesterday", "nausea_name": LEFT_OUT}, {"nausea_name", "nausea_class"}),
        ({"pregnancy": "pregnant"}, {"pregnant_week"}),
        ({"pregnancy": "birth"}, {"postpartum_weeks"}),
    ],
)
def test_only_what_follows_from_an_answer_is_asked(answers, follow):
    assert asked(**answers) - set(HEADS) == follow


def test_an_answer_leads_to_what_follows_it_and_then_on():
    check = answered(check_up(), "yes")
    assert now(check) == "ferritin"
    check = answered(check, "42")
    assert now(check) == "ferritin_day"
    assert now(answered(check, "2026-11-02")) == "night_pill"


def test_an_answer_that_is_taken_back_takes_along_what_followed():
    check = answered(
        check_up("iron", **{**ALL_NO, "iron": "yes", "ferritin": "42", "ferritin_day": "2026-11-02"}), "no"
    )
    assert check.answers == ALL_NO


def test_who_mends_an_answer_goes_on_to_the_one_behind_it():
    assert now(answered(check_up("kidneys", **ALL_NO), "yes")) == "snore"
    assert now(answered(check_up("coffee", **ALL_NO), "yes")) is None


def test_who_jumps_ahead_comes_back_to_what_is_open():
    assert now(answered(check_up("coffee"), "no")) == "iron"


def test_steps_go_back_and_on_among_what_is_asked():
    check = check_up("night_pill", iron="yes", ferritin=LEFT_OUT)
    assert now(stepped(check, -1)) == "ferritin"
    assert now(stepped(check, 1)) == "antidepressant"
    assert now(stepped(check_up("iron"), -1)) == "iron"
    assert now(stepped(check_up(**ALL_NO), -1)) == "coffee"
    assert now(stepped(check_up("coffee", **ALL_NO), 1)) is None


def test_it_can_be_looked_through_from_the_start():
    assert now(from_the_start(check_up(**ALL_NO))) == "iron"


@pytest.mark.parametrize(
    ("check", "progress"),
    [
        (check_up(), (1, 9)),
        (check_up("ferritin_day", iron="yes", ferritin="42"), (1, 9)),
        (check_up("coffee"), (9, 9)),
        (check_up(**ALL_NO), (9, 9)),
    ],
    ids=["first", "follows", "last", "end"],
)
def test_the_progress_counts_what_everybody_is_asked(check, progress):
    assert check.progress == progress
