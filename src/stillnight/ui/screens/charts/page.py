"""The page of the charts: four pictures of many nights, one in view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import var

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.charting import logged_dates
from stillnight.journal.session import Session
from stillnight.ui.bindings import bindings
from stillnight.ui.chart_sight import VIEWS, Sight, earlier, later, turned, widened
from stillnight.ui.charts import (
    EMPTY,
    View,
    compare_chart,
    newest_end,
    pair_of,
    raster_chart,
    severity_chart,
    strips_chart,
)
from stillnight.ui.commands import Place
from stillnight.ui.pictures.charts.frame import INK, Picture, words
from stillnight.ui.screens.charts.comparing import Chosen
from stillnight.ui.widgets.chart_pane import ChartPane
from stillnight.ui.widgets.section_line import SectionLine

NAMES = ("1 severity", "2 raster", "3 strips", "4 compare")
"""What the charts are called above them."""

NOTHING_TO_COMPARE = (
    "Nothing to compare yet. Once there are nights before and after a dose change, a mark or a visit, they "
    "stand here one under the other. Enter lets you name two stretches."
)


class ChartsPage(Chosen):
    """Severity over time, the night raster, strips, before and after."""

    TITLE = "Charts"
    PLACE = Place.CHARTS
    BINDINGS: ClassVar = bindings(Place.CHARTS)
    DEFAULT_CSS = """
    ChartsPage #body { padding: 0; }
    ChartsPage SectionLine { margin: 0; padding: 0 1; }
    ChartsPage.-wide SectionLine { margin: 0 0 1 0; }
    ChartsPage ChartPane { padding: 0 1; }
    ChartsPage.-narrow ChartPane.-raster, ChartsPage.-normal ChartPane.-raster { padding: 0; }
    """

    sight: var[Sight] = var(Sight(date(2000, 1, 1)), init=False)
    """Which chart, and which nights."""

    _is_due = _is_drawing = False

    @dataclass
    class Drawn(Message):
        """A chart was drawn, or could not be; then ``trouble`` says why."""

        picture: Picture | None
        trouble: str = ""

    def __init__(self, session: Session) -> None:
        """Look at the newest nights."""
        super().__init__(session)
        start = Sight(self.journal.tonight)
        self.set_reactive(ChartsPage.sight, start._replace(last=newest_end(self.journal, start.nights)))

    def body(self) -> ComposeResult:
        """The names of the charts, and the one in view."""
        yield SectionLine()
        yield ChartPane()

    def on_mount(self) -> None:
        """The first chart."""
        super().on_mount()
        self.query_one(SectionLine).names = NAMES

    @property
    def pane(self) -> ChartPane:
        """Where the chart is drawn."""
        return self.query_one(ChartPane)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Draw what the journal holds now, on a thread: a year takes longer than a frame."""
        self._is_due = True
        self._draw_next()

    def _draw_next(self) -> None:
        """Draw what is wanted by now, one picture at a time."""
        width, height = self.pane.size
        if self._is_due and not self._is_drawing and width:
            self._is_due, self._is_drawing = False, True
            self.run_worker(partial(self._draw, width, height), thread=True, group="drawing")

    def _draw(self, width: int, height: int) -> None:
        """Draw, in the thread; whatever goes wrong there is said here."""
        picture, trouble = None, ""
        try:
            picture = self._picture(width, height)
        except StillnightError as error:
            trouble = str(error)
        except Exception as error:
            trouble = f"the chart could not be drawn ({type(error).__name__}: {error})"
        # posted, not called: whoever leaves meanwhile waits for no answer
        self.post_message(self.Drawn(picture, trouble))

    @on(Drawn)
    def show_drawn(self, event: Drawn) -> None:
        """Show what was drawn, unless something else is wanted by now."""
        self._is_drawing = False
        if event.picture is not None and not self._is_due:
            self.pane.picture = event.picture
        if event.trouble:
            self.say(event.trouble, is_trouble=True)
        self._draw_next()

    @on(ChartPane.Fitted)
    def fit(self) -> None:
        """Draw for another size."""
        self.reread()

    def watch_sight(self, before: Sight, now: Sight) -> None:
        """Draw something else; another chart begins above."""
        if before.view is not now.view:
            self.query_one(SectionLine).index = VIEWS.index(now.view)
            self.pane.top = 0
            # a night in half-hours takes every column of a small screen
            self.pane.set_class(now.view is View.RASTER, "-raster")
            self.say("")
        self.reread()

    def _picture(self, width: int, height: int) -> Picture:
        journal, sight = self.journal, self.sight
        if not logged_dates(journal):
            return Picture(words(EMPTY, width, INK))
        if sight.view is View.SEVERITY:
            return severity_chart(journal, sight.stretch, width, height)
        if sight.view is View.RASTER:
            return raster_chart(journal, sight.last, height, width).cut(height)
        if sight.view is View.STRIPS:
            return strips_chart(journal, sight.stretch, width)
        sides = self.sides(sight.nights)
        if sides is None:
            return Picture(words(NOTHING_TO_COMPARE, width, INK))
        return compare_chart(journal, pair_of(journal, *sides), width)

    def action_show(self, name: str) -> None:
        """Show a chart by its name."""
        self.sight = self.sight._replace(view=View(name))

    def action_turn(self, step: int) -> None:
        """Show the next chart, or the one before."""
        self.sight = turned(self.sight, step)

    @on(SectionLine.Chosen)
    def go_there(self, event: SectionLine.Chosen) -> None:
        """Show the chart that was clicked."""
        self.sight = self.sight._replace(view=VIEWS[event.index])

    def action_widen(self) -> None:
        """Show more nights, or few again."""
        if self.sight.view is View.RASTER:
            self.say("the raster shows as many nights as there is room for · ↓ older ones")
            return
        is_compare = self.sight.view is View.COMPARE
        self.two = None
        self.sight = widened(self.sight)
        self.say(f"{self.sight.nights} nights{' on each side' * is_compare}")

    def action_choose(self) -> None:
        """Choose what is compared."""
        self.sight = self.sight._replace(view=View.COMPARE)
        self.ask_what(self.sight.nights)

    def action_move(self, step: int) -> None:
        """Earlier or later nights; in the comparison what happened earlier or later."""
        if self.sight.view is View.COMPARE:
            self.move_event(step, self.sight.nights)
        else:
            self._move_to(step, self._in_view)

    def action_newest(self) -> None:
        """Back to the newest nights, and to what happened last."""
        self.sight = self.sight._replace(last=newest_end(self.journal, self.sight.nights))
        self.choose_event(None)

    def action_roll(self, lines: int) -> None:
        """Scroll; the raster goes from night to night."""
        if self.sight.view is View.RASTER:
            self._move_to(-1 if lines > 0 else 1, 1)
        else:
            self.pane.roll(lines)

    def action_roll_page(self, step: int) -> None:
        """Scroll by what is in view."""
        if self.sight.view is View.RASTER:
            self._move_to(-step, self._in_view)
        else:
            self.pane.roll(step * max(self.pane.room - 1, 1))

    @on(ChartPane.Rolled)
    def follow_wheel(self, event: ChartPane.Rolled) -> None:
        """Scroll by the wheel."""
        self.action_roll(event.lines)

    @property
    def _in_view(self) -> int:
        """How many nights are in view."""
        return self.pane.room if self.sight.view is View.RASTER else self.sight.nights

    def _move_to(self, step: int, nights: int) -> None:
        dates, tonight = logged_dates(self.journal), self.journal.tonight
        if step < 0:
            moved = earlier(self.sight, dates, nights)
        else:
            moved = later(self.sight, dates, nights, max([tonight, *dates[-1:]]))
        if moved is None:
            self.say("there are no earlier nights" if step < 0 else "these are the newest nights")
        else:
            self.sight = moved
