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

    What another device did and what a service left is put there before the clock is started, and each time
    everything else is as it was: a journal that has been joined many times is another, longer one.
    """
    import shutil

    from tinydb import TinyDB

    from stillnight.storage import open_store
    from stillnight.storage.layout.lines import dump
    from stillnight.storage.layout.reading import load

    home, left = ground.home / "opening", ground.home / "left"
    left.mkdir()
    shutil.copy(ground.journal, left / "journal.json")
    open_store(left / "journal.json", left / "state", FixedClock(), lambda seconds: None)
    journal = home / "journal.json"
    nights = load(ground.journal.read_bytes()).tables["nights"]

    def opened() -> None:
        open_store(journal, home / "state", FixedClock(), lambda seconds: None)

    def as_left() -> None:
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(left, home)
        opened()

    def plain() -> None:
        with TinyDB(ground.plain) as database:
            database.table("nights").get(doc_id=1)

    def elsewhere(many: int) -> bytes:
        state = load(journal.read_bytes())
        keys = [("nights", id) for id in nights]
        return dump(edited(state, keys[:: len(keys) // many], "desk"))

    def changed(name: str, many: int) -> Callable[[], object]:
        def there() -> None:
            as_left()
            (home / name).write_bytes(elsewhere(many))

        return there

    copy = "journal (desk's conflicted copy 2026-11-19).json"
    occasions = {
        "as it was left": as_left,
        "5 nights changed elsewhere": changed(journal.name, 5),
        "every night changed elsewhere": changed(journal.name, len(nights)),
        "a copy of 5 other nights beside it": changed(copy, 5),
        "a copy that differs in every night": changed(copy, len(nights)),
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
