"""A line and the form: the same keys are the same evening."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.form.keyboard import sheet, typed
from tests.journal.form.test_any_keys import OWN

from stillnight.domain.night import Night
from stillnight.journal.form.keys import press
from stillnight.journal.form.state import FormState
from stillnight.journal.line.evening import EveningKeys, Told, read_evening, understood
from stillnight.journal.line.reading import Refused
from stillnight.journal.line.words import split_line

EVENING = "2026-11-19T"


def told(line: str, on=None) -> Told:
    return read_evening(split_line(line), on or sheet())


def draft(line: str, on=None) -> dict:
    return dict(told(line, on).state.draft)


def refusal(line: str, on=None) -> Refused:
    with pytest.raises(Refused) as caught:
        told(line, on)
    return caught.value


LINES = [
    "6 . c2 s7 u", "0 n", "x - c", "6 * cc a n", "6 2130 c2@1530 sx", "6 . e45 t9.5 y", "6 wctl fcb u uu",
    "c 2 s 7", "5 . ccc", "u", "6 21 30", "6 c1 2", "s s", "6 c .5", "7 1305 y yy yyy n", "6 s7 3",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_what_its_keys_are_in_the_form(line):
    keys = "".join(f"{word}<enter>" if word[0] in "wf" else word for word in line.split())
    form, state = typed(keys), told(line).state
    assert form.is_dirty or "s s" in line
    assert (state.draft, state.usual) == (form.draft, form.usual)


WORDS = st.one_of(
    st.sampled_from([*"0123456789x", *".-*", *"cstaeygj", "n", "u"]),
    st.tuples(st.sampled_from("caetg"), st.integers(0, 99)).map(lambda pair: f"{pair[0]}{pair[1]}"),
    st.tuples(st.sampled_from("sj"), st.sampled_from("0123456789x")).map("".join),
    st.tuples(st.sampled_from("cat"), st.integers(0, 2359)).map(lambda pair: f"{pair[0]}2@{pair[1]:04}"),
    st.text("fcskthbuadolrx", min_size=1, max_size=3).map("w{}".format),
    st.text("ctbaepisu", min_size=1, max_size=3).map("f{}".format),
)
SHEETS = st.builds(
    sheet,
    own=st.just(OWN),
    is_awake=st.booleans(),
    last=st.sampled_from([None, "2026-11-18T21:45"]),
    usual_amounts=st.dictionaries(st.sampled_from(["caffeine", "room"]), st.floats(0, 50), max_size=2),
)


def keys_in(words: list[str]) -> list[str]:
    """What somebody at the form types for these words."""
    return [key for word in words for key in ([*word, "enter"] if word[0] in "wf" else word)]


def form_of(words: list[str], on) -> tuple[list[FormState], bool]:
    """The form after each of their keys, and did it take every one?"""
    states = [FormState()]
    for key in keys_in(words):
        after = press(states[-1], on, key)
        if after is None or after.is_refused:
            return states, False
        states.append(after if after.awake is not None else replace(after, awake=states[-1].awake))
    return states, True


def line_of(words: list[str], on) -> tuple[FormState | None, str]:
    """What the line makes of them; or the word that it refuses."""
    try:
        return read_evening(split_line(" ".join(words)), on).state, ""
    except Refused as error:
        return None, error.word


@given(st.lists(WORDS, max_size=12), SHEETS)
def test_a_line_and_the_form_give_the_same_draft(words, on):
    states, is_taken = form_of(words, on)
    state, refused = line_of(words, on)
    if state is None:
        assert refused in words
    elif is_taken:
        assert (state.draft, state.usual, state.awake) == (
            states[-1].draft,
            states[-1].usual,
            states[-1].awake,
        )


@given(st.lists(WORDS.filter(lambda word: len(word) == 1), max_size=12), SHEETS)
def test_a_line_refuses_only_what_the_form_refuses_or_leaves_unfinished(words, on):
    states, is_taken = form_of(words, on)
    state, _ = line_of(words, on)
    assert state is not None or not is_taken or any(EveningKeys(on).lacks(one) for one in states)


@given(st.lists(WORDS, max_size=8), SHEETS)
def test_the_same_line_twice_is_the_same_night(words, on):
    state, _ = line_of(words, on)
    if state is None:
        return
    saved = {name: value for name, value in state.draft.items() if value is not None}
    after = replace(on, night=Night(on.night.date, saved), usual_taken=bool(state.usual))
    again, refused = line_of(words, after)
    assert refused == ""
    assert not again.is_dirty


@pytest.mark.parametrize("line", ["10", "10 2130"])
def test_ten_is_ten_and_never_one(line):
    assert draft(line)["severity"] == 10
    assert draft("6 - s10")["f.stress"] == 10
    assert draft("6 - s 10")["f.stress"] == 10


def test_an_answer_to_first_at_finds_its_row_from_anywhere():
    at = f"{EVENING}21:30+01:00"
    assert draft("2130") == {"onset": at}
    assert draft("6 c2 21:30") == {"severity": 6, "f.caffeine": 2, "onset": at}
    assert draft("6 c2 2130") == {"severity": 6, "f.caffeine": 2, "onset": at}
    assert draft("n not_yet", sheet({"severity": 6}))["onset"] == "not_yet"


@pytest.mark.parametrize(
    ("line", "word", "reason"),
    [
        ("6 s", "s", "stress: 0 to 10"),
        ("6 s c2", "s", "stress: 0 to 10"),
        ("6 s n", "s", "stress: 0 to 10"),
        ("6 213", "213", "a time has four digits"),
        ("6 213 c2", "213", "a time has four digits"),
        ("6 - c @15", "@15", "no key of the form"),
        ("6 c2 .", ".", "a digit belongs behind the point"),
        ("6 - g1", "g1", "room takes 10 to 40"),
        ("6 2575", "2575", "25:75 is no time of this night"),
        ("6 - c21", "c21", "caffeine takes 0 to 20 servings"),
        ("6 - y2", "y2", "antihist. takes yes or no"),
        ("0 2130", "2130", "an urge of 0 has no time of onset"),
        ("77", "77", "a rating is one digit"),
        ("6 - s77", "s77", "a rating is one digit"),
        ("6 - 5", "5", "a number belongs to Urge, First at, or a letter of Today"),
        ("6 q3", "q3", "q means nothing here"),
        ("6 w", "w", "such as wct"),
        ("6 w c", "w", "such as wct"),
        ("6 wz", "wz", "z is none of these words"),
        ("6 caffeine", "caffeine", "caffeine is c"),
        ("6 -alcohol", "-alcohol", "stillnight log 6 -alcohol"),
        ("6 tea", "tea", "a word is one answer"),
        ("6 note", "note", "say what"),
        ("6 .", ".", "no earlier time to repeat"),
    ],
)
def test_a_word_that_cannot_be_taken_is_named(line, word, reason):
    error = refusal(line, sheet(own=OWN, last=None))
    assert error.word == word
    assert reason in error.reason
    assert "arrows" not in error.reason
    assert str(error) == f"{word!r}: {error.reason}"


def test_what_was_understood_before_it_is_known():
    error = refusal("6 2130 c2 u q")
    assert understood(error.before, sheet()) == ["urge 6", "first at 21:30", "caffeine 2", "usual medicines"]


SAVED = {
    "severity": 6, "onset": f"{EVENING}21:30+01:00", "f.caffeine": 2, "f.caffeine.at": "x",
    "f.alcohol": False, "parts": ["calves"], "side": "left", "note": "springs",
}  # fmt: skip


def test_a_line_says_what_is_so_whatever_was_saved_before():
    on = sheet(SAVED, usual_taken=True)
    assert draft("6 2130 c2 aa wcl u", on) == {}
    assert told("6 2130 c2 aa wcl u", on).is_empty
    assert draft("c3", on) == {"f.caffeine": 3}
    assert draft("cc a", on) == {"f.caffeine": False, "f.alcohol": 1}
    assert draft("wt", on) == {"parts": ["thighs"]}
    assert told("u", on).state.usual is None
    assert told("u", sheet(SAVED)).state.usual is True


def test_no_to_the_rest_leaves_answers_alone_that_are_saved():
    assert set(draft("n", sheet(SAVED))) == {"f.stress", "f.exercise", "f.sitting", "f.antihistamine"}


def test_a_note_goes_under_the_one_that_is_there_and_only_once():
    assert draft("note slept on the sofa") == {"note": "slept on the sofa"}
    on = sheet(SAVED)
    assert draft("o slept on the sofa", on) == {"note": "springs\nslept on the sofa"}
    assert draft("o springs", on) == {}


def test_lights_out_is_told_and_is_no_key():
    assert told("6 L").lights_out
    assert not told("6").lights_out
    assert not told("L").is_empty


def test_in_the_night_a_digit_is_an_episode_and_the_last_one_counts():
    on = sheet(is_awake=True)
    assert told("7", on).state.awake == 7
    assert told("7 4 c2", on).state.awake == 4
    assert draft("7 4 c2", on) == {"f.caffeine": 2}
    assert refusal("74", on).word == "74"
    assert told("2130", on).state.awake is None


def test_nothing_said_is_nothing():
    assert told("").is_empty
