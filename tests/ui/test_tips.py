"""The page of the tips: what fits now first, filters, what is gated, reading, rating, sources."""

from __future__ import annotations

import sys

import pytest
from tests.ui.trying import kept
from tests.ui.world import TONIGHT

from stillnight.ui.screens.coach.screen import CoachScreen
from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.screens.tips.box import TipBox
from stillnight.ui.screens.tips.deeds import FLAG_FIRST
from stillnight.ui.screens.tips.page import NEVER_SUGGESTED, TipsPage
from stillnight.ui.screens.tips.reading import ReadingScreen
from stillnight.ui.screens.trials.starting import StartingScreen
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.prose import Prose
from stillnight.ui.widgets.to_check import ToCheck


def box(visit):
    return visit.app.screen.query_one("TipBox")


def answer(visit) -> str:
    return visit.app.screen.query_one(MessageLine).text


async def stand_on(visit, id: str) -> None:
    """Put the cursor on a row."""
    ids = [box(visit).get_option_at_index(at).id for at in range(box(visit).option_count)]
    box(visit).highlighted = ids.index(id)
    await visit.settle()


async def test_the_page_says_how_each_tip_stands_and_a_filter_says_what_it_leaves(world, open_home):
    world.log(TONIGHT, severity=6)
    async with open_home() as visit:
        await visit.press("A")
        assert isinstance(visit.app.screen, TipsPage)
        number = len(world.session().knowledge().library.tips)
        assert f"{number} tips: t kind, e grade, w when" in visit.words
        assert "fits now" in visit.words
        await visit.press("t")
        kind = box(visit).highlighted_option.prompt.plain.split("\n")[1].strip().partition(",")[0]
        tips = world.session().knowledge().library.tips.values()
        of_kind = [tip for tip in tips if tip.theme == kind]
        assert f"{kind}: {len(of_kind)} of {number} tips. ⌫ shows all." in visit.words
        shown = {option.id for option in box(visit).options if option.id}
        assert shown == {tip.id for tip in of_kind}
        await visit.press("backspace")
        assert f"{number} tips: t kind, e grade, w when" in visit.words


async def test_what_is_gated_stays_in_the_list_and_says_in_full_why_and_what_instead(world, open_home):
    world.journal.ledgers.set_profile({"falls": True})
    gate = next(
        gate for gate in world.session().knowledge().library.tips["walk"].gates if "falls" in gate.questions
    )
    async with open_home() as visit:
        await visit.press("A")
        await stand_on(visit, "walk")
        assert f"Not for you now: {gate.reason}. {gate.instead}" in visit.words_in(Prose)
        await visit.press("g")
        assert isinstance(visit.app.screen, TipsPage), "and nothing is begun"
        assert answer(visit) == f"Not for you now: {gate.reason}. {gate.instead}"


async def test_beside_a_red_flag_that_asks_for_help_no_session_is_begun(world, open_home):
    world.journal.ledgers.tick("self_harm", TONIGHT)
    async with open_home((44, 24)) as visit:
        await visit.press("A")
        assert box(visit).highlighted_option is not None
        assert "after the red flag" in visit.words_in(TipBox)
        await stand_on(visit, "walk")
        await visit.press("d", "g")
        assert isinstance(visit.app.screen, TipsPage)
        assert answer(visit) == FLAG_FIRST, "even where it was put away"


async def test_a_digit_rates_the_tip_and_nought_takes_the_rating_back(world, open_home):
    async with open_home() as visit:
        await visit.press("A")
        await stand_on(visit, "quad")
        at = box(visit).highlighted
        await visit.press("4")
        assert [one["rating"] for one in world.store.all("reliefs").values()] == [4]
        assert answer(visit).startswith("you rate it 4 of 5")
        assert box(visit).here == "quad"
        assert box(visit).highlighted == at, "it stands where it stood, the next one below it"
        assert "You rated it 4 of 5." in visit.words_in(Prose)
        await visit.press("0")
        assert not world.store.all("reliefs")


