"""What the README promises for the first sixty seconds, key by key and line by line."""

from __future__ import annotations

import shlex

from tests.e2e.machine import USUAL, quit_by


def test_the_table_of_keys_does_what_it_says(machine):
    machine.run("medicine", "add", "iron tablet", "--usual")
    terminal = machine.open(size=USUAL)
    for keys, there in (
        ("6", "[6]"),
        ("2130", "First at  21:30"),
        ("c", "+c caffeine"),
        ("3", "+c caffeine 3"),
        ("s7", "+s stress 7"),
        ("n", "–y antihist."),
        ("u", "+u usual iron tablet"),
        ("L", "lights out. Good night."),
    ):
        terminal.press(keys)
        terminal.wait_for(there)
    assert quit_by(terminal) == 0
    night = machine.nights()["2026-11-19"]
    assert night["lights_out"] == "2026-11-19T22:40+01:00"
    assert (night["severity"], night["f.caffeine"], night["f.stress"]) == (6, 3, 7)
    assert "iron tablet" in machine.run("show").out


def test_a_letter_alone_means_the_usual_amount_and_again_means_no(machine):
    terminal = machine.open(size=USUAL)
    for key, there in (("c", "+c caffeine"), ("c", "–c caffeine"), ("c", "·c caffeine")):
        terminal.press(key)
        terminal.wait_for(there)


def test_a_quiet_evening_is_two_keys(machine):
    terminal = machine.open(size=USUAL)
    terminal.press("0", "enter")
    terminal.wait_for("saved the night", "[19·]")
    assert quit_by(terminal) == 0
    night = machine.nights()["2026-11-19"]
    assert (night["severity"], night["onset"]) == (0, "none")
    assert not [name for name in night if name.startswith("f.")]


def test_the_lines_for_the_shell_work_as_they_stand(machine):
    said = []
    for line in (
        "stillnight log 6 --onset 21:30 +caffeine=3 +stress=7 -alcohol",
        "stillnight awake 7              # awake again in the night",
        "stillnight show --last 7        # what was logged",
        "stillnight suggest              # what is worth checking, with grades and sources",
        "stillnight lab add ferritin 42 --date 2026-11-02",
    ):
        done = machine.run(*shlex.split(line, comments=True)[1:])
        assert (done.code, done.err) in (
            (0, ""),
            (0, f"stillnight: A new journal was begun: {machine.journal}\n"),
        )
        said.append(done.out)
    assert "21:30" in said[0]
    assert "worst 7" in said[2]
    assert "Iron: was it ever measured?" in said[3]
    assert "42" in said[4]


def test_what_the_shell_logged_is_what_the_screen_shows(machine):
    machine.run("log", "6", "--onset", "21:30", "+caffeine=3", "+stress=7", "-alcohol")
    machine.run("awake", "8")
    terminal = machine.open(size=USUAL)
    terminal.wait_for("[19█]", "[6]", "21:30", "+c caffeine 3", "+s stress 7", "–a alcohol")
    assert quit_by(terminal) == 0


def test_a_journal_in_a_folder_of_ones_own_is_used_from_then_on(machine):
    cloud = machine.home / "Dropbox"
    cloud.mkdir()
    assert machine.run("use", str(cloud / "journal.json")).code == 0
    terminal = machine.open(size=USUAL)
    terminal.press("6", "enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    assert machine.nights(cloud / "journal.json")["2026-11-19"]["severity"] == 6
    assert not machine.journal.exists()
    assert str(cloud / "journal.json") in machine.run("paths").out
