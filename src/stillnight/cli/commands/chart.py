"""``stillnight chart``: the pictures of the page Charts in plain lines, or the numbers behind them."""

from __future__ import annotations

import shutil
import sys

from stillnight.cli.call import Call
from stillnight.cli.chart_shapes import Shape, compare_shape, raster_shape, severity_shape, strips_shape
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.stretches import add_stretches, read_count, read_event, read_stretch, read_two
from stillnight.domain.errors import BadInput
from stillnight.journal.charting import logged_dates
from stillnight.journal.journal import Journal
from stillnight.ui.charts import (
    EMPTY,
    View,
    compare_chart,
    newest_end,
    pair_around,
    pair_of,
    pairable,
    raster_chart,
    severity_chart,
    stretches_lately,
    strips_chart,
)
from stillnight.ui.pictures.charts.compare import Pair
from stillnight.ui.pictures.charts.frame import Picture, plain, words

NARROWEST = 40
"""So many columns a picture has at least."""


def add_arguments(parser: Parser) -> None:
    """Which picture, of which nights."""
    views = [view.value for view in View]
    parser.add_argument("view", nargs="?", choices=views, default=views[0], help="which picture")
    add_stretches(parser)
    parser.add_argument(
        "--around", metavar="WHAT", help="compare before and after: a date, a medicine's name, a mark"
    )
    parser.add_json()


def run(call: Call) -> int:
    """Draw it as wide as the terminal is."""
    journal, args, view = call.house.journal, call.args, View(call.args.view)
    if args.around is not None and view is not View.COMPARE:
        raise BadInput("--around goes with compare")
    if view is View.COMPARE:
        _compare(call, journal)
        return 0
    stretch = read_stretch(journal, args)
    if args.json:
        shapes = {View.SEVERITY: severity_shape, View.RASTER: raster_shape, View.STRIPS: strips_shape}
        say_json(shapes[view](journal, stretch))
    elif not logged_dates(journal):
        _say_empty()
    elif view is View.SEVERITY:
        _print(severity_chart(journal, stretch, _width()))
    elif view is View.RASTER:
        _print(raster_chart(journal, stretch.last, stretch.nights, _width()))
    else:
        _print(strips_chart(journal, stretch, _width()))
    return 0


def _compare(call: Call, journal: Journal) -> None:
    if not logged_dates(journal):
        empty: Shape = {"event": None, "stretches": [], "also": [], "is_test": False}
        say_json(empty) if call.args.json else _say_empty()
        return
    pair = _pair(call, journal)
    if call.args.json:
        say_json(compare_shape(pair))
    else:
        _print(compare_chart(journal, pair, _width()))


def _pair(call: Call, journal: Journal) -> Pair:
    """The two stretches that were named, or those around something that happened."""
    args = call.args
    two = read_two(journal, args)
    if two and args.around is not None:
        raise BadInput("compare takes --around, or two stretches with --from and --to, not both")
    if two:
        return pair_of(journal, *two)
    count = read_count(args.nights)
    if args.around is not None:
        return pair_around(journal, read_event(journal, args.around), count)
    if events := pairable(journal, count):
        return pair_around(journal, events[0], count)
    lately = stretches_lately(journal, newest_end(journal, count), count)
    if lately is None:
        raise BadInput(
            "nothing on record has nights before and after it: name a date with --around, or two stretches "
            "with --from and --to twice"
        )
    return pair_of(journal, *lately)


def _print(picture: Picture) -> None:
    is_ascii = not _carries("▷█")
    for line in picture.lines:
        say(plain(line, is_ascii))


def _say_empty() -> None:
    for line in words(EMPTY, _width()):
        say(plain(line))


def _carries(signs: str) -> bool:
    """Can the output carry these signs?"""
    try:
        signs.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _width() -> int:
    return max(NARROWEST, shutil.get_terminal_size().columns)
