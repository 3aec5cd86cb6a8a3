"""What a command is handed when it runs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from stillnight.cli.house import House
from stillnight.cli.words import Word


@dataclass(frozen=True, slots=True)
class Call:
    """One command as it was called.

    Attributes:
        name: The command.
        args: Its parsed arguments.
        house: Opens what the command needs.
        words: The factor words among its arguments.
        options: The command's options, and whether each takes a value.
    """

    name: str
    args: Namespace
    house: House
    words: Sequence[Word] = ()
    options: Mapping[str, bool] = field(default_factory=dict)