async def test_a_tip_is_read_as_markdown_and_its_sources_are_one_key_away(world, open_home):
    source = world.session().knowledge().library.sources["shahgholian2016"]
    async with open_home((44, 24)) as visit:
        await visit.press("A")
        await stand_on(visit, "calf_stretch")
        await visit.press("enter")
        assert isinstance(visit.app.screen, ReadingScreen)
        await visit.until(lambda: "What to do" in visit.words)
        await visit.press("space")
        await visit.press("o")
        assert isinstance(visit.app.screen, ReaderScreen)
        page = visit.app.screen.query_one("VerticalScroll")
        await visit.press("space")
        assert page.scroll_offset.y > 0, "Space turns a page of every text"
        page.scroll_end(animate=False)
        await visit.settle()
        assert f"How it was read: {source.read}." in visit.words
        await visit.press("escape", "escape")
        assert isinstance(visit.app.screen, TipsPage)


async def test_g_in_a_tip_that_is_read_starts_its_session_and_x_opens_the_sheet_of_its_trial(
    world, open_home
):
    async with open_home() as visit:
        await visit.press("A")
        await stand_on(visit, "calf_stretch")
        await visit.press("enter", "x")
        assert isinstance(visit.app.screen, StartingScreen)
        assert kept(world) == []
        await visit.press("escape", "enter", "g")
        assert isinstance(visit.app.screen, CoachScreen)


async def test_what_cannot_be_tested_or_started_says_so(open_home):
    async with open_home() as visit:
        await visit.press("A")
        await stand_on(visit, "yoga")
        await visit.press("x")
        assert "no trial of yoga" in answer(visit)
        await stand_on(visit, "caff_noon")
        await visit.press("g")
        assert "no guided session" in answer(visit)


@pytest.mark.parametrize(("key", "until"), [("z", "2026-12-19"), ("d", "never")])
async def test_a_tip_is_put_away_and_the_same_key_suggests_it_again(world, open_home, key, until):
    async with open_home() as visit:
        await visit.press("A")
        await stand_on(visit, "walk")
        await visit.press(key)
        assert [one["until"] for one in world.store.all("snoozes").values()] == [until]
        assert "put away by you" in visit.words_in(Prose)
        await visit.press(key)
        assert "put away by you" not in visit.words_in(Prose)


async def test_claims_and_facts_are_on_lists_of_their_own_with_their_sources(world, open_home):
    library = world.session().knowledge().library
    async with open_home() as visit:
        await visit.press("A", "tab")
        claim = next(iter(library.claims.values()))
        assert claim.found in visit.words_in(Prose)
        await visit.press("tab")
        fact = next(iter(library.facts.values()))
        assert fact.lines[0] in visit.words_in(Prose)
        await visit.press("5")
        assert "belongs to no tip" in answer(visit)
        await visit.press("o")
        assert "How it was read" in visit.words


async def test_markdown_is_not_imported_before_something_is_read(open_home, monkeypatch):
    monkeypatch.delitem(sys.modules, "stillnight.ui.widgets.calm_markdown", raising=False)
    async with open_home() as visit:
        await visit.press("A", "tab")
        assert "stillnight.ui.widgets.calm_markdown" not in sys.modules
        await visit.press("enter")
        assert "stillnight.ui.widgets.calm_markdown" in sys.modules


# -- the tip of the pane To check -------------------------------------------------------------------


async def stand_on_tip(visit) -> str:
    """Put the cursor of the pane on its tip; its id."""
    await visit.press("T")
    cards = visit.home.query_one(ToCheck).cards
    at = next(number for number, card in enumerate(cards) if card.tip)
    await visit.press(*["down"] * at)
    return cards[at].tip


