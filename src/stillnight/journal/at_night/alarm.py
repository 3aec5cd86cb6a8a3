"""The one thing that is told in the dark unasked: a ticked red flag that asks for help today or now."""

from __future__ import annotations

from stillnight.domain.month import shift_day
from stillnight.journal.journal import Journal
from stillnight.journal.suggestions.knowledge import facts_since
from stillnight.journal.suggestions.suggest import HELP_NOW, Library
from stillnight.rules.engine import evaluate

FLAGS_BACK = 60
"""How many nights back a red flag is looked for; no rule of one looks further than a month."""


def alarm(journal: Journal, library: Library) -> str:
    """The most urgent red flag of them, what it is and how soon; empty where none is ticked.

    Args:
        journal: The journal.
        library: The rules.
    """
    if not journal.ledgers.ticks():
        return ""
    rules = [rule for rule in library.rules if rule.red_flag and rule.level in HELP_NOW]
    found = evaluate(rules, facts_since(journal, library, shift_day(journal.tonight, -FLAGS_BACK)))
    worst = max((one.rule for one in found), key=lambda rule: rule.urgency, default=None)
    return f"{worst.title}. {worst.lead.rstrip(': ')}." if worst else ""
