"""The names of the devices that write the journal: short ids are for machines.

They stand in a table of their own, written along with a deed when they differ, and undone by nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from stillnight.storage.writes import stamp
from stillnight.storage.writes.notation import visible
from stillnight.storage.writes.record import Rec, Write, gather
from stillnight.storage.writes.state import DEVICES, State

HERE = "this machine"
"""What the device that asks is called where the others have names."""

BY_HAND = "an edit by hand"
"""Who wrote what came without us, by an editor or another program."""


def names_of(state: State) -> dict[str, str]:
    """Device id to the name that people know; two of one name are told apart by their ids."""
    found: dict[str, str] = {}
    for text in state.tables.get(DEVICES, {}).values():
        record = visible(text)
        device, name = record.get("device"), record.get("name")
        if isinstance(device, str) and isinstance(name, str) and name.strip():
            found[device] = name.strip()
    alike = Counter(found.values())
    return {id: name if alike[name] == 1 else f"{name} {id[:4]}" for id, name in found.items()}


def with_name(state: State, device: str, name: str, at: str) -> State:
    """The state in which a device has a name.

    Args:
        state: What is known.
        device: The device's id.
        name: Its name; an empty one changes nothing.
        at: The stamp of the deed along which it is written.
    """
    key = DEVICES, str(int(device, 16))
    rec = state.rec(*key)
    wanted = {"device": device, "name": name} if name else {}
    news = [_write(rec, field, value, at, device) for field, value in wanted.items()
            if rec.cell(field).value != value]  # fmt: skip
    return state.having({key: gather((*rec.writes(), *news))}) if news else state


def author(write: Write, names: Mapping[str, str], here: str) -> str:
    """Who made a write.

    Args:
        write: The write.
        names: What :func:`names_of` says.
        here: The id of the device that asks.
    """
    device = stamp.device_of(write.stamp)
    if device == here:
        return HERE
    return names.get(device) or (
        BY_HAND if stamp.is_by_hand(write.stamp, write.value) else f"device {device}"
    )


def _write(rec: Rec, field: str, value: str, at: str, device: str) -> Write:
    before = rec.cell(field).stamp
    return Write(at if at > before else stamp.following(before, device), field, value)
