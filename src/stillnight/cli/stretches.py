"""Stretches of nights as they are typed: so many nights, from, to, around something that happened."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.month import shift_day
from stillnight.insight.charts.events import Event, What
from stillnight.insight.charts.nights import first_of
from stillnight.insight.charts.stretches import Stretch
from stillnight.journal.charting import logged_dates, read_events
from stillnight.journal.journal import Journal
from stillnight.ui.charts import check_stretch, newest_end

USUAL, MOST = 30, 40_000
"""So many nights are meant where nobody says; so many can be asked for."""


def add_stretches(parser: Parser) -> None:
    """Which nights."""
    parser.add_argument("--nights", metavar="N", help=f"so many nights ({USUAL} if not said)")
    for end, which in (("from", "first"), ("to", "last")):
        said = f"the {which} night; twice to compare two stretches"
        parser.add_argument(f"--{end}", dest=which, action="append", metavar="DATE", help=said)


def read_count(typed: str | None) -> int:
    """So many nights.

    Raises:
        FieldError: If it is no number of nights.
    """
    if typed is None:
        return USUAL
    if not (typed.isascii() and typed.isdigit() and len(typed) < 6 and 0 < int(typed) <= MOST):
        raise FieldError("nights", typed, f"a number of nights, 1 to {MOST}")
    return int(typed)


def read_stretch(journal: Journal, args: Namespace) -> Stretch:
    """The one stretch that is meant.

    Raises:
        BadInput: If it cannot be meant, or no night is logged in it though some are elsewhere.
    """
    firsts, lasts = args.first or [], args.last or []
    if len(firsts) > 1 or len(lasts) > 1:
        raise BadInput("only compare takes two stretches: give --from and --to once")
    stretch = _stretch(journal, args.nights, firsts, lasts)
    if logged_dates(journal):
        check_stretch(journal, stretch)
    return stretch


def read_two(journal: Journal, args: Namespace) -> tuple[Stretch, Stretch] | None:
    """Two stretches, each with its first and last night; ``None`` where none is named.

    Raises:
        BadInput: If they cannot be meant, or no night is logged in one of them.
    """
    firsts, lasts = args.first or [], args.last or []
    if not firsts and not lasts:
        return None
    if len(firsts) != 2 or len(lasts) != 2:
        raise BadInput(
            "compare takes two stretches, for example: --from 2026-08-01 --to 2026-08-31 "
            "--from 2026-10-01 --to 2026-10-31; or --around a date or a name"
        )
    if args.nights is not None:
        raise BadInput("--nights goes with --around; two stretches have their own ends")
    one, other = (_stretch(journal, None, [first], [last]) for first, last in zip(firsts, lasts, strict=True))
    for stretch in (one, other):
        check_stretch(journal, stretch)
    return one, other


def read_event(journal: Journal, typed: str) -> Event:
    """What happened, by its words or how they begin, the newest of several; or any date.

    Raises:
        FieldError: If it is neither.
    """
    wanted = " ".join(typed.split()).casefold()
    for event in reversed(read_events(journal)):
        if wanted and event.words.casefold().startswith((wanted, f"without {wanted}")):
            return event
    day = read_night(typed, journal.tonight, "around")
    known = [event for event in read_events(journal) if event.date == day]
    return known[0] if known else Event(day, What.MARK, "a date of yours")


def _stretch(journal: Journal, nights: str | None, firsts: list[str], lasts: list[str]) -> Stretch:
    count = read_count(nights)
    if nights is not None and firsts and lasts:
        raise BadInput("--from, --to and --nights say one thing too many: leave one of them out")
    first, last = (_date(journal, typed, field) for typed, field in ((firsts, "from"), (lasts, "to")))
    if first is not None and last is None:
        return Stretch(first, shift_day(first, count - 1) if nights is not None else journal.tonight)
    last = last or newest_end(journal, count)
    return Stretch(first or first_of(last, count), last)


def _date(journal: Journal, typed: list[str], field: str) -> date | None:
    return read_night(typed[0], journal.tonight, field) if typed else None
