"""How every page looks in the sizes and themes that matter, as pictures that a person accepted.

The clock, the zone, the journal and the themes are fixed; nothing here depends on the day or the machine.
A new page of ``ui/pages.py`` is in it by itself, anything else is one line of ``SHEETS``. After a wanted
change: ``pytest tests/snapshots --snapshot-update``, then look at every picture that changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from tests.clocks import FixedClock
from tests.counting import wait_for_count
from tests.journal.memory_store import MemoryStore
from tests.snapshots.picture import View, sheet
from tests.ui.everything import show
from tests.ui.telling_nights import fill_with_caffeine
from tests.ui.trying import rated, started
from tests.ui.visit import Visit, visit
from tests.ui.world import TONIGHT, World
from textual.widgets import Input, TextArea

from stillnight.domain.disagreement import Disagreement, Side
from stillnight.domain.keeping import Compared, Differing, Fate, Kept, KeptAs
from stillnight.domain.moment import Moment
from stillnight.journal.programme.programmes import Programmes
from stillnight.ui.pages import PAGES

SEVERITIES = (2, 4, 2, 0, 6, 9, 2, 0, 3, 5, 2, None, 7, 4, 0, 3, 6, 10)
"""The first eighteen nights of the month; one has an entry without a rating."""

EVENING = ("6", "2", "1", "3", "0", "c", "3", "s", "7", "a", "a", "u", "w", "c", "t", "enter")
"""An evening that is typed and not saved."""

NORMAL, NARROW, WIDE = (80, 24), (44, 24), (120, 34)

DARK = ((NORMAL, "dusk"), (NARROW, "dusk"), (NORMAL, "ember"), (NARROW, "ember"))
"""The sizes and themes of what is read in the evening and in the night."""

FOUR = ((NORMAL, "dusk"), (NORMAL, "paper"), (NARROW, "dusk"), (NARROW, "paper"))
"""The sizes and themes in which every page is looked at."""

LIT_AND_DARK = ((NORMAL, "dusk"), (NARROW, "dusk"), (NORMAL, "ember"), (NARROW, "ember"))
"""Those of what is used in the evening and in the night."""

LIT_AND_DARK = ((NORMAL, "dusk"), (NARROW, "dusk"), (NORMAL, "ember"), (NARROW, "ember"))
"""Those of what is used in the evening and in the night."""

DARK = ((NORMAL, "ember"), (NARROW, "ember"), (NARROW, "dusk"))
"""The screen of the night; in dusk it is seen by who chose that for the night."""


def as_usual(world: World) -> None:
    """The journal as it is."""


def red_flag(world: World) -> None:
    """One leg is swollen."""
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)


def much_beside(world: World) -> None:
    """Every ledger has something in it."""
    ledgers = world.journal.ledgers
    world.clock.advance(minutes=1)
    ledgers.add_medicine(
        "Pramipexol", "dopamine_agonist", True, "1 tablet", date(2026, 3, 1), slots=("afternoon", "bedtime"),
        generic="pramipexole",
    )  # fmt: skip
    ledgers.change_medicine(ledgers.find_medicine("Pramipexol"), date(2026, 10, 1), "2 tablets")
    world.clock.advance(minutes=1)
    ledgers.add_medicine(
        "cold syrup", "antihistamine_sedating", start=date(2026, 9, 14), end=date(2026, 9, 20)
    )
    ledgers.add_lab(date(2025, 9, 2), "ferritin", 42, ill=True, lab="by the station")
    world.clock.advance(minutes=1)
    ledgers.add_lab(date(2026, 11, 2), "hb", 135, ill=False)
    ledgers.add_mark(date(2026, 11, 3), "donation")
    ledgers.add_mark(date(2026, 11, 14), "flight", "to Lisbon")
    ledgers.set_profile({"pregnant_week": 20, "ckd": False, "falls": True})


def nights_tell(world: World) -> None:
    """Two months of nights on which caffeine goes with worse ones."""
    fill_with_caffeine(world)


def numbers_at_hand(world: World) -> None:
    """Two numbers of one's own."""
    world.journal.ledgers.add_number("night nurse", "+44 20 7946 0000")
    world.journal.ledgers.add_number("my sister", "0171 555 5555")


