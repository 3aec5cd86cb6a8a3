"""Answers as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.seeds import seed_library

from stillnight.domain.errors import FieldError
from stillnight.journal.checkup.question import LEFT_OUT, Kind
from stillnight.journal.checkup.typed import answer_words, read_answer, rough_day

QUESTIONS = {question.id: question for question in seed_library().checkup}
TODAY = date(2026, 11, 19)


def read(name: str, typed: str) -> str:
    return read_answer(QUESTIONS[name], typed, TODAY)


@pytest.mark.parametrize(
    ("name", "typed", "answer"),
    [
        ("iron", "2", "yes"),
        ("iron", "never", "no"),
        ("iron", " NO ", "no"),
        ("iron", "y", "yes"),
        ("kidneys", "yes", "yes"),
        ("kidneys", "3", "dialysis"),
        ("pauses", "nobody", "unsure"),
        ("antidepressant_class", "mirt", "mirtazapine"),
        ("antidepressant_class", "5", "other"),
        ("nausea_class", "yes", "antiemetic_da"),
        ("nausea_class", "n", "other"),
        ("antidepressant_class", "no", "other"),
        ("ferritin", "42", "42"),
        ("ferritin", "42,5 ng/mL", "42.5"),
        ("ferritin_day", "3 Nov", "2026-11-03"),
        ("ferritin_day", "May 2024", "2024-05-01"),
        ("pregnant_week", "week 20", "20"),
        ("pregnant_week", "0", "0"),
        ("nausea_name", "  Metoclopramide   10 ", "Metoclopramide 10"),
    ],
)
def test_what_is_meant(name, typed, answer):
    assert read(name, typed) == answer


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_can_be_left_out(name):
    assert read(name, "  ") == LEFT_OUT


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("iron", "4"),
        ("iron", "0"),
        ("iron", "maybe"),
        ("kidneys", "y"),
        ("nausea", "yes"),
        ("antidepressant_class", "yes"),
        ("ferritin", "high"),
        ("ferritin", "42 mg/dL"),
        ("ferritin", "0"),
        ("ferritin_day", "soon"),
        ("ferritin_day", "2026-11-20"),
        ("pregnant_week", "43"),
        ("pregnant_week", "²"),
        ("pregnant_week", "20.5"),
        ("nausea_name", "x" * 61),
    ],
)
def test_what_is_no_answer_is_refused_and_says_what_would_be(name, typed):
    with pytest.raises(FieldError):
        read(name, typed)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-02", "2026-11-02"),
        ("2026-11", "2026-11-01"),
        ("November 2026", "2026-11-01"),
        ("2024", "2024-01-01"),
        ("3 weeks ago", "2026-10-29"),
        ("a month", "2026-10-19"),
        ("about 2 years ago", "2024-11-19"),
        ("yesterday", "2026-11-18"),
        ("-20", "2026-10-30"),
        ("3.11.2025", "2025-11-03"),
    ],
)
def test_a_day_as_people_remember_it(typed, day):
    assert rough_day(typed, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("typed", ["", "spring", "2026-13", "May", "9999 years ago", "foo 2024", "13/11"])
def test_what_is_no_day(typed):
    assert rough_day(typed, TODAY) is None


@pytest.mark.parametrize(
    ("name", "answer", "words"),
    [
        ("iron", "no", "never, as far as I know"),
        ("ferritin", "42", "42 µg/L"),
        ("ferritin_day", "2026-11-02", "2 Nov 2026"),
        ("pregnant_week", "1", "1 week"),
        ("pregnant_week", "20", "20 weeks"),
        ("nausea_name", "tablet", "tablet"),
        ("coffee", LEFT_OUT, "left out"),
        ("iron", "of a newer program", "of a newer program"),
    ],
)
def test_an_answer_in_words(name, answer, words):
    assert answer_words(QUESTIONS[name], answer) == words


@pytest.mark.parametrize(
    "name", [name for name, one in QUESTIONS.items() if one.kind in (Kind.CHOICE, Kind.CLASS)]
)
def test_every_choice_can_be_typed_by_its_number_and_by_its_words(name):
    for number, (answer, words) in enumerate(QUESTIONS[name].choices.items(), start=1):
        assert read(name, str(number)) == read(name, words) == read(name, answer) == answer
