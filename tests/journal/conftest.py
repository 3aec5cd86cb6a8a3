"""A journal in memory, on the evening of Thursday 19 November 2026 in Berlin."""

from __future__ import annotations

import pytest
from tests.clocks import FixedClock
from tests.journal.memory_store import MemoryStore

from stillnight.domain.factor import parse_factors
from stillnight.journal.desk import Desk
from stillnight.journal.journal import Journal, open_journal
from stillnight.resources import read_seed

FACTORS = parse_factors(read_seed("factors"))


@pytest.fixture
def store(clock: FixedClock) -> MemoryStore:
    return MemoryStore(clock)


@pytest.fixture
def journal(store: MemoryStore, clock: FixedClock) -> Journal:
    """A journal with the built-in factors and no night."""
    return open_journal(Desk(store, clock, FACTORS))
