"""What the To-check pane shows: every red flag, then at most one rule, one pattern and one tip."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from stillnight.domain.factor import Factor
from stillnight.domain.moment import Moment
from stillnight.domain.question import Question, parse_questions
from stillnight.domain.values import Record
from stillnight.journal.checkup.question import Question as CheckUpQuestion
from stillnight.journal.checkup.question import parse_questions as parse_checkup
from stillnight.journal.suggestions.one_card import gather, likeliest
from stillnight.journal.suggestions.silenced import Silenced
from stillnight.rules.card import card_text
from stillnight.rules.engine import evaluate
from stillnight.rules.facts import Facts
from stillnight.rules.medicines import Medicines, parse_medicines
from stillnight.rules.parse import parse_rules
from stillnight.rules.rule import Finding, Rule
from stillnight.rules.source import Source, parse_sources
from stillnight.rules.vocabulary import Vocabulary
from stillnight.rules.wording import Wording, parse_wording
from stillnight.tips.card import tip_text
from stillnight.tips.choice import NO_RATINGS, fitting, gated
from stillnight.tips.claim import Claim, parse_claims
from stillnight.tips.coach.guide import Guide
from stillnight.tips.coach.parse import parse_guides
from stillnight.tips.coach.puzzle_words import PuzzleWords, parse_puzzle_words
from stillnight.tips.fact import Fact, parse_facts
from stillnight.tips.gate import Gate, parse_gates
from stillnight.tips.known import Known
from stillnight.tips.tip import Tip, parse_tips

__all__ = ["Library", "Suggestions", "card_text", "read_library", "shut_by", "suggest", "tip_card"]

HELP_NOW = ("urgent-today", "emergency")
"""The levels beside which nothing else is suggested."""

SOON = "soon"
"""The level of a card that is no red flag and still should be read in the next days."""

Documents = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Library:
    """What the seeds hold, read and checked.

    Attributes:
        rules: The rules in their order of precedence.
        tips: The tips by id.
        gates: The gates by id.
        sources: The sources by id.
        wording: Levels, grades, closing lines.
        medicines: Classes of medicines and of generic names.
        flags: Red flag id to its words.
        questions: The questions of the profile by id.
        checkup: The questions of the check-up, in order.
        marks: Kinds of dated marks, to their words.
        long_sits: The kinds of marks that are long sits.
        guides: The guided sessions by id; of one tip the usual one comes first.
        puzzles: What the puzzles of a wakeful mind are made of.
        claims: What one may read elsewhere, looked up, by id.
        facts: What is known about restless legs, by id.
    """

    rules: Sequence[Rule]
    tips: Mapping[str, Tip]
    gates: Mapping[str, Gate]
    sources: Mapping[str, Source]
    wording: Wording
    medicines: Medicines
    flags: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    checkup: Sequence[CheckUpQuestion] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    long_sits: frozenset[str] = frozenset()
    guides: Mapping[str, Guide] = field(default_factory=dict)
    puzzles: PuzzleWords = field(default_factory=PuzzleWords)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)


def read_library(
    seeds: Documents, rules: Documents, tips: Documents, factors: Mapping[str, Factor]
) -> Library:
    """Read everything that suggestions need out of parsed TOML.

    Args:
        seeds: The files ``wording``, ``sources``, ``profile``, ``medicines``, ``gates``, ``checkup``,
            ``sessions``, ``puzzles``, ``claims`` and ``facts`` by these names.
        rules: Rule files by name, the user's own ones included.
        tips: Tip files by name.
        factors: The factors known in this journal, own ones included.

    Raises:
        RuleError: If a rule does not fit; it names file, rule and key.
        TipError: If a tip, a gate, a guided session, a claim or a fact does not fit.
    """
    wording, sources = parse_wording(seeds["wording"]), parse_sources(seeds["sources"])
    medicines = parse_medicines(seeds["medicines"])
    flags, marks = (_labels(seeds["profile"], name) for name in ("flag", "mark"))
    questions = parse_questions(seeds["profile"])
    conditions = [id for id, question in questions.items() if question.is_condition]
    classes = {one.id: one.label for one in medicines.classes.values()}
    known = Known(sources, wording.grades, wording.badges, conditions, flags, factors, classes)
    gates = parse_gates(seeds["gates"], known)
    labels = {slug: factor.label for slug, factor in factors.items()}
    words = Vocabulary(wording, sources, factors, flags, questions, gates, classes, marks, labels)
    all_tips = parse_tips(tips, gates, known)
    return Library(
        rules=parse_rules(rules, words),
        tips=all_tips,
        gates=gates,
        sources=sources,
        wording=wording,
        medicines=medicines,
        flags=flags,
        questions=questions,
        checkup=parse_checkup(seeds["checkup"], classes),
        marks=marks,
        long_sits=frozenset(
            kind for kind, spec in seeds["profile"].get("mark", {}).items() if spec.get("long_sit")
        ),
        guides=parse_guides(seeds["sessions"], all_tips),
        puzzles=parse_puzzle_words(seeds["puzzles"]),
        claims=parse_claims(seeds["claims"], known, all_tips),
        facts=parse_facts(seeds["facts"], known, wording.closings),
    )


def _labels(data: Mapping[str, Any], name: str) -> dict[str, str]:
    return {one: spec["label"] for one, spec in data.get(name, {}).items()}


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


def tip_card(tip: Tip, sources: Mapping[str, Source]) -> list[str]:
    """The whole tip as plain lines, its sources written out."""
    return tip_text(tip, [sources[name].citation for name in tip.sources if name in sources])


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
    tried = {*used, *(one.relief for row in facts.episodes.values() for one in row if one.relief)}
    taken = facts.classes_tonight()
    return fitting(tips, moment, facts.profile, facts.ticks, facts.night, taken, tried, ratings)
