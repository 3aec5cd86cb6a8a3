"""In a process of its own: what a command imports, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from stillnight.cli.table import COMMANDS

HEAVY = ("textual", "rich", "pendulum", "tomlkit", "markdown_it", "hypothesis", "statistics", "shtab")

TELL = """
import sys
from stillnight.cli.main import main
code = main(sys.argv[1:])
print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules}))
sys.exit(code)
"""

QUICK = {
    "log": ["log", "6", "+caffeine=2@15:30"],
    "awake": ["awake", "7"],
    "due": ["due"],
    "undo": ["undo"],
    "keys": ["6", "2130", "c2", "s7", "n", "L"],
}

ARGUMENTS = {
    "completion": ["bash"],
    "lab": ["add", "ferritin", "42"],
    "medicine": ["add", "iron"],
    "flag": ["add", "one_leg_hot"],
    "profile": ["ckd", "yes"],
    "factor": ["show", "late_meal"],
    "export": ["-"],
    "import": ["-"],
    "set": ["bedtime", "23:00"],
    "show": ["--all"],
    "find": ["severity 6+", "flight"],
    "compare": ["yesterday", "tonight"],
    "chart": ["severity"],
    "demo": ["--write", "demo.json"],
    "merge": ["base.json", "mine.json", "theirs.json"],
}


def _loaded(argv: list[str]) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", TELL, *argv],
        capture_output=True,
        text=True,
        env=_environ(),
        cwd=os.environ["HOME"],
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode in (0, 1), done.stderr
    return set(done.stdout.splitlines()[-1].split())


def _environ() -> dict[str, str]:
    return {**os.environ, "STILLNIGHT_NOW": "2026-11-19T22:40+01:00"}


@pytest.mark.parametrize("argv", QUICK.values(), ids=QUICK)
def test_what_is_typed_tired_imports_nothing_heavy(argv):
    assert _loaded(argv).isdisjoint(HEAVY)


@pytest.mark.parametrize("name", [one.name for one in COMMANDS if one.name not in (*QUICK, "move")])
def test_no_command_imports_textual(name):
    assert {"textual", "rich"}.isdisjoint(_loaded([name, *ARGUMENTS.get(name, [])]))


def test_the_module_can_be_run_and_its_exit_code_is_the_answer():
    done = subprocess.run(
        [sys.executable, "-m", "stillnight", "due"], capture_output=True, text=True, env=_environ()
    )
    assert (done.returncode, done.stdout) == (1, "night of Thu 19 → Fri 20 Nov: not logged yet\n")


def test_a_reader_that_goes_away_early_makes_no_noise():
    command = f"{sys.executable} -m stillnight show --help | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=_environ())
    assert done.stderr == ""


def test_a_full_disk_behind_the_output_is_one_line():
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "stillnight", "show"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=_environ(),
        )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("stillnight: the output could not be written")


@pytest.mark.parametrize("command", ["log 6", "show --json", "export -", "import -"])
def test_a_process_without_input_or_output_still_does_its_work(command):
    closed = f"{sys.executable} -m stillnight {command} <&- >&-"
    done = subprocess.run(["sh", "-c", closed], stderr=subprocess.PIPE, text=True, env=_environ())
    assert (done.returncode, len(done.stderr.splitlines())) == (0, 1), done.stderr
    assert "begun" in done.stderr
