"""Nothing is cut at any size that is promised: it is on the screen, or scrolling brings it there."""

from __future__ import annotations

from datetime import date

import pytest
from textual.containers import VerticalScroll

from stillnight.domain.month import grid_of
from stillnight.ui.commands import Place, footer
from stillnight.ui.commands.command import PANES
from stillnight.ui.widgets.foot_line import MOST_LINES, FootLine
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_details import NightDetails
from stillnight.ui.widgets.night_form import NightForm
from stillnight.ui.widgets.night_pane import NightPane
from stillnight.ui.widgets.note_box import NoteBox
from stillnight.ui.widgets.to_check import ToCheck

SIZES = [(120, 34), (80, 24), (60, 20), (44, 24), (200, 50)]
every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

LABELS = ("Urge", "First at", "Today", "Where", "Feels", "Medicines", "Note")
LONG = "a cup of the very strong coffee that my neighbour makes on Sundays"


async def read_whole(visit, widget, holder=None) -> str:
    """Everything that a widget shows, scrolled through from top to bottom, as one run of words."""
    if holder is None:
        return visit.words_in(widget)
    pane = visit.app.screen.query_one(holder)
    rows: dict[int, str] = {}
    # by half a page: what is covered at the lower edge is seen in the middle
    last, step = int(pane.max_scroll_y), max(1, pane.scrollable_content_region.height // 2)
    for top in (*range(0, last, step), last):
        pane.scroll_to(y=top, animate=False, immediate=True)
        await visit.settle()
        region = pane.scrollable_content_region
        for y in range(region.y, region.bottom):
            rows[y - region.y + top] = visit.lines[y][region.x : region.right]
    return " ".join(" ".join(rows[y] for y in sorted(rows)).split())


@every_size
async def test_every_label_and_value_of_the_form_can_be_seen(open_home, size):
    async with open_home(size) as visit:
        await visit.press("6", "2", "1", "3", "0", "c", "3", "s", "7", "n")
        form = await read_whole(visit, NightForm, NightPane)
        for label in LABELS:
            assert label in form
        for value in ("[6]", "21:30", "+c caffeine 3", "+s stress 7", "–a alcohol", "–e exercise",
                      "–t sitting", "–y antihist.", "u usual: none yet, M adds one"):  # fmt: skip
            assert value in form


@every_size
@pytest.mark.parametrize("row", range(7))
async def test_the_row_of_the_cursor_and_its_hint_can_be_seen(open_home, size, row):
    async with open_home(size) as visit:
        await visit.press(*["down"] * row)
        assert "▸" in visit.text
        assert _hints()[row] in await read_whole(visit, NightForm, NightPane)


def _hints() -> list[str]:
    return [
        "how strong was the urge to move? 0-9, x is 10",
        "first felt: four digits such as 2130, . same as last time, - not yet, * all day",
        "a letter: yes, again no, again not asked; digits: how much; n: no to the rest",
        "w to choose",
        "f to choose",
        "u: the usual ones, again takes it back",
        "o to write",
    ]


@every_size
@pytest.mark.parametrize("key", ["w", "f"])
async def test_every_word_of_a_picker_can_be_seen(open_home, size, key):
    words = {
        "w": "feet calves shins knees thighs hips back trunk arms hands both left right alternating",
        "f": "crawling tingling burning aching electric pulling itching pressure",
    }
    async with open_home(size) as visit:
        await visit.press(key)
        shown = await read_whole(visit, NightForm, NightPane)
        for word in words[key].split():
            assert word in shown
        assert "urge only" in shown or key == "w"


@every_size
async def test_while_a_picker_is_open_the_footer_offers_no_letter_that_would_choose_a_word(open_home, size):
    async with open_home(size) as visit:
        await visit.press("w")
        for offered in ("no to rest", "usual meds", "lights out"):
            assert offered not in visit.words_in(FootLine)
        row = next(y for y, line in enumerate(visit.lines) if "Enter done" in line)
        await visit.pilot.click(offset=(visit.lines[row].index("Enter done"), row))
        await visit.settle()
        assert not visit.home.form.state.picking
        assert "u usual meds" in visit.words_in(FootLine)


@every_size
@pytest.mark.parametrize("place", [*PANES, Place.TIPS, Place.HELPED, Place.RELIEF])
def test_no_key_of_the_footer_falls_off_its_end_and_the_way_out_stays(size, place):
    foot = FootLine()
    foot.set_reactive(FootLine.place, place)
    lines = foot._lines(size[0] - 2)
    assert len(lines) <= MOST_LINES
    wanted = {"help", "quit", "red_flags", "relief"} if place in PANES else {"help", "quit"}
    assert wanted <= {command.id for line in lines for command in line}


@every_size
async def test_every_pane_is_reached_with_tab_and_seen_then(open_home, size):
    async with open_home(size) as visit:
        for pane in (MonthCalendar, ToCheck, NightForm):
            await visit.press("tab")
            assert isinstance(visit.home.focused, pane)
            region = visit.home.focused.region
            assert region.width >= 20, "the pane with the focus has no room"
            assert region.height >= 5, "the pane with the focus has no room"
            assert visit.app.screen.region.overlaps(region)


@every_size
@pytest.mark.parametrize("place", [Place.FORM, Place.CALENDAR, Place.NIGHT, Place.CHECK])
async def test_the_footer_always_shows_the_way_to_help(open_home, size, place):
    keys = {
        Place.FORM: (),
        Place.CALENDAR: ("tab",),
        Place.NIGHT: ("left_square_bracket",),
        Place.CHECK: ("T",),
    }
    async with open_home(size) as visit:
        await visit.press(*keys[place])
        assert visit.home.query_one(FootLine).place is place
        shown = visit.words_in(FootLine)
        assert "? help" in shown
        for command in footer(place):
            half = f"{command.shown} {command.label}"
            assert half in shown or not any(half.startswith(tail) for tail in _last_words(shown)), (
                "cut in the middle"
            )


def _last_words(shown: str) -> list[str]:
    words = shown.split()
    return [" ".join(words[-number:]) for number in (1, 2)]


@every_size
@pytest.mark.parametrize("month", [date(2026, 8, 3), date(2026, 11, 3), date(2027, 2, 3)])
async def test_every_day_of_a_month_can_be_seen(world, open_home, size, month):
    grid = grid_of(month)
    for day in range(1, grid.last.day + 1):
        world.log(month.replace(day=day), severity=day % 11)
    async with open_home(size) as visit:
        visit.home.cursor = month
        await visit.press("tab")
        shown = visit.words_in(MonthCalendar)
        for day in range(1, grid.last.day + 1):
            glyph = "·▂▂▂▄▄▆▆███"[day % 11]
            assert f"{day}{glyph}" in shown
        for words in ("Mo Tu We Th Fr Sa Su", "·0 ▂1-3 ▄4-5 ▆6-7 █8-x", f"{month:%B %Y}", "rated"):
            assert words in shown


@every_size
async def test_every_card_can_be_read_whole(world, open_home, size):
    for flag in ("one_leg_swollen", "breathless", "saddle_numb", "self_harm"):
        world.journal.ledgers.tick(flag, date(2026, 11, 19))
    world.log("2026-11-19", severity=6)
    async with open_home(size) as visit:
        await visit.press("T")
        pane = visit.home.query_one(ToCheck)
        assert len(pane.cards) == 4
        shown = " ".join(await _everything_of(visit, pane))
        for card in pane.cards:
            assert card.title in shown
            assert card.summary in shown
        assert pane.quiet in shown


async def _everything_of(visit, pane) -> list[str]:
    """What the pane shows from its first card to its last, with the key that goes through them."""
    shown = [visit.words_in(ToCheck)]
    for _ in pane.cards:
        await visit.press("down")
        shown.append(visit.words_in(ToCheck))
    return shown


@pytest.mark.parametrize("size", [(120, 34), (60, 20)])
async def test_where_cards_have_no_room_it_is_said_and_a_click_opens_the_right_one(world, open_home, size):
    for flag in ("one_leg_swollen", "breathless", "saddle_numb", "self_harm"):
        world.journal.ledgers.tick(flag, date(2026, 11, 19))
    async with open_home(size) as visit:
        await visit.press("T")
        assert "↓ more" in visit.words_in(ToCheck)
        pane = visit.home.query_one(ToCheck)
        await visit.press(*["down"] * len(pane.cards))
        assert "↓ more" not in visit.words_in(ToCheck)
        title = pane.cards[-1].title
        row = next(y for y, line in enumerate(visit.lines) if title[:12] in line[pane.region.x :])
        await visit.pilot.click(offset=(pane.region.x + 4, row))
        await visit.settle()
        assert visit.app.screen.query_one(VerticalScroll).border_title == title


@every_size
async def test_a_whole_card_can_be_read_to_its_last_source(world, open_home, size):
    world.log("2026-11-19", severity=6)
    async with open_home(size) as visit:
        await visit.press("T", "enter")
        shown = await read_whole(visit, VerticalScroll, VerticalScroll)
        for line in visit.home.query_one(ToCheck).cards[0].full:
            assert " ".join(line.split()) in shown


@every_size
async def test_the_help_can_be_read_to_its_last_line(open_home, size):
    from stillnight.ui.screens.help import help_lines

    async with open_home(size) as visit:
        await visit.press("question_mark")
        shown = await read_whole(visit, VerticalScroll, VerticalScroll)
        for line in help_lines(Place.FORM):
            assert " ".join(f"{line.label} {line.text}".split()) in shown


@every_size
async def test_own_factors_with_long_names_can_be_seen_with_their_answers(world, open_home, size):
    for number in range(10):
        world.journal.ledgers.add_factor(
            f"own_{number}", label=f"{number} {LONG}", kind="amount", usual=number + 10, most=99
        )
    own = [one for one in world.journal.ledgers.shown_factors() if one.slug.startswith("own")]
    async with open_home(size) as visit:
        await visit.press(*[one.key for one in own if one.key], "n")
        shown = await read_whole(visit, NightForm, NightPane)
        asked = world.journal.ledgers.shown_factors()
        assert len(asked) == 16
        # one without a letter cannot be answered, so it stays as it was
        assert shown.count("–") + shown.count("+") == sum(1 for factor in asked if factor.key)
        for factor in own:
            assert factor.label[:22] in shown
            assert f" {factor.usual:g} " in shown or not factor.key


@pytest.mark.parametrize("size", [(60, 20), (44, 24)])
async def test_the_cursor_is_never_out_of_view(world, open_home, size):
    for number in range(10):
        world.journal.ledgers.add_factor(f"own_{number}", label=f"{number} {LONG}")
    async with open_home(size) as visit:
        for key in ("down", "down", "down", "down", "down", "down", "up", "w", "up", "up", "up"):
            await visit.press(key)
            assert visit.text.count("▸") == 1


@pytest.mark.parametrize("size", SIZES[1:4], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_factor_and_what_it_takes_are_in_view_however_many_there_are(world, open_home, size):
    for number in range(14):
        world.journal.ledgers.add_factor(f"own_{number}", label=f"{number} {LONG}", kind="amount", most=99)
    own = [one for one in world.journal.ledgers.shown_factors() if one.slug.startswith("own") and one.key]
    async with open_home(size) as visit:
        for factor in (own[0], own[-1], own[1]):
            await visit.press(factor.key, "7")
            assert any(f"{factor.key} {factor.label[:9]}" in line for line in visit.lines)
            await visit.press("9", "9")
            assert "takes" in visit.words_in(NightPane)
        await visit.press("up", "up")
        assert _hints()[0] in visit.words_in(NightPane)


@every_size
async def test_long_medicine_names_are_marked_where_they_are_cut(world, open_home, size):
    for number in range(5):
        world.journal.ledgers.add_medicine(f"Ferrum hydroxide polymaltosum {number}", usual=True)
    async with open_home(size) as visit:
        await visit.press("u")
        shown = await read_whole(visit, NightForm, NightPane)
        assert "+u usual Ferrum hydroxi" in shown
        assert "… Note o" in shown


@every_size
async def test_a_note_of_four_thousand_signs_can_be_read_and_mended(world, open_home, size):
    note = " ".join(f"word{number}" for number in range(480))[:4000]
    world.log("2026-11-18", severity=3, note=note)
    async with open_home(size) as visit:
        await visit.press("left_square_bracket")
        shown = await read_whole(visit, NightDetails, NightPane)
        assert note in shown
        await visit.press("e", "o", "x", "enter", "enter")
        assert world.night(date(2026, 11, 18))["note"] == note + "x"


@every_size
async def test_a_cut_note_is_marked_in_the_form(world, open_home, size):
    world.log("2026-11-19", note="word " * 800)
    async with open_home(size) as visit:
        assert "word word" in visit.words_in(NightForm)
        assert "…" in visit.words_in(NightForm)


@every_size
async def test_the_box_of_the_note_is_seen_whole_when_it_opens(open_home, size):
    async with open_home(size) as visit:
        await visit.press("o", "h", "i")
        box = visit.home.query_one(NoteBox)
        assert visit.home.query_one(NightPane).region.contains_region(box.region)
        assert "Enter done · Ctrl+J line · Esc undo" in visit.text


@every_size
async def test_a_long_answer_wraps_and_is_not_cut(world, open_home, size):
    world.store.problem = (
        "the folder cannot be written, because somebody else has it open; it is safe on this machine "
        "and will be put there with the next save"
    )
    async with open_home(size) as visit:
        await visit.press("6", "enter")
        assert world.store.problem in visit.words_in(MessageLine)


@pytest.mark.parametrize("way", [SIZES[:4], SIZES[3::-1]], ids=["smaller", "larger"])
async def test_a_new_size_loses_nothing_that_is_typed(world, open_home, way):
    async with open_home(way[0]) as visit:
        await visit.press("6", "2", "1")
        for size in way[1:]:
            await visit.pilot.resize_terminal(*size)
            await visit.settle()
            assert "21:__" in visit.text
            assert isinstance(visit.home.focused, NightForm)
        await visit.press("3", "0", "enter")
        assert world.night()["onset"] == "2026-11-19T21:30+01:00"


async def test_a_new_size_keeps_the_note_that_is_being_typed(world, open_home):
    async with open_home((120, 34)) as visit:
        await visit.press("o")
        await visit.type("be")
        await visit.pilot.resize_terminal(44, 24)
        await visit.settle()
        await visit.type("fore")
        await visit.press("enter", "enter")
        assert world.night()["note"] == "before"


@pytest.mark.parametrize("key", ["tab", "T"])
async def test_a_new_size_shows_the_pane_that_has_the_focus(open_home, key):
    async with open_home((120, 34)) as visit:
        await visit.press(key)
        focused = visit.home.focused
        for size in ((80, 24), (44, 24), (60, 20), (120, 34)):
            await visit.pilot.resize_terminal(*size)
            await visit.settle()
            assert visit.home.focused is focused
            assert focused.region.height >= 5


async def test_wide_shows_three_panes_normal_two_and_narrow_one(open_home):
    async with open_home((120, 34)) as visit:
        for size, panes in (((120, 34), 3), ((118, 34), 3), ((100, 30), 2), ((79, 24), 2), ((78, 24), 1)):
            await visit.pilot.resize_terminal(*size)
            await visit.settle()
            shown = [
                pane for pane in (MonthCalendar, NightPane, ToCheck) if visit.home.query_one(pane).region
            ]
            assert len(shown) == panes
