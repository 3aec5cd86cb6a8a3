"""The wording bank: how levels, grades and closing lines are said, so that every card says the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from stillnight.rules.own_nights import OwnWords, parse_own_words


@dataclass(frozen=True, slots=True)
class Wording:
    """``seeds/wording.toml`` in order.

    Attributes:
        levels: Level id to its words, from the mildest to the most urgent.
        leads: Level id to the line that stands before what to check.
        grades: Evidence grade, A to D, to its words.
        badges: Badge id to its words.
        closings: Closing line id to the line.
        templates: Fixed sentences for claims of grade D.
        never: Words that no text shown may use.
        first_start: The line of the very first start.
        crisis: Whom to reach at once; stands where the text of a rule has ``{crisis}``.
        numbers: Whom one can call, line by line; stands on every card that cannot wait.
        crisis_numbers: The same for a card whose text has ``{crisis}``.
        calls: The levels of the cards that cannot wait.
        own: How what the user's own nights say is said.
        helped: What is said beside the ledger of what was tried.
        programme: What is said beside the programme of twelve weeks.
    """

    levels: Mapping[str, str]
    leads: Mapping[str, str]
    grades: Mapping[str, str]
    badges: Mapping[str, str]
    closings: Mapping[str, str]
    templates: Mapping[str, str]
    never: tuple[str, ...] = ()
    first_start: str = ""
    crisis: str = ""
    numbers: tuple[str, ...] = ()
    crisis_numbers: tuple[str, ...] = ()
    calls: frozenset[str] = frozenset()
    own: OwnWords = field(default_factory=lambda: parse_own_words({}))
    helped: Mapping[str, str] = field(default_factory=dict)
    programme: Mapping[str, str] = field(default_factory=dict)

    def filled(self, text: str) -> str:
        """A text with the words that stand here in place of their slot."""
        return text.replace("{crisis}", self.crisis)

    def numbers_for(self, level: str, text: str) -> tuple[str, ...]:
        """The lines of numbers under a text of a level; none where it can wait."""
        if level not in self.calls:
            return ()
        return self.crisis_numbers if "{crisis}" in text else self.numbers


def parse_wording(data: Mapping[str, Any]) -> Wording:
    """Read the parsed ``wording.toml``; the order of the levels in the file is their order."""
    levels = data.get("level", {})
    return Wording(
        levels={name: level["words"] for name, level in levels.items()},
        leads={name: level["lead"] for name, level in levels.items()},
        grades=data.get("grade", {}),
        badges=data.get("badge", {}),
        closings=data.get("closing", {}),
        templates=data.get("template", {}),
        never=tuple(data.get("never", ())),
        first_start=data.get("first_start", ""),
        crisis=data.get("crisis", ""),
        numbers=tuple(data.get("numbers", ())),
        crisis_numbers=tuple(data.get("crisis_numbers", ())),
        calls=frozenset(name for name, level in levels.items() if level.get("call")),
        own=parse_own_words(data.get("own_nights", {})),
        helped=data.get("helped", {}),
        programme=data.get("programme", {}),
    )
