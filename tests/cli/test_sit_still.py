"""``stillnight sit-still``: Enter is the first urge, on lines of 40 columns."""

from __future__ import annotations

import io
import sys

import pytest
from tests.clocks import FixedClock
from tests.journal.memory_store import MemoryStore

from stillnight.cli.asked_lines import COLUMNS
from stillnight.cli.commands import sit_still
from stillnight.domain.ports import NIGHTS

TONIGHT = 20261119


@pytest.fixture
def typing(monkeypatch):
    """Types lines at a terminal, and lets so many minutes pass before the one that ends the sitting."""

    def prepare(clock: FixedClock, *lines: str, minutes: int = 12, sleep: int = 0) -> None:
        keyboard = io.StringIO("".join(f"{line}\n" for line in lines))
        monkeypatch.setattr(keyboard, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stdin", keyboard)
        looks = iter([sleep] * bool(sleep) + [20] * (minutes * 3))

        def within(stream, seconds):
            step = next(looks, None)
            clock.advance(seconds=step or 0)
            return keyboard.readline() if step is None else None

        monkeypatch.setattr(sit_still, "typed_within", within)
        monkeypatch.setattr("stillnight.clock.system_clock", lambda environ: clock)

    return prepare


@pytest.fixture
def store(clock: FixedClock) -> MemoryStore:
    return MemoryStore(clock)


def test_enter_begins_and_is_the_urge_and_keeps_it(typing, sn, store, clock):
    typing(clock, "", "", "")
    answer = sn("sit-still")
    assert answer.code == 0
    assert "12 minutes to the first urge." in answer.out
    assert store.get(NIGHTS, TONIGHT)["rest_latency_min"] == 12
    assert max(map(len, answer.out.replace("> ", "").splitlines())) <= COLUMNS


def test_what_stands_there_already_stays_unless_somebody_says_otherwise(typing, sn, store, clock):
    sn("log", "--rest-latency-min", "20")
    typing(clock, "", "", "")
    assert "Tonight holds 20 minutes already" in " ".join(sn("sit-still").out.split())
    assert store.get(NIGHTS, TONIGHT)["rest_latency_min"] == 20
    typing(clock, "", "", "y")
    sn("sit-still")
    assert store.get(NIGHTS, TONIGHT)["rest_latency_min"] == 12


def test_s_stops_without_an_urge_and_no_number_is_kept(typing, sn, store, clock):
    typing(clock, "", "s", "y")
    assert "No urge in 12 minutes." in sn("sit-still").out
    assert store.get(NIGHTS, TONIGHT) == {"date": "2026-11-19", "note": "sat still for 12 min, no urge"}


def test_an_hour_ends_it_without_a_key(typing, sn, store, clock):
    typing(clock, "", "n", minutes=70)
    answer = sn("sit-still")
    assert "No urge in 60 minutes." in answer.out
    assert "Nothing was kept." in answer.out
    assert store.get(NIGHTS, TONIGHT) is None


def test_a_computer_that_slept_leaves_nothing(typing, sn, store, clock):
    typing(clock, "", "", sleep=600)
    assert "This computer slept meanwhile" in sn("sit-still").out
    assert store.get(NIGHTS, TONIGHT) is None


def test_without_a_terminal_it_says_what_to_do(sn, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    answer = sn("sit-still")
    assert answer.code == 1
    assert "stillnight log --rest-latency-min 12" in answer.err
