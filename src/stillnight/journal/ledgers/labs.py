"""The blood tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stillnight.domain.ports import Change, Deletion, Receipt
from stillnight.domain.values import Value
from stillnight.journal.ledgers.ledger import Ledger

if TYPE_CHECKING:
    from stillnight.domain.lab import Lab

_TABLE = "labs"


class LabLedger(Ledger):
    """Reads and writes the blood tests."""

    def labs(self) -> list[Lab]:
        """Every blood test on record, oldest first."""
        # not on the way to the first frame: nothing there looks at a blood test
        from stillnight.domain.lab import lab_of

        records = self.desk.store.all(_TABLE).items()
        labs = [lab for number, record in records if (lab := lab_of(record, number))]
        return sorted(labs, key=lambda lab: (lab.date, lab.id))

    def find_lab(self, typed: str) -> Lab:
        """The blood test that is meant by its number in the list, or by its kind where there is one only.

        Raises:
            UnknownName: If there is none.
            BadInput: If several could be meant.
        """
        from stillnight.journal.ledgers.pick import pick

        labs = self.labs()
        return labs[pick("lab", typed, [lab.kind for lab in labs])]

    def add_lab(
        self, day: date, kind: str, value: float, ill: bool | None = None, *, lab: str = ""
    ) -> Receipt:
        """Write a blood test result down.

        Args:
            day: When the blood was taken.
            kind: One of :data:`stillnight.domain.lab.LAB_KINDS`.
            value: The result in the unit of :data:`stillnight.domain.lab.LAB_RANGES`.
            ill: Was it taken while ill? ``None`` where not asked.
            lab: The laboratory or the assay, in the user's own words.

        Raises:
            FieldError: If the kind is unknown, the value out of range or the date still to come.
        """
        from stillnight.domain.lab import Lab
        from stillnight.journal.ledgers.checks import checked_lab

        result = checked_lab(Lab(day, kind, value, ill, self._new_id(), lab), self.desk.today)
        values = {field: value for field, value in _kept(result).items() if value is not None}
        return self.desk.put(f"add {kind}", _TABLE, result.id, values)

    def lab_changes(self, lab: Lab) -> list[Change]:
        """What writes a blood test down, to be written together with something else.

        Raises:
            FieldError: If something of it does not fit.
        """
        from stillnight.journal.ledgers.checks import checked_lab

        kept = _kept(checked_lab(lab, self.desk.today))
        return [Change(_TABLE, lab.id, field, value) for field, value in kept.items()]

    def edit_lab(self, lab: Lab, /, **changed: object) -> Receipt:
        """Mend a blood test; only what is named changes.

        Args:
            lab: The blood test as it is on record.
            changed: New values by their names in :class:`Lab`.

        Raises:
            FieldError: If something of it does not fit.
        """
        from stillnight.journal.ledgers.checks import checked_lab

        mended = checked_lab(lab._replace(**changed), self.desk.today)  # type: ignore[arg-type]
        was, now = _kept(lab), _kept(mended)
        values = {field: value for field, value in now.items() if value != was[field]}
        return self.desk.put(f"edit {lab.kind}", _TABLE, lab.id, values)

    def remove_lab(self, lab: Lab) -> Receipt:
        """Take a blood test out; undo brings it back."""
        return self.desk.store.write(f"remove {lab.kind}", [Deletion(_TABLE, lab.id)])


def _kept(lab: Lab) -> dict[str, Value]:
    """The fields of a blood test's record, ``None`` for what is not there."""
    from stillnight.domain.lab import LAB_RANGES

    return {
        "date": lab.date.isoformat(),
        "kind": lab.kind,
        "value": int(lab.value) if float(lab.value).is_integer() else lab.value,
        "unit": LAB_RANGES[lab.kind][2],
        "ill": lab.ill,
        "lab": lab.lab or None,
    }
