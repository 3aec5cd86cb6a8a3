"""What every test can rely on: a home, a zone and a clock that are its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import platformdirs
from tests.architecture.layout import ROOT
from tests.clocks import EVENING, NEW_YORK
from textual.app import App


def test_the_home_and_every_folder_in_it_belong_to_the_test(home):
    assert Path.home() == home
    assert list(home.iterdir()) == []
    folders = (platformdirs.user_data_path, platformdirs.user_config_path, platformdirs.user_state_path)
    assert all(folder("stillnight").is_relative_to(home) for folder in folders)


STRAY = ("STILLNIGHT_JOURNAL", "STILLNIGHT_NOW", "NO_COLOR", "XDG_DATA_DIRS")

NESTED = f"""
import os
def test_nothing_leaks():
    assert not {set(STRAY)!r} & set(os.environ)
"""


def test_no_wish_from_outside_reaches_a_test(tmp_path):
    (tmp_path / "test_nested.py").write_text(NESTED, encoding="utf-8")
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    stray = os.environ | dict.fromkeys(STRAY, "1") | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(run, cwd=tmp_path, env=stray, capture_output=True, text=True, check=False)
    assert "1 passed" in done.stdout, done.stdout + done.stderr


def test_the_zone_is_berlin_until_a_test_moves(in_zone):
    assert datetime(2026, 11, 19).astimezone().strftime("%z") == "+0100"
    in_zone("America/New_York")
    assert datetime(2026, 11, 19).astimezone().strftime("%z") == "-0500"


def test_the_zone_is_berlin_again_for_the_next_test():
    assert time.tzname[0] == "CET"
    assert os.environ["TZ"] == "Europe/Berlin"


def test_no_app_moves_by_itself():
    assert App().animation_level == "none"


def test_the_clock_stands_until_it_is_moved(clock):
    assert clock.now() == clock.now() == EVENING
    clock.set("2026-11-20T07:00")
    assert clock.now().isoformat() == "2026-11-20T07:00:00+01:00"
    clock.travel(NEW_YORK)
    assert (clock.now().isoformat(), clock.zone) == ("2026-11-20T01:00:00-05:00", NEW_YORK)


def test_time_passes_as_it_really_passes_on_a_clock_change(clock):
    clock.set("2026-03-29T01:50")
    clock.advance(minutes=20)
    assert clock.now().isoformat() == "2026-03-29T03:10:00+02:00"
