"""The ledgers beside the nights: factors, medicines, blood tests, marks, red flags, numbers, the profile."""

from __future__ import annotations

from datetime import time

from stillnight.domain.ports import Receipt
from stillnight.journal.ledgers.answers import AnswerLedger
from stillnight.journal.ledgers.factors import FactorLedger
from stillnight.journal.ledgers.flags import FlagLedger
from stillnight.journal.ledgers.labs import LabLedger
from stillnight.journal.ledgers.marks import MarkLedger
from stillnight.journal.ledgers.medicines import MedicineLedger
from stillnight.journal.ledgers.numbers import NumberLedger
from stillnight.journal.ledgers.profile import ProfileLedger


class Ledgers(
    FactorLedger, MedicineLedger, LabLedger, MarkLedger, FlagLedger, NumberLedger, ProfileLedger, AnswerLedger
):
    """Every ledger behind one door."""

    def set_rollover(self, clock: time | None) -> Receipt:
        """Say when one night ends and the next begins, for every device that shares this journal.

        Args:
            clock: The time; ``None`` is noon, as when nobody says anything.
        """
        said = f"{clock:%H:%M}" if clock else None
        return self.desk.put("rollover", "meta", 1, {"rollover": said})
