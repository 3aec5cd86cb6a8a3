"""Every field of a night: what it takes and how it refuses."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clocks import BERLIN, LORD_HOWE

from stillnight.domain.clock_rule import NightFrame
from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.factor import DETAILS, Factor, Kind
from stillnight.domain.fields import FIELDS, PARTS, SENSATIONS, read_field, require_some

NIGHT = date(2026, 11, 19)
FRAME = NightFrame(NIGHT, BERLIN)
FACTORS = {
    "caffeine": Factor("caffeine", "caffeine", "How much?", Kind.AMOUNT, most=20, unit="servings"),
    "illness": Factor("illness", "ill", "Ill?", Kind.YES_NO),
}

WHOLE = {
    "severity": (0, 10), "pain": (0, 10), "mood": (0, 10), "disturbed": (0, 10), "quality": (1, 5),
    "rested": (1, 5), "rest_latency_min": (0, 240), "sol_min": (0, 600), "nwak": (0, 50),
    "waso_min": (0, 900), "tasafa_min": (0, 480), "f.caffeine.mg": (0, 2000), "f.caffeine.g": (0, 400),
    "f.caffeine.longest_min": (0, 1200),
}  # fmt: skip
CHOICE = {
    "side": ("both", "left", "right", "alternating"),
    "relief_by_moving": ("none", "some", "full"),
    "source": ("import", "hand"),
    "f.caffeine.intensity": ("light", "moderate", "hard"),
}
SEVERAL = {"parts": PARTS, "sensations": SENSATIONS}
NIGHT_TIMES = ("onset", "lights_out", "final_wake", "out_of_bed")
FORM_TIMES = ("evening_at", "morning_at")
DAY_TIMES = ("f.caffeine.at", "f.caffeine.end")
TIMES = NIGHT_TIMES + FORM_TIMES + DAY_TIMES
OTHER = ("kicks_seen", "note")
ALL = (*WHOLE, *CHOICE, *SEVERAL, *TIMES, *OTHER)


def read(name, value, frame=FRAME):
    return read_field(name, value, frame, FACTORS)


def refusal(name, value, frame=FRAME) -> str:
    with pytest.raises(FieldError) as caught:
        read(name, value, frame)
    assert caught.value.field == name
    assert caught.value.allowed in str(caught.value)
    assert str(caught.value).startswith(f"{name}: ")
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300
    return str(caught.value)


def test_no_field_and_no_detail_is_left_out_of_these_tests():
    assert {name for name in ALL if not name.startswith("f.")} == set(FIELDS)
    assert {name.rpartition(".")[2] for name in ALL if name.startswith("f.")} == set(DETAILS)


@pytest.mark.parametrize("name", [*FIELDS, "f.caffeine", *(f"f.caffeine.{detail}" for detail in DETAILS)])
def test_not_asked_stays_not_asked(name):
    assert read(name, None) is None


@pytest.mark.parametrize(("name", "ends"), WHOLE.items())
def test_a_number_is_taken_from_its_lowest_to_its_highest(name, ends):
    least, most = ends
    for number in (least, most):
        for given_ in (number, str(number), f" {number} ", float(number)):
            answer = read(name, given_)
            assert (answer, type(answer)) == (number, int)


@pytest.mark.parametrize(("name", "ends"), WHOLE.items())
def test_a_number_beyond_its_range_is_refused_with_the_range(name, ends):
    least, most = ends
    for given_ in (least - 1, most + 1, str(most + 1), float(most + 1)):
        message = refusal(name, given_)
        assert f"{given_!r} does not fit" in message
        assert f"a whole number from {least} to {most}" in message


NO_WHOLE = [True, False, "", " ", "six", "-1", "+1", "1.0", "1e0", "1_0", "٣", "²", "9" * 5000, "x x", 1.5,
            float("nan"), float("inf"), float("-inf"), 1e300, 10**5000, -(10**5000), [1], b"1"]  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("given_", NO_WHOLE, ids=range(len(NO_WHOLE)))
def test_another_kind_of_value_is_no_whole_number(name, given_):
    assert "a whole number from" in refusal(name, given_)


@pytest.mark.parametrize("name", [name for name, (_, most) in WHOLE.items() if most == 10])
@pytest.mark.parametrize("typed", ["x", "X", " x "])
def test_x_is_ten_of_ten(name, typed):
    assert read(name, typed) == 10


@pytest.mark.parametrize("name", [name for name, (_, most) in WHOLE.items() if most != 10])
def test_x_is_nothing_where_ten_is_not_the_most(name):
    assert "'x' does not fit" in refusal(name, "x")


@pytest.mark.parametrize(("name", "words"), CHOICE.items())
def test_one_word_of_a_few_is_taken_and_another_refused(name, words):
    assert [read(name, word) for word in words] == list(words)
    for given_ in ("", "never", words[0].upper(), 1, True, [words[0]], {}, float("nan")):
        assert f"one of {', '.join(words)}" in refusal(name, given_)


@pytest.mark.parametrize(("name", "words"), SEVERAL.items())
def test_several_words_are_kept_once_and_in_their_order(name, words):
    assert read(name, [words[2], words[0], words[2]]) == [words[0], words[2]]
    assert read(name, f"{words[2]}, {words[0]}") == [words[0], words[2]]
    assert read(name, words) == list(words)
    assert read(name, []) == []


@pytest.mark.parametrize(("name", "words"), SEVERAL.items())
def test_a_word_that_is_not_of_the_list_is_refused(name, words):
    for given_ in (
        "",
        "tail",
        [words[0], "tail"],
        [words[0], 3],
        [[words[0]]],
        3,
        True,
        {words[0]: 1},
        b"feet",
    ):
        assert f"some of {', '.join(words)}" in refusal(name, given_)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("21:30", "2026-11-19T21:30+01:00"),
        ("2130", "2026-11-19T21:30+01:00"),
        ("12:00", "2026-11-19T12:00+01:00"),
        ("00:00", "2026-11-20T00:00+01:00"),
        ("11:59", "2026-11-20T11:59+01:00"),
        ("2026-11-19T21:30+01:00", "2026-11-19T21:30+01:00"),
        ("2026-11-19T21:30:59+01:00", "2026-11-19T21:30+01:00"),
        ("2026-11-19T21:30Z", "2026-11-19T21:30+00:00"),
        ("2026-11-20T11:59+09:00", "2026-11-20T11:59+09:00"),
    ],
)
@pytest.mark.parametrize("name", NIGHT_TIMES)
def test_a_time_is_kept_as_a_moment_of_the_night(name, typed, kept):
    assert read(name, typed) == kept


NO_TIME = ["", "24:00", "later", "T", "2026-11-19", "2026-11-19T21:30", "2026-02-30T21:30+01:00", 2130, True,
           21.5, float("nan"), ["21:30"], "٢١:٣٠", "9" * 5000, "T" * 5000, "0001-01-01T05:00+14:00",
           "9999-12-31T23:59-11:00"]  # fmt: skip


@pytest.mark.parametrize("name", TIMES)
@pytest.mark.parametrize("given_", NO_TIME, ids=range(len(NO_TIME)))
def test_what_is_no_time_is_refused(name, given_):
    assert "a time " in refusal(name, given_)


@pytest.mark.parametrize(
    "stamp",
    ["2026-11-19T11:59+01:00", "2026-11-20T12:00+01:00", "2025-11-19T21:30+01:00", "2026-11-19T11:59+09:00",
     "0001-01-01T05:00+00:00", "9999-12-31T12:00+00:00"],
)  # fmt: skip
@pytest.mark.parametrize("name", NIGHT_TIMES)
def test_a_moment_of_another_night_is_refused(name, stamp):
    assert "a time in the night of 2026-11-19" in refusal(name, stamp)


@pytest.mark.parametrize("name", FORM_TIMES)
def test_a_form_may_be_saved_on_any_later_day(name):
    assert read(name, "2026-12-24T08:00+01:00") == "2026-12-24T08:00+01:00"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("05:00", "2026-11-19T05:00+01:00"),
        ("9:00", "2026-11-19T09:00+01:00"),
        ("15:30", "2026-11-19T15:30+01:00"),
        ("23:59", "2026-11-19T23:59+01:00"),
        ("04:59", "2026-11-20T04:59+01:00"),
        ("2026-11-19T09:00+01:00", "2026-11-19T09:00+01:00"),
        ("2026-11-20T08:00+01:00", "2026-11-20T08:00+01:00"),
    ],
)
@pytest.mark.parametrize("name", DAY_TIMES)
def test_a_time_of_a_factor_is_of_the_day_before_the_night(name, typed, kept):
    assert read(name, typed) == kept


@pytest.mark.parametrize("stamp", ["2026-11-19T04:59+01:00", "2026-11-20T12:00+01:00"])
@pytest.mark.parametrize("name", DAY_TIMES)
def test_a_time_of_a_factor_on_another_day_is_refused(name, stamp):
    assert "a time in the night of 2026-11-19" in refusal(name, stamp)


@pytest.mark.parametrize("word", ["not_yet", "all_day", "none"])
def test_only_an_onset_can_be_a_word(word):
    assert read("onset", word) == word
    assert "or not_yet, all_day, none" in refusal("onset", 3)
    refusal("lights_out", word)


@pytest.mark.parametrize(
    ("zone", "night", "skipped"),
    [(BERLIN, date(2026, 3, 28), "02:30"), (LORD_HOWE, date(2026, 10, 3), "02:15")],
)
def test_a_time_that_the_clocks_skip_is_refused_by_its_field(zone, night, skipped):
    assert "the clocks skip this one" in refusal("lights_out", skipped, NightFrame(night, zone))


def test_a_time_that_happens_twice_is_the_first_unless_its_offset_says_the_second():
    frame = NightFrame(date(2026, 10, 24), BERLIN)
    assert read("final_wake", "02:30", frame) == "2026-10-25T02:30+02:00"
    assert read("final_wake", "2026-10-25T02:30+01:00", frame) == "2026-10-25T02:30+01:00"


def test_a_time_follows_the_rollover_of_the_journal():
    assert read("onset", "16:00", NightFrame(NIGHT, BERLIN, time(18))) == "2026-11-20T16:00+01:00"


def test_a_note_of_4000_characters_is_kept_and_one_more_refused():
    assert read("note", "ä" * 4000) == "ä" * 4000
    assert read("note", "  two\nlines ") == "two\nlines"
    assert read("note", "") is None
    assert read("note", " \n ") is None
    assert "text of at most 4000 characters" in refusal("note", "x" * 4001)


@pytest.mark.parametrize("given_", [7, True, 1.5, ["x"], {}, b"x"])
def test_a_note_is_text(given_):
    assert "text of at most 4000 characters" in refusal("note", given_)


@pytest.mark.parametrize("broken", ["\udcff", "legs \ud800 quiet"])
def test_a_note_with_a_broken_sign_is_refused_before_it_breaks_a_screen(broken):
    assert "one sign in it is broken" in refusal("note", broken)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [(True, True), (False, False), (1, True), (0, False), ("1", True), ("0", False), ("yes", True),
     ("No", False), (" TRUE ", True), ("false", False)],
)  # fmt: skip
def test_yes_and_no_are_read_as_people_write_them(given_, kept):
    assert read("kicks_seen", given_) is kept


@pytest.mark.parametrize("given_", ["", "maybe", "2", 2, -1, 0.5, float("nan"), [True], {}, "１", 10**400])
def test_what_is_neither_yes_nor_no_is_refused(given_):
    assert refusal("kicks_seen", given_).endswith("it takes yes or no")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("severty", "no field is called 'severty', did you mean severity"),
        ("", "no field is called ''"),
        ("caffeine", "no field is called 'caffeine'"),
        (
            "f.cafeine",
            "no factor is called 'cafeine', did you mean caffeine? (stillnight factor list shows them all)",
        ),
        ("f.", "no factor is called '' (stillnight factor list shows them all)"),
        ("f.caffeine.mgs", "no detail of a factor is called 'mgs', did you mean mg"),
        ("f.caffeine.at.x", "no detail of a factor is called 'at.x'"),
    ],
)
def test_an_unknown_field_is_refused_with_the_nearest_names(name, line):
    with pytest.raises(UnknownName) as caught:
        read(name, 3)
    assert str(caught.value).startswith(line)


def test_a_factor_is_read_by_its_own_kind():
    assert read("f.caffeine", "2") == 2
    assert read("f.illness", "yes") is True
    assert "0 to 20 servings" in refusal("f.caffeine", 21)


def test_an_entry_that_says_nothing_is_refused():
    with pytest.raises(BadInput, match="this entry says nothing: give a severity from 0 to 10"):
        require_some({}, "this entry")
    require_some({"severity": 0}, "this entry")
    assert require_some({"note": None}, "this entry") is None


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)
ZONES = [BERLIN, LORD_HOWE, ZoneInfo("America/New_York")]


@given(name=st.sampled_from([*ALL, "f.caffeine", "f.illness"]), value=ANYTHING)
def test_any_value_is_kept_or_refused_in_one_plain_line(name, value):
    try:
        read(name, value)
    except FieldError as no:
        message = str(no)
    else:
        return
    assert message.startswith(f"{name}: ")
    assert "\n" not in message


@given(
    name=st.sampled_from(NIGHT_TIMES + DAY_TIMES),
    clock=st.times(),
    night=st.dates(date(1970, 1, 2), date(2100, 1, 1)),
    zone=st.sampled_from(ZONES),
)
def test_a_kept_time_is_read_back_as_it_is(name, clock, night, zone):
    frame = NightFrame(night, zone)
    try:
        kept = read(name, f"{clock:%H:%M}", frame)
    except FieldError:
        return
    assert read(name, kept, frame) == kept
