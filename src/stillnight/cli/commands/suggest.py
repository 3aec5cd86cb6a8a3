"""``stillnight suggest``: what the To-check pane shows."""

from __future__ import annotations

from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json, warn
from stillnight.cli.parser import Parser
from stillnight.cli.progress import Meter
from stillnight.cli.wiring import knowledge_of, triggers_of
from stillnight.domain.moment import Moment
from stillnight.journal.suggestions.knowledge import suggestions
from stillnight.journal.suggestions.library import Library
from stillnight.journal.suggestions.suggest import Suggestions, card_text, tip_card
from stillnight.rules.rule import Finding


def add_arguments(parser: Parser) -> None:
    """How to say it."""
    parser.add_json()


def run(call: Call) -> int:
    """Show every red flag, what is planned, and at most one rule, one pattern and one tip, each in full."""
    journal = call.house.journal
    knowledge = knowledge_of(call.house)
    for problem in knowledge.problems:
        warn(problem)
    moment = Moment(call.args.moment) if call.args.moment else None
    with Meter("nights looked at") as meter:
        patterns = triggers_of(call.house).patterns(told=meter.count)
    found = suggestions(journal, knowledge.library, moment, patterns)
    if call.args.json:
        say_json(shape_of(found, knowledge.library))
        return 0
    cards = [card_text(one, knowledge.library.sources) for one in _shown(found)]
    cards += [tip_card(found.tip, knowledge.library.sources)] if found.tip else []
    say("\n\n".join("\n".join(card) for card in cards) or "nothing to check tonight")
    return 0


def shape_of(found: Suggestions, library: Library) -> dict[str, Any]:
    """What is shown, for programs."""
    from stillnight.cli.commands.tips import shape_of_tip

    return {
        "red_flags": [_finding_shape(one, library) for one in found.red_flags],
        "plan": _finding_shape(found.plan, library) if found.plan else None,
        "rule": _finding_shape(found.rule, library) if found.rule else None,
        "pattern": _finding_shape(found.pattern, library) if found.pattern else None,
        "tip": shape_of_tip(found.tip, library) if found.tip else None,
    }


def _shown(found: Suggestions) -> list[Finding]:
    return [*found.of_rules, *filter(None, (found.pattern,))]


def _finding_shape(finding: Finding, library: Library) -> dict[str, Any]:
    rule = finding.rule
    names = (
        "id",
        "title",
        "mode",
        "level",
        "grade",
        "basis",
        "lag",
        "check",
        "safety",
        "closing",
        "disproof",
    )
    shape: dict[str, Any] = {name: getattr(rule, name) for name in names}
    return shape | {
        "badges": list(rule.badges),
        "red_flag": rule.red_flag,
        "seen": list(finding.seen),
        "missing": finding.missing or None,
        "flags": list(finding.flags),
        "numbers": list(rule.numbers),
        "asks": list(finding.asks),
        "factor": rule.factor or None,
        "own_nights": list(finding.own),
        "otherwise": rule.otherwise or None,
        "tier": finding.pattern.tier if finding.pattern else None,
        "others": [_finding_shape(other, library) for other in finding.others],
        "sources": {name: library.sources[name].citation for name in rule.sources if name in library.sources},
    }
