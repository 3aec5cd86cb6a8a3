"""Claims: what one may read about restless legs elsewhere, and what we found when we looked it up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from stillnight.domain.document import Table
from stillnight.tips.badges import badges_of, grade_of
from stillnight.tips.entry import entries
from stillnight.tips.errors import TipError
from stillnight.tips.known import Known
from stillnight.tips.topics import headings, without

_KEYS = (
    "id", "topic", "claim", "verdict", "found", "grade", "badges", "population", "sources", "tip",
)  # fmt: skip


class Verdict(StrEnum):
    """What is left of a claim."""

    HOLDS = "holds"
    PARTLY = "partly"
    UNCLEAR = "unclear"
    DOES_NOT_HOLD = "does not hold"
    SOLD = "sold"


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is said about restless legs, looked up.

    Attributes:
        id: Its id.
        topic: What it is about, an id of ``[topic]`` in its file.
        heading: The topic in words.
        claim: What one may read, in our words.
        verdict: What is left of it.
        verdict_words: The same in words.
        found: What we found.
        grade: How sure that is, A the best to D.
        grade_words: The grade in words.
        badges: What must be said beside the grade, in words.
        sources: The ids of its sources.
        tip: The tip that it is about; empty where there is none.
    """

    id: str
    topic: str
    heading: str
    claim: str
    verdict: Verdict
    verdict_words: str
    found: str
    grade: str
    grade_words: str
    badges: tuple[str, ...]
    sources: tuple[str, ...]
    tip: str = ""


def parse_claims(
    document: Mapping[str, Any], known: Known, tips: Collection[str], file: str = "claims.toml"
) -> dict[str, Claim]:
    """Read the parsed ``claims.toml``.

    Args:
        document: Its topics, the words of its verdicts, and a list ``claim``.
        known: Grades, badges and sources.
        tips: The ids of the tips.
        file: What it is called in an error.

    Raises:
        TipError: At the first slip: a key, topic, verdict, grade, badge, source or tip that is not known, a
            verdict without words, an id used twice.
    """
    topics, verdicts = headings(file, document, "topic"), headings(file, document, "verdict")
    if set(verdicts) != set(Verdict):
        raise TipError(file, "-", "verdict", f"words for {', '.join(Verdict)} belong here")
    claims: dict[str, Claim] = {}
    for entry in entries(file, without(document, "topic", "verdict"), "claim"):
        if entry.id in claims:
            entry.fail("id", "there is one with this id already")
        claims[entry.id] = _claim(entry, known, tips, topics, verdicts)
    return claims


def _claim(
    entry: Table, known: Known, tips: Collection[str], topics: Mapping[str, str], verdicts: Mapping[str, str]
) -> Claim:
    entry.only(_KEYS)
    topic, verdict = entry.choice("topic", topics), Verdict(entry.choice("verdict", verdicts))
    grade, grade_words = grade_of(entry, known)
    tip = entry.text("tip", "")
    if tip and tip not in tips:
        entry.fail("tip", f"{tip!r} is no tip")
    return Claim(
        id=entry.text("id"),
        topic=topic,
        heading=topics[topic],
        claim=entry.text("claim"),
        verdict=verdict,
        verdict_words=verdicts[verdict],
        found=entry.text("found"),
        grade=grade,
        grade_words=grade_words,
        badges=badges_of(entry, known),
        sources=entry.words("sources", known.sources, least=1),
        tip=tip,
    )
