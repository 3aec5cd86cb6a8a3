"""Two devices wrote two values of one field, and neither had seen the other's."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from stillnight.domain.values import Value


class Side(NamedTuple):
    """One of the values.

    Attributes:
        value: What was written; ``None`` cleared the field.
        at: When, in UTC; ``None`` when nobody knows.
        device: Who wrote it, by the name that people know.
    """

    value: Value
    at: datetime | None
    device: str


class Disagreement(NamedTuple):
    """One field on which devices disagree; nobody has chosen yet.

    Attributes:
        table: The record's table.
        id: The record's id.
        field: The field.
        sides: The values, two or more; the one that is shown comes first.
    """

    table: str
    id: int
    field: str
    sides: tuple[Side, ...]
