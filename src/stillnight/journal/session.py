"""Everything the screen is handed when it opens; what is costly to read waits until it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from stillnight.domain.moment import Moment
from stillnight.domain.ports import Drafts
from stillnight.domain.preferences import Preferences
from stillnight.journal.journal import Journal
from stillnight.journal.pace import Pace
from stillnight.journal.shelf import Shelf

if TYPE_CHECKING:
    from stillnight.domain.ports import Receipt
    from stillnight.journal.places import Living
    from stillnight.journal.reliefs.reliefs import Reliefs
    from stillnight.journal.setting_book import SettingBook
    from stillnight.journal.suggestions.knowledge import Knowledge
    from stillnight.journal.suggestions.library import Library
    from stillnight.journal.trials.trials import Trials
    from stillnight.journal.triggers.triggers import Triggers


def _forget(memory: Mapping[str, Any]) -> None:
    """Remember nothing."""


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the screen.

    Attributes:
        journal: The use-cases.
        drafts: What is typed and not yet saved.
        knowledge: Rules and tips, see :mod:`stillnight.journal.suggestions.knowledge`; slow when it is asked
            for the first time and after the user's own factors or numbers have changed, else at hand.
        themes: Reads the theme files.
        settings: Opens the settings, to be looked at and changed.
        trials: Opens the trials; they need the tips and gates that ``knowledge`` reads.
        triggers: Opens what the nights say; costly to ask, so ask on a thread.
        reliefs: Opens what is done against an episode; it needs the tips that ``knowledge`` reads.
        keys: A command's id to the keys that the settings file gave it, as written, when the program opened.
        remember: Keeps what was seen for the next first frame, see
            :func:`stillnight.journal.sight.memory_of`.
        living: Finds where the journal could live, and takes it there; ``None`` where it has to stay.
        moment: The moment that was asked for; ``None`` goes by the clock.
        notices: What happened while opening, one plain sentence each.
        mail: Takes in what a phone left in the inbox, and says what it was, one sentence each; cheap where
            nothing came.
        look_seconds: How often the open program looks at the file, in seconds; 0 leaves that to others.
        pace: Lets keys go before long work on a thread.
    """

    journal: Journal
    drafts: Drafts
    knowledge: Callable[[], Knowledge]
    themes: Callable[[], Shelf]
    settings: Callable[[], SettingBook]
    trials: Callable[[Library], Trials]
    triggers: Callable[[], Triggers]
    reliefs: Callable[[Library], Reliefs]
    keys: Mapping[str, str] = field(default_factory=dict)
    remember: Callable[[Mapping[str, Any]], None] = _forget
    living: Callable[[], Living] | None = None
    moment: Moment | None = None
    notices: Sequence[str] = ()
    mail: Callable[[], Sequence[str]] = tuple
    look_seconds: float = 1.0
    pace: Pace = field(default_factory=Pace)

    @property
    def preferences(self) -> Preferences:
        """What the user prefers."""
        return self.journal.desk.preferences

    def save_setting(self, name: str, typed: str) -> Receipt | None:
        """Change one setting, for now and for the next time; raises as :meth:`SettingBook.change` does."""
        return self._taken_in(self.settings().change(name, typed))

    def reset_setting(self, name: str) -> Receipt | None:
        """Let a default hold again; raises as :meth:`SettingBook.reset` does."""
        return self._taken_in(self.settings().reset(name))

    def _taken_in(self, receipt: Receipt | None) -> Receipt | None:
        self.journal.desk.preferences = self.settings().device.preferences()
        return receipt
