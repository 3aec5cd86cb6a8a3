"""The nights that answer a query."""

from __future__ import annotations

from collections.abc import Iterable

from stillnight.journal.finding.folio import Folio
from stillnight.journal.finding.grammar import Query


def search(query: Query, folios: Iterable[Folio]) -> list[Folio]:
    """The nights that meet every condition, in the order in which they come."""
    found = list(folios)
    for condition in query.conditions:
        holds = condition.holds
        found = [folio for folio in found if holds(folio)]
    return found


def reasons(query: Query, folio: Folio) -> list[str]:
    """Why a night was found, a few words for each condition that has something to show."""
    return list(dict.fromkeys(filter(None, (one.why(folio) for one in query.conditions))))
