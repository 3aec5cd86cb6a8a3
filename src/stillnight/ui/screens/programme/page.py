"""The leg-strength programme as a calendar. It counts nothing up and blames nobody."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from stillnight.domain.clock_rule import day_words
from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.programme.programme import TIP
from stillnight.journal.programme.programmes import Programmes, Standing
from stillnight.journal.programme.words import standing_lines
from stillnight.tips.card import grade_line
from stillnight.tips.coach.guide import Guide, for_week
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.pictures.programme import programme_lines
from stillnight.ui.screens.coach.log import Ended
from stillnight.ui.screens.coach.opening import open_coach, reliefs_of
from stillnight.ui.screens.confirm import ConfirmScreen
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.figure import Figure
from stillnight.ui.widgets.prose import Drawn, Prose, ProseLine

NO_URGE = 0
"""A session of the programme is by day, for nobody's urge: it is not asked for."""


class ProgrammePage(Page):
    """Twelve weeks of planned days; Enter begins the session of this week."""

    TITLE = "Leg strength"
    PLACE = Place.PROGRAMME
    BINDINGS: ClassVar = bindings(Place.PROGRAMME)
    DEFAULT_CSS = """
    ProgrammePage VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    """

    _standing: Standing | None = None

    def body(self) -> ComposeResult:
        """The calendar and what is said of it."""
        with VerticalScroll():
            yield Prose(())

    def on_mount(self) -> None:
        """The programme as it stands today."""
        super().on_mount()
        self.query_one(VerticalScroll).focus()
        self.reread()

    @cached_property
    def programmes(self) -> Programmes:
        """The programme of the journal.

        Raises:
            StillnightError: If a file that came with the program cannot be read.
        """
        return Programmes(self.journal, self.session.knowledge().library)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show the programme as it stands now."""
        try:
            self._standing = self.programmes.standing()
            lines = list(self._lines())
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self.query_one(Prose).show(lines)

    def _lines(self) -> Iterator[Drawn]:
        standing, bank = self._standing, self.programmes.library.wording.programme
        if standing is not None:
            yield from self._calendar(standing)
        if standing is None or not standing.is_running:
            yield ProseLine(bank["lead"])
            yield ProseLine("s begins it: you choose the days.")
            yield ProseLine("")
        yield ProseLine(bank["study"], style="$muted")
        tip = self.programmes.tip
        if tip is not None:
            yield ProseLine(grade_line(tip), style="$muted")
            yield ProseLine(tip.honest, style="$muted")

    def _calendar(self, standing: Standing) -> Iterator[Drawn]:
        """Where it stands, the weeks, what can be said of the nights."""
        today = self.journal.desk.today
        head, *looks = standing_lines(standing, self.programmes.library.wording.programme, today)
        yield ProseLine(head, style="$ink bold")
        yield Figure(lambda width: programme_lines(standing.weeks, today))
        yield ProseLine("")
        yield from (ProseLine(line) for line in looks)
        yield ProseLine("")

    # -- deeds ---------------------------------------------------------------------------------------

    def action_start(self) -> None:
        """Begin the session of this week."""
        standing = self._standing
        if standing is None or not standing.is_running:
            self.action_turn_programme()
            return
        if standing.week == 0:
            self.say(f"it begins {day_words(standing.programme.start)}")
            return
        try:
            guide = self._guide(standing.week)
            gate = self.programmes.why_not()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        if gate is not None:
            self.say(f"not for you now: {gate.reason}. {gate.instead}")
        elif guide is not None:
            open_coach(self, guide, NO_URGE, reliefs=reliefs_of(self.session), then=self._come_back)

    def _guide(self, week: int) -> Guide | None:
        return for_week(self.programmes.library.guides.values(), TIP, week)

    def _come_back(self, ended: Ended | None) -> None:
        if ended is not None:
            self.reread(ended.receipt)
            self.answer(ended.answer)

    def action_turn_programme(self) -> None:
        """Begin the programme, or end it after a yes."""
        if self._standing is None or not self._standing.is_running:
            from stillnight.ui.screens.programme.beginning import ask_to_begin

            ask_to_begin(self, self.programmes)
            return
        self.app.push_screen(ConfirmScreen("End the programme? What was done stays."), self._end)

    def _end(self, is_meant: bool | None) -> None:
        if is_meant:
            self.do(self.programmes.end, "the programme is ended · U brings it back")
