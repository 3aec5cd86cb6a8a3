"""``stillnight claims``: what one may read about restless legs elsewhere, and what is left of it."""

from __future__ import annotations

from collections.abc import Iterable
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
from stillnight.tips.card import claim_text
from stillnight.tips.claim import Claim, Verdict


def add_arguments(parser: Parser) -> None:
    """Which, and how."""
    parser.add_argument("id", nargs="?", metavar="ID", help="one claim with everything about it")
    parser.add_argument("--verdict", choices=list(map(str, Verdict)), help="only those of which this is left")
    parser.add_json()


def run(call: Call) -> int:
    """List the claims, or show one."""
    args, library = call.args, knowledge_of(call.house).library
    claims = list(library.claims.values()) if args.id is None else [_named(args.id, library)]
    claims = [claim for claim in claims if args.verdict in (None, claim.verdict)]
    if args.json:
        shapes = [shape_of_claim(claim) for claim in claims]
        say_json(shapes if args.id is None else shapes[0] if shapes else None)
    elif args.id is not None:
        say_card(
            line for claim in claims for line in claim_text(claim, cited(claim.sources, library.sources))
        )
    else:
        _list(claims)
    return 0


def shape_of_claim(claim: Claim) -> dict[str, Any]:
    """A claim for programs."""
    return {
        "id": claim.id,
        "topic": claim.topic,
        "claim": claim.claim,
        "verdict": str(claim.verdict),
        "found": claim.found,
        "grade": claim.grade,
        "badges": list(claim.badges),
        "sources": list(claim.sources),
        "tip": claim.tip or None,
    }


def _named(name: str, library: Library) -> Claim:
    if name not in library.claims:
        raise UnknownName("claim", name, list(library.claims), "stillnight claims lists them")
    return library.claims[name]


def _list(claims: Iterable[Claim]) -> None:
    for number, (heading, group) in enumerate(groupby(claims, lambda claim: claim.heading)):
        if number:
            say()
        say_wrapped(heading)
        for claim in group:
            say_wrapped(f"{claim.id}: {claim.verdict} ({claim.grade})", indent=2, hang=2)
            say_wrapped(claim.claim, indent=4)
