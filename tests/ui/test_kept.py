"""Earlier states on the screen: shown, asked, brought back; a night is purged by typing its date."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.ui.world import World

from stillnight.domain.keeping import Compared, Differing, Fate, Kept, KeptAs
from stillnight.ui.screens.confirm import ConfirmScreen
from stillnight.ui.screens.kept import KeptPage
from stillnight.ui.screens.sheet import SheetScreen

WEDNESDAY = Kept(KeptAs.IMAGE, "/state/1.json", datetime(2026, 11, 18, 19, 5, tzinfo=UTC))
DAMAGED = Kept(KeptAs.DAMAGED, "/state/2.json", datetime(2026, 11, 2, 8, 0, tzinfo=UTC))


def differing(day: int, fate: Fate, then: object, now: object) -> Differing:
    was = {"severity": then} if then is not None else {}
    held = {"severity": now} if now is not None else {}
    return Differing("nights", 20261100 + day, date(2026, 11, day), fate, was, held)


@pytest.fixture
def kept(world: World) -> World:
    """An image of Wednesday, since which three nights met three fates, and a damaged file."""
    changed = differing(10, Fate.CHANGED, 6, 2)
    world.store.keeping.states = {
        WEDNESDAY: Compared(
            4, [changed, differing(12, Fate.DELETED, 3, None), differing(15, Fate.ADDED, None, 1)]
        ),
        DAMAGED: Compared(2, [], is_damaged=True),
    }
    return world


async def test_every_state_is_listed_and_the_one_under_the_cursor_says_what_differs(kept, open_home):
    async with open_home() as visit:
        await visit.press("B")
        assert isinstance(visit.app.screen, KeptPage)
        assert "Wed 18 Nov 2026 20:05" in visit.text
        assert "damaged file" in visit.text
        assert "4 nights in it; since then: 1 night changed, 1 deleted, 1 added" in visit.words
        assert "2026-11-10 urge 6 (now urge 2)" in visit.words
        assert "2026-11-12 back from the bin: urge 3" in visit.words
        assert "1 night added since, left alone: 2026-11-15" in visit.words
        await visit.press("j")
        assert "only in part readable" in visit.words


async def test_enter_asks_and_a_yes_brings_it_back(kept, open_home):
    async with open_home() as visit:
        await visit.press("B", "enter")
        assert isinstance(visit.app.screen, ConfirmScreen)
        assert "Bring back 2 nights as of Wed 18 Nov 2026 20:05? U takes it back." in visit.words
        await visit.press("n")
        assert kept.store.keeping.restored == []
        await visit.press("enter", "y")
        assert kept.store.keeping.restored == [
            ("restore of Wed 18 Nov 2026 20:05", [("nights", 20261110), ("nights", 20261112)])
        ]
        assert "brought back: 2 nights" in visit.text


async def test_a_state_that_is_as_now_has_nothing_to_bring_back(kept, open_home):
    async with open_home() as visit:
        await visit.press("B", "j", "enter")
        assert "nothing to bring back" in visit.text
        assert kept.store.keeping.restored == []


async def test_where_nothing_is_kept_it_says_so(open_home):
    async with open_home((44, 24)) as visit:
        await visit.press("B", "enter")
        assert "Nothing is kept yet." in visit.words


async def test_a_night_is_purged_once_its_date_is_typed(world, open_home):
    world.log("2026-11-12", severity=6)
    world.store.keeping.bin = [(("nights", 20261112), {"date": "2026-11-12", "severity": 6})]
    async with open_home() as visit:
        visit.home.cursor = date(2026, 11, 12)
        await visit.app.screen.action_run_command("purge")
        await visit.settle()
        assert isinstance(visit.app.screen, SheetScreen)
        assert "Purge 1 night of 2026-11-12" in visit.text
        assert "nothing brings it back, not even undo" in visit.words
        await visit.press(*"yes", "enter")
        assert "Type 2026-11-12 to purge 1 night, or leave with Esc." in visit.words
        assert world.store.keeping.purged == []
        await visit.press("backspace", "backspace", "backspace", *"2026-11-12", "enter")
        assert world.store.keeping.purged == [("purge of 2026-11-12", [("nights", 20261112)])]
        assert "purged: 1 night" in visit.text


async def test_a_night_that_is_not_there_cannot_be_purged(world, open_home):
    async with open_home() as visit:
        await visit.app.screen.action_run_command("purge")
        await visit.settle()
        assert "there is nothing of the night of 2026-11-19" in visit.words


async def test_the_bin_is_purged_from_the_page(world, open_home):
    world.store.keeping.bin = [(("nights", 20261112), {"date": "2026-11-12"})]
    world.store.keeping.left = ["/home/me/copy.txt"]
    async with open_home() as visit:
        await visit.press("B", "p")
        assert "The bin holds 2026-11-12. Purged is gone for good" in visit.words
        await visit.press(*"purge", "enter")
        assert world.store.keeping.purged == [("purge of the bin", [("nights", 20261112)])]
        assert "words of it still stand in copy.txt" in visit.words


async def test_home_offers_no_way_back_that_a_page_may_have_taken(kept, open_home):
    async with open_home() as visit:
        kept.log("2026-11-18", severity=4)
        await visit.press("tab", "left", "d")
        assert visit.answer.endswith("· U brings it back")
        await visit.press("B", "escape")
        assert visit.answer == "deleted the night of Wed 18 → Thu 19 Nov"


async def test_a_key_that_is_neither_yes_nor_no_is_answered(kept, open_home):
    async with open_home() as visit:
        await visit.press("B", "enter", "enter")
        assert isinstance(visit.app.screen, ConfirmScreen)
        assert "press y for yes, n for no" in visit.text
        await visit.press("n")
        assert kept.store.keeping.restored == []
