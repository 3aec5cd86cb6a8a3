"""Looking: nights, months, one night's page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from stillnight.domain.factor import amount
from stillnight.domain.ids import night_id, night_of_id
from stillnight.domain.medicine import Dose, Medicine, dose_of, in_order
from stillnight.domain.moment import Moment, moment_of
from stillnight.domain.month import shift_day
from stillnight.domain.night import (
    EPISODES,
    SESSIONS,
    Episode,
    Night,
    by_night,
    episode_of,
    is_very_bad,
    worst,
)
from stillnight.domain.ports import NIGHTS, Earlier
from stillnight.domain.recall import Recall, recall_of
from stillnight.journal.desk import Desk
from stillnight.journal.ledgers import Ledgers

if TYPE_CHECKING:
    from stillnight.domain.disagreement import Disagreement
    from stillnight.domain.mark import Mark as DatedMark
    from stillnight.domain.sleep import SleepMeasures

USUAL_WINDOW = 90
"""How many nights back the user's usual amount of a factor is looked for."""


class Mark(NamedTuple):
    """What the calendar shows of one night.

    Attributes:
        worst: The highest severity of the night, its episodes included; ``None`` if never rated.
        logged: Is there any entry?
        is_late: Was any of it recalled late, see :mod:`stillnight.domain.recall`?
    """

    worst: int | None
    logged: bool = True
    is_late: bool = False


class NightPage(NamedTuple):
    """Everything about one night.

    Attributes:
        night: Its answers.
        episodes: Its episodes, in order.
        doses: What was taken.
        sleep: Its sleep measures.
        marks: What is marked on its day.
        recall: What of it was recalled late.
        open: What devices disagree on.
        awake: Those of the episodes that are awakenings.
        sessions: What was done against restless legs without an urge to rate, in the shape of episodes.
    """

    night: Night
    episodes: Sequence[Episode]
    doses: Sequence[tuple[Medicine, Dose]]
    sleep: SleepMeasures
    marks: Sequence[DatedMark] = ()
    recall: Recall = Recall()
    open: Sequence[Disagreement] = ()
    awake: Sequence[Episode] = ()
    sessions: Sequence[Episode] = ()

    @property
    def worst(self) -> int | None:
        """The highest severity of the night, its episodes included."""
        return worst(self.night, self.episodes)


