"""Classes of medicines, and the classes behind a generic name. Nothing here ranks or judges one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

_SHORTEST, _LONG = 5, 9
"""Letters from which on a name may have one slip, and two."""

_JOINTS = str.maketrans("/+,;()", "      ")
"""What stands between two names in one: ``levodopa/benserazide``."""


@dataclass(frozen=True, slots=True)
class MedicineClass:
    """One class.

    Attributes:
        id: Its id, kept as ``class`` with a medicine.
        label: What it is called on the screen.
        examples: A few generic names, in words.
        rules: The rules that read it.
    """

    id: str
    label: str
    examples: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What a typed name was understood as.

    Attributes:
        generic: The generic name.
        classes: The ids of its classes, the telling one first.
        is_exact: Is it what was typed, but for capitals? Else it has to be said and can be wrong.
    """

    generic: str
    classes: tuple[str, ...]
    is_exact: bool

    @property
    def kept(self) -> str:
        """What is kept beside a name that was spelled differently; empty where it says it itself."""
        return "" if self.is_exact else self.generic


@dataclass(frozen=True, slots=True)
class Medicines:
    """``seeds/medicines.toml`` in order.

    Attributes:
        classes: The classes by id, in the order in which a list shows them.
        generic: Generic name in small letters to the ids of its classes, the telling one first.
    """

    classes: Mapping[str, MedicineClass] = field(default_factory=dict)
    generic: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def guess(self, typed: str) -> tuple[str, ...]:
        """The classes of a name as typed (``Pramipexole 0.18``), empty where none is known."""
        return self.generic.get(self._exact(typed), ())

    def understand(self, typed: str) -> Understood | None:
        """The generic name that is meant by what was typed, small slips allowed; ``None`` where unknown.

        A slip is a letter too many, too few, wrong or in the wrong place: one in a name of five letters or
        more, two from nine letters on. The first letter must be right, and only one name may be so near.
        """
        if name := self._exact(typed):
            return Understood(name, self.generic[name], True)
        near = {name for text in _beginnings(typed) for name in self.generic if _is_near(text, name)}
        if len(near) != 1:
            return None
        name = near.pop()
        return Understood(name, self.generic[name], False)

    def _exact(self, typed: str) -> str:
        return next((text for text in _beginnings(typed) if text in self.generic), "")


def parse_medicines(data: Mapping[str, Any]) -> Medicines:
    """Read the parsed ``medicines.toml``: tables ``class`` and ``generic``."""
    classes = {
        name: MedicineClass(name, spec["label"], spec["examples"], tuple(spec.get("rules", ())))
        for name, spec in data.get("class", {}).items()
    }
    return Medicines(classes, {name: tuple(ids) for name, ids in data.get("generic", {}).items()})


def _beginnings(typed: str) -> list[str]:
    """The words as typed, then one less and one less: what follows a name is often its dose."""
    words = typed.lower().translate(_JOINTS).split()
    return [" ".join(words[:count]) for count in range(len(words), 0, -1)]


def _is_near(typed: str, name: str) -> bool:
    if len(typed) < _SHORTEST or typed[0] != name[0] or abs(len(typed) - len(name)) > 2:
        return False
    blocks = SequenceMatcher(None, typed, name, autojunk=False).get_matching_blocks()
    slips = max(len(typed), len(name)) - sum(block.size for block in blocks)
    return slips <= (2 if min(len(typed), len(name)) >= _LONG else 1)
