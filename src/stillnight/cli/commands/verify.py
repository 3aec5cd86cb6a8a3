"""``stillnight verify``: is the journal file healthy?"""

from __future__ import annotations

from typing import Protocol, cast

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.domain.ports import Health


class Examined(Protocol):
    """A store that can be looked at as a file."""

    def health(self) -> Health:
        """What there is and what is wrong."""
        ...

    def join_strange(self) -> Health:
        """Join another journal that lies in this one's place, and report."""
        ...

    def repair(self) -> Health:
        """Mend what can be mended, and report."""
        ...


def add_arguments(parser: Parser) -> None:
    """Look, mend, or choose between two answers."""
    from stillnight.cli.choosing import add_choosing

    parser.add_argument(
        "--repair", action="store_true", help="mend the file and what this machine keeps of it"
    )
    parser.add_argument(
        "--join", action="store_true", help="make this journal and another one that lies in its place one"
    )
    add_choosing(parser)
    parser.add_json()


def run(call: Call) -> int:
    """Report, or choose; exit 1 when there is trouble."""
    from stillnight.cli.choosing import choose, is_choosing, open_objects, say_open
    from stillnight.journal.disagreeing import Disagreeing

    if is_choosing(call.args):
        choose(call)
        return 0
    health = _health(call)
    found = Disagreeing(call.house.journal).open()
    if call.args.json:
        say_json(
            {
                "differs": list(open_objects(found)),
                "lines": dict(health.lines),
                "troubles": list(health.troubles),
                "facts": health.facts,
                "mended": list(health.mended),
            }
        )
    else:
        _say(health)
        say_open(call, found)
    return 1 if health.troubles else 0


def _health(call: Call) -> Health:
    """What there is and what is wrong, after mending or joining where that was asked for."""
    store = cast("Examined", call.house.store)
    if call.args.join:
        return store.join_strange()
    return store.repair() if call.args.repair else store.health()


def _say(health: Health) -> None:
    for name, finding in health.lines:
        say(f"{name:<20} {finding}")
    for mended in health.mended:
        say(f"mended: {mended}")
    for trouble in health.troubles:
        say(f"trouble: {trouble}")
