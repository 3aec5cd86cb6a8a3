"""The numbers by which records are known, the same on every device."""

from __future__ import annotations

from datetime import date, datetime

_RANDOM_BITS = 21
"""42 bits of milliseconds (until the year 2109) and 21 of chance make 63."""


def night_id(night: date) -> int:
    """The id of a night: its evening's date as YYYYMMDD."""
    return night.year * 10_000 + night.month * 100 + night.day


def night_of_id(number: int) -> date:
    """The evening's date behind a night id.

    Raises:
        ValueError: If the digits are no date.
    """
    if number > 9999_12_31:
        raise ValueError(f"{number} is no night: its digits are no date")
    return date(number // 10_000, number // 100 % 100, number % 100)


def timed_id(at: datetime) -> int:
    """A new random 63-bit id that sorts by the time of what it names."""
    import secrets

    milliseconds = int(at.timestamp() * 1000) & ((1 << 42) - 1)
    return milliseconds << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)


def hashed_id(*parts: object) -> int:
    """A 63-bit id made of what is named, so that two devices mint the same one and merge."""
    import hashlib

    text = "\x1f".join(str(part) for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode(errors="surrogatepass")).digest()[:8], "big") >> 1
