"""The morning's questions and their answers, on Friday 20 November 2026 in Berlin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.asking.interviewed import asked, talked
from tests.journal.morning.mornings import LIGHTS_OUT, WOKE, sheet, typed
from tests.reports.worlds import new_journal

from stillnight.journal.asking.morning import Morning
from stillnight.journal.asking.talk import SUMMARY, End, reply
from stillnight.journal.line.reading import Refused
from stillnight.journal.morning.rows import Row
from stillnight.journal.morning.state import MorningState

EMPTY = MorningState()


def draft(id: str, text: str, on=None) -> dict:
    return dict(Morning(on or sheet()).answer(EMPTY, Row(id), text).state.draft)


@pytest.mark.parametrize(
    ("id", "text", "found"),
    [
        ("quality", "4", {"quality": 4}),
        ("disturbed", "10", {"disturbed": 10}),
        ("sol_min", "20", {"sol_min": 20}),
        ("sol_min", "s20", {"sol_min": 20}),
        ("nwak", "0", {"nwak": 0, "waso_min": 0}),
        ("final_wake", "6:40", {"final_wake": "2026-11-20T06:40+01:00"}),
        ("out_of_bed", ".", {"out_of_bed": WOKE}),
        ("kicks_seen", "yes", {"kicks_seen": True}),
        ("kicks_seen", "n", {"kicks_seen": False}),
        ("note", "better", {"note": "better"}),
        ("note", "no", {}),
        ("quality", "4 3 2 20", {"quality": 4, "rested": 3, "disturbed": 2, "sol_min": 20}),
        ("quality", "4 note better", {"quality": 4, "note": "better"}),
    ],
)
def test_an_answer_in_keys_or_in_words_is_what_the_form_makes_of_it(id, text, found):
    assert draft(id, text) == found


@pytest.mark.parametrize(
    ("id", "text", "reason"),
    [
        ("quality", "6", "quality takes 1 to 5"),
        ("quality", "good", "good is no answer here"),
        ("sol_min", "0500", "how many minutes"),
        ("final_wake", "064", "a time has four digits"),
        ("kicks_seen", "3", "yes or no"),
        ("quality", "4 L", "L is for the evening"),
    ],
)
def test_what_the_form_does_not_take_is_refused(id, text, reason):
    with pytest.raises(Refused) as caught:
        draft(id, text)
    assert reason in caught.value.reason


def test_the_whole_morning_is_the_form_with_the_same_keys():
    interview = Morning(sheet())
    talk = talked(interview, "4", "3", "2", "20", "", "15", "", "", "0655", "", "", state=EMPTY)
    assert talk.at == SUMMARY
    assert talk.state.stored(sheet()) == typed("4 3 2 20 m15 b0655").stored(sheet())
    assert interview.summary(talk.state)[-2:] == ["awakenings 1 (supposed)", "last woke 06:50 (supposed)"]


def test_a_guess_is_shown_kept_by_enter_and_turned_down_by_clear():
    interview = Morning(sheet())
    talk = talked(interview, *[""] * 4, state=EMPTY)
    assert asked(interview, talk).shown == "1, supposed: logged in the night"
    assert interview.clear(talk.state, "nwak").stored(sheet())["nwak"] is None


def test_an_offer_is_said_and_taken_by_its_sign():
    interview = Morning(sheet())
    up = next(one for one in interview.questions(EMPTY) if one.id == "out_of_bed")
    assert up.takes == "a time such as 0700; . is 06:50, now"


def test_after_a_very_bad_night_one_question_is_enough():
    interview = Morning(sheet(is_brief=True))
    talk = talked(interview, "8", state=EMPTY)
    assert (talk.at, interview.summary(talk.state)) == (SUMMARY, ["disturbed 8 of 10"])
    assert talked(interview, "8", "", state=EMPTY).end is End.SAVE
    assert talked(interview, "8", "more", state=EMPTY).at == "quality"
    assert talked(interview, "8", "more", "4", state=EMPTY).at == "rested"


def test_a_night_that_only_waits_for_its_yes_can_be_confirmed():
    on = sheet({"lights_out": LIGHTS_OUT}, guesses={})
    talk = talked(Morning(on), "done", state=EMPTY)
    assert Morning(on).summary(talk.state) == ["the night as it is known"]
    assert talked(Morning(on), "done", "", state=EMPTY).end is End.SAVE
    assert talked(Morning(sheet({}, guesses={})), "done", "", state=EMPTY).end is End.NOTHING


LINES = st.one_of(
    st.sampled_from(["", "?", "b", "-", "done", "clear", "more", "L", "yes", "no", ".", "4", "x", "20",
                     "0640", "s20", "4 3 2 20", "w.", "k", "note x", "+"]),
    st.text(max_size=6),
)  # fmt: skip


@given(st.lists(LINES, max_size=20), st.booleans(), st.booleans())
def test_no_lines_whatever_raise_and_what_would_be_stored_fits(lines, is_brief, is_confirmed):
    on = sheet(is_brief=is_brief, is_confirmed=is_confirmed)
    talk = talked(Morning(on), state=EMPTY)
    for line in lines:
        talk = talk if talk.end else reply(talk, Morning(on), line)
    stored = talk.state.stored(on)
    assert new_journal().record.check(on.night.date, stored).keys() == stored.keys()
