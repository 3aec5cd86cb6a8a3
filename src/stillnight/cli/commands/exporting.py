"""``stillnight export``: all nights into a file, one JSON line a night."""

from __future__ import annotations

from pathlib import Path

from stillnight.cli.call import Call
from stillnight.cli.console import put, say, warn
from stillnight.cli.parser import Parser
from stillnight.cli.progress import counted
from stillnight.domain.errors import BadInput, StillnightError
from stillnight.files import write_whole
from stillnight.reports.exporting import Writer

FORMATS = ("jsonl",)


def add_arguments(parser: Parser) -> None:
    """The file and its format."""
    parser.add_argument("file", metavar="FILE", help="the file to write; - is the standard output")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="jsonl: one JSON line a night")
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def run(call: Call) -> int:
    """Write everything, or nothing."""
    writer = Writer(call.house.journal)
    if call.args.file == "-":
        for line in writer.lines():
            put(line)
    else:
        path = _free_place(call)
        try:
            write_whole(path, counted(writer.lines(), "nights written"))
        except OSError as error:
            raise StillnightError(f"{path} could not be written: {error.strerror or error}") from error
        say(f"{writer.nights} night{'' if writer.nights == 1 else 's'} written to {path}")
    for name, nights in writer.left_out.items():
        warn(f"{name} is not part of the format and was left out ({nights}×)")
    return 0


def _free_place(call: Call) -> Path:
    """The file to write.

    Raises:
        BadInput: If it is there already, is no ordinary file or the journal itself, or has no folder.
    """
    path = Path(call.args.file).expanduser().absolute()
    if path.resolve() == call.house.place.path.resolve():
        raise BadInput(f"{path} is the journal itself: name another file")
    if path.is_dir():
        raise BadInput(f"{path} is a folder: name a file in it")
    if not path.parent.is_dir():
        raise BadInput(
            f"there is no folder {path.parent}: make it first, or name a file in one that is there"
        )
    if path.exists() and not path.is_file():
        raise BadInput(f"{path} is no ordinary file: for the standard output write -")
    if path.exists() and not call.args.force:
        raise BadInput(f"{path} is there already: name another file, or add --force to replace it")
    return path
