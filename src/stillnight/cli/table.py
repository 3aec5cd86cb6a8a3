"""Every command of the command line, and where it is to be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from stillnight.domain.errors import UnknownName

if TYPE_CHECKING:
    from stillnight.cli.call import Call
    from stillnight.cli.parser import Parser


class Module(Protocol):
    """What a command's module offers."""

    add_arguments: Callable[[Parser], None]
    run: Callable[[Call], int]


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: What is typed.
        help: What it does, in one line.
        example: How it is used.
        takes_words: Does it take ``+factor`` and ``-factor``?
        module: Its module in ``cli.commands``, named like the command unless said otherwise.
    """

    name: str
    help: str
    example: str
    takes_words: bool = False
    module: str = ""

    def load(self) -> Module:
        """Import the command's module; nobody else pays for it."""
        return import_module(f"stillnight.cli.commands.{self.module or self.name}")


COMMANDS = (
    Command(
        "log",
        "write tonight down, or mend a night",
        "stillnight log 6 --onset 21:30 +caffeine=2 -alcohol",
        True,
    ),
    Command(
        "awake",
        "log an episode: awake with restless legs",
        "stillnight awake 7 --relief walk --minutes 10 --after 3",
    ),
    Command(
        "sit-still",
        "how long you sit still until the first urge to move",
        "stillnight sit-still",
        module="sit_still",
    ),
    Command("ask", "the form's questions one by one, on plain lines", "stillnight ask"),
    Command("show", "show a night, or many", "stillnight show --last 7"),
    Command(
        "find",
        "look for nights by words and by what was answered",
        'stillnight find "severity 6+" flight',
        True,
    ),
    Command("compare", "two nights, fact by fact", "stillnight compare yesterday tonight"),
    Command(
        "chart",
        "pictures of many nights: severity, raster, strips, compare two stretches",
        "stillnight chart severity --nights 90",
    ),
    Command("checkup", "nine short questions whose answers can be checked at once", "stillnight checkup"),
    Command("suggest", "what is worth checking", "stillnight suggest"),
    Command("triggers", "what your own nights say about each factor", "stillnight triggers"),
    Command(
        "trial",
        "an experiment on yourself: templates, start, tonight, followed, result, stop",
        "stillnight trial templates",
    ),
    Command(
        "relief",
        "a guided session on plain lines: what to do now, step by step",
        "stillnight relief calf_stretch",
    ),
    Command("helped", "what you tried, as it was: list, rate, test", "stillnight helped rate walk 4"),
    Command(
        "programme",
        "twelve weeks of leg strength and movement: start, show, end",
        "stillnight programme start --days mon,wed,fri",
    ),
    Command("tips", "what to try, each with its grade and sources", "stillnight tips --now"),
    Command(
        "claims",
        "what one may read about restless legs elsewhere, and what is left of it",
        "stillnight claims blood_flow",
    ),
    Command("facts", "what is known about restless legs", "stillnight facts iron"),
    Command(
        "lab", "blood tests: add, list, edit, remove", "stillnight lab add ferritin 42 --date 2026-11-02"
    ),
    Command(
        "medicine",
        "medicines: add, list, change, end, edit, remove",
        'stillnight medicine add "evening tablet" --usual',
    ),
    Command(
        "mark",
        "what happened on a day, shown with its night: add, list, remove",
        "stillnight mark add donation --date yesterday",
    ),
    Command("flag", "red flags: add, list, remove", "stillnight flag list"),
    Command(
        "number",
        "whom to call in a bad night, shown beside red flags: add, list, remove",
        'stillnight number add "night nurse" "+44 20 7946 0000"',
    ),
    Command(
        "profile", "what tips and suggestions should know about you", "stillnight profile pregnant_week 20"
    ),
    Command(
        "factor",
        "what the form asks about the day: list, show, hide, order, add, edit, remove",
        "stillnight factor show late_meal",
    ),
    Command("demo", "look around in a year of made-up nights", "stillnight demo"),
    Command(
        "export",
        "write all nights to a file, one JSON line a night",
        "stillnight export nights.jsonl",
        module="exporting",
    ),
    Command(
        "import", "take nights in from a file", "stillnight import nights.jsonl --dry-run", module="importing"
    ),
    Command("inbox", "lines that your phone left beside the journal", "stillnight inbox --example"),
    Command("undo", "take this device's last change back", "stillnight undo", module="undoing"),
    Command("redo", "do again what undo took back", "stillnight redo", module="undoing"),
    Command("restore", "earlier states of the journal, and bringing one back", "stillnight restore"),
    Command("purge", "remove a night, or all that was deleted, for good", "stillnight purge 2026-11-12"),
    Command("forget", "take this machine's own copies away; the journal file stays", "stillnight forget"),
    Command(
        "due", "exit 0 if tonight is logged, 1 if not yet, 2 on an error", "stillnight due || stillnight"
    ),
    Command(
        "use",
        "use the journal at another place; without one, list the places found",
        "stillnight use dropbox",
    ),
    Command("move", "take the journal to another place", "stillnight move ~/Nextcloud/journal.json"),
    Command("paths", "where everything is kept", "stillnight paths"),
    Command("verify", "is the journal file healthy?", "stillnight verify"),
    Command(
        "merge",
        "two versions of the journal into one, for git and Unison",
        "stillnight merge base.json mine.json theirs.json",
    ),
    Command("set", "change a setting, or show them all", "stillnight set bedtime 23:00", module="setting"),
    Command("completion", "a script that completes commands in your shell", "stillnight completion bash"),
)
"""In the order in which ``--help`` lists them."""


NAMES = frozenset(command.name for command in COMMANDS)
"""What is typed for them."""


def find_command(name: str) -> Command:
    """The command of a name.

    Raises:
        UnknownName: If there is none.
    """
    for command in COMMANDS:
        if command.name == name:
            return command
    hint = f"to log tonight: stillnight log {name}" if name.isdigit() else "stillnight --help lists them"
    raise UnknownName("command", name, [command.name for command in COMMANDS], hint)
