"""How far a long count is, on a terminal and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from stillnight.cli.progress import Meter


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        """Always."""
        return True


@pytest.fixture
def shown(monkeypatch):
    """Counts so many of so many things, and says what stood on stderr."""

    def run(of: int, stream: io.StringIO) -> str:
        monkeypatch.setattr(sys, "stderr", stream)
        with Meter("nights looked at") as meter:
            assert all(meter.count(number, of) for number in range(1, of + 1))
        return stream.getvalue()

    return run


def test_a_long_count_is_shown_and_leaves_no_trace(shown):
    said = shown(500, Terminal())
    assert "\r450 of 500 nights looked at" in said
    assert said.endswith("\r")
    assert said.rstrip("\r").rsplit("\r", 1)[1].strip() == ""


def test_a_year_of_nights_is_long(shown):
    assert "\r350 of 365 nights looked at" in shown(365, Terminal())


def test_a_short_one_is_not(shown):
    assert shown(60, Terminal()) == ""


def test_nor_one_that_nobody_looks_at(shown):
    assert shown(500, io.StringIO()) == ""
