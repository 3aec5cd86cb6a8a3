"""The red flags that the user ticked themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stillnight.domain.ids import hashed_id
from stillnight.domain.ports import Deletion, Receipt
from stillnight.domain.values import Value
from stillnight.journal.ledgers.ledger import Ledger

if TYPE_CHECKING:
    from stillnight.domain.flag import Tick


class FlagLedger(Ledger):
    """Reads and writes the ticks."""

    def ticks(self) -> list[Tick]:
        """Every red flag ticked, oldest first."""
        # not on the way to the first frame: nothing there looks at a tick
        from stillnight.domain.flag import tick_of

        ticks = [tick for record in self.desk.store.all("flags").values() if (tick := tick_of(record))]
        return sorted(ticks, key=lambda tick: tick.date)

    def tick(self, flag: str, day: date) -> Receipt:
        """Tick a red flag on a day; ticking it twice is one tick."""
        values: dict[str, Value] = {"date": day.isoformat(), "flag": flag}
        return self.desk.put(f"tick {_said(flag)}", "flags", hashed_id("flag", flag, day.isoformat()), values)

    def untick(self, flag: str) -> Receipt:
        """Take every tick of a red flag back."""
        records = self.desk.store.all("flags").items()
        found = [number for number, record in records if record.get("flag") == flag]
        return self.desk.store.write(f"untick {_said(flag)}", [Deletion("flags", number) for number in found])


def _said(flag: str) -> str:
    """A flag as an undo names it."""
    return flag.replace("_", " ")
