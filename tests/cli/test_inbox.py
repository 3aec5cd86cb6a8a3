"""``stillnight inbox``, and commands that take the inbox in along the way."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from stillnight.cli.commands import inbox as command
from stillnight.cli.house import House
from stillnight.cli.mail import deliver
from stillnight.cli.main import main
from stillnight.journal.inbox import taking


@pytest.fixture(autouse=True)
def _evening(monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-19T22:40+01:00")
    monkeypatch.setattr(command, "wait_for", lambda seconds: None)


@pytest.fixture
def folder(home: Path) -> Path:
    """The folder of a journal that has begun."""
    main(["log", "--pain", "1"])
    return home / ".local/share/stillnight"


@pytest.fixture
def run(capsys, folder):
    def call(*argv: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(list(argv))
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def append(folder: Path, text: str) -> None:
    with (folder / "inbox.txt").open("a") as file:
        file.write(text)


def test_what_was_taken_and_what_stays_is_said_line_by_line(run, folder):
    append(folder, "6 c2 s7\n2026-11-18 4 note slept well\nseverty 6\n")
    assert run("inbox") == (
        0,
        "taken: 6 c2 s7\n"
        "  night of Thu 19 → Fri 20 Nov: urge 6, caffeine 2, stress 7\n"
        "taken: 2026-11-18 4 note slept well\n"
        "  night of Wed 18 → Thu 19 Nov: urge 4, note 'slept well'\n"
        "stays: 2026-11-19 severty 6\n"
        "  'severty': no key of the form; a word is one answer, such as 6 2130 c2 s7 n u L\n",
        "",
    )


def test_a_trial_says_it_and_changes_nothing(run, folder):
    append(folder, "6 c2\nzz\n")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    code, out, _ = run("inbox", "--dry-run")
    assert (code, out.splitlines()[0]) == (0, "would take: 6 c2")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_programs_get_it_as_json(run, folder):
    append(folder, "6 c2\nzz\n")
    _, out, _ = run("inbox", "--json")
    said = json.loads(out)
    assert said["taken"] == [{"line": "6 c2", "night": "2026-11-19", "words": ["urge 6", "caffeine 2"]}]
    assert [one["line"] for one in said["kept"]] == ["2026-11-19 zz"]
    assert (said["path"], said["exists"], said["waiting"]) == (str(folder / "inbox.txt"), True, [])


def test_where_there_is_none_the_way_to_one_is_named(run, folder):
    assert run("inbox") == (0, f"there is no {folder / 'inbox.txt'}; --create makes one\n", "")
    assert run("inbox", "--create")[0] == 0
    text = (folder / "inbox.txt").read_text()
    assert text.startswith("# stillnight inbox ")
    assert "6 c2 s7 | 03:10 awake 7 | 2026-11-18 4 note slept well" in text
    assert run("inbox") == (0, f"nothing waits in {folder / 'inbox.txt'}\n", "")
    code, _, err = run("inbox", "--create")
    assert (code, err.endswith("is there already\n")) == (2, True)


def test_looking_for_one_makes_nothing(home, capsys):
    assert main(["inbox"]) == 0
    assert main(["inbox", "--json"]) == 0
    assert list(home.rglob("*")) == []


def test_a_trial_without_a_journal_makes_nothing(home, capsys, tmp_path):
    (tmp_path / "inbox.txt").write_text("6\n")
    assert main(["inbox", "--dry-run", "--journal", str(tmp_path / "j.json")]) == 0
    assert "urge 6" in capsys.readouterr().out
    assert ([path.name for path in tmp_path.iterdir()], list(home.rglob("*"))) == (["inbox.txt"], [])


def test_an_inbox_may_begin_the_journal(home, capsys, tmp_path):
    (tmp_path / "inbox.txt").write_text("6\n")
    assert main(["show", "--json", "--journal", str(tmp_path / "j.json")]) == 0
    assert json.loads(capsys.readouterr().out)["severity"] == 6


def test_what_to_write_is_shown_with_what_phones_do(run):
    code, out, _ = run("inbox", "--example")
    assert code == 0
    assert all(word in out for word in ("iPhone", "Append to Text File", "Android", "03:10 awake 7"))
    assert max(map(len, out.splitlines())) <= 80


def test_a_line_that_is_still_written_is_waited_for_once(run, folder, monkeypatch):
    append(folder, "note slept we")
    waits = []
    monkeypatch.setattr(command, "wait_for", lambda seconds: (waits.append(seconds), append(folder, "ll\n")))
    _, out, _ = run("inbox")
    assert out.splitlines()[0] == "taken: note slept well"
    assert waits == [1.0]


def test_a_line_that_never_ends_is_taken_after_the_wait(run, folder):
    append(folder, "6")
    assert run("inbox")[1].splitlines()[0] == "taken: 6"


@pytest.mark.parametrize(
    ("argv", "shown"),
    [
        (["show"], "Urge        6 of 10"),
        (["due"], "logged"),
        (["find", "severity 6"], "6"),
        (["export", "-"], '"severity": 6'),
    ],
)
def test_who_looks_at_nights_sees_what_the_phone_left(run, folder, argv, shown):
    append(folder, "6\n")
    code, out, err = run(*argv)
    assert (code, err) == (0, "stillnight: from inbox.txt: night of Thu 19 → Fri 20 Nov: urge 6\n")
    assert shown in out
    assert run(*argv)[2] == ""


@pytest.mark.parametrize("argv", [["log", "5"], ["5"]])
def test_what_is_typed_now_wins_over_what_the_phone_left(run, folder, argv):
    append(folder, "6 c2\n")
    assert run(*argv)[0] == 0
    said = json.loads(run("show", "--json")[1])
    assert (said["severity"], said["factors"]) == (5, {"caffeine": 2})


def test_one_undo_takes_back_what_came_and_nothing_comes_again(run, folder):
    append(folder, "6 c2\n2026-11-18 4\n")
    run("inbox")
    assert run("undo")[1].splitlines()[0] == "undone: inbox.txt"
    assert "severity" not in json.loads(run("show", "--json")[1])
    assert run("redo")[1].splitlines()[0] == "done again: inbox.txt"
    assert json.loads(run("show", "--json")[1])["severity"] == 6


def test_an_undo_does_not_take_the_inbox_in_first(run, folder):
    append(folder, "6\n")
    run("undo")
    assert (folder / "inbox.txt").read_text() == "6\n"


def test_a_trouble_with_the_inbox_keeps_nobody_from_logging(run, folder):
    os.mkfifo(folder / "inbox.txt")
    code, out, err = run("log", "6")
    assert (code, out.startswith("saved 22:40")) == (0, True)
    assert "is no ordinary file, so nothing was taken from it" in err


def test_a_crash_of_the_reader_of_lines_is_one_line(run, folder, monkeypatch):
    from stillnight.cli import mail
    from stillnight.domain.errors import StoreError

    def fail(*_: object) -> None:
        raise StoreError("nothing can be kept safe here")

    append(folder, "6\n")
    monkeypatch.setattr(mail, "deliver", fail)
    code, _, err = run("log", "5")
    assert (code, err) == (0, "stillnight: nothing was taken from inbox.txt: nothing can be kept safe here\n")


def test_a_move_takes_the_lines_along_and_says_where_the_phone_has_to_write(run, folder, tmp_path):
    append(folder, "6\nzz\n")
    code, out, err = run("move", str(tmp_path))
    assert (code, err.splitlines()[0]) == (
        0, "stillnight: from inbox.txt: night of Thu 19 → Fri 20 Nov: urge 6"
    )  # fmt: skip
    assert f"let your phone write into {tmp_path / 'inbox.txt'} from now on" in out
    assert json.loads(run("show", "--json")[1])["severity"] == 6


def test_a_line_that_is_owed_goes_along_with_the_journal(run, folder, tmp_path):
    append(folder, "6\nzz\n")
    (folder / "inbox.txt").chmod(0o444)
    run("inbox")
    run("move", str(tmp_path))
    (tmp_path / "inbox.txt").write_text("c2\n")
    run("inbox")
    assert (tmp_path / "inbox.txt").read_text().splitlines()[-1] == "2026-11-19 zz"


@pytest.mark.parametrize("is_begun", [True, False])
def test_who_waited_for_another_process_sees_what_that_one_took(home, capsys, tmp_path, is_begun):
    place = str(tmp_path / "j.json")
    if is_begun:
        main(["log", "6", "--journal", place])
    late = House(os.environ, place)
    assert late.journal.browse.night(late.journal.tonight).note == ""
    append(tmp_path, "note a\n")
    main(["inbox", "--journal", place])
    append(tmp_path, "note b\n")
    deliver(late)
    assert late.journal.browse.night(late.journal.tonight).note == "a\nb"


def test_a_note_that_is_saved_elsewhere_while_lines_are_read_stays(run, folder, monkeypatch):
    class SlowLooking(taking.Looking):
        def look(self, sources):
            found = super().look(sources)
            if "typed" not in (folder / "journal.json").read_text():
                House(os.environ, None).journal.record.amend(date(2026, 11, 19), {"note": "typed"})
            return found

    monkeypatch.setattr(taking, "Looking", SlowLooking)
    append(folder, "note from the phone\n")
    run("inbox")
    assert json.loads(run("show", "--json")[1])["note"] == "typed\nfrom the phone"
