"""What is said on the screen of a long sit with its breaks."""

from __future__ import annotations

from datetime import datetime, timedelta

from stillnight.journal.typed_length import length_words
from stillnight.tips.coach.sitting import Sitting, seconds_to_look

BEFORE = "Leave this page open while you sit: it says when a break is due, and leads through it."

ONE_S_OWN = "How often is our own choice: in the laboratory discomfort grew over 40 to 60 minutes of sitting."


def every_words(every: timedelta) -> str:
    """How often: ``A break every 45 min.``, as one sentence."""
    return f"A break every {length_words(every)}."


def next_words(sitting: Sitting, now: datetime) -> str:
    """When the next break is, to five minutes: who looks often sits no shorter."""
    minutes = round(seconds_to_look(sitting, now) / 300) * 5
    return f"The next break is in about {length_words(timedelta(minutes=max(minutes, 5)))}."


def missed_words(missed: int) -> str:
    """What passed while the computer slept; empty for nothing."""
    if not missed:
        return ""
    return f"{'A break' if missed == 1 else f'{missed} breaks'} passed while the computer slept."
