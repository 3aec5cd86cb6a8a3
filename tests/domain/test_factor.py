"""Factors: three states, keys, ranges."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillnight.domain.errors import FieldError
from stillnight.domain.factor import Factor, Kind, amount, check_slug, describe, parse_factors
from stillnight.domain.night import Night

CAFFEINE = Factor("caffeine", "caffeine", "How much?", Kind.AMOUNT, "c", "servings", most=20, usual=2, high=3)
STRESS = Factor("stress", "stress", "How stressful?", Kind.RATING, "s", "of 10", most=10, usual=None)
ILL = Factor("illness", "ill", "Ill today?", Kind.YES_NO)


@pytest.mark.parametrize(
    ("factor", "given_", "kept"),
    [
        (CAFFEINE, 0, 0), (CAFFEINE, 20, 20), (CAFFEINE, 2.5, 2.5), (CAFFEINE, 2.0, 2), (CAFFEINE, "2", 2),
        (CAFFEINE, "2.5", 2.5), (CAFFEINE, "2,5", 2.5), (CAFFEINE, " 3 ", 3), (CAFFEINE, True, True),
        (CAFFEINE, False, False), (CAFFEINE, "yes", True), (CAFFEINE, "no", False), (CAFFEINE, -0.0, 0),
        (STRESS, 0, 0), (STRESS, 10, 10), (STRESS, "7", 7), (STRESS, False, False), (STRESS, "no", False),
        (ILL, True, True), (ILL, False, False), (ILL, 1, True), (ILL, 0, False), (ILL, "1", True),
        (ILL, "0", False), (ILL, "Yes", True), (ILL, "false", False), (ILL, 1.0, True),
    ],
)  # fmt: skip
def test_an_answer_is_kept_as_it_was_meant(factor, given_, kept):
    answer = factor.check(given_)
    assert (answer, type(answer)) == (kept, type(kept))


NEVER = [None, "", " ", "many", "nan", "inf", "-1", "1e1", "1_0", "２", "²", "9" * 5000, "1.2.3", "+2", "0x2",
         -1, -0.1, 10**400, float("nan"), float("inf"), float("-inf"), [2], {}, b"2"]  # fmt: skip


@pytest.mark.parametrize("given_", NEVER)
@pytest.mark.parametrize("factor", [CAFFEINE, STRESS, ILL])
def test_what_cannot_be_meant_is_refused_with_field_value_and_range(factor, given_):
    with pytest.raises(FieldError) as caught:
        factor.check(given_)
    assert caught.value.field == factor.field
    assert caught.value.value is given_
    message = str(caught.value)
    assert message.startswith(f"{factor.field}: ")
    assert message.endswith(f"it takes {factor.range_words}")
    assert len(message) < 200


@pytest.mark.parametrize(
    ("factor", "given_"),
    [(CAFFEINE, 20.5), (CAFFEINE, 21), (CAFFEINE, "21"), (STRESS, 11), (STRESS, True), (STRESS, "yes"),
     (ILL, 0.5), (ILL, 2), (ILL, "2"), (replace(ILL, most=5), 2), (replace(CAFFEINE, least=1), 0)],
)  # fmt: skip
def test_an_answer_beyond_the_range_is_refused(factor, given_):
    with pytest.raises(FieldError):
        factor.check(given_)


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()))
def test_every_answer_is_kept_within_its_range_or_refused(given_):
    try:
        answer = CAFFEINE.check(given_)
    except FieldError:
        return
    assert isinstance(answer, bool) or 0 <= answer <= 20


def test_yes_no_and_not_asked_are_three_different_things():
    night = Night(date=None, values={"f.caffeine": False, "f.alcohol": True})  # type: ignore[arg-type]
    assert [amount(night.get(f"f.{slug}")) for slug in ("caffeine", "alcohol", "stress")] == [0.0, 1.0, None]


@pytest.mark.parametrize(
    ("answer", "number"),
    [
        (2, 2.0),
        (2.5, 2.5),
        (0, 0.0),
        ("2", None),
        ([], None),
        (10**400, None),
        (float("inf"), None),
        (-1e308, None),
    ],
)
def test_an_answer_counts_as_its_amount(answer, number):
    assert amount(answer) == number


def test_the_range_is_said_in_words():
    assert CAFFEINE.range_words == "0 to 20 servings"
    assert replace(CAFFEINE, unit="", least=0.5).range_words == "0.5 to 20"
    assert ILL.range_words == "yes or no (1 or 0)"
    assert STRESS.range_words == "0 to 10"


def test_an_answer_stands_in_the_night_under_its_slug():
    assert CAFFEINE.field == "f.caffeine"


@pytest.mark.parametrize("slug", ["caffeine", "late_meal", "b12", "_", "7"])
def test_a_slug_of_small_letters_digits_and_lines_is_one(slug):
    assert check_slug(slug) == slug


@pytest.mark.parametrize("slug", ["", "Caffeine", "late meal", "late-meal", "café", "a.b", "abc\n", "٣"])
def test_other_signs_make_no_slug(slug):
    with pytest.raises(FieldError, match="small letters, digits and _ only"):
        check_slug(slug)


WORDS = {"label": "x", "question": "x?"}


def test_descriptions_are_read_in_their_order():
    table = {"b": {**WORDS, "kind": "amount", "most": 5, "key": "b"}, "a": {**WORDS, "kind": "yes_no"}}
    factors = parse_factors({"factor": table})
    assert list(factors) == ["b", "a"]
    assert factors["b"] == Factor("b", "x", "x?", Kind.AMOUNT, "b", most=5)
    assert parse_factors({}) == {}


def test_a_rating_reaches_to_ten_and_has_to_be_said():
    rating = describe("legs_warm", {**WORDS, "kind": "rating"})
    assert (rating.least, rating.most, rating.usual) == (0, 10, None)
    assert describe("ill", {**WORDS, "kind": "yes_no"}).usual == 1
    assert describe("mood", {**WORDS, "kind": "rating", "usual": 5}).usual == 5


@pytest.mark.parametrize(
    ("spec", "names"),
    [
        ({**WORDS}, r"tea\.kind: None .*yes_no, amount, rating"),
        ({**WORDS, "kind": "often"}, r"tea\.kind: 'often'"),
        ({**WORDS, "kind": ["yes_no"]}, r"tea\.kind"),
        ({"question": "x?", "kind": "yes_no"}, r"tea\.label: None"),
        ({"label": "x", "question": 3, "kind": "yes_no"}, r"tea\.question: 3"),
        ({**WORDS, "kind": "yes_no", "colour": "red"}, r"tea\.colour: 'red' .*label, question"),
        ({**WORDS, "kind": "yes_no", "slug": "coffee"}, r"tea\.slug"),
    ],
)
def test_a_description_that_does_not_fit_is_refused_by_its_word(spec, names):
    with pytest.raises(FieldError, match=f"^{names}"):
        parse_factors({"factor": {"tea": spec}})


def test_two_factors_cannot_share_a_key():
    table = {"tea": {**WORDS, "kind": "yes_no", "key": "t"}, "toast": {**WORDS, "kind": "yes_no", "key": "t"}}
    with pytest.raises(FieldError, match=r"^toast\.key: 't' .*tea has it$"):
        parse_factors({"factor": table})


def test_factors_without_a_key_do_not_share_one():
    table = {slug: {**WORDS, "kind": "yes_no"} for slug in ("tea", "toast")}
    assert len(parse_factors({"factor": table})) == 2


def test_where_there_is_room_a_name_is_not_cut_short():
    assert Factor("antihistamine", "antihist.", "?", Kind.YES_NO).full_label == "antihistamine"
    assert ILL.full_label == "ill"
