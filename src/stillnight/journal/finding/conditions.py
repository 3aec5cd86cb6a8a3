"""What a night must be like to be found; each condition says itself, and why a night meets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from stillnight.domain.clock_rule import NOON
from stillnight.domain.recall import recall_of
from stillnight.journal.finding.folding import excerpt, fold
from stillnight.journal.finding.folio import Folio
from stillnight.journal.finding.interval import Interval
from stillnight.journal.finding.searchable import Searchable


class Condition(Protocol):
    """One thing that is asked of a night."""

    @property
    def said(self) -> str:
        """The condition in words, as it was understood."""
        ...

    def holds(self, folio: Folio) -> bool:
        """Is the night so?"""
        ...

    def why(self, folio: Folio) -> str:
        """What shows it in a night that is so; empty where there is nothing to show."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase stands in one of the night's texts, or a factor of that name was answered with yes.

    Attributes:
        typed: What was typed.
        folded: The same without case and accents.
        factor: The factor of that name.
    """

    typed: str
    folded: str
    factor: Searchable | None = None

    @property
    def said(self) -> str:
        """The word in quotes."""
        return f"{self.factor.label} yes, or “{self.typed}”" if self.factor else f"“{self.typed}”"

    def holds(self, folio: Folio) -> bool:
        """Does it stand there?"""
        return self.folded in folio.folded or bool(self.factor and self.factor.read(folio))

    def why(self, folio: Folio) -> str:
        """The words around it."""
        if self.factor and self.factor.read(folio):
            return self.factor.show(folio)
        for name, text in folio.passages:
            if self.folded in fold(text):
                words = excerpt(text, self.folded)
                return f"note “{words}”" if name == "note" else f"{name} {words}"
        return ""


@dataclass(frozen=True, slots=True)
class Without:
    """A word stands nowhere in the night's texts."""

    typed: str
    folded: str

    @property
    def said(self) -> str:
        """The word in quotes."""
        return f"not “{self.typed}”"

    def holds(self, folio: Folio) -> bool:
        """Does it stand nowhere?"""
        return self.folded not in folio.folded

    def why(self, folio: Folio) -> str:
        """There is nothing to show."""
        return ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a time lies between two others."""

    field: Searchable
    interval: Interval

    @property
    def said(self) -> str:
        """The amount in words."""
        return f"{self.field.label} {self.interval.said}"

    def holds(self, folio: Folio) -> bool:
        """Does it lie there?"""
        value = self.field.read(folio)
        return not isinstance(value, str) and self.interval.has(value)

    def why(self, folio: Folio) -> str:
        """The amount."""
        return self.field.show(folio)


@dataclass(frozen=True, slots=True)
class Contains:
    """Some words stand in one field."""

    field: Searchable
    typed: str
    folded: str

    @property
    def said(self) -> str:
        """The field and the words."""
        return f"{self.field.label} “{self.typed}”"

    def holds(self, folio: Folio) -> bool:
        """Do they stand there?"""
        value = self.field.read(folio)
        return isinstance(value, str) and self.folded in fold(value.replace("_", " "))

    def why(self, folio: Folio) -> str:
        """The words around them."""
        return f"{self.field.label} {excerpt(str(self.field.read(folio)).replace('_', ' '), self.folded)}"


@dataclass(frozen=True, slots=True)
class Answered:
    """A field was answered: at all, or a factor with yes or no.

    Attributes:
        field: The field.
        yes: Yes or no of a factor; ``None`` is any answer.
    """

    field: Searchable
    yes: bool | None = None

    @property
    def said(self) -> str:
        """The answer in words."""
        if self.yes is None:
            return f"{self.field.label} answered"
        return f"{self.field.label} yes" if self.yes else f"no {self.field.label}"

    def holds(self, folio: Folio) -> bool:
        """Was it answered so?"""
        value = self.field.read(folio)
        return value is not None and self.yes in (None, bool(value))

    def why(self, folio: Folio) -> str:
        """The answer."""
        return excerpt(self.field.show(folio), "")


@dataclass(frozen=True, slots=True)
class Missing:
    """A logged night leaves a field unanswered."""

    field: Searchable

    @property
    def said(self) -> str:
        """What is missing."""
        return f"missing {self.field.name}"

    def holds(self, folio: Folio) -> bool:
        """Is it missing?"""
        return folio.night.logged and self.field.read(folio) is None

    def why(self, folio: Folio) -> str:
        """What is missing."""
        return self.said


@dataclass(frozen=True, slots=True)
class Recalled:
    """The evening or the morning was written down late.

    Attributes:
        rollover: When one night ends and the next begins.
    """

    rollover: time = NOON

    @property
    def said(self) -> str:
        """The condition in words."""
        return "entered late"

    def holds(self, folio: Folio) -> bool:
        """Was it?"""
        return recall_of(folio.night, self.rollover).is_late

    def why(self, folio: Folio) -> str:
        """What was late, and when it was written."""
        recall = recall_of(folio.night, self.rollover)
        late = zip(recall.names, filter(None, recall), strict=True)
        return ", ".join(f"{name} entered {at.day} {at:%b}" for name, at in late)


@dataclass(frozen=True, slots=True)
class Dates:
    """The night lies between two others, both of them included."""

    first: date
    last: date
    said: str

    def holds(self, folio: Folio) -> bool:
        """Does it lie there?"""
        return self.first <= folio.date <= self.last

    def why(self, folio: Folio) -> str:
        """The date is shown anyway."""
        return ""
