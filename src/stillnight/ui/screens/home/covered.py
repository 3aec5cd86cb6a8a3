"""Home under the dark: what can wait waits there until somebody looks at it again."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from stillnight.domain.errors import StillnightError
from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt
from stillnight.ui.screens.home.trying import Trying
from stillnight.ui.widgets.message_line import MessageLine

GOOD_NIGHT = "saved, lights out. Good night."
"""What is said last, before it is dark."""


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
        """Save, note that the lights go out, after pacing for the second time too, and be dark."""
        before, was_out = self._receipt, self.are_lights_out()
        super().action_lights_out()
        if self.moment is not Moment.NIGHT or self.writing != self.tonight or self.is_typing:
            return
        line = self.query_one(MessageLine)
        said = self._again() if was_out else ""
        if not was_out and self._receipt is not before and not line.is_trouble:
            said = GOOD_NIGHT
        self.post_message(self.DarkWanted(said or line.text, line.is_trouble))
        if not line.is_trouble:
            # it is said in the dark, and may be taken back there
            self.say("")

    def _again(self) -> str:
        """Note that the lights go out again; in words, empty where no bout got anybody up."""
        from stillnight.journal.at_night.lights import mark_lights

        try:
            marked = mark_lights(self.journal)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return str(error)
        return marked.words if marked.receipt else ""
