"""How bright the night may be: every cell of everything that is opened in the dark is measured.

What is measured is what is sent to a terminal of 256 colours or more. Where there are sixteen, only the names
red and black are sent and the terminal decides how bright they are; with NO_COLOR none is sent at all.
"""

from __future__ import annotations

import pytest
from tests.ui.visit import Visit
from tests.ui.world import TONIGHT, seed_shelf

from stillnight.ui.theme_bounds import Bounds, parse_bounds
from stillnight.ui.theming import parse_theme

EMBER = seed_shelf("themes").documents["ember"]

SCENES: dict[str, tuple[str, ...]] = {
    "waiting": (),
    "another relief": ("7", "down", "down"),
    "an answer": ("7", "backspace"),
    "a session": ("7", "enter"),
    "a session paused": ("7", "enter", "space"),
    "the urge before": ("enter",),
    "the urge afterwards": ("7", "enter", "z"),
    "the page of reliefs": ("R",),
    "its second entry": ("R", "down", "5"),
    "the red flags": ("exclamation_mark",),
    "a red flag ticked": ("exclamation_mark", "j", "space"),
    "its whole card": ("exclamation_mark", "space", "o"),
    "a red flag above the dark": ("exclamation_mark", "space", "escape", "z"),
    "the help": ("question_mark",),
    "the whole form": ("escape",),
    "the palette": ("ctrl+p",),
}
"""What can be opened in the dark, and the keys that open it."""


def beyond(visit: Visit, bounds: Bounds) -> set[tuple[str, str]]:
    """What is brighter than it may be: (text, colour); how bright the terminal's own are nobody knows."""
    found = {
        (text, f"#{red:02x}{green:02x}{blue:02x}")
        for text, red, green, blue in visit.colors()
        if not bounds.hold(f"#{red:02x}{green:02x}{blue:02x}")
    }
    found |= {(text, "ground") for text, style in visit.styles() if style.bgcolor is None}
    return found | {(text, "ink") for text, style in visit.styles() if style.color is None and text.strip()}


@pytest.mark.parametrize("scene", SCENES)
async def test_no_cell_is_brighter_than_the_theme_states(world, open_home, scene):
    world.log("2026-11-19", severity=4, lights_out="2026-11-19T23:00+01:00")
    world.clock.set("2026-11-20T03:10")
    async with open_home((80, 24)) as visit:
        await visit.press(*SCENES[scene])
        # the other size in the same visit: opening the program takes longest
        for size in ((80, 24), (44, 24)):
            await visit.pilot.resize_terminal(*size)
            await visit.settle()
            assert visit.text.strip()
            assert beyond(visit, parse_bounds("ember", EMBER)) == set()


@pytest.mark.parametrize("size", [(44, 24), (80, 24)])
async def test_what_is_black_is_black_in_every_cell(world, open_home, size):
    world.clock.set("2026-11-20T03:10")
    async with open_home(size) as visit:
        await visit.press("7")
        cells = [(text, style) for text, style in visit.styles()]
        assert "".join(text for text, _ in cells).strip() == ""
        assert {style.bgcolor.get_truecolor() for _, style in cells if style.bgcolor} == {(0, 0, 0)}
        assert [
            style for _, style in cells if style.bgcolor is None or style.reverse or style.underline
        ] == []
        assert sum(len(text) for text, _ in cells) == size[0] * size[1]


async def test_a_tick_from_before_is_no_brighter(world, open_home):
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    world.clock.set("2026-11-20T03:10")
    async with open_home((44, 24)) as visit:
        await visit.until(lambda: visit.text.startswith(" !"))
        assert beyond(visit, parse_bounds("ember", EMBER)) == set()


def test_the_measure_finds_what_is_too_bright():
    bounds = parse_bounds("ember", EMBER)
    assert [one for one in ("#ffffff", "#ff0001", "#ff0100", "#14151d") if bounds.hold(one)] == []


def test_with_sixteen_colours_nothing_but_red_and_black_is_named():
    theme = parse_theme("ember", EMBER, has_few_colors=True)
    colors = {color for color in theme.variables.values() if color.startswith("ansi_")}
    assert colors == {"ansi_black", "ansi_red", "ansi_bright_red"}
