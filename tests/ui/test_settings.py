"""The settings page: every setting, factor and key in one list, changed on the spot."""

from __future__ import annotations

from tests.ui.visit import Visit
from tests.ui.world import TONIGHT
from textual.containers import VerticalScroll
from textual.geometry import Offset

from stillnight.domain.setting import SETTINGS
from stillnight.ui.screens.choose import ChooseScreen
from stillnight.ui.screens.settings.page import SettingsPage
from stillnight.ui.screens.sheet import SheetScreen
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.message_line import MessageLine


async def go_to(visit: Visit, label: str) -> None:
    """Open the page where it is not open, and put the cursor on the row that shows a label."""
    if not isinstance(visit.app.screen, SettingsPage):
        await visit.press("S")
    page = visit.app.screen
    assert isinstance(page, SettingsPage)
    at = next(at for at, row in enumerate(page.rows) if row.id and label in row.label)
    page.query_one(ListBox).highlighted = at
    await visit.settle()


async def fill(visit: Visit, *lines: str) -> None:
    """Put words into the lines of the sheet, one after the other, in place of what stands there."""
    for number, line in enumerate(lines):
        if number:
            await visit.press("tab")
        await visit.press("home", "ctrl+k")
        await visit.type(line)


def row(visit: Visit, label: str) -> str:
    """The row of the list that begins with a label."""
    region = visit.app.screen.query_one(ListBox).region
    rows = [line[region.x : region.right].strip(" ▸") for line in visit.lines[region.y : region.bottom]]
    return next(row for row in rows if row.startswith(f"{label}  "))


def sheet(visit: Visit) -> str:
    """The words of the sheet that lies over the page."""
    assert isinstance(visit.app.screen, SheetScreen)
    return visit.words_in(VerticalScroll)


# -- what is shown ----------------------------------------------------------------------------------


async def test_every_setting_shows_what_holds_and_who_said_so(world, open_home):
    world.kept_settings = {"bedtime": "23:15"}
    world.journal.ledgers.set_rollover(None)
    async with open_home() as visit:
        await visit.press("S")
        for setting in SETTINGS.values():
            assert setting.name == "factors" or setting.label in visit.text
        assert "23:15   (settings)" in row(visit, "Usual bedtime")
        assert "12:00   (default)" in row(visit, "Night ends")
        assert "[x] caffeine" in visit.text
        assert "[ ] late meal" in visit.text
        assert "Keys · Everywhere" in visit.text


async def test_what_is_under_the_cursor_is_explained(open_home):
    async with open_home((80, 24)) as visit:
        await go_to(visit, "Usual bedtime")
        assert (
            "Two hours after it the dark night screen begins. It takes a time such as 23:00." in visit.words
        )
        await go_to(visit, "stress")
        assert "How stressful was today" in visit.words
        await go_to(visit, "lights out")
        assert "Save, and note that the lights go out now." in visit.words


async def test_tab_goes_from_section_to_section(open_home):
    async with open_home() as visit:
        await visit.press("S")
        page = visit.app.screen
        assert isinstance(page, SettingsPage)
        found = []
        for _ in range(4):
            found.append(page.here.label)
            await visit.press("tab")
        assert found == ["Journal", "Usual bedtime", "Theme", "[x] caffeine"]
        assert page.here.command
        await visit.press("shift+tab", "shift+tab")
        assert page.here.label == "Theme"


# -- changing ---------------------------------------------------------------------------------------


async def test_a_wrong_value_is_answered_beside_its_line_and_a_right_one_kept(world, open_home):
    async with open_home() as visit:
        await go_to(visit, "Usual bedtime")
        await visit.press("enter")
        await fill(visit, "late")
        await visit.press("enter")
        assert "'late' does not fit, it takes a time such as 23:00" in sheet(visit)
        assert world.settings == []
        await fill(visit, "2315")
        await visit.press("enter")
        assert "Usual bedtime: now 23:15 (was 22:30)" in visit.words_in(MessageLine)
        assert world.settings == [("bedtime", "2315")]
        await visit.press("d")
        assert world.settings[-1] == ("bedtime", None)
        assert "22:30   (default)" in row(visit, "Usual bedtime")


async def test_another_bedtime_counts_from_the_next_key_on(open_home):
    async with open_home() as visit:
        assert visit.app.theme == "dusk"
        await go_to(visit, "Usual bedtime")
        await visit.press("enter")
        await fill(visit, "20:30")
        await visit.press("enter", "escape", "tab")
        # 22:40 is more than two hours after it: it is the night
        assert visit.app.theme == "ember"


