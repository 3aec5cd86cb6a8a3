"""What the own nights say, in a real terminal: a key away, and nobody who leaves waits for it."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from tests.e2e.machine import SMALL, USUAL, quit_by

TONIGHT = date(2026, 11, 19)


@pytest.fixture
def nights(machine, home):
    """Fifty nights; three servings of caffeine go with three points more."""
    lines = []
    for back in range(1, 51):
        servings = 3 * (back * 7 % 10 < 4)
        night = {
            "night": (TONIGHT - timedelta(days=back)).isoformat(),
            "severity": 2 + servings + back % 3 // 2,
            "factors": {"caffeine": servings, "sitting": 3 + back * 5 % 7},
        }
        lines.append(json.dumps(night))
    file = home / "nights.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    done = machine.run("import", str(file))
    assert done.code == 0, done.err
    return file


@pytest.mark.parametrize("size", [USUAL, SMALL])
def test_the_page_tells_what_goes_with_worse_nights(machine, nights, size):
    terminal = machine.open(size=size)
    terminal.press("I")
    terminal.wait_for("caffeine      likely", "points for 3 servings", "├")
    terminal.press("Q")
    assert terminal.wait_for_end() == 0
    assert list((machine.state).rglob("*look*")), "what was worked out is kept on this machine"


def test_who_leaves_at_once_does_not_wait_for_the_count(machine, nights):
    terminal = machine.open(size=USUAL)
    assert quit_by(terminal) == 0
