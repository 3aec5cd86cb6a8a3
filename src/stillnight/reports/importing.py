"""From JSON lines to nights that the journal can take in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from stillnight.domain.clock_rule import NightFrame
from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.factor import PREFIX, Factor
from stillnight.domain.fields import read_field
from stillnight.domain.values import Record, Value
from stillnight.journal.episodes import read_episode
from stillnight.journal.intake import Arrival
from stillnight.journal.journal import Journal
from stillnight.journal.record import FIRST_YEAR, refuse_future
from stillnight.reports.json_lines import Line, read_objects
from stillnight.reports.new_factors import factors_of
from stillnight.reports.night_json import EPISODES, NIGHT, SESSIONS, fields_of_object
from stillnight.reports.problems import Problems

_NEW = "--new-factors takes factors that are not known yet"


class Reader:
    """Reads the nights of one file.

    Attributes:
        problems: What is wrong with it; empty means that everything can be taken in.
        new_factors: The factors that the file brings along.
    """

    def __init__(self, journal: Journal, new_factors: bool = False, future: bool = False) -> None:
        """Prepare reading.

        Args:
            journal: Knows the zone, tonight and the factors.
            new_factors: Define factors that are not known.
            future: Take nights after tonight too.
        """
        self.problems = Problems()
        self.new_factors: dict[str, Factor] = {}
        self._journal = journal
        self._may_define = new_factors
        self._future = future
        self._known: Mapping[str, Factor] = journal.ledgers.factors()
        self._logged = set(journal.browse.dates())
        self._seen: dict[date, int] = {}

    def read(self, lines: Iterable[bytes]) -> list[Arrival]:
        """The nights of a file; look at :attr:`problems` before using them."""
        found = list(read_objects(lines, self.problems))
        if self._may_define:
            self.new_factors = factors_of((line.data for line in found), self._known)
        factors = {**self._known, **self.new_factors}
        return [arrival for line in found if (arrival := self._arrival(line, factors)) is not None]

    def _arrival(self, line: Line, factors: Mapping[str, Factor]) -> Arrival | None:
        try:
            night = self._night(line)
            raw = fields_of_object(line.data)
        except BadInput as error:
            self.problems.add(line.number, error)
            return None
        frame = self._journal.desk.frame(night)
        values = dict(self._values(line.number, raw, frame, factors))
        bouts = [list(self._bouts(line, name, frame)) for name in (EPISODES, SESSIONS)]
        return Arrival(night, values, *bouts)

    def _night(self, line: Line) -> date:
        night = _date(line.data.get(NIGHT))
        if night in self._seen:
            raise BadInput(f"the night of {night.isoformat()} stands in line {self._seen[night]} already")
        self._seen[night] = line.number
        if not self._future and night not in self._logged:
            refuse_future(night, self._journal.tonight)
        return night

    def _values(
        self, number: int, raw: Mapping[str, Any], frame: NightFrame, factors: Mapping[str, Factor]
    ) -> Iterator[tuple[str, Value]]:
        for name, value in raw.items():
            try:
                yield name, _read(name, value, frame, factors)
            except UnknownName as error:
                unknown = name.startswith(PREFIX) and not self._may_define
                self.problems.add(number, f"{error}; {_NEW}" if unknown else error)
            except BadInput as error:
                self.problems.add(number, error)

    def _bouts(self, line: Line, name: str, frame: NightFrame) -> Iterator[Record]:
        shapes = line.data.get(name)
        if shapes is None:
            return
        for shape in shapes if isinstance(shapes, list) else [shapes]:
            try:
                yield _episode(shape, frame)
            except BadInput as error:
                self.problems.add(line.number, f"{name}: {error}")


def _read(name: str, value: Any, frame: NightFrame, factors: Mapping[str, Factor]) -> Value:
    """One field; the name is held to the list even where nothing is said."""
    if value is not None:
        return read_field(name, value, frame, factors)
    _check_name(name, frame, factors)
    return None


def _check_name(name: str, frame: NightFrame, factors: Mapping[str, Factor]) -> None:
    """Refuse a name that is none; that no value fits is no matter here."""
    try:
        read_field(name, object(), frame, factors)
    except UnknownName:
        raise
    except BadInput:
        return


def _episode(shape: Any, frame: NightFrame) -> Record:
    if not isinstance(shape, dict) or not isinstance(shape.get("at"), str):
        raise BadInput('an episode is an object with its time, such as {"at": "02:10", "severity": 7}')
    return read_episode(shape, frame)


def _date(value: Any) -> date:
    try:
        if (
            isinstance(value, str)
            and len(value) == 10
            and (day := date.fromisoformat(value)).year >= FIRST_YEAR
        ):
            return day
    except ValueError:
        pass
    raise BadInput(f'{NIGHT}: {value!r} does not fit, it takes the date of the evening such as "2026-11-19"')
