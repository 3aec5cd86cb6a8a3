"""``stillnight inbox``: lines that the phone left beside the journal."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json, warn
from stillnight.cli.mail import box_of, deliver, wait_for
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title
from stillnight.domain.errors import BadInput
from stillnight.journal.inbox.page import header
from stillnight.journal.inbox.slots import Slot
from stillnight.journal.inbox.taking import Delivery
from stillnight.storage.disk.atomic import make_folder

EXAMPLE = """\
Your phone writes into inbox.txt beside the journal, in the same cloud folder.
One line is one entry:

  6 c2 s7             tonight: urge 6, two coffees, stress 7; the form's keys
  6 2130 n            urge 6, first felt at 21:30, no to every other factor
  note slept badly    a note, to the end of the line
  03:10 awake 7       awake at ten past three, urge 7
  03:10 awake 7 relief walk minutes 10 after 3
  morning 4 3 2 20    quality, rested, disturbed, minutes until asleep
  2026-11-18 4 note slept well
                      another night, by the date of its evening; yesterday,
                      wed or 18 Nov do as well

A line without a date is about the night in which the file was last changed.
A line that begins with # is a remark of your own.

iPhone: make a shortcut of two actions, "Ask for Input", then
"Append to Text File" with "Make New Line" on; the file is inbox.txt in the
journal's folder. Put the shortcut on the Home Screen.
Android: open inbox.txt in a text editor that saves into the cloud folder, for
example Markor, whose widget opens it at once; write a new line at the end.
Any computer: echo "6 c2 s7" >> inbox.txt

The app takes the lines in while it is open, and so do log, show and most other
commands. They say what was taken and for which night, and take those lines out
of the file. What is not understood stays, with the reason in the line above:
mend the line, and the reason goes by itself."""


def add_arguments(parser: Parser) -> None:
    """Look, try, make one, explain."""
    parser.add_argument("--dry-run", action="store_true", help="only say what would be taken")
    parser.add_argument("--create", action="store_true", help="make an inbox.txt beside the journal")
    parser.add_argument("--example", action="store_true", help="what to write, and how a phone does it")
    parser.add_json()


def run(call: Call) -> int:
    """Take the inbox in and say what was taken, what stays and why."""
    if call.args.example:
        say(EXAMPLE)
        return 0
    if call.args.create:
        return _create(call)
    delivery = deliver(call.house, call.args.dry_run, wait_for)
    path = box_of(call.house).folder / "inbox.txt"
    if call.args.json:
        say_json(_as_json(delivery, str(path), os.path.exists(path), call.args.dry_run), indent=2)
        return 0
    lines = list(_lines(delivery, call.args.dry_run))
    for line in lines:
        say(line)
    for problem in delivery.problems:
        warn(problem)
    if not (lines or delivery.problems):
        say(f"nothing waits in {path}" if os.path.exists(path) else f"there is no {path}; --create makes one")
    return 0


def _lines(delivery: Delivery, is_trial: bool) -> Iterator[str]:
    word = "would take" if is_trial else "taken"
    for slot in delivery.taken:
        if slot.night is not None:
            words = ", ".join(slot.words) or "nothing new"
            yield f"{word}: {slot.part.plain}\n  {night_title(slot.night)}: {words}"
    if delivery.receipt and not delivery.receipt.published:
        yield f"safe on this machine: {delivery.receipt.problem}"
    for slot in delivery.kept:
        yield f"stays: {slot.stays_as}\n  {slot.reason}"
    for line in delivery.waiting:
        yield f"waits: {line}\n  its line has no end yet; in two minutes it is taken as it is"


def _as_json(delivery: Delivery, path: str, is_there: bool, is_trial: bool) -> dict[str, Any]:
    return {
        "path": path,
        "exists": is_there,
        "dry_run": is_trial,
        "taken": [_taken(slot) for slot in delivery.taken],
        "kept": [{"line": slot.stays_as, "reason": slot.reason} for slot in delivery.kept],
        "waiting": list(delivery.waiting),
        "problems": list(delivery.problems),
    }


def _taken(slot: Slot) -> dict[str, Any]:
    night = slot.night.isoformat() if slot.night else None
    return {"line": slot.part.plain, "night": night, "words": list(slot.words)}


def _create(call: Call) -> int:
    """Make an inbox with nothing but the hint in it.

    Raises:
        BadInput: If there is one, or it cannot be made.
    """
    path = box_of(call.house).folder / "inbox.txt"
    try:
        make_folder(path.parent)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(header(secrets.token_hex(6)) + "\n")
    except FileExistsError:
        raise BadInput(f"{path} is there already") from None
    except OSError as error:
        raise BadInput(f"{path} could not be made: {error.strerror or error}") from None
    say(f"made {path}; stillnight inbox --example says what to write into it")
    return 0
