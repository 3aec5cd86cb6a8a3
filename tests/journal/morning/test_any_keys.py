"""Whatever is typed: nothing raises, what is stored fits, and there is a way back."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.journal.form.keyboard import NIGHT
from tests.journal.morning.mornings import GUESSES, OFFERS, sheet
from tests.reports.worlds import new_journal

from stillnight.journal.morning.keys import press
from stillnight.journal.morning.measures import doubt, measure_words, missing_words
from stillnight.journal.morning.rows import ROWS, Row
from stillnight.journal.morning.state import opened

KEYS = st.one_of(
    st.sampled_from("0123456789xlsamwbqrdko."),
    st.sampled_from(["backspace", "up", "down", "enter", ""]),
    st.characters(codec="utf-8"),
)
WORDS = st.one_of(st.text(max_size=3), st.integers(-1, 1000), st.booleans(), st.none())
SAVED = st.dictionaries(st.sampled_from(ROWS).map(str), WORDS)
ON = st.builds(
    sheet,
    saved=SAVED,
    guesses=st.sampled_from([{}, GUESSES]),
    offers=st.sampled_from([{}, OFFERS]),
    is_brief=st.booleans(),
    is_confirmed=st.booleans(),
)


def pressed(keys, on, state=None):
    state = state or opened(on)
    for key in keys:
        state = press(state, on, key) or state
    return state


@given(st.lists(KEYS, max_size=30), ON)
def test_no_keys_whatever_raise_and_what_would_be_stored_fits(keys, on):
    state = pressed(keys, on)
    stored = state.stored(on)
    assert new_journal().record.check(NIGHT, stored).keys() == stored.keys()
    assert state.row in ROWS
    night = state.after_saving(on)
    assert isinstance(measure_words(night), list)
    assert isinstance(missing_words(night) + doubt(night, on.episodes), str)


@given(st.lists(KEYS, max_size=30), st.sampled_from([NIGHT, date(2026, 3, 28), date(2026, 10, 24)]))
def test_backspace_often_enough_leaves_nothing_typed(keys, night):
    on = sheet({}, night=night, guesses={}, offers={})
    back = pressed(["backspace"] * (4 * len(keys) + len(ROWS)), on, pressed(keys, on))
    assert not back.is_dirty
    assert back.digits == ""


@given(st.lists(KEYS, max_size=30), ON)
def test_only_rows_of_the_form_are_ever_written(keys, on):
    assert set(pressed(keys, on).stored(on)) <= {row.value for row in Row}
