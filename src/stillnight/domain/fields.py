"""The fields of one night: what each takes, and the error that says so.

Standard terms of sleep medicine; durations are whole minutes, times ISO 8601 with offset, ratings
numeric from 0 to 10. Every field may be missing, and missing is never zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any, Protocol

from stillnight.domain.clock_rule import NightFrame, parse_clock, read_stamp, stamp_text
from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.factor import DETAILS, PREFIX, Factor
from stillnight.domain.picks import ONSET_WORDS, PARTS, SENSATIONS
from stillnight.domain.values import YES_NO_WORDS, Value


class Kind(Protocol):
    """One way of answering."""

    def read(self, name: str, value: object, frame: NightFrame) -> Value:
        """The value as the journal keeps it, or a :class:`FieldError`."""
        ...


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in [least, most]; ``x`` is 10 where 10 is the most."""

    least: int
    most: int
    unit: str = ""

    def read(self, name: str, value: object, frame: NightFrame) -> Value:
        """The number; text of digits is read too."""
        number = self._typed(value.strip().lower()) if isinstance(value, str) else value
        if isinstance(number, float) and number.is_integer():
            number = int(number)
        if isinstance(number, bool) or not isinstance(number, int) or not self.least <= number <= self.most:
            raise FieldError(
                name, value, f"a whole number from {self.least} to {self.most} {self.unit}".rstrip()
            )
        return number

    def _typed(self, text: str) -> int | None:
        if text == "x" and self.most == 10:
            return 10
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a few."""

    words: tuple[str, ...]

    def read(self, name: str, value: object, frame: NightFrame) -> Value:
        """The word."""
        if isinstance(value, str) and value in self.words:
            return value
        raise FieldError(name, value, f"one of {', '.join(self.words)}")


@dataclass(frozen=True, slots=True)
class Several:
    """Any number of words of a few, kept in the order of the list."""

    words: tuple[str, ...]

    def read(self, name: str, value: object, frame: NightFrame) -> Value:
        """The words; text is split at commas."""
        given: Sequence[Any] = value.replace(" ", "").split(",") if isinstance(value, str) else value  # type: ignore[assignment]
        if not isinstance(given, list | tuple) or any(word not in self.words for word in given):
            raise FieldError(name, value, f"some of {', '.join(self.words)}")
        return [word for word in self.words if word in given]


@dataclass(frozen=True, slots=True)
class Time:
    """A moment of the night: ``21:30``, or ISO 8601 with an offset; or one of ``words``.

    Attributes:
        words: What it can be besides a time.
        within: Must it lie in the night (with ``begins``, from then until the night's end)?
        begins: From when on a bare time is looked for; the rollover where ``None``.
    """

    words: tuple[str, ...] = ()
    within: bool = True
    begins: time | None = None

    def read(self, name: str, value: object, frame: NightFrame) -> Value:
        """The moment as ISO text to the minute, or the word."""
        if isinstance(value, str) and value in self.words:
            return value
        extra = f", or {', '.join(self.words)}" if self.words else ""
        if not isinstance(value, str):
            raise FieldError(name, value, f"a time such as 21:30{extra}")
        begins = frame.rollover if self.begins is None else self.begins
        if "T" not in value:
            return stamp_text(
                NightFrame(frame.date, frame.zone, begins).place(parse_clock(value, name), name)
            )
        moment = read_stamp(value)
        if moment is None or moment.tzinfo is None:
            raise FieldError(name, value, f"a time with its offset, such as 2026-11-19T21:30+01:00{extra}")
        frames = (NightFrame(frame.date, moment.tzinfo, start) for start in (begins, frame.rollover))
        if self.within and not any(one.contains(moment) for one in frames):
            raise FieldError(name, value, f"a time in the night of {frame.date.isoformat()}")
        return stamp_text(moment)


@dataclass(frozen=True, slots=True)
class Text:
    """Free words of at most ``most`` characters; white space alone is no words."""

    most: int = 4000

    def read(self, name: str, value: object, frame: NightFrame) -> Value:
        """The words without the white space around them, ``None`` where none are left."""
        if not isinstance(value, str) or len(value) > self.most:
            raise FieldError(
                name, value if not isinstance(value, str) else "…", f"text of at most {self.most} characters"
            )
        try:
            value.encode()
        except UnicodeEncodeError:
            raise FieldError(name, value, "text that can be written: one sign in it is broken") from None
        return value.strip() or None


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no."""

    def read(self, name: str, value: object, frame: NightFrame) -> Value:
        """``True`` or ``False``; the words and 1 or 0 are read too."""
        if isinstance(value, int) and value in (0, 1):
            return bool(value)
        text = value.strip().lower() if isinstance(value, str) else ""
        if text in ("0", "1"):
            return text == "1"
        if text not in YES_NO_WORDS:
            raise FieldError(name, value, "yes or no")
        return YES_NO_WORDS[text]


RATING = Whole(0, 10)
"""A numeric rating: 0 none, 10 the worst imaginable."""

FIELDS: Mapping[str, Kind] = {
    "severity": RATING,
    "onset": Time(ONSET_WORDS),
    "parts": Several(PARTS),
    "side": Choice(("both", "left", "right", "alternating")),
    "sensations": Several(SENSATIONS),
    "pain": RATING,
    "mood": RATING,
    "rest_latency_min": Whole(0, 240, "minutes"),
    "relief_by_moving": Choice(("none", "some", "full")),
    "lights_out": Time(),
    "sol_min": Whole(0, 600, "minutes"),
    "nwak": Whole(0, 50),
    "waso_min": Whole(0, 900, "minutes"),
    "final_wake": Time(),
    "out_of_bed": Time(),
    "tasafa_min": Whole(0, 480, "minutes"),
    "quality": Whole(1, 5),
    "disturbed": RATING,
    "rested": Whole(1, 5),
    "kicks_seen": YesNo(),
    "note": Text(),
    "evening_at": Time(within=False),
    "morning_at": Time(within=False),
    "source": Choice(("import", "hand")),
}
"""Every field of a night but its factors, with what it takes."""

DAY_BEGINS = time(5, 0)
"""Times of a factor are of the evening's day, not of its night: the last coffee at nine was this morning."""

_DETAIL_KINDS: Mapping[str, Kind] = {
    "at": Time(begins=DAY_BEGINS),
    "end": Time(begins=DAY_BEGINS),
    "mg": Whole(0, 2000, "mg"),
    "g": Whole(0, 400, "g"),
    "intensity": Choice(("light", "moderate", "hard")),
    "longest_min": Whole(0, 1200, "minutes"),
}


def read_field(name: str, value: object, frame: NightFrame, factors: Mapping[str, Factor]) -> Value:
    """Read one field of a night as somebody typed or imported it.

    Args:
        name: The field, ``f.<factor>`` and ``f.<factor>.<detail>`` included.
        value: What was given; ``None`` stays ``None`` (not asked).
        frame: The night, for times of the day.
        factors: The factors known in this journal, by slug.

    Raises:
        FieldError: If the value does not fit; it names the field, the value and the range.
        UnknownName: If there is no such field or factor.
    """
    if value is None:
        return None
    if name.startswith(PREFIX):
        return _read_factor(name, value, frame, factors)
    kind = FIELDS.get(name)
    if kind is None:
        raise UnknownName("field", name, list(FIELDS))
    return kind.read(name, value, frame)


def _read_factor(name: str, value: object, frame: NightFrame, factors: Mapping[str, Factor]) -> Value:
    slug, _, detail = name.removeprefix(PREFIX).partition(".")
    factor = factors.get(slug)
    if factor is None:
        raise UnknownName("factor", slug, list(factors), "stillnight factor list shows them all")
    if not detail:
        return factor.check(value)
    kind = _DETAIL_KINDS.get(detail)
    if kind is None:
        raise UnknownName("detail of a factor", detail, list(DETAILS))
    return kind.read(name, value, frame)


def require_some(values: Mapping[str, object], what: str) -> None:
    """Refuse an entry that says nothing.

    Raises:
        BadInput: If there is nothing in it.
    """
    if not values:
        raise BadInput(f"{what} says nothing: give a severity from 0 to 10, or any field (see --help)")