async def test_the_week_begins_as_chosen_as_soon_as_home_is_seen(world, open_home):
    async with open_home() as visit:
        assert "Mo Tu We" in visit.words
        await go_to(visit, "Week begins")
        await visit.press("enter", "up", "enter")
        assert world.settings == [("week_start", "sunday")]
        await visit.press("escape")
        assert "Su Mo Tu" in visit.words


async def test_another_rollover_says_what_it_means_before_it_is_kept_and_can_be_undone(world, open_home):
    world.log(TONIGHT, severity=4)
    async with open_home() as visit:
        await go_to(visit, "Night ends")
        await visit.press("enter")
        await fill(visit, "14:00")
        assert "The night on record keeps its date and times." in sheet(visit)
        assert "from 12:00 to 14:00 now belongs to the evening before it, on every device." in sheet(visit)
        assert world.store.meta().get("rollover") is None
        await visit.press("enter")
        assert world.store.meta()["rollover"] == "14:00"
        assert "14:00   (journal)" in row(visit, "Night ends")
        await visit.press("U")
        assert "12:00   (default)" in row(visit, "Night ends")
        assert world.night()["severity"] == 4


async def test_a_theme_is_chosen_with_a_look_and_the_row_shows_it(world, open_home):
    async with open_home() as visit:
        await go_to(visit, "Theme")
        await visit.press("enter", "down")
        assert isinstance(visit.app.screen, ChooseScreen)
        assert visit.app.theme == "ember"
        await visit.press("enter")
        assert world.settings == [("theme", "ember")]
        assert "ember   (settings)" in row(visit, "Theme")
        assert "ember is kept for the evening" in visit.words_in(MessageLine)
        await visit.press("d")
        assert (visit.app.theme, world.settings[-1]) == ("dusk", ("theme", None))


async def test_what_cannot_be_kept_stays_typed_and_the_reason_is_said(world, open_home):
    world.settings_trouble = "settings.toml could not be written"
    async with open_home() as visit:
        await go_to(visit, "Country")
        await visit.press("enter")
        await fill(visit, "us")
        await visit.press("enter")
        assert "settings.toml could not be written" in sheet(visit)
        await visit.press("escape", "escape", "d")
        assert "settings.toml could not be written" in visit.words_in(MessageLine)


async def test_the_mouse_changes_a_setting(open_home):
    async with open_home() as visit:
        await visit.press("S")
        at = next(y for y, line in enumerate(visit.lines) if "Usual bedtime" in line)
        await visit.pilot.click(offset=Offset(6, at))
        await visit.settle()
        assert isinstance(visit.app.screen, SheetScreen)


async def test_the_last_change_is_taken_back_wherever_it_is_kept(world, open_home):
    world.log("2026-11-18", severity=4)
    world.kept_settings = {"bedtime": "23:00"}
    async with open_home() as visit:
        await go_to(visit, "Usual bedtime")
        await visit.press("enter")
        await fill(visit, "2345")
        await visit.press("enter")
        await go_to(visit, "caffeine")
        await visit.press("space")
        await go_to(visit, "Theme")
        await visit.press("enter", "down", "enter", "U")
        assert visit.app.theme == "dusk"
        assert world.settings[-1] == ("theme", None)
        await visit.press("U")
        assert world.journal.ledgers.factor("caffeine").shown
        await visit.press("U")
        assert world.settings[-1] == ("bedtime", "23:00")
        assert "Usual bedtime: now 23:00 (was 23:45)" in visit.words_in(MessageLine)
        assert world.night(TONIGHT.replace(day=18))["severity"] == 4


# -- factors ----------------------------------------------------------------------------------------


async def test_a_factor_is_asked_or_not_and_home_follows(world, open_home):
    async with open_home() as visit:
        assert "caffeine" in visit.words_in(type(visit.home.form))
        await go_to(visit, "caffeine")
        await visit.press("space")
        assert "caffeine is no longer asked, its answers stay" in visit.words_in(MessageLine)
        await go_to(visit, "late meal")
        await visit.press("space", "escape")
        assert "caffeine" not in visit.words_in(type(visit.home.form))
        assert "late meal" in visit.words_in(type(visit.home.form))
        await visit.press("U", "U")
        assert "caffeine" in visit.words_in(type(visit.home.form))


