"""Conditions as data: each knows how to hold itself against a view of the facts, and says what it saw."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from stillnight.domain.night import Night
from stillnight.rules.facts import Facts
from stillnight.rules.operators import Compare
from stillnight.rules.reading import Reading, read_fact, read_night
from stillnight.rules.saying import say
from stillnight.rules.verdict import Verdict, all_of, at_least, none_of


@dataclass(frozen=True, slots=True)
class View:
    """What a condition looks at: one night, or (without a night) everything known."""

    facts: Facts
    night: Night | None = None

    def read(self, name: str, within_days: int | None = None, wanted: Sequence[str] = ()) -> Reading:
        """A field of that night, or of everything known."""
        if self.night is None:
            return read_fact(self.facts, name, within_days, wanted)
        return Reading(read_night(self.facts, self.night, name), self.night.date)


class Condition(Protocol):
    """Something that holds, does not, or cannot be known yet."""

    def judge(self, view: View) -> Verdict:
        """Hold it against a view of the facts."""
        ...


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the conditions."""

    parts: tuple[Condition, ...]

    def judge(self, view: View) -> Verdict:
        """Yes when all say yes."""
        return all_of([part.judge(view) for part in self.parts])


@dataclass(frozen=True, slots=True)
class Some:
    """At least so many of the conditions; one of them is a plain *any*."""

    parts: tuple[Condition, ...]
    number: int = 1

    def judge(self, view: View) -> Verdict:
        """Yes when so many say yes."""
        return at_least(self.number, [part.judge(view) for part in self.parts])


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    part: Condition

    def judge(self, view: View) -> Verdict:
        """Yes when it says no; an unknown stays unknown."""
        return none_of(self.part.judge(view))


@dataclass(frozen=True, slots=True)
class Compared:
    """A field held against a value, or against another field.

    Attributes:
        field: The field's name.
        compare: What is asked of (what the field holds, value).
        value: The value; ``None`` where another field gives it.
        than: The other field, empty where the value is fixed.
        within_days: How far back to look, for what has a date.
        labels: How the words of a list are said.
        seen: The sentence for what was seen, empty for none.
    """

    field: str
    compare: Compare
    value: Any = None
    than: str = ""
    within_days: int | None = None
    labels: Mapping[str, str] = dataclasses.field(default_factory=dict)
    seen: str = ""

    def judge(self, view: View) -> Verdict:
        """Yes or no where both sides are known; else unknown for want of the missing side."""
        wanted = self.value if isinstance(self.value, tuple) else ()
        found = view.read(self.field, self.within_days, wanted)
        other = view.read(self.than).value if self.than else self.value
        open_sides = [name for name, side in ((self.field, found.value), (self.than, other)) if side is None]
        if open_sides:
            return Verdict(None, settles=frozenset(open_sides) if len(open_sides) == 1 else frozenset())
        try:
            holds = self.compare(found.value, other)
        except TypeError:  # the file was edited by hand and holds something else here: that is no answer
            return Verdict(None)
        if not holds:
            return Verdict(False)
        return Verdict(True, say(self.seen, value=found.value, day=found.date, names=self._names(found)))

    def _names(self, found: Reading) -> Sequence[str]:
        if found.names or not self.labels:
            return found.names
        return [self.labels[word] for word in self.labels if word in found.value and word in self.value]


@dataclass(frozen=True, slots=True)
class Present:
    """Is a field known at all? This one is never in doubt."""

    field: str
    known: bool
    seen: str = ""

    def judge(self, view: View) -> Verdict:
        """Yes when the field is known, or, the other way round, when it is missing."""
        found = view.read(self.field)
        if (found.value is not None) is not self.known:
            return Verdict(False)
        return Verdict(True, say(self.seen, value=found.value, day=found.date))
