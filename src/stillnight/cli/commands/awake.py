"""``stillnight awake``: one bout or awakening in the night."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date, datetime

from stillnight.cli.call import Call
from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title, say_saved
from stillnight.domain.clock_rule import night_of, parse_clock
from stillnight.domain.errors import BadInput
from stillnight.domain.ids import timed_id
from stillnight.journal.day_words import episode_words
from stillnight.journal.journal import Journal

_OPTIONS = {
    "--relief": ("ID", "what was done against it, such as walk; stillnight tips has more"),
    "--minutes": ("0-240", "for how long that was done"),
    "--after": ("0-10", "the urge afterwards"),
    "--out-of-bed": ("yes|no", "did it take getting up?"),
    "--completed": ("yes|no", "was the relief done to its end?"),
    "--back": ("HH:MM", "when the lights went out again"),
}

_ABOUT = """\
Without anything on a terminal it asks how strong it is, notes that at once, offers a relief and leads
through it."""

_SAID = ("severity", "relief", "minutes", "after", "out_of_bed", "completed", "back")


def add_arguments(parser: Parser) -> None:
    """Severity, when, and what was done."""
    parser.add_argument("severity", nargs="?", metavar="SEVERITY", help="the urge to move, 0-10 (x is 10)")
    parser.epilog = f"{_ABOUT}\n\n{parser.epilog}"
    parser.add_argument("--at", metavar="HH:MM", help="when it began; now if not given")
    parser.add_argument("--night", metavar="DATE", help="in another night than tonight; needs --at")
    for name, (takes, about) in _OPTIONS.items():
        parser.add_argument(name, metavar=takes, help=about)


def run(call: Call) -> int:
    """Write the episode and say it, read back; where nothing is said of it on a terminal, ask."""
    if _is_bare(call.args) and _is_at_terminal():
        from stillnight.cli.relief.waking import wake_on_lines

        return wake_on_lines(call)
    journal = call.house.journal
    at = _begun(call, journal)
    if call.args.back is not None:
        time_of_bout(call.args.back, night_of(at, journal.desk.rollover), journal, "back")
    given = {name: value for name in _SAID if (value := getattr(call.args, name)) is not None}
    values = {"back_at" if name == "back" else name: value for name, value in given.items()}
    log_bout(journal, at, values)
    return 0


def _is_bare(args: Namespace) -> bool:
    """Was nothing said of the episode, not even when it was?"""
    return all(getattr(args, name) is None for name in (*_SAID, "at", "night"))


def _is_at_terminal() -> bool:
    """Does somebody read and type here? A script that logs an awakening waits for nobody."""
    from stillnight.cli.asked_lines import is_at_terminal

    return is_at_terminal()


def log_bout(journal: Journal, at: datetime, values: Mapping[str, object]) -> None:
    """Write an episode and say it, read back; another one may have begun in the same minute."""
    number = timed_id(at)
    receipt = journal.record.awake(at, values, number)
    night = night_of(at.astimezone(journal.desk.clock.zone), journal.desk.rollover)
    kept = journal.browse.episode(number)
    words = f"awake {episode_words(kept)}" if kept else "awake"
    say_saved(receipt, journal.desk.clock, night_title(night), words)


def _begun(call: Call, journal: Journal) -> datetime:
    """When the episode began.

    Raises:
        BadInput: If that is no time, or still to come.
    """
    now = journal.desk.clock.now().astimezone(journal.desk.clock.zone)
    if call.args.at is None:
        if call.args.night is not None:
            raise BadInput("--night: say when in that night, for example --at 02:10")
        return now
    night = read_night(call.args.night, journal.tonight) if call.args.night is not None else journal.tonight
    return time_of_bout(call.args.at, night, journal)


def time_of_bout(typed: str, night: date, journal: Journal, name: str = "at") -> datetime:
    """When an episode of a night began, as typed, or another time of it.

    Args:
        typed: The time.
        night: The evening's date.
        journal: The journal.
        name: What the time is called where it does not fit.

    Raises:
        BadInput: If that is no time, or still to come.
    """
    at = journal.desk.frame(night).place(parse_clock(typed, name), name)
    if at > journal.desk.clock.now():
        raise BadInput(
            f"{name}: {typed} of the night of {night.isoformat()} is still to come; "
            "for an earlier night add --night yesterday"
        )
    return at
