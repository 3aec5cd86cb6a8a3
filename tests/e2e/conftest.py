"""Every test here runs the installed program as a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.machine import Machine

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder, so that it can be chosen or left out."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture
def machine(home: Path) -> Iterator[Machine]:
    """A computer of this test's own, on the evening of Thursday 19 November 2026; at the end all is ended."""
    made = Machine(home)
    try:
        yield made
    finally:
        made.close()
