"""The note: the one text box, opened with o, kept while it is typed."""

from __future__ import annotations

from tests.ui.world import TONIGHT, YESTERDAY

from stillnight.ui.widgets.note_box import NoteBox


def is_open(visit) -> bool:
    return bool(visit.home.query(NoteBox))


async def test_a_note_is_typed_and_saved_with_the_night(world, open_home):
    async with open_home() as visit:
        await visit.press("5", "o")
        await visit.type("long day, Q? 7 x")
        await visit.press("enter")
        assert not is_open(visit)
        assert "long day, Q? 7 x" in visit.words
        await visit.press("enter")
        assert world.night()["note"] == "long day, Q? 7 x"
        assert world.night()["severity"] == 5


async def test_ctrl_j_begins_a_new_line(world, open_home):
    async with open_home() as visit:
        await visit.press("o")
        await visit.type("one")
        await visit.press("ctrl+j")
        await visit.type("two")
        await visit.press("enter", "enter")
        assert world.night()["note"] == "one\ntwo"


async def test_esc_leaves_the_note_as_it_was(world, open_home):
    world.log("2026-11-19", severity=5, note="before")
    async with open_home() as visit:
        await visit.press("o")
        await visit.type(" and after")
        await visit.press("escape")
        assert not is_open(visit)
        assert world.drafts.kept == {}
        await visit.press("up", "enter")
        assert world.night()["note"] == "before"


async def test_esc_keeps_an_unsaved_note_that_was_there_before_the_box_opened(world, open_home):
    async with open_home() as visit:
        await visit.press("o")
        await visit.type("first")
        await visit.press("enter", "o")
        await visit.type(" second")
        await visit.press("escape")
        assert world.drafts.load(TONIGHT)["note"] == "first"


async def test_a_note_being_mended_begins_with_its_cursor_at_the_end(world, open_home):
    world.log("2026-11-19", note="before")
    async with open_home() as visit:
        await visit.press("o")
        await visit.type(" after")
        await visit.press("enter", "enter")
        assert world.night()["note"] == "before after"


async def test_what_is_typed_is_kept_before_the_note_is_done(world, open_home):
    async with open_home() as visit:
        await visit.press("o")
        await visit.type("half a w")
        assert world.drafts.load(TONIGHT)["note"] == "half a w"


async def test_an_emptied_note_is_no_note(world, open_home):
    world.log("2026-11-19", note="x")
    async with open_home() as visit:
        await visit.press("o", "backspace", "enter", "enter")
        assert "note" not in world.night()


async def test_signs_typed_into_a_note_are_words_not_commands(world, open_home):
    async with open_home() as visit:
        await visit.press("o", "L", "U", "T", "question_mark", "left_square_bracket", "Q")
        assert world.drafts.load(TONIGHT)["note"] == "LUT?[Q"
        assert world.store.done == []


async def test_the_note_waits_while_another_pane_is_looked_at(world, open_home):
    async with open_home() as visit:
        await visit.press("o")
        await visit.type("half")
        await visit.press("tab")
        assert visit.home.pane == "calendar"
        await visit.press("left")
        assert not visit.home.query_one(NoteBox).region
        await visit.press("escape")
        await visit.type(" and half")
        await visit.press("enter", "enter")
        assert world.night()["note"] == "half and half"


async def test_a_note_is_never_taken_into_another_night(world, open_home):
    async with open_home() as visit:
        await visit.press("o")
        await visit.type("tonight")
        await visit.press("tab", "left", "e", "2", "enter")
        assert not is_open(visit)
        assert set(world.night(YESTERDAY)) == {"date", "severity", "evening_at"}
        assert world.drafts.kept == {TONIGHT: {"note": "tonight"}}


async def test_a_box_that_was_just_taken_away_can_be_drawn_once_more(world, open_home):
    """The screen asks for what stood in its place until it is laid out anew."""
    async with open_home() as visit:
        await visit.press("o", "a")
        box = visit.home.query_one(NoteBox)
        crop = box.region.reset_offset
        await box.remove()
        assert {strip.text.strip() for strip in box.render_lines(crop)} == {""}
