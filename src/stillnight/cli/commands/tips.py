"""``stillnight tips``: what to try, with how sure that is and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json, warn
from stillnight.cli.parser import Parser
from stillnight.cli.wiring import knowledge_of
from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.moment import Moment
from stillnight.journal.journal import Journal
from stillnight.journal.suggestions.knowledge import facts_of, suggestions
from stillnight.journal.suggestions.suggest import Library, shut_by, tip_card
from stillnight.rules.facts import Facts
from stillnight.tips.gate import Gate
from stillnight.tips.tip import Tip


def add_arguments(parser: Parser) -> None:
    """Which, and how."""
    parser.add_argument("id", nargs="?", metavar="ID", help="one tip with everything about it")
    parser.add_argument(
        "--now", action="store_true", help="only what fits this moment and nothing speaks against"
    )
    parser.add_json()


def run(call: Call) -> int:
    """List the tips, or show one."""
    args, journal = call.args, call.house.journal
    knowledge = knowledge_of(call.house)
    for problem in knowledge.problems:
        warn(problem)
    library = knowledge.library
    if args.id is not None:
        if args.now:
            raise BadInput("tips: one tip or --now, not both")
        return _one(args.id, journal, library, args.json)
    moment = Moment(args.moment) if args.moment else None
    tips = _now(journal, library, moment) if args.now else list(library.tips.values())
    facts = facts_of(journal, library)
    if args.json:
        say_json([shape_of_tip(tip, library, shut_by(tip, facts)) for tip in tips])
        return 0
    for tip in tips:
        say(f"{tip.id:<18} {tip.grade}  {tip.title}{_aside(tip, facts)}")
    if not tips:
        say("no tip fits this moment")
    return 0


def shape_of_tip(tip: Tip, library: Library, shut: Gate | None = None) -> dict[str, Any]:
    """A tip for programs; ``shut_by`` is the gate that takes it away from this reader tonight."""
    return {
        "id": tip.id,
        "title": tip.title,
        "grade": tip.grade,
        "sources": list(tip.sources),
        "moment": [str(occasion) for occasion in tip.occasions],
        "dose": dict(tip.dose),
        "gates": [gate.id for gate in tip.gates],
        "shut_by": shut.id if shut else None,
        "badges": list(tip.badges),
        "honest": tip.honest,
        "steps": list(tip.steps),
        "info_only": tip.info_only,
    }


def _one(name: str, journal: Journal, library: Library, as_json: bool) -> int:
    if name not in library.tips:
        raise UnknownName("tip", name, list(library.tips), "stillnight tips lists them")
    tip = library.tips[name]
    shut = shut_by(tip, facts_of(journal, library))
    if as_json:
        say_json(shape_of_tip(tip, library, shut))
        return 0
    if shut:
        say(f"Not for you now, as one of these holds: {shut.reason}. {shut.instead}\n")
    say("\n".join(tip_card(tip, library.sources)))
    return 0


def _aside(tip: Tip, facts: Facts) -> str:
    """Why a tip is not offered, in a few words; the tip's own page says more."""
    if tip.info_only:
        return "  (for information)"
    return "  (not for you now)" if shut_by(tip, facts) else ""


def _now(journal: Journal, library: Library, moment: Moment | None) -> Sequence[Tip]:
    found = suggestions(journal, library, moment)
    return [*([found.tip] if found.tip else []), *found.more_tips]
