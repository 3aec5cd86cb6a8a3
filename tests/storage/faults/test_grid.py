"""A save that breaks anywhere: what was acknowledged is there at the next start, and the file opens."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from tests.storage.faults.checks import looked_at, troubles_after, troubles_of
from tests.storage.faults.points import failures, kills, short_writes
from tests.storage.faults.scenes import SCENES, Scene
from tests.storage.faults.shop import Done, Fault, Shop, read_trace

named = pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)


@named
def test_a_save_that_breaks_somewhere(shop: Shop, scene: Scene):
    _break(shop, scene, lambda: _sample(shop, scene))


@pytest.mark.thorough
@named
def test_a_save_that_is_killed_anywhere(shop: Shop, scene: Scene):
    _break(shop, scene, lambda: kills(shop, scene.argv))


@pytest.mark.thorough
@named
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS], ids=errno.errorcode.get)
def test_a_save_of_which_any_call_fails(shop: Shop, scene: Scene, error: int):
    _break(shop, scene, lambda: failures(shop, scene.argv, error))


@pytest.mark.thorough
@named
def test_a_save_of_which_any_write_is_short(shop: Shop, scene: Scene):
    _break(shop, scene, lambda: short_writes(shop, scene.argv))


def _sample(shop: Shop, scene: Scene) -> Iterator[Fault]:
    """A few points of the whole grid, others in each scene."""
    points = [*kills(shop, scene.argv), *failures(shop, scene.argv, errno.ENOSPC)]
    yield from points[SCENES.index(scene) % 11 :: 23]


def _break(shop: Shop, scene: Scene, points: Callable[[], Iterable[Fault]]) -> None:
    """Break one save after the other, each on a place as it was prepared."""
    scene.prepare(shop)
    shop.keep()
    before = looked_at(shop)
    shop.put_back()
    troubles, count = [], 0
    for fault in points():
        done = shop.run(*scene.argv, fault=fault, trace=shop.root / "trace")
        told = _told(shop, fault, done)
        troubles += [f"{told}: {trouble}" for trouble in troubles_of(done)]
        troubles += [
            f"{told}: {trouble}" for trouble in troubles_after(shop, scene, before, done.is_acknowledged)
        ]
        if done.code == 1 and not fault.stays and looked_at(shop) != before:
            troubles.append(f"{told}: it was refused, and yet something changed")
        shop.put_back()
        count += 1
    assert count, "nothing was tried"
    assert not troubles, f"{len(troubles)} of {count}:\n" + "\n".join(troubles[:40])


def _told(shop: Shop, fault: Fault, done: Done) -> str:
    """A point in words: what fails, at which call, after what."""
    calls = read_trace(shop.root / "trace")
    last = f"after {calls[-1].op} {Path(calls[-1].path).name}" if calls else "at the beginning"
    what = f"{fault.kind} {errno.errorcode.get(fault.error, fault.amount)} at {fault.at}"
    stays = " and all later" if fault.stays else ""
    return f"{what}{stays} in {fault.where or 'all folders'} ({last}), exit {done.code}"
