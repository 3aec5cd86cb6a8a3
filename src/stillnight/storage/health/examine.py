"""What ``verify`` says: where everything is, whether it agrees, and what is odd. Nothing is changed by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any, NamedTuple

from stillnight.domain.ports import NIGHTS, Health
from stillnight.storage.copies.memory import Fate
from stillnight.storage.copies.report import copies_beside, copies_kept
from stillnight.storage.earlier.backups import Image, images_in
from stillnight.storage.health import sickness
from stillnight.storage.inbox import names_in
from stillnight.storage.joining.devices import names_of
from stillnight.storage.joining.disagreement import disagreements
from stillnight.storage.layout.lines import dump
from stillnight.storage.purging.what_is_left import purges_in
from stillnight.storage.vault import Vault
from stillnight.storage.writes.meta import devices_in
from stillnight.storage.writes.placing import UNPLACED
from stillnight.storage.writes.state import BIN, State

_WAYS_OUT = {
    Fate.NEWER.value: "was written by a newer stillnight; update stillnight here, and it is taken in",
    Fate.SALVAGED.value: (
        "is damaged; what is complete in it was taken in, so delete it if you do not need it"
    ),
}
"""What to do about a file beside the journal, by what became of it."""


class _Backups(NamedTuple):
    """The images that can be brought back, oldest first, and how many cannot."""

    sound: Sequence[Image]
    damaged: int


def examine(vault: Vault) -> Health:
    """Look at the file and at what this machine keeps of it."""
    data = dump(vault.state)
    backups = _backups(vault)
    facts = _facts(vault, data, backups)
    return Health(list(_lines(facts, vault.clock.zone)), list(_troubles(vault, facts)), facts)


def _backups(vault: Vault) -> _Backups:
    images = images_in(vault.folder.backups)
    damaged = set(sickness.damaged_images(vault.folder, vault.state))
    return _Backups([one for one in images if one.name not in damaged], len(damaged))


def _facts(vault: Vault, data: bytes, backups: _Backups) -> Mapping[str, Any]:
    """What was found, under names that stay."""
    state, folder = vault.state, vault.folder
    tables = state.tables
    at = sorted(image.at for image in backups.sound)
    return {
        "journal": str(vault.file.path),
        "nights": len(tables.get(NIGHTS, {})),
        "bin": sum(state.rec(NIGHTS, id).is_deleted for id in tables.get(NIGHTS + BIN, {})),
        "file": "whole" if vault.file.holds(data) else "differs",
        "unpublished": vault.problem,
        "replica": str(folder.replica),
        "is_replica_current": vault.replica.data == data,
        "backups": {
            "sound": len(at),
            "damaged": backups.damaged,
            "oldest": at[0].isoformat() if at else None,
            "newest": at[-1].isoformat() if at else None,
        },
        "damaged_files": len(list(folder.damaged.glob("*.json"))),
        "copies_kept": len({one.file for one in copies_kept(folder)}),
        "copies_beside": [one._asdict() for one in copies_beside(vault.file, folder)],
        "device": folder.device,
        "devices": _devices(state, folder.device),
        "purged": len(purges_in(state)),
        "disagreements": len(disagreements(state)),
        "inbox": sorted(names_in(vault.file.path.parent)),
        "unplaced": len(tables.get(UNPLACED, {})),
    }


def _devices(state: State, here: str) -> list[dict[str, Any]]:
    names = names_of(state)
    found = sorted({*devices_in(state), here})
    return [{"id": id, "name": names.get(id), "is_this": id == here} for id in found]


def _lines(facts: Mapping[str, Any], zone: tzinfo) -> Iterator[tuple[str, str]]:
    """The findings in words."""
    yield "journal", facts["journal"]
    yield "nights", f"{facts['nights']}, {facts['bin']} in the bin"
    yield "file", "whole and complete" if facts["file"] == "whole" else "differs from what is known here"
    yield "not in the file yet", facts["unpublished"] or "nothing"
    yield "this machine's copy", facts["replica"]
    yield "earlier states", _backup_words(facts["backups"], zone)
    yield "damaged files kept", str(facts["damaged_files"])
    yield "conflict copies", f"{facts['copies_kept']} taken in and kept here"
    if beside := [f"{copy['name']}: {copy['became']}" for copy in facts["copies_beside"]]:
        yield "beside the journal", "; ".join(beside)
    yield "this device", next(_named(one) for one in facts["devices"] if one["is_this"])
    yield "devices seen", ", ".join(map(_device_words, facts["devices"]))
    records = "1 record" if facts["purged"] == 1 else f"{facts['purged']} records"
    yield "purged", records if facts["purged"] else "nothing"
    yield "disagreements", f"{facts['disagreements']} open" if facts["disagreements"] else "none"
    yield "inbox", ", ".join(facts["inbox"]) or "none"


def _backup_words(backups: Mapping[str, Any], zone: tzinfo) -> str:
    if not backups["sound"]:
        return "none yet"
    oldest, newest = (
        f"{datetime.fromisoformat(backups[which]).astimezone(zone):%Y-%m-%d %H:%M}"
        for which in ("oldest", "newest")
    )
    span = oldest if oldest == newest else f"{oldest} to {newest}"
    listed = "it" if backups["sound"] == 1 else "them"
    return f"{backups['sound']}, of {span} (stillnight restore lists {listed})"


def _device_words(device: Mapping[str, Any]) -> str:
    return f"{_named(device)} (this one)" if device["is_this"] else _named(device)


def _named(device: Mapping[str, Any]) -> str:
    return f"{device['name']} {device['id']}" if device["name"] else str(device["id"])


def _troubles(vault: Vault, facts: Mapping[str, Any]) -> Iterator[str]:
    """Each trouble in one sentence with the way out."""
    name = vault.file.path.name
    if vault.problem:
        yield vault.problem
    elif facts["file"] != "whole":
        yield f"{name} differs from what is known here; verify --repair writes it anew"
    if facts["unplaced"]:
        records = "1 record has" if facts["unplaced"] == 1 else f"{facts['unplaced']} records have"
        them = "it" if facts["unplaced"] == 1 else "them"
        yield f"{records} no date, kept in the table {UNPLACED}; enter {them} with log"
    if not facts["is_replica_current"]:
        yield "this machine's own copy is not up to date; verify --repair writes it anew"
    if number := facts["backups"]["damaged"]:
        states = "1 earlier state is" if number == 1 else f"{number} earlier states are"
        yield f"{states} damaged and not counted; verify --repair keeps them with the damaged files"
    for copy in facts["copies_beside"]:
        if way_out := _WAYS_OUT.get(copy["became"]):
            yield f"{copy['name']} {way_out}"
    yield from sickness.named(vault.folder)
