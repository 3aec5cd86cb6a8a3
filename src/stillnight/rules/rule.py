"""A rule, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from stillnight.domain.question import Question
from stillnight.rules.conditions import Condition
from stillnight.rules.gate import Gate
from stillnight.rules.handed_in import Planned, Stands
from stillnight.rules.pattern import Pattern, fits, is_standing

AS_FAR_AS = ", "
"""In the key of a card about a factor it stands between the slug and the tier."""


class Mode(StrEnum):
    """What sets a rule off: a tick of the user's, a value on record, a date, or what many nights show."""

    FLAG = "flag"
    FACT = "fact"
    SCHEDULE = "schedule"
    PATTERN = "pattern"


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
        closings: The lines that end the card.
        disproof: What would prove it wrong in this person, empty where nothing would.
        sources: The ids of its sources.
        rank: Its place in the order of precedence, smaller first.
        red_flag: Is it shown above everything, never to be muted?
        replaces: Ids of rules that need not be shown when this one is.
        when: Its condition.
        missing: Field to the sentence that asks for it, for fields that are one tap away.
        gates: What takes it away; a red flag has none.
        questions: The questions of the profile by id, from which an answer may be missing.
        factor: The slug of the factor it is about, empty where it is about none: rules and patterns about
            the same factor make one card.
        effect: Which way the legs are said to go with more of it: ``worse``, ``better`` or ``either``.
        otherwise: What else could explain it, empty where that has been said.
        numbers: Whom one can call, line by line; empty where it can wait.
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
    closings: tuple[str, ...]
    disproof: str
    sources: tuple[str, ...]
    rank: int
    red_flag: bool
    replaces: tuple[str, ...]
    when: Condition
    missing: Mapping[str, str] = field(default_factory=dict)
    gates: tuple[Gate, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    factor: str = ""
    effect: str = "worse"
    otherwise: str = ""
    numbers: tuple[str, ...] = ()

    @property
    def closing(self) -> str:
        """The lines that end the card in one, empty for none."""
        return " ".join(self.closings)

    @property
    def is_of_own_nights(self) -> bool:
        """Is it set off by a pattern of the user's own nights, and by nothing else?"""
        return isinstance(self.when, Stands)

    @property
    def is_of_a_plan(self) -> bool:
        """Is it about something that the user dated? It has a place of its own on Home."""
        return isinstance(self.when, Planned)

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
        occasion: What tells it from the next finding of the same rule; empty where there is only one.
        pattern: What the user's own nights say about the rule's factor, where anybody has looked.
        own: That in words, line by line.
        others: What other rules about the same factor found; they stand on the same card.
    """

    rule: Rule
    seen: tuple[str, ...] = ()
    missing: str = ""
    flags: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    occasion: str = ""
    pattern: Pattern | None = None
    own: tuple[str, ...] = ()
    others: tuple[Finding, ...] = ()

    @property
    def red_flag(self) -> bool:
        """Is it shown above everything, never to be muted?"""
        return self.rule.red_flag

    @property
    def standing(self) -> Pattern | None:
        """The pattern where it is worth a card of its own."""
        return self.pattern if self.pattern is not None and is_standing(self.pattern) else None

    @property
    def key(self) -> str:
        """What an answer to it (not now, not for me) is kept under.

        A standing pattern answers for its whole card, as far as the nights had come when it was answered; a
        rule with occasions answers for this one alone.
        """
        if self.standing is not None:
            return f"{self.standing.factor}{AS_FAR_AS}{self.standing.tier}"
        return self.rule_key

    @property
    def rule_key(self) -> str:
        """The rule's id, with the occasion where there is one."""
        return f"{self.rule.id}:{self.occasion}" if self.occasion else self.rule.id

    @property
    def agrees(self) -> bool:
        """Do the user's own nights, where they say anything, point the way the rule does?"""
        return self.standing is None or fits(self.standing, self.rule.effect)
