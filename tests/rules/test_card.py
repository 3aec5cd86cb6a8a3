"""A finding as plain lines."""

from __future__ import annotations

from stillnight.rules.card import card_text
from stillnight.rules.source import parse_sources
from tests.rules.seeds import seed_library
from tests.rules.worlds import coffee_world, facts, found


def card(rule, world):
    return card_text(found(world)[rule], seed_library().sources)


def test_a_card_says_all_there_is_to_say_in_order():
    lines = card("C06", coffee_world())
    headings = [line for line in lines[1:] if not line.startswith("  ")]
    assert lines[0] == "Caffeine after midday (something to try)"
    assert headings == [
        "What was seen",
        "You could try this:",
        "How sure",
        "What would speak against it",
        "Mind",
        seed_library().wording.closings["pattern"],
        "Sources",
    ]


def test_a_card_shows_grade_words_badges_and_sources():
    text = "\n".join(card("C06", coffee_world()))
    assert "C: small, uncontrolled" in text
    assert "· guideline consensus · mixed findings" in text
    assert "Batool-Anwar S et al. Lifestyle factors and risk of RLS: prospective cohort. 2016." in text


def test_a_card_without_disproof_or_safety_has_no_empty_heading():
    lines = card("I00", facts([(0, {"severity": 4})]))
    assert "Mind" not in lines
    assert "What would speak against it" not in lines
    assert all(line.strip() for line in lines)


def test_a_card_that_lacks_a_field_asks_for_it():
    lines = card("C06", facts([(0, {"f.caffeine": 2}), (1, {"f.caffeine": 2})]))
    assert "What was seen" not in lines
    at = lines.index("What is missing")
    assert "time of the last one" in lines[at + 1]


def test_a_citation_leaves_out_what_is_not_known():
    sources = parse_sources(
        {
            "seen": {"general": "not verified", "page": "read"},
            "source": {
                "a": {"authors": "", "title": "T", "year": 0, "where": "", "seen": "general", "note": ""},
                "b": {
                    "authors": "A et al.", "title": "T", "year": 2020, "where": "J", "doi": "10.1/x",
                    "seen": "page",
                },
            },
        }
    )  # fmt: skip
    assert sources["a"].citation == "T (not verified)"
    assert sources["b"].citation == "A et al. T. 2020. J. 10.1/x"
