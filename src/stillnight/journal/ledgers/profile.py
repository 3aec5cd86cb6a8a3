"""The profile: what the user told about themselves."""

from __future__ import annotations

from collections.abc import Mapping

from stillnight.domain.ports import Receipt
from stillnight.domain.values import Record, Value
from stillnight.journal.ledgers.ledger import Ledger

_PROFILE = 1


class ProfileLedger(Ledger):
    """Reads and writes the profile."""

    def profile(self) -> Record:
        """What the user told about themselves: pregnancy, kidneys, implants, falls and the like."""
        return self.desk.store.get("profile", _PROFILE) or {}

    def set_profile(self, values: Mapping[str, Value]) -> Receipt:
        """Note something in the profile; ``None`` takes it out."""
        return self.desk.put(f"profile {', '.join(values)}", "profile", _PROFILE, values)
