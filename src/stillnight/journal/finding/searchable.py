"""What can be asked of a night by name: its numbers, its times, its words, its factors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from enum import Enum, auto
from typing import Any

from stillnight.domain.clock_rule import NOON, parse_clock, read_stamp
from stillnight.domain.errors import FieldError
from stillnight.domain.factor import PREFIX, Factor, amount
from stillnight.domain.fields import DAY_BEGINS
from stillnight.domain.picks import ONSET_WORDS
from stillnight.domain.sleep import measure
from stillnight.journal.finding.folio import Folio

_DAY_MINUTES = 24 * 60


class Kind(Enum):
    """How a field is asked for."""

    NUMBER = auto()
    CLOCK = auto()
    WORDS = auto()
    ANSWER = auto()
    """A factor: yes, no or an amount."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """One thing of a night that has a name.

    Attributes:
        name: Its name, as in the journal.
        label: What it is called in words.
        kind: How it is asked for.
        read: Its value in a night: a number (a time as minutes after ``begins``), or text; ``None`` where
            it was not asked.
        show: The value as it is read by people; of a night that has one.
        least: The smallest number that it takes.
        most: The largest number that it takes.
        begins: Where times begin to count.
        words: What else can be asked for by name, besides a time.
    """

    name: str
    label: str
    kind: Kind
    read: Callable[[Folio], Any]
    show: Callable[[Folio], str]
    least: float = 0
    most: float = 0
    begins: time = NOON
    words: tuple[str, ...] = ()

    @property
    def example(self) -> str:
        """How it is asked for."""
        if self.kind is Kind.CLOCK:
            return f"{self.name}>=22:00"
        if self.kind is Kind.WORDS:
            return f"{self.name}:word"
        return f"{self.name} {min(2 if self.kind is Kind.ANSWER else 6, self.most):g}+"

    @property
    def is_time(self) -> bool:
        """Is it a time of the day?"""
        return self.kind is Kind.CLOCK

    @property
    def takes(self) -> str:
        """What it takes, in words."""
        return "a time" if self.is_time else f"{self.least:g} to {self.most:g}"

    def number(self, typed: str) -> float | None:
        """One amount as it was typed, ``None`` where it is none.

        Raises:
            FieldError: If it is a number that this never is.
        """
        if self.kind is Kind.CLOCK:
            try:
                return minutes_after(parse_clock(typed), self.begins)
            except FieldError:
                return None
        found = _number(typed, self.most)
        if found is not None and not self.least <= found <= self.most:
            raise FieldError(
                self.name, typed, f"{self.least:g} to {self.most:g}, for example: {self.example}"
            )
        return found


def searchables(factors: Mapping[str, Factor], rollover: time = NOON) -> dict[str, Searchable]:
    """Everything that can be asked for, under each of its names.

    Args:
        factors: The factors known.
        rollover: When one night ends and the next begins: where times of the night begin to count.
    """
    found = {name: one for one, names in _fixed(rollover) for name in (one.name, *names)}
    for factor in factors.values():
        for one in _of_factor(factor):
            found.setdefault(one.name, one)
    for factor in factors.values():
        found.setdefault(factor.label.lower().replace(" ", "_").replace("-", "_"), found[factor.slug])
    return found


def minutes_after(clock: time, begins: time) -> int:
    """Minutes from one time of the day to the next time that another comes, 0-1439."""
    return (clock.hour * 60 + clock.minute - begins.hour * 60 - begins.minute) % _DAY_MINUTES


def _fixed(rollover: time) -> Iterator[tuple[Searchable, tuple[str, ...]]]:
    """What every journal has, each with its other names."""
    for name, label, most, names in _RATINGS:
        yield _numbered(name, label, most, _value_of(name)), names
    yield _numbered("worst", "worst", 10, lambda folio: folio.worst), ()
    yield _numbered("episodes", "episodes", 99, lambda folio: len(folio.episodes) or None), ("bouts",)
    for name, label, names in _SLEEP:
        yield _numbered(name, label, 2000, _measure_of(name)), names
    for name, label, names in _CLOCKS:
        words = ONSET_WORDS if name == "onset" else ()
        yield _timed(name, label, name, rollover, words), names
    for name, label, names in _TEXTS:
        yield _worded(name, label), names
    yield _answered("kicks_seen", "kicks seen", "kicks_seen", 1), ("kicks",)


_RATINGS: tuple[tuple[str, str, float, tuple[str, ...]], ...] = (
    ("severity", "urge", 10, ("urge",)),
    ("pain", "pain", 10, ()),
    ("mood", "mood", 10, ()),
    ("disturbed", "disturbed", 10, ()),
    ("quality", "quality", 5, ()),
    ("rested", "rested", 5, ()),
    ("nwak", "awakenings", 50, ("awakenings",)),
    ("rest_latency_min", "rest latency", 240, ("rest_latency",)),
)
_SLEEP: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("tst", "TST", ("sleep",)),
    ("tib", "TIB", ()),
    ("sol", "SOL", ("sol_min",)),
    ("waso", "WASO", ("waso_min",)),
    ("tasafa", "TASAFA", ("tasafa_min",)),
)
_CLOCKS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("onset", "first at", ("first",)),
    ("lights_out", "lights out", ()),
    ("final_wake", "woke", ("woke",)),
    ("out_of_bed", "up", ("up",)),
)
_TEXTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("note", "note", ("notes",)),
    ("parts", "where", ("where",)),
    ("sensations", "feels", ("feels", "sensation")),
    ("relief", "relief", ()),
    ("medicine", "medicine", ("medicines", "med", "meds")),
    ("mark", "mark", ("marks",)),
    ("side", "side", ()),
    ("relief_by_moving", "relief by moving", ("moving",)),
    ("source", "source", ()),
)
_PASSAGES = {"parts": "where", "sensations": "feels"}
"""Fields whose passage has another name, see :attr:`Folio.passages`."""


def _numbered(name: str, label: str, most: float, read: Callable[[Folio], float | None]) -> Searchable:
    return Searchable(name, label, Kind.NUMBER, read, lambda folio: f"{label} {read(folio):g}", 0, most)


def _value_of(name: str) -> Callable[[Folio], float | None]:
    return lambda folio: amount(folio.night.get(name))


def _measure_of(name: str) -> Callable[[Folio], float | None]:
    def read(folio: Folio) -> float | None:
        found: int | None = getattr(measure(folio.night), name)
        return found

    return read


def _timed(name: str, label: str, field: str, begins: time, words: tuple[str, ...] = ()) -> Searchable:
    def read(folio: Folio) -> int | str | None:
        value = folio.night.get(field)
        moment = read_stamp(value)
        return minutes_after(moment.time(), begins) if moment else value if value in words else None

    def show(folio: Folio) -> str:
        moment = read_stamp(folio.night.get(field))
        said = f"{moment:%H:%M}" if moment else str(folio.night.get(field)).replace("_", " ")
        return f"{label} {said}"

    return Searchable(name, label, Kind.CLOCK, read, show, begins=begins, words=words)


def _worded(name: str, label: str) -> Searchable:
    passage = _PASSAGES.get(name, name)

    def read(folio: Folio) -> str | None:
        value = folio.night.get(name)
        return value.replace("_", " ") if isinstance(value, str) else dict(folio.passages).get(passage)

    return Searchable(name, label, Kind.WORDS, read, lambda folio: f"{label} {read(folio)}")


def _answered(name: str, label: str, field: str, most: float) -> Searchable:
    def show(folio: Folio) -> str:
        value = folio.night.get(field)
        if not value:
            return f"no {label}"
        return label if value is True else f"{label} {value:g}"

    return Searchable(name, label, Kind.ANSWER, lambda folio: amount(folio.night.get(field)), show, 0, most)


def _of_factor(factor: Factor) -> Iterable[Searchable]:
    """A factor and its details: ``caffeine``, ``caffeine.at``, ``caffeine.mg``."""
    slug, label = factor.slug, factor.label
    yield _answered(slug, label, factor.field, max(factor.most, 1))
    for detail in ("at", "end"):
        yield _timed(f"{slug}.{detail}", f"{label} {detail}", f"{PREFIX}{slug}.{detail}", DAY_BEGINS)
    for detail in ("mg", "g", "longest_min"):
        name = f"{slug}.{detail}"
        yield _numbered(name, f"{label} {detail}", 2000, _value_of(PREFIX + name))


def _number(typed: str, most: float) -> float | None:
    """``6``, ``2,5``, ``x`` for 10, ``5h`` or ``5 h`` for 300 minutes."""
    text = typed.strip().lower()
    if text == "x" and most == 10:
        return 10
    hours = 60 if text.endswith("h") else 1
    digits = text.removesuffix("min").removesuffix("h").strip().replace(",", ".")
    if not digits.isascii() or not digits.replace(".", "", 1).isdigit() or len(digits) > 9:
        return None
    return float(digits) * hours
