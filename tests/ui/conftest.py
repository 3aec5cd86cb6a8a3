"""A journal in memory and a program that opens on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest
from tests.clocks import FixedClock
from tests.journal.memory_store import MemoryStore
from tests.ui.visit import Visit, visit
from tests.ui.world import World

OpenHome = Callable[..., AbstractAsyncContextManager[Visit]]
"""Opens the program: ``async with open_home((80, 24)) as visit:``."""


@pytest.fixture
def world(clock: FixedClock) -> World:
    """An empty journal at 22:40 on Thursday 19 November 2026."""
    return World(clock, MemoryStore(clock))


@pytest.fixture
def open_home(world: World) -> OpenHome:
    """Opens the program on the test's own world."""

    def open_it(size: tuple[int, int] = (120, 34)) -> AbstractAsyncContextManager[Visit]:
        return visit(world, size)

    return open_it
