"""Home under the dark: what can wait waits there until somebody looks at it again."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt
from stillnight.ui.screens.home.trying import Trying
from stillnight.ui.widgets.message_line import MessageLine


class Covered(Trying):
    """Home as something that the night is laid over."""

    is_covered = False
    """Does the dark lie over it?"""

    _waits = False

    @dataclass
    class DarkWanted(Message):
        """Somebody wants to see nothing any more.

        Attributes:
            said: What was done just now, in a few words; empty where nothing was.
            is_trouble: Did something go wrong?
        """

        said: str = ""
        is_trouble: bool = False

    @property
    def is_typing(self) -> bool:
        """Is something typed in the form and not saved?"""
        typed = self.form.state
        return typed.is_dirty or bool(typed.digits) or self.night_pane.note_box is not None

    def think(self) -> None:
        """Find anew what is worth checking, once somebody can see it."""
        if not self.is_covered:
            super().think()

    def look_around(self) -> None:
        """What is done once Home is seen for the first time."""
        self._waits = self.is_covered
        if not self.is_covered:
            self.begin()
            self.settle_plan()
            self.remind()

    def begin(self) -> None:
        """With the first nights, offer what is done at the beginning."""
        raise NotImplementedError

    def uncover(self, receipt: Receipt | None) -> None:
        """The dark is gone: show what was done in it.

        Args:
            receipt: Of the last save in the dark; ``None`` where nothing was saved.
        """
        self.is_covered = False
        self.notice_time()
        self.reread(receipt)
        if self._waits:
            self._waits = False
            self.look_around()

    def action_lights_out(self) -> None:
        """Save, note that the lights go out, and be dark."""
        before = self._receipt
        super().action_lights_out()
        is_saved = self._receipt is not before
        if self.moment is Moment.NIGHT and self.writing == self.tonight and not self.is_typing:
            line = self.query_one(MessageLine)
            said = "saved, lights out. Good night." if is_saved and not line.is_trouble else line.text
            self.post_message(self.DarkWanted(said, line.is_trouble))
