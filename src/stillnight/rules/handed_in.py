"""Conditions on what was worked out elsewhere: a pattern of the own nights, a slow change, a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from stillnight.domain.factor import PREFIX, amount
from stillnight.rules.conditions import View
from stillnight.rules.drift import Drift
from stillnight.rules.facts import Facts
from stillnight.rules.pattern import fits, is_standing
from stillnight.rules.plan import Plan
from stillnight.rules.reading import count_spells
from stillnight.rules.saying import fill
from stillnight.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Stands:
    """A pattern is worth a test or likely.

    Attributes:
        factor: The factor's slug.
        effect: Which way the legs must go with more of it: ``worse``, ``better`` or ``either``.
        spells: So many separate spells of days with it must be on record; 0 asks for none.
    """

    factor: str
    effect: str = "either"
    spells: int = 0

    def judge(self, view: View) -> Verdict:
        """Yes when it stands and points that way; never in doubt. What was seen is handed in as well."""
        pattern = view.facts.patterns.get(self.factor)
        if pattern is None or not is_standing(pattern) or not fits(pattern, self.effect):
            return Verdict(False)
        if self.spells and count_spells(self._days(view.facts)) < self.spells:
            return Verdict(False)
        return Verdict(True, tuple(view.facts.own_words.get(self.factor, ())))

    def _days(self, facts: Facts) -> Iterator[date]:
        """The nights with any of it."""
        return (night.date for night in facts.nights if amount(night.get(PREFIX + self.factor)))


@dataclass(frozen=True, slots=True)
class Planned:
    """Something that the user dated is near, such as a long sit.

    Attributes:
        name: What it is called.
    """

    name: str

    def judge(self, view: View) -> Verdict:
        """Yes where there is a plan; what is said of it is handed in as well."""
        verdicts = [self.judge_one(one) for one in view.facts.plans.get(self.name, ())]
        return next(iter(verdicts), Verdict(False))

    def judge_one(self, plan: Plan) -> Verdict:
        """What one plan comes to."""
        return Verdict(True, plan.said)


@dataclass(frozen=True, slots=True)
class Drifted:
    """The nights changed slowly, in a way that has a name.

    Attributes:
        name: Its name.
        sentences: The name of a sign to the sentence that says it.
    """

    name: str
    sentences: Mapping[str, str] = field(default_factory=dict)

    def judge(self, view: View) -> Verdict:
        """Yes on its first occasion; unknown while a field is missing."""
        verdicts = [self.judge_one(one) for one in view.facts.drifts.get(self.name, ())]
        return next(iter(verdicts), Verdict(False))

    def judge_one(self, drift: Drift) -> Verdict:
        """What one occasion comes to."""
        if drift.lacks:
            return Verdict(None, settles=frozenset({drift.lacks}))
        said = [fill(self.sentences.get(sign.name, ""), sign.values) for sign in drift.signs]
        return Verdict(bool(drift.signs), tuple(sentence for sentence in said if sentence))
