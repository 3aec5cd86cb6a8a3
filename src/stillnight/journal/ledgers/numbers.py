"""The user's own telephone numbers: whom to call in a bad night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stillnight.domain.ids import hashed_id
from stillnight.domain.ports import Deletion, Receipt
from stillnight.journal.ledgers.ledger import Ledger

if TYPE_CHECKING:
    from stillnight.domain.number import Number

_TABLE = "numbers"


class NumberLedger(Ledger):
    """Reads and writes the numbers."""

    def numbers(self) -> list[Number]:
        """Every number, by the words of whose it is."""
        # not on the way to the first frame: nothing there looks at a number
        from stillnight.domain.number import number_of

        found = (number_of(record, id) for id, record in self.desk.store.all(_TABLE).items())
        return sorted(filter(None, found), key=lambda one: (one.label.casefold(), one.number))

    def find_number(self, typed: str) -> Number:
        """The number that is meant by its place in the list, or by whose it is.

        Raises:
            UnknownName: If there is none.
            BadInput: If several could be meant.
        """
        from stillnight.journal.ledgers.pick import pick

        numbers = self.numbers()
        return numbers[pick("number", typed, [one.label for one in numbers])]

    def add_number(self, label: str, number: str) -> Receipt:
        """Keep a number; the same one of the same person twice is one.

        Raises:
            BadInput: If nobody said whose it is.
            FieldError: If it has no digit in it, or is too long.
        """
        from stillnight.domain.number import Number
        from stillnight.journal.ledgers.checks import checked_number

        one = checked_number(Number(label, number))
        id = hashed_id("number", one.label.casefold(), one.number)
        return self.desk.put(
            f"add number {one.label}", _TABLE, id, {"label": one.label, "number": one.number}
        )

    def remove_number(self, number: Number) -> Receipt:
        """Take a number out; undo brings it back."""
        return self.desk.store.write(f"remove number {number.label}", [Deletion(_TABLE, number.id)])
