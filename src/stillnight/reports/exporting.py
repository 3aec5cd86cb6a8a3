"""From nights to JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from stillnight.domain.night import Episode, Night
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.tables import sessions_in
from stillnight.reports.night_json import left_out, night_object


@dataclass(slots=True)
class Writer:
    """Writes the nights of a journal, one JSON line a night, in order of date.

    Attributes:
        journal: The journal.
        nights: How many were written so far.
        left_out: Fields that have no word in the format, and in how many nights they stand.
    """

    journal: Journal
    nights: int = 0
    left_out: dict[str, int] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """Every line, with its line break."""
        browse, desk = self.journal.browse, self.journal.desk
        factors = self.journal.ledgers.factors()
        episodes = browse.episodes(date.min, date.max)
        sessions = self._sessions()
        logged = {night.date: night for night in browse.nights(date.min, date.max)}
        for day in sorted({*logged, *episodes, *sessions}):
            night = logged.get(day, Night(day, logged=False))
            for name in left_out(night):
                self.left_out[name] = self.left_out.get(name, 0) + 1
            bouts, beside = episodes.get(day, ()), sessions.get(day, ())
            shape = night_object(night, bouts, desk.frame(day), factors, beside)
            self.nights += 1
            yield _line(shape)

    def _sessions(self) -> Mapping[date, Sequence[Episode]]:
        """The guided sessions that are no episode, by night."""
        found: dict[date, list[Episode]] = {}
        for one in sessions_in(self.journal.desk.store, date.min, date.max):
            found.setdefault(one.night, []).append(one)
        return found


def _line(shape: dict[str, Any]) -> str:
    """The object in any script; a broken sign that no encoding takes is escaped."""
    line = json.dumps(shape, ensure_ascii=False, allow_nan=False)
    return (line if _is_writable(line) else json.dumps(shape)) + "\n"


def _is_writable(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
