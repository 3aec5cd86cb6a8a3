"""The end of a walk: the service goes quiet, and what has to be true then."""

from __future__ import annotations

import json

from tests.storage.hostile import folder
from tests.storage.hostile.device import JOURNAL
from tests.storage.hostile.oracle import bin_of
from tests.storage.hostile.others import OF_OTHERS
from tests.storage.hostile.world import KEYS, World

from stillnight.storage.layout.reading import load

ROUNDS = 12
"""After so many rounds without mischief it has to be quiet; most walks need four."""


def calm_down(world: World, is_at_once: bool, local_wins: bool) -> None:
    """No more mischief: everybody comes online, and everything is carried until nothing moves.

    Args:
        world: Everything.
        is_at_once: Does everybody look before anything is carried on, so that conflicts are settled
            everywhere at once?
        local_wins: Who wins the conflicts that are left?
    """
    world.service.offline.clear()
    for n, device in enumerate(world.devices):
        device.clock.calm()
        world.service.give_up(n)
    still = 0
    for _ in range(ROUNDS):
        before = _picture(world)
        _round(world, is_at_once, local_wins)
        # an open program gives a file that is away one round to come back
        still = still + 1 if _picture(world) == before else 0
        if still == 2:
            return
    raise AssertionError(f"after {ROUNDS} rounds it is not quiet: {world.service.conflicts} conflicts")


def check(world: World) -> None:
    """Assert all that has to be true when it is quiet."""
    if not any(world.has_own_copy(n) for n in range(len(world.devices))):
        # a torn file is all that is left, and it was refused as no journal: nobody was promised anything
        assert not world.oracle.promised
        return
    final = world.devices[0].journal.read_bytes()
    _check_files(world, final)
    _check_words(world, final)
    _check_purged(world, final)
    _check_shown(world, final)
    _check_folders(world)


def _round(world: World, is_at_once: bool, local_wins: bool) -> None:
    for n, device in enumerate(world.devices):
        world.service.sync(n, local_wins)
        device.clock.advance(seconds=3)
        if not is_at_once:
            world.look(n)
    for n in range(len(world.devices)) if is_at_once else ():
        world.look(n)


def _picture(world: World) -> tuple[object, ...]:
    """Everything that can still move: what the service knows, the files, and when they were written."""
    views = [
        {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in device.view.iterdir()}
        for device in world.devices
    ]
    known = [dict(base) for base in world.service.bases]
    return dict(world.service.cloud), known, views, [device.kept() for device in world.devices]


def _check_files(world: World, final: bytes) -> None:
    for n, device in enumerate(world.devices):
        assert device.store is not None, f"device {n} was refused"
        assert device.journal.read_bytes() == final, f"the file of device {n} is another"
        assert device.replica() == final, f"the own copy of device {n} is another"
        assert device.store.vault.problem is None


def _check_words(world: World, final: bytes) -> None:
    assert b"of Anna" not in final, "two people's journals were mixed"
    missing = world.oracle.missing(final)
    assert not missing, f"lost: {sorted(missing)}"
    invented = world.oracle.invented(load(final))
    assert not invented, f"invented: {invented}"
    troubles = world.oracle.outdated(load(final))
    assert not troubles, "\n".join(troubles)


def _check_purged(world: World, final: bytes) -> None:
    places = {"the journal": final}
    for n, device in enumerate(world.devices):
        kept = sorted(path for path in device.state.rglob("*") if path.is_file())
        places |= {f"device {n} in {path.relative_to(device.state)}": path.read_bytes() for path in kept}
    for place, data in places.items():
        back = sorted(word for word in world.oracle.gone if f'"{word}"'.encode() in data)
        assert not back, f"purged and still there: {back}, {place}"


def _check_shown(world: World, final: bytes) -> None:
    content = json.loads(final)
    for n, device in enumerate(world.devices):
        for table, id in KEYS:
            raw = content.get(table, {}).get(id)
            shown = device.open().get(table, int(id))
            answers = raw and {name: value for name, value in raw.items() if name[0] != "_"}
            assert (shown or {}) == (answers or {}), f"device {n} shows {shown} of {table} {id}"
            assert raw is None or id not in content.get(bin_of(table), {})


def _check_folders(world: World) -> None:
    for n, device in enumerate(world.devices):
        files = folder.content(device.view)
        for name, data in OF_OTHERS.items():
            assert files.pop(name, None) == data, f"{name} of device {n} was touched"
        assert files.pop(JOURNAL, None) is not None
        for name, data in world.own_copies.items():
            assert files.pop(name, data) == data, f"{name} of device {n} was touched"
        left = [name for name, data in files.items() if not _may_stay(world, name, data)]
        assert not left, f"left over on device {n}: {left}"


def _may_stay(world: World, name: str, data: bytes) -> bool:
    """May a conflict copy be left? Where anybody may have named it, and where it is torn or empty."""
    return world.service.is_copy(name) and (world.service.style.is_plain or not _is_whole(data))


def _is_whole(data: bytes) -> bool:
    """Is this JSON, from the first byte to the last?"""
    try:
        return isinstance(json.loads(data), dict)
    except ValueError:
        return False