def sat_still_before(world: World) -> None:
    """Tonight holds minutes of a first time."""
    world.log(TONIGHT, rest_latency_min=12)


def flying_tomorrow(world: World) -> None:
    """A flight of five hours is marked for tomorrow, and a break was used before."""
    world.journal.ledgers.add_mark(TONIGHT + timedelta(days=1), "flight", "5 h")
    world.wake("2026-11-12T22:10", 6, relief="sit_break", after=3)


def at_night(world: World) -> None:
    """It is night."""
    world.moment = Moment.NIGHT


def red_flag_at_night(world: World) -> None:
    """It is night, and one leg is swollen."""
    at_night(world)
    red_flag(world)


def in_the_morning(world: World) -> None:
    """It is the morning after the last night on record."""
    world.clock.set("2026-11-19T07:40")


def after_an_ordinary_night(world: World) -> None:
    """Early in the morning, lights out and an episode are known; a week ago a night was recalled late."""
    evening = {"lights_out": "2026-11-17T22:40+01:00", "evening_at": "2026-11-17T22:40+01:00"}
    world.log("2026-11-17", severity=4, onset="not_yet", **evening)
    world.log("2026-11-10", severity=5, evening_at="2026-11-12T20:00+01:00")
    world.wake("2026-11-18T03:10", 5, minutes=10)
    world.clock.set("2026-11-18T06:50")


def devices_differ(world: World) -> None:
    """A desk rated the night before otherwise, and wrote another note."""
    later, earlier = (datetime(2026, 11, 18, hour, 10, tzinfo=UTC) for hour in (22, 21))
    for field, shown, other in (("note", "a long walk in the rain", "rain"), ("severity", 10, 6)):
        world.log("2026-11-18", severity=10, note="a long walk in the rain")
        sides = Side(shown, later, "desk"), Side(other, earlier, "this machine")
        world.store.open.append(Disagreement("nights", 20261118, field, sides))


def states_kept(world: World) -> None:
    """Two earlier states; since the older one a night was changed, one deleted and one added."""
    newer, older = (datetime(2026, 11, day, 19, 5, tzinfo=UTC) for day in (18, 17))
    then, now = {"severity": 6, "note": "a long walk in the rain"}, {"severity": 2}
    differing = [
        Differing("nights", 20261103, date(2026, 11, 3), Fate.CHANGED, then, now),
        Differing("nights", 20261104, date(2026, 11, 4), Fate.DELETED, then, {}),
        Differing("nights", 20261105, date(2026, 11, 5), Fate.ADDED, {}, now),
        Differing("labs", 7, None, Fate.CHANGED, {"value": 42}, {"value": 24}),
    ]
    world.store.keeping.states = {
        Kept(KeptAs.IMAGE, "/1.json", newer): Compared(17),
        Kept(KeptAs.IMAGE, "/2.json", older): Compared(17, differing),
        Kept(KeptAs.DAMAGED, "/3.json", older): Compared(9, differing[:1], is_damaged=True),
    }
    world.store.keeping.bin = [(("nights", 20261104), {"date": "2026-11-04", **then})]


def a_trial_runs(world: World) -> None:
    """A trial in its second week, a night of it was not rated and two were spoken of."""
    trial = started(world)
    del world.store.records["nights", 20261112]
    world.store.records["trials", trial.id] |= {"followed.2026-11-10": True, "followed.2026-11-11": False}


def a_trial_is_over(world: World) -> None:
    """The four weeks of a trial of two measures are over."""
    trial = started(world, "massager_heat", date(2026, 10, 1))
    rated(world, trial, TONIGHT)


