"""What holds for every test: a home of its own, a quiet terminal, one zone, steady examples."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.clocks import FixedClock

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("steady")

HOME_FOLDERS = {
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}
"""Where a program looks for its folders, with where they lie in a test's own home."""

LEAKS = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "LINES",
    "TEXTUAL",
    "EDITOR",
    "VISUAL",
    "STY",
)
"""Wishes of the person who runs the tests; no test may hear of them."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long, unless ``-m`` speaks of it."""
    if "thorough" in config.option.markexpr:
        return
    long = [item for item in items if item.get_closest_marker("thorough")]
    if long:
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=long)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """With ``-n auto`` two workers share a core: screens wait for frames, terminals for programs."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all homes are: pytest counts through a whole folder to number a new one in it."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def alone(homes: Path) -> Iterator[Path]:
    """Every test runs in a home of its own, in Berlin, without colours or animations from outside."""
    home = Path(tempfile.mkdtemp(dir=homes))
    with pytest.MonkeyPatch.context() as patch:
        _own_home(patch, home)
        _quiet_terminal(patch)
        _exact_screens(patch)
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield home
    time.tzset()


@pytest.fixture
def home(alone: Path) -> Path:
    """The home folder of this test alone."""
    return alone


@pytest.fixture
def in_zone(alone: Path) -> Iterator[Callable[[str], None]]:
    """Moves the whole process to another zone: ``in_zone("America/New_York")``."""
    with pytest.MonkeyPatch.context() as patch:

        def move(name: str) -> None:
            patch.setenv("TZ", name)
            time.tzset()

        yield move
    time.tzset()


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at 22:40 on Thursday 19 November 2026 in Berlin."""
    return FixedClock()


def _own_home(patch: pytest.MonkeyPatch, home: Path) -> None:
    for name in [name for name in os.environ if name.startswith(("STILLNIGHT_", "XDG_"))]:
        patch.delenv(name)
    patch.setenv("HOME", str(home))
    for name, folder in HOME_FOLDERS.items():
        patch.setenv(name, str(home / folder))


def _quiet_terminal(patch: pytest.MonkeyPatch) -> None:
    for name in LEAKS:
        patch.delenv(name, raising=False)
    patch.setenv("TERM", "xterm-256color")
    patch.setenv("TEXTUAL_ANIMATIONS", "none")
    constants = sys.modules.get("textual.constants")
    if constants is not None:
        # read once when it is imported, and a plugin may have done that before any test
        patch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")


def _exact_screens(patch: pytest.MonkeyPatch) -> None:
    """Wait for a screen until it is done, not by the clock; and let go of it when its test is over."""
    if "textual.pilot" not in sys.modules:
        return
    from tests.idle import wait_for_idle

    patch.setattr("textual.pilot.wait_for_idle", wait_for_idle)
    patch.setattr("textual.app.wait_for_idle", wait_for_idle)
    # what start-up built is hidden from the collector for good, once; here a thousand programs start
    patch.setattr("gc.freeze", lambda: None)
