"""Other keys for commands: read as people write them, never two meanings for one key, nobody locked in."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.ui.commands import COMMANDS, Place, named, shared
from stillnight.ui.commands.key_names import key_named, key_shown
from stillnight.ui.commands.keymap import RESERVED, keymap_of, keys_for, remappable, with_keys

IDS = [command.id for command in remappable(COMMANDS)]


def test_the_command_line_can_ask_for_keys_without_a_screen():
    probe = "import sys, stillnight.ui.commands.keymap; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# -- names of keys ----------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [*map(chr, range(33, 127)), "ä", "Ä", "§", "°"])
def test_a_sign_is_named_as_the_screen_library_names_it(sign):
    if sign == ",":
        assert key_named("comma") == _character_to_key(",")
    assert key_named(sign) == _character_to_key(sign)
    assert key_shown(key_named(sign)) == sign
    assert key_named(key_named(sign)) == key_named(sign)


@pytest.mark.parametrize(
    ("written", "name", "shown"),
    [
        ("F5", "f5", "F5"), ("f12", "f12", "F12"), (" Ctrl+L ", "ctrl+l", "Ctrl+L"),
        ("PgUp", "pageup", "PageUp"), ("ESC", "escape", "Esc"), ("Space", "space", "Space"),
        ("J", "J", "J"), ("j", "j", "j"),
    ],
)  # fmt: skip
def test_a_key_is_read_as_people_write_it(written, name, shown):
    assert key_named(written) == name
    assert key_shown(name) == shown


@pytest.mark.parametrize("written", ["", " ", "F13", "F0", "ctrl", "ctrl+", "alt+x", "jj", "\t", "enter me"])
def test_what_is_no_key_has_no_name(written):
    assert key_named(written) == ""


# -- what is taken ----------------------------------------------------------------------------------


def test_a_command_gets_the_keys_it_is_given_and_shows_the_first():
    keymap, problems = keymap_of({"lights_out": "F5, ctrl+l"}, COMMANDS)
    assert (keymap, problems) == ({"lights_out": "f5,ctrl+l"}, [])
    command = with_keys(named("lights_out"), keymap)
    assert (command.keys, command.shown) == ("f5,ctrl+l", "F5")
    assert with_keys(named("help"), keymap) is named("help")


@pytest.mark.parametrize(
    ("id", "typed", "keys"),
    [
        ("save", "F2", "f2,enter,ctrl+j"),
        ("help", "F2", "f2,question_mark,f1"),
        ("quit", "F10", "f10,ctrl+q"),
        ("leave", "F3", "f3,escape"),
        ("usual", "F6", "f6,u"),
        ("left", "b", "b,left"),
        ("tonight", "b", "b"),
    ],
)
def test_keys_that_must_always_work_stay_with_their_command(id, typed, keys):
    assert keymap_of({id: typed}, COMMANDS)[0] == {id: keys}


@pytest.mark.parametrize(
    ("id", "typed", "says"),
    [
        ("lights_out", "enter", "Enter keeps its meaning everywhere"),
        ("lights_out", "5", "5 keeps its meaning"),
        ("lights_out", "x", "x keeps its meaning"),
        ("lights_out", "!", "! keeps its meaning"),
        ("lights_out", "Ctrl+C", "Ctrl\\+C keeps its meaning"),
        ("tonight", "x", "x keeps its meaning"),
        ("lights_out", "z", "z is an answer in the form or a key of the pane"),
        ("help", "-", "- is an answer in the form"),
        ("save", "b", "b is an answer in the form"),
        ("add_factor", "g", "g moves the cursor in lists"),
        ("close", "PageUp", "PageUp moves the cursor in lists"),
        ("lights_out", "F13", "F1 to F12"),
        ("lights_out", "", "F1 to F12"),
        ("lights_out", "F5,", "F1 to F12"),
        ("lights_out", "J", "J is month after \\(next_month\\)"),
        ("lights_out", "U", "U is undo \\(undo\\)"),
        ("tonight", "s", "s is go to date \\(go_to\\)"),
        ("tonight", "U", "U is undo \\(undo\\)"),
    ],
)
def test_a_key_that_cannot_be_had_is_refused_with_the_reason(id, typed, says):
    with pytest.raises(FieldError, match=says) as caught:
        keys_for(id, typed, {}, COMMANDS)
    assert caught.value.field == f"keys.{id}"
    keymap, problems = keymap_of({id: typed}, COMMANDS)
    assert keymap == {}
    assert [str(one) for one in problems] == [str(caught.value)]


def test_a_key_of_another_pane_is_free():
    assert keys_for("snooze", "t", {}, COMMANDS) == "t"
    assert keys_for("tonight", "z", {}, COMMANDS) == "z"


@pytest.mark.parametrize("id", ["", "lightsout", "rate", "days", "Save"])
def test_an_unknown_command_is_named(id):
    with pytest.raises(UnknownName, match="stillnight set keys lists them"):
        keys_for(id, "F5", {}, COMMANDS)
    assert keymap_of({id: "F5", "save": "F2"}, COMMANDS)[0] == {"save": "f2,enter,ctrl+j"}


def test_two_commands_may_change_places():
    keymap, problems = keymap_of({"lights_out": "T", "to_check": "L"}, COMMANDS)
    assert (keymap, problems) == ({"lights_out": "T", "to_check": "L"}, [])
    assert keys_for("to_check", "L", {"lights_out": "T"}, COMMANDS) == "L"


def test_of_two_that_want_one_key_the_first_has_it():
    keymap, problems = keymap_of({"lights_out": "F5", "to_check": "F5"}, COMMANDS)
    assert keymap == {"lights_out": "f5"}
    assert [one.field for one in problems] == ["keys.to_check"]


def test_who_gets_the_usual_key_back_finds_it_free():
    # to_check cannot have U, so it keeps T, so lights_out cannot have T
    keymap, problems = keymap_of({"lights_out": "T", "to_check": "U"}, COMMANDS)
    assert keymap == {}
    assert len(problems) == 2


def test_what_is_kept_reads_back_the_same():
    kept = keys_for("lights_out", "f5,ctrl+l , comma", {}, COMMANDS)
    assert kept == "F5, Ctrl+L, comma"
    assert keymap_of({"lights_out": kept}, COMMANDS) == ({"lights_out": "f5,ctrl+l,comma"}, [])


TOGETHER = [{place, *shared(place)} for place in Place] + [
    {Place.EVERYWHERE, Place.HOME}, {Place.EVERYWHERE, Place.PAGE}
]  # fmt: skip
"""Places whose commands can be given at the same time."""

SOME_KEYS = st.sampled_from(
    ["F2", "F3", "T", "L", "U", "b", "t", "s", "Enter", "!", "?", "5", "x", "[", "nonsense"]
)


@given(
    st.dictionaries(
        st.sampled_from(IDS), st.lists(SOME_KEYS, min_size=1, max_size=3).map(",".join), max_size=8
    )
)
def test_whatever_is_written_a_key_means_one_thing_and_nobody_is_locked_in(written):
    keymap, problems = keymap_of(written, COMMANDS)
    assert len(keymap) + len(problems) == len(written)
    assert all(isinstance(one, BadInput) for one in problems)
    worn = [with_keys(command, keymap) for command in COMMANDS]
    for places in TOGETHER:
        there = Counter(
            key for one in worn if one.place in places for key in filter(None, one.keys.split(","))
        )
        assert [key for key, times in there.items() if times > 1] == []
    for before, after in zip(COMMANDS, worn, strict=True):
        assert set(before.keys.split(",")) & RESERVED <= set(after.keys.split(","))
        assert bool(before.keys) == bool(after.keys)
