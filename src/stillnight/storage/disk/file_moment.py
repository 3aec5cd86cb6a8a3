"""The moment in the name of a file that this machine keeps, in UTC: ``20261119T214005``, or less of it."""

from __future__ import annotations

from datetime import UTC, datetime


def in_name(moment: datetime) -> str:
    """A moment, aware, to the second, as a file's name has it."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%S}"


def moment_in(digits: str) -> datetime | None:
    """The moment that digits of a file's name mean, aware; ``None`` where no calendar or clock has it."""
    try:
        return datetime.fromisoformat(f"{digits}+00:00")
    except ValueError:
        return None
