"""What is being saved when the disk fails: each scene prepares a place and names one command."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.storage.faults.shop import Shop
from tinydb import TinyDB

Nights = dict[str, dict[str, Any]]
"""What ``show --all --json`` says, by night."""

EARLIER = "2026-11-17"


@dataclass(frozen=True)
class Scene:
    """One command on one place.

    Attributes:
        name: What is done, in a few words.
        prepare: Makes the place.
        argv: The command that meets the fault.
        holds: Is what it does there, given the nights?
        gone: Once it is acknowledged, this stands in no file any more.
    """

    name: str
    prepare: Callable[[Shop], object]
    argv: tuple[str, ...]
    holds: Callable[[Nights], bool]
    gone: bytes = b""


def nothing(shop: Shop) -> None:
    """A computer on which the program was never started."""
    shop.place.mkdir(exist_ok=True)


def some_nights(shop: Shop) -> None:
    """A journal of two nights."""
    shop.run("log", "3", "--night", EARLIER, "--note", "kept")
    shop.run("log", "5", "+caffeine=2", "--night", "2026-11-18")


def tonight(shop: Shop) -> None:
    """A journal with an entry of tonight."""
    some_nights(shop)
    shop.run("log", "4")


def another_device(shop: Shop) -> None:
    """Another device wrote since this one looked."""
    some_nights(shop)
    shop.run("log", "8", "--note", "elsewhere", "--night", "2026-11-16", device="desk")


def by_hand(shop: Shop) -> None:
    """Plain TinyDB wrote, and laid the file out in its own way."""
    some_nights(shop)
    with TinyDB(shop.journal) as db:
        db.table("nights").insert({"date": "2026-11-16", "severity": 8})


def cut_off(shop: Shop) -> None:
    """The file is damaged."""
    some_nights(shop)
    whole = shop.journal.read_bytes()
    shop.journal.write_bytes(whole[: len(whole) * 3 // 4])


def gone(shop: Shop) -> None:
    """The file is gone, and this machine's own copy is damaged: all comes from the log."""
    some_nights(shop)
    shop.journal.unlink()
    (shop.own() / "replica.json").write_bytes(b'{"meta":')


def a_copy(shop: Shop) -> None:
    """A service left a copy with what another device wrote beside the file."""
    some_nights(shop)
    mine = shop.journal.read_bytes()
    shop.run("log", "8", "--note", "elsewhere", "--night", "2026-11-16", device="desk")
    shop.journal.rename(shop.cloud / "journal.sync-conflict-20261119-213000-GUWA7SG.json")
    shop.journal.write_bytes(mine)


def only_copies(shop: Shop) -> None:
    """A service took the main file away and left two copies, as rclone did."""
    a_copy(shop)
    (copy,) = shop.cloud.glob("journal.sync*")
    copy.rename(shop.cloud / "journal.json..path2")
    shop.journal.rename(shop.cloud / "journal.json..path1")


def regretted(shop: Shop) -> None:
    """A night was changed an hour after the last image of the journal."""
    some_nights(shop)
    shop.run("log", "9", "--night", "2026-11-18", now="2026-11-19T23:50+01:00")


def a_secret(shop: Shop) -> None:
    """A night that was told to the journal stands in the log, in the copy here and in an image."""
    some_nights(shop)
    shop.run("log", "--note", "a secret", "--night", "2026-11-18")
    shop.run("log", "4", "--night", "2026-11-18", now="2026-11-19T23:50+01:00")


def a_letter(shop: Shop) -> None:
    """A phone put lines beside the journal."""
    some_nights(shop)
    (shop.cloud / "inbox.txt").write_text("2026-11-16 8 note from the phone\nwhat is this\n")


def a_long_log(shop: Shop) -> None:
    """The next deed makes the log so long that it is shortened."""
    from stillnight.storage.disk.log import KEPT_DEEDS

    some_nights(shop)
    log = shop.own() / "log.jsonl"
    *lines, mark = log.read_text().splitlines()
    newest = json.loads(mark)["done"]
    full = json.dumps({"done": newest, "deeds": 2 * KEPT_DEEDS}, separators=(",", ":"))
    log.write_text("\n".join([*lines, full]) + "\n")


def a_crash(shop: Shop) -> None:
    """The program was killed right after the acknowledgement of tonight's first entry."""
    some_nights(shop)
    before = {path: path.read_bytes() for path in (shop.journal, shop.own() / "replica.json")}
    log = shop.own() / "log.jsonl"
    shop.run("log", "4")
    for path, data in before.items():
        path.write_bytes(data)
    log.write_text(log.read_text().rpartition("\n{")[0] + "\n")


def _urge(night: str, severity: int) -> Callable[[Nights], bool]:
    return lambda nights: nights.get(night, {}).get("severity") == severity


def _gone(night: str) -> Callable[[Nights], bool]:
    return lambda nights: night not in nights


def _letter(nights: Nights) -> bool:
    night = nights.get("2026-11-16", {})
    return (night.get("severity"), night.get("note")) == (8, "from the phone")


SCENES = [
    Scene("a first journal", nothing, ("log", "6"), _urge("2026-11-19", 6)),
    Scene("an entry", some_nights, ("log", "6", "+stress=7"), _urge("2026-11-19", 6)),
    Scene("another answer", tonight, ("log", "6"), _urge("2026-11-19", 6)),
    Scene("a deletion", some_nights, ("log", "--delete", "--night", "2026-11-18"), _gone("2026-11-18")),
    Scene("an undo", tonight, ("undo",), _gone("2026-11-19")),
    Scene("an entry after another device", another_device, ("log", "6"), _urge("2026-11-19", 6)),
    Scene("a look after another device", another_device, ("show",), _urge("2026-11-16", 8)),
    Scene("an entry after plain TinyDB", by_hand, ("log", "6"), _urge("2026-11-19", 6)),
    Scene("an entry into a damaged file", cut_off, ("log", "6"), _urge("2026-11-19", 6)),
    Scene("an entry with all but the log gone", gone, ("log", "6"), _urge("2026-11-19", 6)),
    Scene("an entry beside a copy", a_copy, ("log", "6"), _urge("2026-11-19", 6)),
    Scene("a look at a copy", a_copy, ("show",), _urge("2026-11-16", 8)),
    Scene("a look where only copies are left", only_copies, ("show",), _urge("2026-11-16", 8)),
    Scene("an earlier state brought back", regretted, ("restore", "1", "--yes"), _urge("2026-11-18", 5)),
    Scene("a purge", a_secret, ("purge", "2026-11-18", "--yes"), _gone("2026-11-18"), b"a secret"),
    Scene("local copies forgotten", a_secret, ("forget", "--yes"), lambda nights: EARLIER in nights),
    Scene("a letter of a phone", a_letter, ("show",), _letter),
    Scene("an entry into a long log", a_long_log, ("log", "6"), _urge("2026-11-19", 6)),
    Scene("an entry after a crash", a_crash, ("log", "6"), _urge("2026-11-19", 6)),
]  # fmt: skip


def nights_in(out: str) -> Nights:
    """What ``show --all --json`` printed."""
    return {night["night"]: night for night in json.loads(out)}


def plain(journal: Path) -> list[str]:
    """The dates that plain TinyDB finds in a journal."""
    with TinyDB(journal, access_mode="r") as db:
        return sorted(night["date"] for night in db.table("nights").all())
