"""``stillnight forget``: take this machine's own copies of the journal away; the journal file stays."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import Any

from stillnight.cli.agreeing import is_answered, need_answer
from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.house import House
from stillnight.cli.parser import Parser
from stillnight.domain.errors import StoreError
from stillnight.storage.purging.forgetting import Belongings, forget, forget_rest, kept_of, kept_of_all


def add_arguments(parser: Parser) -> None:
    """How much, and how sure."""
    parser.add_argument("--all", action="store_true", help="every journal that this machine knows")
    parser.add_argument(
        "--even-unpublished", action="store_true", help="even what is in no journal file yet: it is lost"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_json()


def run(call: Call) -> int:
    """Say what is kept, ask, take it away, and say what is left.

    Raises:
        StoreError: If something is in no journal file yet, and that is not wanted.
    """
    house, args = call.house, call.args
    found = _found(house, args.all)
    if args.json and not args.yes:
        say_json([_shape(one) for one in found])
        return 0
    if not found and not args.all:
        say(f"nothing is kept on this machine of {house.place.path}")
        return 0
    _say_found(found, args.json)
    _refuse_unpublished(found, args.even_unpublished)
    if not args.yes:
        need_answer("forget")
        if not is_answered("take all of it away from this machine? [y/N]"):
            say("left as it is")
            return 0
    for one in found:
        forget(one, house.folders.state)
    if args.all:
        forget_rest(house.folders.state)
    _say_left(house, found, args.json)
    return 0


def _found(house: House, is_all: bool) -> Sequence[Belongings]:
    state, clock = house.folders.state, house.clock
    if is_all:
        return kept_of_all(state, clock, time.sleep)
    one = kept_of(house.place.path, state, clock, time.sleep)
    return [one] if one else []


def _refuse_unpublished(found: Sequence[Belongings], is_wanted: bool) -> None:
    lost = [one.unpublished for one in found if one.unpublished]
    if lost and not is_wanted:
        raise StoreError(
            f"nothing was taken away: {'; '.join(lost)}. --even-unpublished takes it away all the same"
        )


def _say_found(found: Sequence[Belongings], as_json: bool) -> None:
    if as_json:
        return
    for one in found:
        say(str(one.journal or one.folder.name))
        parts = [
            "its copy",
            "its log, and with it undo",
            f"{one.images} earlier {'state' if one.images == 1 else 'states'}",
        ]
        parts += [f"{one.others} {'file' if one.others == 1 else 'files'} put aside"] if one.others else []
        say(f"  on this machine: {', '.join(parts)} ({_size(one.size)}, {one.folder})")
        if one.drafts:
            nights = "1 night" if one.drafts == 1 else f"{one.drafts} nights"
            say(f"  and words of {nights} that were typed and never saved: they are nowhere else")
        if one.unpublished:
            say(f"  and what is in no journal file: {one.unpublished}")


def _say_left(house: House, found: Sequence[Belongings], as_json: bool) -> None:
    files = [one.journal for one in found if one.journal is not None and os.path.exists(one.journal)]
    settings = house.settings.path if house.settings.path.exists() else None
    if as_json:
        left = {"journals": [str(path) for path in files], "settings": str(settings) if settings else None}
        say_json({"forgotten": [_shape(one) for one in found], "left": left})
        return
    say(f"forgotten: {len(found)} {'journal' if len(found) == 1 else 'journals'}")
    for path in files:
        say(f"still there: the journal itself, {path}")
    if settings is not None:
        say(f"still there: your settings, {settings}")


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.0f} kB"


def _shape(one: Belongings) -> dict[str, Any]:
    return {
        "journal": str(one.journal) if one.journal else None,
        "folder": str(one.folder),
        "bytes": one.size,
        "images": one.images,
        "others": one.others,
        "unsaved_nights": one.drafts,
        "unpublished": one.unpublished or None,
    }
