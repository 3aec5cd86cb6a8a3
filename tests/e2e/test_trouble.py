"""What is broken is said in one plain sentence; the program opens, and nothing is overwritten."""

from __future__ import annotations

import os
import re

import pytest
from tests.e2e.machine import PROGRAM, READY, USUAL, quit_by

HARM = {
    "empty": lambda whole: b"",
    "null": lambda whole: b"null",
    "cut off": lambda whole: whole[: len(whole) * 3 // 4],
    "not JSON": lambda whole: b"dear diary, today was fine\n",
}
"""What happens to journals in folders that other programs write."""


LONG_LINES = (240, 24)
"""A window in which the terminal itself breaks no line of ours."""


def sentence(terminal):
    """Everything on the screen in one line, as it is read across line breaks."""
    return re.sub(r"\s+", " ", terminal.text())


def says(text):
    """Does the screen say it, wherever its lines break?"""
    return lambda terminal: text in sentence(terminal)


def is_calm(terminal):
    """Is there no word that only a programmer understands?"""
    return not re.search(r"Traceback|Error:|Exception", terminal.text())


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_journal_is_put_back_and_what_was_found_is_kept(machine, harm):
    machine.run("log", "3", "--night", "2026-11-18", "--note", "kept")
    found = HARM[harm](machine.journal.read_bytes())
    machine.journal.write_bytes(found)
    terminal = machine.open(size=USUAL)
    terminal.wait_for(says("own copy"), says("journal.json was"), "18▂")
    assert is_calm(terminal)
    terminal.press("6", "enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    nights = machine.nights()
    assert (nights["2026-11-18"]["note"], nights["2026-11-19"]["severity"]) == ("kept", 6)
    if len(found) > len(b"null"):
        kept = [path.read_bytes() for path in machine.state.rglob("*") if path.is_file()]
        assert found in kept


def test_a_damaged_journal_of_another_machine_gives_what_is_whole_in_it(machine):
    machine.run("log", "3", "--night", "2026-11-18", "--note", "kept")
    machine.run("log", "8", "--night", "2026-11-19")
    whole = machine.journal.read_bytes()
    other = machine.home / "other.json"
    # in the middle of the second night; how long the tables before it are is no matter here
    torn = whole[: whole.index(b'"20261119":') + 30]
    other.write_bytes(torn)
    terminal = machine.open("--journal", str(other), size=USUAL)
    terminal.wait_for(says("other.json was damaged"), "18▂", "[19 ]")
    assert is_calm(terminal)
    assert quit_by(terminal) == 0
    assert list(machine.nights(other)) == ["2026-11-18"]
    assert torn in [path.read_bytes() for path in machine.state.rglob("*") if path.is_file()]


def test_a_file_that_is_no_journal_is_left_as_it_is(machine):
    diary = machine.home / "diary.txt"
    diary.write_text("dear diary")
    terminal = machine.start("--journal", str(diary), size=LONG_LINES)
    assert terminal.wait_for_end() == 1
    assert terminal.is_restored
    assert f"{diary} is no journal and was left as it is" in sentence(terminal)
    assert is_calm(terminal)
    assert diary.read_text() == "dear diary"


def test_a_journal_that_nobody_could_write_is_refused_in_a_sentence(machine):
    (machine.home / "file").write_text("in the way")
    terminal = machine.start("--journal", str(machine.home / "file/journal.json"), size=LONG_LINES)
    assert terminal.wait_for_end() == 1
    assert sentence(terminal).count("stillnight:") == 1
    assert "or name another file with --journal" in sentence(terminal)
    assert is_calm(terminal)


def test_a_folder_that_is_only_to_be_read_keeps_the_entry_safe_here(machine):
    cloud = machine.home / "cloud"
    journal = cloud / "journal.json"
    cloud.mkdir()
    machine.run("log", "3", "--night", "2026-11-18", "--journal", str(journal))
    before = journal.read_bytes()
    cloud.chmod(0o500)
    try:
        if os.access(cloud, os.W_OK):
            pytest.skip("this user writes into a folder that is only to be read")
        terminal = machine.open("--journal", str(journal), size=USUAL)
        terminal.press("6", "enter")
        terminal.wait_for(says("safe on this machine"))
        assert quit_by(terminal) == 0
    finally:
        cloud.chmod(0o700)
    assert journal.read_bytes() == before
    machine.run("show", "--journal", str(journal))
    assert machine.nights(journal)["2026-11-19"]["severity"] == 6


def test_a_cloud_folder_that_is_gone_is_said_and_its_nights_are_shown(machine):
    cloud, journal = machine.home / "cloud", machine.home / "cloud/journal.json"
    cloud.mkdir()
    machine.run("log", "3", "--night", "2026-11-18", "--journal", str(journal))
    cloud.rename(machine.home / "away")
    terminal = machine.open("--journal", str(journal), size=USUAL)
    terminal.wait_for(says("out of reach"), says("own copy is shown"), "18▂")
    assert is_calm(terminal)
    assert not cloud.exists()


def test_an_entry_is_safe_while_its_folder_is_away_and_goes_in_when_it_is_back(machine):
    cloud, away = machine.home / "cloud", machine.home / "away"
    cloud.mkdir()
    journal = cloud / "journal.json"
    terminal = machine.open("--journal", str(journal), size=USUAL)
    cloud.rename(away)
    terminal.press("6", "enter")
    terminal.wait_for(says("safe on this machine"), "not in the file yet")
    assert is_calm(terminal)
    assert quit_by(terminal) == 0
    assert not cloud.exists()
    away.rename(cloud)
    assert machine.run("show", "--journal", str(journal)).code == 0
    assert machine.nights(journal)["2026-11-19"]["severity"] == 6


def test_the_night_is_red_on_black_and_nothing_else(machine):
    machine.run("log", "9", "--night", "2026-11-17")
    terminal = machine.start("--moment", "night", size=USUAL)
    terminal.wait_for("how strong")
    assert {color for color in terminal.colors() if color != "default" and color[2:] != "0000"} == set()
    terminal.press("esc")
    terminal.wait_for("Awake", lambda it: "22:40" not in it.text())
    assert terminal.colors() - {"default"}
    assert {color for color in terminal.colors() if color != "default" and color[2:] != "0000"} == set()
    terminal.press("7")
    terminal.wait_for("awake, urge 7")
    assert {color for color in terminal.colors() if color != "default" and color[2:] != "0000"} == set()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('theme = "neon"  # so bright', "there is no theme called 'neon'"),
        ('bedtime = "late"', "bedtime: 'late' does not fit"),
        ("theme = ", "settings.toml is not right"),
    ],
)
def test_a_setting_that_does_not_fit_is_said_and_the_file_is_left_alone(machine, line, said):
    machine.config.mkdir(parents=True)
    settings = machine.config / "settings.toml"
    settings.write_text(line)
    terminal = machine.open()
    terminal.wait_for(says(said))
    assert is_calm(terminal)
    assert quit_by(terminal) == 0
    assert settings.read_text() == line


