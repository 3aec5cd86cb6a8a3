"""What a command says after it changed something: what is on record now, read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from stillnight.cli.console import say, warn
from stillnight.domain.clock_rule import span_words
from stillnight.domain.ports import Clock, Receipt
from stillnight.journal.field_words import said_words

__all__ = ["night_title", "said_words", "say_saved"]


def say_saved(
    receipt: Receipt, clock: Clock | None, what: str, words: str, tell: Callable[[str], None] = say
) -> None:
    """Say that something is safe, when, and what is on record now; a trouble goes to stderr.

    Args:
        receipt: What became of the write.
        clock: Where the user's wall clock runs; ``None`` leaves the time out, as in the night.
        what: What was written.
        words: What is on record of it.
        tell: Prints the line; where lines are kept short, something that folds it.
    """
    said = f"{what}: {words}" if words else what
    at = f" {receipt.at.astimezone(clock.zone):%H:%M}" if clock else ""
    if receipt.published:
        tell(f"saved{at}, {said}")
    else:
        tell(f"safe on this machine{at}, {said}")
        warn(receipt.problem or "the journal file could not be written; the entry follows with the next save")


def night_title(night: date) -> str:
    """A night as it is named in a line: ``night of Thu 19 → Fri 20 Nov``."""
    return f"night of {span_words(night)}"
