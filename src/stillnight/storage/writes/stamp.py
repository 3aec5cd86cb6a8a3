"""Stamps: when, in which order and on which device a field was written.

A stamp is text, ``ms(12 hex)-counter(4 hex)-device(8 hex)``: the order of the text is the order of time,
and no two writes of one device share one. It is a hybrid logical clock (Kulkarni et al. 2014).
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import Any

from stillnight.storage.writes import canon

DAY_MS = 86_400_000
"""A stamp further ahead of our clock than this is kept and shown, but our clock does not follow it."""

SHAPE = "[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{8}"
"""How a stamp looks, as a regular expression."""

_SHAPE = re.compile(SHAPE)
_LAST = "e677d21fdbff-ffff"
"""The year 9999 ends here; there is always room for one stamp after a valid one."""


def make(ms: int, counter: int, device: str) -> str:
    """A stamp of its parts; a counter that is full carries into the next millisecond."""
    ms, counter = ms + counter // 0x10000, counter % 0x10000
    return f"{ms:012x}-{counter:04x}-{device}"


def is_stamp(text: object) -> bool:
    """Is this a stamp that can be ordered and followed?"""
    return isinstance(text, str) and _SHAPE.fullmatch(text) is not None and text < _LAST


def stamps_in(text: str) -> list[str]:
    """Every stamp in a record's text, as often as it stands there; nothing is parsed."""
    return _SHAPE.findall(text)


def ms_of(stamp: str) -> int:
    """Milliseconds since 1970 in UTC; 0 where nobody knows."""
    return int(stamp[:12], 16)


def device_of(stamp: str) -> str:
    """The short id of the device that wrote it."""
    return stamp[18:]


def moment_of(stamp: str) -> datetime | None:
    """When it was written, in UTC; ``None`` where nobody knows."""
    ms = ms_of(stamp)
    return datetime.fromtimestamp(ms / 1000, UTC) if ms else None


def following(stamp: str, device: str) -> str:
    """The least stamp of a device that is greater than another, whatever its clock says."""
    return make(ms_of(stamp), int(stamp[13:17], 16) + 1, device)


def preceding(stamp: str) -> str:
    """Milliseconds and counter just before a stamp's, as they begin a stamp; empty before the first."""
    at = ms_of(stamp) * 0x10000 + int(stamp[13:17], 16) - 1
    return make(0, at, "")[:17] if at >= 0 else ""


def mint(now_ms: int, newest: str, device: str) -> str:
    """A new stamp: now, or just after the newest one seen where that is no more than a day ahead.

    Args:
        now_ms: What this device's clock says.
        newest: The newest stamp seen, empty when there is none.
        device: This device's id.
    """
    now = make(max(now_ms, 0), 0, device)
    if newest and newest >= now[:17] and ms_of(newest) - now_ms <= DAY_MS:
        return following(newest, device)
    return now


def by_hand(stamp: str, value: Any) -> str:
    """The stamp of an edit made without us, of a value stamped ``stamp``.

    It is made of the bytes alone, so that every device that meets the edit says the same, and
    meeting it twice changes nothing.
    """
    return following(stamp, _digest(value))


def unstamped(value: Any) -> str:
    """The stamp of a value that carries none: older than all that do, the same on every device."""
    return make(0, 0, _digest(value))


def is_by_hand(stamp: str, value: Any) -> bool:
    """Was a value with this stamp written without us? The device that it names is made of the value."""
    return device_of(stamp) == _digest(value)


def _digest(value: Any) -> str:
    return hashlib.sha256(canon.text(value).encode()).hexdigest()[:8]
