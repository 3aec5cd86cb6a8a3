"""The evening's questions and their answers, on Thursday 19 November 2026 in Berlin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.asking.interviewed import talked
from tests.journal.form.keyboard import SHOWN, sheet, typed
from tests.journal.form.test_any_keys import KNOWN, OWN, SAVED
from tests.reports.worlds import new_journal

from stillnight.domain.factor import Factor, Kind
from stillnight.journal.asking.evening import Evening
from stillnight.journal.asking.evening_questions import evening_questions
from stillnight.journal.asking.talk import SUMMARY, End, reply
from stillnight.journal.form.state import FormState
from stillnight.journal.line.reading import Refused

EVENING = "2026-11-19T"
EMPTY = FormState()


def answered(id: str, text: str, on=None, state=EMPTY):
    return Evening(on or sheet()).answer(state, id, text)


def draft(id: str, text: str, on=None, state=EMPTY) -> dict:
    return dict(answered(id, text, on, state).state.draft)


def ids(on=None, state=EMPTY) -> list[str]:
    return [one.id for one in Evening(on or sheet()).questions(state)]


def test_the_questions_come_in_the_order_of_the_form():
    factors = [factor.field for factor in SHOWN]
    assert ids() == ["severity", "onset", *factors, "parts", "sensations", "usual", "note"]
    assert "usual" not in ids(sheet(medicines=()))
    assert "onset" not in ids(state=typed("0"))
    assert ids(sheet(is_awake=True)) == ["severity"]


def test_every_question_says_what_it_takes_and_explains_itself():
    for question in evening_questions(EMPTY, sheet(own=OWN)):
        assert question.text
        assert question.takes
        assert question.more.endswith((".", "x alternating", "u urge only"))


@pytest.mark.parametrize(
    ("id", "text", "found"),
    [
        ("severity", "6", {"severity": 6}),
        ("severity", "x", {"severity": 10}),
        ("severity", "10", {"severity": 10}),
        ("severity", "0", {"severity": 0, "onset": "none"}),
        ("onset", "2130", {"onset": f"{EVENING}21:30+01:00"}),
        ("onset", "9:05", {"onset": "2026-11-20T09:05+01:00"}),
        ("onset", ".", {"onset": f"{EVENING}21:45+01:00"}),
        ("onset", "same as last time", {"onset": f"{EVENING}21:45+01:00"}),
        ("onset", "-", {"onset": "not_yet"}),
        ("onset", "not yet", {"onset": "not_yet"}),
        ("onset", "All day", {"onset": "all_day"}),
        ("f.caffeine", "2", {"f.caffeine": 2}),
        ("f.caffeine", "c2", {"f.caffeine": 2}),
        ("f.caffeine", "1,5", {"f.caffeine": 1.5}),
        ("f.caffeine", "yes", {"f.caffeine": 2}),
        ("f.caffeine", "no", {"f.caffeine": False}),
        ("f.caffeine", "n", {"f.caffeine": False}),
        ("f.caffeine", "0", {"f.caffeine": 0}),
        ("f.caffeine", "2@1530", {"f.caffeine": 2, "f.caffeine.at": f"{EVENING}15:30+01:00"}),
        ("f.caffeine", "2 at 15:30", {"f.caffeine": 2, "f.caffeine.at": f"{EVENING}15:30+01:00"}),
        ("f.stress", "7", {"f.stress": 7}),
        ("f.stress", "10", {"f.stress": 10}),
        ("f.stress", "no", {"f.stress": False}),
        ("f.antihistamine", "Y", {"f.antihistamine": True}),
        ("parts", "ct", {"parts": ["calves", "thighs"]}),
        ("parts", "calves thighs left", {"parts": ["calves", "thighs"], "side": "left"}),
        ("parts", "calf, knee", {"parts": ["calves", "knees"]}),
        ("parts", "wctl", {"parts": ["calves", "thighs"], "side": "left"}),
        ("parts", "b", {"parts": ["back"]}),
        ("sensations", "crawling urge only", {"sensations": ["crawling", "urge_only"]}),
        ("sensations", "cb", {"sensations": ["crawling", "burning"]}),
        ("note", "slept on the sofa", {"note": "slept on the sofa"}),
        ("note", "no", {}),
        ("severity", "6 - c2 s7", {"severity": 6, "onset": "not_yet", "f.caffeine": 2, "f.stress": 7}),
        ("f.caffeine", "2 s7 note springs", {"f.caffeine": 2, "f.stress": 7, "note": "springs"}),
    ],
)  # fmt: skip
def test_an_answer_in_keys_or_in_words_is_what_the_form_makes_of_it(id, text, found):
    assert draft(id, text) == found
    assert id in answered(id, text).ids


def test_usual_medicines_are_yes_or_no():
    taken = sheet(usual_taken=True)
    assert answered("usual", "yes").state.usual is True
    assert answered("usual", "u").state.usual is True
    assert answered("usual", "no").state.usual is None
    assert answered("usual", "no", taken).state.usual is False
    assert answered("usual", "yes", taken).state.usual is None


@pytest.mark.parametrize(
    ("id", "text", "reason"),
    [
        ("severity", "11", "a rating is one digit"),
        ("severity", "six", "six is no answer here"),
        ("severity", "n", "n is no answer here"),
        ("severity", "yes", "yes is no answer here"),
        ("onset", "213", "a time has four digits"),
        ("onset", "2575", "no time of this night"),
        ("onset", "no", "no is no answer here"),
        ("f.caffeine", "21", "caffeine takes 0 to 20 servings"),
        ("f.caffeine", "two", "two is no answer here"),
        ("f.stress", "yes", "stress: 0 to 10"),
        ("f.stress", "77", "a rating is one digit"),
        ("f.antihistamine", "2", "takes yes or no"),
        ("parts", "tail", "tail is no answer here"),
        ("parts", "5", "a number belongs to Urge"),
        ("usual", "5", "a number belongs to Urge"),
        ("f.caffeine", "c2 5", "caffeine takes 0 to 20"),
        ("parts", "n", "n is no answer here"),
    ],
)
def test_what_the_form_does_not_take_is_refused(id, text, reason):
    with pytest.raises(Refused) as caught:
        answered(id, text)
    assert reason in caught.value.reason


def test_an_answer_takes_the_place_of_the_one_that_is_there():
    state = FormState(draft={"f.caffeine": 3, "parts": ["feet"], "severity": 6, "note": "springs"})
    assert draft("f.caffeine", "2", state=state)["f.caffeine"] == 2
    assert draft("f.caffeine", "c4", state=state)["f.caffeine"] == 4
    assert draft("f.caffeine", "no", state=state)["f.caffeine"] is False
    assert draft("parts", "calves", state=state)["parts"] == ["calves"]
    assert draft("note", "sofa", state=state)["note"] == "sofa"
    assert draft("note", "+ sofa", state=state)["note"] == "springs\nsofa"
    assert answered("severity", "6", state=state).ids == {"severity"}


def test_back_at_the_saved_value_is_no_change():
    on = sheet({"severity": 6, "f.caffeine": 2})
    assert draft("severity", "6", on) == {}
    assert draft("f.caffeine", "2", on) == {}


@pytest.mark.parametrize("word", ["none", "nn", "None"])
def test_none_is_no_to_all_that_follow_and_are_not_answered(word):
    state = FormState(draft={"f.exercise": 30})
    found = answered("f.alcohol", word, state=state)
    noes = {f"f.{slug}" for slug in ("alcohol", "stress", "sitting", "antihistamine")}
    # caffeine was skipped before: it stays not asked
    assert found.state.draft == {"f.exercise": 30, **dict.fromkeys(noes, False)}
    assert found.ids == noes


def test_a_factor_without_a_letter_can_be_answered_here():
    own = (
        Factor("mint", "mint tea", "Mint tea?", Kind.YES_NO),
        Factor("walk", "walk", "?", Kind.AMOUNT, "", "min", most=99),
    )
    on = sheet(own=own)
    assert draft("f.mint", "yes", on) == {"f.mint": True}
    assert draft("f.mint", "no", on) == {"f.mint": False}
    assert draft("f.walk", "20", on) == {"f.walk": 20}


@pytest.mark.parametrize("id", ["severity", "onset", "f.caffeine", "parts", "sensations", "note"])
def test_an_answer_can_be_cleared(id):
    saved = {
        "severity": 6,
        "onset": "not_yet",
        "f.caffeine": 2,
        "parts": ["feet"],
        "sensations": ["burning"],
        "note": "x",
    }
    interview = Evening(sheet(saved))
    assert interview.clear(EMPTY, id).draft == {id: None}


def test_usual_medicines_can_be_cleared():
    assert Evening(sheet(usual_taken=True)).clear(EMPTY, "usual").usual is False


def test_the_whole_evening_is_the_form_with_the_same_keys():
    lines = ["6", "2130", "2", "no", "7", "", "9.5", "", "ct", "", "yes", "springs"]
    talk = talked(Evening(sheet()), *lines, state=EMPTY)
    form = typed("6 2130 c2 a a s7 t9.5 wct <enter> u")
    assert talk.at == SUMMARY
    assert talk.state.draft == {**form.draft, "note": "springs"}
    assert talk.state.usual is True


def test_after_a_very_bad_night_the_rating_is_enough_until_more_is_wanted():
    interview = Evening(sheet(is_brief=True))
    assert talked(interview, "6", state=EMPTY).at == SUMMARY
    assert talked(interview, "6", "", state=EMPTY).end is End.SAVE
    assert talked(interview, "6", "more", state=EMPTY).at == "onset"
    assert talked(interview, "6 2130 c2", state=EMPTY).at == "f.alcohol"


def test_in_the_night_one_number_is_all():
    interview = Evening(sheet(is_awake=True))
    talk = talked(interview, "7", state=EMPTY)
    assert (talk.end, talk.state.awake, talk.state.draft) == (End.SAVE, 7, {})
    assert interview.summary(talk.state) == ["awake, urge 7"]
    assert talked(interview, "", state=EMPTY).end is End.NOTHING
    assert talked(interview, "11", state=EMPTY).is_refused


LINES = st.one_of(
    st.sampled_from(["", "?", "b", "-", "done", "clear", "none", "yes", "no", "n", "more", "L", "6", "x", "0",
                     "c2", "7 . c2", "ct left", "crawling", ".", "*", "2130", "2 at 15:30", "note", "note x",
                     "+", "03:10 awake 7"]),
    st.text(max_size=6),
)  # fmt: skip


@given(st.lists(LINES, max_size=20), SAVED, st.booleans())
def test_no_lines_whatever_raise_and_what_is_kept_can_be_saved(lines, saved, is_awake):
    on = sheet(saved, own=OWN, is_awake=is_awake)
    talk = talked(Evening(on), state=EMPTY)
    for line in lines:
        talk = talk if talk.end else reply(talk, Evening(on), line)
    news = {name: value for name, value in talk.state.draft.items() if value != on.night.get(name)}
    assert new_journal().record.check(on.night.date, news, KNOWN).keys() == news.keys()
    assert talk.at == SUMMARY or talk.at in [one.id for one in Evening(on).questions(talk.state)]
