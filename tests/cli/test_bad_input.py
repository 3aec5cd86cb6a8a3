"""Whatever cannot be meant: exit 2, one line that says why, and nothing changed."""

from __future__ import annotations

import copy

import pytest

WRONG = [
    ("log",),
    ("log", "11"),
    ("log", "-1"),
    ("log", "-5"),
    ("log", "six"),
    ("log", "6.5"),
    ("log", ""),
    ("log", "٦"),
    ("log", "6", "7"),
    ("log", "6", "--severity", "7"),
    ("log", "--severity"),
    ("log", "-x"),
    ("log", "--sev", "6"),
    ("log", "--severty", "6"),
    ("log", "6", "--onset", "25:00"),
    ("log", "6", "--onset", "half past nine"),
    ("log", "6", "--onset", "2026-11-21T21:30+01:00"),
    ("log", "6", "--parts", "calves,tail"),
    ("log", "6", "--parts", ""),
    ("log", "6", "--side", "up"),
    ("log", "6", "--pain", "11"),
    ("log", "6", "--pain", "-3"),
    ("log", "6", "--quality", "0"),
    ("log", "6", "--kicks-seen", "maybe"),
    ("log", "6", "--sol-min", "9999"),
    ("log", "6", "--sol-min", "1" * 5000),
    ("log", "6", "--note", "n" * 5000),
    ("log", "6", "--note", "a", "--add-note", "b"),
    ("log", "6", "--night", "soon"),
    ("log", "6", "--night", "2026-02-30"),
    ("log", "6", "--night", ""),
    ("log", "6", "--night", "2026-11-20"),
    ("log", "--night", "9999-12-31", "--future", "--final-wake", "06:00"),
    ("log", "6", "--night", "0026-11-19"),
    ("log", "6", "--night", "19 Nov 0026"),
    ("log", "6", "+nosuch=2"),
    ("log", "6", "+caffeine=lots"),
    ("log", "6", "+caffeine=-1"),
    ("log", "6", "+caffeine=nan"),
    ("log", "6", "+caffeine=1e999"),
    ("log", "6", "+caffeine=2@99:99"),
    ("log", "6", "+caffeine="),
    ("log", "6", "+stress"),
    ("log", "6", "+stress=yes"),
    ("log", "6", "-alcohol=1"),
    ("log", "6", "+caffeine", "-caffeine"),
    ("log", "6", "+caffeine.colour=red"),
    ("log", "6", "-note"),
    ("log", "--clear", "nosuch"),
    ("log", "--clear", ""),
    ("log", "--clear", "pain", "--pain", "3"),
    ("log", "--delete", "6"),
    ("log", "--delete", "--night", "2026-11-01"),
    ("log", "6", "--usual"),
    ("log", "6", "--moment", "noon"),
    ("awake", "11"),
    ("awake", "7", "--at", "23:30"),
    ("awake", "7", "--minutes", "-1"),
    ("awake", "7", "--after", "many"),
    ("awake", "7", "--night", "yesterday"),
    ("awake", "7", "--out-of-bed", "perhaps"),
    ("show", "2026-13-01"),
    ("show", "--last", "0"),
    ("show", "--last", "-1"),
    ("show", "--last", ""),
    ("show", "--month", "2026"),
    ("show", "--all", "--last", "3"),
    ("show", "+caffeine"),
    ("tips", "nosuch"),
    ("tips", "walk", "--now"),
    ("triggers", "--as-of", "once"),
    ("lab", "add"),
    ("lab", "add", "ferritin", "0"),
    ("lab", "add", "ferritin", "nan"),
    ("lab", "add", "iron", "3"),
    ("lab", "add", "ferritin", "42", "--date", "2026-12-24"),
    ("lab", "subtract"),
    ("medicine", "add"),
    ("medicine", "add", "   "),
    ("medicine", "add", "iron", "--class", "metal"),
    ("flag", "add"),
    ("flag", "add", "nosuch"),
    ("flag", "remove", "self_harm"),
    ("profile", "nosuch", "yes"),
    ("profile", "ckd"),
    ("profile", "ckd", "maybe"),
    ("profile", "pregnant_week", "43"),
    ("factor", "add"),
    ("factor", "add", "x"),
    ("factor", "add", "Chocolate"),
    ("factor", "add", "caffeine"),
    ("factor", "add", "chocolate", "--kind", "sometimes"),
    ("factor", "add", "chocolate", "--most", "0", "--kind", "amount"),
    ("factor", "add", "chocolate", "--key", "n"),
    ("factor", "add", "chocolate", "--key", "c"),
    ("factor", "add", "chocolate", "--usual", "inf"),
    ("factor", "show", "nosuch"),
    ("factor", "hide", "caffeine", "--most", "3"),
    ("set", "nosuch", "1"),
    ("set", "bedtime", "25:00"),
    ("set", "week_start", "someday"),
    ("set", "theme", "nosuch"),
    ("set", "rollover", "03:00"),
    ("set", "journal", ""),
    ("use",),
    ("use", ""),
    ("use", "/nowhere/at/all/journal.json"),
    ("import",),
    ("import", "/nowhere.jsonl"),
    ("import", "/"),
    ("export",),
    ("export", "/"),
    ("export", "x.csv", "--format", "csv"),
    ("--journal",),
    ("--journal", "", "log", "6"),
    ("--moment", "noon"),
    ("--nosuch",),
    ("nosuch",),
    ("6",),
    ("due", "now"),
    ("undo", "3"),
    ("paths", "x"),
    ("verify", "--mend"),
]


@pytest.mark.parametrize("argv", WRONG, ids=lambda argv: " ".join(argv)[:60])
def test_it_is_refused_in_one_line_and_changes_nothing(sn, store, home, argv):
    sn("log", "3", "--night", "yesterday")
    before, files = copy.deepcopy(store.records), sorted(home.rglob("*"))
    answer = sn(*argv)
    assert answer.code == 2, answer
    assert answer.out == ""
    assert answer.err.startswith("stillnight: ")
    assert answer.err.count("\n") == 1
    assert len(answer.err) < 600
    assert (store.records, sorted(home.rglob("*"))) == (before, files)


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (("log", "11"), "0 to 10"),
        (("log", "+cafeine=1"), "did you mean caffeine"),
        (("log", "-note", "x"), "--note"),
        (("log", "--severty", "6"), "stillnight log --help"),
        (("log", "6", "--side", "up"), "both, left, right, alternating"),
        (("lgo", "6"), "did you mean log"),
        (("6",), "stillnight log 6"),
        (("lab", "add"), "stillnight lab add ferritin 42"),
        (("set", "nosuch", "1"), "bedtime"),
        (("log", "6", "--usual"), "stillnight medicine add"),
    ],
)
def test_the_line_says_how_to_mend_it(sn, argv, hint):
    assert hint in sn(*argv).err


def test_a_wrong_clock_is_one_line(sn, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", "yesterday")
    answer = sn("log", "6")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "STILLNIGHT_NOW" in answer.err
