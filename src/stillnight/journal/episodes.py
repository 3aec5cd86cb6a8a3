"""Episodes on their way into the journal: what each field takes."""

from __future__ import annotations

from collections.abc import Mapping

from stillnight.domain.clock_rule import NightFrame, read_stamp
from stillnight.domain.errors import FieldError, UnknownName
from stillnight.domain.fields import RATING, Kind, Text, Time, Whole, YesNo
from stillnight.domain.values import Value

KINDS: Mapping[str, Kind] = {
    "at": Time(),
    "severity": RATING,
    "relief": Text(100),
    "minutes": Whole(0, 240, "minutes"),
    "after": RATING,
    "out_of_bed": YesNo(),
    "completed": YesNo(),
    "back_at": Time(),
}
"""Every field of an episode but its night, with what it takes."""


def read_episode(values: Mapping[str, object], frame: NightFrame) -> dict[str, Value]:
    """An episode's fields as the journal keeps them, its night included; what is ``None`` is left out.

    Args:
        values: Field name to value, as typed or as kept.
        frame: The night it belongs to.

    Raises:
        FieldError: If a value does not fit, or the lights went out again before the episode began.
        UnknownName: If there is no such field.
    """
    found: dict[str, Value] = {"night": frame.date.isoformat()}
    for name, value in values.items():
        if name not in KINDS:
            raise UnknownName("part of an episode", name, list(KINDS), f"there are {', '.join(KINDS)}")
        if value is not None:
            found[name] = KINDS[name].read(name, value, frame)
    _check_back(values, found)
    return found


def _check_back(values: Mapping[str, object], found: Mapping[str, Value]) -> None:
    at, back = read_stamp(found.get("at")), read_stamp(found.get("back_at"))
    if at is not None and back is not None and back < at:
        raise FieldError("back_at", values["back_at"], f"a time after it began at {at:%H:%M}")
