"""``stillnight relief``: a guided session on plain lines."""

from __future__ import annotations

from argparse import Namespace

from stillnight.cli.asked_lines import is_at_terminal, say_lines
from stillnight.cli.call import Call
from stillnight.cli.console import say_json, warn
from stillnight.cli.parser import Parser
from stillnight.cli.relief.beginning import begin_on_lines
from stillnight.cli.relief.finding import find_guide, of_this_week, refuse_shut, urgent_lines
from stillnight.cli.relief.leading import Manner, asks_for_bell, read_out
from stillnight.cli.relief.listing import row_lines, rows_of, shape_of_guide, shape_of_row
from stillnight.cli.relief.reminder import begin_reminder, opening
from stillnight.cli.relief.sitting_long import LongSit
from stillnight.cli.wiring import knowledge_of, reliefs_of
from stillnight.domain.errors import BadInput
from stillnight.domain.moment import Moment
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.journal.typed_length import read_length
from stillnight.tips.coach.guide import Guide
from stillnight.tips.coach.sitting import LONGEST, SHORTEST

_KEYS = """\
While it goes on, each with Enter: nothing goes on to the next step, p pauses, b goes back, s stops, ? says
the step again. It is written down from its first second; what is stopped early is written down as that.
Without a terminal, and with --no-wait, the steps are only printed, and nothing is written down.

relief sit-break says on a flight or a long sit when a break is due: every 45 minutes, or as --every says,
until --for is over or Ctrl+C. Enter notes a break that was had."""


def add_arguments(parser: Parser) -> None:
    """Which, and how."""
    parser.add_argument("id", nargs="?", metavar="ID", help="a session or a tip; what fits now if not given")
    parser.add_argument("--list", action="store_true", help="all sessions, and what speaks against one")
    parser.add_argument("--quiet", action="store_true", help="say the steps and nothing in between")
    parser.add_argument("--bell", action="store_true", help="ring the terminal's bell after each step")
    parser.add_argument(
        "--every", metavar="LENGTH", help="sit-break: between two breaks, 45 min if not given"
    )
    parser.add_argument(
        "--for", metavar="LENGTH", dest="lasts", help="sit-break: how long the sit is, such as 5h"
    )
    parser.add_argument("--no-wait", action="store_true", help="only print the steps")
    parser.add_json()
    parser.epilog = f"{_KEYS}\n\n{parser.epilog}"


def run(call: Call) -> int:
    """List the sessions, print one, or lead through one."""
    args = call.args
    if args.id is not None and args.list:
        raise BadInput("relief: one session or --list, not both")
    knowledge = knowledge_of(call.house)
    for problem in knowledge.problems:
        warn(problem)
    reliefs = reliefs_of(call.house, knowledge.library)
    only_shows = args.json or args.no_wait or not is_at_terminal()
    if args.list or (args.id is None and only_shows):
        return _listed(reliefs, args.json)
    guide = _named(args, reliefs) if args.id is not None else None
    if guide and (every := reliefs.library.tips[guide.tip].dose.get("every_minutes")):
        return _sat(call, reliefs, guide, int(every), only_shows)
    if args.every or args.lasts:
        raise BadInput("relief: --every and --for belong to breaks from sitting: stillnight relief sit-break")
    if guide and only_shows:
        return _shown(guide, args.json)
    moment = Moment(args.moment) if args.moment else None
    manner = Manner(args.quiet, rings=args.bell or asks_for_bell(reliefs.journal))
    return begin_on_lines(reliefs, guide, moment, manner)


def _named(args: Namespace, reliefs: Reliefs) -> Guide:
    """The session that was named, where nothing speaks against it."""
    journal, library = reliefs.journal, reliefs.library
    guide = find_guide(args.id, library)
    if not args.json:
        # above everything, be it printed, refused or led through
        say_lines(*urgent_lines(journal, library))
    guide = of_this_week(guide, journal, library)
    refuse_shut(guide, journal, library)
    return guide


def _listed(reliefs: Reliefs, as_json: bool) -> int:
    rows = rows_of(reliefs)
    if as_json:
        say_json([shape_of_row(row) for row in rows])
    else:
        say_lines(*urgent_lines(reliefs.journal, reliefs.library))
        say_lines(*(line for row in rows for line in row_lines(row)))
    return 0


def _shown(guide: Guide, as_json: bool) -> int:
    if as_json:
        say_json(shape_of_guide(guide))
    else:
        say_lines(*read_out(guide))
    return 0


def _sat(call: Call, reliefs: Reliefs, guide: Guide, usual: int, only_shows: bool) -> int:
    """Remind of the breaks, or say what they would be."""
    args = call.args
    every = read_length("every", args.every or str(usual), SHORTEST, LONGEST)
    lasts = read_length("for", args.lasts) if args.lasts else None
    if args.json:
        return _shown(guide, True)
    if only_shows:
        say_lines(opening(every, lasts)[0], "", *read_out(guide))
        return 0
    reminder = begin_reminder(guide, reliefs.journal.desk.clock.now(), every, lasts)
    return LongSit(reminder, reliefs, args.bell or asks_for_bell(reliefs.journal)).sit()