async def test_a_factor_of_ones_own_is_defined_asked_and_answered(world, open_home):
    async with open_home() as visit:
        await visit.press("S", "a")
        await fill(
            visit, "Water", "How much water?", "amount", "glasses", "0", "20", "8", "3", "9", "better", "c"
        )
        await visit.press("ctrl+s")
        assert "it takes a letter of its own: caffeine has it" in sheet(visit)
        await fill(visit, "g")
        await visit.press("ctrl+s")
        assert "Water: letter g · 0 to 20 glasses" in visit.words_in(MessageLine)
        assert "[x] Water" in visit.text
        await visit.press("escape", "g", "enter")
        assert world.night()["f.water"] == 8


async def test_a_name_is_enough_for_a_factor_and_none_is_too_little(world, open_home):
    async with open_home() as visit:
        await visit.press("S", "a", "ctrl+s")
        assert "Name: '' does not fit, it takes a name, such as late snack" in sheet(visit)
        await visit.type("Late snack")
        await visit.press("ctrl+s")
        assert world.journal.ledgers.factor("late_snack").shown


async def test_a_factor_of_ones_own_is_changed_and_removed_and_its_answers_stay(world, open_home):
    world.journal.ledgers.add_factor("water", unit="glasses", key="g")
    world.log("2026-11-18", severity=3, f_water=2)
    async with open_home() as visit:
        await visit.press("g", "g")
        await go_to(visit, "water")
        await visit.press("enter")
        await fill(visit, "Water", "Water?", "rating")
        await visit.press("ctrl+s")
        assert "water has answers as amount in 1 night" in sheet(visit)
        await fill(visit, "amount", "cups")
        await visit.press("ctrl+s")
        assert world.journal.ledgers.factor("water").unit == "cups"
        await visit.press("d")
        assert "Water is removed, its answers stay in 1 night" in visit.words_in(MessageLine)
        # what was answered tonight of a factor that is gone could not be saved any more
        await visit.press("escape", "5", "enter")
        assert world.night()["severity"] == 5
        assert "f.water" not in world.night()
        assert world.night(TONIGHT.replace(day=18))["f.water"] == 2
        await visit.press("left_square_bracket")
        assert "water 2" in visit.words


async def test_of_a_built_in_factor_the_letter_is_changed_and_d_brings_it_back(world, open_home):
    async with open_home() as visit:
        await go_to(visit, "caffeine")
        await visit.press("enter")
        await fill(visit, "z")
        await visit.press("enter")
        assert world.journal.ledgers.factor("caffeine").key == "z"
        await visit.press("d")
        assert world.journal.ledgers.factor("caffeine").key == "c"


async def test_the_order_of_the_form_is_changed_with_capitals(world, open_home):
    async with open_home() as visit:
        await go_to(visit, "caffeine")
        await visit.press("J", "J", "K")
        assert [one.slug for one in world.journal.ledgers.shown_factors()][:3] == [
            "alcohol",
            "caffeine",
            "stress",
        ]
        page = visit.app.screen
        assert isinstance(page, SettingsPage)
        assert page.here.slug == "caffeine"


# -- keys -------------------------------------------------------------------------------------------


async def test_a_command_gets_another_key_that_works_at_once(world, open_home):
    async with open_home() as visit:
        await go_to(visit, "lights out")
        await visit.press("enter")
        await visit.type("U")
        await visit.press("enter")
        assert "U is undo (undo)" in sheet(visit)
        await fill(visit, "F5")
        await visit.press("enter")
        assert world.settings == [("keys.lights_out", "F5")]
        assert "lights out: now F5 (was L)" in visit.words_in(MessageLine)
        assert "F5   (settings)" in row(visit, "lights out")
        await visit.press("escape")
        assert "F5 lights out" in visit.words_in(FootLine)
        await visit.press("6", "f5")
        assert "lights_out" in world.night()


async def test_the_pages_own_keys_follow_too_and_d_brings_them_back(open_home):
    async with open_home() as visit:
        await go_to(visit, "add factor")
        await visit.press("enter")
        await visit.type("F6")
        await visit.press("enter")
        assert "F6 add factor" in visit.words_in(FootLine)
        await visit.press("d")
        assert "a add factor" in visit.words_in(FootLine)


async def test_red_flags_keep_their_key_whatever_is_said(open_home):
    async with open_home() as visit:
        await go_to(visit, "red flags")
        await visit.press("enter")
        await visit.type("F9")
        await visit.press("enter")
        assert "F9 !" in row(visit, "red flags")
        await visit.press("escape", "!")
        assert visit.app.screen.TITLE == "Red flags"
