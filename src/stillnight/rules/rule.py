"""A rule, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from stillnight.domain.question import Question
from stillnight.rules.conditions import Condition
from stillnight.rules.gate import Gate


class Mode(StrEnum):
    """What sets a rule off: a tick of the user's, a value on record, or a date."""

    FLAG = "flag"
    FACT = "fact"
    SCHEDULE = "schedule"


@dataclass(frozen=True, slots=True)
class Rule:
    """One piece of knowledge from the literature with its condition.

    Attributes:
        id: Its id.
        title: What it is about, in a few words.
        mode: What sets it off.
        level: How urgent: tip, discuss, soon, urgent-today, emergency.
        level_words: The level as it is shown.
        urgency: The level's place in that order, 0 the mildest.
        lead: The line that stands before what to check.
        grade: Strength of the evidence, A the best to D.
        grade_words: The grade in words.
        badges: What must be said beside the grade, in words.
        basis: Who says so, in a few words.
        lag: How long until a change would show, in words; empty where that has no meaning.
        check: What to check.
        safety: What to mind, empty where there is nothing.
        closing: The line that ends the card, empty for none.
        disproof: What would prove it wrong in this person, empty where nothing would.
        sources: The ids of its sources.
        rank: Its place in the order of precedence, smaller first.
        red_flag: Is it shown above everything, never to be muted?
        replaces: Ids of rules that need not be shown when this one is.
        when: Its condition.
        missing: Field to the sentence that asks for it, for fields that are one tap away.
        gates: What takes it away; a red flag has none.
        questions: The questions of the profile by id, from which an answer may be missing.
    """

    id: str
    title: str
    mode: Mode
    level: str
    level_words: str
    urgency: int
    lead: str
    grade: str
    grade_words: str
    badges: tuple[str, ...]
    basis: str
    lag: str
    check: str
    safety: str
    closing: str
    disproof: str
    sources: tuple[str, ...]
    rank: int
    red_flag: bool
    replaces: tuple[str, ...]
    when: Condition
    missing: Mapping[str, str] = field(default_factory=dict)
    gates: tuple[Gate, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)

    @property
    def order(self) -> tuple[bool, int, int, str]:
        """Red flags first, then by precedence, then the more urgent, then by id."""
        return (not self.red_flag, self.rank, -self.urgency, self.id)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that has something to say tonight.

    Attributes:
        rule: The rule.
        seen: What was seen, one sentence each, with counts and dates; empty where a field is missing.
        missing: The sentence that asks for the one field without which it cannot be judged; else empty.
        flags: The red flags that were ticked, so that a tick can be taken back.
        asks: The questions of the profile, not answered yet, whose answer could take this back or decide it.
    """

    rule: Rule
    seen: tuple[str, ...] = ()
    missing: str = ""
    flags: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()

    @property
    def red_flag(self) -> bool:
        """Is it shown above everything, never to be muted?"""
        return self.rule.red_flag
