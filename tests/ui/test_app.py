"""The program around Home: help, palette, themes to choose from, the way out, what went wrong."""

from __future__ import annotations

import pytest
from tests.ui.everything import show
from tests.ui.world import TONIGHT
from textual.app import App
from textual.command import CommandPalette
from textual.theme import BUILTIN_THEMES
from textual.widgets import Static

from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences
from stillnight.journal.shelf import Shelf
from stillnight.ui.app import StillnightApp, run_app
from stillnight.ui.commands import Place, at, reached
from stillnight.ui.commands.command import PANES
from stillnight.ui.screens.choose import ChooseScreen
from stillnight.ui.screens.help import help_lines
from stillnight.ui.screens.leaving import LeaveScreen
from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.widgets.to_check import ToCheck

ON_HOME = [
    command for place in (*PANES, Place.HOME, Place.EVERYWHERE) for command in at(place) if command.action
]
"""What can be done on Home."""

DEEDS = [one for one in ON_HOME if one.id == "year" or not one.action.startswith("app.open_page(")]
"""The same with one for all that open a page: ``test_pages`` opens each."""

# -- help and palette -----------------------------------------------------------------------------


@pytest.mark.parametrize("place", list(Place))
def test_the_help_lists_every_command_and_begins_where_the_user_is(place):
    lines = list(help_lines(place))
    assert lines[0].text == place.value
    for command in reached(place):
        assert [line for line in lines if line.label.strip() == command.shown and line.text == command.help]


def test_the_help_on_home_lists_every_command_of_home():
    lines = [(line.label.strip(), line.text) for line in help_lines(Place.CALENDAR)]
    missing = [one.id for place in PANES for one in at(place) if (one.shown, one.help) not in lines]
    assert missing == []


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_the_help_is_one_key_away_and_scrolls_to_its_end(open_home, key):
    async with open_home((60, 20)) as visit:
        await visit.press(key)
        assert isinstance(visit.app.screen, ReaderScreen)
        assert "Rate the strongest urge to move since noon" in visit.words
        await visit.press("end")
        assert "nothing leaves this computer" in visit.words
        await visit.press("escape")
        assert visit.app.screen is visit.home


@pytest.mark.parametrize("key", ["escape", "enter", "q", "Q", "ctrl+c"])
async def test_every_way_out_of_the_help_leads_home_and_no_further(open_home, key):
    async with open_home() as visit:
        await visit.press("question_mark", key)
        assert visit.app.screen is visit.home
        assert visit.app.is_running


@pytest.mark.parametrize(("key", "row"), [("j", 1), ("down", 1), ("pagedown", 2)])
async def test_a_page_scrolls_by_keys(open_home, key, row):
    async with open_home((44, 24)) as visit:
        await visit.press("question_mark", key)
        page = visit.app.screen.query_one("VerticalScroll")
        await visit.until(lambda: page.scroll_y >= row)
        await visit.press("k", "up", "pageup")
        await visit.until(lambda: page.scroll_y == 0)


async def test_the_palette_offers_every_command_that_does_something(open_home):
    async with open_home() as visit:
        offered = [one.title for one in visit.app.get_system_commands(visit.home)]
        done = [one for one in ON_HOME if one.id != "command_palette"]
        assert set(offered) == {f"{one.label} ({one.shown})" for one in done}
        # what two panes have in common is one deed to the user
        assert len(offered) == len(set(offered))


@pytest.mark.parametrize(
    ("typed", "found"), [("restore", "earlier states (B)"), ("brings it back", "delete (d)")]
)
async def test_the_palette_finds_a_command_by_what_it_does(open_home, typed, found):
    async with open_home() as visit:
        await visit.press("ctrl+p")
        await visit.type(typed)
        await visit.until(lambda: found in visit.words)


async def test_in_the_palette_names_stand_before_what_commands_do(open_home):
    async with open_home() as visit:
        await visit.press("ctrl+p")
        await visit.type("purge")
        await visit.until(lambda: "earlier states (B)" in visit.words)
        assert visit.words.index("purge (Ctrl+P)") < visit.words.index("earlier states (B)")


async def test_the_palette_finds_a_command_by_name_and_does_it(world, open_home):
    async with open_home() as visit:
        await visit.press("4", "ctrl+p")
        assert isinstance(visit.app.screen, CommandPalette)
        await visit.type("no to rest")
        await visit.until(lambda: "Answer no to every factor" in visit.words)
        await visit.press("down", "enter")
        await visit.until(lambda: visit.app.screen is visit.home)
        await visit.press("enter")
        assert (world.night()["severity"], world.night()["f.caffeine"]) == (4, False)


