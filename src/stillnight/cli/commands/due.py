"""``stillnight due``: for cron and shells, the exit code says whether tonight is logged."""

from __future__ import annotations

from datetime import date

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title
from stillnight.domain.moment import is_before_evening
from stillnight.journal.journal import Journal
from stillnight.journal.rating_times import ratings_among

LOGGED, NOT_YET = 0, 1


def add_arguments(parser: Parser) -> None:
    """What is asked after, and how to say it."""
    parser.add_argument(
        "--afternoon",
        action="store_true",
        help="is the day's rating (stress) still to be made? exit 1 until it is, or until the evening begins",
    )
    parser.add_json()
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing, only exit 0, 1 or 2")


def run(call: Call) -> int:
    """Exit 0 when tonight is logged, 1 when not yet; a rating of the afternoon alone is no evening."""
    journal = call.house.journal
    if call.args.afternoon:
        return _afternoon(call, journal, journal.tonight)
    night = journal.browse.night(journal.tonight)
    is_logged = night.logged and not night.is_day_only
    if call.args.json:
        say_json({"night": night.date.isoformat(), "logged": is_logged})
    elif not call.args.quiet:
        say(f"{night_title(night.date)}: {'logged' if is_logged else 'not logged yet'}")
    return LOGGED if is_logged else NOT_YET


def _afternoon(call: Call, journal: Journal, tonight: date) -> int:
    """Exit 1 while a rating that is asked is still to be made and would count in full."""
    asked, there = ratings_among(journal.ledgers.shown_factors()), journal.browse.night(tonight)
    missing = [factor for factor in asked if there.get(factor.field) is None]
    clock = journal.desk.clock
    is_afternoon = is_before_evening(clock.now().astimezone(clock.zone), tonight)
    is_due = is_afternoon and bool(missing)
    if call.args.json:
        slugs = [factor.slug for factor in missing]
        say_json(
            {"night": tonight.isoformat(), "rated": not missing, "missing": slugs, "afternoon": is_afternoon}
        )
    elif not call.args.quiet:
        say(f"{night_title(tonight)}: {_words([factor.label for factor in missing], is_afternoon)}")
    return NOT_YET if is_due else LOGGED


def _words(missing: list[str], is_afternoon: bool) -> str:
    if not missing:
        return "the day is rated"
    names = " and ".join(missing)
    return f"{names} not rated yet" if is_afternoon else f"the afternoon is over, {names} not rated"
