"""What a condition is made of: the fields it reads, and the questions of the profile behind them."""

from __future__ import annotations

from collections.abc import Iterator

from stillnight.rules.conditions import Compared, Condition, Present

PROFILE = "profile."
CONDITIONS = "profile.conditions"


def readings(condition: Condition) -> Iterator[Compared | Present]:
    """Every place at which a condition reads a field by itself."""
    if isinstance(condition, Compared | Present):
        yield condition
    inner = (
        *getattr(condition, "parts", ()),
        getattr(condition, "part", None),
        getattr(condition, "only", None),
    )
    for part in inner:
        if part is not None:
            yield from readings(part)


def questions_of(condition: Condition) -> tuple[str, ...]:
    """The ids of the questions of the profile that a condition looks at, in order, each once."""
    return tuple(dict.fromkeys(name for reading in readings(condition) for name in _asked(reading)))


def flags_of(condition: Condition) -> Iterator[Compared]:
    """The places at which a condition looks at red flags."""
    return (one for one in readings(condition) if isinstance(one, Compared) and one.field == "flags")


def _asked(reading: Compared | Present) -> tuple[str, ...]:
    if reading.field == CONDITIONS:
        return tuple(getattr(reading, "value", None) or ())
    return (reading.field.removeprefix(PROFILE),) if reading.field.startswith(PROFILE) else ()
