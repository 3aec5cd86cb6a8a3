"""The page of what the own nights say, and the thread on which it is worked out."""

from __future__ import annotations

import threading

import pytest
from tests.counting import wait_for_count
from tests.ui.telling_nights import fill_with_caffeine
from tests.ui.visit import Visit
from tests.ui.world import TONIGHT, YESTERDAY

from stillnight.journal.triggers.triggers import Triggers
from stillnight.ui.screens.insight.page import InsightPage
from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.widgets.prose import Prose
from stillnight.ui.widgets.to_check import ToCheck

PATIENCE = 10
"""Seconds after which a thread is taken for lost."""


@pytest.fixture
def world(world):
    """Sixty nights on which caffeine goes with worse ones."""
    fill_with_caffeine(world)
    return world


@pytest.fixture
def looks(monkeypatch):
    """The threads on which nights were looked at; a look goes on only while the gate is open."""

    class Looks:
        threads: list[threading.Thread] = []  # noqa: RUF012
        gate = threading.Event()

    looks = Looks()
    looks.threads, looks.gate = [], threading.Event()
    looks.gate.set()
    account = Triggers.account

    def look(self, as_of=None, told=None):
        looks.threads.append(threading.current_thread())

        def slowly(done, of):
            is_wanted = told(done, of)
            assert looks.gate.wait(PATIENCE)
            return is_wanted

        return account(self, as_of, slowly)

    monkeypatch.setattr(Triggers, "account", look)
    yield looks
    looks.gate.set()


async def open_page(visit: Visit) -> InsightPage:
    await visit.press("I")
    await wait_for_count(visit.pilot)
    page = visit.app.screen
    assert isinstance(page, InsightPage)
    return page


def row_of(visit: Visit, label: str) -> str:
    return next(line for line in visit.lines if f" {label}" in line[:20])


async def test_every_factor_has_a_glyph_and_a_word(open_home):
    async with open_home() as visit:
        await open_page(visit)
        assert "● caffeine      likely" in row_of(visit, "caffeine")
        assert "○ sitting       small, if anything" in row_of(visit, "sitting")
        assert "○ stress        not asked often enough" in row_of(visit, "stress")


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (44, 24)])
async def test_beside_the_list_stands_how_much_and_how_sure(open_home, size):
    async with open_home(size) as visit:
        await open_page(visit)
        shown = visit.words_in(Prose)
        assert "points for 3 servings instead of 0; it goes with worse nights, the same day." in shown
        assert "Probably between +2" in shown
        assert "├" in shown
        assert "cause" not in shown.lower()


async def test_the_whole_card_has_every_night_and_the_sources(open_home):
    async with open_home() as visit:
        await open_page(visit)
        await visit.press("enter")
        assert isinstance(visit.app.screen, ReaderScreen)
        lines = [line for line in visit.app.screen._lines if hasattr(line, "text")]
        assert sum("came" in line.text for line in lines) == 60 + 5
        said = " ".join(line.text for line in lines)
        assert "What else could explain it" in said
        assert "What studies say C: " in said
        assert "Sources" in said
        assert "A pattern in a diary is a question, not a cause." in said


async def test_n_shows_the_nights_and_enter_goes_to_one(open_home):
    async with open_home() as visit:
        page = await open_page(visit)
        await visit.press("n")
        assert "Wed 18 → Thu 19 Nov" in visit.words
        await visit.press("j", "enter")
        assert visit.app.screen is visit.home
        assert visit.home.cursor == page._rows[0].nights[1].night


async def test_esc_leads_from_the_nights_to_the_factors_and_home(open_home):
    async with open_home() as visit:
        page = await open_page(visit)
        await visit.press("n", "escape")
        assert visit.app.screen is page
        assert page._factors.has_focus
        await visit.press("escape")
        assert visit.app.screen is visit.home


async def test_x_offers_a_trial_of_the_factor_under_the_cursor(open_home, monkeypatch):
    offered = []
    monkeypatch.setattr(
        "stillnight.ui.screens.trials.offering.offer_trial", lambda screen, factor: offered.append(factor)
    )
    async with open_home() as visit:
        await open_page(visit)
        await visit.press("j", "x")
        assert offered == ["sitting"]


