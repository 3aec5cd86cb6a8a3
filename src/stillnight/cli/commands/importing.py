"""``stillnight import``: nights out of a file, all or nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from stillnight.cli.call import Call
from stillnight.cli.console import say, warn
from stillnight.cli.parser import Parser
from stillnight.cli.progress import counted
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput
from stillnight.journal.intake import Arrival, Plan, plan_intake, take_in
from stillnight.reports.importing import Reader

FORMATS = ("jsonl",)
_TOLD = 10


def add_arguments(parser: Parser) -> None:
    """The file, its format, and how much is allowed."""
    parser.add_argument("file", metavar="FILE", help="the file to read; - is the standard input")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="jsonl: one JSON line a night")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--new-factors", action="store_true", help="define factors that are not known yet")
    parser.add_argument("--future", action="store_true", help="take nights that are still to come")


def run(call: Call) -> int:
    """Read everything, then take it in or say what is wrong with it."""
    journal, args = call.house.journal, call.args
    reader = Reader(journal, args.new_factors, args.future)
    arrivals = _read(args.file, reader)
    if reader.problems.count:
        for problem in reader.problems:
            warn(problem)
        raise BadInput(f"nothing was imported: {_count(reader.problems.count, 'mistake')} in {args.file}")
    plan = plan_intake(journal, arrivals, reader.new_factors, args.future)
    if args.dry_run:
        _tell(plan)
        return 0
    if not plan.changes:
        say(f"nothing to import: {_count(plan.same, 'night')} there already")
        return 0
    say_saved(take_in(journal, plan), journal.desk.clock, "import", _summary(plan))
    return 0


def _read(name: str, reader: Reader) -> list[Arrival]:
    try:
        with _lines(name) as lines:
            return reader.read(counted(lines, "lines read"))
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror or error}") from error


def _lines(name: str) -> AbstractContextManager[Iterable[bytes]]:
    if name == "-":
        return nullcontext(sys.stdin.buffer if sys.stdin is not None else ())
    return Path(name).expanduser().open("rb")


def _summary(plan: Plan) -> str:
    parts = [
        f"{_count(len(plan.added), 'night')} added",
        f"{len(plan.changed)} changed",
        f"{plan.same} as they were",
    ]
    return ", ".join([*parts, *([f"new factors {' '.join(plan.factors)}"] if plan.factors else [])])


def _tell(plan: Plan) -> None:
    say(f"would import: {_summary(plan)}")
    if plan.added:
        say(f"  added: {min(plan.added)} to {max(plan.added)}")
    for night, fields in list(plan.changed.items())[:_TOLD]:
        say(f"  changed: {night} {', '.join(dict.fromkeys(fields))}")
    if len(plan.changed) > _TOLD:
        say(f"  and {len(plan.changed) - _TOLD} more changed")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
