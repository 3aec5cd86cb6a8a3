"""A journal in memory with an inbox beside it, on the evening of Thursday 19 November 2026 in Berlin."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.clocks import FixedClock
from tests.journal.inbox.memory_box import MemoryBox

from stillnight.journal.inbox.taking import Delivery, take_in
from stillnight.journal.journal import Journal


@pytest.fixture
def box(clock: FixedClock) -> MemoryBox:
    return MemoryBox(clock)


@pytest.fixture
def deliver(journal: Journal, box: MemoryBox) -> Callable[..., Delivery]:
    """Puts lines into the inbox and takes them in."""

    def run(*lines: str, at: str = "") -> Delivery:
        box.text = (box.text or "") + "".join(f"{line}\n" for line in lines)
        if at:
            now = journal.desk.clock.now()
            box.clock.set(at)
            box.at = box.clock.now()
            box.clock.set(now)
        return take_in(journal, box)

    return run
