"""What takes long runs when it is asked for, and only then."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.architecture.layout import ROOT

FILE = """
import pytest
def test_short(): pass
@pytest.mark.thorough
def test_long(): pass
"""
INI = "[pytest]\nmarkers =\n    thorough: takes long\n"


@pytest.mark.parametrize(
    ("asked", "runs"),
    [
        ([], "1 passed, 1 deselected"),
        (["-m", "thorough"], "1 passed, 1 deselected"),
        (["-n", "2", "-m", "thorough or not thorough"], "2 passed"),
    ],
)
def test_it_is_left_out_unless_asked_for(tmp_path, monkeypatch, asked, runs):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    (tmp_path / "pytest.ini").write_text(INI, encoding="utf-8")
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    (tmp_path / "test_both.py").write_text(FILE, encoding="utf-8")
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *asked, str(tmp_path)]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert f"{runs} in" in done.stdout, done.stdout + done.stderr
