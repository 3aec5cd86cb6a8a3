"""Trials on the screen: from a suggestion to an experiment in one key, followed, stopped, read."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from tests.ui.trying import first, kept, rated, started, trials_of
from tests.ui.world import TONIGHT

from stillnight.insight.trials.trial import Arm
from stillnight.journal.trials.trials import Trials
from stillnight.ui.screens.sheet import SheetScreen
from stillnight.ui.screens.trials.offering import offer_trial
from stillnight.ui.screens.trials.page import WORKING, TrialsPage
from stillnight.ui.screens.trials.starting import StartingScreen
from stillnight.ui.widgets.night_form import NightForm
from stillnight.ui.widgets.to_check import ToCheck

EVENING = "{}T22:40"


async def to_template(visit, name: str) -> None:
    """Put the cursor of the page on a trial that is ready to be started."""
    page = visit.app.screen
    assert isinstance(page, TrialsPage)
    while page.query_one("LedgerBox").here != f"ready/{name}":
        await visit.press("j")


# -- the starting sheet -----------------------------------------------------------------------------


async def test_from_the_page_to_a_trial_with_two_enters_and_u_takes_it_back(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("X")
        await to_template(visit, "caffeine")
        await visit.press("enter")
        assert isinstance(visit.app.screen, StartingScreen)
        assert "Is the urge to move weaker on days without caffeine after noon" in visit.words
        assert kept(world) == [], "nothing is stored before Enter"
        await visit.press("enter")
        [trial] = kept(world)
        assert (trial.name, len(trial.order), trial.start) == ("caffeine", 28, date(2026, 11, 20))
        assert "the trial begins Fri 20 Nov: no caffeine after noon" in visit.words
        assert visit.app.screen.query_one("LedgerBox").here == f"trial/{trial.id}"
        await visit.press("U")
        assert kept(world) == []


async def test_a_tip_of_the_pane_is_one_key_from_its_sheet(world, open_home):
    for day in range(1, 19):
        world.log(TONIGHT.replace(day=day), severity=4)
    async with open_home() as visit:
        await visit.press("T")
        cards = visit.home.query_one(ToCheck).cards
        at = next(number for number, card in enumerate(cards) if card.title.startswith("Try: "))
        await visit.press(*["down"] * at, "x")
        assert isinstance(visit.app.screen, StartingScreen)
        assert kept(world) == []


@pytest.mark.parametrize("leave", ["escape", "ctrl+c"])
async def test_who_leaves_the_sheet_has_started_nothing(world, open_home, leave):
    async with open_home((80, 24)) as visit:
        await visit.press("6")
        offer_trial(visit.home, "caffeine")
        await visit.settle()
        await visit.press("6", "right", "d", "space", leave)
        assert visit.app.screen is visit.home
        assert kept(world) == []
        await visit.press("enter")
        assert world.night()["severity"] == 6, "and what was typed below is still there"


async def test_the_length_and_the_sharing_out_are_chosen_on_the_sheet(world, open_home):
    async with open_home((120, 50)) as visit:
        offer_trial(visit.home, "caffeine")
        await visit.settle()
        assert "▸4 weeks" in visit.words
        assert "2 weeks" in visit.words
        assert "usually not enough" in visit.words
        await visit.press("right")
        assert "▸6 weeks" in visit.words
        await visit.press("2")
        assert "▸2 weeks" in visit.words
        await visit.press("6", "d", "enter")
    [trial] = kept(world)
    assert len(trial.order) == 42
    assert trial.design == "pairs"


@pytest.mark.parametrize("name", ["antihistamine", "bleeding", "illness", "travel"])
async def test_what_is_never_tested_says_why_in_one_line(world, open_home, name):
    async with open_home() as visit:
        offer_trial(visit.home, name)
        await visit.settle()
        assert visit.app.screen is visit.home
        assert visit.answer_is_trouble
        assert len(visit.answer) > 30


async def test_a_second_trial_is_not_started_while_one_runs_and_the_sheet_says_so(world, open_home):
    started(world)
    async with open_home((120, 50)) as visit:
        offer_trial(visit.home, "late_screen")
        await visit.settle()
        assert "Not now" in visit.words
        assert "s on the page of trials (X) ends it" in visit.words
        await visit.press("enter")
        assert isinstance(visit.app.screen, StartingScreen)
        assert len(kept(world)) == 1


async def test_the_sheet_stays_as_it_is_when_the_terminal_changes_its_size(open_home):
    async with open_home((120, 34)) as visit:
        offer_trial(visit.home, "massager_heat")
        await visit.settle()
        await visit.press("6")
        await visit.pilot.resize_terminal(44, 24)
        await visit.settle()
        assert "2 4 6 · Enter starts · Esc back" in visit.words
        await visit.pilot.resize_terminal(120, 50)
        await visit.settle()
        assert "▸6 weeks" in visit.words


async def test_a_factor_of_ones_own_is_tested_whatever_signs_its_name_has(world, open_home):
    world.journal.ledgers.add_factor("tea", label="tea [/b] [x]", kind="yes_no")
    async with open_home((120, 50)) as visit:
        offer_trial(visit.home, "tea")
        await visit.settle()
        assert "A trial: without tea [/b] [x]" in visit.words
        await visit.press("enter", "X", "enter")
        assert "without tea [/b] [x]" in visit.words
        await visit.press("escape", "s")
        assert "Call “without tea [/b] [x]” off?" in visit.words
        await visit.press("n")
    world.clock.set(f"{TONIGHT + timedelta(days=1)}T07:20")
    async with open_home((120, 34)) as visit:
        assert "tea [/b] [x]" in visit.words or "today: ○ as usual" in visit.words


# -- the page ---------------------------------------------------------------------------------------


async def test_what_comes_and_what_was_found_so_far_are_not_shown_while_it_runs(world, open_home):
    trial = started(world)
    rated(world, trial, until=TONIGHT)
    async with open_home((120, 34)) as visit:
        await visit.press("X")
        assert "week 2 of 4 · night 10 of 28" in visit.words
        assert "Sealed: the result opens once the night of Mon 7 → Tue 8 Dec is over." in visit.words
        weeks = [line.partition("week ")[2] for line in visit.lines if "week " in line and " · " in line]
        assert [week.count("·") for week in weeks[-3:]] == [4, 7, 7], "no night to come has a letter"
        for word in ("better", "worse", "points", "weaker with"):
            assert word not in visit.words


async def test_stopping_asks_once_and_needs_no_reason(world, open_home):
    started(world)
    async with open_home((80, 24)) as visit:
        await visit.press("X", "s")
        assert isinstance(visit.app.screen, SheetScreen)
        assert "Stopping is always all right." in visit.words
        assert "Enter stops it" in visit.words
        await visit.press("escape")
        assert kept(world)[0].stopped is None
        await visit.press("s", "enter")
        assert kept(world)[0].stopped == TONIGHT
        await visit.until(lambda: "too few nights to say anything" in visit.words)
        await visit.press("U")
        assert kept(world)[0].stopped is None


async def test_a_reason_that_is_given_is_kept(world, open_home):
    started(world)
    async with open_home((44, 24)) as visit:
        await visit.press("X", "s")
        await visit.type("too tired")
        await visit.press("enter")
    assert kept(world)[0].reason == "too tired"


async def test_one_that_has_not_begun_is_called_off(world, open_home):
    started(world, on=TONIGHT + timedelta(days=1))
    async with open_home((80, 24)) as visit:
        await visit.press("X", "s")
        assert "nothing was counted yet" in visit.words
        await visit.press("y")
        assert kept(world) == []


async def test_a_result_says_its_answer_first_and_is_drawn_and_x_repeats_it(world, open_home):
    trial = started(world, on=date(2026, 10, 1))
    rated(world, trial, until=TONIGHT)
    async with open_home((120, 50)) as visit:
        await visit.press("X")
        await visit.until(lambda: WORKING.text not in visit.words)
        text = visit.words
        answer = text.index("No caffeine after noon: better in this trial")
        assert answer < text.index("← better") < text.index("nights count")
        assert "●" in visit.text
        assert "◆" in visit.text
        await visit.press("x")
        assert isinstance(visit.app.screen, StartingScreen)
        await visit.press("enter")
        assert len(kept(world)) == 2


async def test_what_came_out_is_worked_out_on_a_thread_once_and_anew_after_a_change(
    world, open_home, monkeypatch
):
    threads: list[threading.Thread] = []
    result = Trials.result

    def noted(self, trial):
        threads.append(threading.current_thread())
        return result(self, trial)

    monkeypatch.setattr(Trials, "result", noted)
    trial = started(world, on=date(2026, 10, 1))
    rated(world, trial, until=TONIGHT)
    async with open_home((120, 50)) as visit:
        await visit.press("X")
        await visit.until(lambda: "better in this trial" in visit.words)
        await visit.press("j", "k", "enter")
        assert "better in this trial" in visit.words
        await visit.press("escape")
        assert len(threads) == 1
        assert threads[0] is not threading.main_thread()
        trials_of(world).follow(False, trial.start)
        visit.app.screen.hear()
        await visit.until(lambda: "You answered for 1 night: on 0 the plan was followed." in visit.words)
        assert len(threads) == 2


# -- Home -------------------------------------------------------------------------------------------


def form_rows(visit) -> list[str]:
    region = visit.home.query_one(NightForm).region
    return [line[region.x : region.right] for line in visit.lines[region.y : region.bottom]]


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (44, 24)], ids=["wide", "normal", "narrow"])
async def test_tonights_plan_stands_in_the_frame_and_moves_nothing(world, open_home, size):
    async with open_home(size) as visit:
        before = form_rows(visit)
    trial = started(world)
    world.clock.set(EVENING.format(first(trial, True)))
    async with open_home(size) as visit:
        assert "● no caffeine after noon · = followed?" in visit.words
        assert form_rows(visit) == before
    world.clock.set(EVENING.format(first(trial, False)))
    async with open_home(size) as visit:
        assert "○ as usual · = followed?" in visit.words


async def test_one_key_says_whether_it_was_followed_and_may_be_left_out(world, open_home):
    trial = started(world)
    night = first(trial, True)
    world.clock.set(EVENING.format(night))
    async with open_home((80, 24)) as visit:
        await visit.press("6", "equals_sign")
        assert kept(world)[0].followed == {night: True}
        assert visit.home.form.state.draft["severity"] == 6, "what is typed is left alone"
        assert "tomorrow: ○ as usual · today ✓" in visit.words
        await visit.press("equals_sign")
        assert kept(world)[0].followed == {night: False}
        await visit.press("equals_sign")
        assert kept(world)[0].followed == {}
        await visit.press("enter")
        assert world.night(night)["severity"] == 6
        assert "tomorrow: ○ as usual" in visit.answer


async def test_in_the_morning_the_day_that_begins_is_told_and_the_night_can_be_answered(world, open_home):
    trial = started(world)
    night = first(trial, False)
    world.log(night, severity=4)
    world.clock.set(f"{night + timedelta(days=1)}T07:20")
    async with open_home((80, 24)) as visit:
        assert "today: ● no caffeine after noon" in visit.words
        assert "last night was drawn as: as usual" in visit.answer
        await visit.press("equals_sign")
        assert kept(world)[0].followed == {night: True}


async def test_what_is_done_before_bed_is_asked_in_the_morning_only(world, open_home):
    trial = started(world, "massage")
    night = first(trial, True)
    world.clock.set(EVENING.format(night))
    async with open_home((80, 24)) as visit:
        assert "Trial tonight: ● self-massage" in visit.words
        assert "followed?" not in visit.words
    world.clock.set(f"{night + timedelta(days=1)}T07:20")
    async with open_home((80, 24)) as visit:
        assert "● self-massage · = followed?" in visit.words


async def test_at_night_there_is_nothing_to_read(world, open_home):
    trial = started(world)
    world.clock.set(f"{first(trial, True) + timedelta(days=1)}T03:10")
    async with open_home((80, 24)) as visit:
        assert "caffeine after noon" not in visit.words


async def test_a_night_before_can_be_answered_later(world, open_home):
    trial = started(world)
    world.log("2026-11-18", severity=3)
    async with open_home((120, 34)) as visit:
        await visit.press("left_square_bracket", "equals_sign", "equals_sign")
        assert kept(world)[0].followed == {date(2026, 11, 18): False}
        assert "× not followed" in visit.words
        for _ in range(9):
            await visit.press("left_square_bracket")
        await visit.press("equals_sign")
        assert "no trial runs on this night" in visit.answer
    assert trial.arm_on(date(2026, 11, 9)) is None


async def test_without_a_trial_nothing_is_said_of_any(open_home):
    async with open_home((80, 24)) as visit:
        assert "Trial" not in visit.text
        assert "=" not in visit.text


def test_each_kind_of_night_is_in_the_order_that_these_tests_draw(world):
    assert {Arm.USUAL, Arm.A} == set(started(world).order)
