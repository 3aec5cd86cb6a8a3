"""``stillnight programme``: twelve weeks of leg strength and brisk movement, three days a week."""

from __future__ import annotations

from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.deeds import add_deeds, refuse_stray
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.cli.wiring import knowledge_of
from stillnight.cli.wrapped import say_wrapped
from stillnight.domain.errors import BadInput
from stillnight.journal.programme.looking import Look, Side
from stillnight.journal.programme.programmes import Programmes, Standing
from stillnight.journal.programme.typed_days import SHORT, read_weekdays
from stillnight.journal.programme.words import LEGEND, head_words, standing_lines, week_line, weekday_line
from stillnight.journal.typed_date import PLANNED, read_date

SHOW = "show"
_ONLY_START = ("days", "start")


def add_arguments(parser: Parser) -> None:
    """The deed, and when it is to be."""
    add_deeds(parser, (SHOW, "start", "end"))
    parser.set_defaults(deed=SHOW)
    parser.add_argument("--days", metavar="mon,wed,fri", help="with start: the weekdays, by day and not late")
    parser.add_argument(
        "--from", dest="start", metavar="DATE", help="with start: the first day; today if not"
    )
    parser.add_json()


def run(call: Call) -> int:
    """Show it, begin it or end it."""
    args, journal = call.args, call.house.journal
    refuse_stray("programme", args, _ONLY_START, {"start": _ONLY_START})
    programmes = Programmes(journal, knowledge_of(call.house).library)
    if args.deed == "start":
        _start(call, programmes)
    elif args.deed == "end":
        receipt = programmes.end()
        say_saved(receipt, journal.desk.clock, "the programme is ended", "what was done stays")
    elif args.json:
        standing = programmes.standing()
        say_json(shape_of(standing) if standing else None)
    else:
        _show(programmes)
    return 0


def _start(call: Call, programmes: Programmes) -> None:
    if call.args.days is None:
        raise BadInput("programme start needs the weekdays: stillnight programme start --days mon,wed,fri")
    journal, days = call.house.journal, read_weekdays(call.args.days)
    today = journal.desk.today
    typed = call.args.start
    start = today if typed is None else read_date(typed, None, today, "from", PLANNED)
    receipt = programmes.start(days, start)
    standing = programmes.standing()
    words = head_words(standing, today) if standing else ""
    say_saved(receipt, journal.desk.clock, "the programme", words)
    bank = programmes.library.wording.programme
    say_wrapped(bank["study"] if len(days) != 3 else bank["lead"])


def _show(programmes: Programmes) -> None:
    standing, tip, bank = programmes.standing(), programmes.tip, programmes.library.wording.programme
    today = programmes.journal.desk.today
    if standing is not None:
        say_wrapped(*standing_lines(standing, bank, today), hang=2)
        say("")
        say(weekday_line(standing.weeks[0]))
        for week in standing.weeks:
            say(week_line(week, today))
        say(LEGEND)
    gate, is_running = programmes.why_not(), standing is not None and standing.is_running
    if not is_running:
        say_wrapped(bank["lead"], *([tip.honest] if tip else []))
    if gate:
        say_wrapped(f"not for now: {gate.words}")
    elif not is_running:
        say_wrapped("to begin: stillnight programme start --days mon,wed,fri")


def shape_of(standing: Standing) -> dict[str, Any]:
    """The programme for programs; what is not known is null."""
    programme = standing.programme
    return {
        "tip": "exercise_prog",
        "start": programme.start.isoformat(),
        "days": [SHORT[day].lower() for day in programme.days],
        "ended": programme.ended.isoformat() if programme.ended else None,
        "running": standing.is_running,
        "week": standing.week,
        "next": standing.next.isoformat() if standing.next else None,
        "sessions": standing.sessions,
        "weeks": [
            {
                "week": week.number,
                "days": [
                    {
                        "date": day.date.isoformat(),
                        "planned": day.is_planned,
                        "done": day.done.name.lower() if day.done else None,
                    }
                    for day in week.days
                ],
            }
            for week in standing.weeks
        ],
        "looks": [_look(look) for look in standing.looks],
    }


def _look(look: Look) -> dict[str, Any]:
    return {
        "week": look.week,
        "from": look.due.isoformat(),
        "is_due": look.is_due,
        "before": _side(look.before),
        "after": _side(look.after),
    }


def _side(side: Side) -> dict[str, Any]:
    mean = None if side.mean is None else round(side.mean, 2)
    return {
        "first": side.first.isoformat(),
        "last": side.last.isoformat(),
        "nights": side.nights,
        "mean": mean,
    }
