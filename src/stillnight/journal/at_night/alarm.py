"""The one thing that is told in the dark unasked: a ticked red flag that asks for help today or now."""

from __future__ import annotations

from stillnight.journal.journal import Journal
from stillnight.journal.suggestions.knowledge import recent_facts
from stillnight.journal.suggestions.library import Library
from stillnight.journal.suggestions.suggest import help_now


def alarm(journal: Journal, library: Library) -> str:
    """The most urgent red flag of them, what it is and how soon; empty where none is ticked.

    Args:
        journal: The journal.
        library: The rules.
    """
    if not journal.ledgers.ticks():
        return ""
    found = help_now(library, recent_facts(journal, library))
    worst = max((one.rule for one in found), key=lambda rule: rule.urgency, default=None)
    return f"{worst.title}. {worst.lead.rstrip(': ')}." if worst else ""
