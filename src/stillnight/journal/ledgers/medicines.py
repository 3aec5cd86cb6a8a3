"""The medicines, as their user wrote them down; nothing here judges or doses."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stillnight.domain.medicine import CHANGE, USUAL_SLOTS, Medicine, dose_id, medicine_of
from stillnight.domain.ports import Change, Deletion, Receipt
from stillnight.domain.values import Value
from stillnight.journal.ledgers.ledger import Ledger

_TABLE = "medicines"


class DueDose(NamedTuple):
    """A dose that is usually taken on a night.

    Attributes:
        id: The id of its record, the same on every device.
        medicine: The medicine.
        slot: When in the day it is due.
    """

    id: int
    medicine: Medicine
    slot: str


class MedicineLedger(Ledger):
    """Reads and writes the medicines."""

    def medicines(self) -> list[Medicine]:
        """Every medicine on record, oldest first."""
        records = sorted(self.desk.store.all(_TABLE).items())
        return [medicine for number, record in records if (medicine := medicine_of(number, record))]

    def usual_medicines(self, day: date) -> list[Medicine]:
        """What is taken every day, as of a day."""
        return [medicine for medicine in self.medicines() if medicine.usual and medicine.is_active(day)]

    def usual_doses(self, night: date) -> list[DueDose]:
        """Every dose that is usually taken on a night, one for each slot of each usual medicine."""
        return [
            DueDose(dose_id(night, medicine, slot), medicine, slot)
            for medicine in self.usual_medicines(night)
            for slot in medicine.slots
        ]

    def find_medicine(self, typed: str) -> Medicine:
        """The medicine that is meant by its name, how it begins, or its number in the list.

        Of several with one name, what is taken today is meant.

        Raises:
            UnknownName: If there is none.
            BadInput: If several could be meant.
        """
        from stillnight.journal.ledgers.pick import pick

        medicines, today = self.medicines(), self.desk.today
        active = {at for at, medicine in enumerate(medicines) if medicine.is_active(today)}
        return medicines[pick("medicine", typed, [medicine.name for medicine in medicines], active)]

    def add_medicine(
        self,
        name: str,
        klass: str = "other",
        usual: bool = False,
        dose_text: str = "",
        start: date | None = None,
        *,
        end: date | None = None,
        slots: tuple[str, ...] = USUAL_SLOTS,
        generic: str = "",
    ) -> Receipt:
        """Write a medicine down.

        Raises:
            BadInput: If it has no name.
            FieldError: If something of it does not fit, see :func:`checked_medicine`.
        """
        from stillnight.journal.ledgers.checks import checked_medicine

        medicine = checked_medicine(
            Medicine(self._new_id(), name, klass, usual, dose_text, slots, start, end, (), generic)
        )
        values = {field: value for field, value in _kept(medicine).items() if value is not None}
        return self.desk.put(f"add medicine {medicine.name}", _TABLE, medicine.id, values)

    def medicine_changes(self, medicine: Medicine) -> list[Change]:
        """What writes a medicine down, to be written together with something else.

        Raises:
            BadInput: If it has no name.
            FieldError: If something of it does not fit.
        """
        from stillnight.journal.ledgers.checks import checked_medicine

        kept = _kept(checked_medicine(medicine))
        return [Change(_TABLE, medicine.id, field, value) for field, value in kept.items()]

    def edit_medicine(self, medicine: Medicine, /, **changed: object) -> Receipt:
        """Mend what was written of a medicine; only what is named changes, its dose changes stay.

        Args:
            medicine: The medicine as it is on record.
            changed: New values by their names in :class:`Medicine`.

        Raises:
            BadInput: If it has no name any more.
            FieldError: If something of it does not fit.
        """
        return self._amend("edit", medicine, medicine._replace(**changed))  # type: ignore[arg-type]

    def end_medicine(self, medicine: Medicine, day: date) -> Receipt:
        """Note the last day on which a medicine was taken.

        Raises:
            FieldError: If that is before its first.
        """
        return self._amend("end", medicine, medicine._replace(end=day))

    def change_medicine(self, medicine: Medicine, day: date, dose_text: str = "") -> Receipt:
        """Note that the dose changed on a day; the doses before it keep their words.

        Raises:
            FieldError: If it was not taken on that day, or the words do not fit.
        """
        from stillnight.journal.ledgers.checks import checked_change

        text = checked_change(medicine, day, dose_text)
        return self.desk.put(f"change {medicine.name}", _TABLE, medicine.id, {f"{CHANGE}{day}": text})

    def drop_change(self, medicine: Medicine, day: date) -> Receipt:
        """Take back that the dose changed on a day."""
        return self.desk.put(f"drop change of {medicine.name}", _TABLE, medicine.id, {f"{CHANGE}{day}": None})

    def remove_medicine(self, medicine: Medicine) -> Receipt:
        """Take a medicine out that should not have been written down, with its doses; undo brings it back."""
        gone = [Deletion(_TABLE, medicine.id)]
        gone += [Deletion("doses", number) for number in self.doses_of(medicine)]
        return self.desk.store.write(f"remove medicine {medicine.name}", gone)

    def doses_of(self, medicine: Medicine) -> list[int]:
        """The ids of a medicine's doses."""
        doses = self.desk.store.all("doses").items()
        return [number for number, record in doses if record.get("medicine") == medicine.id]

    def _amend(self, deed: str, before: Medicine, after: Medicine) -> Receipt:
        from stillnight.journal.ledgers.checks import checked_medicine

        was, now = _kept(before), _kept(checked_medicine(after))
        values = {field: value for field, value in now.items() if value != was[field]}
        return self.desk.put(f"{deed} medicine {after.name.strip()}", _TABLE, before.id, values)


def _kept(medicine: Medicine) -> dict[str, Value]:
    """The fields of a medicine's record, ``None`` for what is not there; its changes have their own deed."""
    slots = list(medicine.slots)
    return {
        "name": medicine.name,
        "class": medicine.klass,
        "usual": medicine.usual,
        "dose_text": medicine.dose_text or None,
        "slot": None if medicine.slots == USUAL_SLOTS else slots[0] if len(slots) == 1 else slots,
        "from": medicine.start.isoformat() if medicine.start else None,
        "to": medicine.end.isoformat() if medicine.end else None,
        "generic": medicine.generic or None,
    }
