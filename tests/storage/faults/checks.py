"""What must be true at the next start, whatever happened before it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.storage.faults.scenes import Nights, Scene, nights_in, plain
from tests.storage.faults.shop import Done, Shop

OLD = 1_000_000_000
"""When a temporary file that nobody wants any more was left behind."""

TOUCHED = ("2026-11-18", "2026-11-19")
"""The nights that some scenes change."""


def looked_at(shop: Shop) -> Nights:
    """What a start without any fault shows."""
    done = shop.run("show", "--all", "--json")
    assert done.code == 0, done.err
    return nights_in(done.out)


def troubles_of(done: Done) -> Iterator[str]:
    """What is wrong with how a command ended and what it said."""
    if done.code not in (0, 1, -9):
        yield f"it ended with {done.code}"
    if "Traceback" in done.err or "should not" in done.err:
        yield f"it spoke like a program: {done.err}"
    if done.code == 1 and not done.err.strip():
        yield "it failed without a word"


def troubles_after(shop: Shop, scene: Scene, before: Nights, is_acknowledged: bool) -> Iterator[str]:
    """What is wrong at the next start.

    Args:
        shop: The place as the fault left it.
        scene: What was being saved.
        before: What was there before.
        is_acknowledged: Was it promised that it is safe?
    """
    for path in _temporary(shop):
        os.utime(path, (OLD, OLD), follow_symlinks=False)
    after = shop.run("show", "--all", "--json")
    if after.code:
        yield f"the next start failed: {after.err}"
        return
    nights = nights_in(after.out)
    if is_acknowledged and not scene.holds(nights):
        yield f"what was acknowledged is gone: {nights}"
    if is_acknowledged and scene.gone:
        kept = (path for path in shop.place.rglob("*") if path.is_file() and scene.gone in path.read_bytes())
        yield from (f"{path.name} still holds it" for path in kept)
    if not scene.holds(nights) and nights != before:
        yield f"it was half done: {nights}"
    for night in before.keys() - {*TOUCHED}:
        if nights.get(night) != before[night]:
            yield f"the night {night} was {before[night]}, is {nights.get(night)}"
    yield from _left_behind(shop, nights)


def _left_behind(shop: Shop, nights: Nights) -> Iterator[str]:
    """What is wrong with the files after the next start."""
    if not nights and not shop.journal.exists():
        return
    if plain(shop.journal) != sorted(nights):
        yield "plain TinyDB finds other nights"
    if (shop.own() / "replica.json").read_bytes() != shop.journal.read_bytes():
        yield "replica and file differ"
    if not (shop.own() / "log.jsonl").read_bytes().splitlines()[-1].startswith(b'{"done"'):
        yield "the log was not mended"
    if _temporary(shop):
        # a start that finds all well looks no further; the next save does
        shop.run("log", "0", "--night", "2026-11-01")
    yield from (f"{path.name} was left behind" for path in _temporary(shop))


def _temporary(shop: Shop) -> Sequence[Path]:
    return [path for path in shop.place.rglob("~*") if path.suffix == ".tmp"]
