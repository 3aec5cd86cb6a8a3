"""Before and after: around what, or which two stretches; chosen from a list or typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.reactive import var

from stillnight.domain.errors import BadInput
from stillnight.insight.charts.events import Event
from stillnight.insight.charts.stretches import Stretch, around
from stillnight.journal.typed_date import read_date
from stillnight.ui.charts import check_stretch, newest_end, pairable, stretches_lately
from stillnight.ui.pictures.charts.frame import full_words
from stillnight.ui.screens.choose import ChooseScreen, Words
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.sheet import Answers, Asked, SheetScreen

LATELY, TYPED = "the newest nights and those before them", "two stretches that you type"
"""What can be compared though nothing happened."""

LINES = {"from_1": "1: from", "to_1": "1: to", "from_2": "2: from", "to_2": "2: to"}
"""The lines of the sheet for two stretches."""


class Sides(NamedTuple):
    """Two stretches, and what lies between them where they were chosen by it."""

    one: Stretch
    other: Stretch
    event: Event | None = None


class Chosen(Page):
    """A page that knows what is to be compared."""

    event: var[Event | None] = var(None, init=False)
    """What lies between before and after; ``None`` is the newest of what happened."""
    two: var[tuple[Stretch, Stretch] | None] = var(None, init=False)
    """Two stretches that were typed."""
    is_lately: var[bool] = var(False, init=False)
    """Is it the newest nights against those before them?"""

    def sides(self, nights: int) -> Sides | None:
        """What was chosen, else what happened last, else the newest nights and those before them.

        Args:
            nights: So many on each side.
        """
        if self.two:
            return Sides(*self.two)
        event = None if self.is_lately else self._event_among(pairable(self.journal, nights))
        if event:
            return Sides(*around(event.date, nights, self.journal.tonight), event)
        lately = stretches_lately(self.journal, newest_end(self.journal, nights), nights)
        return Sides(*lately) if lately else None

    def _event_among(self, events: list[Event]) -> Event | None:
        """The one that was chosen, as long as it has nights on both sides; else the newest."""
        return self.event if self.event in events else events[0] if events else None

    def choose_event(self, event: Event | None, is_lately: bool = False) -> None:
        """Look at the time before and after something."""
        self.event, self.two, self.is_lately = event, None, is_lately
        self.reread()

    def move_event(self, step: int, nights: int) -> None:
        """Look at what happened before, or after; where nothing did, it stays and is said."""
        events = pairable(self.journal, nights)
        here = self._event_among(events)
        at = 0 if here is None or self.two or self.is_lately else events.index(here) - step
        if 0 <= at < len(events):
            self.choose_event(events[at])
        else:
            self.say(f"nothing {'earlier' if step < 0 else 'later'} has nights before and after it")

    def ask_what(self, nights: int) -> None:
        """Let the user choose from what happened, or type two stretches."""
        events = {f"{full_words(one.date)}  {one.words}": one for one in pairable(self.journal, nights)}
        names = [*events, LATELY, TYPED]

        def keep(name: str | None) -> None:
            if name == TYPED:
                self._ask_dates(nights)
            elif name is not None:
                self.choose_event(events.get(name), is_lately=name == LATELY)

        # where columns are few a name is cut off, and stands whole below the list
        whole = {name: Words(about=name) for name in names}
        title = f"Before and after, {nights} nights each"
        self.app.push_screen(ChooseScreen(title, names, self._here(events), lambda name: None, whole), keep)

    def _here(self, events: Mapping[str, Event]) -> str:
        """What is looked at now, as the list names it."""
        if self.two:
            return TYPED
        event = None if self.is_lately else self._event_among(list(events.values()))
        return next((name for name, one in events.items() if one == event), LATELY)

    def _ask_dates(self, nights: int) -> None:
        shown = self.sides(nights)
        ends = [*shown.one, *shown.other] if shown else []
        kept = dict(zip(LINES, (end.isoformat() for end in ends), strict=False))
        asked = [
            Asked(name, label, hint=f"{kept[name]} if empty" if name in kept else "2026-11-01 · 1 Nov · mon")
            for name, label in LINES.items()
        ]

        def take(answers: Answers) -> None:
            self._take_dates({name: answers[name] or kept.get(name, "") for name in LINES})

        self.app.push_screen(SheetScreen("Two stretches", asked, take))

    def _take_dates(self, answers: Mapping[str, str]) -> None:
        """Compare what was typed.

        Raises:
            BadInput: If it cannot be read, or no night is logged in it; then nothing is changed.
        """
        one, other = (self._stretch(answers, number) for number in (1, 2))
        self.two = one, other
        self.reread()

    def _stretch(self, answers: Mapping[str, str], number: int) -> Stretch:
        tonight = self.journal.tonight
        ends = (read_date(answers[name], None, tonight, name) for name in (f"from_{number}", f"to_{number}"))
        stretch = Stretch(*ends)
        try:
            check_stretch(self.journal, stretch)
        except BadInput as error:
            raise BadInput(f"{number}: {error}") from None
        return stretch
