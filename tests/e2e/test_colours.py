"""What is sent to terminals with all colours, with 256, with sixteen, and to somebody who wants none."""

from __future__ import annotations

import re

import pytest
from tests.e2e.machine import USUAL, quit_by

_LOOKS = re.compile(rb"\x1b\[([\d;]*)m")


def colors(seen: bytes) -> set[str]:
    """The kinds of colours among everything that was sent: ``rgb``, ``256``, ``16``."""
    found = set()
    for codes in _LOOKS.findall(seen):
        parts = codes.decode().split(";")
        if "38" in parts or "48" in parts:
            at = next(number for number, code in enumerate(parts) if code in ("38", "48"))
            found.add("rgb" if parts[at + 1] == "2" else "256")
        elif any(re.fullmatch("[349]?[0-7]|10[0-7]", code) and len(code) > 1 for code in parts):
            found.add("16")
    return found


@pytest.mark.parametrize(
    ("environ", "kind"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "rgb"),
        ({"TERM": "tmux-256color", "COLORTERM": ""}, "256"),
        ({"TERM": "screen-256color", "COLORTERM": ""}, "256"),
        ({"TERM": "screen", "COLORTERM": ""}, "16"),
        ({"TERM": "linux", "COLORTERM": ""}, "16"),
    ],
)
def test_a_terminal_is_sent_the_colours_that_it_has(machine, environ, kind):
    terminal = machine.open(size=USUAL, **environ)
    terminal.press("6", "2130", "c3", "enter")
    terminal.wait_for("saved the night")
    assert colors(terminal.seen) == {kind}
    assert quit_by(terminal) == 0


@pytest.mark.parametrize("environ", [{"COLORTERM": "truecolor"}, {"TERM": "screen", "COLORTERM": ""}])
def test_who_wants_no_colours_is_sent_none(machine, environ):
    terminal = machine.open(size=USUAL, NO_COLOR="1", **environ)
    terminal.press("6", "2130", "c3", "enter")
    terminal.wait_for("saved the night")
    terminal.press("?")
    terminal.wait_for("Keys")
    assert colors(terminal.seen) == set()


def test_the_night_is_dark_from_its_first_cell_on(machine):
    terminal = machine.start("--moment", "night", size=USUAL)
    terminal.wait_for("how strong")
    terminal.press("7")
    terminal.wait_for(lambda it: not it.text().strip())
    terminal.press("esc")
    terminal.wait_for("Awake")
    sent = {tuple(map(int, one)) for one in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.seen)}
    assert sent
    assert {color for color in sent if color[1] or color[2]} == set()
