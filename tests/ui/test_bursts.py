"""Keys that come faster than the screen: none is lost, none means something else."""

from __future__ import annotations

from tests.ui.world import TONIGHT, YESTERDAY
from textual.events import Key, Paste

from stillnight.ui.widgets.list_box import ListBox


def burst(visit, *keys):
    """Keys as a terminal delivers them: all at once, without waiting for an answer."""
    for key in keys:
        visit.app.post_message(Key(key, key if len(key) == 1 else None))


async def test_words_typed_right_after_o_are_the_note(world, open_home):
    async with open_home() as visit:
        burst(visit, "o", *"tense")
        await visit.until(lambda: visit.home.form.state.draft.get("note") == "tense")
        await visit.press("enter", "enter")
    assert world.journal.browse.night(TONIGHT).note == "tense"
    assert "f.exercise" not in world.journal.browse.night(TONIGHT).values


async def test_a_burst_of_arrows_moves_as_many_days(world, open_home):
    async with open_home() as visit:
        await visit.press("tab")
        burst(visit, *["left"] * 8)
        await visit.until(lambda: visit.home.cursor == TONIGHT.replace(day=11))


async def test_a_key_right_before_leaving_is_kept(world, open_home):
    async with open_home() as visit:
        burst(visit, "7", "ctrl+q")
        await visit.settle()
    assert world.drafts.kept[TONIGHT]["severity"] == 7


async def test_after_a_move_to_where_one_is_the_next_counts_from_the_cursor(open_home):
    async with open_home() as visit:
        await visit.press("tab", "t", "left_square_bracket", "left")
        assert visit.home.cursor == TONIGHT.replace(day=17)


async def test_words_typed_right_after_the_slash_are_looked_for_and_answer_nothing(world, open_home):
    world.log(TONIGHT.replace(day=3), note="a long flight")
    async with open_home() as visit:
        burst(visit, "slash", *"flight", "enter")
        await visit.until(lambda: "note “a long flight”" in visit.words)
        await visit.until(lambda: isinstance(visit.app.focused, ListBox))
        assert not visit.home.form.state.is_dirty


async def test_a_note_may_begin_with_a_letter_that_opens_a_page_elsewhere(world, open_home):
    async with open_home() as visit:
        burst(visit, "o", *"Slept")
        await visit.until(lambda: world.drafts.load(TONIGHT).get("note") == "Slept")
        assert visit.app.screen is visit.home
        assert set(world.drafts.load(TONIGHT)) == {"note"}


async def test_what_is_pasted_right_after_o_is_the_note(world, open_home):
    async with open_home() as visit:
        visit.app.post_message(Key("o", "o"))
        visit.app.post_message(Paste("a long day"))
        await visit.until(lambda: world.drafts.load(TONIGHT).get("note") == "a long day")


async def test_the_last_words_of_a_note_are_kept_when_one_leaves_at_once(world, open_home):
    async with open_home() as visit:
        burst(visit, "o", *"tense", "ctrl+q")
        await visit.settle()
    assert world.drafts.kept == {TONIGHT: {"note": "tense"}}


async def test_enter_after_a_note_saves_however_fast_it_comes(world, open_home):
    async with open_home() as visit:
        burst(visit, "o", *"tense", "enter", "enter")
        await visit.until(lambda: world.night().get("note") == "tense")


async def test_letters_right_after_a_key_of_the_calendar_belong_to_what_it_opens(world, open_home):
    """In the calendar ``d`` deletes a night; behind ``m`` it goes to a row of the morning."""
    world.log(YESTERDAY, severity=5)
    async with open_home() as visit:
        await visit.press("tab", "left")
        burst(visit, "m", "d", "7", "enter")
        await visit.until(lambda: world.night(YESTERDAY).get("disturbed") == 7)
        assert world.night(YESTERDAY)["severity"] == 5


async def test_a_letter_right_after_t_belongs_to_what_is_worth_checking(world, open_home):
    world.log(YESTERDAY, severity=5)
    async with open_home() as visit:
        await visit.press("tab", "left")
        burst(visit, "T", "d")
        await visit.until(lambda: "put away" in visit.answer)
        assert world.night(YESTERDAY)["severity"] == 5


async def test_keys_behind_a_line_that_is_asked_for_stand_in_it(world, open_home):
    async with open_home() as visit:
        await visit.press("tab")
        burst(visit, "s", *"Mon", "enter")
        await visit.until(lambda: visit.home.cursor == TONIGHT.replace(day=16))


async def test_a_screen_that_was_closed_does_not_keep_the_keys(world, open_home):
    async with open_home() as visit:
        burst(visit, "S", "escape", "Y", "escape", "question_mark", "escape", "6", "enter")
        await visit.until(lambda: world.night().get("severity") == 6)


async def test_a_slip_that_is_mended_in_the_same_breath_is_mended_where_it_is(world, open_home):
    async with open_home() as visit:
        burst(visit, "o", *"tesn", "backspace", "backspace", *"nse", "enter", "enter")
        await visit.until(lambda: world.night().get("note") == "tense")
