"""The check-up as a page: answered by digits, kept at once, left and resumed, ending with its cards."""

from __future__ import annotations

import pytest
from tests.ui.visit import Visit

from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.widgets.answer_box import AnswerBox
from stillnight.ui.widgets.message_line import MessageLine

ALL_NO = ("1",) * 9


def question_of(visit: Visit) -> str:
    return str(visit.app.screen.query_one("#ask").render())


def answer_of(visit: Visit) -> str:
    return visit.app.screen.query_one(MessageLine).text


async def test_nine_digits_are_all_of_it(world, open_home):
    world.log("2026-11-18", severity=5)
    async with open_home((80, 24)) as visit:
        await visit.press("C", *ALL_NO)
        assert question_of(visit) == "The check-up is done."
        assert "Iron: was it ever measured?" in visit.words_in(AnswerBox)
        await visit.press("enter")
        assert isinstance(visit.app.screen, ReaderScreen)
        await visit.press("escape", "G", "enter")
        assert visit.app.screen is visit.home


async def test_what_home_says_is_worth_checking_follows_at_once(world, open_home):
    world.log("2026-11-18", severity=5)
    async with open_home((120, 34)) as visit:
        assert "ever measured" in visit.words
        await visit.press("C", "2", "4", "2", "enter", "2", "space", "n", "o", "v", "enter", "escape")
        assert "Iron on the low side" in visit.words


async def test_a_line_is_typed_and_what_does_not_fit_is_said(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("C", "2")
        await visit.type("high")
        await visit.press("enter")
        assert "does not fit" in answer_of(visit)
        await visit.press("ctrl+u")
        await visit.type("42")
        await visit.press("enter")
        assert answer_of(visit) == "kept: 42 µg/L · U takes it back"
        assert question_of(visit).endswith("When was that blood taken?")


async def test_it_is_left_and_resumed(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("C", "1", "1", "escape")
        assert visit.app.screen is visit.home
    async with open_home((80, 24)) as visit:
        await visit.press("C")
        assert question_of(visit).startswith("3 of 9")


async def test_undo_asks_again(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("C", "1", "1", "U")
        assert question_of(visit).startswith("2 of 9")
        assert answer_of(visit) == "undone: check-up: night pill"


async def test_back_shows_what_was_said_and_another_answer_replaces_it(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("C", "1", "1", "1", "1", "1", "1", "b")
        assert "1 no ✓" in visit.words_in(AnswerBox)
        await visit.press("2")
        assert world.journal.ledgers.profile()["ckd"] is True
        assert question_of(visit).startswith("7 of 9")


async def test_a_question_that_is_left_out_is_not_asked_again(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("C", "s", "s")
        assert question_of(visit).startswith("3 of 9")
        await visit.press("escape", "C")
        assert question_of(visit).startswith("3 of 9")


async def test_a_tired_enter_makes_no_medicine_out_of_nothing(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("C", "1", "1", "2", "enter", "enter", "enter")
        (medicine,) = world.journal.ledgers.medicines()
        assert medicine.klass == "other"


async def test_no_thanks_is_kept_for_good(world, open_home):
    async with open_home() as visit:
        await visit.press("C", "d", "escape", "6", "enter")
        assert "check-up" not in visit.answer
    async with open_home() as visit:
        await visit.press("7", "enter")
        assert "check-up" not in visit.answer


async def test_once_begun_it_is_not_offered(world, open_home):
    async with open_home() as visit:
        await visit.press("C", "1", "escape", "6", "enter")
        assert "check-up" not in visit.answer


async def test_a_failing_disk_loses_no_answer_in_silence(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("C")
        world.store.broken = "the disk is full"
        await visit.press("1")
        assert answer_of(visit) == "the disk is full"
        assert question_of(visit).startswith("1 of 9")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (44, 24)], ids=str)
async def test_the_longest_question_and_all_its_answers_fit(open_home, size):
    async with open_home(size) as visit:
        await visit.press("C", "1")
        words = visit.words_in(AnswerBox)
        assert "makes you drowsy?" in words
        assert "grade C" in words
        assert "4 I do not know" in words


async def test_all_cards_at_the_end_can_be_reached(world, open_home):
    world.log("2026-11-18", severity=5)
    async with open_home((44, 24)) as visit:
        await visit.press("C", "1", "3", "enter", "1", "1", "1", "1", "3", "2", "2", "2")
        assert question_of(visit) == "The check-up is done."
        await visit.press("G")
        assert "done, back to the night" in visit.words_in(AnswerBox)
        await visit.press("up", "enter")
        assert question_of(visit).startswith("1 of 9")
