"""``stillnight awake``: one bout or awakening in the night."""

from __future__ import annotations

from datetime import date, datetime

from stillnight.cli.call import Call
from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title, say_saved
from stillnight.domain.clock_rule import night_of, parse_clock
from stillnight.domain.errors import BadInput
from stillnight.domain.ports import Receipt
from stillnight.journal.day_words import episode_words
from stillnight.journal.journal import Journal

_OPTIONS = {
    "--relief": ("ID", "what was done against it, such as walk; stillnight tips has more"),
    "--minutes": ("0-240", "for how long that was done"),
    "--after": ("0-10", "the urge afterwards"),
    "--out-of-bed": ("yes|no", "did it take getting up?"),
    "--completed": ("yes|no", "was the relief done to its end?"),
}


def add_arguments(parser: Parser) -> None:
    """Severity, when, and what was done."""
    parser.add_argument("severity", nargs="?", metavar="SEVERITY", help="the urge to move, 0-10 (x is 10)")
    parser.add_argument("--at", metavar="HH:MM", help="when it began; now if not given")
    parser.add_argument("--night", metavar="DATE", help="in another night than tonight; needs --at")
    for name, (takes, about) in _OPTIONS.items():
        parser.add_argument(name, metavar=takes, help=about)


def run(call: Call) -> int:
    """Write the episode and say it, read back."""
    journal = call.house.journal
    at = _begun(call, journal)
    names = ("severity", "relief", "minutes", "after", "out_of_bed", "completed")
    values = {name: value for name in names if (value := getattr(call.args, name)) is not None}
    say_bout(journal.record.awake(at, values), journal, at)
    return 0


def say_bout(receipt: Receipt, journal: Journal, at: datetime) -> None:
    """Say an episode that was logged, read back."""
    night = night_of(at.astimezone(journal.desk.clock.zone), journal.desk.rollover)
    kept = [one for one in journal.browse.episodes(night, night).get(night, []) if _same_minute(one.at, at)]
    words = f"awake {episode_words(kept[-1])}" if kept else "awake"
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


def time_of_bout(typed: str, night: date, journal: Journal) -> datetime:
    """When an episode of a night began, as typed.

    Raises:
        BadInput: If that is no time, or still to come.
    """
    at = journal.desk.frame(night).place(parse_clock(typed, "at"), "at")
    if at > journal.desk.clock.now():
        raise BadInput(
            f"at: {typed} of the night of {night.isoformat()} is still to come; "
            "for an earlier night add --night yesterday"
        )
    return at


def _same_minute(one: datetime, other: datetime) -> bool:
    return abs((one - other).total_seconds()) < 60
