"""The past of a record as people see it: replaced values, and when each was typed."""

from __future__ import annotations

from stillnight.domain.ports import Earlier
from stillnight.storage.writes import stamp
from stillnight.storage.writes.origin import Origins, origins_in
from stillnight.storage.writes.record import Rec, Write


def earlier_in(rec: Rec) -> list[Earlier]:
    """Every replaced value in the order of writing; one that was brought back says when it was typed."""
    origins = origins_in(rec)
    return [
        _earlier(write, origins)
        for write in rec.history
        if write.value is not None and not write.field.startswith("_")
    ]


def brought_back_in(rec: Rec) -> list[Earlier]:
    """Every value that a record shows and that was typed earlier, in the order of the fields."""
    origins = origins_in(rec)
    cells = sorted(rec.cells.items())
    shown = [Write(cell.stamp, name, cell.value) for name, cell in cells if (name, cell.stamp) in origins]
    return [_earlier(write, origins) for write in shown if write.value is not None]


def _earlier(write: Write, origins: Origins) -> Earlier:
    typed = origins.get((write.field, write.stamp), write.stamp)
    back = stamp.moment_of(write.stamp) if typed != write.stamp else None
    return Earlier(write.field, write.value, stamp.moment_of(typed), stamp.device_of(typed), back)
