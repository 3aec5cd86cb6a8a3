"""The page of the programme: begin it, do the session of the week, end it; nothing is counted up."""

from __future__ import annotations

from tests.ui.visit import words_of

from stillnight.ui.screens.coach.screen import CoachScreen
from stillnight.ui.screens.programme.page import ProgrammePage
from stillnight.ui.widgets.message_line import MessageLine


def said(visit) -> str:
    return visit.app.screen.query_one(MessageLine).text


async def test_it_is_begun_done_and_ended(world, open_home):
    world.clock.set("2026-11-18T10:00")
    async with open_home((80, 24)) as visit:
        await visit.press("R", "p")
        assert isinstance(visit.app.screen, ProgrammePage)
        assert "s begins it" in visit.text
        await visit.press("s", "ctrl+s")
        assert said(visit) == "the programme begins · U takes it back"
        assert "▸week 1  [○]" in visit.text
        await visit.press("enter")
        assert isinstance(visit.app.screen, CoachScreen)
        assert "How strong is the urge" not in visit.text
        await visit.press("j")
        assert isinstance(visit.app.screen, ProgrammePage)
        assert said(visit).startswith("stopped, noted")
        # only begun is not done in part
        assert "▸week 1  [○]" in visit.text
        await visit.press("enter", "right")
        for seconds in (25, 50):
            world.clock.set(f"2026-11-18T10:00:{seconds}")
            await visit.press("right")
        await visit.press("j")
        assert said(visit).startswith("stopped after 1 minute, noted")
        assert "[◐]" in visit.text
        assert world.store.all("episodes") == {}
        await visit.press("s", "n")
        assert "▸week 1" in visit.text
        await visit.press("s", "y")
        assert "ended on" in visit.text
        await visit.press("U")
        assert "week 1 of 12" in visit.text


async def test_days_that_are_no_days_are_refused_with_what_fits(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("R", "p", "s", *["backspace"] * 11)
        await visit.type("soon")
        await visit.press("ctrl+s")
        assert "weekdays such as mon,wed,fri" in words_of(visit.lines)
        assert world.store.all("programmes") == {}


async def test_a_gate_speaks_before_anything_begins(world, open_home):
    world.journal.ledgers.set_profile({"falls": True})
    async with open_home((80, 24)) as visit:
        await visit.press("R", "p", "s", "ctrl+s")
        assert "a fall in the last year" in words_of(visit.lines)
        assert world.store.all("programmes") == {}


async def test_one_that_begins_later_is_waited_for(world, open_home):
    world.clock.set("2026-11-18T10:00")
    async with open_home((80, 24)) as visit:
        await visit.press("R", "p", "s", "tab", *["backspace"] * 10)
        await visit.type("2026-11-23")
        await visit.press("ctrl+s", "enter")
        assert said(visit) == "it begins Mon 23 Nov"
