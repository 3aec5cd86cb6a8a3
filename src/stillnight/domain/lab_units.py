"""Results of blood tests as people type them: the kind, the number, the unit. Nothing is converted unsaid."""

from __future__ import annotations

import re
from typing import NamedTuple

from stillnight.domain.errors import FieldError, UnknownName
from stillnight.domain.lab import LAB_KINDS, LAB_RANGES

LABELS = {
    "ferritin": "ferritin",
    "tsat": "transferrin saturation",
    "hb": "haemoglobin",
    "crp": "CRP",
}
"""What each kind is called in words."""

_NAMES = {
    "ferritin": "ferritin", "fer": "ferritin", "serum ferritin": "ferritin",
    "tsat": "tsat", "transferrin saturation": "tsat", "saturation": "tsat", "iron saturation": "tsat",
    "hb": "hb", "haemoglobin": "hb", "hemoglobin": "hb", "hgb": "hb",
    "crp": "crp", "c reactive protein": "crp", "hscrp": "crp", "hs crp": "crp",
}  # fmt: skip

_UNITS = {
    "ferritin": {"ug/l": 1, "mcg/l": 1, "ng/ml": 1},
    "tsat": {"%": 1, "percent": 1},
    "hb": {"g/l": 1, "g/dl": 10},
    "crp": {"mg/l": 1, "mg/dl": 10},
}
"""Each spelling of a unit, with what its number is multiplied by to be in the unit that is kept."""

_RESULT = re.compile(r"(?P<number>[+-]?[\d.,]+)\s*(?P<unit>[^\d\s.,].*)?", re.ASCII)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,]\d{3})+", re.ASCII)


class Result(NamedTuple):
    """A result as it is kept.

    Attributes:
        value: The number in the unit of :data:`stillnight.domain.lab.LAB_RANGES`.
        typed: Number and unit as typed, where they were counted over into that unit; else empty.
    """

    value: float
    typed: str = ""


def shown_unit(kind: str) -> str:
    """The unit of a kind as it is read: ``µg/L``."""
    return LAB_RANGES[kind][2].replace("ug", "µg")


def read_kind(typed: str) -> str:
    """The kind of blood test that is meant: ``Haemoglobin`` is ``hb``.

    Raises:
        UnknownName: If there is none.
    """
    words = " ".join(typed.lower().replace("-", " ").replace("_", " ").split())
    if words in _NAMES:
        return _NAMES[words]
    raise UnknownName("blood test", typed, list(_NAMES), f"there are {', '.join(LAB_KINDS)}")


def read_result(kind: str, typed: str, unit: str = "") -> Result:
    """A result as typed: ``42``, ``42,5 ng/mL``, ``13.5 g/dL``.

    Args:
        kind: One of :data:`stillnight.domain.lab.LAB_KINDS`.
        typed: The number, its unit may follow.
        unit: The unit, where it was typed apart.

    Raises:
        FieldError: If it is no number, the unit is another one, or the number can only be meant in another.
    """
    found = _RESULT.fullmatch(typed.strip())
    if found is None:
        raise FieldError(kind, typed.strip(), 'a number (for "under 5" write 5)')
    number = _number(kind, found["number"])
    said = (unit or found["unit"] or "").strip()
    times = _times(kind, said) if said else 1
    if not said:
        _refuse_other_scale(kind, number)
    value = round(number * times, 6)
    least, most, _ = LAB_RANGES[kind]
    if not least <= value <= most:
        raise FieldError(kind, f"{found['number']} {said}".strip(), f"{least} to {most} {shown_unit(kind)}")
    return Result(value, f"{number:g} {said}" if times != 1 else "")


def _number(kind: str, typed: str) -> float:
    if _THOUSANDS.fullmatch(typed):
        # 1,200 is twelve hundred to some and one point two to others
        plain = typed.replace(",", "").replace(".", "")
        raise FieldError(kind, typed, f"a number without a thousands mark: {plain}")
    try:
        return float(typed.replace(",", "."))
    except ValueError:
        raise FieldError(kind, typed, "a number") from None


def _times(kind: str, unit: str) -> int:
    # the micro sign and the Greek letter look the same
    plain = "".join(unit.lower().split()).replace("\u00b5", "u").replace("\u03bc", "u")
    if plain not in _UNITS[kind]:
        raise FieldError("unit", unit, f"{_units_of(kind)} for {LABELS[kind]}; your lab can tell you")
    return _UNITS[kind][plain]


def _units_of(kind: str) -> str:
    return {
        "ferritin": "µg/L (ug/L, mcg/L) or ng/mL, which is the same,",
        "tsat": "%",
        "hb": "g/L or g/dL",
        "crp": "mg/L or mg/dL",
    }[kind]


def _refuse_other_scale(kind: str, number: float) -> None:
    """Without a unit, what can only be meant on another scale is asked back.

    Raises:
        FieldError: It names both ways to say it.
    """
    if kind == "tsat" and 0 < number <= 1:
        raise FieldError(
            kind, number, f"a percentage: {number * 100:g} for the fraction {number:g}, else {number:g}%"
        )
    if kind == "hb" and 2 <= number <= 25:
        raise FieldError(
            kind, number, f'grams per litre, or a unit: "{number:g} g/dL" is {number * 10:g} g/L'
        )
