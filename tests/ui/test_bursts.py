"""Keys that come faster than the screen: none is lost, none means something else."""

from __future__ import annotations

from tests.ui.world import TONIGHT
from textual.events import Key

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
