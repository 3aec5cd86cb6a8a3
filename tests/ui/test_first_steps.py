"""The first steps: offered once, never in the way, each skippable, and the journal goes where it is told."""

from __future__ import annotations

import pytest
from tests.ui.test_welcome import WELCOME
from tests.ui.visit import Visit
from tests.ui.world import TONIGHT

from stillnight.domain.moment import Moment
from stillnight.journal.places import Place
from stillnight.ui.screens.first_steps import FirstStepsPage
from stillnight.ui.widgets.answer_box import AnswerBox
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.message_line import MessageLine

DROPBOX = Place("Dropbox", "/home/me/Dropbox/stillnight/journal.json")
NEXTCLOUD = Place("Nextcloud", "/home/me/Nextcloud/journal.json", has_journal=True)


def answer_of(visit: Visit) -> str:
    return visit.app.screen.query_one(MessageLine).text


def step_of(visit: Visit) -> str:
    return str(visit.app.screen.query_one("#ask").render())


async def open_steps(visit: Visit) -> None:
    await visit.press("F")
    assert isinstance(visit.app.screen, FirstStepsPage)


async def found(visit: Visit) -> None:
    await visit.until(lambda: "Looking" not in visit.words)


async def test_a_key_in_the_footer_of_the_first_run_sets_things_up(open_home):
    async with open_home((80, 24)) as visit:
        assert visit.answer == f"{WELCOME} F sets things up."
        assert "F first steps" in visit.words_in(FootLine)
        assert visit.home.form.has_focus


async def test_on_a_small_screen_the_way_out_is_worth_more_than_an_offer(open_home):
    async with open_home((44, 24)) as visit:
        assert "F sets things up" in " ".join(visit.answer.split())
        assert "Q quit" in visit.words_in(FootLine)
        assert "F first steps" not in visit.words_in(FootLine)


async def test_a_journal_with_nights_does_not_offer_them(world, open_home):
    world.log("2026-11-18", severity=3)
    async with open_home((80, 24)) as visit:
        assert "F first steps" not in visit.words_in(FootLine)
        await visit.press("F")
        assert step_of(visit).startswith("1 of 3")


