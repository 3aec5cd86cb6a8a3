"""What every page has in common: it opens by its key, explains itself, and Esc leads back."""

from __future__ import annotations

import pytest

from stillnight.ui.commands import COMMANDS, footer
from stillnight.ui.pages import PAGES
from stillnight.ui.screens.help import help_lines
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.reader import ReaderScreen

SIZES = [(120, 34), (80, 24), (60, 20), (44, 24)]


def key_of(name: str) -> str:
    """The key that opens a page; empty where only the palette does."""
    opening = next(one for one in COMMANDS if one.action == f"app.open_page('{name}')")
    return opening.keys.split(",")[0]


every_page = pytest.mark.parametrize("name", list(PAGES))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_page_opens_at_every_size_and_shows_its_keys(open_home, size):
    # all in one visit: to open the program again for each costs more than the page
    async with open_home(size) as visit:
        for name in PAGES:
            if key := key_of(name):
                await visit.press(key)
            else:
                visit.app.action_open_page(name)
                await visit.settle()
            page = visit.app.screen
            assert isinstance(page, Page), name
            assert page.TITLE in visit.words, name
            for command in footer(page.PLACE):
                assert command.label in visit.words, name
            await visit.press("escape")
            assert visit.app.screen is visit.home, name


@every_page
async def test_a_page_explains_its_keys(open_home, name):
    async with open_home() as visit:
        visit.app.action_open_page(name)
        await visit.settle()
        page = visit.app.screen
        await page.action_run_command("help")
        await visit.settle()
        assert isinstance(visit.app.screen, ReaderScreen)
        assert next(iter(help_lines(page.PLACE))).text in visit.words


@pytest.mark.parametrize("name", ["tips", "relief", "trials"])
async def test_space_and_b_scroll_what_is_said_beside_a_list(open_home, name):
    async with open_home((44, 20)) as visit:
        visit.app.action_open_page(name)
        await visit.settle()
        card = visit.app.screen.query_one(visit.app.screen.CARD)
        await visit.press("space")
        assert card.scroll_offset.y > 0
        await visit.press("b")
        assert card.scroll_offset.y == 0
