"""Facts: what is known about restless legs, one card each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from stillnight.domain.document import Table
from stillnight.tips.badges import badges_of, grade_of
from stillnight.tips.entry import entries
from stillnight.tips.known import Known
from stillnight.tips.topics import headings, without

_KEYS = ("id", "topic", "title", "lines", "grade", "badges", "population", "sources", "closing")


@dataclass(frozen=True, slots=True)
class Fact:
    """One card about restless legs.

    Attributes:
        id: Its id.
        topic: What it is about, an id of ``[topic]`` in its file.
        heading: The topic in words.
        title: What it says, in a few words.
        lines: The same in full, each a paragraph or a point of a list.
        grade: How sure it is, A the best to D.
        grade_words: The grade in words.
        badges: What must be said beside the grade, in words.
        sources: The ids of its sources.
        closing: The line of the wording bank that ends it; empty where there is none.
    """

    id: str
    topic: str
    heading: str
    title: str
    lines: tuple[str, ...]
    grade: str
    grade_words: str
    badges: tuple[str, ...]
    sources: tuple[str, ...]
    closing: str = ""


def parse_facts(
    document: Mapping[str, Any], known: Known, closings: Mapping[str, str], file: str = "facts.toml"
) -> dict[str, Fact]:
    """Read the parsed ``facts.toml``.

    Args:
        document: Its topics, and a list ``fact``.
        known: Grades, badges and sources.
        closings: The closing lines of the wording bank.
        file: What it is called in an error.

    Raises:
        TipError: At the first slip: a key, topic, grade, badge, source or closing line that is not known, an
            id used twice or that of a topic.
    """
    topics = headings(file, document, "topic")
    facts: dict[str, Fact] = {}
    for entry in entries(file, without(document, "topic"), "fact"):
        if entry.id in facts or entry.id in topics:
            entry.fail("id", "there is one with this id already")
        facts[entry.id] = _fact(entry, known, topics, closings)
    return facts


def topics_of(facts: Collection[Fact]) -> dict[str, str]:
    """The topics of these facts with their headings, each once, in their order."""
    return {fact.topic: fact.heading for fact in facts}


def _fact(entry: Table, known: Known, topics: Mapping[str, str], closings: Mapping[str, str]) -> Fact:
    entry.only(_KEYS)
    topic, closing = entry.choice("topic", topics), entry.choice("closing", ("", *closings), "")
    grade, grade_words = grade_of(entry, known)
    return Fact(
        id=entry.text("id"),
        topic=topic,
        heading=topics[topic],
        title=entry.text("title"),
        lines=entry.words("lines", least=1),
        grade=grade,
        grade_words=grade_words,
        badges=badges_of(entry, known),
        sources=entry.words("sources", known.sources, least=1),
        closing=closings[closing] if closing else "",
    )
