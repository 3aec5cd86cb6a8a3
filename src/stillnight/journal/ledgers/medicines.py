"""The medicines, as their user wrote them down; nothing here judges or doses."""

from __future__ import annotations

from datetime import date

from stillnight.domain.errors import BadInput
from stillnight.domain.ledger import Medicine, medicine_of
from stillnight.domain.ports import Receipt
from stillnight.domain.values import Value
from stillnight.journal.ledgers.ledger import Ledger


class MedicineLedger(Ledger):
    """Reads and writes the medicines."""

    def medicines(self) -> list[Medicine]:
        """Every medicine on record, oldest first."""
        records = sorted(self.desk.store.all("medicines").items())
        return [medicine for number, record in records if (medicine := medicine_of(number, record))]

    def usual_medicines(self, day: date) -> list[Medicine]:
        """What is taken every evening, as of a day."""
        return [medicine for medicine in self.medicines() if medicine.usual and medicine.is_active(day)]

    def add_medicine(
        self,
        name: str,
        klass: str = "other",
        usual: bool = False,
        dose_text: str = "",
        start: date | None = None,
    ) -> Receipt:
        """Write a medicine down.

        Raises:
            BadInput: If it has no name.
        """
        if not name.strip():
            raise BadInput('a medicine needs a name, for example: stillnight medicine add "evening tablet"')
        values: dict[str, Value] = {"name": name.strip(), "class": klass, "usual": usual}
        values |= {"dose_text": dose_text} if dose_text else {}
        values |= {"from": start.isoformat()} if start else {}
        return self.desk.put(f"add medicine {name.strip()}", "medicines", self._new_id(), values)
