"""``stillnight compare``: two nights, fact by fact."""

from __future__ import annotations

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.domain.clock_rule import span_words
from stillnight.journal.compare import NOTHING, Row, compare


def add_arguments(parser: Parser) -> None:
    """Which two."""
    parser.add_argument("left", metavar="DATE", help="one night: 2026-11-18, yesterday, mon, 18 Nov")
    parser.add_argument("right", metavar="DATE", help="the other night")
    parser.add_json()


def run(call: Call) -> int:
    """Show both; what differs has a mark before it."""
    journal, args = call.house.journal, call.args
    left, right = (read_night(typed, journal.tonight) for typed in (args.left, args.right))
    rows = compare(journal.browse.page(left), journal.browse.page(right), journal.ledgers.factors())
    if args.json:
        shapes = [row._asdict() | {"is_different": row.is_different} for row in rows]
        say_json({"left": left.isoformat(), "right": right.isoformat(), "rows": shapes})
        return 0
    say(f"  {'Night of':<12} {span_words(left)} {left.year}  |  {span_words(right)} {right.year}")
    for row in rows:
        say(_line(row))
    if not rows:
        say("  nothing is logged of either")
    return 0


def _line(row: Row) -> str:
    left, right = (" · ".join(words.split("\n")) or NOTHING for words in (row.left, row.right))
    if row.is_different:
        return f"≠ {row.field:<12} {left}  |  {right}"
    return f"= {row.field:<12} {left}"
