"""Looking at other nights: the calendar's keys, dates that are typed, the mouse, the bin."""

from __future__ import annotations

from datetime import date

import pytest
from tests.ui.world import TONIGHT, YESTERDAY
from textual.widgets import Static

from stillnight.ui.commands import Place, footer
from stillnight.ui.screens.go_to import GoToScreen
from stillnight.ui.screens.home.screen import HomeScreen
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_details import NightDetails
from stillnight.ui.widgets.night_form import NightForm
from stillnight.ui.widgets.note_box import NoteBox
from stillnight.ui.widgets.to_check import ToCheck

ENTRIES = ("2026-08-31", "2026-11-02", "2026-11-10", "2026-11-19")


def november(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def logged(world):
    for number, night in enumerate(ENTRIES):
        world.log(night, severity=number + 1, note=f"entry {number}")
    return world


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (("left",), november(18)),
        (("h", "h"), november(17)),
        (("right",), november(20)),
        (("l", "l"), november(21)),
        (("up",), november(12)),
        (("k", "k"), november(5)),
        (("down",), november(26)),
        (("j", "j"), date(2026, 12, 3)),
        (("J",), date(2026, 12, 19)),
        (("pagedown",), date(2026, 12, 19)),
        (("K", "K"), date(2026, 9, 19)),
        (("pageup",), date(2026, 10, 19)),
        (("K", "k", "t"), TONIGHT),
        (("N",), november(10)),
        (("N", "N"), november(2)),
        (("N", "N", "n"), november(10)),
        (("g",), date(2026, 8, 31)),
        (("home",), date(2026, 8, 31)),
        (("g", "G"), TONIGHT),
        (("g", "end"), TONIGHT),
    ],
)
async def test_the_calendar_goes_where_its_keys_say(logged, open_home, keys, day):
    async with open_home() as visit:
        await visit.press("tab", *keys)
        assert visit.home.cursor == day
        assert f"{day:%B %Y}" in visit.text
        assert f"[{day.day:>2}" in visit.text


@pytest.mark.parametrize(("keys", "said"), [(("n",), "next"), (("g", "N"), "previous")])
async def test_no_further_entry_is_said(logged, open_home, keys, said):
    async with open_home() as visit:
        await visit.press("tab", *keys)
        assert visit.answer == f"there is no {said} entry"


async def test_the_first_of_no_entries_is_said(open_home):
    async with open_home() as visit:
        await visit.press("tab", "g")
        assert visit.answer == "there is no first entry"


async def test_brackets_show_the_nights_beside_from_any_pane(logged, open_home):
    async with open_home() as visit:
        await visit.press("left_square_bracket", "left_square_bracket")
        assert visit.home.cursor == november(17)
        assert "Night of Tue 17 → Wed 18 Nov" in visit.text
        await visit.press("T", "right_square_bracket")
        assert visit.home.cursor == november(18)


async def test_a_past_night_is_read_in_words(world, open_home):
    world.log(
        "2026-11-10", severity=5, onset="2026-11-10T21:30+01:00", f_caffeine=2, f_alcohol=False,
        parts=["calves", "thighs"], side="left", sensations=["urge_only"], note="a long day",
    )  # fmt: skip
    world.wake("2026-11-11T03:10", 8)
    async with open_home() as visit:
        await visit.press("tab", "N")
        for words in ("5 of 10", "8 of 10, in the night", "21:30", "caffeine 2, no alcohol",
                      "calves thighs left", "urge only", "03:10, urge 8", "a long day"):  # fmt: skip
            assert words in visit.words


async def test_a_night_without_entry_says_how_to_write_one(open_home):
    async with open_home() as visit:
        await visit.press("left_square_bracket")
        assert "no entry for this night e writes one" in visit.words_in(NightDetails)


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_a_past_night_is_edited_from_the_calendar(logged, open_home, key):
    async with open_home() as visit:
        await visit.press("tab", "N", key, "9", "enter")
        assert logged.night(november(10))["severity"] == 9
        assert logged.night(november(10))["note"] == "entry 2"
        assert logged.night(TONIGHT)["severity"] == 4
        assert "saved the night of Tue 10 → Wed 11 Nov" in visit.answer


async def test_a_past_night_is_edited_from_its_own_page(logged, open_home):
    async with open_home() as visit:
        await visit.press("left_square_bracket", "e", "7", "enter")
        assert logged.night(YESTERDAY)["severity"] == 7


async def test_lights_out_of_a_past_night_is_refused(logged, open_home):
    async with open_home() as visit:
        await visit.press("left_square_bracket", "e", "7", "L")
        assert visit.answer == "L is for tonight: Esc goes there"
        assert logged.night(YESTERDAY) == {}