@pytest.mark.parametrize("command", DEEDS, ids=lambda one: one.id)
async def test_every_command_of_the_palette_can_be_done_from_any_pane(world, open_home, command, monkeypatch):
    done = []
    monkeypatch.setattr(App, "action_suspend_process", lambda _: done.append("suspended"))
    monkeypatch.setattr(App, "exit", lambda *_, **__: done.append("left"))
    for night in ("2026-11-10", "2026-11-12", "2026-11-18"):
        world.log(night, severity=5)
    world.journal.ledgers.add_medicine("iron tablet", usual=True)
    async with open_home() as visit:
        await visit.press("1", "enter", "2", "enter", "U", "tab", "N", "N")
        visit.home.query_one(ToCheck).index = 1
        before, chosen = visit.text, visit.home.query_one(ToCheck).index
        await visit.home.action_run_command(command.id)
        await visit.settle()
        is_new = visit.text != before or visit.home.query_one(ToCheck).index != chosen
        assert done or is_new or command.id in ("next_card",), "it changed nothing"


# -- themes ---------------------------------------------------------------------------------------


async def test_a_theme_is_seen_while_it_is_chosen_and_then_kept(world, open_home):
    async with open_home() as visit:
        await show(visit, "themes")
        assert isinstance(visit.app.screen, ChooseScreen)
        assert visit.app.theme == "dusk"
        assert "▸ dusk" in visit.text
        await visit.press("down")
        assert visit.app.theme == "ember"
        assert world.settings == []
        await visit.press("enter")
        assert (visit.app.theme, world.settings) == ("ember", [("theme", "ember")])
        assert visit.answer == "ember is kept for the evening"


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c"])
async def test_leaving_the_themes_goes_back_to_how_it_was(world, open_home, key):
    async with open_home() as visit:
        await show(visit, "themes")
        await visit.press("j", key)
        assert (visit.app.theme, world.settings) == ("dusk", [])
        assert visit.app.screen is visit.home


async def test_a_theme_chosen_in_the_night_is_kept_for_the_night(world, open_home):
    world.moment = Moment.NIGHT
    async with open_home() as visit:
        await show(visit, "themes")
        await visit.press("up", "enter")
        assert world.settings == [("night_theme", "dusk")]
        assert visit.answer == "dusk is kept for the night"


async def test_a_theme_is_chosen_with_the_mouse(world, open_home):
    async with open_home() as visit:
        await show(visit, "themes")
        row = next(y for y, line in enumerate(visit.lines) if "  ember" in line)
        await visit.pilot.click(offset=(visit.lines[row].index("ember"), row))
        await visit.settle()
        assert world.settings == [("theme", "ember")]
        assert visit.app.theme == "ember"


async def test_a_theme_that_cannot_be_kept_is_worn_for_now(world, open_home):
    world.settings_trouble = "settings.toml cannot be written"
    async with open_home() as visit:
        await show(visit, "themes")
        await visit.press("down", "enter")
        assert visit.app.theme == "ember"
        assert visit.answer == "ember for now; it could not be kept: settings.toml cannot be written"
        assert visit.answer_is_trouble


async def test_only_our_own_themes_are_offered(open_home):
    async with open_home() as visit:
        assert visit.app.own_themes == ["ansi-dark", "ansi-light", "contrast", "dusk", "ember", "paper"]
        # the terminal's own colours go by the names that users of such programs know
        assert set(visit.app.own_themes) & set(BUILTIN_THEMES) == {"ansi-dark", "ansi-light"}


async def test_the_theme_in_the_settings_is_worn(world, open_home):
    world.preferences = Preferences(theme="ember")
    async with open_home() as visit:
        assert visit.app.theme == "ember"


async def test_an_unknown_theme_in_the_settings_is_said_and_dusk_is_worn(world, open_home):
    world.preferences = Preferences(theme="rosewater")
    async with open_home() as visit:
        assert visit.app.theme == "dusk"
        said = "theme: there is no theme called 'rosewater', the default is worn (in settings.toml)"
        assert f"{said}; S chooses another" in visit.words


async def test_an_unknown_night_theme_is_said_when_the_night_begins(world, open_home):
    world.preferences = Preferences(night_theme="rosewater")
    async with open_home() as visit:
        assert "rosewater" not in visit.text
        await visit.press("3", "L", "escape")
        await visit.until(lambda: "there is no theme called 'rosewater'" in visit.words)
        # a slip in the settings must not light up the room
        assert visit.app.theme == "ember"


async def test_without_any_theme_the_program_still_opens(world, open_home):
    world.themes = Shelf({}, ("themes/dusk.toml is not right",))
    async with open_home() as visit:
        assert "themes/dusk.toml is not right" in visit.words
        await visit.press("0", "enter")
        assert world.night()["severity"] == 0


# -- the way out, and back in ---------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Q", "ctrl+q", "ctrl+c"])
async def test_leaving_keeps_what_was_typed_and_it_is_there_next_time(world, open_home, key):
    async with open_home() as visit:
        await visit.press("6", "2", "1", "3", "0", "c", key)
        await visit.until(lambda: not visit.app.is_running or visit.app._exit)
        assert visit.app.return_code == 0
    assert world.store.done == []
    assert world.drafts.load(TONIGHT) == {"severity": 6, "onset": "2026-11-19T21:30+01:00", "f.caffeine": 2}
    async with open_home() as visit:
        assert visit.answer == "what was typed and not saved is back · Enter saves it"
        assert "[6]" in visit.text
        await visit.press("enter")
        assert world.night()["f.caffeine"] == 2
        assert world.drafts.kept == {}


