"""With ``NO_COLOR`` no cell is painted, and every state is still seen: by its sign or its letters' shape."""

from __future__ import annotations

import pytest
from tests.ui.everything import EVERYTHING, show
from tests.ui.test_readable import Widgets
from tests.ui.visit import Visit

from stillnight.domain.preferences import Preferences
from stillnight.ui.app import StillnightApp, run_app


@pytest.fixture(autouse=True)
def no_color(monkeypatch):
    """Somebody does not want colours."""
    monkeypatch.setenv("NO_COLOR", "1")


def painted(visit: Visit) -> set[str]:
    """The pieces of the screen that do not keep the terminal's own colours."""
    return {
        text
        for text, style in visit.styles()
        for color in (style.color, style.bgcolor)
        if color is not None and not color.is_default
    }


def shaped(visit: Visit, shape: str) -> set[str]:
    """The pieces of the screen that are reversed or underlined."""
    return {text.strip() for text, style in visit.styles() if getattr(style, shape)}


@pytest.mark.parametrize("name", EVERYTHING)
async def test_no_cell_is_painted(world, open_home, name):
    world.log("2026-11-18", severity=8)
    async with open_home((80, 24)) as visit:
        await show(visit, name)
        assert painted(visit) == set()


async def test_in_the_dark_nothing_is_painted_either_and_black_is_blank(world, open_home):
    world.clock.set("2026-11-20T03:10")
    async with open_home((44, 24)) as visit:
        assert "how strong" in visit.text
        assert painted(visit) == set()
        await visit.press("7")
        assert visit.text.strip() == ""
        assert painted(visit) | shaped(visit, "reverse") | shaped(visit, "underline") == set()


@pytest.mark.parametrize(("value", "is_asked_for"), [("1", True), ("0", True), ("", False)])
def test_set_to_nothing_it_asks_for_nothing(world, monkeypatch, value, is_asked_for):
    monkeypatch.setenv("NO_COLOR", value)
    seen = []
    monkeypatch.setattr(StillnightApp, "run", lambda app, **_: seen.append(app.no_color))
    run_app(world.session())
    assert seen == [is_asked_for]


@pytest.mark.parametrize("theme", ["dusk", "paper", "ansi-light"])
async def test_whatever_theme_is_chosen_nothing_is_painted_and_it_is_said_why(world, open_home, theme):
    world.preferences = Preferences(theme=theme)
    async with open_home() as visit:
        assert painted(visit) == set()
        await show(visit, "themes")
        assert "NO_COLOR" in visit.words
        assert painted(visit) == set()


async def test_every_state_of_home_keeps_its_sign(world, open_home):
    world.log("2026-11-18", severity=8)
    async with open_home() as visit:
        await visit.press("6", "c", "tab")
        for sign in ("18█", "[19", "[6]", "+c caffeine"):
            assert sign in visit.text
        await visit.press("tab")
        assert "▸" in visit.text


async def test_the_pane_with_the_focus_has_the_stronger_frame(open_home):
    async with open_home() as visit:
        for title in ("Tonight", "November 2026", "To check"):
            assert visit.text.count("┏━") == 1
            assert f"┏━ {title} ━" in visit.text
            await visit.press("tab")


@pytest.mark.parametrize(("focused", "seen"), [("line", "typed words"), ("box", "some words")])
async def test_what_is_selected_in_a_text_is_reversed(open_home, focused, seen):
    async with open_home((60, 44)) as visit:
        await visit.app.push_screen(Widgets())
        visit.app.screen.query_one(f"#{focused}").focus()
        await visit.settle()
        assert painted(visit) == set()
        assert seen in shaped(visit, "reverse")


async def test_the_row_under_the_cursor_of_a_list_is_underlined_and_bold_with_the_focus(open_home):
    async with open_home((60, 44)) as visit:
        await visit.app.push_screen(Widgets())
        for focused, is_bold in (("list", True), ("line", False)):
            visit.app.screen.query_one(f"#{focused}").focus()
            await visit.settle()
            assert "highlighted" in shaped(visit, "underline")
            assert ("highlighted" in shaped(visit, "bold")) is is_bold


async def test_the_row_of_the_palette_is_underlined(open_home):
    async with open_home((80, 24)) as visit:
        await show(visit, "palette")
        drawn = [
            y for y, row in enumerate(visit.cells)
            if any(style and style.underline and text.strip() for text, style, _ in row)
        ]  # fmt: skip
        below = next(y for y, line in enumerate(visit.lines) if "╰──" in line)
        assert drawn == [below + 1, below + 2], "the first command and what it does"


async def test_an_empty_line_shows_where_one_types(open_home):
    async with open_home((80, 24)) as visit:
        await show(visit, "date")
        assert "1" in shaped(visit, "reverse"), "the first sign of what it takes"
