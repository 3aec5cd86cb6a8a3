"""What was said to suggestions: put off, or not for me."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stillnight.domain.ids import hashed_id
from stillnight.domain.ports import Receipt
from stillnight.domain.values import Record, Value
from stillnight.journal.ledgers.ledger import Ledger


class AnswerLedger(Ledger):
    """Reads and writes the answers."""

    def answers(self) -> Sequence[Record]:
        """What was said to suggestions: snoozed until a day, or not for me."""
        return list(self.desk.store.all("snoozes").values())

    def snooze(self, rule: str, until: date | None) -> Receipt:
        """Put a suggestion off until a day; ``None`` is *not for me*."""
        deed = f"{'put off' if until else 'not for me:'} {rule}"
        values: dict[str, Value] = {"rule": rule, "until": until.isoformat() if until else "never"}
        return self.desk.put(deed, "snoozes", hashed_id("snooze", rule), values)