def test_a_broken_theme_of_ones_own_is_said_once_and_word_for_word(machine):
    themes = machine.config / "themes"
    themes.mkdir(parents=True)
    (themes / "mine.toml").write_text('name = "mine"\n')
    terminal = machine.open()
    terminal.wait_for(says("theme mine: it needs a name and a table [colors]"), says("A new journal"))
    assert sentence(terminal).count("theme mine") == 1


def test_a_broken_rule_of_ones_own_is_named_and_ours_still_speak(machine):
    rules = machine.config / "rules"
    rules.mkdir(parents=True)
    (rules / "mine.toml").write_text('[[rule]]\nid = "mine"\nwhen = 3\n')
    machine.run("log", "6")
    terminal = machine.open()
    terminal.wait_for(says("this file is left out"), says("own mine"), says("Iron: was it ever measured?"))
    assert is_calm(terminal)
    assert quit_by(terminal) == 0


@pytest.mark.parametrize("size", [(20, 8), (1, 1), (10, 3)])
def test_a_window_too_small_to_read_still_takes_and_keeps_an_evening(machine, size):
    terminal = machine.start(size=size)
    terminal.wait_for(lambda it: it.is_full_screen)
    terminal.resize(*USUAL)
    terminal.wait_for(READY, "Urge")
    terminal.resize(*size)
    terminal.press("6", "enter")
    terminal.wait_for(lambda it: machine.journal.exists() and bool(machine.nights()))
    assert quit_by(terminal) == 0
    assert machine.nights()["2026-11-19"]["severity"] == 6


def test_without_a_terminal_one_line_says_so(machine):
    for answer in (machine.run(), machine.run("--moment", "night")):
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("\n") == 1
        assert "the screen needs a terminal" in answer.err
    assert not machine.journal.exists()


def test_the_screen_may_be_drawn_while_the_output_goes_into_a_pipe(machine):
    terminal = machine.start(size=USUAL, command=["sh", "-c", '"$@" | cat', "sh", *PROGRAM])
    terminal.wait_for(READY)
    terminal.press("6", "enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    assert machine.nights()["2026-11-19"]["severity"] == 6
