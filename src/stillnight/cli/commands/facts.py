"""``stillnight facts``: what is known about restless legs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.wiring import knowledge_of
from stillnight.cli.wrapped import say_card, say_wrapped
from stillnight.domain.errors import UnknownName
from stillnight.journal.suggestions.library import Library
from stillnight.rules.source import cited
from stillnight.tips.card import fact_text
from stillnight.tips.fact import Fact, topics_of


def add_arguments(parser: Parser) -> None:
    """Which, and how."""
    parser.add_argument(
        "which", nargs="?", metavar="ID|TOPIC", help="one fact, or all of a topic such as iron, in full"
    )
    parser.add_json()


def run(call: Call) -> int:
    """List the facts, or show one or those of a topic."""
    args, library = call.args, knowledge_of(call.house).library
    facts = list(library.facts.values()) if args.which is None else _named(args.which, library)
    if args.json:
        shapes = [shape_of_fact(fact) for fact in facts]
        say_json(shapes[0] if args.which in library.facts else shapes)
    elif args.which is None:
        _list(facts)
    else:
        for number, fact in enumerate(facts):
            if number:
                say()
            say_card(fact_text(fact, cited(fact.sources, library.sources)))
    return 0


def shape_of_fact(fact: Fact) -> dict[str, Any]:
    """A fact for programs."""
    return {
        "id": fact.id,
        "topic": fact.topic,
        "title": fact.title,
        "lines": list(fact.lines),
        "closing": fact.closing or None,
        "grade": fact.grade,
        "badges": list(fact.badges),
        "sources": list(fact.sources),
    }


def _named(name: str, library: Library) -> Sequence[Fact]:
    facts = library.facts
    found = [fact for fact in facts.values() if name in (fact.id, fact.topic)]
    if not found:
        known = [*topics_of(facts.values()), *facts]
        raise UnknownName("fact or topic", name, known, "stillnight facts lists them")
    return found


def _list(facts: Iterable[Fact]) -> None:
    for number, (topic, group) in enumerate(groupby(facts, lambda fact: (fact.topic, fact.heading))):
        if number:
            say()
        say_wrapped(f"{topic[1]} ({topic[0]})")
        for fact in group:
            say_wrapped(f"{fact.id}: {fact.title}", indent=2, hang=2)
