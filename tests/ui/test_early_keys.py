"""Keys that are typed before there is a form to take them wait for it."""

from __future__ import annotations

import pytest

from stillnight.ui.app import StillnightApp


@pytest.mark.parametrize("save", ["enter", "ctrl+j"])
def test_what_is_typed_while_the_program_starts_is_not_lost(world, save):
    """A line that was ended before the terminal listened for single keys arrives with Ctrl+J for Enter."""
    app = StillnightApp(world.session())
    found = []

    async def type_at_once(pilot):
        found.append(app.screen.is_mounted)
        await pilot.press("6", "2", "1", "3", "0", "c", save)
        for _ in range(5):
            await pilot.pause()
        app.exit()

    app.run(headless=True, auto_pilot=type_at_once, size=(80, 24))
    assert found == [False], "Home was there before the first key"
    night = world.night()
    assert (night["severity"], night["onset"], night["f.caffeine"]) == (6, "2026-11-19T21:30+01:00", 2)
