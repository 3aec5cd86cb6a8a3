"""A tip as Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from stillnight.tips.claim import Claim, Verdict
from stillnight.tips.fact import Fact
from stillnight.tips.markdown import claim_markdown, escaped, fact_markdown, tip_markdown
from tests.rules.seeds import seed_library

TIPS = seed_library().tips


def drawn(text: str) -> list[str]:
    """The plain text of every block, as a Markdown reader sees it."""
    tokens = MarkdownIt("commonmark").parse(text)
    return [
        "".join(one.content for one in token.children or ()) for token in tokens if token.type == "inline"
    ]


def headings(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark").parse(text)
    return [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]


def test_a_tip_is_a_title_what_to_do_how_sure_for_whom_not_and_where_from():
    tip = TIPS["calf_stretch"]
    text = tip_markdown(tip, ["A source. 2020."])
    assert headings(text) == [tip.title, "What to do", "How sure", "Not for you with", "Sources"]
    assert f"**How much:** hold {tip.dose['hold_s']} seconds" in text
    assert f"1. {escaped(tip.steps[0])}" in text
    assert f"**C: {tip.grade_words}** · studied in dialysis" in text
    assert escaped(tip.honest) in text
    assert text.endswith("- A source. 2020.\n")


def test_what_takes_it_away_stands_above_everything_with_its_reason_in_full():
    tip = TIPS["calf_stretch"]
    gate = tip.gates[0]
    text = tip_markdown(tip, [], gate)
    blocks = drawn(text)
    assert blocks[1] == f"Not for you now: {gate.reason}. {gate.instead}"
    assert "**Not for you now:" in text


def test_what_the_own_journal_holds_stands_before_the_advice():
    blocks = drawn(tip_markdown(TIPS["walk"], [], own=["You rated it 4 of 5."]))
    assert blocks.index("You rated it 4 of 5.") < blocks.index("What to do")


def test_a_part_without_anything_in_it_is_left_out():
    bare = replace(TIPS["sleep_rhythm"], gates=(), dose={})
    text = tip_markdown(bare, [])
    assert headings(text)[1:] == ["What to do", "How sure"]
    assert "How much" not in text


@pytest.mark.parametrize(
    "words",
    [
        "1. not a list",
        "- nor this",
        "+ or this",
        "*ferritin* < 75 µg/l",
        "a_b_c [x](y) `z` | # ~ & \\",
        "5) five",
    ],
)
def test_signs_of_a_text_are_read_as_they_stand(words):
    tokens = MarkdownIt("commonmark").parse(escaped(words))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(one.content for one in tokens[1].children or ()) == words


@pytest.mark.parametrize("tip", TIPS.values(), ids=lambda one: one.id)
def test_no_word_of_a_tip_is_lost_in_its_markdown(tip):
    blocks = drawn(tip_markdown(tip, ["S."]))
    for line in (
        tip.title,
        *tip.steps,
        tip.honest,
        *(f"{gate.reason}. {gate.instead}" for gate in tip.gates),
    ):
        assert line in blocks


def test_a_claim_is_what_one_may_read_what_is_left_of_it_and_what_was_found():
    claim = Claim(
        "c", "t", "Soap", "Soap in bed helps.", Verdict.SOLD, "sold with it", "No study.", "D", "weak",
        ("mixed",), ("general",),
    )  # fmt: skip
    text = claim_markdown(claim, ["S."])
    assert headings(text) == ["Soap", "What we found", "How sure", "Sources"]
    assert drawn(text)[1:3] == ["What one may read: Soap in bed helps.", "Sold with it"]
    assert "**D: weak** · mixed" in text


def test_a_fact_is_its_lines_how_sure_they_are_and_its_closing_line():
    fact = Fact("f", "t", "Topic", "Title", ("1. One.", "Two."), "A", "strong", (), ("general",), "Ask.")
    text = fact_markdown(fact, ["S."])
    assert drawn(text) == ["Title", "1. One.", "Two.", "How sure", "A: strong", "Ask.", "Sources", "S."]