def a_trial_of_massage(world: World) -> None:
    """Something was tried, and a trial of it is over."""
    things_tried(world)
    rated(world, started(world, "massage", date(2026, 10, 1)), TONIGHT)


def a_programme_runs(world: World) -> None:
    """The third week of the leg-strength programme; one day was missed, one session was stopped early."""
    session = world.session()
    library = session.knowledge().library
    reliefs, guide = session.reliefs(library), library.guides["exercise_prog"]
    world.clock.set("2026-11-02T10:00")
    Programmes(session.journal, library).start((0, 2, 4))
    for at, is_whole in (("2026-11-02T10:00", True), ("2026-11-06T10:00", False), ("2026-11-09T10:00", True)):
        world.clock.set(at)
        reliefs.finish(reliefs.begin(guide), 14 if is_whole else 4, is_whole)
    world.clock.set("2026-11-19T18:00")


def shapes_of_nights(world: World) -> None:
    """Two months of nights with mornings, awakenings and doses; a dose was changed half-way."""
    for back in range(1, 60):
        night = TONIGHT - timedelta(days=back)
        evening, morning = f"{night}T2", f"{night + timedelta(days=1)}T0"
        world.log(
            night, severity=(back * 7) % 9, onset=f"{evening}1:{10 + back % 40}+01:00",
            lights_out=f"{evening}2:{10 + back % 40}+01:00", sol_min=10 + back % 50, waso_min=back % 3 * 20,
            final_wake=f"{morning}6:{10 + back % 30}+01:00", out_of_bed=f"{morning}7:00+01:00",
            morning_at=f"{morning}7:05+01:00",
        )  # fmt: skip
        if back % 3:
            world.wake(f"{morning}{back % 4 + 1}:20+01:00", back % 10)
    much_beside(world)


def things_tried(world: World) -> None:
    """Some reliefs were used and rated; a fall speaks against standing up; it is felt in the calves."""
    for day, before, after, is_whole in (
        (10, 7, 4, True),
        (12, 6, 5, True),
        (13, 8, 3, False),
        (16, 5, 5, True),
    ):
        values = {"minutes": 10, "after": after, "completed": is_whole}
        world.wake(f"2026-11-{day}T02:10", before, relief="selfmassage_calf", **values)
    world.wake("2026-11-17T02:10", 6, relief="hot tea", after=6)
    for number, (relief, rating) in enumerate((("selfmassage_calf", 4), ("walk", 2))):
        world.store.records["reliefs", number] = {"relief": relief, "rating": rating}
    world.journal.ledgers.set_profile({"falls": True})
    world.log(TONIGHT, severity=6, parts=["calves"])


class Sheet(NamedTuple):
    """What is looked at.

    Attributes:
        keys: What is pressed first.
        views: The sizes and themes.
        prepare: What is in the journal beside the usual nights.
    """

    keys: tuple[str, ...] = ()
    views: tuple[tuple[tuple[int, int], str], ...] = FOUR
    prepare: Callable[[World], None] = as_usual


