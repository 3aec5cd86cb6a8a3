"""A bad disk, where one can be had."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.faults.shop import Shop, build, why_not

MEMORY = Path("/dev/shm")
"""Writing costs nothing there."""


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fault library, built."""
    if why_not():
        pytest.skip(why_not())
    return build(tmp_path_factory.mktemp("faultlib"))


@pytest.fixture(scope="session")
def bench(library: Path) -> Iterator[Shop]:
    """The shop that all tests of one process share: its own process is started once."""
    near = MEMORY if os.access(MEMORY, os.W_OK) else None
    shop = Shop(Path(tempfile.mkdtemp(prefix="stillnight-faults-", dir=near)), library)
    try:
        yield shop
    finally:
        shop.close()


@pytest.fixture
def shop(bench: Shop) -> Shop:
    """The shop, swept empty."""
    shutil.rmtree(bench.place, ignore_errors=True)
    bench.place.mkdir()
    return bench
