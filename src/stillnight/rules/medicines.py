"""Classes of medicines, and the classes behind a generic name. Nothing here ranks or judges one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


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
        words = typed.strip().lower().split()
        for count in range(len(words), 0, -1):
            if found := self.generic.get(" ".join(words[:count])):
                return found
        return ()


def parse_medicines(data: Mapping[str, Any]) -> Medicines:
    """Read the parsed ``medicines.toml``: tables ``class`` and ``generic``."""
    classes = {
        name: MedicineClass(name, spec["label"], spec["examples"], tuple(spec.get("rules", ())))
        for name, spec in data.get("class", {}).items()
    }
    return Medicines(classes, {name: tuple(ids) for name, ids in data.get("generic", {}).items()})
