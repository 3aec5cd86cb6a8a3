"""A sheet takes keys as fast as they come, and throws nothing away at the first try."""

from __future__ import annotations

from tests.ui.test_bursts import burst
from textual.widgets import Input

from stillnight.ui.screens.sheet import SheetScreen


def lines(visit):
    return [line.value for line in visit.app.screen.query(Input)]


async def test_a_burst_fills_line_after_line_and_is_saved_whole(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "a")
        burst(visit, *"iron", "enter", "enter", *"two", "tab", "y", "ctrl+s")
        await visit.until(lambda: not isinstance(visit.app.screen, SheetScreen))
    (medicine,) = world.journal.ledgers.medicines()
    assert (medicine.name, medicine.dose_text, medicine.usual) == ("iron", "two", True)


async def test_esc_throws_away_only_at_the_second_try_even_right_behind_the_words(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "a")
        burst(visit, *"iron", "escape")
        await visit.settle()
        assert "Not saved yet: Ctrl+S saves, Esc again leaves it." in visit.text
        assert lines(visit)[0] == "iron"
        await visit.press("escape")
        assert not isinstance(visit.app.screen, SheetScreen)


async def test_enter_goes_from_line_to_line_and_saves_at_the_end(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "a", *"iron", *["enter"] * 7)
        assert not isinstance(visit.app.screen, SheetScreen)
    assert [medicine.name for medicine in world.journal.ledgers.medicines()] == ["iron"]


async def test_a_hint_that_its_line_cuts_off_is_said_below_while_the_line_has_the_focus(open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("M", "a", *["tab"] * 4)
        shown = visit.app.screen.query("Input")[4].placeholder
        assert shown in visit.words
        await visit.press("tab")
        assert shown not in visit.words


async def test_no_hint_covers_what_was_wrong(open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("M", "tab", "a", *"x", "ctrl+s")
        assert "does not fit" in visit.words
        await visit.press("down", "down", "down", "down")
        assert "does not fit" in visit.words
