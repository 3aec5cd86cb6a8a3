"""``stillnight demo``: a year of made-up nights in a folder that goes away again."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say
from stillnight.cli.house import House, Opener
from stillnight.cli.parser import Parser
from stillnight.domain.errors import BadInput, StillnightError
from stillnight.domain.moment import Moment
from stillnight.domain.month import shift_day
from stillnight.journal.journal import Journal

FOLDERS = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
"""Where a made-up home keeps things; nothing of the user's own is read or written."""


def add_arguments(parser: Parser) -> None:
    """Where to keep it instead of opening it."""
    parser.add_argument(
        "--write", metavar="FILE", help="write the made-up journal to a new file instead of opening it"
    )


def run(call: Call) -> int:
    """Open the made-up year, or write it to a file."""
    if call.args.write:
        return _write(call.house, Path(call.args.write).expanduser())
    from stillnight.cli.opening import need_terminal, open_app

    need_terminal()
    with tempfile.TemporaryDirectory(prefix="stillnight-demo-") as folder:
        house = make_demo(call.house, Path(folder), call.args.moment)
        code = open_app(house, call.args.moment)
    say("The demo is gone again; your own journal was not touched.")
    return code


def _write(house: House, path: Path) -> int:
    if path.exists():
        raise BadInput(f"{path} is there already: name a new file")
    if not path.parent.is_dir():
        raise BadInput(
            f"there is no folder {path.parent}: make it first, or name a file in one that is there"
        )
    from stillnight.files import write_whole

    with tempfile.TemporaryDirectory(prefix="stillnight-demo-") as folder:
        made = make_demo(house, Path(folder)).place.path.read_text(encoding="utf-8")
        try:
            write_whole(path, made)
        except OSError as error:
            raise StillnightError(f"{path} could not be written: {error.strerror or error}") from error
    say(f"a made-up year is in {path} · stillnight --journal {path} opens it")
    return 0


def make_demo(house: House, folder: Path, moment: str | None = None) -> House:
    """A house of its own with the made-up year in it, as another machine would have left it.

    Args:
        house: Tells the time and the zone.
        folder: Where everything goes.
        moment: The moment that was asked for; ``None`` goes by the clock.

    Raises:
        StoreError: If nothing can be kept there.
    """
    journal = str(folder / "data" / "journal.json")
    (folder / "data").mkdir(parents=True)
    writer = House(_environ(house, folder / "writer"), journal, _nameless(house.opener), for_screen=True)
    _fill(writer.journal, moment)
    return House(_environ(house, folder), journal, house.opener, for_screen=True)


def _nameless(opener: Opener) -> Opener:
    """Opens as another opener does; a made-up year is nobody's, so it holds no machine's name."""
    return lambda path, state, clock, _: opener(path, state, clock, str)


def _environ(house: House, folder: Path) -> Mapping[str, str]:
    inside = {name: str(folder / place) for name, place in FOLDERS.items()}
    kept = {name: value for name, value in house.environ.items() if not name.startswith("STILLNIGHT_JOURNAL")}
    return {**kept, **inside}


def _fill(journal: Journal, moment: str | None) -> None:
    from stillnight.journal.intake import plan_intake, take_in
    from stillnight.reports.demo_nights import demo_nights
    from stillnight.reports.importing import Reader
    from stillnight.resources import read_seed

    seed = read_seed("demo")
    clock, tonight = journal.desk.clock, journal.tonight
    _fill_ledgers(journal, tonight, seed)
    is_morning = Moment(moment or journal.browse.moment()) is Moment.MORNING
    lines = (json.dumps(night).encode() for night in demo_nights(tonight, clock.zone, seed, is_morning))
    take_in(journal, plan_intake(journal, Reader(journal).read(lines)))


def _fill_ledgers(journal: Journal, tonight: date, seed: Mapping[str, Any]) -> None:
    from stillnight.journal.reliefs.tables import rate

    ledgers = journal.ledgers
    for lab in seed["lab"]:
        ledgers.add_lab(shift_day(tonight, -lab["ago"]), lab["kind"], lab["value"])
    for one in seed["medicine"]:
        ledgers.add_medicine(
            one["name"], one["class"], one["usual"], one["dose_text"], shift_day(tonight, -one["ago"])
        )
    for mark in seed["mark"]:
        ledgers.add_mark(shift_day(tonight, -mark["ago"]), mark["kind"], mark["text"])
    for relief, rating in seed["rating"].items():
        rate(journal.desk, relief, relief, rating)
