"""What the To-check pane shows: every red flag, one rule, one tip; put off or dismissed ones stay away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from tests.rules.seeds import seed_library
from tests.rules.worlds import TONIGHT, ago, at, coffee_world, facts, ferritin, medicine, ticked

from stillnight.domain.medicine import Dose
from stillnight.domain.moment import Moment
from stillnight.domain.night import Episode
from stillnight.journal.suggestions.suggest import suggest, tip_card

LIBRARY = seed_library()


def pane(world, answers=(), moment=Moment.EVENING):
    return suggest(LIBRARY.rules, LIBRARY.tips.values(), world, answers, moment)


def ids(findings):
    return [finding.rule.id for finding in findings]


def test_the_first_evening_has_something_true_to_say():
    shown = pane(facts([(0, {"severity": 6})]))
    assert shown.rule is not None
    assert shown.rule.rule.id == "I00"
    assert shown.tip is not None
    assert shown.red_flags == ()


def test_an_empty_journal_has_a_tip_and_no_rule():
    shown = pane(facts())
    assert (shown.rule, shown.others) == (None, ())
    assert shown.tip is not None


def test_there_is_one_rule_and_the_others_wait_in_their_order():
    shown = pane(coffee_world())
    assert shown.rule.rule.id == "I00"
    assert ids(shown.others) == ["C06"]


def test_all_red_flags_are_shown_and_take_no_place_from_the_rule():
    world = replace(coffee_world(), ticks=[ticked("doze_driving"), ticked("impulse_change")])
    shown = pane(world)
    assert ids(shown.red_flags) == ["RF04", "RF05N"]
    assert shown.rule.rule.id == "I00"


@pytest.mark.parametrize("flag", ["one_leg_hot", "saddle_numb", "self_harm", "chest_pain"])
def test_beside_what_cannot_wait_stands_nothing_that_can(flag):
    shown = pane(replace(coffee_world(), ticks=[ticked(flag)]))
    assert shown.red_flags
    assert (shown.rule, shown.tip, shown.others, shown.more_tips) == (None, None, (), ())


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        (TONIGHT.isoformat(), "I00"),
        (ago(3).isoformat(), "I00"),
        (ago(-1).isoformat(), "C06"),
        ("never", "C06"),
        (None, "I00"),
    ],
)
def test_a_rule_put_off_comes_back_on_its_day(until, shown):
    answers = [{"rule": "I00", "until": until}]
    assert pane(coffee_world(), answers).rule.rule.id == shown


@pytest.mark.parametrize(
    "flag",
    [
        "one_leg_hot", "breathless", "saddle_numb", "self_harm", "doze_driving", "impulse_change",
        "all_day_restless",
    ],
)  # fmt: skip
def test_a_red_flag_cannot_be_put_off(flag):
    answers = [{"rule": rule.id, "until": "never"} for rule in LIBRARY.rules]
    assert len(pane(facts(ticks=[ticked(flag)]), answers).red_flags) == 1


def test_a_tip_that_is_not_for_me_gives_way_to_the_next():
    before = pane(facts())
    after = pane(facts(), [{"rule": before.tip.id, "until": "never"}])
    assert after.tip == before.more_tips[0]


def test_a_replaced_rule_does_not_come_up_when_the_stronger_one_is_put_off():
    rows = [(days, {"severity": 4}) for days in (0, 3, 8, 10, 15, 17, 22, 25)]
    shown = pane(facts(rows), [{"rule": "I01", "until": "never"}])
    assert "I00" not in ids([*filter(None, [shown.rule]), *shown.others])


def test_a_question_for_a_missing_field_waits_behind_what_was_found():
    rows = [(0, {"severity": 4, "f.caffeine": 2}), (1, {"severity": 4, "f.caffeine": 2})]
    assert pane(facts(rows)).others[0].missing
    assert pane(facts(rows, labs=[ferritin(200)])).rule.missing


def test_the_tip_is_one_for_the_moment():
    for moment in Moment:
        assert moment in pane(facts(), moment=moment).tip.moments


def test_a_relief_used_before_gives_way_to_an_untried_one():
    first = pane(facts(), moment=Moment.NIGHT).tip
    episode = Episode(ago(1), datetime.fromisoformat(at(1, "02:00")), relief=first.id)
    used = facts(episodes={ago(1): [episode]})
    assert pane(used, moment=Moment.NIGHT).tip != first
    assert pane(used, moment=Moment.NIGHT).more_tips[-1] == first
    begun = facts(episodes={ago(1): [replace(episode, minutes=0, completed=False)]})
    assert pane(begun, moment=Moment.NIGHT).tip == first


def test_a_tick_takes_massage_out_of_the_pane():
    without = pane(facts(), moment=Moment.NIGHT)
    ticked_off = pane(facts(ticks=[ticked("skin_wound")]), moment=Moment.NIGHT)
    assert "selfmassage_calf" in [tip.id for tip in (without.tip, *without.more_tips)]
    assert "selfmassage_calf" not in [tip.id for tip in (ticked_off.tip, *ticked_off.more_tips)]


def test_beside_a_red_flag_stands_nothing_to_try_and_nothing_that_may_wait():
    stressed = [(0, {"f.stress": 9}), (1, {"f.stress": 9})]
    alone = pane(facts(stressed))
    assert (alone.rule.rule.level, alone.tip is None) == ("tip", False)
    flagged = pane(facts(stressed, ticks=[ticked("new_weakness")]))
    assert flagged.red_flags
    assert (flagged.rule, flagged.tip, flagged.more_tips) == (None, None, ())


@pytest.mark.parametrize("flag", ["doze_driving", "impulse_change", "all_day_restless"])
def test_beside_a_red_flag_that_has_some_days_the_rest_stays(flag):
    stressed = [(0, {"f.stress": 9}), (1, {"f.stress": 9})]
    flagged = pane(facts(stressed, ticks=[ticked(flag)]))
    assert len(flagged.red_flags) == 1
    assert (flagged.rule.rule.id, flagged.tip is None) == ("S06", False)


def test_alcohol_tonight_takes_the_standing_tips_away_and_yesterday_does_not():
    tonight = pane(facts([(0, {"f.alcohol": 2})]), moment=Moment.NIGHT)
    yesterday = pane(facts([(1, {"f.alcohol": 2})]), moment=Moment.NIGHT)
    assert "walk" not in [tip.id for tip in (tonight.tip, *tonight.more_tips)]
    assert "walk" in [tip.id for tip in (yesterday.tip, *yesterday.more_tips)]


def test_a_usual_medicine_counts_as_taken_before_its_dose_is_written_down():
    world = facts(
        medicines=[
            medicine("zolpidem", usual=True, number=1),
            medicine("pregabalin", number=2),
            medicine("codeine", number=3),
            medicine("diazepam", usual=True, number=4, end=ago(1)),
        ],
        doses=[Dose(TONIGHT, 2), Dose(ago(1), 3)],
    )
    assert world.classes_tonight() - {"other"} == {"sleeping_pill", "gabapentinoid"}


def test_a_tip_card_writes_its_sources_out():
    lines = tip_card(LIBRARY.tips["walk"], LIBRARY.sources)
    assert lines[-1].startswith("  NHS. Restless legs syndrome. 2025.")


def test_the_same_evening_shows_the_same_thing_twice():
    assert pane(coffee_world()) == pane(coffee_world())
