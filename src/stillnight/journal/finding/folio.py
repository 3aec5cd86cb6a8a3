"""One night with everything that can be searched in it, and the reading of many of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stillnight.domain.mark import mark_of
from stillnight.domain.medicine import dose_of
from stillnight.domain.night import Episode, Night, by_night, worst
from stillnight.journal.finding.folding import fold
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.tables import sessions_in

Passage = tuple[str, str]
"""A text of a night, and what it is: ``("note", "long flight home")``."""


@dataclass(frozen=True)
class Folio:
    """One night as a search reads it.

    Attributes:
        night: The night; not ``logged`` where only an episode or a mark is on record.
        episodes: Its episodes, in order of time.
        medicines: The names of the medicines taken.
        marks: What the dated marks of that day say.
        sessions: What was done against restless legs without an urge to rate, in the shape of episodes.
    """

    night: Night
    episodes: tuple[Episode, ...] = ()
    medicines: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    sessions: tuple[Episode, ...] = ()

    @property
    def date(self) -> date:
        """The evening's date."""
        return self.night.date

    @cached_property
    def worst(self) -> int | None:
        """The highest severity of the night, its episodes included, 0-10."""
        return worst(self.night, self.episodes)

    @property
    def passages(self) -> list[Passage]:
        """Its texts, the note first; empty ones left out."""
        used = (*self.episodes, *self.sessions)
        reliefs = dict.fromkeys(episode.relief for episode in used if episode.relief)
        texts = (
            ("note", self.night.note),
            ("where", _words(self.night.get("parts"))),
            ("feels", _words(self.night.get("sensations"))),
            ("relief", _words(list(reliefs))),
            ("medicine", ", ".join(self.medicines)),
            ("mark", ", ".join(self.marks)),
        )
        return [(name, text) for name, text in texts if text]

    @cached_property
    def folded(self) -> str:
        """All its texts as one, folded; a line break keeps them apart."""
        return fold("\n".join(text for _, text in self.passages))


def read_folios(journal: Journal, first: date, last: date) -> list[Folio]:
    """The nights in [first, last] of which anything is on record, newest first."""
    nights = {night.date: night for night in journal.browse.nights(first, last)}
    episodes = journal.browse.episodes(first, last)
    medicines, marks = _medicines(journal, first, last), _marks(journal, first, last)
    sessions = by_night(sessions_in(journal.desk.store, first, last))
    days = sorted({*nights, *episodes, *medicines, *marks, *sessions}, reverse=True)
    return [
        Folio(
            nights.get(day) or Night(day, logged=False),
            tuple(episodes.get(day, ())),
            tuple(medicines.get(day, ())),
            tuple(marks.get(day, ())),
            tuple(sessions.get(day, ())),
        )
        for day in days
    ]


def read_slices(journal: Journal, nights: int = 366) -> Iterator[list[Folio]]:
    """The whole journal, newest first, so many logged nights at a time.

    Ten thousand nights take a moment to read; whoever has a screen to keep alive takes them in slices.
    """
    days = journal.browse.dates()
    last = date.max
    for end in range(len(days), 0, -nights):
        first = days[end - nights] if end > nights else date.min
        yield read_folios(journal, first, last)
        if first > date.min:
            last = date.fromordinal(first.toordinal() - 1)
    if not days:
        yield read_folios(journal, date.min, date.max)


def _medicines(journal: Journal, first: date, last: date) -> Mapping[date, list[str]]:
    """The names of what was taken, by night."""
    names = {medicine.id: medicine.name for medicine in journal.ledgers.medicines()}
    found: dict[date, list[str]] = {}
    for dose in filter(None, map(dose_of, journal.desk.store.between("doses", first, last).values())):
        if dose.medicine in names:
            found.setdefault(dose.night, []).append(names[dose.medicine])
    return found


def _marks(journal: Journal, first: date, last: date) -> Mapping[date, list[str]]:
    """What the dated marks say, by day."""
    found: dict[date, list[str]] = {}
    for mark in filter(None, map(mark_of, journal.desk.store.between("marks", first, last).values())):
        found.setdefault(mark.date, []).append(mark.words)
    return found


def _words(value: object) -> str:
    """The words of a list; a hand may have left something else in the file."""
    words = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
    return " ".join(words).replace("_", " ")
