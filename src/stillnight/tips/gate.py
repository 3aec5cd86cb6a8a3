"""Gates: what speaks against a tip. They only ever take a tip away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from stillnight.domain.document import Table
from stillnight.domain.factor import amount
from stillnight.domain.flag import Tick
from stillnight.domain.night import Night
from stillnight.domain.profile import conditions_of, is_pregnant
from stillnight.domain.values import Record
from stillnight.tips.entry import entries
from stillnight.tips.errors import TipError
from stillnight.tips.known import Known

_WHEN = ("conditions", "flags", "flag_days", "pregnant", "factors", "classes", "always")


@dataclass(frozen=True, slots=True)
class Gate:
    """A contraindication; any one of its reasons shuts it.

    Attributes:
        id: Its id.
        what: What it takes away, in words.
        reason: What speaks against it, in words.
        instead: What to do or mind instead.
        sources: The ids of its sources.
        conditions: Conditions in the profile.
        flags: Red flags ticked within ``flag_days``.
        flag_days: How many days a tick counts.
        pregnant: Does pregnancy shut it?
        factors: Factors answered with yes tonight.
        classes: Classes of medicines taken tonight.
        always: Is it shut for everybody?
    """

    id: str
    what: str
    reason: str
    instead: str
    sources: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    flag_days: int = 0
    pregnant: bool = False
    factors: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    always: bool = False

    @property
    def words(self) -> str:
        """What speaks against it, and what to do or mind instead."""
        return f"{self.reason}. {self.instead}"

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions of the profile whose yes would shut it."""
        return (*(("pregnant_week",) if self.pregnant else ()), *self.conditions)

    def shuts(
        self, profile: Record, ticks: Iterable[Tick], night: Night, taken: Collection[str] = ()
    ) -> bool:
        """Does it apply to this person on this night?

        Args:
            profile: What the user said of themselves.
            ticks: The red flags they ticked.
            night: Tonight.
            taken: The classes of the medicines taken tonight.
        """
        return (
            self.always
            or (self.pregnant and is_pregnant(profile))
            or not conditions_of(profile).isdisjoint(self.conditions)
            or any(tick.flag in self.flags and self._counts(tick.date, night.date) for tick in ticks)
            or any((amount(night.get(f"f.{slug}")) or 0) > 0 for slug in self.factors)
            or not set(taken).isdisjoint(self.classes)
        )

    def _counts(self, ticked: date, tonight: date) -> bool:
        """A tick dated after tonight counts too: travel must not open a gate."""
        return (tonight - ticked).days <= self.flag_days


def parse_gates(document: Mapping[str, Any], known: Known, file: str = "gates.toml") -> dict[str, Gate]:
    """Read the parsed ``gates.toml``.

    Raises:
        TipError: At the first slip: a key, condition, flag, factor, class or source that is not known, an
            id used twice, a gate that could never shut.
    """
    gates: dict[str, Gate] = {}
    for entry in entries(file, document, "gate"):
        entry.only(("id", "what", "reason", "instead", "sources", "when"))
        if entry.id in gates:
            entry.fail("id", "there is one with this id already")
        gates[entry.id] = Gate(
            id=entry.text("id"),
            what=entry.text("what"),
            reason=entry.text("reason"),
            instead=entry.text("instead"),
            sources=entry.words("sources", known.sources, least=1),
            **_when(entry, known),
        )
    return gates


def _when(entry: Table, known: Known) -> dict[str, Any]:
    data = entry.data.get("when")
    if not isinstance(data, Mapping) or not data:
        entry.fail("when", "a table of what shuts the gate belongs here")
    when = Table(entry.file, entry.id, data, TipError)
    when.only(_WHEN)
    flags, days = when.words("flags", known.flags), data.get("flag_days", 0)
    if isinstance(days, bool) or not isinstance(days, int) or (bool(flags) is not (days > 0)):
        when.fail("flag_days", "a number of days belongs beside flags, and only there")
    return {
        "conditions": when.words("conditions", known.conditions),
        "flags": flags,
        "flag_days": days,
        "pregnant": when.switch("pregnant"),
        "factors": when.words("factors", known.factors),
        "classes": when.words("classes", known.classes),
        "always": when.switch("always"),
    }
