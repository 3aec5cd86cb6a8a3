"""The first frame is what Home draws in the same cells, so that nothing moves when Home comes."""

from __future__ import annotations

import io
import os

import pyte
import pytest
from tests.ui.world import TONIGHT

from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences
from stillnight.journal.shelf import Shelf
from stillnight.journal.sight import sight_of
from stillnight.ui.first_frame import ENTER, easel_at, home_rows, night_rows, picture
from stillnight.ui.pictures.layout import CALENDAR_WIDTH

TRUECOLOR = {"COLORTERM": "truecolor"}


def fill(world):
    for day, severity in ((2, 1), (7, 5), (18, 9), (19, 0)):
        world.journal.record.amend(TONIGHT.replace(day=day), {"severity": severity})


def drawn(text, size):
    """The cells of a terminal that was sent this: (sign, colour)."""
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(text)
    return [
        [(cell.data, cell.fg) for cell in (row[x] for x in range(size[0]))] for row in screen.buffer.values()
    ]


def cells_of(rows):
    """The cells of Home: (sign, colour), for narrow signs."""
    return [[(sign, _hex(style)) for text, style, _ in row for sign in text] for row in rows]


def _hex(style):
    return "{:02x}{:02x}{:02x}".format(*style.color.get_truecolor()) if style and style.color else ""


def paint(world, stream, environ):
    """Draw the first frame of a world, where the terminal can show it."""
    easel = easel_at(stream, environ, world.themes, world.preferences)
    return easel is not None and easel.paint(sight_of(world.journal))


@pytest.fixture
def terminal(monkeypatch):
    """A stream that claims to be a terminal of 120 columns."""
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((120, 34)))

    class Stream(io.StringIO):
        def fileno(self):
            return 1

    return Stream()


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (200, 50)])
@pytest.mark.parametrize(
    ("now", "moment"),
    [
        ("2026-11-19T22:40", None),
        ("2026-11-20T06:50", None),
        # a morning asked for in the evening is the last one; on the first it lies in the month before
        ("2026-11-19T22:40", Moment.MORNING),
        ("2026-11-01T22:40", Moment.MORNING),
    ],
)
async def test_home_draws_the_same_signs_in_the_same_colours(world, open_home, size, now, moment):
    fill(world)
    world.clock.set(now)
    world.moment = moment
    colors = world.themes.documents["dusk"]["colors"]
    rows = home_rows(sight_of(world.journal, moment), 0, *size)
    first = drawn(picture(rows, size[1], colors), size)
    async with open_home(size) as visit:
        home = cells_of(visit.cells)
    height = 1 + 1 + (7 * (2 if size[1] >= 30 else 1) + 2)
    for number, (one, other) in enumerate(zip(first[:height], home[:height], strict=True)):
        wide = size[0] if number == 0 else CALENDAR_WIDTH
        signs = [(sign, color) for sign, color in one[:wide] if sign.strip()]
        assert signs == [(sign, color) for sign, color in other[:wide] if sign.strip()], number
        assert [sign for sign, _ in one[:wide]] == [sign for sign, _ in other[:wide]], number


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (44, 24)])
async def test_the_night_draws_the_same_few_words_and_then_names_what_enter_begins(world, open_home, size):
    world.clock.set("2026-11-20T03:10")
    first = drawn(picture(night_rows(*size), size[1], world.themes.documents["ember"]["colors"]), size)
    async with open_home(size) as visit:
        home = cells_of(visit.cells)
    said = [number for number, row in enumerate(first) if any(sign.strip() for sign, _ in row)]
    assert len(said) == 3
    for number in {*range(size[1])} - {said[1]}:
        signs = [(sign, color) for sign, color in first[number] if sign.strip()]
        assert signs == [(sign, color) for sign, color in home[number] if sign.strip()], number
        assert [sign for sign, _ in first[number]] == [sign for sign, _ in home[number]], number
    key = len(" Enter")
    assert first[said[1]][:key] == home[said[1]][:key]


def test_it_shows_the_marks_of_this_month(world, terminal):
    fill(world)
    assert paint(world, terminal, TRUECOLOR)
    sent = terminal.getvalue()
    assert sent.startswith(ENTER)
    assert all(glyph in sent for glyph in "▂▄█·")
    # what was logged for the nights before tonight was recalled late
    assert "~" in sent


@pytest.mark.parametrize("environ", [{}, {"COLORTERM": "no"}, {**TRUECOLOR, "NO_COLOR": "1"}])
def test_a_terminal_with_fewer_colours_waits_for_home(world, terminal, environ):
    assert not paint(world, terminal, environ)
    assert terminal.getvalue() == ""


def test_what_is_no_terminal_gets_nothing(world):
    stream = io.StringIO()
    assert not paint(world, stream, TRUECOLOR)
    assert stream.getvalue() == ""


def test_a_narrow_screen_begins_with_the_form_and_waits_for_it(world, terminal, monkeypatch):
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((60, 20)))
    assert not paint(world, terminal, TRUECOLOR)


@pytest.mark.parametrize("width", [120, 44])
def test_in_the_night_it_is_a_few_words_of_red_on_black(world, terminal, monkeypatch, width):
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((width, 24)))
    fill(world)
    world.clock.set("2026-11-20T03:10")
    assert paint(world, terminal, TRUECOLOR)
    cells = [cell for row in drawn(terminal.getvalue(), (width, 24)) for cell in row]
    assert {color[2:] for sign, color in cells if sign.strip()} == {"0000"}
    assert "48;2;0;0;0" in terminal.getvalue()
    assert "November" not in terminal.getvalue()


def test_what_is_written_behind_the_first_frame_of_the_night_is_dim_too(world, terminal):
    world.clock.set("2026-11-20T03:10")
    assert paint(world, terminal, TRUECOLOR)
    later = drawn(terminal.getvalue() + "\x1b[1;1Hreading the journal", (120, 34))
    assert {color for sign, color in later[0] if sign.strip()} == {"ec0000"}


def test_a_broken_theme_under_the_name_of_ours_is_not_drawn_with(world, terminal):
    broken = {"name": "dusk", "colors": {"background": "#ffffff"}}
    world.themes = Shelf({**world.themes.documents, "your dusk": broken})
    assert paint(world, terminal, TRUECOLOR)
    assert "48;2;20;21;29" in terminal.getvalue()
    assert "255;255;255" not in terminal.getvalue()


def test_a_theme_in_the_terminals_own_colours_waits_for_home(world, terminal):
    world.preferences = Preferences(theme="ansi-dark")
    assert not paint(world, terminal, TRUECOLOR)
