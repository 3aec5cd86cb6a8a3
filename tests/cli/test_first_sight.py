"""The month stands on the screen before the journal is read, and is mended once it is."""

from __future__ import annotations

import io
import os

import pytest
from tests.clocks import FixedClock
from tests.journal.memory_store import MemoryStore

from stillnight.cli.first_sight import FirstSight
from stillnight.cli.house import House
from stillnight.cli.waiting import WORDS, Waiting
from stillnight.domain.errors import StoreError
from stillnight.domain.ids import night_id
from stillnight.journal.sight import memory_of
from stillnight.ui.first_frame import ENTER, LEAVE


class Screen(io.StringIO):
    """A stream that claims to be a terminal."""

    def fileno(self) -> int:
        return 1


@pytest.fixture
def environ(tmp_path, monkeypatch) -> dict[str, str]:
    """A terminal of 120 columns in full colour, and folders of its own."""
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((120, 34)))
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")}
    now = {"TZ": "Europe/Berlin", "STILLNIGHT_NOW": "2026-11-19T22:40+01:00"}
    return {**folders, **now, "COLORTERM": "truecolor"}


@pytest.fixture
def store() -> MemoryStore:
    """A journal with one bad night."""
    store = MemoryStore(FixedClock())
    store.records["nights", night_id(FixedClock().now().date())] = {"date": "2026-11-19", "severity": 9}
    return store


def remember(environ, store):
    """Look at the journal once, as an evening before."""
    house = House(environ, None, lambda *_: store, for_screen=True)
    house.last_seen.keep(memory_of(house.journal))


def test_what_is_remembered_is_drawn_before_the_journal_is_opened(environ, store):
    remember(environ, store)
    screen, seen = Screen(), []

    def opener(*_):
        seen.append(screen.getvalue())
        return store

    first = FirstSight(House(environ, None, opener, for_screen=True), None, screen)
    first.open()
    assert "█" in seen[0]
    assert screen.getvalue() == seen[0]
    assert first.is_painted


def test_what_turned_out_otherwise_is_drawn_again(environ, store):
    remember(environ, store)
    store.records["nights", night_id(FixedClock().now().date())]["severity"] = 2
    screen = Screen()
    FirstSight(House(environ, None, lambda *_: store, for_screen=True), None, screen).open()
    before, after = screen.getvalue().split(ENTER)[1:]
    assert after.count("█") == before.count("█") - 1


def test_without_a_memory_the_first_frame_is_the_journals(environ, store):
    screen = Screen()
    first = FirstSight(House(environ, None, lambda *_: store, for_screen=True), None, screen)
    first.open()
    assert screen.getvalue().count(ENTER) == 1
    assert first.is_painted


def test_a_terminal_that_shows_no_first_frame_waits_for_home(environ, store):
    remember(environ, store)
    screen = Screen()
    del environ["COLORTERM"]
    first = FirstSight(House(environ, None, lambda *_: store, for_screen=True), None, screen)
    assert first.open().journal.tonight.isoformat() == "2026-11-19"
    assert (screen.getvalue(), first.is_painted) == ("", False)


def test_after_a_failure_the_terminal_is_as_it_was(environ, store):
    remember(environ, store)
    screen = Screen()

    def opener(*_):
        raise StoreError("the folder is gone")

    first = FirstSight(House(environ, None, opener, for_screen=True), None, screen)
    with pytest.raises(StoreError):
        first.open()
    first.wipe()
    assert screen.getvalue().endswith(LEAVE)


# -- waiting --------------------------------------------------------------------------------------


def test_somebody_who_waits_long_is_told_why():
    screen = Screen()
    waiting = Waiting(screen, 80, seconds=3600)
    with waiting:
        waiting.speak()
    assert screen.getvalue() == f"\x1b[1;{80 - len(WORDS)}H{WORDS}"
    assert waiting.has_spoken


def test_without_a_frame_it_is_a_line_of_its_own():
    screen = Screen()
    with Waiting(screen, 0, seconds=3600) as waiting:
        waiting.speak()
    assert screen.getvalue() == f"{WORDS}\r\n"


def test_once_it_is_over_nothing_is_said():
    screen = Screen()
    with Waiting(screen, 80, seconds=3600) as waiting:
        pass
    waiting.speak()
    assert (screen.getvalue(), waiting.has_spoken) == ("", False)


def test_a_slow_file_repaints_over_the_word(environ, store):
    remember(environ, store)
    screen = Screen()

    def opener(*_):
        waiting_now[0].speak()
        return store

    waiting_now = []
    begin = Waiting.__enter__

    def enter(self):
        waiting_now.append(self)
        return begin(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Waiting, "__enter__", enter)
        FirstSight(House(environ, None, opener, for_screen=True), None, screen).open()
    assert screen.getvalue().count(ENTER) == 2
    assert screen.getvalue().rindex(ENTER) > screen.getvalue().index(WORDS)
