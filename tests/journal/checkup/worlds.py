"""A journal in memory and its check-up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tests.clocks import FixedClock
from tests.journal.memory_store import MemoryStore
from tests.rules.seeds import factors, seed_library

from stillnight.domain.ids import night_id
from stillnight.domain.ports import NIGHTS
from stillnight.journal.checkup.checkups import CheckUps
from stillnight.journal.checkup.state import CheckUp
from stillnight.journal.checkup.typed import read_answer
from stillnight.journal.desk import Desk
from stillnight.journal.journal import Journal, open_journal

TODAY = date(2026, 11, 19)


@dataclass
class Visit:
    """Somebody who sits before the check-up and types."""

    store: MemoryStore = field(default_factory=lambda: MemoryStore(FixedClock()))

    @property
    def journal(self) -> Journal:
        return open_journal(Desk(self.store, self.store.clock, factors()))

    @property
    def checkups(self) -> CheckUps:
        return CheckUps(self.journal, seed_library())

    @property
    def check(self) -> CheckUp:
        return self.checkups.load()

    def type(self, **typed: str) -> CheckUp:
        """Answer questions by name, whichever is asked now."""
        check = self.check
        for name, words in typed.items():
            question = check.named(name)
            assert question in check.asked, f"{name} is not asked"
            at = CheckUp(check.questions, check.answers, check.tells, question)
            answer = read_answer(question, words, self.journal.desk.today)
            check, _ = self.checkups.answer(at, answer)
        return check

    def log(self, night: date = TODAY, severity: int = 5, **values: object) -> None:
        record = {"date": night.isoformat(), "severity": severity, **values}
        self.store.records[NIGHTS, night_id(night)] = record

    def cards(self) -> set[str]:
        return {finding.rule.id for finding in self.checkups.cards()}
