"""The first start says what this is and is not, and covers nothing that is more urgent."""

from __future__ import annotations

WELCOME = "This is a diary, not a doctor. It does not diagnose and nothing leaves this computer."

HINT = "F sets things up."


async def test_an_empty_journal_says_what_it_is(open_home):
    async with open_home() as visit:
        assert visit.answer == f"{WELCOME} {HINT}"
        assert not visit.answer_is_trouble


async def test_it_comes_before_where_the_journal_was_begun(world, open_home):
    world.notices = ("A new journal was begun.",)
    async with open_home() as visit:
        assert visit.answer == f"{WELCOME} {HINT} A new journal was begun."


async def test_whoever_types_has_read_it(open_home):
    async with open_home() as visit:
        await visit.press("6")
        assert visit.answer == ""


async def test_it_does_not_cover_what_was_brought_back(world, open_home):
    async with open_home() as visit:
        await visit.press("6")
    async with open_home() as visit:
        assert visit.answer == "what was typed and not saved is back · Enter saves it"


async def test_a_journal_with_nights_is_not_welcomed_again(world, open_home):
    world.log("2026-11-18", severity=3)
    async with open_home() as visit:
        assert visit.answer == ""
