"""One card a factor, one pattern in the pane, and answers that hold as far as the nights had come."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.rules.handed_in import Drift, Pattern, Sign, world
from tests.rules.seeds import seed_library
from tests.rules.worlds import ago, at, facts, ticked

from stillnight.journal.suggestions.suggest import card_text, suggest

LIBRARY = seed_library()
COFFEE = [
    (day, {"severity": 5, "f.caffeine": 2, "f.caffeine.at": at(day, "15:00"), "sol_min": 50})
    for day in range(3)
]
PILLS = [(day, {"severity": 0, "f.antihistamine": True}) for day in range(3)]
STRESSED = [(day, {"severity": 0, "f.stress": 9}) for day in range(3)]


def pane(world, *answers):
    return suggest(LIBRARY.rules, LIBRARY.tips.values(), world, answers)


def ids(*findings):
    return [finding.rule.id if finding else None for finding in findings]


def answered(key, until="never"):
    return {"rule": key, "until": until}


SOON = ago(-5).isoformat()


def test_rule_and_pattern_about_one_factor_make_one_card():
    shown = pane(world(Pattern("caffeine"), rows=COFFEE))
    assert ids(shown.rule, shown.pattern) == ["I00", "C06"]
    assert ids(*shown.others, *shown.more_patterns) == []
    assert ids(*shown.pattern.others) == ["C01"]


def test_that_card_has_the_grade_of_the_literature_and_the_own_nights_side_by_side():
    lines = card_text(pane(world(Pattern("caffeine"), rows=COFFEE)).pattern, LIBRARY.sources)
    assert "What was seen" in lines
    assert lines[lines.index("Your own nights") + 1] == "  Worth a test: 34 nights."
    assert any(line.startswith("  Literature: C: ") and "mixed findings" in line for line in lines)
    assert "What else could explain it" in lines
    assert lines.count(LIBRARY.wording.closings["pattern"]) == 1


def test_two_rules_about_one_factor_make_one_card_without_any_pattern():
    late = [
        (day, {"severity": 5, "f.caffeine": 3, "f.caffeine.at": at(day, "19:00"), "sol_min": 50})
        for day in range(3)
    ]
    shown = pane(facts(late))
    assert ids(shown.rule, *shown.others) == ["I00", "C06"]
    assert ids(*shown.others[0].others) == ["C02"]
    lines = card_text(shown.others[0], LIBRARY.sources)
    assert "Caffeine within six hours of bed" in lines
    assert any("shown for sleep, not for the legs" in line for line in lines)


def test_there_is_one_pattern_the_likely_one_first_then_the_largest():
    some = (Pattern("caffeine", effect=2.0), Pattern("sitting", "likely", effect=1.0), Pattern("stress"))
    shown = pane(world(*some))
    assert ids(shown.pattern, *shown.more_patterns) == ["A03", "C01", "S04"]


def test_a_pattern_takes_no_place_from_a_rule():
    shown = pane(world(Pattern("stress"), rows=COFFEE))
    assert ids(shown.rule, shown.pattern) == ["I00", "S04"]
    assert ids(*shown.others) == ["C06"]


def test_a_rule_whose_factor_has_the_second_pattern_keeps_its_own_place_and_says_so():
    shown = pane(world(Pattern("stress", "likely"), Pattern("antihistamine"), rows=PILLS))
    assert ids(shown.rule, shown.pattern) == ["M03", "S04"]
    assert shown.rule.own == ("Worth a test: 34 nights.",)
    assert shown.more_patterns == ()


def test_a_medicine_card_ends_with_both_lines_when_the_own_nights_join_it():
    shown = pane(world(Pattern("antihistamine"), rows=PILLS))
    lines = card_text(shown.pattern, LIBRARY.sources)
    assert ids(shown.rule, shown.pattern) == [None, "M03"]
    assert shown.pattern.rule.level == "discuss"
    for name in ("medicine", "pattern"):
        assert lines.count(LIBRARY.wording.closings[name]) == 1


def test_where_the_own_nights_point_the_other_way_they_lead():
    """Little exercise and worse nights with exercise: no card says "more" without the nights' own word."""
    idle = [(day, {"severity": 0, "f.exercise": 0}) for day in range(14)]
    worse = pane(world(Pattern("exercise", effect=1.0), rows=idle))
    better = pane(world(Pattern("exercise", effect=-1.0), rows=idle))
    assert ids(worse.pattern, *worse.pattern.others) == ["A02", "A01"]
    assert ids(better.pattern, *better.pattern.others) == ["A01", "A02B"]


