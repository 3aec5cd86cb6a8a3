"""What names and dates mean in one journal tonight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from stillnight.journal.finding.conditions import Recalled
from stillnight.journal.finding.searchable import Searchable, searchables
from stillnight.journal.finding.tokens import Token
from stillnight.journal.journal import Journal

MOST_WORDS = 3
"""So many words the name of a factor may have."""


class Vocabulary(NamedTuple):
    """What names mean in a journal.

    Attributes:
        named: What can be asked for by name.
        tonight: The night in which we are.
        late: What was written down only when the night was over.
    """

    named: Mapping[str, Searchable]
    tonight: date
    late: Recalled = Recalled()

    def field(self, name: str) -> Searchable | None:
        """The field of a name; ``late-meal`` is ``late_meal``."""
        return self.named.get(name.replace("-", "_"))

    def first_of(self, tokens: Sequence[Token]) -> tuple[Searchable, int] | None:
        """The field that the first words name, the longest name first, and how many words they are."""
        for used in range(min(MOST_WORDS, len(tokens)), 0, -1):
            if field := self.field("_".join(token.small for token in tokens[:used])):
                return field, used
        return None


def vocabulary_of(journal: Journal) -> Vocabulary:
    """What names mean in this journal now."""
    rollover = journal.desk.rollover
    named = searchables(journal.ledgers.factors(), rollover)
    return Vocabulary(named, journal.tonight, Recalled(rollover))
