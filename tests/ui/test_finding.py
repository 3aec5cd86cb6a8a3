"""Looking for nights: typing, browsing what was found, stepping through it on Home, comparing two."""

from __future__ import annotations

from datetime import date

import pytest
from tests.ui.world import TONIGHT
from textual.widgets import Input

from stillnight.ui.commands import Place
from stillnight.ui.pages import PAGES
from stillnight.ui.screens.compare import ComparePage
from stillnight.ui.screens.find import SHOWN, FindPage
from stillnight.ui.screens.home.screen import HomeScreen
from stillnight.ui.widgets.list_box import ListBox

NOTES = {2: "long flight home", 9: "quiet", 10: "Flight at six, café", 18: "late flight"}


def november(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def logged(world):
    for day, note in NOTES.items():
        world.log(november(day), severity=day % 9, note=note, f_caffeine=day % 2)
    return world


def page_of(visit) -> FindPage:
    page = visit.app.screen
    assert isinstance(page, FindPage)
    return page


async def look_for(visit, typed: str) -> None:
    await visit.press("slash")
    await visit.until(lambda: isinstance(visit.app.screen, FindPage))
    line = page_of(visit).query_one(Input)
    line.value = ""
    await visit.type(typed)
    await visit.settle()


def listed(visit) -> list[str]:
    box = page_of(visit).query_one(ListBox)
    return [str(box.get_option_at_index(at).prompt).strip()[:21].strip() for at in range(box.option_count)]


async def test_nights_are_found_while_one_types_newest_first_with_what_shows_it(logged, open_home):
    async with open_home((80, 24)) as visit:
        await look_for(visit, "flight")
        assert listed(visit) == ["Wed 18 → Thu 19 Nov 2", "Tue 10 → Wed 11 Nov 2", "Mon 2 → Tue 3 Nov 202"]
        assert "3 nights: “flight”" in visit.words
        assert "note “Flight at six, café”" in visit.words
        await visit.type(" cafe")
        assert listed(visit) == ["Tue 10 → Wed 11 Nov 2"]


async def test_what_is_found_is_stepped_through_on_home_until_the_search_is_left(logged, open_home):
    async with open_home((80, 24)) as visit:
        await look_for(visit, "flight")
        await visit.press("enter", "j", "enter")
        assert isinstance(visit.app.screen, HomeScreen)
        assert visit.home.cursor == november(10)
        assert visit.home.place is Place.CALENDAR
        assert visit.answer.startswith("found 2 of 3: flight")
        await visit.press("N")
        assert visit.home.cursor == november(2)
        await visit.press("N")
        assert visit.answer == "there is no previous one that was found"
        await visit.press("n", "n")
        assert visit.home.cursor == november(18)

        await visit.press("escape")
        assert page_of(visit).query_one(Input).value == "flight"
        assert len(listed(visit)) == 3
        await visit.press("escape")
        assert visit.app.screen is visit.home
        await visit.press("N", "N")
        assert visit.home.cursor == november(9)


async def test_what_was_typed_is_there_next_time_and_typed_over(logged, open_home):
    async with open_home((80, 24)) as visit:
        await look_for(visit, "flight")
        await visit.press("escape", "slash")
        assert page_of(visit).query_one(Input).value == "flight"
        await visit.type("quiet")
        assert page_of(visit).query_one(Input).value == "quiet"
        assert listed(visit) == ["Mon 9 → Tue 10 Nov 20"]


async def test_the_slash_leads_from_the_list_back_to_the_line(logged, open_home):
    async with open_home((80, 24)) as visit:
        await look_for(visit, "flight")
        await visit.press("down", "slash", "q", "u", "i")
        assert listed(visit) == ["Mon 9 → Tue 10 Nov 20"]


async def test_what_was_changed_meanwhile_is_found(logged, open_home):
    async with open_home((80, 24)) as visit:
        await look_for(visit, "flight")
        await visit.press("escape")
        logged.log(november(11), note="one more flight")
        await visit.press("slash")
        await visit.settle()
        assert len(listed(visit)) == 4


async def test_a_word_that_is_not_understood_is_named_and_what_was_found_stays(logged, open_home):
    async with open_home((80, 24)) as visit:
        await look_for(visit, "flight")
        await visit.type(" +cafeine")
        assert "did you mean caffeine" in visit.words
        assert "Flight at six" in visit.words


async def test_what_was_found_is_drawn_anew_for_a_smaller_screen(logged, open_home):
    async with open_home((120, 34)) as visit:
        await look_for(visit, "flight cafe")
        assert any("2026" in line and "note “Flight" in line for line in visit.lines)
        await visit.press("enter")
        await visit.pilot.resize_terminal(44, 24)
        await visit.settle()
        assert not any("2026" in line and "note “Flight" in line for line in visit.lines)
        assert "note “Flight at six, café”" in visit.words


async def test_that_nothing_was_found_is_said(logged, open_home):
    async with open_home((44, 24)) as visit:
        await look_for(visit, "zebra")
        assert "no night: “zebra”" in visit.words
        await visit.press("enter", "c", "down", "enter")
        assert page_of(visit).query_one(Input).value == "zebrac"


async def test_an_empty_journal_says_so_and_shows_what_can_be_asked(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("slash")
        assert "nothing is logged yet" in visit.words
        assert "missing onset" in visit.words


async def test_the_mouse_opens_what_was_found(logged, open_home):
    async with open_home((80, 24)) as visit:
        await look_for(visit, "flight")
        await visit.pilot.click(ListBox, offset=(10, 1))
        await visit.settle()
        assert visit.home.cursor == november(10)


async def test_where_there_is_one_pane_the_night_that_was_found_can_be_read(logged, open_home):
    async with open_home((44, 24)) as visit:
        await look_for(visit, "flight")
        await visit.press("enter", "enter")
        assert visit.home.place is Place.NIGHT
        assert "late flight" in visit.words
        await visit.press("N")
        assert "Flight at six, café" in visit.words


async def test_of_very_many_the_newest_are_listed_and_all_are_stepped_through(world, open_home):
    days = [date.fromordinal(TONIGHT.toordinal() - number) for number in range(SHOWN + 7)]
    for day in days:
        world.log(day, severity=3)
    async with open_home((80, 24)) as visit:
        await look_for(visit, "severity 3")
        assert f"{SHOWN + 7} nights, the newest {SHOWN} are listed: urge 3" in visit.words
        await visit.press("down", "G", "enter")
        assert visit.home.cursor == days[SHOWN - 1]
        await visit.press("N")
        assert visit.home.cursor == days[SHOWN]


async def test_two_that_were_found_are_shown_side_by_side(logged, open_home):
    async with open_home((80, 24)) as visit:
        await look_for(visit, "flight")
        await visit.press("down", "c")
        assert "(Wed 18 → Thu 19 Nov 2026)" in visit.words
        await visit.press("n", "c")
        assert isinstance(visit.app.screen, ComparePage)
        assert "late flight" in visit.words
        assert "Flight at six, café" in visit.words
        await visit.press("escape")
        assert page_of(visit).query_one(Input).value == "flight"
        assert "(Wed" not in visit.words


@pytest.mark.parametrize(("typed", "page"), [("find", "find"), ("year", "year"), ("two nights", "compare")])
async def test_the_palette_knows_the_pages(logged, open_home, typed, page):
    async with open_home((80, 24)) as visit:
        await visit.press("ctrl+p")
        await visit.type(typed)
        await visit.press("enter")
        module, _, name = PAGES[page].partition(":")
        await visit.until(lambda: type(visit.app.screen).__name__ == name)
        assert type(visit.app.screen).__module__ == module


# -- two nights from the calendar ------------------------------------------------------------------


async def test_c_marks_a_night_and_on_another_one_shows_both(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("tab", "left", "c")
        assert "{18" in visit.words
        assert visit.answer == "(Wed 18 → Thu 19 Nov) is marked · c on another night compares them"
        await visit.press("N")
        assert "(18" in visit.words
        await visit.press("c")
        assert isinstance(visit.app.screen, ComparePage)
        assert "≠ Note late flight Flight at six, café" in visit.words
        assert "= caffeine" in visit.words
        await visit.press("escape")
        assert "(18" not in visit.words


async def test_c_again_takes_the_mark_away(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("tab", "left", "c", "c")
        assert "{18" not in visit.words
        assert visit.answer == "Wed 18 → Thu 19 Nov is no longer marked"


async def test_beside_a_night_others_can_be_put(logged, open_home):
    async with open_home((80, 24)) as visit:
        await visit.app.run_action("app.open_page('compare')")
        await visit.settle()
        assert "≠ Note Flight at six, café late flight" in visit.words
        await visit.press("N", "N")
        assert "≠ Note Flight at six, café quiet" in visit.words
        await visit.press("x")
        assert "≠ Note quiet Flight at six, café" in visit.words
        await visit.press("d")
        assert "=" not in visit.words.replace("≠", "")
        await visit.press("enter")
        assert visit.home.cursor == november(10)


async def test_two_nights_of_an_empty_journal_say_so(open_home):
    async with open_home((44, 24)) as visit:
        await visit.app.run_action("app.open_page('compare')")
        await visit.settle()
        assert "nothing is logged of either" in visit.words
