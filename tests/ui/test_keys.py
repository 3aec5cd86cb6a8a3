"""Other keys for commands: they work, every place shows them, and a slip costs that key alone."""

from __future__ import annotations

from textual.command import CommandPalette

from stillnight.ui.screens.help import help_lines
from stillnight.ui.widgets.foot_line import FootLine


async def test_the_wanted_key_does_the_deed_and_the_usual_one_no_more(world, open_home):
    world.kept_settings = {"keys.lights_out": "F5"}
    async with open_home() as visit:
        await visit.press("6", "L")
        assert "lights_out" not in world.night()
        assert visit.answer.startswith("L means nothing here")
        await visit.press("f5")
        assert world.night()["severity"] == 6
        assert "lights_out" in world.night()


async def test_keys_that_must_always_work_do_so_beside_the_wanted_one(world, open_home):
    world.kept_settings = {"keys.save": "F2", "keys.usual": "F6", "keys.next_pane": "F7"}
    world.journal.ledgers.add_medicine("iron tablet", usual=True)
    async with open_home() as visit:
        await visit.press("6", "f6", "f2")
        assert world.night()["severity"] == 6
        assert len(world.store.all("doses")) == 1
        await visit.press("u", "enter")
        assert len(world.store.all("doses")) == 0
        await visit.press("f7")
        assert visit.home.pane == "calendar"
        await visit.press("tab")
        assert visit.home.pane == "check"


async def test_the_footer_the_help_and_the_palette_show_the_wanted_key(world, open_home):
    world.kept_settings = {"keys.lights_out": "F5, Ctrl+L"}
    async with open_home() as visit:
        assert "F5 lights out" in visit.words_in(FootLine)
        await visit.press("question_mark")
        lines = [(line.label.strip(), line.text) for line in help_lines(visit.home.place, visit.home.keymap)]
        assert ("F5", "Save, and note that the lights go out now.") in lines
        assert "F5 Save, and note that the lights go out now." in visit.words
        await visit.press("escape", "ctrl+p")
        await visit.type("lights out")
        await visit.until(lambda: "lights out (F5)" in visit.text)
        assert isinstance(visit.app.screen, CommandPalette)


async def test_a_key_that_cannot_be_had_is_said_and_the_usual_one_works(world, open_home):
    world.kept_settings = {"keys.lights_out": "U", "keys.nobody": "F4", "keys.redo": "F8"}
    async with open_home() as visit:
        assert "keys.lights_out: 'U' does not fit" in visit.answer
        assert "no command is called 'nobody'" in visit.answer
        assert visit.answer.count("settings.toml") == 2
        assert "L lights out" in visit.words_in(FootLine)
        await visit.press("6", "L")
        assert "lights_out" in world.night()
        await visit.press("U", "f8")
        assert "lights_out" in world.night()
