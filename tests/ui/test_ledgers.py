"""The page of the ledgers: four lists, sheets to fill in, undo."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Input

from stillnight.domain.medicine import DoseChange
from stillnight.ui.screens.choose import ChooseScreen
from stillnight.ui.screens.ledgers.screen import LedgersPage
from stillnight.ui.screens.sheet import SheetScreen
from stillnight.ui.widgets.ledger_boxes import MedicinesBox
from stillnight.ui.widgets.section_line import SectionLine


def medicines(world):
    return world.journal.ledgers.medicines()


def filled(world, clock):
    """Two medicines, two blood tests, a mark."""
    ledgers = world.journal.ledgers
    ledgers.add_medicine("iron", "iron", usual=True, dose_text="1 tablet", start=date(2026, 11, 1))
    clock.advance(minutes=1)
    ledgers.add_medicine("old one", start=date(2026, 9, 1), end=date(2026, 9, 9))
    ledgers.add_lab(date(2025, 9, 19), "ferritin", 42, ill=True)
    ledgers.add_mark(date(2026, 11, 3), "flight", "to Lisbon")


async def test_every_list_says_what_to_do_while_it_is_empty(open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M")
        assert "No medicines yet. a writes one down" in visit.words
        await visit.press("tab")
        assert "No blood tests yet. a writes one down" in visit.words
        await visit.press("tab")
        assert "No marks yet. a marks a day" in visit.words
        await visit.press("e", "d")
        assert "there is nothing under the cursor yet: a adds" in visit.words
        await visit.press("tab")
        assert "Kidney disease?" in visit.words


async def test_a_medicine_is_written_down_and_its_class_found_while_typing(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "a")
        await visit.type("pramipexol")
        assert "Read as pramipexole: dopamine agonist." in visit.words
        await visit.press("enter", "enter")
        await visit.type("1 tablet")
        await visit.press("enter", "y", "ctrl+s")
        (medicine,) = medicines(world)
        assert (medicine.klass, medicine.generic, medicine.usual) == ("dopamine_agonist", "pramipexole", True)
        assert "written down: pramipexol" in visit.text
        assert "dopamine agonist, usual" in visit.text
        await visit.press("U")
        assert medicines(world) == []


async def test_of_an_unknown_name_the_class_is_asked(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "a")
        await visit.type("foozol")
        assert "what sort it is will be asked when it is saved" in visit.words
        await visit.press("ctrl+s")
        assert isinstance(visit.app.screen, ChooseScreen)
        assert "What sort is foozol?" in visit.text
        await visit.press("down", "enter")
        assert medicines(world)[0].klass == "dopamine_agonist"


async def test_who_does_not_know_the_class_goes_on_without(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "a", *"foozol", "ctrl+s", "escape")
        assert isinstance(visit.app.screen, LedgersPage)
        assert medicines(world)[0].klass == "other"


async def test_what_does_not_fit_is_said_on_the_sheet_and_nothing_typed_is_lost(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "a", *"iron", "tab", "tab", "tab", "tab", *"tea", "ctrl+s")
        assert isinstance(visit.app.screen, SheetScreen)
        assert "When: 'tea' does not fit" in visit.words
        assert visit.app.screen.focused.value == "tea"
        assert medicines(world) == []


async def test_a_changed_dose_is_history_and_an_end_moves_it_down(world, clock, open_home):
    filled(world, clock)
    async with open_home((80, 24)) as visit:
        await visit.press("M", "c")
        await visit.type("2 tablets")
        await visit.press("ctrl+s")
        assert medicines(world)[0].changes == (DoseChange(date(2026, 11, 19), "2 tablets"),)
        assert "2026-11-19 changed: 2 tablets" in visit.words
        await visit.press("x", *["backspace"] * 5)
        await visit.type("yesterday")
        await visit.press("enter")
        assert medicines(world)[0].end == date(2026, 11, 18)
        lines = [line.strip(" ▸") for line in visit.lines]
        assert lines.index("not taken any more") < lines.index("iron  2 tablets")


async def test_a_medicine_is_mended_and_removed(world, clock, open_home):
    filled(world, clock)
    world.journal.record.amend(date(2026, 11, 18), {"severity": 3}, usual=True)
    async with open_home((80, 24)) as visit:
        await visit.press("M", "enter")
        assert visit.app.screen.query(Input).first().value == "iron"
        await visit.type("2")
        await visit.press("ctrl+s")
        assert medicines(world)[0].name == "iron2"
        await visit.press("d")
        assert [one.name for one in medicines(world)] == ["old one"]
        assert "removed iron2 with 1 dose · U brings it back" in visit.text
        await visit.press("U")
        assert len(medicines(world)) == 2


async def test_an_edit_that_changes_nothing_says_so(world, clock, open_home):
    filled(world, clock)
    async with open_home((80, 24)) as visit:
        await visit.press("M", "e", "ctrl+s")
        assert "nothing new to save" in visit.text


async def test_a_blood_test_is_written_down_mended_and_removed(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "tab", "a", *"fer", "enter")
        await visit.type("42 mg")
        await visit.press("ctrl+s")
        assert "Result: 'mg' does not fit" in visit.words
        await visit.press(*["backspace"] * 2, *"ng", "slash", *"mL")
        assert "ferritin 42 µg/L" in visit.words
        await visit.press("ctrl+s")
        (lab,) = world.journal.ledgers.labs()
        assert (lab.kind, lab.value, lab.date, lab.ill) == ("ferritin", 42, date(2026, 11, 19), None)
        await visit.press("e", "up", "up", "y", "ctrl+s")
        assert world.journal.ledgers.labs()[0].ill is True
        assert "taken while ill" in visit.words
        await visit.press("d")
        assert world.journal.ledgers.labs() == []
        await visit.press("U")
        assert "ferritin 42 µg/L" in visit.words


async def test_a_mark_is_made_mended_and_removed(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "tab", "tab", "a")
        await visit.type("new job")
        await visit.press("ctrl+s")
        assert [mark.kind for mark in world.journal.ledgers.marks()] == ["new_job"]
        await visit.press("enter", "down")
        await visit.type("library")
        await visit.press("ctrl+s")
        assert "2026-11-19 new job: library" in visit.words
        await visit.press("d")
        assert "removed new job: library · U brings it back" in visit.text
        assert world.journal.ledgers.marks() == []


async def test_yes_no_and_not_asked_are_three_answers_and_the_cursor_goes_on(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "shift+tab", "y", "n", "n", "k", "minus")
        answers = list(world.journal.ledgers.profile().values())
        assert answers == [True, False]
        await visit.press("U")
        assert list(world.journal.ledgers.profile().values()) == [True, False, False]


async def test_what_would_change_a_suggestion_is_asked_first_and_stays_in_its_place(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "shift+tab")
        assert "these change what is suggested" in visit.words
        first = visit.app.screen.query_one("AboutBox").get_option_at_index(1).id
        await visit.press("n")
        assert visit.app.screen.query_one("AboutBox").get_option_at_index(1).id == first


async def test_weeks_are_asked_for_and_a_no_is_a_no(world, open_home):
    async with open_home((80, 24)) as visit:
        await visit.press("M", "shift+tab")
        box = visit.app.screen.query_one("AboutBox")
        box.highlighted = box.get_option_index("pregnant_week")
        await visit.press("y", "2", "0", "enter")
        assert world.journal.ledgers.profile()["pregnant_week"] == 20
        assert "week 20 Pregnant? In which week?" in visit.words
        await visit.press("n")
        assert world.journal.ledgers.profile()["pregnant_week"] is False


async def test_the_mouse_changes_lists_opens_a_row_and_does_what_the_footer_says(world, clock, open_home):
    filled(world, clock)
    async with open_home((80, 24)) as visit:
        await visit.press("M")
        await visit.pilot.click(MedicinesBox, offset=(3, 0))
        await visit.settle()
        assert isinstance(visit.app.screen, SheetScreen)
        await visit.press("escape")
        await visit.pilot.click(SectionLine, offset=(13, 0))
        await visit.settle()
        assert "ferritin 42 µg/L" in visit.words
        await visit.pilot.click("FootLine", offset=(2, 0))
        await visit.settle()
        assert isinstance(visit.app.screen, SheetScreen)


async def test_home_knows_what_was_written_down_when_one_comes_back(world, open_home):
    async with open_home() as visit:
        await visit.press("M", "a", *"iron", "tab", "tab", "tab", "y", "ctrl+s", "escape", "u")
        assert "usual" in visit.words
        assert "iron" in visit.words


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (60, 20), (44, 24)], ids=str)
async def test_every_list_is_whole_at_every_size(world, clock, open_home, size):
    filled(world, clock)
    async with open_home(size) as visit:
        await visit.press("M")
        for said in ("1 tablet", "ferritin 42 µg/L", "flight: to Lisbon", "·"):
            assert said in visit.words
            assert "About you" in visit.words
            await visit.press("tab")
        await visit.press("a")
        assert "Last day taken" in visit.words
        assert "Ctrl+S save" in visit.words
