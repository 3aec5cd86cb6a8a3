"""The profile: what the user told about themselves."""

from __future__ import annotations

from collections.abc import Mapping

from stillnight.domain.ports import Change, Receipt
from stillnight.domain.profile import CONDITIONS, SAID_ON, WEEKS, listed_conditions
from stillnight.domain.values import Record, Value
from stillnight.journal.ledgers.ledger import Ledger

_PROFILE = 1


class ProfileLedger(Ledger):
    """Reads and writes the profile."""

    def profile(self) -> Record:
        """What the user told about themselves, as it was said: no weeks are counted on."""
        return self.desk.store.get("profile", _PROFILE) or {}

    def set_profile(self, values: Mapping[str, Value]) -> Receipt:
        """Note something in the profile: yes, no, a number of weeks; ``None`` is *not asked* again.

        Weeks are kept with the day on which they were said.
        """
        return self.desk.put(f"profile {', '.join(values)}", "profile", _PROFILE, self._whole(values))

    def profile_changes(self, values: Mapping[str, Value]) -> list[Change]:
        """What notes something in the profile, to be written together with something else."""
        return [Change("profile", _PROFILE, name, value) for name, value in self._whole(values).items()]

    def _whole(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """With what goes along: the day a week was said, and the old list without what is answered now."""
        whole = dict(values)
        for name in WEEKS.keys() & values.keys():
            is_week = isinstance(values[name], int) and not isinstance(values[name], bool)
            whole[name + SAID_ON] = self.desk.today.isoformat() if is_week else None
        listed = listed_conditions(self.profile())
        if CONDITIONS not in values and listed & values.keys():
            whole[CONDITIONS] = sorted(listed - values.keys()) or None
        return whole
