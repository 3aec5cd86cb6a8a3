"""Which factors are sealed: while a trial on one runs, nothing that the nights say about it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stillnight.journal.journal import Journal


def sealed_factors(journal: Journal) -> frozenset[str]:
    """The slugs of the factors on which a trial runs tonight, or is about to."""
    from stillnight.journal.trials.states import places_of, read_trials

    places = places_of(read_trials(journal.desk.store), journal.tonight)
    return frozenset(slug for place in places if place.is_current for slug in place.trial.seals)
