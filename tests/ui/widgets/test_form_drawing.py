"""How the form looks: every answer can be read, and no line is wider than its pane."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.clocks import BERLIN
from tests.ui.world import seed

from stillnight.domain.clock_rule import NightFrame
from stillnight.domain.factor import Factor, Kind, parse_factors
from stillnight.domain.night import Night
from stillnight.journal.form.keys import press
from stillnight.journal.form.state import FormSheet, FormState, Row
from stillnight.ui.widgets.form_drawing import LABEL, draw

NIGHT = date(2026, 11, 19)
SHOWN = tuple(factor for factor in parse_factors(seed("factors")).values() if factor.shown)
SHEET = FormSheet(
    Night(NIGHT, {}, logged=False),
    NightFrame(NIGHT, BERLIN),
    SHOWN,
    last_onset=datetime(2026, 11, 18, 21, 15, tzinfo=BERLIN),
    medicines=("iron tablet",),
)


def after(*keys: str, sheet: FormSheet = SHEET) -> FormState:
    state = FormState()
    for key in keys:
        state = press(state, sheet, key) or state
    return state


def lines(
    state: FormState | None = None, sheet: FormSheet = SHEET, width: int = 46, focused=True, airy=False
) -> list[str]:
    return draw(state or FormState(), sheet, width, focused, airy).plain.split("\n")


def row(label: str, *args, **kwargs) -> str:
    return next(line for line in lines(*args, **kwargs) if line[1:].startswith(label))[LABEL:].rstrip()


@pytest.mark.parametrize(
    ("key", "drawn"),
    [
        ("0", "[0]1 2 3 4 5 6 7 8 9 x"),
        ("6", "0 1 2 3 4 5[6]7 8 9 x"),
        ("9", "0 1 2 3 4 5 6 7 8[9]x"),
        ("x", "0 1 2 3 4 5 6 7 8 9[x]"),
        ("", "0 1 2 3 4 5 6 7 8 9 x"),
    ],
)
def test_the_rating_stands_in_brackets_and_moves_nothing(key, drawn):
    assert row("Urge", after(key)) == drawn


@pytest.mark.parametrize(
    ("keys", "drawn"),
    [
        (("5",), "·"),
        (("5", "2"), "2_:__"),
        (("5", "2", "1", "3"), "21:3_"),
        (("5", "2", "1", "3", "0"), "21:30"),
        (("5", "."), "21:15"),
        (("5", "-"), "not yet"),
        (("5", "*"), "all day"),
        (("0",), "none"),
    ],
)
def test_the_first_time_is_seen_while_it_is_typed(keys, drawn):
    assert row("First at", after(*keys)) == drawn


def test_what_the_first_time_takes_is_offered_where_there_is_room_and_no_answer():
    assert row("First at", after("5"), width=60).endswith(". same  - not yet  * all day")
    assert "same" not in row("First at", after("5", "-"), width=60)


@pytest.mark.parametrize(
    ("keys", "cell"),
    [
        ((), "·c caffeine"),
        (("c",), "+c caffeine 2"),
        (("c", "3"), "+c caffeine 3"),
        (("c", "c"), "–c caffeine"),
        (("c", "c", "c"), "·c caffeine"),
        (("c", "2", "@", "1", "5", "3", "0"), "+c caffeine 2@15:30"),
        (("c", "2", "@", "1", "5"), "+c caffeine 2@15__"),
        (("s",), "·s stress _"),
        (("s", "7"), "+s stress 7"),
        (("y",), "+y antihist."),
    ],
)
def test_yes_no_and_not_asked_have_three_signs(keys, cell):
    text = " ".join(" ".join(lines(after(*keys))).split())
    assert f"{cell} " in text


def test_chosen_words_are_shown_and_a_picker_marks_them():
    state = after("w", "c", "t", "l")
    text = "\n".join(lines(state))
    assert "+c calves" in text
    assert "·k knees" in text
    assert "+l left" in text
    assert row("Where", press(state, SHEET, "enter")) == "calves thighs · left"
    assert row("Feels", after("f", "u", "enter")) == "urge only"


@pytest.mark.parametrize(("keys", "drawn"), [((), "·u usual iron tablet"), (("u",), "+u usual iron tablet")])
def test_usual_medicines_are_yes_or_open(keys, drawn):
    assert row("Medicines", after(*keys)) == drawn


def test_wide_signs_are_counted_by_their_columns():
    assert row("Note", FormState(draft={"note": "静かな夜" * 20}), width=31) == "静かな夜静かな夜静…"
    factor = replace(SHOWN[0], label="緑茶と紅茶", slug="tea")
    shown = [line for line in lines(sheet=replace(SHEET, factors=(factor, *SHOWN))) if "stress" in line]
    plain = [line for line in lines() if "stress" in line]
    assert cell_len(shown[0].split("·")[0]) == cell_len(plain[0].split("·")[0])


def test_a_note_is_one_line_and_marked_where_it_is_cut():
    sheet = replace(SHEET, night=Night(NIGHT, {"note": "one\ntwo  three"}))
    assert row("Note", sheet=sheet) == "one two three"
    cut = row("Note", sheet=sheet, width=LABEL + 12)
    assert cut.endswith("…")
    assert len(cut) == 12


@pytest.mark.parametrize("here", list(Row))
def test_the_cursor_is_a_sign_at_one_row_and_only_with_the_focus(here):
    state = FormState(row=here)
    assert [line[0] for line in lines(state)].count("▸") == 1
    assert "▸" not in "".join(lines(state, focused=False))


def test_what_is_wrong_stands_in_place_of_what_is_expected():
    state = FormState(message="25:61 is no time of this night")
    assert lines(state)[-2].strip() == "25:61 is no time of this night"
    assert "how strong" not in "\n".join(lines(state))


def test_a_long_message_is_never_cut():
    words = "a number belongs to Urge, First at, or a letter of Today: go there with the arrows"
    for width in (42, 46, 60):
        assert words in " ".join(" ".join(lines(FormState(message=words), width=width)).split())


def test_in_the_night_the_first_row_asks_for_an_episode_and_shows_no_old_rating():
    sheet = replace(SHEET, night=Night(NIGHT, {"severity": 6}), is_awake=True)
    assert row("Awake", sheet=sheet) == "0 1 2 3 4 5 6 7 8 9 x"
    assert "awake? a digit logs it at once" in "\n".join(lines(sheet=sheet))


def test_airy_rows_have_a_line_between_them():
    close, airy = lines(), lines(airy=True)
    assert [line for line in airy if line.strip()] == [line for line in close if line.strip()]
    assert len(airy) == len(close) + 7


def test_without_factors_the_row_says_so():
    assert row("Today", sheet=replace(SHEET, factors=())) == "no factors are shown"


KEYS = st.lists(
    st.sampled_from([*"0123456789xcasetynuwfo.-*@", "up", "down", "enter", "backspace"]), max_size=12
)
NAMES = st.lists(st.text("abc def", min_size=1, max_size=70), max_size=5)


@given(keys=KEYS, width=st.integers(42, 200), names=NAMES, airy=st.booleans())
def test_no_line_is_wider_than_its_pane_whatever_is_typed(keys, width, names, airy):
    own = tuple(
        Factor(f"own{number}", name, name, Kind.AMOUNT, key="bdgh"[number % 4], most=99, usual=7)
        for number, name in enumerate(names)
    )
    sheet = replace(SHEET, factors=SHOWN + own, medicines=tuple(names) or ("iron",))
    drawn = lines(after(*keys, "b", "d", sheet=sheet), sheet, width, airy=airy)
    assert max(map(len, drawn)) <= width
