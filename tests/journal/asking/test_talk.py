"""The course of the questions: on, back, explained, ended."""

from __future__ import annotations

import pytest
from tests.journal.asking.interviewed import asked, talked
from tests.journal.form.keyboard import sheet

from stillnight.journal.asking.evening import Evening
from stillnight.journal.asking.talk import SUMMARY, End
from stillnight.journal.form.state import FormState

EVENING = Evening(sheet())
ALL = [""] * 12


def after(*typed: str, interview=EVENING, state=None):
    return talked(interview, *typed, state=state or FormState())


def test_enter_skips_and_leaves_it_not_asked():
    talk = after("", "")
    assert talk.at == "f.caffeine"
    assert not talk.state.is_dirty


def test_enter_keeps_what_is_there_and_shows_it():
    interview = Evening(sheet({"severity": 6, "f.caffeine": 2, "f.caffeine.at": "2026-11-19T15:30+01:00"}))
    talk = after("", "", interview=interview)
    assert asked(interview, talk).shown == "2 at 15:30"
    assert not after("", "", "", interview=interview).state.is_dirty


def test_a_question_explains_itself_and_is_asked_again():
    talk = after("?")
    assert talk.at == "severity"
    assert talk.said[0].startswith("The strongest urge")
    assert "done" in talk.said[1]
    assert not talk.is_refused


@pytest.mark.parametrize("word", ["b", "back", "-", "<"])
def test_there_is_a_way_back(word):
    talk = after("6", "2130", word)
    assert talk.at == "onset"
    assert asked(EVENING, talk).shown == "21:30"
    assert after(word).said == ("this is the first question",)


def test_what_is_an_answer_leads_nowhere_else():
    assert after("6", "-").state.draft["onset"] == "not_yet"
    assert after("6", "b").at == "severity"
    where = after(*ALL[:8], "b")
    assert where.state.draft == {"parts": ["back"]}
    assert after(*ALL[:8], "-").at == "f.antihistamine"


def test_a_question_that_is_needless_by_now_is_passed_over():
    assert after("6", "2130", "b", "b", "0").at == "f.caffeine"
    assert after("6", "2130", "b", "b", "0", "b").at == "severity"


def test_two_lines_are_a_short_evening():
    talk = after("6", "done")
    assert (talk.at, talk.end) == (SUMMARY, None)
    assert after("6", "done", "").end is End.SAVE


def test_a_whole_line_of_keys_answers_all_at_once():
    talk = after("6 . c2 s7 u L")
    assert (talk.at, talk.lights_out) == (SUMMARY, True)
    assert after("6 . c2").at == "f.alcohol"
    assert after("6", "c2").at == "onset"


def test_of_a_line_of_keys_the_wrong_word_is_named():
    talk = after("6 213")
    assert talk.said == ("'213': a time has four digits, such as 2130",)
    assert talk.is_refused
    assert after("12").said == ("a rating is one digit, 0 to 9, or x for 10",)


def test_lights_out_ends_the_questions_and_can_be_taken_back():
    assert after("6", "L", "").end is End.SAVE
    assert after("6", "L").lights_out
    assert not after("6", "L", "b").lights_out
    assert after("6", "done", "L").lights_out
    other = after("6", "L", interview=Evening(sheet(), is_tonight=False))
    assert other.said == ("L is for tonight",)
    assert other.is_refused


def test_an_answer_is_taken_back():
    assert after("6", "b", "clear").state.draft == {}


@pytest.mark.parametrize("typed", [("q",), ("6", "q"), ("6", "done", "quit")])
def test_somebody_may_leave_at_any_time(typed):
    assert after(*typed).end is End.LEAVE


def test_at_the_end_there_is_nothing_to_save_where_nothing_was_answered():
    assert after(*ALL).at == SUMMARY
    assert after(*ALL, "").end is End.NOTHING


def test_the_end_says_what_it_takes():
    talk = after("6", "done", "what")
    assert (talk.at, talk.is_refused) == (SUMMARY, True)
    assert after("6", "done", "?").is_refused is False
    assert after("6", "done", "b").at == "onset"
    assert after("6", "done", "more").said == ("there is nothing more to ask",)


def test_whether_anything_was_answered_is_known_even_if_it_is_the_same():
    state = FormState(draft={"severity": 6})
    assert not after("", state=state).has_answers
    assert after("6", state=state).has_answers
