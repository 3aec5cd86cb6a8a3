"""A move of the journal that breaks anywhere: all of it is at one of the two places, and that one is used."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.storage.faults.checks import troubles_of
from tests.storage.faults.scenes import nights_in, plain
from tests.storage.faults.shop import Done, Fault, Shop

COUNT_ONLY = Fault()


def test_a_move_that_breaks_somewhere(shop: Shop):
    _break(shop, step=13)


@pytest.mark.thorough
def test_a_move_that_breaks_anywhere(shop: Shop):
    _break(shop, step=1)


def _run(shop: Shop, *argv: str, fault: Fault = COUNT_ONLY) -> Done:
    return shop.run(*argv, fault=fault, is_named=False)


def _break(shop: Shop, step: int) -> None:
    _run(shop, "log", "3", "--night", "2026-11-17", "--note", "kept")
    _run(shop, "log", "5", "--night", "2026-11-18")
    shop.cloud.mkdir()
    shop.keep()
    before = nights_in(_run(shop, "show", "--all", "--json").out)
    troubles: list[str] = []
    for fault in _points(shop)[::step]:
        shop.put_back()
        done = _run(shop, "move", str(shop.journal), fault=fault)
        told = f"{fault}, exit {done.code} {done.err}"
        troubles += [f"{told}: {it}" for it in (*troubles_of(done), *_troubles_after(shop, before, done))]
    assert not troubles, f"{len(troubles)}:\n" + "\n".join(troubles[:20])


def _points(shop: Shop) -> Sequence[Fault]:
    count = _run(shop, "move", str(shop.journal)).calls
    assert count > 20
    everywhere = range(1, count + 1)
    kills = [Fault("kill", at) for at in everywhere]
    failing = [Fault("fail", at, errno.ENOSPC, stays=stays) for at in everywhere for stays in (False, True)]
    return [*kills, *failing]


def _troubles_after(shop: Shop, before: object, done: Done) -> Iterator[str]:
    """What is wrong at the next start, and with an undo there."""
    after = _run(shop, "show", "--all", "--json")
    if after.code:
        yield f"the next start failed: {after.err}"
        return
    if nights_in(after.out) != before:
        yield f"the nights are {after.out}"
    place = Path(json.loads(_run(shop, "paths", "--json").out)["journal"])
    if done.code == 0 and place != shop.journal:
        yield f"it was moved, and {place} is used"
    if plain(place) != ["2026-11-17", "2026-11-18"]:
        yield "plain TinyDB finds other nights"
    undone = _run(shop, "undo")
    if undone.code or plain(place) != ["2026-11-17"]:
        yield f"undo said {undone}"