class Browser:
    """Reads the journal; changes nothing."""

    def __init__(self, desk: Desk, ledgers: Ledgers) -> None:
        """Work with these."""
        self.desk = desk
        self.ledgers = ledgers

    def moment(self) -> Moment:
        """Evening, night or morning, as it is now."""
        now = self.desk.clock.now().astimezone(self.desk.clock.zone)
        lights_out = self.night(self.desk.tonight).time("lights_out")
        return moment_of(now, lights_out, self.desk.preferences.bedtime, self.desk.rollover)

    def night(self, day: date) -> Night:
        """One night; empty and not ``logged`` where there is no entry."""
        record = self.desk.store.get(NIGHTS, night_id(day))
        return Night(day, record or {}, logged=record is not None)

    def nights(self, first: date, last: date) -> list[Night]:
        """The logged nights in [first, last], ascending."""
        records = sorted(self.desk.store.between(NIGHTS, first, last).items())
        return [Night(day, record) for number, record in records if (day := _day(number)) is not None]

    def dates(self) -> Sequence[date]:
        """The date of every logged night, ascending."""
        return self.desk.store.dates()

    def episodes(self, first: date, last: date) -> Mapping[date, list[Episode]]:
        """The episodes of the nights in [first, last], by night."""
        records = self.desk.store.between(EPISODES, first, last).values()
        return by_night(filter(None, map(episode_of, records)))

    def episode(self, number: int) -> Episode | None:
        """One episode by its id."""
        record = self.desk.store.get(EPISODES, number)
        return episode_of(record) if record else None

    def marks(self, first: date, last: date) -> Mapping[date, Mark]:
        """What the calendar shows of the nights in [first, last]."""
        episodes, rollover = self.episodes(first, last), self.desk.rollover
        marks: dict[date, Mark] = {}
        for night in self.nights(first, last):
            is_late = recall_of(night, rollover).is_late
            marks[night.date] = Mark(worst(night, episodes.get(night.date, ())), is_late=is_late)
        for day, bouts in episodes.items():
            marks.setdefault(day, Mark(worst(Night(day), bouts)))
        return marks

    def page(self, day: date) -> NightPage:
        """Everything about one night."""
        from stillnight.domain.awakening import awakenings
        from stillnight.domain.sleep import measure
        from stillnight.journal.reliefs.tables import sessions_in

        night = self.night(day)
        doses = filter(None, map(dose_of, self.desk.store.between("doses", day, day).values()))
        names = {medicine.id: medicine for medicine in self.ledgers.medicines()}
        taken = [(names[dose.medicine], dose) for dose in doses if dose.medicine in names]
        taken.sort(key=lambda pair: (pair[0].id, in_order(pair[1].slot)))
        episodes, marks = self.episodes(day, day).get(day, []), self.ledgers.marks_on(day)
        recall = recall_of(night, self.desk.rollover)
        awake = awakenings(night, episodes, self.desk.preferences.bedtime, self.desk.rollover)
        sessions = sessions_in(self.desk.store, day, day)
        open = self._open(day)
        return NightPage(night, episodes, taken, measure(night), marks, recall, open, awake, sessions)

    def _open(self, day: date) -> list[Disagreement]:
        """What devices disagree on in a night, its episodes, sessions and doses."""
        store = self.desk.store
        keys = [(NIGHTS, night_id(day))]
        tables = (EPISODES, SESSIONS, "doses")
        keys += [(table, id) for table in tables for id in store.between(table, day, day)]
        return [one for key in keys for one in store.disagreements_in(*key)]

    def usual_taken(self, night: date) -> bool:
        """Are the usual medicines noted as taken on that night, each one of them?"""
        taken, usual = self.desk.store.between("doses", night, night), self.ledgers.usual_doses(night)
        return bool(usual) and all(due.id in taken for due in usual)

    def is_unconfirmed(self, day: date) -> bool:
        """Was something logged in a night's evening or in the night itself, and no morning yet?

        A night that came from elsewhere waits for nobody.
        """
        night = self.night(day)
        if night.get("morning_at") is not None or night.get("source") == "import":
            return False
        return night.get("evening_at") is not None or bool(self.episodes(day, day))

    def was_very_bad(self, day: date) -> bool:
        """Was a night so bad that nobody should be asked much after it?"""
        night = self.night(day)
        highest = worst(night, self.episodes(day, day).get(day, ()))
        if night.get("final_wake") is None:
            # how long it was slept is not known, and what measures it need not be imported
            return is_very_bad(highest, None)
        from stillnight.domain.sleep import measure

        return is_very_bad(highest, measure(night).tst)

    def earlier(self, day: date) -> Sequence[Earlier]:
        """Every replaced value of a night, oldest first."""
        return self.desk.store.earlier(NIGHTS, night_id(day))

    def brought_back(self, day: date) -> Sequence[Earlier]:
        """Every value of a night that was brought back, with the time at which it was typed."""
        return self.desk.store.keeping.brought_back((NIGHTS, night_id(day)))

    def last_onset(self, before: date) -> datetime | None:
        """The newest time of onset before a night: what "same as last time" means."""
        for night in reversed(self.nights(shift_day(before, -USUAL_WINDOW), shift_day(before, -1))):
            if night.onset is not None:
                return night.onset
        return None

    def usual_amounts(self, before: date) -> Mapping[str, float]:
        """The user's median amount of each factor on the days that had it, of the last 90 nights."""
        amounts: dict[str, list[float]] = {}
        for night in self.nights(shift_day(before, -USUAL_WINDOW), shift_day(before, -1)):
            for slug, answer in night.factors():
                number = amount(answer)
                if number and not isinstance(answer, bool):
                    amounts.setdefault(slug, []).append(number)
        return {slug: _median(some) for slug, some in amounts.items()}

    def legs_on(self, last: date, nights: int = 7) -> tuple[int, int]:
        """Nights with any symptom and nights rated, of the last ``nights`` up to ``last``."""
        return legs_among(self.marks(shift_day(last, 1 - nights), last).values())


def legs_among(marks: Iterable[Mark]) -> tuple[int, int]:
    """Nights with any symptom and nights rated."""
    rated = [mark.worst for mark in marks if mark.worst is not None]
    return sum(1 for rating in rated if rating > 0), len(rated)


def _median(amounts: list[float]) -> float:
    """The middle one. The library's is imported with its fractions and decimals, before the first frame."""
    ordered, half = sorted(amounts), len(amounts) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _day(number: int) -> date | None:
    """The date of a night's id; ``None`` for digits that a hand made up, such as 31 November."""
    try:
        return night_of_id(number)
    except ValueError:
        return None
