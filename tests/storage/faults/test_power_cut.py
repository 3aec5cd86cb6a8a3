"""The power fails anywhere in a save: what was acknowledged is there, and the file opens."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.storage.faults.checks import looked_at, troubles_after
from tests.storage.faults.power import PAGE, Disk, disk_of, lay_out
from tests.storage.faults.scenes import SCENES, Scene
from tests.storage.faults.shop import Call, Shop, read_trace

named = pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)


@named
def test_a_power_cut_somewhere_in_a_save(shop: Shop, scene: Scene):
    _cut(shop, scene, some=0, step=9)


@pytest.mark.thorough
@named
def test_a_power_cut_anywhere_in_a_save(shop: Shop, scene: Scene):
    _cut(shop, scene, some=6, step=1)


def _cut(shop: Shop, scene: Scene, some: int, step: int) -> None:
    """Lay out what each cut may leave behind, and start the program on it."""
    scene.prepare(shop)
    shop.keep()
    before = looked_at(shop)
    shop.put_back()
    disk, calls = _recorded(shop, scene)
    safe_from = _acknowledged(calls)
    draws, met, troubles = random.Random(scene.name), set[int](), []
    numbers = range(SCENES.index(scene) % step, len(calls) + 1, step)
    for number in {*numbers, len(calls), safe_from}:
        for tree in disk.after(number, draws, some):
            is_safe = number >= safe_from
            seen = hash((tuple(sorted((path, data or b"") for path, data in tree.items())), is_safe))
            if seen in met:
                continue
            met.add(seen)
            shutil.rmtree(shop.place)
            lay_out(shop.place, tree)
            told = f"before call {number}, {calls[number:][:1]}"
            troubles += [f"{told}: {it}" for it in troubles_after(shop, scene, before, is_safe)]
    assert len(met) > 1, "nothing was tried"
    assert not troubles, f"{len(troubles)} after {len(met)} cuts:\n" + "\n".join(troubles[:20])


def _recorded(shop: Shop, scene: Scene) -> tuple[Disk, Sequence[Call]]:
    """What a save does where nothing fails."""
    disk, trace = disk_of(shop.place), shop.root / "trace"
    assert shop.run(*scene.argv, trace=trace).code == 0
    calls = read_trace(trace)
    disk.follow(calls)
    return disk, calls


def _acknowledged(calls: Sequence[Call]) -> int:
    """How many calls there are until a deed must be safe: made so in the log, or about to be published.

    All, where none is logged.
    """
    logged = False
    for number, call in enumerate(calls):
        name = Path(call.path).name
        logged |= name == "log.jsonl" and call.op == "write" and call.data.lstrip().startswith(b'{"deed"')
        if logged and name == "log.jsonl" and call.op == "fsync":
            return number + 1
        if logged and name.startswith("~journal.json"):
            return number
    return len(calls)


def _call(op: str, path: str, to: str = "", inode: int = 7, at: int = 0, data: bytes = b"") -> Call:
    return Call(0, op, path, to, inode, at, data)


def _trees(place: Path, *calls: Call) -> list[dict[str, bytes | None]]:
    """What may be left of a place when the power fails after some calls, by names in it."""
    disk = disk_of(place)
    disk.follow(calls)
    trees = disk.after(len(calls), random.Random(1), 40)
    return [{path.removeprefix(f"{place}/"): data for path, data in tree.items()} for tree in trees]


def test_a_file_that_was_never_made_safe_may_be_gone_empty_or_torn(tmp_path: Path):
    file = str(tmp_path / "file")
    trees = _trees(tmp_path, _call("create", file), _call("write", file, data=b"a" * PAGE + b"b"))

    held = {tree.get("file") for tree in trees}
    assert {None, b"", b"a" * PAGE, bytes(PAGE) + b"b", b"a" * PAGE + b"b"} <= held


def test_the_content_is_safe_with_the_file_and_the_name_with_the_folder(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"old")
    new, file = str(tmp_path / "~new"), str(tmp_path / "file")
    replaced = [
        _call("create", new),
        _call("write", new, data=b"new"),
        _call("fsync", new),
        _call("rename", new, file),
    ]

    assert {tree["file"] for tree in _trees(tmp_path, *replaced)} == {b"old", b"new"}
    ended = _trees(tmp_path, *replaced, _call("fsync", str(tmp_path), inode=1))
    assert [tree for tree in ended if tree["file"] != b"new" or "~new" in tree] == []


def test_what_lies_in_a_folder_that_was_not_made_safe_goes_with_it(tmp_path: Path):
    folder, file = str(tmp_path / "folder"), str(tmp_path / "folder/file")
    trees = _trees(
        tmp_path,
        _call("mkdir", folder),
        _call("create", file),
        _call("fsync", file),
        _call("fsync", folder, inode=1),
    )

    assert {"folder/file" in tree for tree in trees} == {True, False}
