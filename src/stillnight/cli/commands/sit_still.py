"""``stillnight sit-still``: how long one sits still until the first urge to move, on plain lines."""

from __future__ import annotations

import sys

from stillnight.cli.asked_lines import Answers, answers, say_lines
from stillnight.cli.call import Call
from stillnight.cli.console import INTERRUPTED, finish
from stillnight.cli.keyboard_line import typed_within
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title, say_saved
from stillnight.domain.errors import StillnightError
from stillnight.domain.moment import Moment
from stillnight.journal.journal import Journal
from stillnight.journal.sit_still.keeping import keep, kept_minutes, night_of_try, note, nothing_words
from stillnight.journal.sit_still.timer import Phase, Try, begin, look, press, stop
from stillnight.journal.sit_still.words import WHEN, held_words, result_words
from stillnight.tips.coach.spans import minutes_words

LOOK_SECONDS = 5.0
"""How often the clock is looked at: often enough to notice a computer that slept."""

_YES = frozenset(("y", "yes"))


def add_arguments(parser: Parser) -> None:
    """Nothing but what it is."""
    parser.epilog = (
        "Enter is the first urge; s and Enter stops without one; Ctrl+C leaves, nothing is kept. A number "
        "that you know already: stillnight log --rest-latency-min 12"
        f"\n\n{parser.epilog}"
    )


def run(call: Call) -> int:
    """Say what to do, wait, and ask whether to keep what came of it."""
    journal = call.house.journal
    if sys.stdin is None or not sys.stdin.isatty():
        raise StillnightError(
            "sit-still waits for a key at a terminal; a number that you know already: "
            "stillnight log --rest-latency-min 12"
        )
    try:
        return _sit(journal, answers())
    except KeyboardInterrupt:
        say_lines("", "Left. Nothing was kept.")
        return INTERRUPTED


def _sit(journal: Journal, lines: Answers) -> int:
    say_lines(
        "Sit or lie down and keep your legs still; close your eyes if you like.",
        "Press Enter at the first urge to move them. Moving after that is quite all right.",
        WHEN,
        *filter(None, [held_words(kept_minutes(journal, journal.tonight))]),
        "",
    )
    if _asked(lines, "Enter begins.") is None:
        return 0
    say_lines("Enter at the first urge, s and Enter to stop without one.")
    one = _until_over(begin(journal.desk.clock.now()), journal)
    return _end(one, journal, lines)


def _until_over(one: Try, journal: Journal) -> Try:
    """Wait for the first urge, looking at the clock in between."""
    while not one.is_over:
        finish()
        typed = typed_within(sys.stdin, LOOK_SECONDS)
        now = journal.desk.clock.now()
        if typed is None:
            one = look(one, now)
        elif not typed or typed.strip().lower() == "s":
            one = stop(one, now)
        else:
            one = press(one, now)
    return one


def _end(one: Try, journal: Journal, lines: Answers) -> int:
    """Say what came of it, and keep it if that is wanted."""
    held = kept_minutes(journal, night_of_try(journal, one))
    say_lines("", *result_words(one, held))
    ask = _question(one, held)
    if not ask:
        return 0
    is_first = one.phase is Phase.FELT and held is None
    typed = _asked(lines, ask)
    if typed in _YES or (is_first and typed == ""):
        _write(one, journal)
    else:
        say_lines("Nothing was kept.")
    return 0


def _question(one: Try, held: int | None) -> str:
    """Whether to keep it; empty where there is nothing to keep."""
    if one.phase is Phase.FELT:
        replaces = f"y writes {one.minutes} instead, Enter drops it."
        return "Enter keeps it, n drops it." if held is None else replaces
    has_note = one.phase is Phase.NOTHING and one.minutes
    return "y puts it into tonight's note, Enter leaves it." if has_note else ""


def _write(one: Try, journal: Journal) -> None:
    is_felt = one.phase is Phase.FELT
    receipt = (keep if is_felt else note)(journal, one)
    words = f"{minutes_words(one.minutes)} at rest until it came" if is_felt else nothing_words(one)
    # no time of day at night
    clock = None if journal.browse.moment() is Moment.NIGHT else journal.desk.clock
    say_saved(receipt, clock, night_title(night_of_try(journal, one)), words, say_lines)


def _asked(lines: Answers, line: str) -> str | None:
    """What is typed after a line, in small letters; ``None`` at the end of the input."""
    say_lines(line)
    typed = lines.next()
    return typed.lower() if typed is not None else None
