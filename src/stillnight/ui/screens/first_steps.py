"""The first steps: where the journal lives, the usual bedtime, what the evening form asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.first_steps import STEPS, Row, bedtime_rows, factor_rows, first_open, place_rows
from stillnight.journal.places import Living
from stillnight.journal.places import Place as Spot
from stillnight.journal.session import Session
from stillnight.journal.setting_history import SettingHistory
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.answer_box import AnswerBox, Look

CHECKUP, HOME = "=checkup", "=home"
"""What can be chosen at the end."""

BY_SETTING = ("settings", "the usual folder", "default")
"""Who may have said where the journal lives, if it is to be taken elsewhere."""


class FirstStepsPage(Page):
    """One step after the other; each can be skipped, and each is kept at once."""

    TITLE = "First steps"
    PLACE = Place.FIRST_STEPS
    IS_STILL = True
    BINDINGS: ClassVar = bindings(Place.FIRST_STEPS)

    @dataclass
    class Moved(Message):
        """The journal lives elsewhere now, and was opened there."""

        session: Session
        said: str

    _at: int = 0
    _found: Sequence[Spot] | None = None
    _history: SettingHistory

    def body(self) -> ComposeResult:
        """The step."""
        yield AnswerBox()

    def on_mount(self) -> None:
        """Begin with the first step that was never taken."""
        super().on_mount()
        self._history = SettingHistory(self.session.settings())
        self._go(first_open(self.session.settings().said))

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what holds now."""
        self._show(self.query_one(AnswerBox).here)

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(STEPS))
        self._show()
        if self._setting == "journal" and self._found is None and self._living:
            self.look()

    @property
    def _setting(self) -> str:
        return STEPS[self._at].setting if self._at < len(STEPS) else ""

    @property
    def _living(self) -> Living | None:
        """Where the journal can live; ``None`` where something wins over the settings."""
        is_free = self.session.settings().said("journal").by in BY_SETTING
        return self.session.living() if self.session.living and is_free else None

    def _show(self, here: str = "") -> None:
        """Show the step, the cursor where it was."""
        box, rows = self.query_one(AnswerBox), self._rows()
        at = next((number for number, row in enumerate(rows) if here and row.value == here), None)
        if self._at == len(STEPS):
            box.ask("That is all.", "Everything can be changed later: S settings, F these steps.")
            box.offer(rows, 0)
            return
        step = STEPS[self._at]
        box.ask(f"{self._at + 1} of {len(STEPS)}  {step.ask}", f"{step.help}{self._aside}")
        if at is None and step.setting != "bedtime":
            at = 0
        box.offer(rows, at, Look.TICKED if step.setting == "factors" else Look.PLAIN)

    @property
    def _aside(self) -> str:
        if self._setting != "journal":
            return ""
        said = self.session.settings().said("journal")
        if said.by not in BY_SETTING:
            return f" This time {said.by} says where it is, so it stays there."
        if self._living is None:
            return ""
        if self._found is None:
            return " Looking for cloud folders …"
        return "" if self._found else " No cloud folder was found; stillnight move PATH takes it anywhere."

    def _rows(self) -> list[Row]:
        settings = self.session.settings()
        match self._setting:
            case "journal":
                shown = self._living.shown if self._living else str
                return place_rows(self._found or (), settings.said("journal").text, shown)
            case "bedtime":
                return bedtime_rows(self.session.preferences.bedtime)
            case "factors":
                return factor_rows(self.journal.ledgers.factors())
        return [Row(CHECKUP, "go on with nine short questions (C)"), Row(HOME, "back to the night")]

    @work(thread=True, exclusive=True)
    def look(self) -> None:
        """Look for cloud folders; a folder on a slow network must not hold the screen up."""
        living = self._living
        found = living.find() if living else ()
        self.app.call_from_thread(self.show_found, found)

    def show_found(self, found: Sequence[Spot]) -> None:
        """Offer what was found."""
        self._found = found
        if self.is_attached and self._setting == "journal":
            self._show()

    @on(AnswerBox.Chosen)
    def take(self, event: AnswerBox.Chosen) -> None:
        """Take what was chosen and go on."""
        match self._setting:
            case "journal":
                self._live_at(event.value)
            case "bedtime":
                self._keep_bedtime(event.value)
            case "factors":
                self._toggle(event.value)
            case _:
                self._leave(event.value)

    def _live_at(self, file: str) -> None:
        living = self._living
        spot = next((one for one in self._found or () if one.file == file), None)
        if living is None or spot is None or file == self.session.settings().said("journal").text:
            self._go(self._at + 1)
            return
        try:
            said = living.take(spot)
            self.post_message(self.Moved(living.reopen(), said))
        except StillnightError as error:
            self.say(str(error), is_trouble=True)

    def _keep_bedtime(self, clock: str) -> None:
        try:
            self.session.save_setting("bedtime", clock)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self._history.notice()
        self.say(f"usual bedtime {clock} · U takes it back")
        self._go(self._at + 1)

    def do(self, write: Callable[[], Receipt], deed: str) -> bool:
        """Do a deed of the journal, which it can undo itself; see :meth:`DeedScreen.do`."""
        is_done = super().do(write, deed)
        if is_done:
            self._history.notice_deed()
        return is_done

    def action_undo(self) -> None:
        """Take the last change back, the bedtime too, which this device keeps."""
        last = self._history.take_back()
        if last is None:
            super().action_undo()
            return
        try:
            if last.typed is None:
                self.session.reset_setting(last.name)
            else:
                self.session.save_setting(last.name, last.typed)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self._history.forget_last()
        self._go(next((at for at, step in enumerate(STEPS) if step.setting == last.name), self._at))
        self.say(f"undone: {last.name}")

    def _toggle(self, slug: str) -> None:
        factor = self.journal.ledgers.factors()[slug]
        deed = f"the form {'no longer asks' if factor.shown else 'asks'} {factor.label}"
        self.do(lambda: self.journal.ledgers.show_factor(slug, not factor.shown), deed)

    def _leave(self, value: str) -> None:
        if value == CHECKUP:
            self.call_later(self.run_action, "app.open_page('checkup')")
        else:
            self.action_close()

    def action_choose(self) -> None:
        """Take the answer under the cursor, or the line."""
        self.query_one(AnswerBox).choose_here()

    def action_turn(self) -> None:
        """Let the form ask the factor under the cursor, or no longer."""
        here = self.query_one(AnswerBox).here
        if self._setting == "factors" and here:
            self._toggle(here)

    def action_step(self, step: int) -> None:
        """Another step, this one as it is."""
        self._go(self._at + step)
