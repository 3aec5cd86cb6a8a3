"""The one list of commands: whole, without clashes, and nothing is promised that does not exist."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.ui.world import World, seed
from textual.actions import parse
from textual.binding import Binding
from textual.keys import KEY_ALIASES, Keys

from stillnight.domain.factor import parse_factors
from stillnight.journal.own_factors import FORM_LETTERS
from stillnight.ui.app import StillnightApp
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import COMMANDS, Place, at, footer, named, reached, shared
from stillnight.ui.commands.command import LISTS
from stillnight.ui.pages import PAGES, make_page
from stillnight.ui.screens.charts.page import ChartsPage
from stillnight.ui.screens.checkup import CheckUpPage
from stillnight.ui.screens.coach.screen import CoachScreen
from stillnight.ui.screens.compare import ComparePage
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.screens.disagreements import DisagreementsPage
from stillnight.ui.screens.find import FindPage
from stillnight.ui.screens.first_steps import FirstStepsPage
from stillnight.ui.screens.helped.page import HelpedPage
from stillnight.ui.screens.home.screen import HomeScreen
from stillnight.ui.screens.insight.page import InsightPage
from stillnight.ui.screens.kept import KeptPage
from stillnight.ui.screens.ledgers.screen import LedgersPage
from stillnight.ui.screens.long_sit import LongSitPage
from stillnight.ui.screens.night.screen import NightScreen
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.programme.page import ProgrammePage
from stillnight.ui.screens.red_flags import RedFlagsPage
from stillnight.ui.screens.relief.page import ReliefPage
from stillnight.ui.screens.settings.page import SettingsPage
from stillnight.ui.screens.sit_still import SitStillPage
from stillnight.ui.screens.tips.page import TipsPage
from stillnight.ui.screens.trials.page import TrialsPage
from stillnight.ui.screens.year import YearPage
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_details import NightDetails
from stillnight.ui.widgets.night_form import NightForm
from stillnight.ui.widgets.to_check import ToCheck

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")

OWNERS = {
    Place.HOME: HomeScreen,
    Place.PAGE: Page,
    Place.EVERYWHERE: DeedScreen,
    Place.FORM: NightForm,
    Place.PICKER: NightForm,
    Place.MORNING: NightForm,
    Place.AWAKE: NightScreen,
    Place.CALENDAR: MonthCalendar,
    Place.NIGHT: NightDetails,
    Place.CHECK: ToCheck,
    Place.FIND: FindPage,
    Place.YEAR: YearPage,
    Place.COMPARE: ComparePage,
    Place.RED_FLAGS: RedFlagsPage,
    Place.SIT_STILL: SitStillPage,
    Place.LONG_SIT: LongSitPage,
    Place.TIPS: TipsPage,
    Place.HELPED: HelpedPage,
    Place.SETTINGS: SettingsPage,
    Place.CHARTS: ChartsPage,
    Place.INSIGHT: InsightPage,
    Place.TRIALS: TrialsPage,
    Place.COACH: CoachScreen,
    Place.PROGRAMME: ProgrammePage,
    Place.RELIEF: ReliefPage,
    Place.FIRST_STEPS: FirstStepsPage,
    Place.CHECKUP: CheckUpPage,
    Place.DISAGREEMENTS: DisagreementsPage,
    Place.KEPT: KeptPage,
    **dict.fromkeys((*LISTS, Place.LEDGERS), LedgersPage),
}
"""The widget that does the commands of a place."""

SIGNS = {
    "[": "left_square_bracket", "]": "right_square_bracket", "?": "question_mark", "⌫": "backspace",
    "Enter": "enter", "Esc": "escape", "Tab": "tab", "Shift+Tab": "shift+tab", "↑": "up", "↓": "down",
    "←": "left", "→": "right", "Ctrl+C": "ctrl+c", "Ctrl+R": "ctrl+r", "Ctrl+P": "ctrl+p", "Ctrl+Z": "ctrl+z",
    "!": "exclamation_mark", "/": "slash", "Space": "space", "-": "minus",
    "=": "equals_sign", "PageDown": "pagedown", "PageUp": "pageup",
}  # fmt: skip
"""Keys as people write them, with Textual's names for them."""

every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.id)


def keys_of(place: Place) -> list[str]:
    return [key for command in at(place) for key in command.keys.split(",") if key]


def test_every_id_is_there_once_and_finds_its_command():
    assert [one for one, times in Counter(one.id for one in COMMANDS).items() if times > 1] == []
    assert all(named(command.id) is command for command in COMMANDS)


@pytest.mark.parametrize("place", list(Place))
def test_a_key_means_one_thing_in_a_place(place):
    assert [key for key, times in Counter(keys_of(place)).items() if times > 1] == []


@pytest.mark.parametrize("place", list(Place))
def test_what_works_there_too_is_hidden_by_no_key_of_the_place(place):
    keys = [key for command in reached(place) for key in command.keys.split(",") if key]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


@pytest.mark.parametrize("place", [Place.HOME, Place.EVERYWHERE])
def test_what_works_everywhere_is_a_capital_or_a_sign_so_that_no_factor_hides_it(place):
    letters = [key for key in keys_of(place) if len(key) == 1]
    assert [letter for letter in letters if letter.islower() or letter.isdigit()] == []


