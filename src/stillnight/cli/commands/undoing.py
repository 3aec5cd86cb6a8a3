"""``stillnight undo`` and ``redo``: this device's last change, back and forth."""

from __future__ import annotations

from collections.abc import Iterator

from stillnight.cli.call import Call
from stillnight.cli.console import say, warn
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title, said_words
from stillnight.domain.ids import night_of_id
from stillnight.domain.ports import NIGHTS, Undone
from stillnight.journal.journal import Journal

_SAID = {"undo": "undone", "redo": "done again"}


def add_arguments(parser: Parser) -> None:
    """Nothing to choose."""


def run(call: Call) -> int:
    """Take the last change back, or do it again, and say what is on record now."""
    journal = call.house.journal
    done = journal.undo() if call.name == "undo" else journal.redo()
    word = _SAID[call.name]
    if done.receipt is None:
        say(f"nothing to be {word}")
        return 0
    say(f"{word}: {done.label}")
    for line in _nights_now(journal, done):
        say(f"  {line}")
    for table, number, field in done.kept:
        say(f"  left alone, because it was changed since: {field} of {_name(table, number)}")
    if done.receipt.problem:
        warn(done.receipt.problem)
    return 0


def _nights_now(journal: Journal, done: Undone) -> Iterator[str]:
    factors = journal.ledgers.factors()
    touched = [number for table, number in done.touched if table == NIGHTS]
    for number in touched[:5]:
        night = journal.browse.night(night_of_id(number))
        words = ", ".join(said_words(night.values, factors)) if night.logged else "no entry"
        yield f"{night_title(night.date)}: {words or 'no answers'}"
    if len(touched) > 5:
        yield f"and {len(touched) - 5} more nights"


def _name(table: str, number: int) -> str:
    return night_title(night_of_id(number)) if table == NIGHTS else table
