"""The blood tests."""

from __future__ import annotations

from datetime import date

from stillnight.domain.errors import FieldError
from stillnight.domain.ledger import LAB_KINDS, LAB_RANGES, Lab, lab_of
from stillnight.domain.ports import Receipt
from stillnight.domain.values import Value
from stillnight.journal.ledgers.ledger import Ledger


class LabLedger(Ledger):
    """Reads and writes the blood tests."""

    def labs(self) -> list[Lab]:
        """Every blood test on record, oldest first."""
        labs = [lab for record in self.desk.store.all("labs").values() if (lab := lab_of(record))]
        return sorted(labs, key=lambda lab: lab.date)

    def add_lab(self, day: date, kind: str, value: float, ill: bool | None = None) -> Receipt:
        """Write a blood test result down.

        Raises:
            FieldError: If the kind is unknown, the value out of range or the date still to come.
        """
        if kind not in LAB_KINDS:
            raise FieldError("kind", kind, f"one of {', '.join(LAB_KINDS)}")
        least, most, unit = LAB_RANGES[kind]
        if not least <= value <= most:
            raise FieldError(kind, value, f"{least} to {most} {unit}")
        if day > self.desk.clock.now().date():
            raise FieldError("date", day.isoformat(), "a day up to today")
        number = int(value) if float(value).is_integer() else value
        values: dict[str, Value] = {"date": day.isoformat(), "kind": kind, "value": number, "unit": unit}
        values |= {"ill": ill} if ill is not None else {}
        return self.desk.put(f"add {kind}", "labs", self._new_id(), values)