async def test_nobody_has_to_read_of_them_at_night(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home((80, 24)) as visit:
        assert "sets things up" not in visit.text
        await visit.press("escape")
        assert "sets things up" not in visit.answer
        assert "F first steps" not in visit.words_in(FootLine)


async def test_a_journal_in_a_cloud_folder_is_said_at_once(world, open_home):
    world.places = [DROPBOX, NEXTCLOUD]
    async with open_home() as visit:
        await visit.until(lambda: "Nextcloud" in visit.answer)
        said = "There is a journal in your Nextcloud. F, then Enter, uses it."
        assert visit.answer == f"{WELCOME} {said}"
        await visit.press("6", "enter")
        assert visit.answer.endswith("F uses the journal that was found · C check-up, two minutes")


async def test_they_are_offered_once_more_after_the_first_save(open_home):
    async with open_home() as visit:
        await visit.press("6", "enter")
        assert visit.answer.endswith(" · F first steps · C check-up, two minutes")
        await visit.press("c", "enter")
        assert visit.answer.endswith(" · C check-up, two minutes")
        assert "first steps" not in visit.answer


async def test_lights_out_ends_the_evening_without_an_offer(open_home):
    async with open_home() as visit:
        await visit.press("6", "L")
        assert visit.words == "saved, lights out. Good night."
        assert visit.answer == ""


async def test_a_save_that_failed_is_not_covered_by_an_offer(world, open_home):
    async with open_home() as visit:
        world.store.broken = "the disk is full"
        await visit.press("6", "enter")
        assert visit.answer == "the disk is full"


async def test_enter_takes_the_journal_that_was_found(world, open_home):
    world.places = [DROPBOX, NEXTCLOUD]
    async with open_home() as visit:
        await visit.press("6")
        await open_steps(visit)
        await found(visit)
        await visit.press("enter")
        assert world.taken == [NEXTCLOUD]
        assert answer_of(visit) == f"The journal lives in {NEXTCLOUD.file} now."
        assert step_of(visit).startswith("2 of 3")
        await visit.press("escape")
        assert visit.app.screen is visit.home
        assert visit.home.form.state.draft == {"severity": 6}
        await visit.press("enter")
        assert world.night()["severity"] == 6


async def test_words_that_were_typed_at_the_other_place_before_are_not_replaced(world, open_home):
    world.places = [NEXTCLOUD]
    async with open_home() as visit:
        await visit.press("o", "a", "enter")
        await open_steps(visit)
        await found(visit)
        # the drafts of both places are one as soon as the journal is taken there
        world.drafts.kept[TONIGHT]["note"] = "there\na"
        await visit.press("enter", "escape", "enter")
        assert world.night()["note"] == "there\na"


async def test_what_home_writes_goes_to_the_journal_at_its_new_place(world, open_home):
    from tests.clocks import FixedClock
    from tests.journal.memory_store import MemoryStore

    world.places = [NEXTCLOUD]
    async with open_home() as visit:
        before, world.store = world.store, MemoryStore(FixedClock())
        await open_steps(visit)
        await found(visit)
        await visit.press("enter", "escape", "7", "enter")
        assert world.night()["severity"] == 7
        assert before.records == {}


async def test_without_a_journal_found_enter_leaves_it_where_it_is(world, open_home):
    world.places = [DROPBOX]
    async with open_home() as visit:
        await open_steps(visit)
        await found(visit)
        await visit.press("enter")
        assert world.taken == []
        assert step_of(visit).startswith("2 of 3")


async def test_a_journal_that_cannot_be_taken_there_stays_and_says_so(world, open_home):
    world.places, world.taking_trouble = [DROPBOX], "nothing was moved: the disk is full"
    async with open_home() as visit:
        await open_steps(visit)
        await found(visit)
        await visit.press("down", "enter")
        assert answer_of(visit) == "nothing was moved: the disk is full"
        assert step_of(visit).startswith("1 of 3")


async def test_a_bedtime_and_the_factors_are_kept_and_each_step_can_be_skipped(world, open_home):
    async with open_home((80, 24)) as visit:
        await open_steps(visit)
        await visit.press("s", "down", "enter")
        assert world.settings == [("bedtime", "23:00")]
        assert step_of(visit).startswith("3 of 3")
        await visit.press("space")
        assert not world.journal.ledgers.factors()["caffeine"].shown
        await visit.press("U")
        assert world.journal.ledgers.factors()["caffeine"].shown
        await visit.press("b", "s", "s")
        assert step_of(visit) == "That is all."
        await visit.press("down", "enter")
        assert visit.app.screen is visit.home
        await visit.press("F")
        assert step_of(visit).startswith("1 of 3")


async def test_undo_takes_the_bedtime_back_before_the_night(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("6", "enter", "F", "s", "down", "enter", "U")
        assert world.settings == [("bedtime", "23:00"), ("bedtime", None)]
        assert step_of(visit).startswith("2 of 3")
        assert world.night()["severity"] == 6
        await visit.press("U")
        assert world.night() == {}


async def test_who_left_comes_back_to_what_was_not_said(world, open_home):
    world.kept_settings = {"journal": "/home/me/journal.json", "bedtime": "23:00"}
    async with open_home() as visit:
        await open_steps(visit)
        assert step_of(visit).startswith("3 of 3")


async def test_the_end_leads_to_the_check_up(open_home):
    async with open_home() as visit:
        await open_steps(visit)
        await visit.press("s", "s", "s", "enter")
        assert step_of(visit).startswith("1 of 9")


async def test_what_wins_over_the_settings_is_left_alone(world, open_home, monkeypatch):
    from stillnight.journal.setting_book import Said

    world.places = [DROPBOX]
    monkeypatch.setattr(
        "tests.journal.memory_device.MemoryDevice.said", lambda self, name: Said("/x.json", "--journal")
    )
    async with open_home() as visit:
        await open_steps(visit)
        assert "--journal says where it is" in visit.words
        assert "Dropbox" not in visit.words_in(AnswerBox)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (44, 24)], ids=str)
async def test_every_row_can_be_reached(world, open_home, size):
    world.places = [
        DROPBOX._replace(service=f"Cloud {number}", file=f"/{number}.json") for number in range(12)
    ]
    async with open_home(size) as visit:
        await open_steps(visit)
        await found(visit)
        await visit.press("G")
        assert "Cloud 11" in visit.words_in(AnswerBox)


async def test_a_click_chooses(world, open_home):
    async with open_home((80, 24)) as visit:
        await open_steps(visit)
        await visit.press("s")
        row = next(number for number, line in enumerate(visit.lines) if "21:30" in line)
        await visit.pilot.click(offset=(6, row))
        await visit.settle()
        assert world.settings == [("bedtime", "21:30")]
