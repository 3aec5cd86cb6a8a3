"""Everything the screen is handed when it opens; what is costly to read waits until it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from stillnight.domain.moment import Moment
from stillnight.domain.ports import Drafts
from stillnight.domain.preferences import Preferences
from stillnight.journal.journal import Journal

Document: TypeAlias = Mapping[str, Any]
"""One parsed TOML file."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The parsed files of one folder.

    Attributes:
        documents: File name without its ending to content, in order of the names.
        problems: One plain line for each file that could not be read.
    """

    documents: Mapping[str, Document]
    problems: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """The knowledge that came with the program, and the user's own; each call reads it anew.

    Attributes:
        rules: The files of ``seeds/rules/``.
        own_rules: The files of the folder ``rules`` beside the settings.
        tips: The files of ``seeds/tips/``.
        seed: One file of ``seeds/`` by its name without ending: sources, wording, medicines, territories.
    """

    rules: Callable[[], Shelf]
    own_rules: Callable[[], Shelf]
    tips: Callable[[], Shelf]
    seed: Callable[[str], Document]


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the screen.

    Attributes:
        journal: The use-cases.
        drafts: What is typed and not yet saved.
        library: Rules, tips and what belongs to them.
        themes: Reads the theme files.
        save_setting: Keeps one setting: key and value as they would be typed.
        moment: The moment that was asked for; ``None`` goes by the clock.
        notices: What happened while opening, one plain sentence each.
    """

    journal: Journal
    drafts: Drafts
    library: Library
    themes: Callable[[], Shelf]
    save_setting: Callable[[str, str], None]
    moment: Moment | None = None
    notices: Sequence[str] = ()

    @property
    def preferences(self) -> Preferences:
        """What the user prefers."""
        return self.journal.desk.preferences
