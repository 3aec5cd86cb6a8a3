"""What every full screen does alike: answer, undo, help, run a command of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, TypeVar

from textual.events import Key
from textual.screen import Screen
from textual.widget import Widget

from stillnight.domain.errors import StillnightError
from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt, Undone
from stillnight.journal.session import Session
from stillnight.ui.answers import Answer, after, after_undo
from stillnight.ui.commands import Place, named
from stillnight.ui.commands.command import USUAL_KEYS, Keymap
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.message_line import MessageLine

Result = TypeVar("Result")


class DeedScreen(Screen[Result]):
    """A full screen over the journal, with a line that answers."""

    TAKES_NEWS: ClassVar[bool] = True
    """Is there room for what somebody else has to say? In the dark it waits."""

    keymap: Keymap = USUAL_KEYS
    """The keys that the user gave to commands."""

    def __init__(self, session: Session, classes: str | None = None) -> None:
        """Prepare the screen.

        Args:
            session: The journal and everything else that was wired for this run.
            classes: The style classes that it begins with.
        """
        super().__init__(classes=classes)
        self.session = session
        self.journal = session.journal

    def on_mount(self) -> None:
        """The footer shows the keys that work."""
        self.wear_keys(self.keymap)

    def wear_keys(self, keymap: Keymap) -> None:
        """Show other keys than the usual ones."""
        self.keymap = keymap
        for foot in self.query(FootLine):
            foot.keymap = keymap

    @property
    def place(self) -> Place:
        """The pane or page that has the focus."""
        raise NotImplementedError

    @property
    def is_night(self) -> bool:
        """Is it night by the clock, or was a night asked for?"""
        return (self.session.moment or self.journal.browse.moment()) is Moment.NIGHT

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what the journal holds now, after a deed."""
        raise NotImplementedError

    def say(self, text: str, is_trouble: bool = False) -> None:
        """Answer the user in the line above the keys."""
        line = self.query_one(MessageLine)
        line.text, line.is_trouble = text, is_trouble

    def on_key(self, event: Key) -> None:
        """A letter, digit or sign that means nothing is answered, not swallowed."""
        sign = event.character or ""
        if sign.strip() and sign.isprintable() and event.key not in self.active_bindings:
            self.say(f"{sign} means nothing here; ? shows all keys")

    def answer(self, answer: Answer) -> None:
        """Say what became of a deed."""
        self.say(answer.text, answer.is_trouble)

    def do(self, write: Callable[[], Receipt], deed: str) -> bool:
        """Do a deed, say what became of it and show it; is it safe?

        Args:
            write: Does it.
            deed: What is said when it is done.
        """
        try:
            receipt = write()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return False
        self.answer(after(receipt, deed))
        self.reread(receipt)
        return True

    def action_undo(self) -> None:
        """Take the last change back."""
        self._turn(self.journal.undo, "undone")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._turn(self.journal.redo, "done again")

    def _turn(self, turn: Callable[[], Undone], word: str) -> None:
        try:
            undone = turn()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self.answer(after_undo(undone, word, has_clock=not self.is_night))
        self.reread(undone.receipt)

    def action_help(self) -> None:
        """Show all keys."""
        from stillnight.ui.screens.help import help_screen

        self.app.push_screen(help_screen(self.place, self.keymap))

    def owners(self) -> Mapping[Place, Widget]:
        """The widgets that do the commands of their place; the others are done by the screen."""
        return {}

    async def action_run_command(self, id: str) -> None:
        """Do what a command of the list does, wherever the focus is."""
        command = named(id)
        await self.owners().get(command.place, self).run_action(command.action)
