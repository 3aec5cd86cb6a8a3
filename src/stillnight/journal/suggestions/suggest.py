"""What the To-check pane shows: every red flag, then at most one rule, one pattern and one tip."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from stillnight.domain.moment import Moment
from stillnight.domain.values import Record
from stillnight.journal.suggestions.library import Library, read_library
from stillnight.journal.suggestions.one_card import gather, likeliest
from stillnight.journal.suggestions.silenced import Silenced
from stillnight.rules.card import card_text
from stillnight.rules.engine import evaluate
from stillnight.rules.facts import Facts
from stillnight.rules.rule import Finding, Rule
from stillnight.rules.source import Source, cited
from stillnight.tips.card import tip_text
from stillnight.tips.choice import NO_RATINGS, fitting, gated
from stillnight.tips.gate import Gate
from stillnight.tips.tip import Tip

__all__ = ["Library", "Suggestions", "card_text", "read_library", "shut_by", "suggest", "tip_card"]

HELP_NOW = ("urgent-today", "emergency")
"""The levels beside which nothing else is suggested."""

SOON = "soon"
"""The level of a card that is no red flag and still should be read in the next days."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What there is to check tonight.

    Attributes:
        red_flags: Every red flag; none can be put off.
        plan: What to get ready for, such as a long sit tomorrow; ``None`` where nothing is dated.
        rule: The one rule to show, ``None`` on a quiet night.
        tip: The one thing to try, ``None`` where none fits.
        others: The other findings, in their order.
        more_tips: The other tips that fit, the best first.
        pattern: The one card that the user's own nights carry, with the rules about the same factor on it;
            ``None`` where nothing stands, or nobody has worked it out yet.
        more_patterns: The other cards that they alone carry, the likeliest first.
    """

    red_flags: tuple[Finding, ...] = ()
    rule: Finding | None = None
    tip: Tip | None = None
    others: tuple[Finding, ...] = ()
    more_tips: tuple[Tip, ...] = ()
    pattern: Finding | None = None
    more_patterns: tuple[Finding, ...] = ()
    plan: Finding | None = None

    @property
    def of_rules(self) -> list[Finding]:
        """What rules found, as it is shown: a plan waits for red flags and for what is called soon."""
        is_soon = self.rule is not None and self.rule.rule.level == SOON
        pair = (self.rule, self.plan) if is_soon else (self.plan, self.rule)
        return [*self.red_flags, *filter(None, pair)]


def suggest(
    rules: Sequence[Rule],
    tips: Iterable[Tip],
    facts: Facts,
    answers: Iterable[Record] = (),
    moment: Moment = Moment.EVENING,
    ratings: Mapping[str, int] = NO_RATINGS,
    used: Collection[str] = (),
) -> Suggestions:
    """Choose what to show: about one factor there is one card, and the place of the pattern is filled first.

    Args:
        rules: All rules.
        tips: All tips, each with its gates.
        facts: What is known tonight.
        answers: What was said to suggestions: ``rule`` (the key of a finding, or a tip's id) and ``until`` (a
            date, or ``never``). Red flags do not listen.
        moment: Evening, night or morning.
        ratings: The user's own ratings 1-5, by tip id.
        used: The ids of tips whose guided sessions were done, beside the reliefs of the episodes.
    """
    silenced = Silenced(answers, facts.tonight)
    found = evaluate(rules, facts)
    red_flags = tuple(finding for finding in found if finding.red_flag)
    rest = gather(one for one in found if not one.red_flag and not silenced.silences(one))
    fits = [tip for tip in fitting_now(tips, facts, moment, ratings, used) if not silenced.has(tip.id)]
    if any(one.rule.level in HELP_NOW for one in red_flags):
        # beside "get help now" stands nothing that may wait
        rest, fits = [], []
    planned = [one for one in rest if one.rule.is_of_a_plan]
    rest = [one for one in rest if not one.rule.is_of_a_plan]
    patterns = likeliest(rest)
    rules_left = [one for one in rest if one not in patterns[:1] and not one.rule.is_of_own_nights]
    return Suggestions(
        red_flags=red_flags,
        rule=rules_left[0] if rules_left else None,
        tip=fits[0] if fits else None,
        others=tuple(rules_left[1:]),
        more_tips=tuple(fits[1:]),
        pattern=patterns[0] if patterns else None,
        more_patterns=tuple(one for one in patterns[1:] if one.rule.is_of_own_nights),
        plan=planned[0] if planned else None,
    )


def shut_by(tip: Tip, facts: Facts) -> Gate | None:
    """The gate that takes a tip away from this reader tonight; ``None`` where it is free."""
    return gated(tip, facts.profile, facts.ticks, facts.night, facts.classes_tonight())


def shut_tips(library: Library, facts: Facts) -> dict[str, Gate]:
    """The gate that takes a tip away from this reader tonight, by the tip's id; free ones are left out."""
    gates = ((id, shut_by(tip, facts)) for id, tip in library.tips.items())
    return {id: gate for id, gate in gates if gate is not None}


def tip_card(tip: Tip, sources: Mapping[str, Source]) -> list[str]:
    """The whole tip as plain lines, its sources written out."""
    return tip_text(tip, cited(tip.sources, sources))


def help_now(library: Library, facts: Facts) -> list[Finding]:
    """The red flags that ask for help today; beside one stands nothing that may wait.

    Args:
        library: The rules.
        facts: What is known tonight.
    """
    return evaluate([one for one in library.rules if one.red_flag and one.level in HELP_NOW], facts)


def fitting_now(
    tips: Iterable[Tip],
    facts: Facts,
    moment: Moment,
    ratings: Mapping[str, int] = NO_RATINGS,
    used: Collection[str] = (),
) -> list[Tip]:
    """The tips that fit tonight, the best first; what was put off is among them.

    Args:
        tips: All tips, each with its gates.
        facts: What is known tonight.
        moment: Evening, night or morning.
        ratings: The user's own ratings 1-5, by tip id.
        used: The ids of tips whose guided sessions were done, beside the reliefs of the episodes.
    """
    bouts = (one for row in facts.episodes.values() for one in row if one.is_tried)
    tried = {*used, *(one.relief for one in bouts if one.relief)}
    taken = facts.classes_tonight()
    return fitting(tips, moment, facts.profile, facts.ticks, facts.night, taken, tried, ratings)
