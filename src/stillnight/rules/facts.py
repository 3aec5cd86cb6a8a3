"""What is known tonight: everything a rule may look at, in one frozen piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from itertools import islice

from stillnight.domain.clock_rule import NOON
from stillnight.domain.factor import Factor
from stillnight.domain.flag import Tick
from stillnight.domain.lab import Lab
from stillnight.domain.mark import Mark
from stillnight.domain.medicine import Dose, Medicine
from stillnight.domain.moment import USUAL_BEDTIME
from stillnight.domain.night import Episode, Night
from stillnight.domain.values import Record
from stillnight.rules.drift import Drift
from stillnight.rules.medicines import Medicines
from stillnight.rules.pattern import Pattern
from stillnight.rules.plan import Plan


@dataclass(frozen=True)
class Facts:
    """Everything a rule may look at.

    Attributes:
        tonight: The night it is; windows of nights end here.
        nights: Nights on record, ascending by date.
        labs: Blood tests.
        medicines: The medicines written down, past ones too.
        doses: Doses taken.
        ticks: Red flags that the user ticked.
        marks: Dated marks.
        profile: What the user said of themselves, as it holds tonight: the questions of
            ``seeds/profile.toml`` by id.
        episodes: Episodes by the date of their night.
        bedtime: The usual bedtime, for nights without lights out.
        rollover: When one night ends and the next begins.
        factors: The factors known here, for amounts in milligrams.
        known_medicines: Classes by generic name, see ``seeds/medicines.toml``.
        patterns: What the own nights say, by factor; worked out elsewhere, empty while nobody has.
        own_words: The same in words, line by line.
        drifts: Slow changes over the nights, by name, each with its occasions; measured elsewhere.
        plans: What the user dated and is near, by name; worked out elsewhere.
    """

    tonight: date
    nights: Sequence[Night] = ()
    labs: Sequence[Lab] = ()
    medicines: Sequence[Medicine] = ()
    doses: Sequence[Dose] = ()
    ticks: Sequence[Tick] = ()
    marks: Sequence[Mark] = ()
    profile: Record = field(default_factory=dict)
    episodes: Mapping[date, Sequence[Episode]] = field(default_factory=dict)
    bedtime: time = USUAL_BEDTIME
    rollover: time = NOON
    factors: Mapping[str, Factor] = field(default_factory=dict)
    known_medicines: Medicines = field(default_factory=Medicines)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    own_words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    drifts: Mapping[str, Sequence[Drift]] = field(default_factory=dict)
    plans: Mapping[str, Sequence[Plan]] = field(default_factory=dict)

    def age(self, day: date) -> int:
        """Days from a day to tonight."""
        return (self.tonight - day).days

    @property
    def night(self) -> Night:
        """Tonight as far as it is written down."""
        newest = next((night for night in reversed(self.nights) if night.date <= self.tonight), None)
        return newest if newest and newest.date == self.tonight else Night(self.tonight, logged=False)

    def classes_of(self, medicine: Medicine) -> set[str]:
        """The classes of a medicine: the one picked for it, and those of its generic name."""
        return {medicine.klass, *self.known_medicines.guess(medicine.generic or medicine.name)}

    def taken_on(self, night: date) -> Iterator[Medicine]:
        """The medicines of which a dose is on record for a night."""
        ids = self._taken.get(night, ())
        return (medicine for medicine in self.medicines if medicine.id in ids)

    def usual(self) -> Iterator[Medicine]:
        """The medicines that are taken every day, as of tonight."""
        return (
            medicine for medicine in self.medicines if medicine.usual and medicine.is_active(self.tonight)
        )

    def classes_tonight(self) -> set[str]:
        """The classes of what was taken tonight, and of what is taken every day.

        A usual medicine counts before its dose is written down: at 3 am it has been taken.
        """
        taken = (*self.taken_on(self.tonight), *self.usual())
        return {klass for medicine in taken for klass in self.classes_of(medicine)}

    @cached_property
    def _taken(self) -> Mapping[date, set[int]]:
        """The numbers of the medicines taken, by night: ten years of doses are walked through once."""
        taken: dict[date, set[int]] = {}
        for dose in self.doses:
            taken.setdefault(dose.night, set()).add(dose.medicine)
        return taken


def logged_nights(facts: Facts, last: int, within_days: int) -> list[Night]:
    """The last so many logged nights up to tonight, newest first, none older than ``within_days``."""
    return list(islice(_recent(facts, facts.tonight, within_days), last))


def dated_nights(facts: Facts, days: int, skip: int = 0) -> list[Night]:
    """The logged nights of a stretch of ``days`` dates that ended ``skip`` days ago, newest first."""
    return list(_recent(facts, facts.tonight - timedelta(days=skip), days))


def _recent(facts: Facts, last: date, days: int) -> Iterator[Night]:
    """Walks back from the end, so that ten thousand nights cost no more than the few looked at."""
    first = last - timedelta(days=days - 1)
    for night in reversed(facts.nights):
        if night.date < first:
            return
        if night.date <= last and night.logged:
            yield night