async def test_of_a_sealed_factor_nothing_is_told(open_home, monkeypatch):
    monkeypatch.setattr(
        "stillnight.journal.triggers.triggers.sealed_factors", lambda journal: frozenset({"caffeine"})
    )
    async with open_home() as visit:
        page = await open_page(visit)
        assert "▣ caffeine      sealed while a trial runs" in row_of(visit, "caffeine")
        assert "points for" not in visit.words
        await visit.press("n")
        assert not page.has_class("-nights")
        await visit.press("enter")
        assert "came" not in " ".join(line.text for line in visit.app.screen._lines)


async def test_relief_is_never_judged_from_the_diary(world, open_home):
    world.journal.ledgers.add_factor("warm_bath", kind="yes_no", shown=True)
    async with open_home() as visit:
        page = await open_page(visit)
        [entry] = [one for one in page._rows if one.factor == "warm_bath"]
        assert entry.status == "only a trial can tell"
        assert entry.nights == ()


# -- the thread --------------------------------------------------------------------------------------


async def test_home_and_the_page_never_look_on_the_thread_of_the_screen(open_home, looks):
    async with open_home() as visit:
        await wait_for_count(visit.pilot)
        await visit.press("6", "enter")
        await wait_for_count(visit.pilot)
        await open_page(visit)
        assert len(looks.threads) >= 3
        assert threading.main_thread() not in looks.threads


async def test_home_does_not_wait_for_a_look(world, open_home, looks):
    looks.gate.clear()
    async with open_home() as visit:
        await visit.until(lambda: bool(looks.threads))
        assert "Your own nights: counting." in visit.words_in(ToCheck)
        await visit.press("6", "enter")
        assert world.night()["severity"] == 6
        looks.gate.set()
        await wait_for_count(visit.pilot)
        assert "your nights · likely" in visit.words_in(ToCheck)


async def test_the_pane_shows_one_figure_and_the_grade(open_home):
    async with open_home() as visit:
        await wait_for_count(visit.pilot)
        shown = visit.words_in(ToCheck)
        assert "Caffeine your nights · likely" in shown
        assert "for 3 servings, 53 nights. Studies: guideline consensus, mixed findings · C." in shown
        assert "between" not in shown
        assert "Not known so far: alcohol, antihistamine, exercise, sitting and 1 more." in shown


async def test_a_night_that_is_filled_in_makes_it_say_recounting(world, open_home, looks):
    async with open_home() as visit:
        await wait_for_count(visit.pilot)
        assert "for 3 servings" in visit.words_in(ToCheck)
        looks.gate.clear()
        world.journal.record.amend(YESTERDAY.replace(day=2), {"severity": 0})
        visit.home.reread()
        await visit.until(lambda: "Recounting" in visit.words_in(ToCheck))
        assert "for 3 servings" not in visit.words_in(ToCheck)
        await visit.press("T", "enter")
        looks.gate.set()
        await wait_for_count(visit.pilot)
        await visit.press("escape")
        assert "for 3 servings" in visit.words_in(ToCheck)


async def test_beside_a_red_flag_for_today_stands_nothing_else(world, open_home):
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    async with open_home() as visit:
        await wait_for_count(visit.pilot)
        pane = visit.home.query_one(ToCheck)
        assert [card.id for card in pane.cards] == ["RF01"]
        assert pane.quiet == ""


async def test_a_pattern_can_be_put_off_like_any_card(world, open_home):
    async with open_home() as visit:
        await wait_for_count(visit.pilot)
        cards = [card.factor for card in visit.home.query_one(ToCheck).cards]
        await visit.press("T", *["down"] * cards.index("caffeine"), "z")
        await wait_for_count(visit.pilot)
        assert "caffeine" not in [card.factor for card in visit.home.query_one(ToCheck).cards]
        assert len(world.journal.ledgers.answers()) == 1
