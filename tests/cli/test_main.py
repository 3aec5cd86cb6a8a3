"""The front door: help, exit codes, and what nobody thought of."""

from __future__ import annotations

import io
import os
import shlex
import sys

import pytest

from stillnight import __version__
from stillnight.cli.main import main
from stillnight.cli.parser import split_command
from stillnight.cli.table import COMMANDS
from stillnight.domain.errors import StoreError


def _raises(error: BaseException):
    def opener(*_: object) -> None:
        raise error

    return opener


def test_the_version_is_told(sn):
    answer = sn("--version")
    assert (answer.code, answer.out) == (0, f"stillnight {__version__}\n")


def test_help_lists_every_command(sn):
    out = sn("--help").out
    assert [one.name for one in COMMANDS if f"\n  {one.name} " not in out] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.name)
def test_the_help_of_every_command_has_its_example(sn, command):
    answer = sn(command.name, "--help")
    assert answer.code == 0
    assert f"example: {command.example}" in answer.out
    assert shlex.split(command.example)[:2] == ["stillnight", command.name]


@pytest.mark.parametrize(
    "command",
    # these want a file, a folder or a terminal of their own: their tests are elsewhere
    [
        one
        for one in COMMANDS
        if one.name
        not in (
            "due",
            "use",
            "move",
            "demo",
            "export",
            "import",
            "verify",
            "merge",
            "purge",
            "forget",
            "sit-still",
        )
    ],
    ids=lambda one: one.name,
)
def test_every_example_works(sn, command, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T07:00+01:00")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    sn("factor", "add", "late_meal2")
    answer = sn(*shlex.split(command.example)[1:])
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize(
    ("argv", "parts"),
    [
        ([], ([], None, [])),
        (["log", "6"], ([], "log", ["6"])),
        (["--journal", "p", "log", "--journal", "q"], (["--journal", "p"], "log", ["--journal", "q"])),
        (["--journal=p", "log"], (["--journal=p"], "log", [])),
        (["--moment", "night"], (["--moment", "night"], None, [])),
    ],
)
def test_the_command_is_found_behind_the_options(argv, parts):
    assert split_command(argv) == parts


def test_an_option_may_stand_before_or_behind_the_command(tmp_path, capsys):
    for argv in (
        ["--journal", str(tmp_path / "a.json"), "paths"],
        ["paths", "--journal", str(tmp_path / "a.json")],
    ):
        assert main(argv) == 0
        assert str(tmp_path / "a.json") in capsys.readouterr().out


def test_a_failure_is_one_line_and_exit_1(capsys):
    assert main(["log", "6"], opener=_raises(StoreError("the disk\nis full"))) == 1
    assert capsys.readouterr().err == "stillnight: the disk is full\n"


def test_a_surprise_is_one_line_and_its_details_are_kept_for_the_owner(capsys, home):
    assert main(["log", "6"], opener=_raises(ZeroDivisionError("oh"))) == 1
    err = capsys.readouterr().err
    kept = home / ".local/state/stillnight/last-error.txt"
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert str(kept) in err
    assert "ZeroDivisionError: oh" in kept.read_text()
    assert kept.stat().st_mode & 0o077 == 0


def test_a_surprise_whose_details_cannot_be_kept_is_still_one_line(capsys, home):
    (home / ".local").mkdir(exist_ok=True)
    (home / ".local/state").write_text("in the way")
    assert main(["log", "6"], opener=_raises(ZeroDivisionError("oh"))) == 1
    assert "could not be kept" in capsys.readouterr().err


def test_an_interrupt_is_130_and_quiet(capsys):
    assert main(["log", "6"], opener=_raises(KeyboardInterrupt())) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_went_away_is_quiet(sn, monkeypatch):
    reading, writing = os.pipe()
    os.close(reading)
    closed = io.TextIOWrapper(os.fdopen(writing, "wb", buffering=0), write_through=True)
    monkeypatch.setattr(sys, "stdout", closed)
    assert main(["--version"]) in (0, 141)
    assert main(["paths"]) == 141


def test_an_output_that_cannot_say_an_arrow_says_it_otherwise(sn, monkeypatch):
    kept = io.BytesIO()
    with monkeypatch.context() as patch:
        narrow = io.TextIOWrapper(kept, encoding="ascii")
        patch.setattr(sys, "stdout", narrow)
        assert main(["show"], opener=lambda *_: _empty()) == 0
    assert b"Thu 19 \\u2192 Fri 20 Nov" in kept.getvalue()


def _empty():
    from tests.journal.memory_store import MemoryStore

    return MemoryStore()


@pytest.mark.parametrize(("typed", "asked"), [(["help"], ["--help"]), (["help", "lab"], ["lab", "--help"])])
def test_help_is_a_word_too(sn, typed, asked):
    assert sn(*typed) == sn(*asked)
    assert sn(*typed).code == 0