async def test_a_night_still_to_come_is_not_opened(open_home):
    async with open_home() as visit:
        await visit.press("right_square_bracket", "e")
        assert visit.answer == "the night of Fri 20 → Sat 21 Nov is still to come"
        assert visit.home.writing == TONIGHT


async def test_esc_goes_back_to_tonight_with_what_was_typed(world, open_home):
    async with open_home() as visit:
        await visit.press("6", "2", "1", "3", "0", "left_square_bracket", "e", "4", "escape")
        assert visit.home.cursor == TONIGHT
        assert "[6]" in visit.text
        assert isinstance(visit.home.focused, NightForm)
        assert world.drafts.load(YESTERDAY) == {"severity": 4}
        await visit.press("enter")
        assert world.night()["severity"] == 6
        assert world.night(YESTERDAY) == {}


@pytest.mark.parametrize("key", ["d", "delete"])
async def test_a_deleted_night_comes_back_with_u_and_goes_again_with_ctrl_r(logged, open_home, key):
    async with open_home() as visit:
        await visit.press("tab", "N", key)
        assert logged.night(november(10)) == {}
        assert "deleted the night of Tue 10 → Wed 11 Nov · U brings it back" in visit.answer
        await visit.press("U")
        assert logged.night(november(10))["note"] == "entry 2"
        assert visit.answer == "undone: delete 2026-11-10"
        assert "entry 2" in visit.text
        await visit.press("ctrl+r")
        assert logged.night(november(10)) == {}
        assert visit.answer == "done again: delete 2026-11-10"


async def test_nothing_to_delete_is_said(open_home):
    async with open_home() as visit:
        await visit.press("tab", "d")
        assert "there is no entry for the night of 2026-11-19" in visit.answer


@pytest.mark.parametrize(
    ("key", "said"), [("U", "nothing to be undone"), ("ctrl+r", "nothing to be done again")]
)
async def test_nothing_to_undo_is_said(open_home, key, said):
    async with open_home() as visit:
        await visit.press(key)
        assert visit.answer == said


async def test_undo_takes_the_saved_evening_back(world, open_home):
    async with open_home() as visit:
        await visit.press("6", "enter", "U")
        assert world.night() == {}
        assert "[6]" not in visit.text


async def test_what_was_changed_elsewhere_since_is_left_alone_and_named(world, open_home):
    async with open_home() as visit:
        await visit.press("6", "enter")
        world.store.records["nights", 20261119]["severity"] = 8
        await visit.press("U")
        assert world.night()["severity"] == 8
        assert "left alone, because changed elsewhere since: severity" in visit.answer


@pytest.mark.parametrize("typed", ["2026-08-31", "31.8.", "31 Aug"])
async def test_a_wrong_date_is_answered_and_a_right_one_is_gone_to(logged, open_home, typed):
    async with open_home() as visit:
        await visit.press("tab", "s")
        await visit.type("31 nonsense")
        await visit.press("enter")
        assert isinstance(visit.app.screen, GoToScreen)
        assert "'31 nonsense' " in visit.words_in(Static)
        await visit.press("ctrl+u")
        await visit.type(typed)
        await visit.press("enter")
        assert visit.home.cursor == date(2026, 8, 31)
        assert "entry 0" in visit.text


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_the_question_for_a_date_can_be_left(open_home, key):
    async with open_home() as visit:
        await visit.press("tab", "s", "1", "4", key)
        assert visit.app.screen is visit.home
        assert visit.home.cursor == TONIGHT


async def test_tab_goes_round_the_panes_both_ways(open_home):
    async with open_home() as visit:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab"):
            await visit.press(key)
            seen.append(type(visit.home.focused))
        assert seen == [MonthCalendar, ToCheck, NightForm, ToCheck, MonthCalendar, NightForm]


async def test_the_footer_shows_the_keys_of_the_pane_with_the_focus(open_home):
    async with open_home() as visit:
        assert "no to rest" in visit.text
        await visit.press("tab")
        assert "go to date" in visit.text
        await visit.press("T")
        assert "not for me" in visit.text
        await visit.press("escape", "left_square_bracket")
        assert "e edit" in visit.text
        assert "no to rest" not in visit.text


# -- the mouse ------------------------------------------------------------------------------------


def spot(visit, words: str, within: type) -> tuple[int, int]:
    """Where some words stand inside a widget, as an offset on the screen."""
    region = visit.home.query_one(within).region
    for y in range(region.y, region.bottom):
        at = visit.lines[y].find(words, region.x, region.right)
        if at >= 0:
            return at, y
    raise AssertionError(f"{words!r} is not in {within.__name__}\n{visit.text}")