SHEETS = {
    "an evening": Sheet(EVENING, (*FOUR, (WIDE, "dusk"), (NORMAL, "contrast"))),
    "an evening saved": Sheet((*EVENING, "enter")),
    "a picker": Sheet(("w", "c")),
    "a note": Sheet(("o", "h", "i")),
    "a morning": Sheet((), prepare=in_the_morning),
    "an ordinary morning": Sheet(("3", "2", "6", "2", "0"), (*FOUR, (WIDE, "dusk")), after_an_ordinary_night),
    "a morning with every measure": Sheet(
        ("3", "2", "6", "2", "0", "m", "full_stop", "b", "0", "7", "1", "5", "k"),
        prepare=after_an_ordinary_night,
    ),
    "the calendar": Sheet(("tab", "left")),
    "a past night": Sheet(("left_square_bracket",)),
    "to check": Sheet(("T",)),
    "a red flag": Sheet(("T",), ((WIDE, "dusk"), (NARROW, "paper")), red_flag),
    "a card": Sheet(("T", "enter")),
    "the help": Sheet(("question_mark",)),
    "a date": Sheet(("tab", "s", "1", "4")),
    "themes": Sheet(),
    "what was found": Sheet(("slash", *"caffeine", "space", *"urge", "space", "5", "plus", "enter", "j")),
    "a night to compare": Sheet(("tab", "left", "c", "N")),
    "medicines": Sheet(("M",), prepare=much_beside),
    "blood tests": Sheet(("M", "tab"), prepare=much_beside),
    "marks": Sheet(("M", "tab", "tab"), ((NARROW, "dusk"),), much_beside),
    "about you": Sheet(("M", "shift+tab", "y", "n"), prepare=much_beside),
    "a medicine": Sheet(("M", "a", *"pramipexol")),
    "a ticked flag": Sheet(("exclamation_mark", "j", "space"), (*FOUR, (NORMAL, "ember"), (WIDE, "dusk"))),
    "numbers at hand": Sheet(("exclamation_mark",), LIT_AND_DARK, numbers_at_hand),
    "numbers on a card": Sheet(("exclamation_mark", "j", "space"), LIT_AND_DARK, numbers_at_hand),
    "a number to keep": Sheet((), ((NARROW, "ember"),)),
    "before sitting still": Sheet(("O",), ((NORMAL, "ember"), (NARROW, "ember"))),
    "sitting still": Sheet((), LIT_AND_DARK),
    "stopped without an urge": Sheet(("O", "enter", "escape"), LIT_AND_DARK, sat_still_before),
    "a long sit tomorrow": Sheet(("T",), ((WIDE, "dusk"), (NARROW, "paper")), flying_tomorrow),
    "a long sit going on": Sheet(("T", "g", "enter"), LIT_AND_DARK, flying_tomorrow),
    "the night": Sheet(("down", "up", "z"), DARK, at_night),
    "the night after a digit": Sheet(("7",), DARK, at_night),
    "another relief in the night": Sheet(("7", "down", "down"), DARK, at_night),
    "a red flag in the night": Sheet(("down", "z"), DARK, red_flag_at_night),
    "the form in the night": Sheet(("escape", "7"), ((NORMAL, "ember"), (NARROW, "ember")), at_night),
    "what the form asks": Sheet(("F", "s", "s", "j")),
    "what differs": Sheet(("D", "j"), (*FOUR, (WIDE, "dusk")), devices_differ),
    "a night that differs": Sheet(
        ("left_square_bracket",), ((NORMAL, "dusk"), (NARROW, "paper")), devices_differ
    ),
    "earlier states": Sheet(("B", "j"), (*FOUR, (WIDE, "dusk")), states_kept),
    "a purge": Sheet(("B", "p"), ((NORMAL, "dusk"), (NARROW, "paper")), states_kept),
    "the raster": Sheet(("V", "2"), ((WIDE, "dusk"), (NORMAL, "paper"), (NARROW, "ember")), shapes_of_nights),
    "strips": Sheet(("V", "3"), ((NORMAL, "dusk"), (NARROW, "ember"))),
    "before and after": Sheet(("V", "4", "r"), ((WIDE, "dusk"), (NARROW, "paper")), shapes_of_nights),
    "the end of the check-up": Sheet(("C", "1", "3", "enter", "1", *"1113122")),
    "a factor of your own": Sheet(("S", "a", *"Water", "tab", "tab", *"amount")),
    "what the nights say": Sheet(("I",), ((WIDE, "dusk"), (NORMAL, "ember"), (NARROW, "paper")), nights_tell),
    "the nights behind it": Sheet(("I", "n", "j"), ((NORMAL, "dusk"), (NARROW, "paper")), nights_tell),
    "a pattern to check": Sheet(("T", "down"), ((WIDE, "dusk"), (NARROW, "paper")), nights_tell),
    "another key": Sheet(("S", "tab", "tab", "tab", "tab", "enter", "U", "enter")),
    "the sheet of a trial": Sheet(("X", "j", "enter", "6"), (*FOUR, (WIDE, "dusk"), (NORMAL, "ember"))),
    "a trial that runs": Sheet(("X",), (*FOUR, (WIDE, "dusk"), (NORMAL, "ember")), a_trial_runs),
    "what a trial found": Sheet(("X",), (*FOUR, (WIDE, "dusk"), (NORMAL, "ember")), a_trial_is_over),
    "a session": Sheet((), LIT_AND_DARK),
    "a session by night": Sheet((), ((NORMAL, "ember"), (NARROW, "ember")), at_night),
    "the urge asked": Sheet((), LIT_AND_DARK),
    "what can be done": Sheet(("R", "6", "j"), (*LIT_AND_DARK, (WIDE, "dusk")), much_beside),
    "what can be done by night": Sheet(("R",), ((NORMAL, "ember"), (NARROW, "ember")), at_night),
    "a programme that runs": Sheet(("R", "p"), LIT_AND_DARK, a_programme_runs),
    "an evening of a trial": Sheet(("6",), (*FOUR, (WIDE, "dusk")), a_trial_runs),
    "stopping a trial": Sheet(("X", "s"), ((NORMAL, "dusk"), (NARROW, "paper")), a_trial_runs),
    "all tips": Sheet(("A",), (*DARK, (WIDE, "dusk")), things_tried),
    "a tip read": Sheet((), DARK, things_tried),
    "a tip that is gated": Sheet(("A", "end"), ((NORMAL, "dusk"), (NARROW, "ember")), things_tried),
    "checked claims": Sheet((), (*DARK, (NORMAL, "paper"))),
    "what helped": Sheet(("H",), (*DARK, (WIDE, "dusk")), things_tried),
    "what a trial found of a relief": Sheet(
        ("H",), ((NORMAL, "dusk"), (NARROW, "ember")), a_trial_of_massage
    ),
    **{name: Sheet() for name in PAGES if name != "tips"},
}


