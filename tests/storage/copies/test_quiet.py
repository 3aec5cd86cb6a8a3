"""What a quiet open costs: the first frame waits for every module."""

from __future__ import annotations

import subprocess
import sys

from tests.storage.conftest import Machine
from tests.storage.copies.conftest import COPY, Drop

TELL = """
import sys
from pathlib import Path
from tests.clocks import FixedClock
before = set(sys.modules)
from stillnight.storage import open_store
store = open_store(Path(sys.argv[1]), Path(sys.argv[2]), FixedClock())
assert store.has_news() in (True, False)
print(*sorted(name for name in set(sys.modules) - before if name.startswith("stillnight.")))
"""


def _imported(machine: Machine) -> set[str]:
    argv = [sys.executable, "-c", TELL, str(machine.journal), str(machine.state)]
    return set(subprocess.run(argv, capture_output=True, text=True, check=True).stdout.split())


def test_a_folder_with_the_journal_alone_imports_nothing_of_copies(machine: Machine):
    machine.log(severity=6)

    imported = _imported(machine)

    assert "stillnight.storage.vault" in imported
    assert not [
        name for name in imported if "copies" in name or name.endswith((".settling", ".kin", ".alone"))
    ]


def test_copies_known_by_now_import_only_the_memory_of_them(machine: Machine, drop: Drop):
    drop("journal (1).json")
    machine.open()

    imported = _imported(machine)

    assert {name for name in imported if ".copies." in name} == {"stillnight.storage.copies.memory"}
    assert "stillnight.storage.settling.settle" not in imported


def test_a_new_copy_is_noticed(machine: Machine, drop: Drop):
    drop(COPY)

    assert "stillnight.storage.copies.collecting" in _imported(machine)
