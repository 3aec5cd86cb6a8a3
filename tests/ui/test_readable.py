"""What is drawn can be read: every letter of every page is measured in every theme, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import Color
from rich.style import Style
from tests.ui.everything import EVERYTHING, show
from tests.ui.terminals import VGA, in_16
from tests.ui.visit import Visit
from tests.ui.world import TONIGHT, seed_shelf
from textual.app import ComposeResult
from textual.color import Color as TextualColor
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from stillnight.domain.moment import Moment
from stillnight.ui.theming import contrast

THEMES = seed_shelf("themes").documents
LEAST = dict.fromkeys(THEMES, 4.5) | {"contrast": 7.0}
"""What letters and digits of each theme keep to the ground that they stand on."""


def fill(world) -> None:
    """A month of nights and a red flag."""
    for day in range(1, 19):
        world.log(TONIGHT.replace(day=day), severity=day % 11)
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)


def faint(visit: Visit, theme: str) -> set[tuple[str, str, str, float]]:
    """The letters that cannot be read: (text, ink, ground, ratio)."""
    is_dark = THEMES[theme]["dark"]
    ink, ground = ("#d0d0d0", "#000000") if is_dark else ("#202020", "#ffffff")
    found = set()
    for text, style in letters(visit):
        colors = (_seen(style.color, ink), _seen(style.bgcolor, ground))
        one, other = reversed(colors) if style.reverse else colors
        ratio = contrast(one, other)
        if ratio < LEAST[theme] or style.dim:
            found.add((text.strip(), one, other, round(ratio, 2)))
    return found


def letters(visit: Visit) -> Iterator[tuple[str, Style]]:
    """Every piece of the uppermost screen that has letters or digits, with its style."""
    screen = visit.app.screen
    for y, row in enumerate(visit.cells):
        x = 0
        for text, style, _ in row:
            if any(map(str.isalnum, text)) and _is_uppermost(screen, x, y):
                yield text, style or Style()
            x += len(text)


def _is_uppermost(screen: Screen[object], x: int, y: int) -> bool:
    return not isinstance(screen, ModalScreen) or screen.get_widget_at(x, y)[0] is not screen


def _seen(color: Color | None, default: str) -> str:
    if color is None or color.is_default:
        return default
    if color.number is not None:
        return in_16(TextualColor.from_rich_color(color).hex, VGA, default)
    return color.get_truecolor().hex


async def wear(visit: Visit, theme: str) -> None:
    """Put on a theme."""
    visit.app.theme = theme
    await visit.settle()
    assert visit.app.theme == theme


@pytest.mark.parametrize("name", EVERYTHING)
async def test_every_letter_can_be_read_in_every_theme(world, open_home, name):
    fill(world)
    async with open_home((80, 24)) as visit:
        await show(visit, name)
        for theme in THEMES:
            await wear(visit, theme)
            assert faint(visit, theme) == set(), theme
            assert any(letters(visit)), "nothing to read"


class Widgets(Screen[None]):
    """Textual's own widgets, in every state that somebody reads them in."""

    def compose(self) -> ComposeResult:
        """Lists and text boxes, with the focus and without, empty and filled."""
        rows = ["highlighted", Option("disabled", disabled=True), None, *(f"row {n}" for n in range(20))]
        yield OptionList(*rows, id="list")
        yield OptionList(*rows, id="other")
        yield Input(placeholder="what it takes", id="empty")
        yield Input("typed words", id="line")
        yield TextArea(placeholder="what it takes", id="blank")
        yield TextArea("some words\nmore words", id="box")
        with VerticalScroll():
            yield Static("a line\n" * 40)

    def on_mount(self) -> None:
        """Put cursors and selections where they can be seen."""
        for number, one in enumerate(self.query(OptionList)):
            one.styles.height = 6
            one.highlighted = number
        self.query_one("#line", Input).action_select_all()
        self.query_one("#box", TextArea).action_select_all()
        for box in self.query(TextArea):
            box.styles.height = 4


@pytest.mark.parametrize("focused", ["list", "empty", "line", "blank", "box"])
async def test_the_widgets_of_textual_can_be_read_in_every_theme(open_home, focused):
    async with open_home((60, 44)) as visit:
        await visit.app.push_screen(Widgets())
        visit.app.screen.query_one(f"#{focused}").focus()
        for theme in THEMES:
            await wear(visit, theme)
            assert faint(visit, theme) == set(), theme


@pytest.mark.parametrize("focused", ["list", "line", "box"])
async def test_the_widgets_of_textual_are_red_in_the_night(world, open_home, focused):
    world.moment = Moment.NIGHT
    async with open_home((60, 44)) as visit:
        await visit.app.push_screen(Widgets())
        visit.app.screen.query_one(f"#{focused}").focus()
        visit.app.screen.query_one("#line").tooltip = "a tip"
        visit.app.notify("a word", title="a title")
        await visit.settle()
        assert {color for color in visit.colors() if color[2] or color[3]} == set()
