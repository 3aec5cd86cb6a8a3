"""One save, one month flip, one key: inside a process that is up already."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import process_time

from tests.benchmarks.figures import paired, timed
from tests.benchmarks.ground import TONIGHT, Ground


def save_against_tinydb(ground: Ground, rounds: int) -> tuple[float, float, float]:
    """A save of one night against TinyDB's own insert, both on ten thousand nights."""
    from tinydb import TinyDB

    from stillnight.domain.ids import night_id
    from stillnight.domain.ports import Change

    journal, plain = _journal(ground), TinyDB(ground.plain).table("nights")
    count = iter(range(10_000))

    def ours() -> None:
        number = night_id(TONIGHT - timedelta(days=next(count)))
        journal.desk.store.write("bench", [Change("nights", number, "note", f"bench {number}")])

    return paired(ours, lambda: plain.insert({"date": "2026-11-19", "severity": 6, "note": "bench"}), rounds)


def count_times(ground: Ground) -> dict[str, float]:
    """Milliseconds of work until the triggers are told: for the first time, unchanged, after a new night.

    It is done on a thread, beside the screen; afterwards the looks are kept, so that keys can be measured
    without it.
    """
    from stillnight.cli.wiring import triggers_of
    from stillnight.domain.ids import night_id
    from stillnight.domain.ports import Change

    house = _house(ground)
    triggers, count = triggers_of(house), iter(range(10))

    def after_one_more() -> float:
        change = Change("nights", night_id(TONIGHT), "severity", next(count))
        house.journal.desk.store.write("bench", [change])
        return _worked(triggers.account)

    times = {"triggers, the first time": _worked(triggers.account)}
    times["triggers, nothing new"] = median(_worked(triggers.account) for _ in range(5))
    times["triggers, a new night"] = median(after_one_more() for _ in range(5))
    return {name: seconds * 1000 for name, seconds in times.items()}


def _worked(deed: Callable[[], object]) -> float:
    begun = process_time()
    deed()
    return process_time() - begun


def key_times(ground: Ground) -> dict[str, float]:
    """Milliseconds of work for a key and its repaint, medians."""
    return asyncio.run(_key_times(ground))


def remembered_sight(ground: Ground) -> str:
    """What the program keeps of the journal for its next first frame, as it lies in the file."""
    import json

    from stillnight.journal.sight import memory_of

    return json.dumps({**memory_of(_journal(ground)), "journal": os.path.realpath(ground.journal)})


async def _key_times(ground: Ground) -> dict[str, float]:
    from stillnight.ui.app import StillnightApp

    app = StillnightApp(_session(ground))
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        times = {"a digit in the form": await _median_press(pilot, ["6", "backspace"])}
        await pilot.press("tab")
        times["a day in the calendar"] = await _median_press(pilot, ["left", "right"])
        times["a month in the calendar"] = await _median_press(pilot, ["K", "J"])
        await pilot.press("Y")
        await pilot.pause()
        times["a day in the year"] = await _median_press(pilot, ["left", "right"])
        times["a year"] = await _median_press(pilot, ["K", "J"])
        return times


def search_times(ground: Ground) -> dict[str, float]:
    """Milliseconds: reading every night, the median; then typed searches over them, the slowest of five."""
    from stillnight.journal.finding.folio import Folio, read_slices
    from stillnight.journal.finding.grammar import parse
    from stillnight.journal.finding.search import reasons, search
    from stillnight.journal.finding.vocabulary import vocabulary_of

    journal = _journal(ground)
    vocabulary = vocabulary_of(journal)

    def read() -> list[Folio]:
        return [folio for some in read_slices(journal) for folio in some]

    def answer(typed: str, folios: list[Folio]) -> None:
        query = parse(typed, vocabulary)
        for folio in search(query, folios)[:200]:
            reasons(query, folio)

    folios = read()
    times = {"reading every night once": median(timed(read) for _ in range(5))}
    for typed in ("flight", "flight severity 6+", "worst 8+ caffeine>=2 -alcohol", "tst<5h", "missing onset"):
        times[f"search: {typed}"] = max(timed(lambda typed=typed: answer(typed, folios)) for _ in range(5))
    return {name: seconds * 1000 for name, seconds in times.items()}


def chart_times(ground: Ground) -> dict[str, float]:
    """Milliseconds to read and draw each chart, on a thread of its own; medians."""
    from stillnight.insight.charts.nights import first_of
    from stillnight.insight.charts.stretches import Stretch
    from stillnight.ui.charts import (
        RANGES,
        compare_chart,
        pair_of,
        raster_chart,
        severity_chart,
        strips_chart,
    )

    journal, charts = _journal(ground), {}
    for nights in RANGES:
        stretch = Stretch(first_of(TONIGHT, nights), TONIGHT)
        before = Stretch(first_of(stretch.first, nights), stretch.first)
        charts[f"severity, {nights} nights"] = lambda one=stretch: severity_chart(journal, one, 114, 28)
        charts[f"strips, {nights} nights"] = lambda one=stretch: strips_chart(journal, one, 114)
        charts[f"{nights} nights before and after"] = lambda one=before, other=stretch: compare_chart(
            journal, pair_of(journal, one, other), 114
        )
    charts["the night raster"] = lambda: raster_chart(journal, TONIGHT, 28, 114)
    return {name: median(timed(draw) for _ in range(5)) * 1000 for name, draw in charts.items()}


async def _median_press(pilot: object, keys: list[str], rounds: int = 20) -> float:
    """Processor time, since a repaint waits for the next tick of the screen anyway.

    The pilot itself works a little; a key that means nothing tells how much, and that is taken off.
    """
    idle = median([await _press(pilot, "f12") for _ in range(rounds)])
    work = median([await _press(pilot, key) for _ in range(rounds) for key in keys])
    return max(work - idle, 0.0) * 1000


async def _press(pilot: object, key: str) -> float:
    begun = process_time()
    await pilot.press(key)  # type: ignore[attr-defined]
    return process_time() - begun


def _journal(ground: Ground) -> object:
    return _house(ground).journal


def _session(ground: Ground) -> object:
    from stillnight.cli.wiring import session_of

    return session_of(_house(ground), None)


def _house(ground: Ground) -> object:
    from stillnight.cli.house import House, open_file_store

    os.environ.update(ground.environ)
    return House(ground.environ, str(Path(ground.journal)), open_file_store)
