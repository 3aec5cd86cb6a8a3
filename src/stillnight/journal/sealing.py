"""Which factors are sealed: while a trial on one runs, nothing that the nights say about it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stillnight.journal.journal import Journal


def sealed_factors(journal: Journal) -> frozenset[str]:
    """The slugs of the factors on which a trial runs tonight."""
    return frozenset()
