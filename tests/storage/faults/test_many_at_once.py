"""Eight processes of one device in one journal at once, on one night: every word of all of them is there."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from tests.clocks import FixedClock
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.domain.ports import Change
from stillnight.storage import open_store

PROCESSES, BOUTS = 8, 2


def _write(journal: Path, state: Path, number: int) -> None:
    """An answer and two bouts of one process; every other one takes the last deed back."""
    store = open_store(journal, state, FixedClock())
    store.write("log", changes(TONIGHT, **{f"f.own{number}": number}))
    for bout in range(BOUTS):
        id = 1000 + 10 * number + bout
        store.write(
            "awake", [Change("episodes", id, "night", "2026-11-19"), Change("episodes", id, "at", number)]
        )
    undone = 0
    if number % 2:
        undone = store.undo().receipt is not None
    raise SystemExit(int(undone))


def test_answers_bouts_and_undos_of_eight_processes_on_one_night(machine: Machine):
    machine.log(severity=6)
    context = multiprocessing.get_context("fork")
    arguments = [(machine.journal, machine.state, number) for number in range(PROCESSES)]
    processes = [context.Process(target=_write, args=some) for some in arguments]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)

    store = machine.open()
    undone = sum(process.exitcode or 0 for process in processes)
    answers = [name for name in store.get("nights", TONIGHT) or {} if name.startswith("f.own")]
    bouts = store.all("episodes")
    assert undone == PROCESSES // 2
    assert len(answers) + len(bouts) == PROCESSES * (1 + BOUTS) - undone
    ever = machine.journal.read_text()
    assert all(f'"f.own{number}"' in ever for number in range(PROCESSES))
    assert all(f'"{1000 + 10 * n + bout}"' in ever for n in range(PROCESSES) for bout in range(BOUTS))
    assert store.health().troubles == []
    assert [path.name for path in machine.journal.parent.iterdir()] == ["journal.json"]
