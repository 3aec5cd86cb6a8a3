"""From what was typed to the guided session that is meant, and whether anything speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.domain.errors import BadInput, UnknownName
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.choosing import Choice
from stillnight.journal.suggestions.knowledge import recent_facts
from stillnight.journal.suggestions.library import Library
from stillnight.journal.suggestions.suggest import help_now, shut_by
from stillnight.rules.facts import Facts
from stillnight.rules.rule import Rule
from stillnight.tips.coach.guide import Guide, for_week
from stillnight.tips.gate import Gate

_WAY_OUT = "stillnight relief --list shows them"
_NOTHING = "Nothing to offer now. stillnight relief --list says why."
_FIRST = "That comes first. stillnight suggest says more."


class ShutError(BadInput):
    """A gate takes away what was asked for; the line says why, and what instead."""


def find_guide(typed: str, library: Library) -> Guide:
    """The session of a name: that of a session, or of a tip, whose usual one is meant.

    Raises:
        UnknownName: If there is none.
        BadInput: If there is such a tip, but nothing to be led through.
    """
    name = typed.strip().lower().replace("-", "_").replace(" ", "_")
    guides = library.guides
    of_tip = next((guide for guide in guides.values() if guide.tip == name), None)
    guide = guides.get(name, of_tip)
    if guide is None and name in library.tips:
        raise BadInput(f"{name} has no guided session; stillnight tips {name} shows what to do")
    if guide is None:
        known = dict.fromkeys((*guides, *(one.tip for one in guides.values())))
        raise UnknownName("relief", typed, list(known), _WAY_OUT)
    return guide


def of_this_week(guide: Guide, journal: Journal, library: Library) -> Guide:
    """The session for the week of a programme that runs; the same one where none does, or it has no weeks."""
    if not guide.weeks or guide.id != guide.tip:
        return guide
    # most sessions belong to no programme, and need not know of any
    from stillnight.journal.programme.programmes import Programmes

    standing = Programmes(journal, library).standing()
    if standing is None or not standing.is_running:
        return guide
    return for_week(library.guides.values(), guide.tip, standing.week) or guide


def refuse_shut(guide: Guide, journal: Journal, library: Library) -> None:
    """Refuse what a gate takes away from this reader tonight.

    Raises:
        ShutError: If one does; there is no way round it, only another session where there is one.
    """
    facts = recent_facts(journal, library)
    gate = shut_by(library.tips[guide.tip], facts)
    if gate is not None:
        others = _versions(guide, library, facts)
        also = f" There is: stillnight relief {others[0].id}" if others else ""
        raise ShutError(f"{guide.id} is {shut_words(gate)}{also}")


def urgent_lines(journal: Journal, library: Library) -> list[str]:
    """The red flags that ask for help today, each with whom to call; nothing where there are none."""
    found = help_now(library, recent_facts(journal, library))
    lines = [line for one in found for line in (*_urgent(one.rule), "")]
    return [*lines, _FIRST, ""] if lines else []


def nothing_lines(journal: Journal, library: Library) -> list[str]:
    """Why nothing is offered: what has to come first, or that nothing fits."""
    return urgent_lines(journal, library) or [_NOTHING]


def shut_words(gate: Gate) -> str:
    """Why something is not offered, and what to do or mind instead."""
    return f"not for you now, as one of these holds: {gate.words}"


def guides_of(choices: Sequence[Choice]) -> list[Guide]:
    """The sessions of what can be chosen: the usual one of each in order, then what else there is of them."""
    firsts = [choice.guides[0] for choice in choices]
    return [*firsts, *(guide for choice in choices for guide in choice.guides[1:])]


def _versions(guide: Guide, library: Library, facts: Facts) -> list[Guide]:
    """Other sessions that stand in for it and that nothing speaks against."""
    tips = [tip for tip in library.tips.values() if tip.version_of == guide.tip and not shut_by(tip, facts)]
    ids = {tip.id for tip in tips}
    return [one for one in library.guides.values() if one.tip in ids]


def _urgent(rule: Rule) -> list[str]:
    return [f"{rule.title} ({rule.level_words})", f"{rule.lead} {rule.check}", *rule.numbers]
