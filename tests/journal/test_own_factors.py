"""Letters of the form: each means one thing."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.conftest import FACTORS
from tests.journal.form.keyboard import sheet

from stillnight.domain.factor import Factor, Kind
from stillnight.journal.form.keys import press
from stillnight.journal.form.state import FormState
from stillnight.journal.own_factors import FORM_LETTERS, free_letter, is_letter, lettered, own_factor


def test_every_built_in_factor_has_a_letter_of_its_own_that_the_form_does_not_use():
    keys = [factor.key for factor in FACTORS.values()]
    assert len(set(keys)) == len(keys)
    assert all(is_letter(key) for key in keys)
    assert FORM_LETTERS.isdisjoint(keys)


@pytest.mark.parametrize("letter", ascii_lowercase)
def test_the_form_uses_these_letters_and_no_others(letter):
    bare = sheet()
    without = type(bare)(bare.night, bare.frame, medicines=("iron",))
    assert (press(FormState(), without, letter) is not None) == (letter in FORM_LETTERS)


OWN = st.lists(
    st.builds(
        Factor,
        slug=st.from_regex(r"[a-z0-9_]{1,8}", fullmatch=True).filter(lambda slug: slug not in FACTORS),
        label=st.just("own"),
        question=st.just("?"),
        kind=st.sampled_from(Kind),
        key=st.one_of(st.sampled_from(["", *ascii_lowercase]), st.text(max_size=2)),
        shown=st.booleans(),
    ),
    unique_by=lambda factor: factor.slug,
    max_size=20,
)


@given(OWN)
def test_letters_of_own_factors_never_clash(own):
    keys = [factor.key for factor in lettered(FACTORS.values(), own).values() if factor.key]
    assert len(set(keys)) == len(keys)
    assert all(is_letter(key) for key in keys)


@given(OWN)
def test_nobody_who_is_shown_goes_without_a_letter_while_one_is_free(own):
    found = list(lettered(FACTORS.values(), own).values())
    free = set(ascii_lowercase) - FORM_LETTERS - {factor.key for factor in found}
    assert not free or all(factor.key for factor in found if factor.shown)


@pytest.mark.parametrize(
    ("slug", "taken", "letter"),
    [
        ("gin", "", "g"),
        ("gin", "g", "i"),
        ("2nd", "", "d"),
        ("_x1", "", "a"),
        ("now", "", "a"),
        ("z", ascii_lowercase, ""),
    ],
)
def test_a_free_letter_is_sought_in_the_name_first(slug, taken, letter):
    assert free_letter(slug, taken) == letter


@pytest.mark.parametrize("low", [10**400, -1e308, float("nan")])
def test_a_factor_whose_days_cannot_be_compared_in_numbers_is_none(low):
    spec = {"label": "sugar", "question": "Sugar?", "kind": "amount", "most": 500, "low": 0, "high": 60.5}
    assert own_factor("sugar", spec)
    assert own_factor("sugar", {**spec, "low": low}) is None
