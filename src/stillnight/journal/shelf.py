"""A folder of parsed files, as rules, tips and themes are handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Document: TypeAlias = Mapping[str, Any]
"""One parsed TOML file."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The parsed files of one folder.

    Attributes:
        documents: File name without its ending to content, in order of the names.
        problems: One plain line for each file that could not be read.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    problems: Sequence[str] = ()
