"""The script that checks everything on a clean machine."""

from __future__ import annotations

import os
import re
import subprocess

from tests.architecture.layout import ROOT

RUN = ROOT / ".ci" / "run"


def test_the_script_can_be_started_and_read_by_bash():
    assert os.access(RUN, os.X_OK)
    read = subprocess.run(["bash", "-n", str(RUN)], capture_output=True, text=True, check=False)
    assert (read.returncode, read.stderr) == (0, "")


def test_the_readme_has_the_one_test_line_that_the_script_runs():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if re.search(r"\bpytest\b", line)]
    assert len(lines) == 1
    assert "[dev]" in lines[0]


def test_the_script_runs_what_takes_long_too():
    asked = r"""^PYTEST_ADDOPTS="-m 'thorough or not thorough' .*"\$test_line"$"""
    assert re.search(asked, RUN.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_script_installs_every_program_without_which_a_test_is_skipped():
    sought = re.compile(r"""which\("([a-z]+)"\)""")
    tests = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    needed = {name for text in tests for name in sought.findall(text)} - {"unshare"}
    listed = re.search(r"^programs=\((.*)\)$", RUN.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed
    assert {"syncthing", "unison", "rclone", "git"} <= needed <= set(listed[1].split())
