"""What is typed stands in line: the next key waits until the one before has done what it does.

Textual sends a key to whatever has the focus when it arrives, but what the key before it does may come
about some messages later: a text box is opened, another pane gets the focus, a page is laid over Home. Over
a slow line, or behind a box that takes a moment to be made, keys would answer the form instead of standing
in the note.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from textual.events import Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

LAPS = 2
"""So often a messenger goes behind a key: once behind the key, once behind what the key asked for."""

MOST_LAPS = 20
"""So often it goes at most, while the focus or the screen still changes."""

PATIENCE_SECONDS = 2.0
"""A key that was not answered for so long, though others were typed since, is given up; our choice."""

Typed = Key | Paste
"""What somebody types or pastes."""


class _Here(NamedTuple):
    """Where keys go."""

    screen: Screen[object]
    focused: Widget | None


class KeyLine:
    """What was typed and waits, and what is being answered.

    Attributes:
        number: Of the key that was answered last, or is being answered.
    """

    def __init__(self, heard: Callable[[int], Awaitable[None]]) -> None:
        """Let every key wait, until :meth:`open` says that there is somebody to answer.

        Args:
            heard: Called in the app with its number once everybody on a key's way has heard it.
        """
        self.number = 0
        self._heard = heard
        self._waiting: deque[Typed] = deque()
        self._is_free = self._is_text = False
        self._laps = 0
        self._here: _Here | None = None

    @property
    def is_held_up(self) -> bool:
        """Does something wait for what is being answered?"""
        return self.number > 0 and not self._is_free and bool(self._waiting)

    def open(self) -> None:
        """There is somebody to answer what was typed."""
        self._is_free = True

    def add(self, typed: Typed) -> None:
        """Let something that was typed stand in line."""
        self._waiting.append(typed)

    def take(self, screen: Screen[object]) -> Typed | None:
        """What is to be answered next; ``None`` while nothing waits, or something is being answered."""
        if not self._is_free or not self._waiting:
            return None
        self._is_free = False
        self.number += 1
        self._laps, self._here = 0, _Here(screen, screen.focused)
        typed = self._waiting.popleft()
        self._is_text = _is_text(typed, screen.focused)
        return typed

    def follow(self, screen: Screen[object]) -> None:
        """Send a messenger behind what is being answered; on another screen once that is there."""
        if self._is_text:
            # it leads nowhere, and the next one stands behind it in the text box
            self._is_free = True
            return
        before, self._here = self._here, _Here(screen, screen.focused)
        if before is not None and before.screen is not screen:
            screen.call_after_refresh(self._send, screen)
        else:
            self._send(screen)

    def hear(self, number: int, screen: Screen[object]) -> None:
        """A messenger is back: it goes again until nothing changes any more, then the next may come.

        Args:
            number: Of what it followed.
            screen: The one that is uppermost now.
        """
        if number != self.number or self._is_free:
            return
        self._laps += 1
        is_settled = self._here == _Here(screen, screen.focused)
        if self._laps < LAPS or (not is_settled and self._laps < MOST_LAPS):
            self.follow(screen)
        else:
            self._is_free = True

    def give_up(self, number: int) -> None:
        """Let the next come though nobody told that this one was answered."""
        self._is_free = self._is_free or number == self.number

    def _send(self, screen: Screen[object]) -> None:
        self._hop((screen.focused or screen).ancestors_with_self, self.number)

    def _hop(self, way: Sequence[MessagePump], number: int) -> None:
        """Stand in line with whoever is next on a key's way; who is being closed is passed by."""
        for at, here in enumerate(way[:-1]):
            if here.call_later(self._hop, way[at + 1 :], number):
                return
        way[-1].call_later(self._heard, number)


def _is_text(typed: Typed, focused: Widget | None) -> bool:
    """Is it a sign for a text box, which just takes it?"""
    if focused is None or isinstance(typed, Paste):
        return False
    return focused.check_consume_key(typed.key, typed.character)
