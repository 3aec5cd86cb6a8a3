"""Whatever is typed: nothing raises, what is kept can be saved, and there is a way back."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.journal.conftest import FACTORS
from tests.journal.form.keyboard import NIGHT, sheet
from tests.reports.worlds import new_journal

from stillnight.domain.factor import Factor, Kind
from stillnight.journal.form.draft import packed, unpacked
from stillnight.journal.form.keys import press
from stillnight.journal.form.state import ROWS, FormState

OWN = (
    Factor("room", "room", "?", Kind.AMOUNT, "g", "°C", least=10, most=40, usual=99),
    Factor("worry", "worry", "?", Kind.RATING, "j", most=10, usual=None),
)
KNOWN = {**FACTORS, **{factor.slug: factor for factor in OWN}}
NAMES = ("backspace", "enter", "escape", "up", "down", "tab", "")
KEYS = st.one_of(
    st.sampled_from("0123456789xcastegjyunwfo@.-*"), st.sampled_from(NAMES), st.characters(codec="utf-8")
)
NIGHTS = st.sampled_from([NIGHT, date(2026, 3, 28), date(2026, 10, 24)])
FIELDS = ("severity", "onset", "parts", "side", "sensations", "f.caffeine", "f.caffeine.at", "f.stress")
WORDS = st.text(max_size=3)
SAVED = st.dictionaries(
    st.sampled_from(FIELDS),
    st.one_of(st.integers(-1, 12), st.booleans(), WORDS, st.lists(WORDS, max_size=2), st.none()),
)
ON = st.builds(
    sheet,
    saved=SAVED,
    night=NIGHTS,
    own=st.just(OWN),
    last=st.sampled_from([None, "2026-11-18T21:45", "2026-02-01T02:30"]),
    usual_amounts=st.dictionaries(st.sampled_from(["caffeine", "room", "alcohol"]), st.floats(0, 99)),
    usual_taken=st.booleans(),
    is_awake=st.booleans(),
)


def pressed(keys, on, state=None):
    state = state or FormState()
    for key in keys:
        state = press(state, on, key) or state
    return state


@given(st.lists(KEYS, max_size=30), ON)
def test_no_keys_whatever_raise_and_the_draft_can_always_be_saved(keys, on):
    state = pressed(keys, on)
    given_back = {name: value for name, value in state.draft.items() if value != on.night.get(name)}
    journal = new_journal()
    # only what was typed has to fit; what a hand left in the file is somebody else's
    assert journal.record.check(on.night.date, given_back, KNOWN).keys() == given_back.keys()
    assert state.row in ROWS


@given(st.lists(KEYS, max_size=30), ON)
def test_what_is_kept_of_a_form_comes_back_as_it_was(keys, on):
    state = pressed(keys, on)
    back = unpacked(packed(state))
    assert (back.draft, back.usual) == (state.draft, state.usual)
    assert packed(back) == packed(state)


@given(st.lists(KEYS, max_size=30), NIGHTS, st.booleans())
def test_backspace_often_enough_leaves_nothing(keys, night, crashed):
    on = sheet(night=night, own=OWN)
    state = pressed(keys, on)
    if crashed:
        state = unpacked(packed(state))
    back = pressed(["backspace"] * (3 * len(keys) + len(ROWS) + len(on.factors)), on, state)
    assert not back.is_dirty
    assert back.digits == ""


@given(st.lists(KEYS, max_size=30), ON)
def test_in_the_night_no_key_touches_the_evening_rating(keys, on):
    night = sheet(dict(on.night.values), own=OWN, is_awake=True)
    assert "severity" not in pressed(keys, night).draft
