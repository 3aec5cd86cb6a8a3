"""A finding as plain lines."""

from __future__ import annotations

from stillnight.rules.card import card_text
from stillnight.rules.source import Source, parse_sources
from stillnight.rules.source_card import source_text
from tests.rules.seeds import seed_library
from tests.rules.worlds import coffee_world, facts, ferritin, found, ticked


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


def test_a_card_that_lacks_a_field_does_not_sound_as_if_something_was_found():
    drunk = [(day, {"severity": 5, "f.caffeine": 2}) for day in (0, 1)]
    lines = card("C06", facts(drunk))
    assert lines[0] == "Caffeine after midday (cannot be judged yet)"
    assert "You could try this:" not in lines


def test_a_red_flag_says_what_to_mind_before_how_sure_and_how_to_take_the_tick_back():
    lines = card("RF01", facts(ticks=[ticked("one_leg_hot"), ticked("one_leg_pain")]))
    headings = [line for line in lines[1:] if not line.startswith("  ")]
    assert headings == [
        "What was seen",
        "Please get medical help today:",
        "Mind",
        "How sure",
        seed_library().wording.closings["flag"],
        "Ticked by mistake, or no longer so",
        "Sources",
    ]
    at = lines.index("Ticked by mistake, or no longer so")
    assert lines[at + 1 : at + 4] == [
        "  In the app: the page of red flags, behind !",
        "  stillnight flag remove one_leg_hot",
        "  stillnight flag remove one_leg_pain",
    ]


def test_a_card_that_comes_from_no_tick_has_none_to_take_back():
    assert "Ticked by mistake, or no longer so" not in card("C06", coffee_world())


def test_a_card_asks_what_the_profile_does_not_know_and_says_how_to_answer():
    lines = card("I02", facts(labs=[ferritin(40)], profile={"haemochromatosis": False}))
    at = lines.index("Not answered in your profile yet, and it counts here")
    assert lines[at + 1 : at + 3] == [
        "  Kidney disease? (ckd)",
        "  In the app behind M, or: stillnight profile ckd yes|no",
    ]
    assert lines.index("How sure") < at < lines.index(seed_library().wording.closings["iron"])


def test_a_card_asks_for_weeks_in_weeks():
    world = facts([(day, {"f.exercise": 0}) for day in range(14)], profile={"heart_unstable": False})
    lines = card("A01", world)
    assert "  Pregnant? In which week? (pregnant_week)" in lines
    assert "  In the app behind M, or: stillnight profile pregnant_week WEEKS|no" in lines


def test_a_card_asks_nothing_that_is_answered():
    world = facts(labs=[ferritin(40)], profile={"haemochromatosis": False, "ckd": False})
    assert not [line for line in card("I02", world) if "Not answered" in line]


def test_a_card_that_lacks_a_field_gives_no_advice_on_what_was_not_seen():
    lines = card("C06", facts([(0, {"f.caffeine": 2}), (1, {"f.caffeine": 2})]))
    assert not [line for line in lines if "14 days, then compare" in line or line == "You could try this:"]


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
    assert sources["b"].read == "read"
    assert not sources["b"].caution


def test_a_source_says_how_it_was_read_and_what_for():
    source = seed_library().sources["aasm2025"]
    assert source_text(source) == [
        source.title,
        f"  {source.authors} {source.where}. {source.year}.",
        f"  doi {source.doi}",
        f"  How it was read: {source.read}.",
        f"  {source.note}",
    ]


def test_of_a_source_nothing_is_said_that_is_not_known():
    assert source_text(Source("s", "", "General knowledge", 0, "")) == ["General knowledge"]
