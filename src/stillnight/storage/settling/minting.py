"""The stamp of a new deed."""

from __future__ import annotations

from stillnight.storage.disk.log import DeviceLog
from stillnight.storage.writes import stamp


def base_stamp(log: DeviceLog, newest: str, now_ms: int, device: str) -> str:
    """A stamp that no deed in the log has: undo tells them apart by it.

    Args:
        log: This device's log.
        newest: The newest stamp seen, empty when there is none.
        now_ms: What this device's clock says.
        device: This device's id.
    """
    base = stamp.mint(now_ms, newest, device)
    if base > newest:
        return base
    # the clock was put back by more than a day, so it may say a moment for the second time
    taken = {deed.stamp for deed in log.outlines()}
    while base in taken:
        base = stamp.following(base, device)
    return base
