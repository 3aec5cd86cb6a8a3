"""``stillnight show``: one night's page, or many nights, a line each."""

from __future__ import annotations

from datetime import date, tzinfo
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.dates import read_month, read_night
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title, said_words
from stillnight.domain.clock_rule import span_words
from stillnight.domain.errors import FieldError
from stillnight.domain.month import grid_of
from stillnight.domain.ports import Earlier
from stillnight.journal.browse import NightPage
from stillnight.journal.day_words import clock_words
from stillnight.journal.journal import Journal
from stillnight.journal.page_words import page_lines
from stillnight.journal.reliefs.tables import sessions_in
from stillnight.reports.night_json import LATE, night_object


def add_arguments(parser: Parser) -> None:
    """Which nights, and how."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "night", nargs="?", metavar="DATE", help="one night: 2026-11-18, yesterday, mon, 18 Nov"
    )
    which.add_argument("--last", metavar="N", help="the last N nights that have an entry")
    which.add_argument("--month", metavar="YYYY-MM", help="the nights of a month")
    which.add_argument("--all", action="store_true", help="every night")
    parser.add_argument("--history", action="store_true", help="with every earlier value")
    parser.add_json()


def run(call: Call) -> int:
    """Show what was asked for; tonight if nothing was."""
    journal = call.house.journal
    args = call.args
    many = args.all or args.last is not None or args.month is not None
    if many:
        pages = _nights(call, journal)
    else:
        day = read_night(args.night, journal.tonight) if args.night is not None else journal.tonight
        pages = [journal.browse.page(day)]
    if args.json:
        shapes = [_object(journal, page, args.history) for page in pages]
        say_json(shapes if many else shapes[0])
        return 0
    if many and not pages:
        say("no nights logged there")
    for page in pages:
        (_say_line if many else _say_page)(journal, page)
        if args.history:
            _say_history(journal, page)
    return 0


def _nights(call: Call, journal: Journal) -> list[NightPage]:
    """The pages of the nights that have an entry, an episode or a guided session, ascending."""
    first, last = date.min, date.max
    if call.args.month is not None:
        month = grid_of(read_month(call.args.month))
        first, last = month.first, month.last
    told = {one.night for one in sessions_in(journal.desk.store, first, last)}
    told |= set(journal.browse.episodes(first, last))
    days = sorted(told | {day for day in journal.browse.dates() if first <= day <= last})
    return [journal.browse.page(day) for day in days[-_number(call.args.last) :]]


def _number(typed: str | None) -> int:
    if typed is None:
        return 0
    if not (typed.isascii() and typed.isdigit() and len(typed) < 7 and int(typed) > 0):
        raise FieldError("last", typed, "a number of nights, 1 or more")
    return int(typed)


def _object(journal: Journal, page: NightPage, history: bool) -> dict[str, Any]:
    factors = journal.ledgers.factors()
    frame = journal.desk.frame(page.night.date)
    shape = night_object(page.night, page.episodes, frame, factors, page.sessions)
    if page.marks:
        shape["marks"] = [mark.words for mark in page.marks]
    if page.recall.is_late:
        shape[LATE] = page.recall.names
    if history:
        shape["earlier"] = [_earlier_object(one) for one in journal.browse.earlier(page.night.date)]
        shape["brought_back"] = [_earlier_object(one) for one in journal.browse.brought_back(page.night.date)]
    return shape


def _earlier_object(one: Earlier) -> dict[str, Any]:
    at = one.at.isoformat(timespec="seconds") if one.at else None
    shape = {"field": one.field, "value": one.value, "at": at, "device": one.device}
    return shape | ({"back_at": one.back_at.isoformat(timespec="seconds")} if one.back_at else {})


def _say_page(journal: Journal, page: NightPage) -> None:
    say(f"{night_title(page.night.date)} {page.night.date.year}")
    lines = page_lines(page, journal.ledgers.factors())
    for label, words in lines or [("", "nothing logged")]:
        say(f"  {label:<11} {words}".replace("\n", f"\n{'':14}") if label else f"  {words}")


def _say_line(journal: Journal, page: NightPage) -> None:
    words = list(said_words(page.night.values, journal.ledgers.factors()))
    if page.worst is not None and page.worst != page.night.severity:
        words.insert(0, f"worst {page.worst}")
    words += ["recalled late"] if page.recall.is_late else []
    if not words and page.sessions:
        words = [f"relief {' '.join(sorted({one.relief or 'unnamed' for one in page.sessions}))}"]
    line = ", ".join(words).replace("\n", " ")
    say(f"{page.night.date}  {span_words(page.night.date):<21}  {line or 'no answers'}")


def _say_history(journal: Journal, page: NightPage) -> None:
    zone = journal.desk.clock.zone
    for one in journal.browse.earlier(page.night.date):
        if one.field != "date":  # each device writes it, and it is never another
            say(f"    earlier: {_earlier_words(one, zone)}")
    for one in journal.browse.brought_back(page.night.date):
        say(f"    now: {_earlier_words(one, zone)}")


def _earlier_words(one: Earlier, zone: tzinfo) -> str:
    """A value, when it was typed, and when it was brought back, if it was."""
    value = str(clock_words(one.value) or one.value).replace("\n", " / ")
    when = f", written {one.at.astimezone(zone):%Y-%m-%d %H:%M}" if one.at else ""
    back = f", brought back {one.back_at.astimezone(zone):%Y-%m-%d %H:%M}" if one.back_at else ""
    return f"{one.field} {value}{when}{back}"
