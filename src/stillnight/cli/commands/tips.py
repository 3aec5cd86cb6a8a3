"""``stillnight tips``: what to try, with how sure that is and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from stillnight.cli.asked_lines import say_lines
from stillnight.cli.call import Call
from stillnight.cli.console import say_json, warn
from stillnight.cli.parser import Parser
from stillnight.cli.relief.finding import shut_words, urgent_lines
from stillnight.cli.wiring import knowledge_of
from stillnight.cli.wrapped import say_card, say_wrapped
from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.moment import Moment
from stillnight.domain.sentence import capital
from stillnight.journal.journal import Journal
from stillnight.journal.suggestions.knowledge import facts_of, suggestions
from stillnight.journal.suggestions.library import Library
from stillnight.journal.suggestions.suggest import shut_by, tip_card
from stillnight.rules.facts import Facts
from stillnight.tips.gate import Gate
from stillnight.tips.occasion import Occasion
from stillnight.tips.tip import Tip

_OCCASIONS = {occasion.replace(" ", "-"): occasion for occasion in Occasion}
"""As they are typed, to what they mean."""


def add_arguments(parser: Parser) -> None:
    """Which, and how."""
    parser.add_argument("id", nargs="?", metavar="ID", help="one tip with everything about it")
    parser.add_argument(
        "--now", action="store_true", help="only what fits this moment and nothing speaks against"
    )
    parser.add_argument("--kind", metavar="KIND", help="only tips of this kind, such as touch")
    parser.add_argument(
        "--grade", choices=("A", "B", "C", "D"), type=str.upper, help="only tips of this grade"
    )
    parser.add_argument(
        "--when",
        choices=list(_OCCASIONS),
        type=lambda word: word.replace(" ", "-").replace("_", "-"),
        help="only tips for this; with --moment only those offered then",
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
    tips = _now(journal, library, moment) if args.now else _for(library.tips.values(), moment)
    tips = _filtered(tips, library, args.kind, args.grade, args.when)
    facts = facts_of(journal, library)
    if args.json:
        say_json([shape_of_tip(tip, library, shut_by(tip, facts)) for tip in tips])
    else:
        say_lines(*(urgent_lines(journal, library) if args.now else ()))
        _list(tips, facts)
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
        "reason": shut.reason if shut else None,
        "instead": shut.instead if shut else None,
        "kind": tip.theme,
        "areas": list(tip.areas),
        "version_of": tip.version_of or None,
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
        say_wrapped(capital(shut_words(shut)), "")
    say_card(tip_card(tip, library.sources))
    return 0


def _for(tips: Iterable[Tip], moment: Moment | None) -> Sequence[Tip]:
    return [tip for tip in tips if moment is None or moment in tip.moments]


def _filtered(
    tips: Iterable[Tip], library: Library, kind: str | None, grade: str | None, when: str | None
) -> Sequence[Tip]:
    kinds = list(dict.fromkeys(tip.theme for tip in library.tips.values()))
    if kind is not None and kind not in kinds:
        raise UnknownName("kind of tip", kind, kinds, f"there are {', '.join(kinds)}")
    return [
        tip
        for tip in tips
        if kind in (None, tip.theme)
        and grade in (None, tip.grade)
        and (when is None or _OCCASIONS[when] in tip.occasions)
    ]


def _list(tips: Sequence[Tip], facts: Facts) -> None:
    width = max((len(tip.id) for tip in tips), default=0)
    for tip in tips:
        say_wrapped(f"{tip.id:<{width}} {tip.grade}  {tip.title}{_aside(tip, facts)}", hang=2)
    if not tips:
        say_wrapped("no tip fits")
    _tell_gates(tips, facts)


def _tell_gates(tips: Iterable[Tip], facts: Facts) -> None:
    """Why tips are not for the reader now: each gate once, with all that it takes away."""
    shut: dict[str, tuple[Gate, list[str]]] = {}
    for tip in tips:
        if gate := shut_by(tip, facts):
            shut.setdefault(gate.id, (gate, []))[1].append(tip.id)
    for gate, names in shut.values():
        say_wrapped("", f"Not for you now: {', '.join(names)}")
        say_wrapped(f"One of these holds: {gate.words}", indent=2)


def _aside(tip: Tip, facts: Facts) -> str:
    """Why a tip is not offered, in a few words; the tip's own page says more."""
    if tip.info_only:
        return "  (for information)"
    return "  (not for you now)" if shut_by(tip, facts) else ""


def _now(journal: Journal, library: Library, moment: Moment | None) -> Sequence[Tip]:
    found = suggestions(journal, library, moment)
    return [*([found.tip] if found.tip else []), *found.more_tips]
