"""``stillnight flag``: red flags, only ever ticked by the user."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.cli.wiring import knowledge_of
from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.flag import Tick
from stillnight.journal.red_flags import finding_of, silence_words
from stillnight.journal.suggestions.knowledge import suggestions
from stillnight.journal.suggestions.suggest import card_text
from stillnight.resources import read_seed


def add_arguments(parser: Parser) -> None:
    """Add, list or remove, and which."""
    deeds = ("add", "list", "remove")
    parser.add_argument("deed", nargs="?", choices=deeds, default="list", metavar="|".join(deeds))
    parser.add_argument("flag", nargs="?", metavar="FLAG", help="its name; stillnight flag list shows them")
    parser.add_json()


def run(call: Call) -> int:
    """Tick a red flag, take it back, or list them all with their ticks."""
    journal, args = call.house.journal, call.args
    known = {name: str(spec["label"]) for name, spec in read_seed("profile").get("flag", {}).items()}
    if args.deed == "list":
        _list(known, journal.ledgers.ticks(), args.json)
        return 0
    flag = (args.flag or "").strip().lower().replace(" ", "_").replace("-", "_")
    if flag not in known:
        if args.flag is None:
            raise BadInput(f"flag {args.deed} needs a name: stillnight flag list shows them")
        raise UnknownName("red flag", args.flag, list(known), "stillnight flag list shows them")
    if args.deed == "add":
        receipt = journal.ledgers.tick(flag, journal.desk.today)
        say_saved(receipt, journal.desk.clock, "red flag", known[flag])
        _say_what_to_do(call, flag)
        return 0
    if flag not in {tick.flag for tick in journal.ledgers.ticks()}:
        raise BadInput(f"{flag} is not ticked, so nothing was removed")
    say_saved(journal.ledgers.untick(flag), journal.desk.clock, "red flag removed", known[flag])
    return 0


def _say_what_to_do(call: Call, flag: str) -> None:
    """The cards of the red flags at once: who ticks one must not have to ask for them."""
    library = knowledge_of(call.house).library
    found = suggestions(call.house.journal, library).red_flags
    for one in found:
        say("\n" + "\n".join(card_text(one, library.sources)))
    if finding_of(library, found, flag) is None:
        say(silence_words(library, flag))


def _list(known: Mapping[str, str], ticks: Sequence[Tick], as_json: bool) -> None:
    days = {name: [tick.date.isoformat() for tick in ticks if tick.flag == name] for name in known}
    if as_json:
        say_json([{"flag": name, "label": label, "ticked": days[name]} for name, label in known.items()])
        return
    for name, label in known.items():
        ticked = f"   ticked {', '.join(days[name])}" if days[name] else ""
        say(f"{name:<17} {label}{ticked}")
