"""What is kept back while a trial runs: what its nights say, and what would spoil them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stillnight.insight.trials.trial import Trial
    from stillnight.journal.journal import Journal


def sealed_factors(journal: Journal) -> frozenset[str]:
    """The slugs of the factors on which a trial runs tonight, or is about to."""
    return frozenset(slug for trial in _under_way(journal) for slug in trial.seals)


def tested_tips(journal: Journal) -> frozenset[str]:
    """The ids of the tips that such a trial tests: tried on a night as usual they would spoil it."""
    return frozenset(
        measure.name for trial in _under_way(journal) for measure in trial.measures if measure.is_tip
    )


def _under_way(journal: Journal) -> Iterator[Trial]:
    from stillnight.journal.trials.states import places_of, read_trials

    places = places_of(read_trials(journal.desk.store), journal.tonight)
    return (place.trial for place in places if place.is_current)
