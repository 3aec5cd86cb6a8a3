"""Putting rules, tips, themes and drafts beside the journal, for the commands that need them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from stillnight.cli.house import House
from stillnight.domain.moment import Moment
from stillnight.journal.session import Session
from stillnight.resources import read_seed, read_shelf, resource_folder

if TYPE_CHECKING:
    from stillnight.cli.known_once import KnownOnce
    from stillnight.cli.mail import Mail
    from stillnight.journal.places import Living
    from stillnight.journal.reliefs.reliefs import Reliefs
    from stillnight.journal.setting_book import SettingBook
    from stillnight.journal.suggestions.knowledge import Knowledge
    from stillnight.journal.suggestions.library import Library
    from stillnight.journal.trials.trials import Trials
    from stillnight.journal.triggers.triggers import Triggers


def knowledge_of(house: House) -> Knowledge:
    """Rules and tips, the user's own rules beside ours.

    Raises:
        ResourceError: If a file that came with the program is missing or broken.
        RuleError: If a rule that came with the program does not fit.
        TipError: If a tip does not fit.
    """
    # the rooms of rules and tips are entered after the first frame, not on the way to it
    from stillnight.journal.suggestions.knowledge import read_knowledge

    seeds = resource_folder("seeds")
    return read_knowledge(
        house.journal,
        read_seed,
        rules=read_shelf(seeds / "rules"),
        own_rules=read_shelf(house.folders.config / "rules"),
        tips=read_shelf(seeds / "tips"),
        territory=house.territory,
    )


def known_of(house: House) -> KnownOnce:
    """The same for the screen, which asks for it again and again."""
    from stillnight.cli.known_once import KnownOnce

    return KnownOnce(house, knowledge_of)


def trials_of(house: House, library: Library) -> Trials:
    """The trials; what tests nothing never imports what testing takes.

    Raises:
        ResourceError: If the file of trials is missing or broken.
    """
    from stillnight.journal.trials.trials import Trials

    return Trials(house.journal, library, read_seed("trials"))


def triggers_of(house: House) -> Triggers:
    """What the nights say; who does not ask never imports what looking at them takes."""
    from stillnight.journal.triggers.triggers import Triggers
    from stillnight.storage.disk.kept_looks import KeptLooks

    reliefs = cache(lambda: frozenset(knowledge_of(house).library.tips))
    return Triggers(house.journal, KeptLooks(house.folders.state, house.place.path), reliefs)


def reliefs_of(house: House, library: Library) -> Reliefs:
    """What is done against an episode; who logs a night never imports what choosing among it takes."""
    from stillnight.journal.reliefs.reliefs import Reliefs

    return Reliefs(house.journal, library, library.guides)


def settings_of(house: House) -> SettingBook:
    """The settings; who changes none never imports what changing them takes."""
    from stillnight.cli.device import setting_book_of

    return setting_book_of(house)


def living_of(house: House, moment: Moment | None) -> Living:
    """Where the journal lives; who never moves it never imports what moving it takes."""
    from stillnight.cli import living

    return living.living_of(house, moment)


def mail_of(house: House) -> Mail:
    """The phone's inbox; looked at once the form is on the screen."""
    from stillnight.cli.mail import Mail

    return Mail(house)


def session_of(house: House, moment: Moment | None) -> Session:
    """Everything that the screen is handed.

    Raises:
        StoreError: If the journal cannot be opened.
    """
    from stillnight.storage import FileDrafts

    journal, mail, known = house.journal, cache(lambda: mail_of(house)), cache(lambda: known_of(house))
    return Session(
        journal=journal,
        drafts=FileDrafts(house.folders.state, house.place.path),
        knowledge=lambda: known().now(),
        themes=lambda: house.themes,
        settings=cache(lambda: settings_of(house)),
        trials=lambda library: trials_of(house, library),
        triggers=cache(lambda: triggers_of(house)),
        reliefs=lambda library: reliefs_of(house, library),
        keys=house.settings.keys,
        living=lambda: living_of(house, moment),
        remember=house.last_seen.keep,
        moment=moment,
        mail=lambda: mail().take_in(),
        notices=(*house.settings.problems, *house.store.notices()),
    )
