"""A machine with a journal in a cloud folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.clocks import FixedClock

from stillnight.domain.ports import Change
from stillnight.storage import open_store
from stillnight.storage.store import FileStore

TONIGHT = 20261119


@dataclass
class Machine:
    """One device: a state folder of its own and the journal that it shares."""

    journal: Path
    state: Path
    clock: FixedClock
    waits: list[float] = field(default_factory=list)

    def open(self, wait: Callable[[float], None] | None = None) -> FileStore:
        return open_store(self.journal, self.state, self.clock, wait or self.waits.append)

    def log(self, night: int = TONIGHT, **fields: Any) -> FileStore:
        store = self.open()
        store.write("log", changes(night, **fields))
        return store

    @property
    def own(self) -> Path:
        """This device's folder of the journal."""
        (folder,) = (self.state / "journals").iterdir()
        return folder

    def content(self) -> dict[str, Any]:
        return json.loads(self.journal.read_bytes())


def changes(night: int = TONIGHT, **fields: Any) -> list[Change]:
    return [Change("nights", night, name, value) for name, value in fields.items()]


@pytest.fixture
def machine(tmp_path: Path, clock: FixedClock) -> Machine:
    return Machine(tmp_path / "cloud" / "journal.json", tmp_path / "state", clock)


@pytest.fixture
def desk(machine: Machine, tmp_path: Path) -> Machine:
    """A second device with the same journal."""
    return Machine(machine.journal, tmp_path / "desk", machine.clock)
