"""``stillnight paths``: where everything is kept."""

from __future__ import annotations

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.mail import box_of
from stillnight.cli.parser import Parser
from stillnight.resources import resource_folder


def add_arguments(parser: Parser) -> None:
    """How to say it."""
    parser.add_json()


def run(call: Call) -> int:
    """List the places; nothing is opened and nothing made."""
    house = call.house
    found = {
        "journal": str(house.place.path),
        "journal_from": house.place.said_by,
        "inbox": str(box_of(house).path),
        "settings": str(house.settings.path),
        "own_rules": str(house.folders.config / "rules"),
        "state": str(house.folders.state),
        "device_name": house.device_name() or "none",
        "seeds": str(resource_folder("seeds")),
        "themes": str(resource_folder("themes")),
    }
    if call.args.json:
        say_json(found)
        return 0
    for name, place in found.items():
        say(f"{name.replace('_', ' '):<13} {place}")
    return 0
