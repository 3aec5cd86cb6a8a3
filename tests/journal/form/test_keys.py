"""The form by its keys, on Thursday 19 November 2026 in Berlin."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.form.keyboard import SHOWN, sheet, typed

from stillnight.domain.factor import Factor, Kind
from stillnight.journal.form.keys import press, saved, with_note
from stillnight.journal.form.state import ROWS, FormState, Row

EVENING = "2026-11-19T"
OWN_ROOM = Factor("room", "room", "?", Kind.AMOUNT, "g", "°C", least=10, most=40, usual=20)
OWN_PAIN = Factor("worry", "worry", "?", Kind.RATING, "j", "", most=10, usual=None)


def draft(keys: str, on=None) -> dict:
    return dict(typed(keys, on).draft)


@pytest.mark.parametrize(
    ("keys", "found", "row"),
    [
        ("6", {"severity": 6}, Row.ONSET),
        ("x", {"severity": 10}, Row.ONSET),
        ("0", {"severity": 0, "onset": "none"}, Row.TODAY),
        ("6 <up> 7", {"severity": 7}, Row.ONSET),
        ("0 <up><up> 7", {"severity": 7}, Row.ONSET),
        ("6 .", {"severity": 6, "onset": f"{EVENING}21:45+01:00"}, Row.TODAY),
        ("6 -", {"severity": 6, "onset": "not_yet"}, Row.TODAY),
        ("6 *", {"severity": 6, "onset": "all_day"}, Row.TODAY),
        ("6 2130", {"severity": 6, "onset": f"{EVENING}21:30+01:00"}, Row.TODAY),
        ("6 0130", {"severity": 6, "onset": "2026-11-20T01:30+01:00"}, Row.TODAY),
        ("6 21 <backspace> 045", {"severity": 6, "onset": f"{EVENING}20:45+01:00"}, Row.TODAY),
        ("6 2575", {"severity": 6}, Row.ONSET),
        ("6 2575 2130", {"severity": 6, "onset": f"{EVENING}21:30+01:00"}, Row.TODAY),
        ("6 213", {"severity": 6}, Row.ONSET),
    ],
)
def test_urge_and_onset(keys, found, row):
    state = typed(keys)
    assert (dict(state.draft), state.row) == (found, row)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("6 2575", "25:75 is no time of this night: four digits, 0000 to 2359"),
        ("6 2460", "24:60 is no time of this night"),
        ("0 <up> 2130", "an urge of 0 has no time of onset"),
        ("0 <up> -", "an urge of 0 has no time of onset"),
        ("6 x", "a number belongs to Urge, First at, or a letter of Today"),
        (".", ". answers First at"),
        ("<down><down> 5", "a number belongs to Urge"),
        ("<down><down> *", "* answers First at"),
        ("@", "@ follows a factor that was answered"),
        ("c0 @", "@ follows a factor that was answered"),
        ("cc @", "@ follows a factor that was answered"),
        ("c @", "when last? four digits"),
        ("c @ x", "a time has four digits"),
        ("c @ 2575", "25:75 is no time of this night"),
        ("c 21", "caffeine takes 0 to 20 servings"),
        ("c 1 . . ", "caffeine takes 0 to 20 servings"),
        ("y 2", "antihist. takes yes or no: y again for no"),
        ("s", "stress: 0 to 10"),
        ("s .", "stress takes 0 to 10"),
        ("w z", "z is none of these words; Enter is done"),
        ("w 5", "5 is none of these words"),
    ],
)
def test_a_wrong_key_is_answered_on_the_spot(keys, says):
    assert says in typed(keys).message


@pytest.mark.parametrize(
    "keys", ["6 2575", "@", "c21", "y2", "sy2", "s.", "w5", "c@x", "c@2575", "5 <down> 5"]
)
def test_a_key_that_is_refused_is_told_from_one_that_asks_for_more(keys):
    state = typed(keys)
    assert (state.is_refused, bool(state.message)) == (True, True)
    assert typed("<down>", state=state).is_refused is False


@pytest.mark.parametrize("keys", ["s", "c@", "c2@1", "6 21", "s @ 7", "g1"])
def test_a_key_that_asks_for_more_is_not_refused(keys):
    assert typed(keys, sheet(own=[OWN_ROOM])).is_refused is False


def test_a_time_that_the_clocks_skip_is_refused_and_said():
    spring = sheet(night=date(2026, 3, 28))
    state = typed("6 0230", spring)
    assert state.message == "02:30 is no time of this night: the clocks skip it"
    assert dict(state.draft) == {"severity": 6}
    assert draft("6 0330", spring)["onset"] == "2026-03-29T03:30+02:00"


def test_the_same_as_last_time_is_refused_where_the_clocks_skip_it():
    state = typed("6 .", sheet(night=date(2026, 3, 28), last="2026-03-02T02:30"))
    assert "the clocks skip this one" in state.message
    assert "onset" not in state.draft


def test_a_time_that_happens_twice_is_the_first():
    autumn = sheet(night=date(2026, 10, 24))
    assert draft("6 0230", autumn)["onset"] == "2026-10-25T02:30+02:00"


def test_without_an_earlier_night_there_is_nothing_to_repeat():
    state = typed("6 .", sheet(last=None))
    assert "no earlier time to repeat: type four digits" in state.message
    assert state.row is Row.ONSET


def test_a_slip_to_zero_gives_the_saved_onset_back():
    on = sheet({"severity": 6, "onset": f"{EVENING}21:30+01:00"})
    assert draft("0 <up><up> 6", on) == {}
    assert draft("0 <up><up> <backspace>", on) == {"severity": None}


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("c", {"f.caffeine": 2}),
        ("cc", {"f.caffeine": False}),
        ("ccc", {}),
        ("cccc", {"f.caffeine": 2}),
        ("y", {"f.antihistamine": True}),
        ("yy", {"f.antihistamine": False}),
        ("yyy", {}),
        ("s", {}),
        ("s7", {"f.stress": 7}),
        ("s78", {"f.stress": 8}),
        ("sx", {"f.stress": 10}),
        ("ss", {"f.stress": False}),
        ("sss", {}),
        ("s7s", {"f.stress": False}),
        ("c3", {"f.caffeine": 3}),
        ("c12", {"f.caffeine": 12}),
        ("c0", {"f.caffeine": 0}),
        ("c21", {"f.caffeine": 2}),
        ("cx", {"f.caffeine": 10}),
        ("c1.5", {"f.caffeine": 1.5}),
        ("c.5", {"f.caffeine": 0.5}),
        ("c2.", {"f.caffeine": 2}),
        ("c1..5", {"f.caffeine": 1.5}),
        ("c3a", {"f.caffeine": 3, "f.alcohol": 1}),
        ("c e 45", {"f.caffeine": 2, "f.exercise": 45}),
        ("c 3 <down> 4", {"f.caffeine": 3}),
    ],
)
def test_a_factor_is_yes_no_or_not_asked(keys, found):
    assert draft(keys) == found


@pytest.mark.parametrize(
    ("usual", "amount"), [({"caffeine": 3.5}, 3.5), ({"caffeine": 99}, 2), ({"caffeine": -1}, 2), ({}, 2)]
)
def test_yes_is_the_usual_amount_as_far_as_it_can_be_meant(usual, amount):
    assert draft("c", sheet(usual_amounts=usual)) == {"f.caffeine": amount}


def test_a_rating_is_never_taken_for_granted():
    assert draft("s", sheet(usual_amounts={"stress": 6})) == {}


def test_an_amount_that_begins_below_its_least_can_be_typed():
    on = sheet(own=[OWN_ROOM])
    assert draft("g18", on) == {"f.room": 18}
    assert draft("g5", on) == {"f.room": 20}
    assert typed("g5", on).message == "room takes 10 to 40 °C"


def test_an_amount_that_has_no_usual_one_waits_for_its_digits():
    waiting = Factor("room", "room", "?", Kind.AMOUNT, "g", "°C", least=10, most=40, usual=None)
    on = sheet(own=[waiting])
    assert draft("g", on) == {}
    assert draft("g18", on) == {"f.room": 18}
    assert draft("gg", on) == {"f.room": False}


def test_an_own_rating_works_like_stress():
    assert draft("j4 j", sheet(own=[OWN_PAIN])) == {"f.worry": False}


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("c@1530", {"f.caffeine": 2, "f.caffeine.at": f"{EVENING}15:30+01:00"}),
        ("c3@1530", {"f.caffeine": 3, "f.caffeine.at": f"{EVENING}15:30+01:00"}),
        ("c@0900", {"f.caffeine": 2, "f.caffeine.at": f"{EVENING}09:00+01:00"}),
        ("c@0130", {"f.caffeine": 2, "f.caffeine.at": "2026-11-20T01:30+01:00"}),
        ("s7@2000", {"f.stress": 7, "f.stress.at": f"{EVENING}20:00+01:00"}),
        ("c@2575 1530", {"f.caffeine": 2, "f.caffeine.at": f"{EVENING}15:30+01:00"}),
        ("c@15<backspace><backspace>0900", {"f.caffeine": 2, "f.caffeine.at": f"{EVENING}09:00+01:00"}),
        ("c@<backspace>4", {"f.caffeine": 4}),
        ("c@15 a", {"f.caffeine": 2, "f.alcohol": 1}),
        ("c@1530 c", {"f.caffeine": False}),
        ("c@1530 cc", {}),
        ("c@1530 <backspace>", {}),
    ],
)
def test_when_it_was_last_taken_is_of_that_day(keys, found):
    assert draft(keys) == found


def test_a_no_takes_what_is_saved_about_the_yes_with_it():
    on = sheet({"f.sitting": 9, "f.sitting.longest_min": 120, "f.caffeine": 1, "f.caffeine.at": "x"})
    assert draft("t", on) == {"f.sitting": False, "f.sitting.longest_min": None}
    assert draft("tt", on) == {"f.sitting": None, "f.sitting.longest_min": None}


def test_n_is_no_to_what_is_not_answered_and_nothing_else():
    on = sheet({"f.alcohol": 2, "f.exercise": False})
    assert draft("c s7 n", on) == {
        "f.caffeine": 2, "f.stress": 7, "f.sitting": False, "f.antihistamine": False,
    }  # fmt: skip


def test_n_says_nothing_of_a_factor_that_has_no_letter_to_say_yes_with():
    without = Factor("glare", "glare", "?", Kind.YES_NO)
    assert "f.glare" not in draft("n", sheet(own=[without]))


def test_n_answers_a_rating_that_still_waits():
    assert draft("sn")["f.stress"] is False


@pytest.mark.parametrize(
    ("taken", "keys", "usual"),
    [(False, "u", True), (False, "uu", None), (False, "uuu", True), (True, "u", False), (True, "uu", None)],
)
def test_u_notes_the_usual_medicines_and_takes_that_back(taken, keys, usual):
    state = typed(keys, sheet(usual_taken=taken))
    assert (state.usual, state.row, state.is_dirty) == (usual, Row.MEDICINES, usual is not None)


def test_u_without_usual_medicines_says_how_to_get_there():
    state = typed("u", sheet(medicines=()))
    assert "no usual medicines yet" in state.message
    assert not state.is_dirty


@pytest.mark.parametrize(
    ("keys", "found", "row"),
    [
        ("w c t <enter>", {"parts": ["calves", "thighs"]}, Row.WHERE),
        ("w t c c <enter>", {"parts": ["thighs"]}, Row.WHERE),
        ("w c c", {}, Row.WHERE),
        ("w a o", {"parts": ["arms"], "side": "both"}, Row.WHERE),
        ("w l r", {"side": "right"}, Row.WHERE),
        ("w l l", {}, Row.WHERE),
        ("w c x <backspace>", {}, Row.WHERE),
        ("w c <escape> c", {"parts": ["calves"], "f.caffeine": 2}, Row.TODAY),
        ("w c <down> c", {"parts": ["calves"], "f.caffeine": 2}, Row.TODAY),
        ("f c u", {"sensations": ["crawling", "urge_only"]}, Row.FEELS),
        ("f u c <enter> u", {"sensations": ["crawling", "urge_only"]}, Row.MEDICINES),
        ("f o", {}, Row.FEELS),
    ],
)
def test_the_pickers_take_letters_until_they_are_closed(keys, found, row):
    state = typed(keys)
    assert (dict(state.draft), state.row) == (found, row)


def test_what_a_hand_left_in_the_file_can_be_picked_over():
    on = sheet({"parts": ["calves", ["hips"], 5], "sensations": "burning"})
    assert draft("w t <enter> f b", on) == {"parts": ["calves", "thighs"], "sensations": ["burning"]}


@pytest.mark.parametrize(
    ("keys", "found", "row"),
    [
        ("<backspace>", {}, Row.URGE),
        ("6 <backspace>", {}, Row.URGE),
        ("6 . <backspace>", {"severity": 6}, Row.ONSET),
        ("6 . <backspace><backspace>", {}, Row.URGE),
        ("0 <backspace>", {}, Row.URGE),
        ("6 - c s7 <backspace>", {"severity": 6, "onset": "not_yet", "f.caffeine": 2}, Row.TODAY),
        ("6 c s7 <backspace><backspace>", {"severity": 6}, Row.TODAY),
        ("6 c s7 <backspace><backspace><backspace>", {"severity": 6}, Row.ONSET),
        ("n <backspace>", {f"f.{one.slug}": False for one in SHOWN[:-1]}, Row.TODAY),
        ("c cc <backspace>", {}, Row.ONSET),
        ("s <backspace>", {}, Row.TODAY),
        ("w c l <enter><down><backspace>", {}, Row.WHERE),
        ("f b <enter><down><backspace>", {}, Row.FEELS),
        ("u <down><backspace>", {}, Row.MEDICINES),
        ("o <backspace>", {}, Row.MEDICINES),
        ("u <backspace>", {}, Row.MEDICINES),
        ("w c l <enter><backspace>", {}, Row.WHERE),
        ("w c <enter><backspace><backspace>", {}, Row.TODAY),
        ("u c <backspace><backspace><backspace><backspace>", {}, Row.MEDICINES),
        ("c <up><up><backspace>", {}, Row.TODAY),
    ],
)  # fmt: skip
def test_backspace_goes_back_and_clears(keys, found, row):
    state = typed(keys)
    assert (dict(state.draft), state.row, state.usual) == (found, row, None)


def test_backspace_clears_what_is_saved():
    on = sheet({"severity": 0, "onset": "none", "parts": ["calves"], "side": "left"}, usual_taken=True)
    assert draft("<backspace>", on) == {"severity": None, "onset": None}
    assert draft("<down><down><down><down><backspace>", on) == {"parts": None, "side": None}
    assert typed("o <backspace>", on).usual is False
    assert typed("o <backspace><backspace>", on).row is Row.FEELS


def test_backspace_passes_over_a_factor_that_is_no_longer_asked():
    state = typed("c", sheet())
    without = sheet()
    without = type(without)(without.night, without.frame, SHOWN[1:], medicines=("iron",))
    assert dict(typed("<backspace>", without, state).draft) == {}
    answered = press(state, without, "3")
    assert answered is not None
    assert "a number belongs to" in answered.message


def test_up_and_down_walk_the_rows_and_stop_at_both_ends():
    seen = [typed("<down>" * times).row for times in range(len(ROWS) + 1)]
    assert seen == [*ROWS, ROWS[-1]]
    assert typed("<down><down><up><up><up>").row is Row.URGE


def test_moving_away_forgets_half_typed_digits():
    assert typed("6 21 <down>").digits == ""
    assert typed("6 213").is_half_typed
    assert typed("c @ 21").is_half_typed
    assert not typed("c 21").is_half_typed


def test_o_goes_to_the_note_and_the_note_is_kept_without_its_edges():
    state = typed("o")
    assert state.row is Row.NOTE
    state = with_note(state, sheet(), "  a long day \n")
    assert dict(state.draft) == {"note": "a long day"}
    assert dict(with_note(state, sheet(), "  ").draft) == {}
    assert dict(with_note(state, sheet({"note": "x"}), "").draft) == {"note": None}


@pytest.mark.parametrize("key", ["", "b", "z", "é", "enter", "escape", "tab", "A", "!", ".-", "²", "10"])
def test_a_key_that_means_nothing_is_left_to_others(key):
    assert press(FormState(), sheet(), key) is None
    assert press(FormState(row=Row.ONSET), sheet(), key) is None


def test_back_to_what_is_saved_is_no_change():
    on = sheet({"severity": 6, "f.alcohol": False, "f.caffeine": 0})
    assert draft("5 <up> 6", on) == {}
    assert draft("a", on) == {"f.alcohol": None}
    assert draft("a a a", on) == {}
    assert draft("c", on) == {"f.caffeine": False}


def test_in_the_night_a_digit_is_an_episode_and_the_evening_stays():
    on = sheet({"severity": 6}, is_awake=True)
    state = typed("8", on)
    assert (state.awake, dict(state.draft), state.row) == (8, {}, Row.URGE)
    assert typed("x", on).awake == 10
    assert typed("8 c", on).awake is None
    assert dict(typed("<backspace>", on).draft) == {}


def test_after_saving_the_cursor_stays_and_nothing_is_left():
    state = saved(typed("6 . c u"))
    assert (state.is_dirty, state.row, state.touched) == (False, Row.MEDICINES, ("caffeine",))


# -- after a very bad night -----------------------------------------------------------------------------


def brief():
    return sheet(is_brief=True)


@pytest.mark.parametrize("keys", ["", "6", "6 <backspace>", "6 <backspace> 7"])
def test_after_a_very_bad_night_the_rating_is_all_that_is_asked(keys):
    on = brief()
    assert typed(keys, on).is_brief(on)


@pytest.mark.parametrize("key", ["<down>", "<up>", "c", "n", "u", "w", "o", ".", "-", "2", "s"])
def test_any_other_key_shows_the_rest_and_does_what_it_does(key):
    on = brief()
    state = typed(f"6 {key}", on)
    assert not state.is_brief(on)
    plain = typed(f"6 {key}")
    if key not in ("<down>", "<up>"):
        assert (state.draft, state.row, state.digits) == (plain.draft, plain.row, plain.digits)


def test_an_arrow_only_shows_the_rest():
    assert typed("6 <down>", brief()).row is Row.ONSET
    assert typed("<down>", brief()).row is Row.URGE


def test_an_evening_typed_by_heart_means_the_same_after_a_very_bad_night():
    assert typed("6 2130 c2 s7 n u", brief()).draft == typed("6 2130 c2 s7 n u").draft


def test_once_saved_what_was_shown_stays_shown():
    on = brief()
    assert saved(typed("6", on)).is_brief(on)
    assert not saved(typed("6 c", on)).is_brief(on)
