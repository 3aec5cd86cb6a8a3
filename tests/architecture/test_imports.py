"""What comes along when a room is imported in a fresh process."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from tests.architecture.layout import PACKAGE, name_of, rim, rooms, sources

SCREEN = {"textual", "rich"}
PURE = {"domain", "rules", "tips", "journal"}
NO_NETWORK = {
    "socketserver",
    "http",
    "urllib.request",
    "urllib3",
    "requests",
    "httpx",
    "aiohttp",
    "ftplib",
    "smtplib",
}

PROBE = """
import importlib, json, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(sorted(sys.modules)))
"""


def loaded_by(*names: str) -> set[str]:
    """The modules in a fresh process once these are imported."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *names], capture_output=True, text=True, check=False, cwd=PACKAGE.parent
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def modules_of(part: str) -> list[str]:
    """A room's modules, or the one rim module of that name."""
    names = [name_of(path) for path in sources()]
    return [name for name in names if name == f"stillnight.{part}" or name.startswith(f"stillnight.{part}.")]


@pytest.mark.parametrize("part", sorted((rooms() | rim()) - {"ui"}))
def test_no_part_but_the_screen_brings_a_screen_along(part):
    modules = modules_of(part)
    loaded = loaded_by(*modules)
    assert set(modules) <= loaded
    assert loaded & SCREEN == set()
    # the command line draws the first frame and asks for the list of commands: neither needs the library
    assert part == "cli" or not [name for name in loaded if name.startswith("stillnight.ui")]


@pytest.mark.parametrize("room", sorted(PURE))
def test_a_pure_room_brings_no_file_format_and_no_calendar_library_along(room):
    assert room in rooms()
    assert loaded_by(*modules_of(room)) & {"tinydb", "pendulum", "tomlkit", "platformdirs"} == set()


def test_the_entry_point_brings_nothing_slow_along():
    slow = {*SCREEN, "pendulum", "tomlkit", "markdown_it", "asyncio"}
    assert loaded_by("stillnight.__main__") & slow == set()


def test_no_part_but_the_screen_can_reach_a_network():
    # Textual itself brings these along, so the screen is judged by its own source only
    parts = [module for part in (rooms() | rim()) - {"ui"} for module in modules_of(part)]
    assert loaded_by(*parts) & NO_NETWORK == set()


def test_home_opens_without_what_the_nights_say():
    later = ("stillnight.insight", "stillnight.journal.triggers", "stillnight.rules", "stillnight.tips")
    assert [name for name in loaded_by("stillnight.ui.app") if name.startswith(later)] == []


def test_what_an_evening_draws_first_needs_nothing_of_the_dark_and_nothing_that_writes():
    later = {"stillnight.ui.pictures.night", "stillnight.domain.fields", "stillnight.journal.record"}
    assert loaded_by("stillnight.ui.first_frame", "stillnight.journal.browse") & later == set()