class SvgSheet(SingleFileSnapshotExtension):
    """Keeps a sheet as a picture."""

    _file_extension = "svg"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def world() -> World:
    """A month of nights and a usual medicine."""
    clock = FixedClock()
    world = World(clock, MemoryStore(clock))
    for number, severity in enumerate(SEVERITIES, start=1):
        night = TONIGHT.replace(day=number)
        world.log(night, f_caffeine=number % 3, **({} if severity is None else {"severity": severity}))
    world.wake("2026-11-19T03:10", 8)
    world.journal.ledgers.add_medicine("iron tablet", usual=True)
    return world


async def look(here: Visit, size: tuple[int, int], theme: str) -> View:
    """The screen in a size and a theme, with cursors that do not blink."""
    here.app.theme = theme
    await here.pilot.resize_terminal(*size)
    await wait_for_count(here.pilot)
    for box in here.app.screen.query(Input):
        box.cursor_blink = False
    for box in here.app.screen.query(TextArea):
        box.cursor_blink = False
    await here.settle()
    return View(f"{size[0]} x {size[1]}, {theme}", here.cells)


@pytest.mark.parametrize("name", SHEETS, ids=lambda name: name.replace(" ", "_"))
async def test_it_looks_as_before(world: World, snapshot: SnapshotAssertion, name: str):
    keys, views, prepare = SHEETS[name]
    prepare(world)
    async with visit(world, NORMAL) as here:
        await wait_for_count(here.pilot)
        await show(here, name)
        await here.press(*keys)
        seen = sheet([await look(here, size, theme) for size, theme in views])
    assert seen == snapshot(extension_class=SvgSheet)
