"""A machine with a journal, and another one whose version of it comes as a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine

COPY = "journal (desk's conflicted copy 2026-03-09).json"

Drop = Callable[..., Path]


@pytest.fixture
def away(machine: Machine, tmp_path: Path) -> Machine:
    """The desk with a folder of its own, which has the journal as it was before they parted."""
    machine.log(severity=6)
    away = Machine(tmp_path / "desk's cloud" / "journal.json", tmp_path / "desk", machine.clock)
    away.journal.parent.mkdir()
    shutil.copy(machine.journal, away.journal)
    return away


@pytest.fixture
def drop(machine: Machine, away: Machine) -> Drop:
    """Puts what the desk wrote meanwhile beside the machine's journal, under a name."""

    def dropped(name: str = COPY) -> Path:
        away.log(TONIGHT - 1, note="of the desk")
        copy = machine.journal.with_name(name)
        shutil.copy(away.journal, copy)
        return copy

    return dropped


@pytest.fixture
def beside(machine: Machine) -> Callable[[], set[str]]:
    """The names of the files beside the journal."""
    return lambda: {path.name for path in machine.journal.parent.iterdir()} - {"journal.json"}