def test_home_and_the_pages_share_what_works_everywhere():
    assert shared(Place.FORM) == (Place.HOME, Place.EVERYWHERE)
    assert shared(Place.PAGE) == shared(Place.EVERYWHERE) == ()


def test_the_letters_of_the_form_are_the_ones_that_no_factor_may_have():
    letters = {one.shown for one in at(Place.FORM) if re.fullmatch("[a-z]", one.shown)}
    assert letters <= FORM_LETTERS
    assert {"x"} | letters == FORM_LETTERS
    assert not {factor.key for factor in parse_factors(seed("factors")).values()} & FORM_LETTERS


@every_command
def test_a_command_is_explained(command):
    assert command.label
    assert len(command.label) < 16 or not command.footer
    assert command.help.endswith(".") or command.help.endswith("digits")
    assert command.help[0].isupper()
    assert command.shown


@every_command
def test_what_is_bound_can_be_done(command):
    if not command.action:
        assert not command.keys
        return
    where, name, _ = parse(command.action)
    owner = StillnightApp if where == "app" else OWNERS[command.place]
    assert callable(getattr(owner, f"action_{name}"))


@every_command
def test_its_keys_are_keys(command):
    known = (
        {key.value for key in Keys}
        | set(KEY_ALIASES)
        | {
            "left_square_bracket",
            "right_square_bracket",
            "question_mark",
            "exclamation_mark",
            "minus",
            "slash",
            "equals_sign",
        }
    )
    for key in filter(None, command.keys.split(",")):
        assert len(key) == 1 or key in known


@every_command
def test_the_key_that_is_shown_is_one_that_works(command):
    if command.keys:
        first = command.shown.split()[0]
        assert SIGNS.get(first, first) in command.keys.split(",")


BOUND = {
    HomeScreen: (Place.HOME, Place.EVERYWHERE),
    Page: (Place.PAGE, Place.EVERYWHERE),
    **{owner: (place,) for place, owner in OWNERS.items() if not issubclass(owner, DeedScreen)},
    NightForm: (Place.FORM, Place.MORNING),
}
"""What binds keys, and the places whose commands it binds."""


@pytest.mark.parametrize(("owner", "places"), BOUND.items())
def test_every_pane_binds_what_the_list_says(owner, places):
    bound = {one.id: (one.key, one.action) for one in owner.BINDINGS if isinstance(one, Binding)}
    listed = {
        one.id: (one.keys, one.action) for place in places for one in at(place) if one.keys and one.action
    }
    assert bound == listed
    assert [one.id for one in bindings(*places)] == list(listed)


def test_every_page_is_there_and_can_be_opened(world: World):
    for name in PAGES:
        page = make_page(name, world.session())
        assert isinstance(page, Page)
        assert page.TITLE
        assert page.PLACE in Place
        assert f"app.open_page('{name}')" in {command.action for command in COMMANDS}


@pytest.mark.parametrize("place", list(Place))
def test_the_footer_shows_the_panes_own_keys_first_and_help(place):
    shown = list(footer(place))
    own = [command.place is place for command in shown]
    assert own == sorted(own, reverse=True)
    # in a session any other key ends it, and the footer names all that do not
    assert named("help") in shown or place in (Place.HOME, Place.PAGE, Place.COACH)
    assert all(command.action for command in shown)


# -- the README -----------------------------------------------------------------------------------


def table(heading: str) -> list[list[str]]:
    """The rows of the first table under a heading."""
    part = README.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def written(cell: str) -> list[str]:
    """The keys in a cell, by Textual's names; ``hjkl`` is four keys."""
    keys = re.findall(r"`([^`]+)`", cell)
    return [SIGNS.get(key, key) for word in keys for key in (word if word == "hjkl" else [word])]


def test_the_readme_names_no_key_that_does_not_exist():
    everywhere = {*keys_of(Place.HOME), *keys_of(Place.EVERYWHERE)}
    calendar = set(keys_of(Place.CALENDAR))
    rows = table("Keys")
    named_there = [key for row in rows for key in written(row[0])]
    named_for_days = [key for row in rows for key in written(row[2])]
    assert len(named_there) >= 8
    assert len(named_for_days) >= 10
    assert [key for key in named_there if key not in everywhere] == []
    assert [key for key in named_for_days if key not in calendar] == []


def test_the_readme_names_every_key_of_the_footer():
    in_readme = {key for row in table("Keys") for cell in row for key in written(cell)}
    missing = [
        command.shown
        for place in (Place.HOME, Place.EVERYWHERE, Place.CALENDAR)
        for command in at(place)
        if command.footer and command.keys.split(",")[0] not in in_readme
    ]
    assert missing == []


async def test_the_readmes_sixty_seconds_do_what_they_say(world: World, open_home):
    world.journal.ledgers.add_medicine("iron tablet", usual=True)
    keys = [key for row in table("Sixty seconds") for key in written(row[0])]
    assert keys[-1] == "enter"
    async with open_home() as visit:
        await visit.press(*keys)
        night = world.night()
        assert night["severity"] == 6
        assert night["onset"] == "2026-11-19T21:30+01:00"
        assert (night["f.caffeine"], night["f.stress"], night["f.alcohol"]) == (3, 7, False)
        assert len(world.store.all("doses")) == 1
        await visit.press("L")
        assert "lights_out" in world.night()
