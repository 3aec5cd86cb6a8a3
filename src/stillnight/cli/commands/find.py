"""``stillnight find``: the nights that answer a query, newest first."""

from __future__ import annotations

from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.said import said_words
from stillnight.domain.clock_rule import span_words
from stillnight.domain.errors import BadInput
from stillnight.journal.finding.folio import Folio, read_folios
from stillnight.journal.finding.grammar import EXAMPLE, Query, parse
from stillnight.journal.finding.search import reasons, search
from stillnight.journal.finding.vocabulary import vocabulary_of
from stillnight.journal.journal import Journal
from stillnight.reports.night_json import night_object


def add_arguments(parser: Parser) -> None:
    """What to look for."""
    parser.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help="words that must all occur (in notes, where, feels, relief, medicines, marks), and any of: "
        "severity 6+, worst 8+, caffeine, +caffeine=2, -alcohol, medicine:iron, 2026-10, since 1 Oct, "
        "last 30, missing onset, late recall. Put < and > in quotes, or the shell takes them",
    )
    parser.add_json()


def run(call: Call) -> int:
    """Find them.

    Raises:
        BadInput: If nothing is asked for, or a word of it cannot be meant.
    """
    journal = call.house.journal
    typed = " ".join([*call.args.query, *(word.typed for word in call.words)])
    query = parse(typed, vocabulary_of(journal))
    if not query.conditions:
        raise BadInput(f"find: say what to look for, for example: stillnight find '{EXAMPLE}'")
    found = search(query, read_folios(journal, query.first, query.last))
    if call.args.json:
        say_json([_object(journal, query, folio) for folio in found])
        return 0
    number = "1 night" if len(found) == 1 else f"{len(found) or 'no'} nights"
    say(f"{number}: {query.said}")
    for folio in found:
        say(_line(journal, query, folio))
    return 0


def _line(journal: Journal, query: Query, folio: Folio) -> str:
    worst = f"worst {folio.worst}" if folio.worst is not None else "not rated"
    why = [one for one in reasons(query, folio) if one != worst]
    words = why or list(said_words(folio.night.values, journal.ledgers.factors()))
    line = ", ".join(words).replace("\n", " ")
    return f"{folio.date}  {span_words(folio.date):<21}  {worst:<9}  {line}".rstrip()


def _object(journal: Journal, query: Query, folio: Folio) -> dict[str, Any]:
    frame, factors = journal.desk.frame(folio.date), journal.ledgers.factors()
    shape = night_object(folio.night, folio.episodes, frame, factors)
    return shape | {"worst": folio.worst, "why": reasons(query, folio)}
