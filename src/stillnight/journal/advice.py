"""Suggestions for tonight: gathers what is known, holds the library against it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from stillnight.domain.ledger import dose_of
from stillnight.domain.moment import Moment
from stillnight.domain.month import shift_day
from stillnight.domain.values import Record
from stillnight.journal import session, suggest
from stillnight.journal.journal import Journal
from stillnight.rules.facts import Facts, Mark

WINDOW = 120
"""Nights that a rule may look back on; the longest window of any rule is shorter."""

SEEDS = ("wording", "sources", "profile", "medicines", "gates")
"""The single seed files that suggestions need."""


def gather(journal: Journal, library: suggest.Library) -> Facts:
    """Everything that a rule may look at tonight."""
    tonight, store, ledgers = journal.tonight, journal.desk.store, journal.ledgers
    first = shift_day(tonight, -WINDOW)
    doses = store.between("doses", first, tonight).values()
    return Facts(
        tonight=tonight,
        nights=journal.browse.nights(first, tonight),
        labs=ledgers.labs(),
        medicines=ledgers.medicines(),
        doses=[dose for record in doses if (dose := dose_of(record))],
        ticks=ledgers.ticks(),
        marks=[mark for record in store.all("marks").values() if (mark := _mark_of(record))],
        profile=ledgers.profile(),
        episodes=journal.browse.episodes(first, tonight),
        bedtime=journal.desk.preferences.bedtime,
        factors=ledgers.factors(),
        known_medicines=library.medicines,
    )


def _mark_of(record: Record) -> Mark | None:
    try:
        return Mark(date.fromisoformat(record["date"]), str(record["kind"]))
    except (KeyError, TypeError, ValueError):
        return None


@dataclass(slots=True)
class Advisor:
    """Answers what is worth checking; the library is read once, the journal each time.

    Attributes:
        journal: The use-cases.
        shelves: Where the library's files are read.
        problems: One plain line for each file of the user's own that could not be used.
    """

    journal: Journal
    shelves: session.Library
    problems: list[str] = field(default_factory=list)
    _library: suggest.Library | None = None

    @property
    def library(self) -> suggest.Library:
        """Rules, tips, gates, sources, wording. A broken rule of the user's own is left out and named."""
        if self._library is None:
            self._library = self._read()
        return self._library

    def suggestions(self, moment: Moment) -> suggest.Suggestions:
        """What there is to check and to try now."""
        facts = gather(self.journal, self.library)
        answers = self.journal.ledgers.answers()
        return suggest.suggest(self.library.rules, self.library.tips.values(), facts, answers, moment)

    def _read(self) -> suggest.Library:
        seeds = {name: self.shelves.seed(name) for name in SEEDS}
        rules, tips = self.shelves.rules().documents, self.shelves.tips().documents
        factors = self.journal.ledgers.factors()
        library = suggest.read_library(seeds, rules, tips, factors)
        own = self.shelves.own_rules()
        self.problems += own.problems
        for name, document in own.documents.items():
            library = self._with_own(library, name, document)
        return library

    def _with_own(self, library: suggest.Library, name: str, document: session.Document) -> suggest.Library:
        """The library with one rule file of the user's own, unless it is broken."""
        from stillnight.domain.errors import BadInput

        seeds = {seed: self.shelves.seed(seed) for seed in SEEDS}
        rules = {**self.shelves.rules().documents, f"rules/{name}": document}
        factors = self.journal.ledgers.factors()
        try:
            added = suggest.read_library(seeds, rules, self.shelves.tips().documents, factors)
        except BadInput as error:
            self.problems.append(str(error))
            return library
        known = {rule.id for rule in library.rules}
        fresh = [rule for rule in added.rules if rule.id not in known]
        return replace(library, rules=sorted([*library.rules, *fresh], key=lambda rule: rule.order))