@pytest.mark.parametrize("key", ["Q", "ctrl+q", "ctrl+c"])
async def test_words_that_cannot_be_kept_are_not_left_behind_unasked(world, open_home, key):
    world.drafts.are_kept = False
    async with open_home() as visit:
        await visit.press("6", key)
        await visit.until(lambda: isinstance(visit.app.screen, LeaveScreen))
        await visit.settle()
        assert visit.words_in(Static) == "What you typed could not be kept on this machine. Leave anyway?"
        await visit.press("ctrl+q", "n")
        await visit.until(lambda: visit.app.screen is visit.home)
        assert not visit.app._exit
        assert "[6]" in visit.text
        await visit.press(key)
        await visit.until(lambda: isinstance(visit.app.screen, LeaveScreen))
        await visit.press("y")
        await visit.until(lambda: visit.app._exit)


async def test_ctrl_q_leaves_from_a_page_and_from_the_note(open_home):
    for keys in (("question_mark",), ("o", "x"), ("tab", "s"), ("S",), ("S", "enter")):
        async with open_home() as visit:
            await visit.press(*keys, "ctrl+q")
            await visit.until(lambda visit=visit: visit.app._exit)


async def test_a_note_half_typed_when_leaving_is_there_next_time(world, open_home):
    async with open_home() as visit:
        await visit.press("o")
        await visit.type("half")
        await visit.press("ctrl+q")
    async with open_home() as visit:
        assert "half" in visit.words_in(type(visit.home.form))


async def test_the_shell_is_left_to_terminals_that_have_one(open_home):
    async with open_home() as visit:
        await visit.press("ctrl+z", "4")
        assert "[4]" in visit.text


# -- what went wrong ------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["enter", "L"])
async def test_a_save_that_failed_says_so_and_keeps_what_was_typed(world, open_home, key):
    async with open_home() as visit:
        world.store.broken = "the disk is full: nothing was changed"
        await visit.press("6", "c", key)
        assert visit.answer == "the disk is full: nothing was changed"
        assert visit.answer_is_trouble
        assert "saved" not in visit.lines[0]
        assert "[6]" in visit.text
        assert world.drafts.load(TONIGHT) == {"severity": 6, "f.caffeine": 2}
        world.store.broken = None
        await visit.press(key)
        assert world.night()["severity"] == 6
        assert world.drafts.kept == {}
        assert not visit.answer_is_trouble


async def test_what_is_safe_here_only_is_not_called_saved(world, open_home):
    world.store.problem = "the folder cannot be written; it is safe here and will be published later"
    async with open_home() as visit:
        await visit.press("6", "enter")
        assert visit.answer == world.store.problem
        assert visit.answer_is_trouble
        assert visit.status == "safe here 22:40, not in the file yet"
        assert "saved" not in visit.text
        assert world.drafts.kept == {}


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (60, 20), (44, 24)])
async def test_what_is_safe_here_only_is_said_whole_at_every_size(world, open_home, size):
    world.store.problem = "the folder cannot be written; it is safe here and will be published later"
    async with open_home(size) as visit:
        await visit.press("6", "enter")
        assert "Thu 19 → Fri 20 Nov" in visit.lines[0]
        assert "safe here 22:40" in visit.lines[0]
        assert "safe here 22:40, not in the file yet " in visit.lines[0] or size[0] < 60
        assert "not" not in visit.lines[0] or size[0] >= 60
        assert world.store.problem in visit.words


@pytest.mark.parametrize("key", ["U", "ctrl+r"])
async def test_an_undo_that_failed_is_said(world, open_home, key):
    async with open_home() as visit:
        await visit.press("6", "enter", *(["U"] if key == "ctrl+r" else []))
        world.store.broken = "the disk is full"
        await visit.press(key)
        assert visit.app.is_running
        assert visit.answer == "the disk is full"
        assert visit.answer_is_trouble


async def test_a_delete_that_failed_is_said(world, open_home):
    world.log("2026-11-19", severity=5)
    async with open_home() as visit:
        world.store.broken = "the disk is full"
        await visit.press("tab", "d")
        assert visit.answer == "the disk is full"
        assert world.night()["severity"] == 5


@pytest.mark.parametrize("size", [(120, 34), (44, 24)])
async def test_what_happened_while_opening_is_said(world, open_home, size):
    world.notices = ("the journal was rebuilt from this machine's log.", "one line could not be read.")
    async with open_home(size) as visit:
        assert visit.answer_is_trouble
        for notice in world.notices:
            assert notice in visit.words


@pytest.mark.parametrize("is_inside", [True, False])
def test_inside_gnu_screen_the_mouse_is_left_alone_so_that_esc_is_heard_at_once(
    world, monkeypatch, is_inside
):
    monkeypatch.setenv("STY", "123.pts-0") if is_inside else monkeypatch.delenv("STY", raising=False)
    asked = []
    monkeypatch.setattr(StillnightApp, "run", lambda _, mouse: asked.append(mouse))
    run_app(world.session())
    assert asked == [not is_inside]
