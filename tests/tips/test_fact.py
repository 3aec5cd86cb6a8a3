"""Facts: whole as they come, closed as the wording bank asks, and every slip in their file is named."""

from __future__ import annotations

import tomllib

import pytest

from stillnight.tips.card import fact_text
from stillnight.tips.errors import TipError
from stillnight.tips.fact import parse_facts, topics_of
from stillnight.tips.known import Known
from tests.rules.seeds import seed_library

LIBRARY = seed_library()
FACTS = LIBRARY.facts.values()
CLOSINGS = LIBRARY.wording.closings
KNOWN = Known(sources=("one",), grades={"A": "accepted"}, badges={"mixed": "mixed findings"})

FILE = """
[topic]
iron = "Iron"

[[fact]]
id = "f"
topic = "iron"
title = "Something known"
lines = ["First.", "Second."]
grade = "A"
sources = ["one"]
closing = "iron"
"""


def parsed(text):
    return parse_facts(tomllib.loads(text), KNOWN, {"iron": "Not on your own."})


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_a_fact_is_whole(fact):
    assert not fact.title.endswith(".")
    assert all(line.endswith(".") for line in fact.lines)
    assert set(fact.sources) <= set(LIBRARY.sources)


@pytest.mark.parametrize(("topic", "closing"), [("iron", "iron"), ("medicines", "medicine")])
def test_facts_of_iron_and_medicines_end_with_their_line(topic, closing):
    of_topic = [fact for fact in FACTS if fact.topic == topic]
    assert of_topic
    assert {fact.closing for fact in of_topic} == {CLOSINGS[closing]}


def test_facts_of_pregnancy_end_with_the_midwife_or_the_line_about_iron():
    closings = {fact.id: fact.closing for fact in FACTS if fact.topic == "pregnancy"}
    assert closings.pop("pregnancy_iron") == CLOSINGS["iron"]
    assert set(closings.values()) == {CLOSINGS["pregnancy"]}


def test_topics_keep_together_and_are_none_of_the_ids():
    topics = [fact.topic for fact in FACTS]
    assert topics == sorted(topics, key=list(topics_of(FACTS)).index)
    assert not set(topics) & set(LIBRARY.facts)


def test_what_cannot_wait_names_no_number():
    lines = " ".join(LIBRARY.facts["cannot_wait"].lines)
    assert "emergency number now" in lines
    assert not any(sign.isdigit() for sign in lines)


def test_a_fact_says_its_points_its_closing_line_and_its_grade():
    assert fact_text(parsed(FILE)["f"], ["A source."]) == [
        "Something known",
        "  - First.",
        "  - Second.",
        "Not on your own.",
        "How sure",
        "  A: accepted",
        "Sources",
        "  A source.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "id", "key"),
    [
        ('topic = "iron"', 'topic = "heat"', "f", "topic"),
        ('grade = "A"', 'grade = "E"', "f", "grade"),
        ('grade = "A"', 'grade = "A"\nbadges = ["x"]', "f", "badges"),
        ('grade = "A"', 'grade = "A"\nprice = 1', "f", "price"),
        ('closing = "iron"', 'closing = "gold"', "f", "closing"),
        ('sources = ["one"]', "sources = []", "f", "sources"),
        ('lines = ["First.", "Second."]', "lines = []", "f", "lines"),
        ('title = "Something known"', "", "f", "title"),
        ('id = "f"', 'id = "iron"', "iron", "id"),
        ("[topic]", "[topics]", "-", "topic"),
        ("[[fact]]", "[[facts]]", "-", "facts"),
    ],
)
def test_a_slip_is_named_with_its_place(old, new, id, key):
    with pytest.raises(TipError) as caught:
        parsed(FILE.replace(old, new, 1))
    assert (caught.value.file, caught.value.id, caught.value.key) == ("facts.toml", id, key)
