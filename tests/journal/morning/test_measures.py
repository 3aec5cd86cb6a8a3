"""The sleep measures in words."""

from __future__ import annotations

import pytest
from tests.journal.morning.mornings import LIGHTS_OUT, NIGHT, bout, sheet, typed

from stillnight.domain.night import Night
from stillnight.journal.morning.measures import doubt, measure_words, missing_words

WOKE, UP = "2026-11-20T06:30+01:00", "2026-11-20T07:00+01:00"
WHOLE = {
    "lights_out": LIGHTS_OUT, "sol_min": 20, "nwak": 1, "waso_min": 30, "final_wake": WOKE, "out_of_bed": UP,
}  # fmt: skip


def night(**values) -> Night:
    return Night(NIGHT, values)


def without(*names: str) -> Night:
    return night(**{name: value for name, value in WHOLE.items() if name not in names})


def test_a_whole_night_has_every_measure_with_its_standard_name():
    assert measure_words(night(**WHOLE)) == [
        "asleep 7 h 00 (TST)", "in bed 8 h 20 (TIB)", "up 30 min after waking (TASAFA)",
        "84 % of the time in bed (SE)",
    ]  # fmt: skip
    assert missing_words(night(**WHOLE)) == ""


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        (("sol_min",), "time asleep (TST) needs: Asleep in"),
        (("sol_min", "waso_min"), "time asleep (TST) needs: Asleep in, Awake for"),
        (("out_of_bed",), "time in bed (TIB) needs: Got up"),
        (
            ("final_wake", "out_of_bed"),
            "time asleep (TST) needs: Last woke · time in bed (TIB) needs: Got up",
        ),
        (("nwak",), ""),
        (
            tuple(WHOLE),
            "time asleep (TST) needs: Lights out, Asleep in, Awake for, Last woke"
            " · time in bed (TIB) needs: Lights out, Got up",
        ),
    ],
)
def test_what_is_missing_is_named_as_its_row(left_out, words):
    assert missing_words(without(*left_out)) == words


def test_nothing_is_said_of_what_is_not_known():
    assert measure_words(night()) == []
    assert measure_words(without("sol_min")) == ["in bed 8 h 20 (TIB)", "up 30 min after waking (TASAFA)"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ""),
        ({"final_wake": "2026-11-19T21:00+01:00"}, "the last waking comes before lights out: is that right?"),
        ({"out_of_bed": "2026-11-20T06:00+01:00"}, "getting up comes before the last waking: is that right?"),
        (
            {"sol_min": 400, "waso_min": 90},
            "falling asleep and being awake take longer than the night: is that right?",
        ),
        ({"nwak": 0}, "1 episode logged after lights out: fewer awakenings than that?"),
    ],
)
def test_answers_that_do_not_go_together_are_asked_about(values, words):
    assert doubt(night(**{**WHOLE, **values}), [bout("03:10")]) == words


def test_getting_up_before_lights_out_is_asked_about_without_a_waking():
    values = {"lights_out": LIGHTS_OUT, "out_of_bed": "2026-11-19T21:00+01:00"}
    assert doubt(night(**values), []) == "getting up comes before lights out: is that right?"


def test_a_few_answers_are_no_reason_to_ask():
    assert doubt(night(), [bout("03:10")]) == ""
    assert doubt(night(sol_min=600), []) == ""


def test_the_form_measures_what_would_be_saved_guesses_included():
    state = typed("3 2 6 20 m 30")
    assert "asleep 7 h 20 (TST)" in measure_words(state.after_saving(sheet()))
