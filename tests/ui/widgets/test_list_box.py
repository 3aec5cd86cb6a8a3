"""A list shows where its cursor is without its colour, in long rows, scrolled, and only with the focus."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from stillnight.ui.theming import variable_defaults
from stillnight.ui.widgets.list_box import ListBox

ROWS = [f"row {number}\nmore of it" for number in range(12)]


class Lists(App[None]):
    """Two lists, one of them with the focus."""

    CSS = "ListBox { height: 6; }"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours."""
        return variable_defaults()

    def compose(self) -> ComposeResult:
        """The same rows twice."""
        yield ListBox(*ROWS)
        yield ListBox(*ROWS)


def marked(pilot: Pilot[None]) -> list[str]:
    """The lines with the mark."""
    strips = pilot.app.screen._compositor.render_strips()
    return [strip.text.strip(" ▁▂▃▄▅▆▇") for strip in strips if "▸" in strip.text]


async def test_the_first_line_of_the_row_under_the_cursor_is_marked():
    async with Lists().run_test(size=(30, 12)) as pilot:
        assert marked(pilot) == ["▸row 0"]
        await pilot.press("down")
        assert marked(pilot) == ["▸row 1"]
        await pilot.press("G")
        await pilot.pause()
        assert marked(pilot) == ["▸row 11"]


async def test_the_mark_goes_with_the_focus():
    async with Lists().run_test(size=(30, 12)) as pilot:
        await pilot.press("j", "j", "tab")
        assert marked(pilot) == ["▸row 0"]
        await pilot.press("shift+tab")
        assert marked(pilot) == ["▸row 2"]


async def test_an_empty_list_has_no_mark():
    async with Lists().run_test(size=(30, 12)) as pilot:
        pilot.app.query_one(ListBox).clear_options()
        await pilot.pause()
        assert marked(pilot) == []
