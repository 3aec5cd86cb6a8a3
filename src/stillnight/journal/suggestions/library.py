"""What the seeds hold, read and checked: rules, tips, guided sessions, claims, facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from stillnight.domain.factor import Factor
from stillnight.domain.question import Question, parse_questions
from stillnight.journal.checkup.question import Question as CheckUpQuestion
from stillnight.journal.checkup.question import parse_questions as parse_checkup
from stillnight.journal.long_sit.planned import long_sit_kinds
from stillnight.rules.medicines import Medicines, parse_medicines
from stillnight.rules.parse import parse_rules
from stillnight.rules.rule import Rule
from stillnight.rules.source import Source, parse_sources
from stillnight.rules.vocabulary import Vocabulary
from stillnight.rules.wording import Wording, parse_wording
from stillnight.tips.claim import Claim, parse_claims
from stillnight.tips.coach.guide import Guide
from stillnight.tips.coach.parse import parse_guides
from stillnight.tips.coach.puzzle_words import PuzzleWords, parse_puzzle_words
from stillnight.tips.fact import Fact, parse_facts
from stillnight.tips.gate import Gate, parse_gates
from stillnight.tips.known import Known
from stillnight.tips.tip import Tip, parse_tips

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
        long_sits=long_sit_kinds(seeds["profile"]),
        guides=parse_guides(seeds["sessions"], all_tips),
        puzzles=parse_puzzle_words(seeds["puzzles"]),
        claims=parse_claims(seeds["claims"], known, all_tips),
        facts=parse_facts(seeds["facts"], known, wording.closings),
    )


def _labels(data: Mapping[str, Any], name: str) -> dict[str, str]:
    return {one: spec["label"] for one, spec in data.get(name, {}).items()}
