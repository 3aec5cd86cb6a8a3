"""Opening a journal of ten thousand nights: as it was left, changed elsewhere, with a copy beside it."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

from tests.benchmarks.figures import timed
from tests.benchmarks.ground import Ground
from tests.benchmarks.joining import Figures, edited
from tests.clocks import FixedClock


def open_times(ground: Ground, rounds: int) -> dict[str, Figures]:
    """Opening against plain TinyDB that opens as many nights and reads one; each round is a new start.

    What another device did and what a service left is put there before the clock is started.
    """
    from tinydb import TinyDB

    from stillnight.storage import open_store
    from stillnight.storage.layout.lines import dump
    from stillnight.storage.layout.reading import load

    home = ground.home / "opening"
    home.mkdir()
    journal = home / "journal.json"
    journal.write_bytes(ground.journal.read_bytes())
    count = iter(range(10_000))

    def opened() -> None:
        open_store(journal, home / "state", FixedClock(), lambda seconds: None)

    def plain() -> None:
        with TinyDB(ground.plain) as database:
            database.table("nights").get(doc_id=1)

    def elsewhere(nights: int) -> bytes:
        state = load(journal.read_bytes())
        keys = [("nights", id) for id in state.tables["nights"]]
        return dump(edited(state, keys[:: len(keys) // nights], f"desk{next(count)}"))

    def changed(nights: int) -> Callable[[], object]:
        return lambda: journal.write_bytes(elsewhere(nights))

    def copied(nights: int) -> Callable[[], object]:
        name = "journal (desk's conflicted copy 2026-11-19).json"
        return lambda: (home / name).write_bytes(elsewhere(nights))

    opened()
    every = len(load(journal.read_bytes()).tables["nights"])
    occasions = {
        "as it was left": lambda: None,
        "5 nights changed elsewhere": changed(5),
        "every night changed elsewhere": changed(every),
        "a copy of 5 other nights beside it": copied(5),
        "a copy that differs in every night": copied(every),
    }
    return {f"open, {name} / TinyDB": _pairs(put, opened, plain, rounds) for name, put in occasions.items()}


def _pairs(
    put: Callable[[], object], ours: Callable[[], object], other: Callable[[], object], rounds: int
) -> Figures:
    """As :func:`tests.benchmarks.figures.paired`, with something put in place before each of ours."""
    pairs = []
    for _ in range(rounds + 1):
        put()
        pairs.append((timed(ours), timed(other)))
    ratios = [a / b for a, b in pairs[1:]]
    return median(a for a, _ in pairs[1:]), median(b for _, b in pairs[1:]), median(ratios)
