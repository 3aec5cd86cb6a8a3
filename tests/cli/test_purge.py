"""``purge``: what goes is shown, the night is typed, and then its words stand nowhere; on real files."""

from __future__ import annotations

import json

import pytest

from stillnight.cli.main import main

SECRET = "what nobody should read"


@pytest.fixture
def used(run):
    run("log", "6", "--night", "2026-11-12", "--note", SECRET, at="2026-11-13T20:00+01:00")
    run("awake", "7", at="2026-11-13T03:10+01:00")
    run("log", "2", "--night", "2026-11-13", at="2026-11-14T20:00+01:00")
    run("log", "3", "--night", "2026-11-14", "--note", "a slip of the hand", at="2026-11-15T20:00+01:00")
    run("log", "--delete", "--night", "2026-11-14", at="2026-11-16T20:00+01:00")
    return run


def holding(home) -> list[str]:
    return [path.name for path in home.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


def test_what_goes_is_shown_and_goes_when_the_night_is_typed(used, home):
    code, out, err = used("purge", "2026-11-12", typed="2026-11-12\n")

    assert (code, err) == (0, "")
    assert "2026-11-12  night of Thu 12 → Fri 13 Nov: urge 6, note 'what nobody should read'" in out
    assert "1 episode with it" in out
    assert "not even undo" in out
    assert "Versions that a cloud service keeps by itself are out of reach" in out
    assert "type 2026-11-12 to purge 1 night, 1 episode:" in out
    assert "purged 22:40: 1 night, 1 episode" in out
    assert "nothing logged" in used("show", "2026-11-12")[1]
    assert holding(home) == []


@pytest.mark.parametrize("typed", ["y\n", "yes\n", "\n", "", "2026-11-13\n"])
def test_anything_else_leaves_it(used, home, typed):
    code, out, _ = used("purge", "2026-11-12", typed=typed)

    assert (code, "left as it is" in out) == (0, True)
    assert "urge" in used("show", "2026-11-12")[1].lower()


def test_without_a_night_it_is_everything_that_was_deleted(used, home):
    code, out, _ = used("purge", typed="purge\n")

    assert code == 0
    assert "2026-11-14" in out
    assert "2026-11-12" not in out
    assert "type purge to purge 1 night:" in out
    assert used("purge", "--yes")[1] == "nothing to purge: the bin is empty\n"
    assert "urge" in used("show", "2026-11-12")[1].lower()


def test_what_another_device_writes_while_somebody_is_asked_stays(used, home, monkeypatch):
    def answer(question: str, *_: object) -> bool:
        with monkeypatch.context() as there:
            there.setenv("XDG_STATE_HOME", str(home / "of another device"))
            main(["log", "5", "--night", "2026-11-14"])
        return True

    monkeypatch.setattr("stillnight.cli.commands.purge.is_answered", answer)

    code, _, err = used("purge", typed="purge\n")

    assert (code, "nothing was purged" in err) == (1, True)
    assert json.loads(used("show", "2026-11-14", "--json")[1])["severity"] == 5


def test_where_nobody_can_answer_it_wants_yes(used):
    code, _, err = used("purge", "2026-11-12")
    assert (code, "--yes" in err) == (2, True)
    assert used("purge", "2026-11-12", "--yes")[0] == 0


def test_for_programs(used):
    shape = json.loads(used("purge", "2026-11-12", "--json")[1])
    assert (shape["night"], [one["table"] for one in shape["records"]]) == (
        "2026-11-12",
        ["nights", "episodes"],
    )

    shape = json.loads(used("purge", "2026-11-12", "--json", "--yes")[1])

    assert (shape["purged"], shape["published"], shape["left"]) == (2, True, [])


def test_undo_does_not_bring_it_back_and_still_undoes_the_rest(used):
    used("purge", "2026-11-14", "--yes")

    assert used("undo")[1].startswith("undone: night of 2026-11-13")
    assert "nothing logged" in used("show", "2026-11-14")[1]


def test_it_can_be_logged_anew_and_restored_from_nowhere(used):
    used("purge", "2026-11-12", "--yes")
    used("log", "1", "--night", "2026-11-12", "--note", "anew")

    assert "anew" in used("show", "2026-11-12")[1]
    assert SECRET not in used("show", "2026-11-12", "--history")[1]
    assert SECRET not in used("restore", "1", "--exactly", "--json")[1]


def test_a_file_of_before_brings_it_back_only_by_its_name(used, home):
    copy = home / "before.json"
    copy.write_bytes((home / ".local/share/stillnight/journal.json").read_bytes())
    used("purge", "2026-11-12", "--yes")

    out = used("restore", str(copy), "--yes")[1]
    assert "1 night purged since, not brought back (--night DATE does): 2026-11-12" in out
    assert "nothing logged" in used("show", "2026-11-12")[1]

    used("restore", str(copy), "--night", "2026-11-12", "--yes")
    assert SECRET in used("show", "2026-11-12")[1]


def test_nor_where_the_night_was_entered_anew(used, home):
    copy = home / "copy.json"
    copy.write_bytes((home / ".local/share/stillnight/journal.json").read_bytes())
    used("purge", "2026-11-12", "--yes")
    used("log", "1", "--night", "2026-11-12")

    _, out, _ = used("restore", str(copy), "--yes")

    assert "purged since, not brought back" in out
    assert json.loads(used("show", "2026-11-12", "--json")[1])["severity"] == 1


def test_a_copy_of_the_users_own_is_named(used, home):
    copy = home / ".local/share/stillnight/journal of spring.txt"
    copy.write_bytes((home / ".local/share/stillnight/journal.json").read_bytes())

    _, _, err = used("purge", "2026-11-12", "--yes")

    assert f"words of it still stand in {copy}: delete that file yourself" in err


@pytest.mark.parametrize("argv", [["2020-01-01"], ["soon"]])
def test_a_night_that_is_not_there_is_refused(used, argv):
    code, _, err = used("purge", *argv, "--yes")

    assert code == 2
    assert err.count("\n") == 1


def test_where_there_is_no_journal_there_is_nothing_to_purge(run, home):
    assert run("purge", "--yes")[1] == "nothing to purge: the bin is empty\n"
    assert not (home / ".local/share/stillnight").exists()