async def click(visit, words: str, within: type) -> None:
    await visit.pilot.click(offset=spot(visit, words, within))
    await visit.settle()


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
@pytest.mark.parametrize(("words", "day"), [(" 3 ", 3), ("10", 10), ("29", 29)])
async def test_a_click_on_a_day_goes_there_and_another_opens_it(world, open_home, size, words, day):
    world.log("2026-11-10", severity=5, note="clicked")
    async with open_home(size) as visit:
        await click(visit, words, MonthCalendar)
        assert visit.home.cursor == november(day)
        if day == 10:
            assert "clicked" in visit.text
            await click(visit, "10", MonthCalendar)
            assert visit.home.writing == november(10)


async def test_a_click_beside_the_days_goes_nowhere(open_home):
    async with open_home() as visit:
        for words in ("Mo", "8-x", "rated"):
            await click(visit, words, MonthCalendar)
            assert visit.home.cursor == TONIGHT


async def test_scrolling_over_the_calendar_turns_the_months(open_home):
    async with open_home() as visit:
        await visit.pilot._post_mouse_events([_scroll("down")], MonthCalendar, button=0)
        await visit.settle()
        assert "December 2026" in visit.text
        await visit.pilot._post_mouse_events([_scroll("up")], MonthCalendar, button=0)
        await visit.settle()
        assert "November 2026" in visit.text


def _scroll(way: str) -> type:
    from textual import events

    return {"down": events.MouseScrollDown, "up": events.MouseScrollUp}[way]


@pytest.mark.parametrize("size", [(120, 34), (44, 24)])
async def test_a_click_on_a_key_in_the_footer_does_what_the_key_does(world, open_home, size):
    async with open_home(size) as visit:
        await visit.press("5")
        await click(visit, "n no to rest", FootLine)
        assert "–c caffeine" in visit.words
        if size[0] > 44:  # where there is less room the note's row alone names its key
            await click(visit, "o note", FootLine)
            assert visit.home.query(NoteBox)
            await visit.press("escape")
        await click(visit, "L lights out", FootLine)
        assert world.night()["severity"] == 5
        assert world.night()["f.caffeine"] is False
        assert "lights_out" in world.night()


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (44, 24)])
async def test_every_key_in_the_footer_is_hit_at_both_its_ends(open_home, size, monkeypatch):
    asked = []

    async def note_it(_, id: str) -> None:
        asked.append(id)

    monkeypatch.setattr(HomeScreen, "action_run_command", note_it)
    async with open_home(size) as visit:
        shown = [one for one in footer(Place.FORM) if f"{one.shown} {one.label}" in visit.words_in(FootLine)]
        assert len(shown) >= 8
        for command in shown:
            words = f"{command.shown} {command.label}"
            x, y = spot(visit, words, FootLine)
            for column in (x, x + len(words) - 1):
                await visit.pilot.click(offset=(column, y))
        await visit.settle()
        assert asked == [command.id for command in shown for _ in range(2)]


async def test_a_click_between_two_keys_does_nothing(world, open_home):
    async with open_home() as visit:
        x, y = spot(visit, "  n no to rest", FootLine)
        before = visit.answer
        await visit.pilot.click(offset=(x, y))
        await visit.settle()
        assert "–c" not in visit.text
        assert visit.answer == before


async def test_a_click_on_the_pane_of_a_night_gives_it_the_focus(open_home):
    async with open_home() as visit:
        await visit.press("left_square_bracket", "tab")
        await click(visit, "no entry", NightDetails)
        assert isinstance(visit.home.focused, NightDetails)


async def test_a_long_fact_goes_on_under_its_own_beginning(world, open_home):
    world.log(
        "2026-11-18", severity=5, note="one two three four five six seven eight nine ten eleven twelve " * 2
    )
    async with open_home((80, 24)) as visit:
        await visit.press("left_square_bracket")
        region = visit.home.night_pane.details.region
        rows = [line[region.x : region.right] for line in visit.lines[region.y : region.bottom]]
        note = next(number for number, row in enumerate(rows) if row.startswith(" Note"))
        assert rows[note + 1].startswith(" " * 12)
        assert "twelve" in "".join(rows[note + 2 : note + 4])


@pytest.mark.parametrize(("size", "is_named"), [((120, 34), True), ((80, 24), False)])
async def test_where_there_is_room_the_footer_names_the_other_pages(open_home, size, is_named):
    async with open_home(size) as visit:
        said = visit.words_in(FootLine)
        assert all(page in said for page in ("/ find", "Y year", "M medicines", "S settings")) is is_named
        if is_named:
            await click(visit, "Y year", FootLine)
            assert visit.app.screen.TITLE == "Year"