def test_what_only_lacks_a_field_adds_nothing_to_a_card_that_speaks():
    untimed = [(day, {"severity": 0, "f.caffeine": 2}) for day in range(3)]
    alone, joined = pane(facts(untimed)), pane(world(Pattern("caffeine"), rows=untimed))
    assert alone.rule.missing
    assert ids(joined.rule, joined.pattern, *joined.pattern.others) == [None, "C01"]


def test_what_only_lacks_a_field_is_carried_by_no_pattern():
    """Caffeine that goes with better nights is nothing the rules on caffeine speak of."""
    untimed = [(day, {"severity": 0, "f.caffeine": 2}) for day in range(3)]
    shown = pane(world(Pattern("caffeine", effect=-1.0), rows=untimed))
    assert (shown.pattern, bool(shown.rule.missing)) == (None, True)


def test_a_pattern_is_put_off_until_its_day():
    put_off = answered("caffeine, worth a test", SOON)
    assert pane(world(Pattern("caffeine")), put_off).pattern is None
    assert pane(world(Pattern("caffeine")), answered("caffeine, worth a test", ago(0).isoformat())).pattern


@pytest.mark.parametrize(
    ("told", "until", "tier", "shown"),
    [
        ("worth a test", SOON, "worth a test", False),
        ("worth a test", SOON, "likely", True),
        ("likely", SOON, "likely", False),
        ("likely", SOON, "worth a test", False),
        ("worth a test", "never", "likely", False),
        ("likely", "never", "worth a test", False),
    ],
)
def test_what_was_put_off_as_a_guess_comes_back_when_it_is_likely(told, until, tier, shown):
    found = pane(world(Pattern("caffeine", tier)), answered(f"caffeine, {told}", until))
    assert (found.pattern is not None) is shown


def test_one_answer_counts_for_all_that_stands_on_a_card():
    shown = pane(world(Pattern("caffeine"), rows=COFFEE))
    after = pane(world(Pattern("caffeine"), rows=COFFEE), answered(shown.pattern.key, SOON))
    assert (after.pattern, after.others) == (None, ())
    faded = pane(world(Pattern("caffeine", "too early"), rows=COFFEE), answered(shown.pattern.key, SOON))
    assert faded.others == ()


def test_a_rule_that_was_not_for_me_leaves_the_pattern_its_card():
    found = pane(world(Pattern("caffeine"), rows=COFFEE), answered("C06"))
    assert ids(found.pattern, *found.pattern.others) == ["C01"]


def test_the_next_pattern_takes_the_place_of_one_put_off():
    some = world(Pattern("caffeine", "likely"), Pattern("stress"))
    assert ids(pane(some, answered("caffeine, likely", SOON)).pattern) == ["S04"]


def test_an_answer_to_one_change_does_not_silence_the_next():
    worse = Sign("severity", {"now": 5, "then": 3, "by": 2, "n": 14, "m": 14})
    drifts = {"worse_after": [Drift("2026-10-30", (worse,)), Drift("2026-10-10", (worse,))]}
    first = pane(world(drifts=drifts)).rule
    second = pane(world(drifts=drifts), answered(first.key)).rule
    assert (first.key, second.key) == ("M02:2026-10-30", "M02:2026-10-10")
    assert pane(world(drifts=drifts), answered("M02")).rule is None


@pytest.mark.parametrize("key", ["caffeine, soon", ", likely", "caffeine,likely", "caffeine"])
def test_an_answer_that_nobody_can_read_silences_nothing(key):
    assert pane(world(Pattern("caffeine")), answered(key)).pattern is not None


def test_beside_help_now_stands_no_pattern():
    alarmed = replace(world(Pattern("caffeine", "likely")), ticks=[ticked("one_leg_hot")])
    assert pane(alarmed).pattern is None
    assert pane(alarmed).more_patterns == ()


def test_nobody_looked_is_no_pattern():
    assert pane(facts(COFFEE)).pattern is None


def test_a_card_without_a_standing_pattern_still_tells_that_there_is_no_sign():
    found = pane(world(Pattern("stress", "unlikely", nights=120), rows=STRESSED))
    assert ids(found.rule, found.pattern) == ["S06", None]
    assert found.rule.own == ("Unlikely: 120 nights.",)