async def test_g_in_the_pane_leads_through_its_tip(world, open_home):
    world.log(TONIGHT, severity=5, parts=["calves"])
    world.store.records["reliefs", 1] = {"relief": "calf_stretch", "rating": 5}
    async with open_home() as visit:
        assert await stand_on_tip(visit) == "calf_stretch"
        card = visit.home.query_one(ToCheck).current
        assert card.summary.startswith("You rated it 5 of 5.")
        assert card.summary.endswith("g starts it.")
        await visit.press("g")
        assert isinstance(visit.app.screen, CoachScreen)


async def test_enter_on_the_tip_of_the_pane_reads_it_with_its_deeds(world, open_home):
    world.log(TONIGHT, severity=5)
    async with open_home() as visit:
        id = await stand_on_tip(visit)
        await visit.press("enter")
        assert isinstance(visit.app.screen, ReadingScreen)
        await visit.until(lambda: "What to do" in visit.words)
        assert world.session().knowledge().library.tips[id].title in visit.words


async def test_g_on_a_card_that_is_no_tip_says_that_there_is_nothing_to_start(world, open_home):
    world.log(TONIGHT, severity=5)
    async with open_home() as visit:
        await visit.press("T", "up", "up", "up", "g")
        assert visit.app.screen is visit.home
        assert not visit.home.query_one(ToCheck).current.tip
        assert "no guided session" in visit.answer


async def test_typed_words_leave_what_has_them_and_esc_shows_all_again(world, open_home):
    library = world.session().knowledge().library
    async with open_home((44, 24)) as visit:
        await visit.press("A", "tab", "f")
        await visit.type("magnesium")
        said = [f"{one.claim} {one.found}".casefold() for one in library.claims.values()]
        found = [words for words in said if "magnesium" in words]
        assert found
        assert f"“magnesium”: {len(found)} of {len(library.claims)} claims. Esc shows all." in visit.words
        await visit.press("enter", "enter")
        assert isinstance(visit.app.screen, ReadingScreen)
        await visit.press("escape", "escape")
        assert isinstance(visit.app.screen, TipsPage)
        assert f"{len(library.claims)} claims: t topic" in visit.words
        await visit.press("escape")
        assert visit.app.screen is visit.home


async def test_what_is_typed_is_looked_for_on_every_list_and_a_filter_stays_with_its_list(open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("A", "e", "backspace", "f")
        await visit.type("magnesium")
        assert "“magnesium”: 0 of" in visit.words, "the line names it, and no tip is about it"
        assert "Tab looks on" in visit.words
        await visit.press("tab")
        assert "“magnesium”: 0" not in visit.words
        assert "claims. Esc shows all." in visit.words
        await visit.press("escape", "e", "shift+tab")
        assert "tips: t kind" in visit.words
        await visit.press("tab")
        assert "grade A: " in visit.words


async def test_the_third_filter_says_that_facts_have_none_and_an_answer_goes_with_its_list(open_home):
    async with open_home() as visit:
        await visit.press("A", "shift+tab", "w")
        assert answer(visit) == "facts have no such filter: t topic, e grade"
        await visit.press("tab")
        assert answer(visit) == ""


async def test_the_cursor_goes_to_the_first_row_that_a_filter_leaves(open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("A", "t", "end", "t")
        first = next(option.id for option in box(visit).options if option.id)
        assert box(visit).here == first
        assert box(visit).scroll_offset.y == 0, "with its heading"


async def test_what_is_for_information_only_cannot_be_put_away(world, open_home):
    async with open_home() as visit:
        await visit.press("A")
        await stand_on(visit, "cbt_course")
        await visit.press("z", "d")
        assert answer(visit) == NEVER_SUGGESTED
        assert not world.store.all("snoozes")


async def test_the_cursor_stays_in_view_when_the_terminal_gets_smaller(open_home):
    async with open_home((120, 34)) as visit:
        await visit.press("A", "end")
        await visit.pilot.resize_terminal(44, 24)
        await visit.settle()
        assert visit.words_in(TipBox).find("▸") >= 0
