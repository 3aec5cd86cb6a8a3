"""``stillnight relief`` and ``stillnight awake`` as they are typed, with the lines that answer them."""

from __future__ import annotations

import io
import json
import sys

import pytest
from tests.journal.memory_store import MemoryStore

from stillnight.cli.asked_lines import COLUMNS
from stillnight.cli.main import main
from stillnight.domain.errors import StoreError
from stillnight.domain.ports import NIGHTS

NIGHT = "2026-11-20T03:00+01:00"


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def at_terminal(store, capsys, monkeypatch):
    """Runs a command at a terminal at three in the morning, where these lines are typed."""

    def run(*argv: str, typed: tuple[str, ...] = ()):
        monkeypatch.setenv("STILLNIGHT_NOW", NIGHT)
        keyboard = io.StringIO("".join(f"{line}\n" for line in typed))
        monkeypatch.setattr(keyboard, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stdin", keyboard)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        capsys.readouterr()
        code = main(argv, opener=lambda *_: store)
        said = capsys.readouterr()
        assert argv == ("awake", "7") or max(map(len, said.out.splitlines()), default=0) <= COLUMNS
        return code, said.out, said.err

    return run


def episodes(store) -> list[dict]:
    return [dict(record) for record in store.all("episodes").values()]


def steps_of(sn, name: str) -> int:
    return len(json.loads(sn("relief", name, "--json").out)["steps"])


# -- without a terminal ------------------------------------------------------------------------------


def test_without_a_terminal_the_steps_are_printed_and_nothing_is_written(sn, store):
    answer = sn("relief", "calf-stretch")
    assert (answer.code, answer.err, store.records) == (0, "", {})
    assert answer.out.startswith("Calf stretch at a wall, 4 min.\n")
    assert "Right leg, round 3 of 3." in answer.out
    assert max(map(len, answer.out.splitlines())) <= COLUMNS


def test_who_does_not_want_to_wait_only_reads(at_terminal, sn, store):
    printed = sn("relief", "calf_stretch").out
    assert at_terminal("relief", "calf_stretch", "--no-wait")[1] == printed
    assert store.records == {}


def test_a_tip_means_its_usual_session(sn):
    assert json.loads(sn("relief", "Foot-Massager", "--json").out)["tip"] == "foot_massager"


def test_all_there_is_is_listed_for_people_and_programs(sn):
    rows = json.loads(sn("relief", "--list", "--json").out)
    assert {"calf_stretch", "heat_pad"} <= {row["id"] for row in rows}
    assert all(row["shut_by"] is None and row["seconds"] >= 0 for row in rows)
    said = sn("relief", "--list").out
    assert "calf_stretch, grade" in said
    assert max(map(len, said.splitlines())) <= COLUMNS


def test_one_session_or_the_list(sn):
    answer = sn("relief", "walk", "--list")
    assert (answer.code, answer.out) == (2, "")


def test_what_a_gate_takes_away_is_refused_with_its_reason_and_listed_with_it(sn, at_terminal, store):
    sn("profile", "neuropathy", "yes")
    code, _, err = at_terminal("relief", "heat_pad", typed=("6",))
    assert code == 2
    assert "heat_pad is not for you now, as one of these holds: feet or legs that feel little" in err
    assert "Skin that feels little burns unnoticed" in err
    assert (episodes(store), err.count("\n")) == ([], 1)
    (row,) = (one for one in json.loads(sn("relief", "--list", "--json").out) if one["id"] == "heat_pad")
    assert row["shut_by"] is not None
    assert "not for you now" in " ".join(sn("relief", "--list").out.split())


def test_an_unknown_name_is_told_with_what_is_near(sn):
    answer = sn("relief", "calf_strech")
    assert answer.code == 2
    assert "no relief is called 'calf_strech', did you mean calf_stretch" in answer.err


def test_a_tip_that_nobody_can_be_led_through_says_where_it_stands(sn):
    answer = sn("relief", "support-group")
    assert answer.code == 2
    assert "support_group has no guided session; stillnight tips support_group shows" in answer.err


# -- led -----------------------------------------------------------------------------------------------


def test_enter_leads_through_to_the_end_and_it_is_an_episode(at_terminal, sn, store):
    enters = ("",) * steps_of(sn, "calf_stretch")
    code, out, err = at_terminal("relief", "calf_stretch", typed=("6", *enters, "2"))
    assert (code, err) == (0, "")
    assert episodes(store) == [
        {
            "night": "2026-11-19", "at": NIGHT, "severity": 6, "relief": "calf_stretch", "minutes": 0,
            "completed": False, "after": 2,
        }
    ]  # fmt: skip
    assert out.endswith("> Noted.\n")
    assert "03:00" not in out


def test_an_urge_that_is_not_rated_is_not_asked_for_again(at_terminal, sn, store):
    enters = ("",) * steps_of(sn, "calf_stretch")
    code, out, _ = at_terminal("relief", "calf_stretch", typed=("", *enters))
    assert (code, episodes(store)) == (0, [])
    assert "And the urge now?" not in out
    (session,) = store.all("sessions").values()
    assert (session["relief"], session["completed"]) == ("calf_stretch", False)


def test_stopped_early_is_kept_as_that_and_the_urge_may_be_skipped(at_terminal, store):
    code, out, _ = at_terminal("relief", "calf_stretch", typed=("x", "", "s", ""))
    (episode,) = episodes(store)
    assert (code, episode["severity"], episode["completed"]) == (0, 10, False)
    assert "after" not in episode
    assert "Stopped after less than a minute." in out


def test_where_the_lines_end_it_is_stopped(at_terminal, store):
    code, out, _ = at_terminal("relief", "calf_stretch", typed=("6",))
    assert (code, episodes(store)[0]["completed"]) == (0, False)
    assert "Stopped" in out


def test_a_slip_at_the_urge_is_asked_again(at_terminal, store):
    at_terminal("relief", "calf_stretch", typed=("11", "six", "6", "s"))
    assert episodes(store)[0]["severity"] == 6


@pytest.mark.parametrize("typed", [(), ("q",), ("6", "q")])
def test_who_leaves_before_it_begins_leaves_nothing(at_terminal, store, typed):
    code, out, _ = at_terminal("relief", typed=typed)
    assert (code, store.records) == (0, {})
    assert out.endswith("Nothing was begun.\n")


def test_without_a_name_the_first_choice_is_enter_and_others_go_by_number(at_terminal, store):
    _, out, _ = at_terminal("relief", typed=("6", "", "s"))
    first = out.split("Enter: ")[1].split("\n")[0].split(",")[0]
    assert f"> {first}" in out.split("q leaves.")[1]
    at_terminal("relief", typed=("6", "2", "s"))
    one, two = (episode["relief"] for episode in episodes(store))
    assert one != two


def test_a_number_that_is_not_there_is_asked_again(at_terminal, store):
    _, out, _ = at_terminal("relief", typed=("6", "99", "0", "q"))
    assert out.count("Enter: ") == 3
    assert store.records == {}


def test_what_cannot_be_written_down_is_done_all_the_same(at_terminal, store, monkeypatch):
    def refuse(*_):
        raise StoreError("the disk is full")

    monkeypatch.setattr(store, "write", refuse)
    code, out, err = at_terminal("relief", "calf_stretch", typed=("6", "", "s"))
    assert (code, err) == (0, "stillnight: the disk is full; this session is not written down\n")
    assert "Round 1 of 3. Hold 30 seconds." in " ".join(out.split())


def test_ctrl_c_stops_it_and_keeps_that(at_terminal, store, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("stillnight.cli.relief.leading.typed_within", interrupt)
    code, out, err = at_terminal("relief", "calf_stretch", typed=("6",))
    assert (code, err, episodes(store)[0]["completed"]) == (130, "", False)
    assert "Stopped" in out
    assert "And the urge now?" not in out


def test_a_terminal_that_is_gone_ends_the_session_and_it_is_kept(at_terminal, store, monkeypatch):
    def gone(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("stillnight.cli.relief.leading.typed_within", gone)
    code, _, err = at_terminal("relief", "calf_stretch", typed=("6",))
    assert (code, err) == (1, "stillnight: the terminal is gone; the session is noted as stopped\n")
    (episode,) = episodes(store)
    assert (episode["completed"], episode["minutes"]) == (False, 0)


def test_the_bell_rings_only_where_it_was_asked_for(at_terminal, monkeypatch):
    from stillnight.cli.relief import leading

    heard = []
    monkeypatch.setattr(leading, "put", heard.append)
    monkeypatch.setattr(leading, "turn", lambda course, *_: _ringing(course))
    at_terminal("relief", "calf_stretch", typed=("6", "", ""))
    assert heard == []
    at_terminal("relief", "calf_stretch", "--bell", typed=("6", "", ""))
    assert heard == ["\a", "\a"]


def test_a_setting_asks_for_the_bell_in_a_session_and_on_waking(at_terminal, monkeypatch):
    from stillnight.cli.relief import leading

    heard = []
    monkeypatch.setattr(leading, "put", heard.append)
    monkeypatch.setattr(leading, "turn", lambda course, *_: _ringing(course))
    at_terminal("set", "bell", "yes")
    at_terminal("relief", "calf_stretch", typed=("6", "", ""))
    assert heard == ["\a", "\a"]
    at_terminal("awake", typed=("6", "1", "", ""))
    assert heard == ["\a"] * 4


def _ringing(course):
    from dataclasses import replace

    return replace(course, rings=True, said=())


def test_more_is_offered_page_by_page_and_enter_stays_the_first(at_terminal, store):
    _, out, _ = at_terminal("relief", typed=("6", "m", "", "s"))
    first = out.split("Enter: ")[1].split(",")[0]
    assert "Enter takes 1, q leaves." in out
    assert first in out.rpartition("q leaves.")[2]


def test_a_programme_that_runs_chooses_the_session_of_its_week(sn, store):
    assert json.loads(sn("relief", "exercise-prog", "--json").out)["id"] == "exercise_prog"
    assert sn("programme", "start", "--days", "mon", "--from", "2026-10-25").code == 0
    assert json.loads(sn("relief", "exercise-prog", "--json").out)["id"] == "exercise_prog_3"
    assert json.loads(sn("relief", "exercise-prog-7", "--json").out)["id"] == "exercise_prog_7"


def test_what_a_trial_tests_says_so_first(at_terminal, store, monkeypatch):
    monkeypatch.setattr("stillnight.cli.relief.beginning.tested_tips", lambda _: {"calf_stretch"})
    assert at_terminal("relief", "calf_stretch", typed=("q",))[1].startswith("Your trial tests this:")
    assert not at_terminal("relief", "walk", typed=("q",))[1].startswith("Your trial")


@pytest.mark.parametrize("command", ["relief", "awake"])
def test_beside_a_red_flag_that_cannot_wait_nothing_is_offered_but_that(at_terminal, sn, store, command):
    sn("flag", "add", "one_leg_swollen")
    code, out, _ = at_terminal(command, typed=("6",))
    assert (code, "Enter: " in out, "(urgent, today)" in out) == (0, False, True)
    assert "That comes first." in out
    # who names a session has chosen, and is told all the same
    _, out, _ = at_terminal("relief", "mindful", typed=("6", "s", ""))
    assert out.index("(urgent, today)") < out.index("Slow breathing")


@pytest.mark.parametrize("name", ["walk", "sit-break", "selfmassage_calf"])
def test_what_is_only_printed_or_refused_tells_the_red_flag_first(sn, name):
    sn("flag", "add", "one_leg_swollen")
    answer = sn("relief", name)
    assert answer.out.startswith("One leg swollen")
    assert answer.code == (2 if name == "selfmassage_calf" else 0)
    assert "red flag" not in sn("relief", name, "--json").out


# -- a long sit ----------------------------------------------------------------------------------------


def test_a_break_that_is_had_is_a_session_and_one_with_an_urge_an_episode(at_terminal, store):
    code, out, err = at_terminal("relief", "sit-break", "--for", "5h", typed=("", "", "7", "3", "s"))
    assert (code, err) == (0, "")
    assert out.startswith("A break every 45 min: 6 breaks in 5 h.\n")
    assert out.endswith("Over. Breaks told: 2, noted as had: 2.\n")
    (session,) = store.all("sessions").values()
    assert (session["relief"], session["completed"]) == ("sit_break", True)
    (episode,) = episodes(store)
    assert (episode["severity"], episode["after"], episode["completed"]) == (7, 3, True)


@pytest.mark.parametrize("typed", [("", "", "s"), ("7", "3", "s")])
def test_a_break_that_cannot_be_written_down_does_not_end_the_sit(at_terminal, store, monkeypatch, typed):
    def refuse(*_):
        raise StoreError("the disk is full")

    monkeypatch.setattr(store, "write", refuse)
    code, out, err = at_terminal("relief", "sit-break", typed=typed)
    assert (code, err) == (0, "stillnight: the disk is full; this break is not written down\n")
    assert "Noted" not in out
    assert "The next one in 45 min." in out
    assert out.endswith("Over. Breaks told: 1, noted as had: 0.\n")


def test_ctrl_c_ends_a_sit_with_what_there_was(at_terminal, store, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("stillnight.cli.relief.sitting_long.typed_within", interrupt)
    code, out, err = at_terminal("relief", "sit-break")
    assert (code, err) == (130, "")
    assert out.endswith("Over. Breaks told: 0, noted as had: 0.\n")


def test_how_often_and_how_long_are_lengths(sn):
    assert sn("relief", "sit-break", "--every", "30m", "--for", "2h").out.startswith(
        "A break every 30 min: 3 breaks in 2 h.\n"
    )
    for argv in (["--every", "2"], ["--for", "soon"], ["--every", "5h"]):
        answer = sn("relief", "sit-break", *argv)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert argv[0].removeprefix("--") in answer.err


def test_only_breaks_from_sitting_are_had_every_so_often(sn):
    answer = sn("relief", "calf-stretch", "--every", "30")
    assert (answer.code, "stillnight relief sit-break" in answer.err) == (2, True)


# -- awake ---------------------------------------------------------------------------------------------


def test_awake_alone_notes_the_urge_at_once_and_leads_on(at_terminal, store):
    code, out, err = at_terminal("awake", typed=("7", "", "", "s", "4"))
    assert (code, err) == (0, "")
    (episode,) = episodes(store)
    assert (episode["severity"], episode["after"], episode["completed"]) == (7, 4, False)
    assert out.index("saved, awake: urge 7") < out.index("Enter: ")
    assert "03:00" not in out
    assert store.all(NIGHTS) == {}


def test_who_wants_no_relief_has_noted_the_urge_all_the_same(at_terminal, store):
    code, out, _ = at_terminal("awake", typed=("7", "q"))
    assert (code, episodes(store)) == (0, [{"night": "2026-11-19", "at": NIGHT, "severity": 7}])
    assert out.endswith("That is noted. Sleep well.\n")


def test_awake_without_an_urge_is_a_bout_that_nobody_rated(at_terminal, store):
    at_terminal("awake", typed=("", "q"))
    assert episodes(store) == [{"night": "2026-11-19", "at": NIGHT}]


def test_awake_and_no_urge_at_all_needs_no_relief(at_terminal, store):
    code, out, _ = at_terminal("awake", typed=("0",))
    assert (code, episodes(store)[0]["severity"]) == (0, 0)
    assert "Enter: " not in out


@pytest.mark.parametrize(("typed", "code"), [((), 0), (("q",), 0)])
def test_who_leaves_before_the_urge_has_noted_nothing(at_terminal, store, typed, code):
    assert at_terminal("awake", typed=typed)[0] == code
    assert store.records == {}


def test_awake_with_an_argument_asks_nothing_on_a_terminal_either(at_terminal, store):
    code, out, _ = at_terminal("awake", "7")
    assert (code, out.endswith("Fri 20 Nov: awake 03:00, urge 7\n")) == (0, True)


def test_awake_without_a_terminal_logs_as_it_always_did(sn, store):
    assert sn("awake").out == "saved 22:40, night of Thu 19 → Fri 20 Nov: awake 22:40\n"
    assert len(episodes(store)) == 1
