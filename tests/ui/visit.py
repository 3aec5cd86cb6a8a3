"""One visit to the program: keys go in, the screen is read as plain lines."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from tests.ui.world import World
from textual.pilot import Pilot
from textual.widget import Widget

from stillnight.ui.app import StillnightApp
from stillnight.ui.screens.home.screen import HomeScreen
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.top_line import TopLine

TRIES = 200
"""So many rounds of the message loop something may take to come about."""


@dataclass
class Visit:
    """The running program.

    Attributes:
        app: The program.
        pilot: Presses keys and clicks.
    """

    app: StillnightApp
    pilot: Pilot[None]

    @property
    def home(self) -> HomeScreen:
        """Home, also while another page lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, HomeScreen))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other and let the program answer."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type words into a text box."""
        names = {" ": "space", ".": "full_stop", "-": "minus"}
        await self.press(*(names.get(sign, sign) for sign in text))

    async def settle(self) -> None:
        """Let everything under way arrive: messages, what waits for a frame, the frame."""
        for _ in range(3):
            await self.pilot.pause()

    async def look(self) -> None:
        """Look at the journal once, as the program does every second, and let it show what came."""
        await self.until(lambda: self.app.lookout is not None)
        assert self.app.lookout is not None
        self.app.lookout.look()
        await self.settle()

    async def until(self, came_about: Callable[[], bool]) -> None:
        """Let the program work until something has come about."""
        for _ in range(TRIES):
            if came_about():
                return
            await self.pilot.pause()
        raise AssertionError("it did not come about; the screen shows\n" + self.text)

    @property
    def cells(self) -> list[list[Segment]]:
        """The screen as it is drawn now, row by row."""
        return [list(strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def lines(self) -> list[str]:
        """The screen as plain lines."""
        return ["".join(segment.text for segment in row) for row in self.cells]

    @property
    def text(self) -> str:
        """The screen as one plain text."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def words(self) -> str:
        """The screen's words without frames and line breaks; panes that stand side by side are mixed."""
        return words_of(self.lines)

    def words_in(self, widget: type[Widget]) -> str:
        """The words that a widget shows now, without frames and line breaks, for sentences that wrap."""
        region = self.app.screen.query_one(widget).region
        rows = self.lines[region.y : region.bottom]
        return words_of(row[region.x : region.right] for row in rows)

    @property
    def answer(self) -> str:
        """What the program last said above the keys."""
        return self.home.query_one(MessageLine).text

    @property
    def answer_is_trouble(self) -> bool:
        """Is it said in the colour of something that went wrong?"""
        return self.home.query_one(MessageLine).is_trouble

    @property
    def status(self) -> str:
        """What the top line says of the last save."""
        return self.home.query_one(TopLine).status

    def styles(self) -> Iterator[tuple[str, Style]]:
        """Every piece of the screen with its style."""
        return ((text, style or Style()) for row in self.cells for text, style, _ in row)

    def colors(self) -> Iterator[tuple[str, int, int, int]]:
        """Every colour that is seen, with the text it is used for: (text, red, green, blue)."""
        for text, style in self.styles():
            lines = style.underline or style.reverse or style.strike
            ink = style.color if text.strip() or lines else None
            for color in (ink, style.bgcolor):
                if color is not None:
                    yield text, *color.get_truecolor()


def words_of(lines: Iterable[str]) -> str:
    """Lines as one run of words, without frames."""
    return " ".join("\n".join(lines).translate(_NO_FRAMES).split())


_NO_FRAMES = str.maketrans(dict.fromkeys("│╭╮╰╯─▏▎▍▌▋▊▉", " "))


@asynccontextmanager
async def visit(world: World, size: tuple[int, int] = (120, 34)) -> AsyncIterator[Visit]:
    """Open the program on a screen of (columns, rows); Home is settled when it is handed out."""
    app = StillnightApp(world.session())
    async with app.run_test(size=size, notifications=True) as pilot:
        here = Visit(app, pilot)
        await here.settle()
        yield here
