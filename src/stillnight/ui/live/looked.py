"""The message that goes from the look to the screens."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from stillnight.ui.live.look import Look


@dataclass
class Looked(Message):
    """Somebody looked at the journal, and there is something to tell."""

    look: Look
